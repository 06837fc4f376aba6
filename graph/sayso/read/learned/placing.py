"""What is said where its speaker stands behind it ("Six died, the army said in the note") or within it."""

import re
from dataclasses import replace

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
_DAY = re.compile(r"\s+(?:on|in|at|late|early)\s+[^,.;:\n]{2,40}(?=,)")
_REACH = 400


def fronted(text: str, attribution: Attribution) -> Attribution:
    """With the clause before it for its content, where what was taken for it only tells of a document.

    >>> text = "Six men died, the army said in the note that Roe read."
    >>> told = fronted(text, Attribution(((15, 23),), ((24, 40),), ((41, 53),)))
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


def _past_day(text: str, i: int) -> int:
    """Past when or where it was said: "said on Tuesday, were"."""
    day = _DAY.match(text, i)
    return day.end() if day else i
