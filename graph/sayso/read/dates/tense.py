"""Whether the clause around a date looks ahead of the day of publication or back from it."""

import re

from sayso.ingest.article import Span
from sayso.read.dates.patterns import SAID

_REACH = 110
_BREAK = re.compile(
    r"[;:!?\"“”]|\.(?=\s+[A-Z“])|\b(?:said|says|told|announced|but|while|after|because|who|which|when|since|if|although|before\s+(?!the\b|\d|[A-Z]))\b"
)
_AHEAD = re.compile(
    r"(?:\b(?:will|would|shall|should|must|won['’]t|wouldn['’]t|[Dd]eadline|ha[sd]\s+until|have\s+until|given\s+until|(?:is|are|was|were)\s+to"
    r"|(?:due|set|expected|scheduled|planned|plans|planning|hopes|hoped|wants|promised|vowed|pledged|intends|agreed|aims|supposed|likely|ordered"
    r"|asked|told)\s+(?:to|for|on|in|by|back))|['’]ll)\b(?!\s+(?:[\w-]+\s+)?have\b)"
)
_PLANNED = re.compile(
    r"\b(?:meets?|begins?|opens?|starts|resumes?|reopens?|expires?|ends|rises|falls|closes|leaves|takes?\s+effect"
    r"|comes?\s+into\s+force|runs?\s+out|goes\s+on\s+trial|goes?\s+to\s+the\s+polls|votes\s+on|travels?\s+to|faces|hosts)\b(?:\s+[\w’'-]+){0,5}\s*$"
)
_DONE = re.compile(
    r"\b(?:(?P<be>be|being|get)\s+)?(?:\w+ly\s+)?(?:\w+ed|won|lost|met|said|began|came|went|died|left|fell|took)\s+"
    r"(?:(?:on|in|by|late|early|last)\s+)*$"
)
_FOLLOWS = re.compile(
    r",?\s+(?:(?!said\b|says\b|told\b|that\b|and\b|who\b|when\b|after\b|\w+ed\b)[\w’'-]+\s+){1,5}?(?:will|is\s+to|are\s+to|(?:is|are)\s+due)\b"
    r"(?!\s+(?:[\w-]+\s+)?have\b)"
)
_PAST = re.compile(r"\b(?:was|were|had|has|have|been|\w{2,}ed|died|fell|rose|left|shot|said|told)\b")


def looks_ahead(text: str, floor: int, span: Span) -> bool:
    """Whether what is dated by the words at ``span`` was still to come: "will meet on Monday", "by Friday it is to …".

    >>> looks_ahead("Ministers will meet on Monday.", 0, (23, 29)), looks_ahead("He left on Monday.", 0, (11, 17))
    (True, False)
    """
    if SAID.search(text, floor, span[0]):
        return False
    before = _clause_before(text, floor, span[0])
    done = _DONE.search(before)
    if done and not done["be"]:
        return False
    if _AHEAD.search(before) or _PLANNED.search(before):
        return True
    opens = len(before.split()) <= 1
    return opens and _FOLLOWS.match(text, span[1]) is not None


def runs_on(text: str, floor: int, span: Span) -> bool:
    """Whether a clause before a date tells it in the present: "every household gets it this week"."""
    before = _clause_before(text, floor, span[0])
    return bool(before.strip()) and _PAST.search(before) is None


def _clause_before(text: str, floor: int, start: int) -> str:
    """What stands before a date in its clause."""
    before = text[max(floor, start - _REACH) : start]
    breaks = [match.end() for match in _BREAK.finditer(before)]
    return before[breaks[-1] :] if breaks else before
