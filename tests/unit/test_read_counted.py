"""Sentences as news writes them, each with all that it counts: ``text || kind low high; kind low high``."""

from pathlib import Path

import pytest

from sayso.ingest import article_from_text
from sayso.read.figures import find_figures
from sayso.read.page import Page

FILE = Path(__file__).parents[1] / "data" / "counted.txt"
ROWS = [line.partition(" || ")[::2] for line in FILE.read_text(encoding="utf-8").splitlines()]


def _end(value: float | None) -> str:
    return "-" if value is None else f"{value:.12g}"


def test_there_are_sentences() -> None:
    assert len(ROWS) > 50


@pytest.mark.parametrize(("text", "counted"), ROWS, ids=[text[:40] for text, _ in ROWS])
def test_all_that_a_sentence_counts(text: str, counted: str) -> None:
    article = article_from_text(text)
    found = find_figures(article, Page.of(article).sentences)
    told = [f"{f.kind} {_end(f.low)} {_end(f.high)}" for f in found if f.kind != "other"]
    assert "; ".join(told) == counted.strip()
