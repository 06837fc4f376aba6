"""From whom somebody says that they have a number: "she spoke of 31 men and said the figure came from the army"."""

import re

from sayso.audit.sources.subjects import body_named, who
from sayso.audit.speakers.naming import Naming
from sayso.audit.speakers.spoken import closing
from sayso.audit.telling import Root, Telling

_NUMBER = r"(?:figures?|numbers?|tolls?|counts?|estimates?|totals?|tally|data|information)"
_NP = r"(?P<np>(?:the\s)?(?:[\w&’'-]+\s){0,6}?[\w&’'-]+)(?=[,.;]|\sand\b|$)"
_CAME = (
    rf"{_NUMBER}\s(?:(?:had|has|have)\s)?(?:come|came|comes|originated|stemmed|stems"
    r"|(?:was|were|been|is|are)\s(?:taken|supplied|provided|given|passed\son))\s(?:to\s\w+\s)?(?:from|by)"
)
_HAS_IT = rf"(?:got|had|has|have|obtained|received|heard)\s(?:the|that|this|his|her|their)\s{_NUMBER}\sfrom"
_HANDED = re.compile(rf"\b(?:{_CAME}|{_HAS_IT})\s{_NP}")


def handed(telling: Telling, names: Naming) -> tuple[Root, str] | None:
    """The body that a speaker says the number is from, in the rest of its sentence or the next one, and why."""
    text, (_, end) = telling.article.text, telling.sentence
    next_ = end + len(text[end:]) - len(text[end:].lstrip(" "))
    for start, stop in ((telling.span[1], end), (next_, closing(text, next_))):
        found = _HANDED.search(text, start, stop)
        if found and (root := who(found, telling, names) or body_named(found, telling)):
            return root, f"{telling.root.name} has the number from {root.name}"
    return None
