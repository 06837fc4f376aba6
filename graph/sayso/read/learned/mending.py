"""Mends what the model found where the sentence itself shows whose words they are.

The subject of a passive is spoken to ("families were told that"): the one who spoke is not stated. Who quotes
somebody "as saying" something quotes them; what was said is theirs, and the chains tell it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.ingest.article import Span
from sayso.read.attribution import Attribution
from sayso.read.learned.happening import happens
from sayso.read.learned.placing import fronted, goes_on
from sayso.read.learned.telling import ADDRESSED
from sayso.read.overlap import shared
from sayso.read.reading import Spans
from sayso.read.sentences import split_paragraph

_JUDGED = ("accused", "criticized", "criticised", "praised", "condemned", "blamed", "called", "dubbed", "described")
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+|also\s+|often\s+|later\s+|again\s+)*"
    rf"(?P<verb>{'|'.join((*sorted(ADDRESSED), *_JUDGED))})\b",
    re.IGNORECASE,
)
_BY = re.compile(r"\s+by\b", re.IGNORECASE)
_AS_SAYING = re.compile(
    r"\b(?P<cue>quot(?:ed|es|ing)|cit(?:ed|es|ing))\s+(?P<rest>(?P<who>[^“”\".;]{3,120}?),?\s+as\s+(?:saying|stating|reporting))\b"
)
_SUBJECT = re.compile(
    r"(?:^|[.!?:;”\"\n]\s*|,\s+(?:and|but|while)\s+)(?P<who>(?!In\b|On\b|At\b|By\b|But\b|And\b)[A-Z][^,.;:“”\"\n]{2,60}?)"
    r"\s+(?:also\s+|has\s+|had\s+|later\s+|earlier\s+)*$"
)
_QUOTING = 0.8
"""Confidence, at least, that who is printed to quote somebody as saying something does so."""

_SAYS = re.compile(
    r",?\s+(?:also\s+|has\s+|had\s+)?(?P<cue>says|said|adds|added|claims|claimed|reports|reported|alleges|alleged|writes|wrote)"
    r"\s+(?:that\s+)?"
)
_BREAK = re.compile(r"[\n\r]")
_MARKS = "“”\"‘'„«‹「『`-–—•*·"
_AND_THAT = re.compile(r"[^.;:“”\"\n]{0,60}?\s(?:and|but)\s+that\s+(?=\w+\s+\w)(?P<said>[^.;:“”\"\n]+)")
_TRAILS_ON = re.compile(
    r"(?P<said>,\s+(?:(?:up|down)\s+(?:from|by)|compared\s+(?:with|to)|an?\s+(?:\w+\s+)?(?:rise|fall|drop|increase|decrease|jump)\s+of)"
    r"\s+[^.;:“”\"\n]*\d[^;:“”\"\n]*?)(?=[.](?:\s|$)|[;:\n])"
)
_ACCORDING = re.compile(r"according\s+to\b", re.IGNORECASE)
_PUT_BY = re.compile(
    r"\s+(?:was|were|is|has\s+been|had\s+been)\s+(?:put|placed|given|set|estimated|counted)\b[^.;,]*?\sby\s"
)
_WHICH_CITED = re.compile(r",?\s*(?:which|who)\s+(?:cited|quoted|cites|quotes)\s+[^,;:.“”\"]{2,80},\s+")
_QUOTES = re.compile(r"[“”\"„«»]|''|‘|``")
_MONEY = ("$", "€", "£", "¥", "₹")
_REACH = 160
"""Characters between a source and the end of the "as saying" by which it quotes somebody."""


def mended(text: str, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """The attributions, each as the words around it show it to be; some may be left out.

    >>> text = "Families were told that it was safe."
    >>> [a.source for a in mended(text, [Attribution(((0, 8),), ((9, 18),), ((24, 35),))])]
    [()]
    """
    found = [a for a in found if not (_according_cited(text, a) or happens(text, a) or _given_by_another(text, a))]
    found = [_without_cited(text, a) for a in found]
    found = [_behind_semicolon(text, a, found) for a in found]
    parted = [part for attribution in found for part in _parted(text, _of_one_sentence(text, attribution))]
    quoted = [_as_quoted(text, attribution) for attribution in parted]
    whole = [new for new in quoted if new is not None]
    for attribution, new in zip(parted, quoted, strict=True):
        if new is not None:
            yield new
        elif not any(_part_of(attribution, quoting) for quoting in whole):
            told = _in_its_sentence(text, _in_its_paragraph(text, _spoken_to(text, attribution)))
            yield goes_on(text, fronted(text, _and_that(text, _with_signs(text, told))))


def _in_its_sentence(text: str, attribution: Attribution) -> Attribution:
    """Without the plain sentences before the one whose end names the source: "It rained. It was cold, he said"."""
    if not attribution.cue or not attribution.content or not attribution.source:
        return attribution
    attribution = _without_sentences_before(text, attribution)
    start, end = attribution.content[0]
    behind = min(attribution.cue[0][0], attribution.source[0][0])
    if end > behind or _QUOTES.search(text, max(0, start - 2), min(end + 3, behind)):
        return attribution
    pieces = [piece for piece in split_paragraph(text, (start, attribution.cue[-1][1])) if piece[0] < end]
    last = pieces[-1][0] if pieces else start
    return replace(attribution, content=((last, end), *attribution.content[1:])) if last > start else attribution


def _without_sentences_before(text: str, attribution: Attribution) -> Attribution:
    """Without a plain sentence before the one that a cue stands within: "It rained. Snow, he said, would follow"."""
    kept = attribution.content
    while len(kept) > 1 and _ends_before(text, kept[0], kept[1][0], attribution):
        kept = kept[1:]
    return replace(attribution, content=kept)


def _ends_before(text: str, part: Span, following: int, attribution: Attribution) -> bool:
    """Whether a stretch ends its sentence before another stretch begins in that of the cue, and nothing is quoted."""
    between = text[part[1] : following]
    quoted = _QUOTES.search(text, max(0, part[0] - 2), following + 1)
    return between.strip() == "." and following <= attribution.cue[0][0] and quoted is None


def _behind_semicolon(text: str, attribution: Attribution, others: Sequence[Attribution]) -> Attribution:
    """Without the clause before that somebody else tells: "13, according to the port; 14, according to the army"."""
    if not attribution.cue or not attribution.content or attribution.content[-1][1] > attribution.cue[0][0]:
        return attribution
    start, end = attribution.content[-1]
    part = text.rfind(";", start, end) + 1
    told = any(start <= other.cue[0][0] < part for other in others if other.cue and other is not attribution)
    if not told or not text[part:end].strip():
        return attribution
    return replace(attribution, content=((part + len(text[part:end]) - len(text[part:end].lstrip()), end),))


def _and_that(text: str, attribution: Attribution) -> Attribution:
    """With a second clause of what is said: "said that eight had died, and that 15 were missing"."""
    if not attribution.cue or not attribution.content or attribution.content[-1][0] < attribution.cue[-1][1]:
        return attribution
    start, end = attribution.content[-1]
    more = _AND_THAT.match(text, end) or _TRAILS_ON.match(text, end)
    if more is None or not attribution.source:
        return attribution
    return replace(attribution, content=(*attribution.content[:-1], (start, more.end("said"))))


def _according_cited(text: str, attribution: Attribution) -> bool:
    """Whether the "cited" of "according to the Echo, which cited a memo" was taken for a cue of "According"."""
    return any(_ACCORDING.match(text, start) for start, _ in attribution.source)


def _given_by_another(text: str, attribution: Attribution) -> bool:
    """Whether its source is what a passive tells of: "the toll was put at 30 by the port"."""
    if not attribution.source or not attribution.cue or not attribution.content:
        return False
    start, end = attribution.source[-1][1], attribution.content[-1][1]
    return attribution.source[0][0] < attribution.cue[0][0] and _PUT_BY.match(text, start, end) is not None


def _without_cited(text: str, attribution: Attribution) -> Attribution:
    """Without whom the source cites: "according to the Echo, which cited a memo, the firm will close"."""
    if not attribution.cue or not _ACCORDING.match(text, attribution.cue[0][0]) or not attribution.content:
        return attribution
    (start, end), *rest = attribution.content
    cites = _WHICH_CITED.match(text, start, end)
    return replace(attribution, content=((cites.end(), end), *rest)) if cites else attribution


def _with_signs(text: str, attribution: Attribution) -> Attribution:
    """With the sign of the money with whose amount a content begins: "asked for $9 million"."""
    content = tuple((a - (text[a].isdigit() and text[a - 1 : a] in _MONEY), b) for a, b in attribution.content)
    return attribution if content == attribution.content else replace(attribution, content=content)


def _spoken_to(text: str, attribution: Attribution) -> Attribution:
    """Without its source, where that is the subject of a passive."""
    if not attribution.source or not attribution.cue:
        return attribution
    start, end = attribution.cue[0][0], attribution.cue[-1][1]
    subject = attribution.source[-1][1] <= start
    passive = _PASSIVE.search(text, start, end) if subject else None
    if passive is None or _BY.match(text, end):
        return attribution
    return replace(
        attribution, source=(), act="attitude" if passive["verb"].casefold() in ADDRESSED else attribution.act
    )


def _of_one_sentence(text: str, attribution: Attribution) -> Attribution:
    """With the part of its source that stands on the cue's side, where a sentence ends inside: "Roe. Roe"."""
    if len(attribution.source) != 1 or not attribution.cue:
        return attribution
    start, end = attribution.source[0]
    pieces = list(split_paragraph(text, (start, end)))
    if len(pieces) < 2:
        return attribution
    first, last = pieces[0], pieces[-1]
    kept = first if attribution.cue[0][0] < start else last
    return replace(attribution, source=((kept[0], kept[1] - (text[kept[1] - 1] in ".!?")),))


def _parted(text: str, attribution: Attribution) -> Iterator[Attribution]:
    """One for each who speaks, where two were taken for one source: "Roe says the port told a court that"."""
    first, last = attribution.source[:1], attribution.source[1:]
    says = _SAYS.fullmatch(text, first[0][1], last[0][0]) if last else None
    if says is None or not attribution.content or not attribution.cue or attribution.cue[0][0] < last[0][1]:
        yield attribution
        return
    whole = (last[0][0], attribution.content[-1][1])
    yield replace(attribution, source=first, cue=(says.span("cue"),), content=(whole,))
    yield replace(attribution, source=last)


def _in_its_paragraph(text: str, attribution: Attribution) -> Attribution:
    """Without the plain words of other paragraphs, such as the headline.

    Only a quotation, or what a colon introduces, runs on into later ones.
    """
    if not attribution.cue:
        return attribution
    start, end = min((attribution.cue[0], *attribution.source))[0], attribution.cue[-1][1]
    kept = tuple(
        span
        for span in attribution.content
        if (span[0] < end or not _begins_anew(text, end, span[0])) and not _ended_before(text, span, start)
    )
    return replace(attribution, content=kept) if kept else attribution


def _ended_before(text: str, span: Span, start: int) -> bool:
    return _BREAK.search(text, span[1], max(span[1], start)) is not None and text[span[0]] not in _MARKS


def _begins_anew(text: str, cue: int, start: int) -> bool:
    last = max(text.rfind("\n", cue, start), text.rfind("\r", cue, start))
    return last >= 0 and text[start] not in _MARKS and not text[cue:last].rstrip().endswith(":")


def _as_quoted(text: str, attribution: Attribution) -> Attribution | None:
    """An attribution of what an agency quotes somebody as saying, with "quoted" for its cue and all it quotes."""
    if not attribution.cue or not attribution.content:
        return None
    if not attribution.source:
        return _with_subject(text, attribution)
    behind = attribution.source[-1][1]
    quoting = _AS_SAYING.search(text, behind, behind + _REACH)
    if quoting is None or attribution.content[0][0] < quoting.end():
        return None
    if not quoting.start() <= attribution.cue[0][0] < quoting.end():
        return None
    content: Spans = ((quoting.start("rest"), attribution.content[0][1]), *attribution.content[1:])
    sure = max(attribution.confidence, _QUOTING)
    return replace(attribution, cue=(quoting.span("cue"),), content=content, confidence=sure)


def _with_subject(text: str, attribution: Attribution) -> Attribution | None:
    """An attribution without a source that quotes somebody as saying, with the subject before its cue."""
    start = attribution.cue[0][0]
    before = _SUBJECT.search(text, max(0, start - _REACH), start)
    quoting = _AS_SAYING.match(text, start)
    if before is None or quoting is None:
        return None
    content: Spans = ((quoting.start("rest"), max(quoting.end(), attribution.content[-1][1])),)
    return replace(attribution, source=(before.span("who"),), cue=(quoting.span("cue"),), content=content, act="speech")


def _part_of(attribution: Attribution, whole: Attribution) -> bool:
    """Whether it reads a piece of the same quoting: its cue stands there, its source is the same."""
    return bool(attribution.source == whole.source and shared(attribution.cue, whole.cue))
