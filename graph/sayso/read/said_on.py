"""When something was said: the date that belongs to the saying and not to what is said."""

import re

from sayso.ingest.article import Span
from sayso.read.attribution import Attribution
from sayso.read.dates import find_dates
from sayso.read.overlap import shared
from sayso.read.page import Page

_NEAR = 30
_OPENING = re.compile(
    r"(?:(?:late|early|earlier|later)\s+|in\s+an?\s+(?:[\w-]+\s+){0,2}(?:statement|interview|speech|letter|post|report)\s+(?:\w+\s+)?"
    r"|at\s+an?\s+(?:[\w-]+\s+){0,2}(?:conference|briefing|hearing|rally|meeting)\s+(?:in\s+[A-Z][\w’'-]+\s+)?)?(?:on\s+|in\s+)?$",
    re.IGNORECASE,
)
_ISSUED = re.compile(
    r"\b(?:released|published|issued|posted|broadcast|aired|unveiled|made\s+public|dated|put\s+out)\s+(?:by\s+[^,;.]{3,60}\s+)?(?:late\s+|early\s+)?(?:on\s+|in\s+)?$"
)
_FAR = 80
_BREAK = re.compile(
    r"[.;:!?\"“”]|\b(?:that|who|which|after|before|when|while|because|whose|but|and|killed|died|was|were|has|had|will|would)\b"
)
_WHERE = re.compile(
    r"\b(?:in|at)\s+an?\s+(?:[\w-]+\s+){0,2}(?:statement|interview|speech|letter|post|report|study|survey|briefing|audit|review)"
    r"\s+(?:(?:published|released|issued|dated)\s+)?(?:on\s+|in\s+)?$|\bto\s+(?:him|her|them|us|me|it)\s+(?:on|in)\s+$"
)
_TOLD = re.compile(r"(?:the\s+)?[\w’'-]+(?:\s+[\w’'-]+)?\s+(?:on|in|last|late|early)\s+")
_TOPIC = re.compile(r"\s+(?:about|of|that|against|to)\b")
_BETWEEN = re.compile(r"\s*,?\s*(?:(?:had|has|have|late|early|earlier)\s+)*(?:on\s+|in\s+)?")
_WHEN = re.compile(r",?\s+when\s+")


def said_on(page: Page, anchor: int, attribution: Attribution) -> str | None:
    """The ISO date, year-month or year of the saying whose cue stands at offset ``anchor``; None where it is not told.

    It stands in the clause of the cue behind it, between source and cue, or opens the sentence; or it tells when the
    source came out ("a tally released on Tuesday") or in what ("… in a report in December").
    """
    sentence = page.sentence(anchor)
    for dated in find_dates(page.text, sentence, page.published):
        if dated.relation != "on" or dated.start is None or dated.start != dated.end:
            continue
        if _of_source(page.text, attribution, dated.span) or _in_document(page.text, attribution, dated.span):
            return dated.start
        if not shared((dated.span,), (*attribution.content, *attribution.source)) and _of_saying(
            page.text, sentence, attribution, dated.span
        ):
            return dated.start
    return None


def _of_source(text: str, attribution: Attribution, date: Span) -> bool:
    """Whether a date inside the source tells when it came out."""
    if not shared((date,), attribution.source):
        return False
    cue = attribution.cue or attribution.content
    leads = bool(cue) and any(date[1] == stop <= cue[0][0] for _, stop in attribution.source)
    ends = leads and text[: date[0]].endswith(("on ", "in "))
    return ends or _ISSUED.search(text, max(0, date[0] - 90), date[0]) is not None


def _in_document(text: str, attribution: Attribution, date: Span) -> bool:
    """Whether what is said ends on the document or the person that it was said to: "… in a report in December"."""
    inside = next((part for part in attribution.content if part[0] < date[0] < part[1]), None)
    if inside is None:
        return False
    before_topic = _TOPIC.match(text, date[1]) and _TOLD.fullmatch(text, inside[0], date[0])
    return bool(before_topic) or _WHERE.search(text, inside[0], date[0]) is not None


def _of_saying(text: str, sentence: Span, attribution: Attribution, date: Span) -> bool:
    cue = attribution.cue or attribution.source or attribution.content
    start, end = cue[0][0], max(stop for _, stop in cue)
    if start <= date[0] <= end + _NEAR or _OPENING.match(text, sentence[0], date[0]):
        return True
    if end < date[0] <= end + _FAR and not _BREAK.search(text, end, date[0]):
        return True
    if start - _FAR < date[0] < start and _ISSUED.search(text, max(0, date[0] - 90), date[0]):
        return True
    if (
        any(_BETWEEN.fullmatch(text, stop, date[0]) for _, stop in attribution.source)
        and date[0] < start <= date[1] + _NEAR
    ):
        return True
    return any(_WHEN.fullmatch(text, date[1], first) for first, _ in attribution.source)
