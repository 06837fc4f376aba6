"""Whom a figure counts where the verb behind it says so: "seventeen of them were children", "19 were women"."""

import re

from sayso.audit.told.populations import is_known, singular
from sayso.ingest.article import Span

_WERE = re.compile(
    r"\s?(?:of (?:them|whom|those|these|the [a-z]+)\s)?(?:who [^,.;:]{2,40}? )?(?:are|were|was|is|being|have been)\s"
    r"(?:(?:all|also|reportedly|believed|thought|said|known|to be|those of|the remains of)\s)*"
    r"(?P<whom>(?:[a-z-]+ )?[a-z-]+)\b"
)
_YOUNG = re.compile(r"under (?:the age of )?(?:1[0-8]|eighteen)\b|minors?\b|aged (?:under|below)\b")
_PLURALS = ("children", "women", "men", "staff", "crew", "police", "personnel")


def predicate_of(text: str, span: Span, end: int) -> str:
    """The noun, in the singular, for those of whom a figure is said to count, before ``end``; else empty.

    >>> predicate_of("Seventeen of them were children, it said.", (0, 17), 41)
    'child'
    >>> predicate_of("Nineteen were under the age of 18.", (0, 8), 34), predicate_of("Nine were hurt.", (0, 4), 15)
    ('child', '')
    """
    found = _WERE.match(text, span[1], end)
    if not found:
        return ""
    if _YOUNG.match(text, found.start("whom")):
        return "child"
    told = (word for word in reversed(found["whom"].split()) if word in _PLURALS or word.endswith("s"))
    return next((singular(word) for word in told if is_known(singular(word))), "")
