"""Speech reported twice in one breath: "X quoted Y as saying", "Y was quoted by X", "she had been told by Z"."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.ingest.article import Span
from sayso.read.attribution import Attribution
from sayso.read.gazetteer import load_gazetteer
from sayso.read.lexicon import words
from sayso.read.reading import Spans
from sayso.read.relays import Link, phrase_end

_NP = r"[^“”\".;:]{2,120}?"
_ACTIVE = re.compile(
    rf"\b(?P<outer>quot(?:ed|es|ing)|cit(?:ed|es|ing))\s+(?P<who>(?!by\b){_NP}),?\s+(?P<inner>as\s+(?:saying|stating|reporting|telling\b{_NP}))(?=\s|,|:)"
)
_PASSIVE = re.compile(
    rf"\b(?P<outer>(?:was|were|is|are|been)\s+(?:quoted|cited))\s+(?:by\s+(?P<by>{_NP})\s+)?(?P<inner>as\s+saying)(?:\s+by\s+(?P<by_then>{_NP})(?=[,.;:]|\s(?:that|on)\b))?"
)
_BEHIND = re.compile(
    r"(?P<said>.{6,}?),[”\"’]?\s+(?P<by>[^“”\".;:]{2,60}?)\s+(?P<outer>quoted|quotes|cited|cites)\s+(?P<who>[^“”\".;:]{2,120}?),?"
    r"\s+(?P<inner>as\s+saying)(?:\s+(?:on|in|at|late|early|earlier|last|this)\b(?:(?!\b(?:that|had|was|were|is|are|would|will)\b)[^“”\",;]){2,40}?)?\.?",
    re.DOTALL,
)
_OUTLET = re.compile(
    r"\b(?:news|agenc(?:y|ies)|press|times|post|herald|tribune|gazette|journal|daily|echo|radio|television|tv|broadcasters?"
    r"|newspapers?|paper|magazine|website|media|reports?|statements?|transcripts?|documents?|papers|filings?|court|records?"
    r"|minutes|video|audio|tweets?|spokes\w+)\b",
    re.IGNORECASE,
)
_NEAR = 6
_SURE = 0.9
_TOLD = re.compile(r"\b(?:was|were|been|being)\s+(?:told|informed|briefed|assured|warned)$")
_TOLD_THAT = re.compile(
    rf"(?:that\s+)?(?:[\w’'-]+\s+){{1,5}}?(?P<cue>(?:had|has|have)\s+been\s+told|(?:was|were)\s+told)\s+by\s+(?P<who>{_NP})\s+that\s+"
)
_QUOTED_BY = re.compile(
    rf",?\s+(?:who\s+(?:was|were)\s+|as\s+)?(?P<outer>quoted|cited)\s+(?:by|in)\s+(?P<by>{_NP})(?=,)"
)
_LEARNED = re.compile(r"\b(?:learned|learnt|heard)$")
_FROM = re.compile(rf"\s+from\s+(?P<who>{_NP})(?=\s(?:that|how|when|where)\b)")
_ACCORDING = re.compile(r"according to", re.IGNORECASE)
_QUOTED = re.compile(r"(?:quot|cit)(?:ed|es|ing)", re.IGNORECASE)
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
    kept = [_told_by(text, a) for a in attributions if not (_cites_only(text, a) or _astray(text, a, attributions))]
    cues = {cue for attribution in kept for cue in attribution.cue}
    kept += [
        inner for a in list(kept) for inner in _passed_on(text, a) if not any(_meet(inner.cue[0], c) for c in cues)
    ]
    cited = [found for a in kept if (found := _quoted_by(text, a))]
    kept = [a for a in kept if not any(a.source and link.source == _whole(a.source) for _, link in cited)]
    behind = list(_said_before(text, sentences))
    quoting = {told.cue[0] for told, _ in behind}
    for match in (m for pattern in (_ACTIVE, _PASSIVE) for m in pattern.finditer(text)):
        if match.span("outer") in quoting:
            continue
        sentence = _sentence(sentences, match.start())
        pair = [a for a in kept if _cued_by(a, match.span("outer")) or _cued_by(a, match.span("inner"))]
        outer = _citing(match, pair, sentence)
        if outer:
            kept = [a for a in kept if a not in pair]
            cited.append(outer)
    for told, link in behind:
        if not any(told.cue == known.cue for known, _ in cited):
            kept = [a for a in kept if not any(_meet(span, told.cue[0]) for span in (*a.source, *a.cue, *a.content))]
            cited.append((told, link))
    for teller, whence in list(_had_from(text, kept)):
        kept = [a for a in kept if a is not teller and _whole(a.source or a.content) != whence.source]
        cited.append((teller, whence))
    everyone = sorted(
        [*kept, *(attribution for attribution, _ in cited)], key=lambda a: (a.cue or a.source or a.content)[0]
    )
    return everyone, {everyone.index(attribution): link for attribution, link in cited}


def _citing(match: re.Match[str], pair: Sequence[Attribution], sentence: Span) -> tuple[Attribution, Link] | None:
    """The one that cites, with whom it cites; ``None`` where no source stands before, or nothing is said."""
    active, by = "who" in match.re.groupindex, _by(match)
    roles = [spans for a in pair for spans in ((a.source,) if active else (a.source, a.content)) if spans]
    before = [spans for spans in roles if spans[-1][1] <= match.start("outer")]
    after = [a.content for a in pair if a.content and a.content[0][0] >= match.end()]
    content: Spans = after[0] if after else ((match.end() + 1, sentence[1] - 1),)
    if not before or content[0][0] >= content[0][1] or not (active or by):
        return None
    first = (before[0][0][0], before[0][-1][1])
    outer, inner = (before[0], match.span("who")) if active or by is None else ((by,), first)
    told = Attribution(outer, (match.span("outer"),), content, "speech", max(a.confidence for a in pair))
    return told, Link(inner, match.span("inner"))


def _said_before(text: str, sentences: Sequence[Span]) -> Iterator[tuple[Attribution, Link]]:
    """Who quotes somebody behind what is said: "It rained, the Echo quoted Ana Roe as saying"."""
    for sentence in sentences:
        if text.find("as saying", *sentence) > 0 and (found := _BEHIND.fullmatch(text, *sentence)):
            told = Attribution((found.span("by"),), (found.span("outer"),), (found.span("said"),), "speech", _SURE)
            yield told, Link(found.span("who"), found.span("inner"))


def _is_outlet(source: str) -> bool:
    """Whether a source is an outlet, or a document, that tells what others say."""
    known = load_gazetteer().named(source)
    written = {word.casefold() for word in re.findall(r"[\w-]+", source)} & (words("documents", "roles") | {"sheet"})
    return bool(written) or _OUTLET.search(source) is not None or any(entry.type == "Outlet" for entry in known)


def _had_from(text: str, attributions: Sequence[Attribution]) -> Iterator[tuple[Attribution, Link]]:
    """Whom a teller had it from: "The agency reported that 40 were saved, according to the harbour master".

    An outlet or document behind "according to" is the one that tells of the other: "…, according to the Echo".
    """
    for last in attributions:
        if not last.source or not last.cue or len(last.content) != 1 or last.source[0][0] < last.content[0][1]:
            continue
        if not _ACCORDING.fullmatch(text[slice(*last.cue[0])]) or _is_outlet(text[slice(*_whole(last.source))]):
            continue
        start, end = last.content[0]
        for first in attributions:
            whole = first.source and first.cue and first.content and first is not last and first.act == "speech"
            if (
                whole
                and first.source
                and abs(first.source[0][0] - start) <= _NEAR
                and abs(first.content[-1][1] - end) <= _NEAR
            ):
                yield first, Link(_whole(last.source), _whole(last.cue))
                break


def _quoted_by(text: str, attribution: Attribution) -> tuple[Attribution, Link] | None:
    """Who quotes the source, as in "officials, quoted by the Echo, said": the Echo tells it, and cites them."""
    found = (
        _QUOTED_BY.match(text, attribution.source[-1][1], attribution.source[-1][1] + 140)
        if attribution.source
        else None
    )
    if found is None or not attribution.cue:
        return None
    told = Attribution(
        (found.span("by"),), (found.span("outer"),), attribution.content, "speech", attribution.confidence
    )
    return told, Link(_whole(attribution.source), _whole(attribution.cue))


def _astray(text: str, attribution: Attribution, others: Sequence[Attribution]) -> bool:
    """Whether an "according to" inside what another tells was taken to tell that other's source as well."""
    if not attribution.cue or not _ACCORDING.fullmatch(text[slice(*attribution.cue[0])]):
        return False
    holders = (a.content for a in others if a is not attribution and a.content and a.act == "speech")
    around = [_whole(c) for c in holders if c[0][0] <= attribution.cue[0][0] < c[-1][1]]
    return any(start < a or b < end for a, b in around for start, end in attribution.content)


def _whole(spans: Spans) -> Span:
    return spans[0][0], spans[-1][1]


def _by(match: re.Match[str]) -> Span | None:
    """Where the one stands by whom somebody was quoted."""
    groups = (name for name in ("by", "by_then") if name in match.re.groupindex and match[name])
    return next((match.span(name) for name in groups), None)


def _cites_only(text: str, attribution: Attribution) -> bool:
    """Whether "who quoted field commanders" was taken for somebody saying "field commanders"."""
    if not attribution.cue or not attribution.content or not _QUOTED.fullmatch(text[slice(*attribution.cue[-1])]):
        return False
    start, end = attribution.content[0][0], attribution.content[-1][1]
    return attribution.cue[-1][1] < start and end <= phrase_end(text, attribution.cue[-1][1] + 1, start + 200)


def _passed_on(text: str, attribution: Attribution) -> Iterator[Attribution]:
    """The telling inside "(he said) she had been told by Z that …": Z is the one who told it."""
    if attribution.content and (found := _TOLD_THAT.match(text, *attribution.content[0])):
        content = (found.end(), attribution.content[-1][1])
        if content[0] < content[1]:
            yield Attribution((found.span("who"),), (found.span("cue"),), (content,), "speech", attribution.confidence)


def _told_by(text: str, attribution: Attribution) -> Attribution:
    """In "she had been told by Z" it is Z who said it, and in "she had been told" nobody says who."""
    if not attribution.cue or not attribution.source or attribution.source[0][0] > attribution.cue[0][0]:
        return attribution
    end = attribution.cue[-1][1]
    if _LEARNED.search(text, attribution.cue[0][0], end):
        whence = _FROM.match(text, end, end + 140)
        return replace(attribution, source=(whence.span("who"),)) if whence else attribution
    if not _TOLD.search(text, max(0, attribution.cue[0][0] - 12), end):
        return attribution
    by = _BY.match(text, end, end + 140)
    return replace(attribution, source=(by.span("who"),) if by else ())


def _cued_by(attribution: Attribution, span: Span) -> bool:
    return any(_meet(cue, span) for cue in attribution.cue)


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _sentence(sentences: Sequence[Span], offset: int) -> Span:
    at = bisect_right(sentences, offset, key=lambda span: span[0]) - 1
    return sentences[at] if at >= 0 else (0, 0)
