"""Bodies and offices by what they are called: which words mean the same, and which tell too little."""

import re
from collections.abc import Iterable
from functools import cache

from sayso.read.lexicon import table, words

_GENERIC = re.compile(
    r"^(?:(?:the )?(?:[\w-]+ ){0,2}(?:ministry|department|army|navy|air force|armed forces|police|parliament|senate"
    r"|supreme court|government|general staff|joint chiefs of staff|national assembly|national guard|coast guard"
    r"|security council|central bank|intelligence service)|(?:ministry|department|office|joint chiefs) of .+)$"
)


def is_generic(name: str) -> bool:
    """Whether many countries have a body of this name, so that it alone does not say which is meant.

    >>> is_generic("Defence Ministry"), is_generic("Spy Agency"), is_generic("Amnesty International")
    (True, True, False)
    """
    parts = [w for w in name.casefold().split() if w not in ("the", "of", "for", "and")]
    common = words("generic_words", "roles") | body_words().keys()
    return all(w in common for w in parts) or _GENERIC.match(name.casefold()) is not None


@cache
def body_words() -> dict[str, str]:
    """Noun for a body -> kind of body: "paper" is a newspaper."""
    return dict(pair.split("=") for pair in table("roles")["bodies"].split("\n"))


def kind_of_body(noun: str) -> str | None:
    """The kind of body that a noun means; "carmaker" and "chipmaker" are makers.

    >>> kind_of_body("paper"), kind_of_body("carmaker"), kind_of_body("river")
    ('newspaper', 'company', None)
    """
    return body_words().get(noun) or ("company" if noun.endswith("maker") and noun != "lawmaker" else None)


@cache
def synonyms(noun: str) -> frozenset[str]:
    """The words of offices that a noun may mean: "lawmaker" a senator, "leader" a president, but "chief" no president.

    >>> "senator" in synonyms("mp"), "president" in synonyms("leader"), "president" in synonyms("chief")
    (True, True, False)
    """
    found = {noun}
    for key, listed in (line.split("=") for line in table("roles")["groups"].split("\n")):
        if noun in listed.split():
            found |= {key} if key in words("broad_offices", "roles") and noun != key else set(listed.split())
    return frozenset(found)


@cache
def _plain_words() -> dict[str, str]:
    lines = (line.split("=") for line in table("roles")["body_synonyms"].split("\n"))
    return {word: plain for plain, listed in lines for word in listed.split()}


def plain_kind(said: Iterable[str]) -> frozenset[str]:
    """The words of a kind of body, each in the form that all its synonyms share.

    >>> plain_kind(["spy", "agency"]) == plain_kind(["intelligence", "service"])
    True
    """
    return frozenset(_plain_words().get(word, word) for word in (w.casefold() for w in said))
