"""Whether somebody is told to have the role or office that a description names: "the mayor", "the prime minister"."""

import re
from collections.abc import Iterator

from sayso.read.actor import Actor
from sayso.read.bodies import synonyms
from sayso.read.lexicon import words
from sayso.read.phrase import DETERMINERS, Phrase

_PARLIAMENTS = frozenset(["parliament", "assembly", "congress"])
_OF_A_FIELD = frozenset(["minister", "secretary", "chief", "head", "director", "officer", "commissioner"])
"""Offices of which one field excludes another: "the foreign minister" is no health minister."""

_TENURES = frozenset(["new", "former", "old", "defeated", "outgoing", "incoming", "acting", "ex", "late"])

PEOPLE = words("persons", "roles") | words("offices", "roles") | words("occupations", "roles")
"""What one person may be called."""


def plays(actor: Actor, noun: str, country: str | None = None, sure: bool = True) -> bool:
    """Whether somebody is told to have this role.

    With ``sure``, an office that every state has must be told of the very country, if one is named.
    """
    of_state = sure and noun in words("state_offices", "roles")
    if country and actor.country != country and (of_state or actor.country):
        return False
    said = set(role_words(actor))
    return bool(said & synonyms(noun)) or (
        "member" in said and bool(_PARLIAMENTS & said) and noun in synonyms("lawmaker")
    )


def of_its_field(actor: Actor, phrase: Phrase) -> bool:
    """Whether the roles of somebody are of the field that a description names, or of none.

    "The minister" alone is no prime minister.
    """
    noun = phrase.noun
    field = {word.bare for word in phrase.head[:-1]} - DETERMINERS
    if noun not in _OF_A_FIELD:
        held = {word for role in actor.roles for word in _words(role)} & _TENURES
        return not (field & _TENURES and held) or bool(field & held)
    fields = [set(_before(role, noun)) for role in actor.roles if noun in _words(role)]
    return not fields or any(_agree(field, other) for other in fields)


def _agree(field: set[str], other: set[str]) -> bool:
    if not field:
        return "prime" not in other
    return not other or bool(field & other)


def role_words(actor: Actor) -> Iterator[str]:
    """The words of its roles up to "of", "for" or "at", and of a membership all of them."""
    for role in actor.roles:
        said = _words(role)
        stop = next((k for k, word in enumerate(said) if word in ("of", "for", "at", "in", "to")), len(said))
        yield from said if "member" in said[:stop] else said[:stop]


def _words(role: str) -> list[str]:
    return re.findall(r"[\w-]+", role.casefold())


def _before(role: str, noun: str) -> list[str]:
    said = _words(role)
    return said[: said.index(noun)]
