"""Dates whose clause tells if they are past or to come: ``text | words | value``, read on Wednesday 12 June 2024."""

from pathlib import Path

import pytest

from sayso.read.dates import find_dates

FILE = Path(__file__).parents[1] / "data" / "dated.txt"
ROWS = [tuple(part.strip() for part in line.split("|")) for line in FILE.read_text(encoding="utf-8").splitlines()]


def test_there_are_sentences() -> None:
    assert len(ROWS) > 50


@pytest.mark.parametrize(("text", "words", "value"), ROWS, ids=[f"{row[0][:40]}-{row[1]}" for row in ROWS])
def test_the_clause_tells_which_day_is_meant(text: str, words: str, value: str) -> None:
    at = text.index(words)
    on = (d for d in find_dates(text, (0, len(text)), "2024-06-12") if d.span[0] < at + len(words) and at < d.span[1])
    told = next(((d.start or "", d.end or "") for d in on), ("", ""))
    ends = [end for end in dict.fromkeys(told) if end]
    assert "/".join(ends) == value
