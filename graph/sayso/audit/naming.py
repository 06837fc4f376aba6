"""Gives one body of an event one key, whatever the articles call it.

"Velmora's defence ministry", "the defence ministry in Orlan" and "the defence ministry" are one, unless an article
tells two of them apart; police of two towns are two; "the League" is the one league that the event knows.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sayso.audit.offices import (
    POSSESSIVE,
    TOKEN,
    Name,
    is_institution,
    last_told,
    name_of,
    opening_place,
    own_name,
    words_of,
)
from sayso.audit.owners import OF_THE_COUNTRY, settled
from sayso.audit.persons import by_surname
from sayso.audit.telling import Link, Telling
from sayso.namespaces import slug

_PART_OF = re.compile(
    r"(?:an?|the|its)\s+(?:mission|office|branch|delegation|secretariat)\s+of\s+(?:the\s+)?[A-Z]", re.IGNORECASE
)
_BARE = re.compile(r"[Tt]he ([a-z]+)")


def name_bodies(tellings: Sequence[Telling]) -> list[Telling]:
    """The same tellings, in order, with keys by which the bodies of an event are known in all its articles."""
    tellings = [replace(t, chain=tuple(_as_printed(link, t.article.text) for link in t.chain)) for t in tellings]
    by_event: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        by_event[telling.event].append(telling)
    keys: dict[str, str] = {}
    for event, told in by_event.items():
        keys |= _keys(event, told)
        keys |= _meant(told, keys)
        keys |= by_surname(told)
    return [replace(t, chain=tuple(_named(link, keys, t.article.text) for link in t.chain)) for t in tellings]


def _as_printed(link: Link, text: str) -> Link:
    """The link under the name that stands in the text, where that is the name of another body than its label."""
    printed = " ".join(text[a:b] for a, b in link.source)
    name = "" if link.country or link.kind == "Person" else own_name(printed, link.speaker)
    return replace(link, speaker=name, key=f"name:{slug(name)}", kind="Organization") if name else link


def _meant(told: Sequence[Telling], keys: dict[str, str]) -> dict[str, str]:
    """Keys for "the union" and "the company", told under another's name, where the event knows one that is meant."""
    links = [(link, t.article.text) for t in told for link in t.chain if link.is_named]
    ends: dict[str, set[str]] = defaultdict(set)
    for link, _ in links:
        words = [w.casefold() for w in TOKEN.findall(link.speaker)]
        if len(words) > 1 and link.speaker[0].isupper():
            ends["company" if words[-1] in words_of("firms") else words[-1]].add(keys.get(link.iri, link.key))
    found: dict[str, str] = {}
    for link, text in links:
        printed = _BARE.fullmatch(" ".join(text[a:b] for a, b in link.source).strip())
        noun = printed[1].casefold() if printed else ""
        end = "company" if noun in words_of("company") else noun
        label = {w.casefold() for w in TOKEN.findall(link.speaker)}
        unlike = noun not in label or label == {noun}
        if (end == "company" or noun in words_of("narrow")) and unlike and len(ends[end]) == 1:
            found[link.iri] = next(iter(ends[end]))
    return found


def _named(link: Link, keys: dict[str, str], text: str) -> Link:
    key = keys.get(link.iri)
    if key is None:
        return link
    printed = " ".join(text[a:b] for a, b in link.source)
    owners = name_of(printed, link.speaker).names
    if owners and not owners & {w.casefold() for w in TOKEN.findall(POSSESSIVE.sub("", link.speaker))}:
        link = replace(link, speaker=printed)  # the label is that of another country's body of the same name
    return replace(link, key=key, kind="Organization" if link.kind in ("UnnamedSource", "") else link.kind)


def _keys(event: str, told: Iterable[Telling]) -> dict[str, str]:
    bodies, known = _bodies(told)
    found: dict[str, str] = {}
    for members in _Groups(bodies).joined():
        fixed = sorted({known[iri] for iri in members if iri in known})
        first = min((bodies[iri].name for iri in members), key=lambda n: (-len(n.names), n.office, sorted(n.names)))
        key = fixed[0] if fixed else f"name:{event}|{'-'.join(first.office)}|{'-'.join(sorted(first.names))}"
        found.update(dict.fromkeys(members, key))
    return found


@dataclass(frozen=True, slots=True)
class _Body:
    """A body where it speaks: its name, the article's IRI, and the text of the article up to there."""

    name: Name
    home: str
    before: str = ""


def _bodies(told: Iterable[Telling]) -> tuple[dict[str, _Body], dict[str, str]]:
    """The bodies that speak, by statement, and the keys of those that are known across articles."""
    found: dict[str, _Body] = {}
    known: dict[str, str] = {}
    of_the_country: dict[str, str] = {}
    for telling in told:
        for link in telling.chain:
            office = is_institution(link.speaker) or _PART_OF.match(link.speaker) is not None
            local = link.key.startswith("name:") or (link.kind == "UnnamedSource" and office)
            if not local and not (link.kind == "Organization" and not link.country):
                continue
            text = telling.article.text
            printed = " ".join(text[a:b] for a, b in link.source)
            before = text[: link.source[0][0]] if link.source else ""
            name = name_of(printed, link.speaker)
            if OF_THE_COUNTRY.search(printed):
                of_the_country[link.iri] = before
            else:
                name = _owned(name, text, len(before))
            found[link.iri] = _Body(name, telling.article.iri, before)
            if not local:
                known[link.iri] = link.key
    owners = settled({iri: body.name.names for iri, body in found.items()}, of_the_country)
    return {iri: replace(b, name=replace(b.name, names=owners[iri])) for iri, b in found.items()}, known


def _owned(name: Name, text: str, at: int) -> Name:
    """The name with the owner that the sentence, or another mention, gives a body that stands bare at ``at``."""
    if name.names or not name.office:
        return name
    town = opening_place(text, at) if set(name.office) & words_of("local") else ""
    if town:
        return replace(name, names=frozenset(town.casefold().split()))
    return last_told(text, at, name.office)


class _Groups:
    """Joins the phrases of one event that call one body."""

    def __init__(self, bodies: dict[str, _Body]) -> None:
        self.bodies = bodies
        self.names = {iri: body.name for iri, body in bodies.items()}
        self.homes = {iri: body.home for iri, body in bodies.items()}
        self.leader = {iri: iri for iri in bodies}

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
            if (len(here) == 1 or len(ends) == 1) and self._may_be(iri, named):
                self._join(iri, next(iter(here if len(here) == 1 else ends)))
            elif not ends or not apart:
                self._join(iri, bare[0])
            else:
                self._join(iri, next(o for o in bare if self.homes[o] == self.homes[iri]))

    def _may_be(self, bare: str, named: Sequence[str]) -> bool:
        """Whether a bare body can be a named one: police are those of another town only where it was told before."""
        if not set(self.names[bare].office) & words_of("local"):
            return True
        before = self.bodies[bare].before.casefold()
        return any(name in before for iri in named for name in self.names[iri].names)

    def _by_elimination(self, members: Sequence[str]) -> None:
        """Joins "the ministry in Orlan" to the one ministry of the event that no article tells apart from it."""
        ends = sorted({self._find(iri) for iri in members if self.names[iri].names})
        if len(ends) < 3 or set(self.names[ends[0]].office) & words_of("local"):
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
        whole = {iri: {*self.names[iri].office, *self.names[iri].names} - words_of("parts") for iri in self.names}
        for iri, words in sorted(whole.items()):
            longer = [o for o in sorted(whole) if words and words < whole[o] and _last(self.names[iri]) & whole[o]]
            here = {self._find(o) for o in longer if self.homes[o] == self.homes[iri]}
            there = {self._find(o) for o in longer}
            if (len(here) == 1 or len(there) == 1) and (self.names[iri].names or self._may_be(iri, longer)):
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
