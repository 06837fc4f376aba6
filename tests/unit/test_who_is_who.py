"""Who is meant, and on whose word, in passages of many topics: speakers, chains, what is concluded, and mentions.

The attributions are given, so that a passage tests the identities alone.
"""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from sayso.ingest.article import Article, Span
from sayso.read import read
from sayso.read.attribution import Attribution
from sayso.read.reading import Reading, Statement

FILE = Path(__file__).parent.parent / "data" / "passages" / "who-is-who.toml"
PASSAGES = tomllib.loads(FILE.read_text(encoding="utf-8"))["passage"]


class Given:
    """Finds the attributions that a passage lists."""

    def __init__(self, told: list[dict[str, Any]]) -> None:
        self.told = told

    def attribute(self, article: Article) -> list[Attribution]:
        found = []
        for one in self.told:
            content = places(article.text, one["content"])[0]
            outside = [s for s in places(article.text, one["cue"]) if s[1] <= content[0] or s[0] >= content[1]]
            cue = min(outside, key=lambda span: distance(span, content))
            near = [s for s in places(article.text, one["source"]) if s[1] <= cue[0] or s[0] >= cue[1]]
            source = min(near, key=lambda span: distance(span, cue))
            found.append(Attribution((source,), (cue,), (content,)))
        return sorted(found, key=lambda a: a.cue)


def places(text: str, words: str) -> list[Span]:
    found = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    assert found, words
    return found


def distance(one: Span, other: Span) -> int:
    return max(one[0] - other[1], other[0] - one[1])


def told(passage: dict[str, Any]) -> Reading:
    text = passage["text"]
    return read(Article("-", text, ((0, len(text)),)), attributor=Given(passage["told"]))


def chain(reading: Reading, statement: Statement) -> list[str]:
    labels = {entity.id: entity.label for entity in reading.entities}
    by_id = {s.id: s for s in reading.statements}
    names, link = [], statement
    while True:
        names.append(labels[link.speaker] if link.speaker else "nobody")
        if not link.relays:
            return names
        link = by_id[link.relays]


def named(label: str) -> str:
    """A label without its determiner, in which a description may keep it."""
    return re.sub(r"^(?:the|an?)\s+", "", label, flags=re.IGNORECASE).casefold()


def test_there_are_enough_passages_of_many_topics() -> None:
    assert len(PASSAGES) >= 40 and len({passage["topic"] for passage in PASSAGES}) == len(PASSAGES)


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda p: p["topic"].replace(" ", "-"))
def test_passage(passage: dict[str, Any]) -> None:
    reading = told(passage)
    relayed = {s.relays for s in reading.statements}
    for one in (one for one in passage["told"] if "chain" in one):
        span = places(passage["text"], one["content"])[0]
        fitting = [s for s in reading.statements if any(b[0] <= span[1] and span[0] <= b[1] for b in s.content)]
        chains = [[named(name) for name in chain(reading, s)] for s in fitting]
        assert [named(name) for name in one["chain"]] in chains, (one["content"], chains)
    if "also" in passage:
        concluded = [s for s in reading.statements if not s.cue and s.id not in relayed]
        assert all(s.basis == "inferred" and s.reason for s in concluded)
        assert [(passage["text"][slice(*s.content[0])], chain(reading, s)) for s in concluded] == [
            (one["content"], one["chain"]) for one in passage["also"]
        ]
    for label, mentions in passage.get("entities", {}).items():
        [entity] = [e for e in reading.entities if e.label == label]
        assert [passage["text"][slice(*span)] for span in entity.mentions] == mentions
    if "unnamed" in passage:
        assert len({e.id for e in reading.entities if e.type == "UnnamedSource"}) == passage["unnamed"]
    assert not any("agent/" in e.id for e in reading.entities if e.type == "UnnamedSource")
