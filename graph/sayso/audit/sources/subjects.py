"""Whom words mean that stand where somebody gives a number: a known speaker, a body by its name, or people."""

import re

from sayso.audit.speakers.labels import is_body_of_its_own
from sayso.audit.speakers.naming import Naming
from sayso.audit.speakers.offices import is_institution, words_of
from sayso.audit.speakers.within import body_counting
from sayso.audit.telling import Root, Telling
from sayso.namespaces import slug
from sayso.read.lexicon import words
from sayso.read.personhood import has_given_name

_NAME = re.compile(
    r"(?:^|(?<!of\s)(?<!with\s)(?<!from\s)(?<!at\s)(?<!for\s)(?<!by\s)(?<!in\s)\bthe\s)"
    r"(?P<name>[A-Z][\w&’'-]+(?:\s(?:(?:of|for|and)\s(?:the\s)?)?[A-Z][\w&’'-]+)+)$"
)
_BESIDE = re.compile(r"(?P<the>the\s)?(?P<name>[A-Z][\w&’'-]+(?:\s(?:(?:of|for|and)\s(?:the\s)?)?[A-Z][\w&’'-]+)*)")
"""A name between commas behind what its bearer is."""
_PLAIN = re.compile(r"[Tt]he\s(?P<name>(?:[a-z’'-]+\s){1,3}[a-z]+)")
_PREPOSITIONS = frozenset(("of", "from", "in", "at", "for", "with", "by"))


def who(found: re.Match[str], telling: Telling, names: Naming) -> Root | None:
    """Whom the words before a verb or count mean: the longest of their ends that names somebody."""
    beside = _BESIDE.fullmatch(found.groupdict().get("beside") or "")
    if beside and (root := names.who(beside["name"], telling.article, found.start())):
        return root
    if "np" in found.groupdict():
        return _beginning(found, telling, names)
    words = re.split(r"\s(?:that|which|who)\s", found["who"])[0].split()
    if words[-1] == "and":  # "it ended its search and raised the number"
        return names.who("it", telling.article, found.end("who") - len("and"))
    for n in range(len(words)):
        if n > 1 and words[n - 1].casefold() in _PREPOSITIONS:
            break
        phrase = " ".join(words[n:])
        if root := names.who(phrase, telling.article, found.start("who")):
            return root
    return None


def _beginning(found: re.Match[str], telling: Telling, names: Naming) -> Root | None:
    """Whom the words behind "by" or "of" mean: the longest of their beginnings that names somebody."""
    words = found["np"].split()
    for n in range(len(words), 0, -1):
        if root := names.who(" ".join(words[:n]), telling.article, found.start("np")):
            return root
    return None


def body_named(found: re.Match[str], telling: Telling) -> Root | None:
    """A body by its name, of which nobody speaks elsewhere."""
    beside = _BESIDE.fullmatch(found.groupdict().get("beside") or "")
    if beside and beside["the"]:
        return Root(f"name:{telling.event}|{slug(beside['name'])}", beside["name"], "named")
    name = _named(re.split(r"\s(?:that|which|who)\s", found.groupdict().get("who") or found["np"])[0])
    return Root(f"name:{telling.event}|{slug(name)}", name, "named") if name else None


def _named(who: str) -> str:
    """The name of a body with which a subject ends, if it does."""
    if body := body_counting(who):
        return body
    if (plain := _PLAIN.fullmatch(who)) and is_institution(plain["name"]):
        return plain["name"]
    name = _NAME.search(who)
    return (
        name["name"].removeprefix("The ")
        if name and (is_body_of_its_own(name["name"]) or not has_given_name(name["name"]))
        else ""
    )


def is_somebody(phrase: str) -> bool:
    """Whether a phrase without a name means people or a body, and not what is counted: "a consultant hired by it"."""
    nouns = {noun for word in phrase.casefold().split() for noun in (word, word.removesuffix("s"))}
    people = words("offices", "roles") | words("persons", "roles") | words("occupations", "roles")
    return phrase[:1].islower() and bool(nouns & (people | words_of("institutions")))
