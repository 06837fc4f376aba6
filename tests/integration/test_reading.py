"""How well the reader reads: on our own gold always, on the measuring corpora where they are at hand."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from sayso.errors import Rejected
from sayso.ingest.article import Span
from sayso.read.articles import read_articles
from sayso.read.reading import Reading, Spans
from sayso.resources import resource


def words(text: str, spans: Spans) -> set[int]:
    """Where the words begin that the spans touch; punctuation does not count."""
    return {m.start() for start, end in spans for m in re.finditer(r"\w+", text) if m.start() < end and m.end() > start}


def f1(hits: int, found: int, wanted: int) -> float:
    return 200 * hits / (found + wanted)


@pytest.fixture(scope="module")
def gold() -> dict[str, dict]:  # type: ignore[type-arg]
    articles = json.loads((resource("sample") / "gold.json").read_text(encoding="utf-8"))["articles"]
    return {article["file"]: article for article in articles.values()}


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    read = [r for r in read_articles([str(resource("sample/articles"))]) if not isinstance(r, Rejected)]
    return {reading.article.file: reading for reading in read}


def test_who_said_what_in_the_sample(gold: dict[str, dict], readings: dict[str, Reading]) -> None:  # type: ignore[type-arg]
    hits = found = wanted = 0
    for file, article in gold.items():
        reading, text = readings[file], readings[file].article.text
        relayed = {s.relays for s in reading.statements}
        told = [s for s in reading.statements if s.act == "speech" and s.id not in relayed]
        found, wanted = found + len(told), wanted + len(article["attributions"])
        for attribution in article["attributions"]:
            source, content = (words(text, (tuple(attribution[role]),)) for role in ("source", "content"))
            hits += any(
                source & words(text, s.source)
                and 2 * len(content & (said := words(text, s.content))) >= len(content | said)
                for s in told
            )
    assert f1(hits, found, wanted) >= 80


def test_figures_in_the_sample(gold: dict[str, dict], readings: dict[str, Reading]) -> None:  # type: ignore[type-arg]
    hits = found = wanted = 0
    for file, article in gold.items():
        reading, text = readings[file], readings[file].article.text
        maybe = words(text, tuple(map(tuple, article["ignore"])))
        figures = [f for f in reading.figures if not words(text, (f.span,)) & maybe]
        found, wanted = found + len(figures), wanted + len(article["figures"])
        for figure in article["figures"]:
            there: Span = tuple(figure["evidence"])
            hits += any(
                (f.kind, f.low, f.high) == (figure["kind"], figure["low"], figure["high"])
                and words(text, (f.span,)) & words(text, (there,))
                for f in figures
            )
    assert f1(hits, found, wanted) >= 80


@pytest.mark.parametrize(("what", "measure"), [("statements", "who said what"), ("figures", "kind and value")])
def test_the_three_real_articles(corpora: Path, tmp_path: Path, what: str, measure: str) -> None:
    articles, program = corpora / "articles", corpora.parent / "score" / "score.py"
    if not program.exists():
        pytest.skip(f"score.py is not at {program}")
    lines = [json.dumps(r.to_json()) for r in read_articles([str(articles)]) if not isinstance(r, Rejected)]
    assert len(lines) == 3
    (tmp_path / "readings.jsonl").write_text("\n".join(lines), encoding="utf-8")
    told = [str(program), what, str(tmp_path / "readings.jsonl"), "--gold", str(articles / "gold.json")]
    done = subprocess.run(
        [sys.executable, *told, "--text", str(articles), "--json"], check=True, capture_output=True, text=True
    )
    assert json.loads(done.stdout)[measure][2] >= 60
