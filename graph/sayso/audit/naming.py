"""Gives one body of an event one key, whatever the articles call it.

"Velmora's defence ministry", "the defence ministry in Orlan" and "the defence ministry" are one, unless an article
tells two of them apart; police of two towns are two; "the League" is the one league that the event knows.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from sayso.audit.telling import Link, Telling

_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s?\b")
_JOINTS = frozenset(("the", "of", "in", "for", "at", "from", "its", "their", "own", "and", "country", "that", "which"))
_HEAD_ENDS = re.compile(r"\b(?:of|in|for|at|from|on|who|which|that)\b|,")
_PART_OF = re.compile(
    r"(?:an?|the|its)\s+(?:mission|office|branch|delegation|secretariat)\s+of\s+(?:the\s+)?[A-Z]", re.IGNORECASE
)
_SEAT = re.compile(r"\b(?:in|of) ([A-Z][\w-]+)")
_BARE = re.compile(r"[Tt]he ([a-z]+)")
_DAYS = frozenset(
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
     "april", "may", "june", "july", "august", "september", "october", "november", "december")
)  # fmt: skip
_COMMON_PARTS = frozenset(("coast", "fire", "health", "civil", "port", "harbour", "labour", "electoral", "central"))


@dataclass(frozen=True, slots=True)
class Name:
    """A body as a phrase calls it: the words of its office, the names beside them, and the town that it is in."""

    office: tuple[str, ...]
    names: frozenset[str]
    seat: str = ""


@cache
def _words(name: str) -> frozenset[str]:
    data = tomllib.loads(files("sayso.audit").joinpath("institutions.toml").read_text(encoding="utf-8"))
    return frozenset(data[name].split())


def name_bodies(tellings: Sequence[Telling]) -> list[Telling]:
    """The same tellings, in order, with keys by which the bodies of an event are known in all its articles."""
    by_event: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        by_event[telling.event].append(telling)
    keys: dict[str, str] = {}
    for event, told in by_event.items():
        keys |= _keys(event, told)
        keys |= _meant(told, keys)
    return [replace(t, chain=tuple(_named(link, keys, t.article.text) for link in t.chain)) for t in tellings]


def _meant(told: Sequence[Telling], keys: dict[str, str]) -> dict[str, str]:
    """Keys for "the union" and "the company", told under another's name, where the event knows one that is meant."""
    links = [(link, t.article.text) for t in told for link in t.chain if link.is_named]
    ends: dict[str, set[str]] = defaultdict(set)
    for link, _ in links:
        words = [w.casefold() for w in _TOKEN.findall(link.speaker)]
        if len(words) > 1 and link.speaker[0].isupper():
            ends["company" if words[-1] in _words("firms") else words[-1]].add(keys.get(link.iri, link.key))
    found: dict[str, str] = {}
    for link, text in links:
        printed = _BARE.fullmatch(" ".join(text[a:b] for a, b in link.source).strip())
        noun = printed[1].casefold() if printed else ""
        end = "company" if noun in _words("company") else noun
        label = {w.casefold() for w in _TOKEN.findall(link.speaker)}
        unlike = noun not in label or label == {noun}
        if (end == "company" or noun in _words("narrow")) and unlike and len(ends[end]) == 1:
            found[link.iri] = next(iter(ends[end]))
    return found


def _named(link: Link, keys: dict[str, str], text: str) -> Link:
    key = keys.get(link.iri)
    if key is None:
        return link
    printed = " ".join(text[a:b] for a, b in link.source)
    owners = name_of(printed, link.speaker).names
    if owners and not owners & {w.casefold() for w in _TOKEN.findall(_POSSESSIVE.sub("", link.speaker))}:
        link = replace(link, speaker=printed)  # the label is that of another country's body of the same name
    return replace(link, key=key, kind="Organization" if link.kind in ("UnnamedSource", "") else link.kind)


def is_institution(speaker: str) -> bool:
    """Whether a phrase without a name is a body known by its office.

    >>> is_institution("the coast guard"), is_institution("a police officer"), is_institution("police in Asvere")
    (True, False, True)
    """
    words = _TOKEN.findall(_POSSESSIVE.sub("", _HEAD_ENDS.split(speaker.strip(), maxsplit=1)[0]).casefold())
    return bool(words) and words[0] not in _words("indefinite") and words[-1] in _words("institutions")


def name_of(phrase: str, speaker: str) -> Name:
    """The office of a speaker, and the names that the phrase puts before it, into it, or behind "of" or "in".

    >>> name_of("Velmora’s defence ministry", "defence ministry")
    Name(office=('defence', 'ministry'), names=frozenset({'velmora'}), seat='')
    >>> name_of("The electoral commission, in a statement on Monday", "electoral commission").names
    frozenset()
    """
    words = _TOKEN.findall(_POSSESSIVE.sub("", speaker))
    lower = tuple(w.casefold() for w in words if w.casefold() not in _JOINTS and _is_office(w, words))
    names = {w.casefold() for w in words if w.casefold() not in _JOINTS} - set(lower)
    seat = None
    if lower:
        head = f"(?i:{re.escape(lower[-1])})"
        owner = rf"([A-Z][\w-]+)['’]s?\s+(?:[a-z-]+\s+)*{head}\b"
        behind = rf"\b{head}\s+(?:of|in|for)\s+(?:the\s+)?([A-Z][\w-]+)"
        seat = re.search(rf"\b{head}\s+in\s+([A-Z][\w-]+)", phrase)
        printed = {found.casefold() for pattern in (owner, behind) for found in re.findall(pattern, phrase)}
        names = printed or names  # what stands here outweighs the label, which is another place's
    return Name(lower, frozenset(names - _DAYS), seat[1].casefold() if seat else "")


def _is_office(word: str, words: Sequence[str]) -> bool:
    """Whether a word belongs to the office: printed small, or the noun of an institution, "Coast Guard" included."""
    if word.islower() or word.casefold() in _words("institutions"):
        return True
    return any(w.casefold() in _words("institutions") for w in words) and word.casefold() in _COMMON_PARTS


def is_company(name: str) -> bool:
    """Whether a name ends as those of companies do; a site that is printed small is none.

    >>> is_company("Drovan Works"), is_company("Port Alder"), is_company("the harbour works")
    (True, False, False)
    """
    last = name.split()[-1:]
    return bool(last) and last[0][0].isupper() and last[0].casefold() in _words("firms")


def seat(key: str, name: str) -> str:
    """The town that the name of a local body tells: Orlan of "police in Orlan"; empty for other bodies."""
    found = _SEAT.search(name) if is_local(key) else None
    return found[1] if found else ""


def is_local(key: str) -> bool:
    """Whether a key names a body of which every town has its own, such as the police."""
    parts = key.split("|")
    return len(parts) > 1 and bool(set(parts[1].split("-")) & _words("local"))


def _keys(event: str, told: Iterable[Telling]) -> dict[str, str]:
    names: dict[str, Name] = {}
    homes: dict[str, str] = {}
    known: dict[str, str] = {}
    for telling in told:
        for link in telling.chain:
            office = is_institution(link.speaker) or _PART_OF.match(link.speaker) is not None
            local = link.key.startswith("name:") or (link.kind == "UnnamedSource" and office)
            body = link.kind == "Organization" and not link.country
            if local or body:
                printed = " ".join(telling.article.text[a:b] for a, b in link.source)
                names[link.iri] = name_of(printed, link.speaker)
                homes[link.iri] = telling.article.iri
                if not local:
                    known[link.iri] = link.key
    groups = _Groups(names, homes)
    found: dict[str, str] = {}
    for members in groups.joined():
        fixed = sorted({known[iri] for iri in members if iri in known})
        first = min((names[iri] for iri in members), key=lambda n: (-len(n.names), n.office, sorted(n.names)))
        key = fixed[0] if fixed else f"name:{event}|{'-'.join(first.office)}|{'-'.join(sorted(first.names))}"
        found.update(dict.fromkeys(members, key))
    return found


class _Groups:
    """Joins the phrases of one event that call one body."""

    def __init__(self, names: dict[str, Name], homes: dict[str, str]) -> None:
        self.names, self.homes = names, homes
        self.leader = {iri: iri for iri in names}

    def joined(self) -> list[list[str]]:
        by_office: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for iri in sorted(self.names):
            by_office[self.names[iri].office].append(iri)
        for office, members in by_office.items():
            self._one_office(office, members)
        for members in by_office.values():
            self._by_elimination(members)
        self._shortened(by_office)
        groups: dict[str, list[str]] = defaultdict(list)
        for iri in self.names:
            groups[self._find(iri)].append(iri)
        return [sorted(members) for members in groups.values()]

    def _one_office(self, office: tuple[str, ...], members: Sequence[str]) -> None:
        """Joins phrases with the same words of office; where two are told apart, only those that share a name."""
        apart = not office or self._told_apart(members)
        named = [iri for iri in members if self.names[iri].names]
        for n, iri in enumerate(named):
            for other in named[n + 1 :]:
                if not apart or self.names[iri].names & self.names[other].names:
                    self._join(iri, other)
        ends = {self._find(iri) for iri in named}
        bare = [iri for iri in members if not self.names[iri].names]
        for iri in bare:
            here = {self._find(other) for other in named if self.homes[other] == self.homes[iri]}
            if len(here) == 1 or len(ends) == 1:
                self._join(iri, next(iter(here if len(here) == 1 else ends)))
            elif not ends or not apart:
                self._join(iri, bare[0])
            else:
                self._join(iri, next(o for o in bare if self.homes[o] == self.homes[iri]))

    def _by_elimination(self, members: Sequence[str]) -> None:
        """Joins "the ministry in Orlan" to the one ministry of the event that no article tells apart from it."""
        ends = sorted({self._find(iri) for iri in members if self.names[iri].names})
        if len(ends) < 3 or set(self.names[ends[0]].office) & _words("local"):
            return
        homes = {end: {self.homes[iri] for iri in members if self._find(iri) == end} for end in ends}
        others = {end: [o for o in ends if o != end and not homes[o] & homes[end]] for end in ends}
        for end in ends:
            called = [self.names[iri] for iri in members if self._find(iri) == end and self.names[iri].names]
            by_seat = all(name.names == {name.seat} for name in called)
            if by_seat and len(others[end]) == 1 and others[others[end][0]] == [end]:
                self._join(end, others[end][0])

    def _told_apart(self, members: Sequence[str]) -> bool:
        """Whether one article has two such bodies under names that have nothing in common."""
        by_article: dict[str, list[frozenset[str]]] = defaultdict(list)
        for iri in members:
            if self.names[iri].names:
                by_article[self.homes[iri]].append(self.names[iri].names)
        return any(not a & b for held in by_article.values() for n, a in enumerate(held) for b in held[n + 1 :])

    def _shortened(self, by_office: dict[tuple[str, ...], list[str]]) -> None:
        """Joins a shorter phrase to the one longer body that it can mean: of its article, else of the event."""
        whole = {iri: {*self.names[iri].office, *self.names[iri].names} - _words("parts") for iri in self.names}
        for iri, words in sorted(whole.items()):
            longer = [o for o in sorted(whole) if words and words < whole[o] and _last(self.names[iri]) & whole[o]]
            here = {self._find(o) for o in longer if self.homes[o] == self.homes[iri]}
            there = {self._find(o) for o in longer}
            if len(here) == 1 or len(there) == 1:
                self._join(iri, next(iter(here if len(here) == 1 else there)))
            same = {self._find(o) for o in sorted(whole) if words and words == whole[o] and o != iri}
            if len(same) == 1 and self.names[iri].office != self.names[min(same)].office:
                self._join(iri, next(iter(same)))

    def _find(self, iri: str) -> str:
        while self.leader[iri] != iri:
            iri = self.leader[iri]
        return iri

    def _join(self, one: str, other: str) -> None:
        first, second = sorted((self._find(one), self._find(other)))
        self.leader[second] = first


def _last(name: Name) -> set[str]:
    """The words that a longer phrase must share: the head of the office, or all names where there is none."""
    return {name.office[-1]} if name.office else set(name.names)
