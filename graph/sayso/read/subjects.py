"""Subjects with which a sentence opens, by their form: somebody without a name, a body without one, several people."""

import re

from sayso.read.bodies import body_words
from sayso.read.lexicon import words

_PEOPLE = "|".join(sorted(words("persons", "roles") | words("occupations", "roles"), key=len, reverse=True))
ONE = re.compile(
    rf"(?P<who>(?:An?|The|One|Another)\s+(?:[a-z][\w’'-]*\s+){{0,2}}?(?:{_PEOPLE})(?:\s+(?:in|of|from|at)\s+(?:the\s+)?[A-Z][\w’'-]*)?)"
    r"(?=,?\s+(?!said\b|says\b)[a-z])"
)
_BODIES = "|".join(sorted(body_words().keys() - {"team", "staff", "forces", "police"}, key=len, reverse=True))
BODY = re.compile(
    rf"(?P<who>(?:The|An|A)\s+(?:[a-z][\w’'-]*\s+){{0,3}}?(?:{_BODIES}))"
    r"(?=,\s+which\s|(?:\s+(?:in|of|for|at)\s+[\w’' -]{2,40}?)?"
    r"\s+(?:has|had|is|was|will|would|also|does|did|can|could|[a-z]{2,}ed|made|sent|shut|gave|took|put|went|began|held)\s)"
)
_PASTS = "|".join(sorted(words("pasts", "counting") | {"wept"}))
_GROUPS = "|".join(
    sorted(
        {f"{noun}s" for noun in words("persons", "roles") | words("occupations", "roles")}
        | {noun for noun in words("unnamed", "roles") if noun.endswith("s")}
        | {"police", "people", "women", "men", "guards", "crews", "teams", "troops", "forces", "divers"},
        key=len,
        reverse=True,
    )
)
SEVERAL = re.compile(
    r"(?:[A-Z][a-z]+:\s+)?(?:(?:On|By|In)\s[^,.]{2,30},\s+)?"
    rf"(?P<who>(?:(?:[Tt]he|Some|Most|Many|Several)\s+)?(?:[\w’'-]+\s+){{0,2}}?(?:(?i:{_GROUPS})|[A-Z][\w’'-]*[^s’']s))"
    r"(?=(?:\s+(?:in|of|from|at|with|for)\s+[\w’' -]{2,40}?)?"
    rf"\s+(?:have|had|were|are|will|would|also|did|do|can|could|[a-z]{{2,}}ed|say|put|{_PASTS})\s)"
)
"""People in the plural who open a sentence, past a label or words of time."""
