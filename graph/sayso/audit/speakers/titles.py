"""Offices that people hold under a title: the governor, Governor Ana Roe and the governor's office are one word."""

import re
from collections import defaultdict
from functools import cache, lru_cache

from sayso.audit.speakers.offices import PLACE, words_of
from sayso.audit.speakers.spoken import Spoken

_HELD = 1_000
"""Names in texts that are remembered."""
_HIS_OFFICE = re.compile(r"(?:[Hh]er|[Hh]is)\soffice")
_NO_LONGER = re.compile(r"\b(?:former|deputy|vice|acting|ex|shadow|assistant)[\s-]+$", re.IGNORECASE)
_NO_OWNERS = frozenset(("former", "deputy", "vice", "acting", "ex", "shadow", "assistant", "chief"))
_PLAIN = re.compile(r"(?:^|[.,;:“\"(—-])\s*$")


def office_held(one: Spoken) -> str:
    """The office of a title that a speaker holds, as words call it; empty where none is told.

    A person holds the one whose title stands beside the name in the article, a phrase such as "the governor of Orlan"
    the one that it names, and "her office" is that of whoever bore a title last.
    """
    if one.link.kind == "Person" and one.link.speaker[:1].isupper():
        return next(iter(_beside(one.link.speaker, one.article.text)), "")
    if _HIS_OFFICE.fullmatch(one.printed):
        told = [*_anywhere().finditer(one.before)]
        return _office(told[-1]) if told else ""
    plain = f"the {one.link.speaker}" if one.link.kind == "Person" else ""
    return of_title(one.printed) or of_title(plain)


def of_title(phrase: str) -> str:
    """The office of a title that a definite phrase is; empty for other phrases.

    >>> of_title("the provincial governor"), of_title("The mayor of Galt"), of_title("a mayor")
    ("provincial governor's office", "mayor's office of Galt", '')
    """
    found = _phrase().fullmatch(re.split(r",|\s(?:who|which)\b", phrase)[0])
    if found and found["title"].casefold() == "speaker" and not (found["own"] or found["of"]):
        return ""  # whoever speaks in a recording
    return _office(found) if found and (found["the"] or found["own"] or found["of"]) else ""


def of_name(phrase: str) -> str:
    """The office of a title that a phrase calls by its bearer's name: "Governor Ana Roe's office".

    >>> of_name("Governor Ana Roe's office"), of_name("the governor's office")
    ("governor's office", '')
    """
    found = _named_office().fullmatch(phrase)
    return f"{found['title'].casefold()}'s office" if found else ""


def without_title(name: str) -> str:
    """A person's name without the title that it was taken to begin with.

    >>> without_title("Prefect Ana Roe"), without_title("Mayor Roe"), without_title("governor of Orlan")
    ('Ana Roe', 'Mayor Roe', 'governor of Orlan')
    """
    first, _, rest = name.partition(" ")
    return rest if " " in rest and rest[0].isupper() and first.casefold() in words_of("titles") else name


def _beside(speaker: str, text: str) -> tuple[str, ...]:
    return _bearers(text).get(speaker.rsplit(maxsplit=1)[-1], ())


@lru_cache(maxsize=_HELD)
def _bearers(text: str) -> dict[str, tuple[str, ...]]:
    """The offices beside names in a text, by each word of the name."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for told in _before_name().finditer(text):
        if _is_free(text[: told.start()], told):
            for word in told["name"].split():
                found[word][_office(told)] = None
    for told in _behind_name().finditer(text):
        found[told["name"]][_office(told)] = None
    return {word: tuple(offices) for word, offices in found.items()}


@cache
def _before_name() -> re.Pattern[str]:
    return re.compile(rf"{_titled()},?\s+(?P<name>[A-Z][\w.’'-]*(?:\s[A-Z][\w’'-]*){{0,2}})")


@cache
def _behind_name() -> re.Pattern[str]:
    return re.compile(rf"(?P<name>[A-Z][\w’'-]*),\s+(?:the\s+)?{_titled()}(?=[,.;]|\s+[a-z])")


def _is_free(before: str, found: re.Match[str]) -> bool:
    """Whether no word before a title tells that it is a body's ("police commissioner") or one of former times."""
    if _NO_LONGER.search(before):
        return False
    if found["own"] or _PLAIN.search(before.rpartition("\n")[2]):
        return not {word.casefold() for word in (found["own"] or "").split()} & words_of("institutions")
    last = before.rsplit(maxsplit=1)[-1].strip("“”\"'(").casefold() if before.split() else ""
    return last in words_of("outside") or last in words_of("indefinite")


def _office(found: re.Match[str]) -> str:
    told = found.groupdict()
    level, of = (told["level"] or "").casefold(), told["of"] or told["own"] or ""
    return f"{level} {found['title'].casefold()}'s office{' of ' if of else ''}{of}".strip()


@cache
def _titled() -> str:
    titles, levels = ("|".join(sorted(words_of(name), key=len, reverse=True)) for name in ("titles", "levels"))
    no_owner = "|".join(word.title() for word in sorted(words_of("outside") | words_of("levels") | _NO_OWNERS))
    what = "|".join(sorted(words_of("attributes") - words_of("levels")))
    own = rf"(?:(?P<own>(?!(?:{no_owner})\b){PLACE})(?:['’]s)?\s+)?"
    of = rf"(?:\s+(?:of|for|in)\s+(?:the\s+)?(?P<of>{PLACE}|[a-z]+(?=$|,)))?"
    return rf"\b{own}(?i:(?:(?P<level>{levels})\s+)?(?:(?:chief|lead|{what})\s+)?(?P<title>{titles}))\b{of}"


@cache
def _phrase() -> re.Pattern[str]:
    return re.compile(rf"(?P<the>[Tt]he\s+)?{_titled()}")


@cache
def _anywhere() -> re.Pattern[str]:
    return re.compile(_titled())


@cache
def _named_office() -> re.Pattern[str]:
    titles = "|".join(sorted(words_of("titles"), key=len, reverse=True))
    return re.compile(rf"(?:[Tt]he\s+)?(?i:(?P<title>{titles}))\s+[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*?['’]s?\s+office")
