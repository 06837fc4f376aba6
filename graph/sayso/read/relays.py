"""Whom a source had it from, as its sentence tells: "citing …", "after a briefing by …", "by the ministry's count"."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sayso.ingest.article import Span
from sayso.read.attribution import Attribution
from sayso.read.reading import Spans

_CITING = re.compile(
    r"\b(?P<cue>citing|quoting|relaying|paraphrasing|referring\s+to|pointing\s+to|drawing\s+on|based\s+on|on\s+the\s+basis\s+of"
    r"|with\s+reference\s+to|attributing\s+(?:it|this|that|the\s+\w+)\s+to|(?:who|which)\s+(?:cited|quoted)"
    r"|(?:after|having)\s+(?:being|been)\s+(?:briefed|told|informed)\s+by|(?:was|were|had\s+been|been)\s+briefed\s+by)\s+",
    re.IGNORECASE,
)
_BRIEFED = re.compile(
    r"\b(?P<cue>(?:following|after|in)\s+(?:an?\s+|the\s+|their\s+|his\s+|her\s+)?(?:[\w-]+\s+){0,3}?(?P<event>briefing|hearing"
    r"|meeting)\s+(?:by|from|with))\s+",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\bby\s+(?P<who>(?:the\s+)?(?:[\w-]+\s+){0,4}?[\w-]+)['’]s?\s+(?:own\s+|latest\s+)?(?P<cue>count|estimates?|reckoning"
    r"|tally|figures|account|assessment|calculations?|data)\b"
)
_WITHIN = re.compile(r"(?:^|[,(]|\bthat,?)\s*(?P<cue>according\s+to)\s+", re.IGNORECASE)
_EVENT = re.compile(
    r"(?:(?:an?|the|his|her|its|their|this|two|several|some)\s+)?(?:[\w’'-]+\s+){0,3}?(?P<event>briefings?|reports?|statements?"
    r"|interviews?|data|figures|documents?|letters?|posts?|information|intelligence|estimates?|remarks|comments|accounts?"
    r"|press\s+conference)(?:\s+(?:given|issued|published|released|provided|compiled|supplied|gathered))?\s+(?:by|from|with|of)\s+"
)
_END = re.compile(
    r"[,;:.](?=\s|$)|\s(?:that|said|says|told|stated|reported|added|wrote|as\s+saying|and\s+(?:quoting|citing|said|added|told)"
    r"|who\s+(?:said|spoke|asked|declined))\b"
)
_DESCRIBES = re.compile(r"(?:the|an?|its|his|her|their)\s|[a-z]")
_NAMED = re.compile(r",\s+(?:[A-Z][\w.’'-]*\s+){1,4}[A-Z][\w’'-]+(?=[,.;:]|\s*$)")
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Link:
    """The source behind a source: where it and its cue stand, and the occasion, if printed."""

    source: Span
    cue: Span
    occasion: str | None = None


def links_in(
    text: str, sentence: Span, attributions: Sequence[Attribution], speaks: Callable[[Span], bool]
) -> dict[int, list[Link]]:
    """Index of an attribution -> the sources it cites in its sentence, the outermost first.

    ``attributions`` are those of the sentence; ``speaks`` tells whether a phrase can be somebody's who says
    something: "citing health reasons" cites nobody.

    >>> t = "Citing a briefing by the agency, Roe said it rained."
    >>> links_in(t, (0, 51), [Attribution(((33, 36),), ((37, 41),), ((42, 51),))], lambda span: True)
    {0: [Link(source=(21, 31), cue=(0, 6), occasion='briefing')]}
    """
    found: dict[int, list[Link]] = {}
    for at, link in _links(text, sentence, speaks):
        for index in _citing(attributions, at, link):
            found.setdefault(index, []).append(link)
    return found


def _links(text: str, sentence: Span, speaks: Callable[[Span], bool]) -> Iterator[tuple[int, Link]]:
    """Each source that a sentence cites, with the offset where it does, in order."""
    cited = sorted(
        (found for pattern in (_CITING, _BRIEFED) for found in pattern.finditer(text, *sentence)),
        key=lambda match: match.start(),
    )
    for match in cited:
        event = _EVENT.match(text, match.end(), sentence[1])
        occasion = match.groupdict().get("event") or (event["event"].rstrip("s") if event else None)
        starts = ([event.end()] if event else []) + [match.end()]
        spans = ((start, phrase_end(text, start, sentence[1])) for start in starts)
        source = next((span for span in spans if span[1] > span[0] and speaks(span)), None)
        if source:
            yield match.start(), Link(source, match.span("cue"), occasion)
    for match in _WITHIN.finditer(text, *sentence):
        span = (match.end(), phrase_end(text, match.end(), sentence[1]))
        if speaks(span):
            yield match.start("cue"), Link(span, match.span("cue"))
    for match in _COUNTED.finditer(text, *sentence):
        if speaks(match.span("who")):
            yield match.start(), Link(match.span("who"), match.span("cue"))


def phrase_end(text: str, start: int, limit: int) -> int:
    """Where the words that name somebody end who is cited: at a comma, or at a word of saying.

    A name behind the comma that explains a description belongs to it: "the mayor, Ana Roe".
    """
    found = _END.search(text, start, limit)
    end = found.start() if found else min(limit, start + _LONGEST)
    named = _NAMED.match(text, end, limit) if _DESCRIBES.match(text, start, end) else None
    return named.end() if named else end


def _citing(attributions: Sequence[Attribution], at: int, link: Link) -> list[int]:
    """Which attributions cite it: the nearest that does not hold it in its content, and those of the same source.

    A count that stands in the content ("40 dead by the agency's count") is cited by the innermost that holds it.
    """
    speech = [
        i for i, a in enumerate(attributions) if a.source and a.act == "speech" and not _meet(a.source, link.source)
    ]
    holding = [i for i in speech if _holds(attributions[i].content, at)]
    within = link.cue[0] == at and link.cue[1] - at == len("according to")
    if within and any(_meet(a.cue, link.cue) for a in attributions):
        return []  # read as an attribution of its own
    if within or (link.source[0] > at and link.cue[0] >= link.source[1]):
        return sorted(holding, key=lambda i: _length(attributions[i].content))[:1]
    open_ = [i for i in speech if i not in holding]
    outer = [i for i in open_ if not any(_inside(attributions[i], attributions[k]) for k in open_ if k != i)]
    nearest = min(outer, key=lambda i: (_distance(attributions[i], at), i), default=None)
    if nearest is None:
        return []
    return [i for i in outer if attributions[i].source == attributions[nearest].source]


def _holds(spans: Spans, at: int) -> bool:
    return any(start <= at < end for start, end in spans)


def _meet(spans: Spans, span: Span) -> bool:
    return any(start < span[1] and span[0] < end for start, end in spans)


def _inside(inner: Attribution, outer: Attribution) -> bool:
    return bool(outer.content) and all(
        _holds(((outer.content[0][0], outer.content[-1][1]),), s) for s, _ in inner.source
    )


def _length(spans: Spans) -> int:
    return sum(end - start for start, end in spans)


def _distance(attribution: Attribution, at: int) -> int:
    return min(min(abs(start - at), abs(end - at)) for start, end in (*attribution.source, *attribution.cue))
