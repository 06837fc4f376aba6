"""Events whose verbs are also verbs of saying: a fire that claims lives, a blast that kills."""

import re

from sayso.read.attribution import Attribution

_LIVES = re.compile(
    r"(?:the\s+)?(?:an\s+)?(?:estimated\s+|at\s+least\s+|more\s+than\s+|about\s+|around\s+|some\s+|nearly\s+|over\s+)*"
    r"(?:[\w,.-]+\s+){0,4}?(?:lives|life|martyrs|victims)\b"
)
_BLASTS = re.compile(r"(?:blast|attack|raid|strike|shelling|bombing)s?", re.IGNORECASE)
_STRIKES = re.compile(
    r"(?:kill|wound|injur|hit|target|leav|left|rock|claim|destroy|tear|rip|hurt|maim|damag)\w*\b|(?:near|in|on|at|outside|inside)\s",
    re.IGNORECASE,
)
_CLAIMS = ("claim", "claims", "claimed", "claiming")


def happens(text: str, attribution: Attribution) -> bool:
    """Whether something happens rather than is said.

    >>> text = "The fire claimed 14 lives. The army claimed 14 tanks."
    >>> fire = Attribution(((0, 8),), ((9, 16),), ((17, 25),))
    >>> army = Attribution(((27, 35),), ((36, 43),), ((44, 52),))
    >>> happens(text, fire), happens(text, army)
    (True, False)
    """
    if not attribution.cue or not attribution.content:
        return False
    start = attribution.content[0][0]
    claims = any(text[a:b].casefold().endswith(_CLAIMS) for a, b in attribution.cue)
    if claims and _LIVES.match(text, start):
        return True
    return _BLASTS.fullmatch(text, *attribution.cue[0]) is not None and _STRIKES.match(text, start) is not None
