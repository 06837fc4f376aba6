"""The body whose name stands within a phrase that was taken for a source without one, or for another's name."""

import re
from functools import cache

from sayso.audit.speakers.callings import apposed_nouns
from sayso.audit.speakers.offices import is_institution, words_of
from sayso.audit.speakers.spoken import Spoken
from sayso.read.bodies import body_words, kind_of_body
from sayso.read.personhood import has_given_name

_FOREIGN = "aux|sans|de|du|des|la|le|les|del|della|di|dos|das|da|do|und|von|van|el|al|y"
NAME = rf"[A-Z][\w&’'-]*(?:\s+(?:(?:of|and|for|the|{_FOREIGN})\s+)*[A-Z][\w&’'-]*)*"
_LEAD = r"(?:[Tt]he\s+|[Aa]n?\s+|[Ii]ts\s+)?(?:[a-z’'-]+\s+){0,3}"
_CAUSE = re.compile(
    r"[A-Z][a-z]+s\s(?:for|without|Without|against|Against)\s(?:the\s)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*"
)
_INQUIRY = re.compile(
    r"[Aa]n?\s(?P<body>(?:national|federal|parliamentary|state|provincial|regional|international|military|special|independent)"
    r"\s(?:commission|committee|court|tribunal|inquiry)(?:\sof\s[a-z]+)?)"
)
_BEFORE_IT = re.compile(rf"(?<![a-z]\s)({NAME}),\s$")
_CUT_OFF = re.compile(rf"((?:[A-Z][\w’'-]*\s)+(?:{_FOREIGN})\s)$")
_FOREIGN_NAME = re.compile(rf"(?:[A-Z][\w’'-]*\s)+(?:{_FOREIGN})\s([A-Z][\w’'-]*)")


def body_within(one: Spoken) -> str:
    """The name of the body that a phrase holds; empty where it holds none.

    A part of a body and those who count for it are the body ("a team of the Alpine Forum", "UN monitors"), and so is
    what it is called together with its name ("the medical charity Pons"). Whoever is of a place or a trade is none.
    """
    printed = one.printed
    held = (
        _fighters().fullmatch(printed)
        or _part_of().fullmatch(printed)
        or _counts_for().fullmatch(printed)
        or _called().fullmatch(printed)
    )
    if held and _is_body_name(held["name"], one):
        return held["name"]
    if inquiry := _INQUIRY.fullmatch(printed):
        return inquiry["body"]
    if team := _team().fullmatch(printed):
        return f"{team['of'] or team['name']} {team['noun']}"
    name = printed.partition(",")[0]
    if _CAUSE.fullmatch(name) or (name[:1].isupper() and " " in name and _is_set_beside(name, one)):
        return name
    if introduced := _introduced().fullmatch(printed):
        return introduced["body"]
    before = _BEFORE_IT.search(one.before)
    bare = re.fullmatch(r"an?\s(?:[\w’'-]+\s){0,3}?([a-z-]+)", printed)
    between = one.article.text[one.at + len(printed) :][:1] == ","
    return before[1] if before and between and bare and kind_of_body(bare[1]) else ""


def body_counting(phrase: str) -> str:
    """The body for which those count whom a phrase names; empty where it names no such people.

    >>> body_counting("Researchers at the Southern University"), body_counting("A volunteer with the Red Cross")
    ('Southern University', '')
    """
    found = _part_of().fullmatch(phrase) or _counts_for().fullmatch(phrase)
    return found["name"] if found and (" " in found["name"] or found["name"].isupper()) else ""


def body_called(phrase: str) -> str:
    """The name in a phrase that says what it is, too: "the airline Norda"; empty where it does not.

    >>> body_called("airline Norda"), body_called("Norda")
    ('Norda', '')
    """
    found = _called().fullmatch(phrase)
    return found["name"] if found else ""


def cut_off(one: Spoken) -> str:
    """The name of a body of which a part was left out in a label: "Rives sans Fin" for "Fin"; else empty."""
    start = _CUT_OFF.search(one.before)
    whole = f"{start[1] if start else ''}{one.printed}"
    found = _FOREIGN_NAME.fullmatch(whole)
    return whole if found and found[1] == one.link.speaker and not has_given_name(whole) else ""


def _is_body_name(name: str, one: Spoken) -> bool:
    """Whether a name is a body's and no place's: of several words, of capitals, or called a body in the text."""
    return " " in name or name.isupper() or is_institution(name) or _is_set_beside(name, one)


def _is_set_beside(name: str, one: Spoken) -> bool:
    return any(kind_of_body(noun) for noun in apposed_nouns(name, one.article.text))


@cache
def _part_of() -> re.Pattern[str]:
    """The parts of a body, and those who count for it, before "of" or "with" and its name."""
    whole = "|".join(sorted(words_of("parts") | words_of("scholars")))
    return re.compile(rf"{_LEAD}(?i:{whole})\s+(?:of|with|from|at)\s+(?:the\s+)?(?P<name>{NAME})")


@cache
def _fighters() -> re.Pattern[str]:
    """All who fight for a group: "the terrorists of the so-called Azar Front"."""
    return re.compile(
        rf"[Tt]he\s(?:{'|'.join(sorted(words_of('fighters')))})\sof\s(?:the\s)?(?:so-called\s)?(?P<name>{NAME})"
    )


@cache
def _team() -> re.Pattern[str]:
    """A group that a body set up: "a UN panel of experts", "a panel of UN experts"."""
    noun = r"(?P<noun>panel|commission|committee|mission|team|delegation|tribunal|inquiry)"
    owner = r"[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*"
    return re.compile(
        rf"[Aa]n?\s(?=.*[A-Z])(?:[a-z]+\s)?(?:(?P<name>{owner})\s)?{noun}"
        rf"(?:\sof\s(?:[a-z]+\s)?(?:(?P<of>{owner})\s)?[a-z]+)?"
    )


@cache
def _counts_for() -> re.Pattern[str]:
    """Those who count for a body, behind its name; those of a trade may be named for a place."""
    counting = "|".join(sorted(words_of("scholars") - words_of("trades")))
    return re.compile(rf"(?:[Tt]he\s+)?(?P<name>{NAME}?)(?:['’]s?)?\s+(?:{counting})")


@cache
def _introduced() -> re.Pattern[str]:
    """A body without a name that a phrase introduces with whose or of what it is: "a committee of engineers"."""
    nouns = "|".join(sorted(words_of("introduced")))
    whose = rf"(?:[a-z]+s['’]\s(?:{nouns})(?:\s(?:in|of|from)\s.+)?|(?:{nouns})\s(?:of|for)\s[a-z]+s\b.*)"
    return re.compile(rf"[Aa]n?\s(?P<body>{whose})")


@cache
def _called() -> re.Pattern[str]:
    kinds = "|".join(sorted(body_words().keys() | words_of("company") | words_of("establishments")))
    return re.compile(rf"{_LEAD}(?:{kinds})\s+(?P<name>{NAME})")
