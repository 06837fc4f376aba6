"""What is said where its speaker stands behind it ("Six died, the army said in the note") or within it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.ingest.article import Span
from sayso.read.attribution import Attribution

_FINITE = (
    r"had|has|have|was|were|is|are|did|does|do|will|would|can|could|may|might|must|should"
    r"|died|fell|rose|took|went|came|left|lost|fled|found|held|got|became|began|made|gave|saw|hit|cut"
)
_VERB = re.compile(rf"\b(?:{_FINITE}|(?-i:[a-z]+ed))\b", re.IGNORECASE)
_DOCUMENT = re.compile(
    r"\b(?:statement|report|message|letter|e-?mail|note|post|broadcast|speech|video|interview|document|bulletin|release|tweet"
    r"|communiqu[eé]|recording)$",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"(?:when|while|after|before|as|if|although|though|since|because|in|on|at|by|with|during|for|from|under|despite|according)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?:^|[.!?][”\"]?\s+|\n)(?P<front>[^.!?\n;:“”\"]{12,}),\s$")
_ON = re.compile(
    rf",\s+(?P<said>(?:(?:also|still|now|then|already|never|not)\s+)?(?:{_FINITE})\b[^.;:“”\"\n]*)(?=[.;]|$|\n)"
)
_JOINED = re.compile(
    r",\s+(?:and|but)\s+(?P<said>(?:(?!\b(?:said|says|told|according|added|denied|reported|claimed|insisted|called"
    r"|asked|who|which)\b)[\w’',-]+\s){0,12}?(?:had|would|(?:was|were)\s+(?:not\s+)?\w+ing)\b"
    r"(?:(?!\b(?:said|says|told|according|added)\b)[^.;:“”\"\n])*)(?=[.;]|$|\n)"
)
_DAY = re.compile(r"\s+(?:on|in|at|late|early)\s+[^,.;:\n]{2,40}(?=,)")
_REACH = 400


def fronted(text: str, attribution: Attribution) -> Attribution:
    """With the clause before it for its content, where what was taken for it only tells of a document.

    >>> text = "Six men died, the army said in the note that Roe read."
    >>> told = fronted(text, Attribution(((14, 22),), ((23, 39),), ((40, 53),)))
    >>> text[slice(*told.content[0])]
    'Six men died'
    """
    if len(attribution.source) != 1 or len(attribution.content) != 1 or not attribution.cue:
        return attribution
    cue = text[attribution.cue[0][0] : attribution.cue[-1][1]]
    behind = attribution.source[0][1] <= attribution.cue[0][0] < attribution.content[0][0]
    if not behind or not text.startswith("that ", attribution.content[0][0]) or not _DOCUMENT.search(cue):
        return attribution
    start = attribution.source[0][0]
    front = _SENTENCE.search(text, max(0, start - _REACH), start)
    if front is None or _SUBORDINATE.match(front["front"]) or not _VERB.search(front["front"]):
        return attribution
    return replace(attribution, content=(front.span("front"),))


def goes_on(text: str, attribution: Attribution) -> Attribution:
    """With the rest of a clause whose speaker stands within it: "The dam, said the engineer, had been leaking".

    >>> text = "The dam, said Roe, had been leaking."
    >>> told = goes_on(text, Attribution(((14, 17),), ((9, 13),), ((0, 7),)))
    >>> [text[a:b] for a, b in told.content]
    ['The dam', 'had been leaking']
    """
    if len(attribution.content) != 1 or not attribution.source or not attribution.cue:
        return attribution
    start, end = attribution.content[0]
    first = min(attribution.source[0][0], attribution.cue[0][0])
    last = max(attribution.source[-1][1], attribution.cue[-1][1])
    if end > first or text[end:first].strip() != "," or _VERB.search(text, start, end):
        return attribution
    more = _ON.match(text, _past_day(text, last))
    return replace(attribution, content=((start, end), more.span("said"))) if more else attribution


def carried_on(text: str, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, none with its own source at its end, each with what "and" or "but" joins behind its source.

    What is joined has to be told as said ("had", "would") and to name no speaker of its own.

    >>> text = "The dam leaked, according to Roe, and a gate had been left open."
    >>> told = carried_on(text, [Attribution(((29, 32),), ((16, 28),), ((0, 14),))])
    >>> [text[a:b] for a, b in told[0].content]
    ['The dam leaked', 'a gate had been left open']
    """
    whole = [_without_source(text, attribution) for attribution in found]
    taken = [span for a in whole for span in (*a.source, *a.cue, *a.content)]
    return [_with_joined(text, attribution, taken) for attribution in whole]


def _without_source(text: str, attribution: Attribution) -> Attribution:
    if not attribution.source or not attribution.content:
        return attribution
    source, (start, end) = attribution.source[0], attribution.content[-1]
    if not start < source[0] < end <= source[1]:
        return attribution
    cut = start + len(text[start : source[0]].rstrip(" ,"))
    return replace(attribution, content=(*attribution.content[:-1], (start, cut))) if cut > start else attribution


def _with_joined(text: str, attribution: Attribution, taken: Sequence[Span]) -> Attribution:
    if len(attribution.content) != 1 or not attribution.source or not attribution.cue or attribution.act != "speech":
        return attribution
    start, end = attribution.content[0]
    first = min(attribution.source[0][0], attribution.cue[0][0])
    last = max(attribution.source[-1][1], attribution.cue[-1][1])
    if end > first or text[end:first].strip() != ",":
        return attribution
    more = _JOINED.match(text, _past_day(text, last))
    if not more or any(a < more.end("said") and more.start("said") < b for a, b in taken):
        return attribution
    return replace(attribution, content=((start, end), more.span("said")))


def _past_day(text: str, i: int) -> int:
    """Past when or where it was said: "said on Tuesday, were"."""
    day = _DAY.match(text, i)
    return day.end() if day else i
