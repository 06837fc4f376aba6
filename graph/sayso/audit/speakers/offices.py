"""The office in the name of a body: "defence ministry" of "Velmora's defence ministry", and whose or where it is."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sayso.audit.speakers.spoken import opening
from sayso.audit.wording import compiled

TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
POSSESSIVE = re.compile(r"['’]s?\b")
_JOINTS = frozenset(("the", "of", "in", "for", "at", "from", "its", "their", "own", "and", "country", "that", "which"))
_HEAD_ENDS = re.compile(r"\b(?:of|in|for|at|from|on|who|which|that)\b|,")
_NEAR = 40
_OPENS_IN = re.compile(
    r"(?:In|At|Across)\s+(?:the\s+)?(?:[a-z-]+\s+){0,3}(?:of\s+)?([A-Z][\w-]+(?:\s[A-Z][\w-]+)*)\b[^.;]*,\s"
)
_PROPER = re.compile(r"(?:[Tt]he\s+)?((?!The\b)[A-Z][\w-]+(?:\s+(?:and\s+|of\s+)?[A-Z][\w-]+)*)\s+([a-z]+)")
PLACE = r"[A-Z][\w-]+(?:\s[A-Z][\w-]+)*"
_OF_WHAT = re.compile(
    r"(?P<the>[Tt]he\s+)?(?P<head>[\w’' -]+?)\s+(?:of|for)\s+(?:the\s+)?(?P<what>[\w-]+)(?P<rest>\b.*)"
)
_REGION = re.compile(
    rf"((?:of|in|for)\s(?:the\s)?{PLACE})\s(?:department|province|region|district|governorate|county|state)\b"
)
_CASE = re.compile(r"\sin\sthe\s(?:[\w-]+\s){1,3}(?:case|trial)$")
_SEAT = re.compile(r"\b(?:in|of) ([A-Z][\w-]+)")
_DAYS = frozenset(
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
     "april", "may", "june", "july", "august", "september", "october", "november", "december")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Name:
    """A body as a phrase calls it: the words of its office, the names beside them, and the town that it is in."""

    office: tuple[str, ...]
    names: frozenset[str]
    seat: str = ""

    @property
    def sort(self) -> tuple[str, ...]:
        """The office without the words that say how far it reaches, which others leave out: "national" police."""
        plain = tuple(word for word in self.office if word not in words_of("levels"))
        return plain or self.office

    @property
    def level(self) -> frozenset[str]:
        """Those words, "state" and "federal" under the word for what they may mean alike."""
        return frozenset(self.office) - frozenset(self.sort)

    @property
    def is_local(self) -> bool:
        """Whether every town has such a body, so that where it sits says which it is."""
        return bool(set(self.sort) & words_of("local")) and not self.level & {"national", "federal"}

    @property
    def sits(self) -> bool:
        """Whether the names are no more than those of where it sits: "the ministry in Orlan"."""
        return bool(self.seat) and self.names == frozenset(self.seat.split())

    def may_be(self, other: "Name") -> bool:
        """Whether nothing in two names of bodies of one sort tells them apart: the owners or how far they reach.

        >>> owners = ("north holme", "south holme", "holme")
        >>> north, south, bare = (Name(("police",), frozenset(owner.split())) for owner in owners)
        >>> north.may_be(south), north.may_be(bare)
        (False, True)
        """
        alike = self.names <= other.names or other.names <= self.names
        return alike and not (self.level and other.level and not self.level & other.level)


@cache
def words_of(name: str) -> frozenset[str]:
    """A list of words of institutions.toml."""
    data = tomllib.loads(files("sayso.audit.speakers").joinpath("institutions.toml").read_text(encoding="utf-8"))
    return frozenset(data[name].split())


def is_institution(speaker: str) -> bool:
    """Whether a phrase without a name is a body known by its office.

    >>> is_institution("the coast guard"), is_institution("a police officer"), is_institution("police in Asvere")
    (True, False, True)
    """
    words = TOKEN.findall(POSSESSIVE.sub("", _HEAD_ENDS.split(speaker.strip(), maxsplit=1)[0]).casefold())
    return bool(words) and words[0] not in words_of("indefinite") and words[-1] in words_of("institutions")


def name_of(phrase: str, speaker: str) -> Name:
    """The office of a speaker, and the names that the phrase puts before it, into it, or behind "of" or "in".

    >>> name_of("Velmora’s defence ministry", "defence ministry")
    Name(office=('defence', 'ministry'), names=frozenset({'velmora'}), seat='')
    >>> name_of("The electoral commission, in a statement on Monday", "electoral commission").names
    frozenset()
    """
    words = TOKEN.findall(POSSESSIVE.sub("", _REGION.sub(r"\1", _turned(_CASE.sub("", speaker)))))
    lower = tuple(w.casefold() for w in words if w.casefold() not in _JOINTS and _is_office(w, words))
    names = {w.casefold() for w in words if w.casefold() not in _JOINTS} - set(lower)
    adjectives = dict(pair.split("=") for pair in words_of("adjectives"))
    owned = tuple(adjectives[w] for w in lower if w in adjectives and len(lower) > 1)
    lower = (*owned, *(w for w in lower if w not in adjectives or len(lower) == 1))
    seat = None
    if lower:
        head = f"(?i:{re.escape(lower[-1])})"
        owner = rf"({PLACE})['’]s?\s+(?:[\w-]+\s+){{0,3}}?{head}\b"
        behind = rf"\b{head}\s+(?:of|in|for)\s+(?:the\s+)?(?:capital\s+of\s+|neighbou?ring\s+)?({PLACE})"
        lies_in = rf"\b{head}\s+in\s+({PLACE})"
        seat = re.search(lies_in, phrase) or re.search(lies_in, speaker)
        owners = [found for pattern in (owner, behind) for found in re.findall(pattern, phrase)]
        printed = {w.casefold() for found in owners for w in found.split() if not _is_office(w, words)}
        names = printed or names  # what stands here outweighs the label, which is another place's
    names -= _DAYS | words_of("outside")
    return Name(_canonical(tuple(map(_plain, lower))), frozenset(names), seat[1].casefold() if seat else "")


def _turned(speaker: str) -> str:
    """A body with what it is for before its noun, not behind "of": "interior ministry" for "ministry of the interior".

    >>> _turned("the ministry of the interior"), _turned("ministry of Tarvia"), _turned("Bank of the South")
    ('the interior ministry', 'ministry of Tarvia', 'Bank of the South')
    """
    found = _OF_WHAT.fullmatch(speaker)
    what = found["what"] if found else ""
    known = what.casefold() in words_of("portfolios")
    return f"{found['the'] or ''}{what} {found['head']}{found['rest']}" if found and known else speaker


def _canonical(office: tuple[str, ...]) -> tuple[str, ...]:
    """The office under the words by which it is known: the military is the army, a police command the police."""
    if office in (("armed", "forces"), ("military",)):
        return ("army",)
    if office[-1:] == ("prosecutor",):
        return (*office, "office")
    force = bool({"police", "army", "navy"} & set(office[:-1])) and office[-1:] and office[-1] in words_of("commands")
    return office[:-1] if force else office


@cache
def _plain(word: str) -> str:
    """The word under which others that mean the same are known: "defence" for "defense"."""
    alike = dict(pair.split("=") for pair in words_of("alike"))
    return alike.get(word, word)


def own_name(printed: str, label: str) -> str:
    """The name that a phrase gives a body, where the label is that of another body; empty where it may be the same.

    >>> own_name("the Asvere hospital", "Asvere Daily"), own_name("the hospital", "Asvere Daily")
    ('Asvere hospital', '')
    """
    found = _PROPER.fullmatch(printed.strip())
    if not found or found[2] not in words_of("institutions") or found[2] in label.casefold():
        return ""
    initials = "".join(word[0] for word in label.split() if word[0].isupper())
    return "" if len(initials) > 1 and initials in printed else f"{found[1]} {found[2]}"


def last_told(text: str, at: int, office: Sequence[str]) -> Name:
    """What the last mention before ``at`` calls a body by the same office, with its owner; no names where none tells.

    "The ministry" is that of the portfolio told last. In a headline the first mention behind counts, too, save for
    bodies that every town has.

    >>> text = "The defence ministry in Orlan said 40 died. It named no place. The ministry gave no names."
    >>> last_told(text, text.index("The ministry"), ("ministry",))
    Name(office=('defence', 'ministry'), names=frozenset({'orlan'}), seat='orlan')
    """
    if not set(office) & words_of("institutions"):
        return Name(tuple(office), frozenset())
    told = compiled(rf"\b(?:([a-z]+) )?{re.escape(' '.join(office))}\b", re.IGNORECASE)
    whole = tuple(office)
    titled = at < text.find("\n\n") and not set(office) & words_of("local")
    for found in (*reversed([*told.finditer(text, 0, at)]), *(told.finditer(text, at + 1) if titled else ())):
        start = max(opening(text, found.start()), found.start() - _NEAR)
        phrase = text[start : found.end() + _NEAR].partition("\n")[0]
        portfolio = _plain((found[1] or "").casefold())
        if portfolio in words_of("portfolios"):
            if whole[0] in words_of("portfolios") - {portfolio}:
                continue  # another ministry than the last one told of
            whole = (portfolio, *office) if portfolio != office[0] else whole
        name = name_of(phrase, " ".join(whole))
        if names := name.names | _adjective(phrase, whole):
            return Name(whole, names, name.seat)
    return Name(whole, frozenset())


def _adjective(phrase: str, office: Sequence[str]) -> frozenset[str]:
    """The adjective of a place before an office: Ardeshi of "the Ardeshi defence ministry"."""
    found = re.search(
        rf"\b((?:[A-Z][a-z]+\s)*[A-Z][a-z]{{3,}})\s+(?:[a-z]+\s+)?(?i:{re.escape(' '.join(office))})\b", phrase
    )
    said = found[1].casefold().split() if found else ()
    others = words_of("indefinite") | words_of("outside") | _says_what() | _DAYS
    return frozenset(said) - others - frozenset(office)


def opening_place(text: str, at: int) -> str:
    """The town that a sentence opens with, before ``at``: Galt of "In the port of Galt, police said"."""
    found = _OPENS_IN.match(text[opening(text, at) : at])
    return found[1] if found and found[1].casefold() not in _DAYS else ""


def _is_office(word: str, words: Sequence[str]) -> bool:
    """Whether a word belongs to the office: printed small, or the noun of an institution, "Coast Guard" included."""
    if word.islower() or word.casefold() in words_of("institutions"):
        return True
    return any(w.casefold() in words_of("institutions") for w in words) and word.casefold() in _says_what()


@cache
def _says_what() -> frozenset[str]:
    """The words of a body's name that say what it does or how far it reaches."""
    return words_of("attributes") | words_of("portfolios") | words_of("levels")


def is_company(name: str) -> bool:
    """Whether a name ends as those of companies do; a site that is printed small is none.

    >>> is_company("Drovan Works"), is_company("Port Alder"), is_company("the harbour works")
    (True, False, False)
    """
    last = name.split()[-1:]
    return bool(last) and last[0][0].isupper() and last[0].casefold() in words_of("firms")


def seat(key: str, name: str) -> str:
    """The town that the name of a local body tells: Orlan of "police in Orlan"; empty for other bodies."""
    found = _SEAT.search(name) if is_local(key) else None
    return found[1] if found else ""


def is_local(key: str) -> bool:
    """Whether a key names a body of which every town has its own, such as the police."""
    parts = key.split("|")
    return len(parts) > 1 and bool(set(parts[1].split("-")) & words_of("local")) and "national" not in key


def is_of_any_town(key: str) -> bool:
    """Whether a key names a local body without the town that it is of: "the police"."""
    return is_local(key) and not any(key.split("|")[2:])
