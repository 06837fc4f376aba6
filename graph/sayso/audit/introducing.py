"""Whom an indefinite phrase brings in: "a monitoring group said" is the body that the next sentences name."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from sayso.audit.callings import Bodies, Body
from sayso.audit.offices import words_of
from sayso.audit.spoken import Spoken
from sayso.read.bodies import kind_of_body

_INDEFINITE = re.compile(
    r"(?:[Aa]n?|[Oo]ne)\s+(?:(?!(?:at|of|in|from|for|with|by|to)\b)[\w-]+\s+){0,3}?(?P<noun>[a-z-]+)(?:\s+(?:that|which|based|in|of|tracking|monitoring)\b.*)?"
)
_DEFINITE = re.compile(r"(?:[Tt]he|[Tt]hose|[Tt]he\s+same)\s+(?P<noun>[a-z-]+)")
_NOUN = re.compile(r"(?P<noun>[A-Za-z-]+)(?:\s+(?:in|at|from|of|on|who|close|near|with|to|inside|familiar)\b.*)?$")
_REACH = 900
"""Characters within which a body that was brought in is named."""


def introduced(told: Sequence[Spoken], bodies: Bodies) -> dict[str, Body]:
    """The bodies that phrases such as "a monitoring group" bring in, by link: named soon after, and not before."""
    spoken: dict[str, list[tuple[int, Body]]] = defaultdict(list)
    for one in told:
        if one.link.source and (body := bodies.of(one.link.key)):
            spoken[one.article.iri].append((one.at, body))
    found = {}
    for one in told:
        phrase = _INDEFINITE.fullmatch(one.printed) if one.link.kind == "UnnamedSource" else None
        if phrase and kind_of_body(phrase["noun"]):
            named = sorted(spoken[one.article.iri], key=lambda pair: pair[0])
            later = [body for at, body in named if one.at < at < one.at + _REACH and _may_be(phrase["noun"], body)]
            if later and not any(body is later[0] and at < one.at for at, body in named):
                found[one.link.iri] = later[0]
    return found


def _may_be(noun: str, body: Body) -> bool:
    """Whether a body can be called by a noun: as one of its kind, or where the noun tells no kind."""
    kinds = {kind_of_body(word) or word for word in body.heads}
    return noun in body.heads or kind_of_body(noun) in kinds or (noun in words_of("kinds") and not kinds & _states())


def _states() -> frozenset[str]:
    return words_of("state_bodies") | words_of("company") | {"police", "hospital", "court", "union"}


def same_unnamed(told: Sequence[Spoken]) -> Mapping[str, str]:
    """For "the sources", the link of the unnamed source of its article that it goes back to, by link."""
    seen: dict[tuple[str, str], str] = {}
    found: dict[str, str] = {}
    for one in sorted(told, key=lambda o: (o.article.iri, o.at)):
        if one.link.kind != "UnnamedSource" or not one.printed:
            continue
        back = _DEFINITE.fullmatch(one.printed)
        noun = back or _NOUN.search(re.split(r"[,;]", one.printed)[0])
        name = (one.article.iri, noun["noun"].casefold()) if noun else (one.article.iri, "")
        if back and name in seen:
            found[one.link.iri] = seen[name]
        elif noun and not back:
            seen[name] = one.link.iri
    return found
