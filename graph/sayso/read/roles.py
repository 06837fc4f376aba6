"""Roles told behind a name: "Ana Roe, the mayor of Alder," and "Ana Roe, 45, a nurse"."""

import re

from sayso.ingest.article import Span
from sayso.read.lexicon import words
from sayso.read.phrase import phrase_of

_APPOSED = re.compile(
    r",\s+(?:(?:aged\s+)?\d{1,2},\s+)?(?:an?\s+|the\s+|now\s+|then\s+|once\s+|who\s+(?:is|was)\s+(?:an?\s+|the\s+)?)?"
    r"(?P<role>(?!who\b|which\b|said\b|(?!king\b|acting\b|leading\b|sitting\b)\w+ing\b)[^\W_][^,.;:()“”\"—]{2,90}?)\s*(?=[,.;)]|\s(?:said|told|added|who|—|–)\b)"
)

_PEOPLE = "|".join(sorted(words("persons", "roles") | words("occupations", "roles"), key=len, reverse=True))
_BEFORE = re.compile(
    rf"(?:^|[\s“\"])(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[\w’'-]+['’]s)\s+(?P<role>(?:(?![\w-]+['’]s\s)[\w’'-]+\s+){{0,4}}?(?:{_PEOPLE}))"
    r"(?:\s+(?:of|for|at|in)\s+[^,.;:“”\"]{2,50})?,\s+$"
)


def role_before(text: str, span: Span) -> Span | None:
    """Where the words of a role stand that a name explains: "the mayor of Alder, Ana Roe, wept".

    >>> text = "They met the port’s police chief, Ana Roe, on Monday."
    >>> text[slice(*role_before(text, (34, 41)))]
    'police chief'
    """
    closed = text[span[1] : span[1] + 1] in (",", ".", ")", "")
    found = _BEFORE.search(text, max(0, span[0] - 110), span[0]) if closed else None
    return found.span("role") if found else None


def apposed_role(text: str, end: int) -> Span | None:
    """Where the words of a role stand that follow a name, without article; ``None`` where none do.

    >>> text = "Ana Roe, 45, a nurse at the port clinic, wept."
    >>> text[slice(*apposed_role(text, 7))]
    'nurse at the port clinic'
    >>> apposed_role("Ana Roe, the sea and the sky", 7)
    """
    found = _APPOSED.match(text, end, end + 130)
    if found is None:
        return None
    span = found.span("role")
    phrase = phrase_of(text, span)
    known = words("persons", "roles") | words("offices", "roles") | words("occupations", "roles") | {"member"}
    plain = phrase.noun in known and not any(word.bare in ("and", "or") for word in phrase.head[:1])
    return span if plain else None
