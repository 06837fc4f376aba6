"""The whole reader on short passages of our own: what it must find, whatever the weights of the model."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from sayso import read
from sayso.read.reading import Reading, Spans, Statement

PASSAGES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parents[1] / "data" / "passages.toml").read_text(encoding="utf-8")
)["passage"]
LEAST_FOUND, LEAST_RIGHT = 0.85, 0.85


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def printed(text: str, spans: Spans) -> list[str]:
    return [word for start, end in spans for word in words(text[start:end])]


def tells(reading: Reading, statement: Statement, source: str, content: str) -> bool:
    """Whether the sources share a word, or both are empty, and the contents agree by half."""
    text = reading.article.text
    who, wanted = set(printed(text, statement.source)), set(words(source))
    said, expected = set(printed(text, statement.content)), set(words(content))
    return (bool(who & wanted) or not (who or wanted)) and len(said & expected) >= 0.5 * len(said | expected)


def compare(passage: dict[str, Any]) -> tuple[list[str], list[str], int]:
    """What was missed, what was found beyond, and how much was right."""
    reading = read(passage["text"].strip("\n") + "\n")
    relayed = {s.relays for s in reading.statements}
    found = [s for s in reading.statements if s.act == "speech"]
    missed, used = [], set()
    for source, content in passage.get("said", []):
        hit = next((s for s in found if s.id not in used and tells(reading, s, source, content)), None)
        if hit:
            used.add(hit.id)
        else:
            missed.append(f"{source} | {content}")
    text = reading.article.text
    beyond = [
        " | ".join(" … ".join(text[a:b] for a, b in spans) for spans in (s.source, s.cue, s.content))
        for s in found
        if s.id not in used and s.id not in relayed
    ]
    return missed, beyond, len(used)


def test_there_are_passages_of_many_kinds() -> None:
    assert len(PASSAGES) >= 30
    assert len({passage["about"] for passage in PASSAGES}) == len(PASSAGES)


def test_most_of_what_is_said_is_found_and_little_else() -> None:
    results = {passage["about"]: compare(passage) for passage in PASSAGES}
    missed = [(about, what) for about, (lost, _, _) in results.items() for what in lost]
    beyond = [(about, what) for about, (_, more, _) in results.items() for what in more]
    right = sum(count for _, _, count in results.values())
    assert right / (right + len(missed)) >= LEAST_FOUND, missed
    assert right / (right + len(beyond)) >= LEAST_RIGHT, beyond


@pytest.mark.parametrize("passage", [p for p in PASSAGES if not p.get("said")], ids=lambda p: str(p["about"]))
def test_where_nothing_is_said_nothing_is_found(passage: dict[str, Any]) -> None:
    assert compare(passage)[1] == []
