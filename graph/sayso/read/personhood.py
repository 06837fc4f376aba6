"""Whether a capitalised name of two or more words is a person's, as far as the words around it tell."""

import re

from sayso.ingest.article import Span
from sayso.namespaces import slug
from sayso.read.lexicon import words

ACTS = re.compile(
    r"\s+(?:is|was|has|had|will|would|who|himself|herself|[a-z]{2,}ed|said|told|says|tells|won|met|left|came|went|took|gave"
    r"|made|saw|spoke|knew|felt|wrote|began|ran|stood|sat|thinks|believes|hopes|wants|argues|adds|notes)\b"
)
_AGE = re.compile(r",\s+(?:aged\s+)?\d{1,2},")
_APPOSED = re.compile(r",\s+(?:an?|the|who|whose|then|now|former)\s+((?:[\w’'-]+\s+){0,4}?[\w’'-]+)")
_THE = re.compile(r"\bthe\s+$", re.IGNORECASE)


def is_no_person(text: str, span: Span) -> bool:
    """Whether it begins or ends as things and places are called, or stands behind "the".

    >>> is_no_person("an Orla Dam", (3, 11)), is_no_person("the Port Alder", (4, 14)), is_no_person("Ana Roe", (0, 7))
    (True, True, False)
    """
    parts, things = slug(text[slice(*span)]).split("-"), words("things", "roles")
    capitals = any(word.isupper() and len(word) > 1 and word.isalpha() for word in text[slice(*span)].split())
    if capitals or parts[0] in things or parts[-1] in things | words("persons", "roles"):
        return True
    return _THE.search(text, max(0, span[0] - 4), span[0]) is not None


def has_given_name(name: str) -> bool:
    """Whether it begins with a common given name."""
    given = slug(name).split("-")[0]
    return given in words("female", "given_names") or given in words("male", "given_names")


def acts(text: str, end: int) -> bool:
    """Whether a verb of somebody who acts follows."""
    return ACTS.match(text, end) is not None


def is_person(text: str, span: Span) -> bool:
    """Whether a given name begins it, or an age, a role or a verb of acting follows.

    >>> t = "Ore Sand, 45, left. Ore Sand, a nurse, wept. Mud Bath lies low."
    >>> [is_person(t, span) for span in ((0, 8), (20, 28), (45, 53))]
    [True, True, False]
    """
    if has_given_name(text[slice(*span)]):
        return True
    if _AGE.match(text, span[1]) or acts(text, span[1]):
        return True
    apposed = _APPOSED.match(text, span[1], span[1] + 80)
    said = {word.casefold() for word in apposed[1].split()} if apposed else set()
    return bool(said & words("persons", "roles"))
