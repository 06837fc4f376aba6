"""Sources without a name: "the sources" are those that the same article told of before."""

import re
from collections.abc import Mapping, Sequence

from sayso.audit.speakers.spoken import Spoken

_PRONOUNS = ("they", "he", "she", "it")
_DEFINITE = re.compile(r"(?:[Tt]he|[Tt]hose|[Tt]he\s+same)\s+(?P<noun>[a-z-]+)")
_NOUN = re.compile(r"(?P<noun>[A-Za-z-]+)(?:\s+(?:in|at|from|of|on|who|close|near|with|to|inside|familiar)\b.*)?$")


def same_unnamed(told: Sequence[Spoken]) -> Mapping[str, str]:
    """For "the sources" and "they", the link of the unnamed source of its article that it goes back to, by link."""
    called: dict[tuple[str, str], str] = {}
    seen: dict[tuple[str, str], str] = {}
    found: dict[str, str] = {}
    for one in sorted(told, key=lambda o: (o.article.iri, o.at)):
        if one.link.kind != "UnnamedSource" or not one.printed:
            continue
        first = called.setdefault((one.article.iri, one.link.speaker), one.link.iri)
        if one.printed.casefold() in _PRONOUNS:
            if first != one.link.iri:
                found[one.link.iri] = first
            continue
        back = _DEFINITE.fullmatch(one.printed)
        noun = back or _NOUN.search(re.split(r"[,;]", one.printed)[0])
        name = (one.article.iri, noun["noun"].casefold()) if noun else (one.article.iri, "")
        if back and name in seen:
            found[one.link.iri] = seen[name]
        elif noun and not back:
            seen[name] = one.link.iri
    return found
