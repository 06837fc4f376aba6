"""Speech reported twice in one breath: "X quoted Y as saying", "Y was quoted by X", "she had been told by Z"."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from sayso.ingest.article import Span
from sayso.read.attribution import Attribution
from sayso.read.reading import Spans
from sayso.read.relays import Link

_NP = r"[^“”\".;:]{2,120}?"
_ACTIVE = re.compile(
    rf"\b(?P<outer>quot(?:ed|es|ing)|cit(?:ed|es|ing))\s+(?P<who>(?!by\b){_NP}),?\s+(?P<inner>as\s+(?:saying|stating|reporting|telling\b{_NP}))(?=\s|,|:)"
)
_PASSIVE = re.compile(
    rf"\b(?P<outer>(?:was|were|is|are|been)\s+(?:quoted|cited))\s+(?:by\s+(?P<by>{_NP})\s+)?(?P<inner>as\s+saying)(?:\s+by\s+(?P<by_then>{_NP})(?=[,.;:]|\s(?:that|on)\b))?"
)
_TOLD = re.compile(r"\b(?:was|were|been|being)\s+(?:told|informed|briefed|assured|warned)$")
_BY = re.compile(rf"\s+by\s+(?P<who>{_NP})(?=[,.;:]|\s(?:that|about|of|to|how|when|where)\b)")


def straightened(
    text: str, sentences: Sequence[Span], attributions: Sequence[Attribution]
) -> tuple[list[Attribution], dict[int, Link]]:
    """The attributions with such pairs made one that cites the other, and index of the citing one -> whom it cites.

    >>> t = "Velp quoted Roe as saying it rained."
    >>> twice = [Attribution(((0, 4),), ((5, 11),), ((12, 15),)), Attribution(((0, 4),), ((19, 25),), ((26, 35),))]
    >>> straightened(t, [(0, 36)], twice)[1]
    {0: Link(source=(12, 15), cue=(16, 25), occasion=None)}
    """
    kept = [_told_by(text, attribution) for attribution in attributions]
    cited: list[tuple[Attribution, Link]] = []
    for match in (m for pattern in (_ACTIVE, _PASSIVE) for m in pattern.finditer(text)):
        sentence = _sentence(sentences, match.start())
        pair = [a for a in kept if _cued_by(a, match.span("outer")) or _cued_by(a, match.span("inner"))]
        outer = _citing(match, pair, sentence)
        if outer:
            kept = [a for a in kept if a not in pair]
            cited.append(outer)
    everyone = sorted(
        [*kept, *(attribution for attribution, _ in cited)], key=lambda a: (a.cue or a.source or a.content)[0]
    )
    return everyone, {everyone.index(attribution): link for attribution, link in cited}


def _citing(match: re.Match[str], pair: Sequence[Attribution], sentence: Span) -> tuple[Attribution, Link] | None:
    """The one that cites, with whom it cites; ``None`` where no source stands before, or nothing is said."""
    before = [a.source for a in pair if a.source and a.source[-1][1] <= match.start("outer")]
    contents = [a.content for a in pair if a.content and a.content[0][0] >= match.end()] or [
        a.content for a in pair if a.content and a.content[-1][1] <= match.start("outer")
    ]
    content: Spans = contents[0] if contents else ((match.end() + 1, sentence[1]),)
    if not before or content[0][0] >= content[0][1]:
        return None
    confidence = max(a.confidence for a in pair)
    if "who" in match.re.groupindex:
        outer, inner = before[0], match.span("who")
    else:
        by = match.span("by") if match["by"] else match.span("by_then")
        if by[0] < 0:
            return None
        outer, inner = (by,), (before[0][0][0], before[0][-1][1])
    told = Attribution(outer, (match.span("outer"),), content, "speech", confidence)
    return told, Link(inner, match.span("inner"))


def _told_by(text: str, attribution: Attribution) -> Attribution:
    """In "she had been told by Z" it is Z who said it, and in "she had been told" nobody says who."""
    if not attribution.cue or not attribution.source or attribution.source[0][0] > attribution.cue[0][0]:
        return attribution
    end = attribution.cue[-1][1]
    if not _TOLD.search(text, max(0, attribution.cue[0][0] - 12), end):
        return attribution
    by = _BY.match(text, end, end + 140)
    return replace(attribution, source=(by.span("who"),) if by else ())


def _cued_by(attribution: Attribution, span: Span) -> bool:
    return any(start < span[1] and span[0] < end for start, end in attribution.cue)


def _sentence(sentences: Sequence[Span], offset: int) -> Span:
    at = bisect_right(sentences, offset, key=lambda span: span[0]) - 1
    return sentences[at] if at >= 0 else (0, 0)
