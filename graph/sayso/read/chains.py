"""Chains: whom the source itself had it from, link by link, to a named, unnamed or unstated origin."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.ingest.article import Span
from sayso.read.attribution import Attribution
from sayso.read.reading import Statement

_RELAY = re.compile(r"\b(?:citing|quoting|relaying|attributing\s+(?:it|this|that)\s+to|based\s+on)\s+", re.IGNORECASE)
_AS_SAYING = re.compile(
    r"\b(?:quot(?:ed|es|ing)|cit(?:ed|es|ing))\s+(?P<who>[^“”\"]{3,120}?),?\s+(?P<cue>as\s+(?:saying|stating|reporting))\b"
)
_EVENT = re.compile(
    r"(?:(?:an?|the|his|her|its|their|this|two|several|some)\s+)?(?:[\w’'-]+\s+){0,3}?(?P<event>briefings?|reports?|statements?|interviews?"
    r"|data|figures|documents?|letters?|posts?|information|intelligence|estimates?|remarks|comments|press\s+conference)"
    r"(?:\s+(?:given|issued|published|released|provided|compiled))?\s+(?:by|from|with|of)\s+"
)
_THAT = 6
_END = re.compile(r"[,;:.](?=\s|$)|\s(?:that|said|says|told|stated|reported|added|wrote|and\s+quoting)\b")


@dataclass(frozen=True, slots=True)
class Link:
    """The source behind a source: where it and its cue stand, and the occasion, if printed."""

    source: Span
    cue: Span
    occasion: str | None


def link_in(text: str, sentence: Span, attribution: Attribution) -> Link | None:
    """The source that an attribution cites in its own sentence, outside its content.

    >>> t = "Citing a briefing by the agency, Roe said it rained."
    >>> link_in(t, (0, 51), Attribution(((33, 36),), ((37, 41),), ((42, 51),)))
    Link(source=(21, 31), cue=(0, 6), occasion='briefing')
    """
    quoted = _AS_SAYING.search(text, *sentence)
    if quoted and attribution.source and attribution.source[0][1] <= quoted.start():
        return Link(quoted.span("who"), quoted.span("cue"), None)
    for found in _RELAY.finditer(text, *sentence):
        if any(a <= found.start() < b for a, b in attribution.content) or not attribution.source:
            continue
        start = found.end()
        event = _EVENT.match(text, start, sentence[1])
        source = event.end() if event else start
        end = _phrase_end(text, source, sentence[1])
        if end > source:
            cue = (found.start(), found.start() + len(found.group().rstrip()))
            return Link((source, end), cue, event.group("event").rstrip("s") if event else None)
    return None


def _phrase_end(text: str, start: int, limit: int) -> int:
    found = _END.search(text, start, limit)
    return found.start() if found else min(limit, start + 120)


def nested(attributions: Sequence[Attribution]) -> dict[int, int]:
    """Outer index -> inner index, where speech opens the content of another: "she said they had told her"."""
    found: dict[int, int] = {}
    for i, outer in enumerate(attributions):
        for j in range(max(0, i - 3), min(len(attributions), i + 4)):
            inner = attributions[j]
            if j != i and inner.act == "speech" and opens(inner, outer) and not _leads_to(found, j, i):
                found.setdefault(i, j)
    return found


def opens(inner: Attribution, outer: Attribution) -> bool:
    """Whether one stands at the beginning of the other's content, give or take a "that", and both name a source.

    >>> they = Attribution(((14, 18),), ((23, 27),), ((37, 46),))
    >>> opens(they, Attribution(((0, 3),), ((4, 8),), ((9, 46),)))
    True
    """
    if not (inner.source and inner.content and outer.source and outer.content):
        return False
    start, end = outer.content[0][0], outer.content[-1][1]
    inside = all(start <= a and b <= end for a, b in (*inner.source, *inner.cue, *inner.content))
    return inside and inner.start - start <= _THAT and inner.content != outer.content


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
