"""Chains: whom the source itself had it from, link by link, to a named, unnamed or unstated origin."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.read.attribution import Attribution
from sayso.read.reading import Statement

_THAT = 6
_LEAD = 30
_AS_SAYING = re.compile(r",?\s+as\s+(?:saying|stating|reporting)\s+")
_GOES_ON = re.compile(r"[.!?][”\"’')]*\s+[^\s“”\"]{2}.{12}", re.DOTALL)


def nested(text: str, attributions: Sequence[Attribution]) -> dict[int, int]:
    """Outer index -> inner index, where speech opens the content of another: "she said they had told her"."""
    found: dict[int, int] = {}
    for i, outer in enumerate(attributions):
        for j in range(max(0, i - 3), min(len(attributions), i + 4)):
            inner = attributions[j]
            if j != i and inner.act == "speech" and opens(text, inner, outer) and not _leads_to(found, j, i):
                found.setdefault(i, j)
    return found


def opens(text: str, inner: Attribution, outer: Attribution) -> bool:
    """Whether one is what the other tells, and both name a source.

    It stands at the beginning of the other's content, give or take a "that" or an "Ana Roe as saying", or behind
    a few words ("that on Monday") if it then makes up most of it. Where the other goes on in a sentence of their own,
    it is only a part of what they tell.

    >>> they = Attribution(((14, 18),), ((23, 27),), ((37, 46),))
    >>> opens("Roe said that they had said it was wet.", they, Attribution(((0, 3),), ((4, 8),), ((9, 46),)))
    True
    """
    if not (inner.source and inner.content and outer.source and outer.content):
        return False
    start, end = outer.content[0][0], outer.content[-1][1]
    if inner.content == outer.content or not all(
        start <= a and b <= end for a, b in (*inner.source, *inner.cue, *inner.content)
    ):
        return False
    behind = sum(max(0, b - max(a, inner.end)) for a, b in outer.content)
    if _GOES_ON.search(text, inner.end, end) or behind > inner.end - inner.start:
        return False
    begins = [start, *(m.end() for m in _AS_SAYING.finditer(text, start, end))]
    if any(0 <= inner.start - begin <= _THAT for begin in begins):
        return True
    lead = text[start : inner.start]
    return len(lead) <= _LEAD and not set(lead) & set(',;:.!?“”"') and inner.end - inner.start > 0.7 * (end - start)


def _leads_to(inner: dict[int, int], start: int, end: int) -> bool:
    """Whether going from one to what it holds arrives at ``end``."""
    while start != end and start in inner:
        start = inner[start]
    return start == end


def with_origins(statements: Sequence[Statement], unnamed: frozenset[str]) -> Iterator[Statement]:
    """Each statement with the end of the chain that starts there; ``unnamed`` holds ids of unnamed speakers."""
    by_id = {s.id: s for s in statements}
    for statement in statements:
        last, seen = statement, {statement.id}
        while last.relays and last.relays in by_id and last.relays not in seen:
            last = by_id[last.relays]
            seen.add(last.id)
        if last.speaker is None:
            yield replace(statement, origin="not stated")
        else:
            yield replace(statement, origin="unnamed" if last.speaker in unnamed else "named")
