"""Joins the phrases of one event that call one body: same office, and owners that do not tell them apart."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from sayso.audit.speakers.offices import Name, words_of
from sayso.audit.wording import compiled

_GROUND = re.compile(
    r"\b(?:in|at|near|from|around|across|over|outside|inside|of)\s+(?:the\s+)?(?:[a-z]+\s+){0,3}([A-Z][\w’-]+)"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that calls a body: its parts, its article's IRI, the text before it and its sentence.

    ``known`` is the key under which the body is known across articles, if it is, and ``label`` its name where the
    words leave out whose it is, ``text`` all of its article.
    """

    name: Name
    home: str
    before: str = ""
    sentence: str = ""
    known: str = ""
    label: str = ""
    text: str = ""

    @property
    def ground(self) -> frozenset[str]:
        """The places that its sentence tells of, in lower case."""
        return frozenset(place.casefold() for place in _GROUND.findall(self.sentence)) - self.name.names


def joined(phrases: Mapping[str, Phrase]) -> list[list[str]]:
    """The phrases of each body, by what names them; every group and all of them in order."""
    return _Groups(phrases).joined()


class _Groups:
    def __init__(self, phrases: Mapping[str, Phrase]) -> None:
        self.phrases = phrases
        self.names = {iri: phrase.name for iri, phrase in phrases.items()}
        self.homes = {iri: phrase.home for iri, phrase in phrases.items()}
        self.leader = {iri: iri for iri in phrases}

    def joined(self) -> list[list[str]]:
        self._known()
        by_office: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for iri in sorted(self.names):
            by_office[self.names[iri].sort].append(iri)
        for office, members in by_office.items():
            self._one_office(office, members)
        for members in by_office.values():
            self._by_elimination(members)
        self._shortened()
        self._put_otherwise(by_office)
        groups: dict[str, list[str]] = defaultdict(list)
        for iri in self.names:
            groups[self._find(iri)].append(iri)
        return [sorted(members) for members in groups.values()]

    def _known(self) -> None:
        by_key: dict[str, list[str]] = defaultdict(list)
        for iri, phrase in self.phrases.items():
            if phrase.known:
                by_key[phrase.known].append(iri)
        for same in by_key.values():
            for iri in same[1:]:
                self._join(same[0], iri)

    def _one_office(self, office: tuple[str, ...], members: Sequence[str]) -> None:
        """Joins phrases with the same words of office; where two are told apart, only those that share a name."""
        named = [iri for iri in members if self.names[iri].names]
        pairs = [*combinations(named, 2)]
        for one, other in pairs:
            if self.names[one].may_be(self.names[other]):
                self._join(one, other)
        if office and not self._told_apart(members):
            for one, other in pairs:
                if self._by_seat(one, other):
                    self._join(one, other)
        several = len({self._find(iri) for iri in named}) > 1
        bare = [iri for iri in members if not self.names[iri].names]
        meant = {self.homes[iri]: end for iri in reversed(bare) if (end := self._meant(iri, named))}
        for iri in bare:  # what an article calls without an owner is one body throughout
            if (end := self._meant(iri, named)) or (end := meant.get(self.homes[iri], "")):
                self._join(iri, end)
            elif not named or not several:
                self._join(iri, bare[0])
            else:
                self._join(iri, next(o for o in bare if self.homes[o] == self.homes[iri]))

    def _by_seat(self, one: str, other: str) -> bool:
        """Whether one of two names is no more than where the body sits: "the ministry in Orlan"."""
        return any(self.names[iri].sits and not self.names[iri].is_local for iri in (one, other))

    def _meant(self, bare: str, named: Sequence[str]) -> str:
        """The one body with an owner that a bare phrase means: of its article, of its ground, or the only one."""
        if not self._may_be(bare, named):
            return ""
        beside = [iri for iri in named if self.homes[iri] == self.homes[bare]]
        owners = frozenset(owner for iri in named for owner in self.names[iri].names)
        here = {self._find(iri) for iri in beside if not self._is_foreign(bare, iri, owners)}
        others = {self._find(iri) for iri in beside} - here
        ends = {self._find(iri) for iri in named} - others
        told = self.phrases[bare].ground
        ground = {
            self._find(iri) for iri in named if told & (self.phrases[iri].ground | self.names[iri].names)
        } - others
        return next((next(iter(found)) for found in (here, ground, ends) if len(found) == 1), "")

    def _is_foreign(self, bare: str, named: str, owners: frozenset[str]) -> bool:
        """Whether a state's body gets its owner only behind the bare one, in an article that opens on another state.

        ``owners`` are those of all bodies of the sort.
        """
        phrase, other = self.phrases[bare], self.phrases[named]
        if not set(phrase.name.office) & words_of("state_bodies") or len(phrase.before) >= len(other.before):
            return False
        told = compiled(rf"\b(?:{'|'.join(map(re.escape, sorted(owners)))})\b", re.IGNORECASE).search(phrase.text)
        return told is not None and told[0].casefold() not in other.name.names

    def _may_be(self, bare: str, named: Sequence[str]) -> bool:
        """Whether a bare body can be a named one: police are those of another town only where it was told before."""
        office = self.names[bare].office
        if not set(office) & words_of("local") or set(office) & words_of("attributes"):
            return True
        if any(not self.names[iri].is_local for iri in named):
            return True
        before = self.phrases[bare].before.casefold()
        towns = {name for iri in named for name in self.names[iri].names} - words_of("levels")
        return not towns or any(town in before for town in towns) or all(map(self._is_setting, towns))

    def _is_setting(self, place: str) -> bool:
        """Whether more than half of the articles of the event tell of a place."""
        texts = {phrase.home: phrase.text for phrase in self.phrases.values()}
        told = compiled(rf"\b{re.escape(place)}\b", re.IGNORECASE)
        return 2 * sum(told.search(text) is not None for text in texts.values()) > len(texts)

    def _by_elimination(self, members: Sequence[str]) -> None:
        """Joins "the ministry in Orlan" to the one ministry of the event that no article tells apart from it."""
        ends = sorted({self._find(iri) for iri in members if self.names[iri].names})
        if len(ends) < 3 or set(self.names[ends[0]].office) & words_of("local"):
            return
        homes = {end: {self.homes[iri] for iri in members if self._find(iri) == end} for end in ends}
        others = {end: [o for o in ends if o != end and not homes[o] & homes[end]] for end in ends}
        for end in ends:
            called = [self.names[iri] for iri in members if self._find(iri) == end and self.names[iri].names]
            by_seat = all(name.sits for name in called)
            if by_seat and len(others[end]) == 1 and others[others[end][0]] == [end]:
                self._join(end, others[end][0])

    def _told_apart(self, members: Sequence[str]) -> bool:
        """Whether one article has two such bodies under names that have nothing in common, or two are known."""
        by_article: dict[str, list[str]] = defaultdict(list)
        for iri in members:
            if self.names[iri].names:
                by_article[self.homes[iri]].append(iri)
        if len({self._find(iri) for iri in members if self.phrases[iri].known}) > 1:
            return True
        return any(
            self._find(a) != self._find(b)
            for held in by_article.values()
            for n, a in enumerate(held)
            for b in held[n + 1 :]
        )

    def _shortened(self) -> None:
        """Joins a shorter phrase to the one longer body that it can mean: of its article, else of the event."""
        whole = {iri: _whole(name) for iri, name in self.names.items()}
        for iri, words in sorted(whole.items(), key=lambda w: (-len(w[1]), w[0])):
            longer = [
                o for o in sorted(whole) if words and words < whole[o] and _may_shorten(self.names[iri], self.names[o])
            ]
            here = {self._find(o) for o in longer if self.homes[o] == self.homes[iri]}
            there = {self._find(o) for o in longer}
            if not self.names[iri].names and any(self._find(o) == self._find(iri) for o in longer):
                continue
            if (len(here) == 1 or len(there) == 1) and (self.names[iri].names or self._may_be(iri, longer)):
                self._join(iri, next(iter(here if len(here) == 1 else there)))
            same = {self._find(o) for o in sorted(whole) if words and words == whole[o] and o != iri}
            if len(same) == 1 and self.names[iri].office != self.names[min(same)].office:
                self._join(iri, next(iter(same)))

    def _put_otherwise(self, by_office: Mapping[tuple[str, ...], Sequence[str]]) -> None:
        """Joins bodies of one sort under two broad nouns, "brigade" and "service", that no article has both of."""
        by_sort: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for office, members in by_office.items():
            if len(office) > 1 and office[-1] in words_of("broad"):
                by_sort[office[:-1]] += members
        for members in by_sort.values():
            ends: dict[str, list[str]] = defaultdict(list)
            for iri in members:
                ends[self._find(iri)].append(iri)
            if len(ends) == 2 and self._may_be_one(*ends.values()):
                self._join(*ends)

    def _may_be_one(self, ours: Iterable[str], theirs: Iterable[str]) -> bool:
        ours, theirs = list(ours), list(theirs)
        alike = all(self.names[a].may_be(self.names[b]) for a in ours for b in theirs)
        homes = {self.homes[iri] for iri in ours} & {self.homes[iri] for iri in theirs}
        known = {self.phrases[iri].known for iri in (*ours, *theirs)} - {""}
        return alike and not homes and len(known) < 2

    def _find(self, iri: str) -> str:
        while self.leader[iri] != iri:
            iri = self.leader[iri]
        return iri

    def _join(self, one: str, other: str) -> None:
        first, second = sorted((self._find(one), self._find(other)))
        self.leader[second] = first


def _whole(name: Name) -> set[str]:
    """All words of a name; a mission or office of a named body is the body."""
    return {*name.office, *name.names} - (words_of("parts") if name.names else frozenset())


def _may_shorten(short: Name, longer: Name) -> bool:
    """Whether a phrase can mean a body under a longer one: its noun stands last there too, or one that says no more.

    "The airline" is not the airline's insurer, and Medira is not Medira's union.
    """
    if not longer.office:
        return True
    if not short.office:
        return longer.office[-1] in _plain_nouns()
    same = longer.office[: len(short.office)] == short.office
    if same and (len(short.office) > 1 or short.office[0] in words_of("titles")):
        return True  # "the clerk's office of parliament"
    last, noun = _noun(short), _noun(longer)
    turned = len(short.office) > 1 and short.office[-1] == longer.office[0]  # "trustees of the pension fund"
    return turned or last == noun or (last in longer.office and noun in _plain_nouns())


def _noun(name: Name) -> str:
    """The word of an office that says what it is: the last that is an institution's noun, else the last."""
    known = [word for word in name.office if word in words_of("institutions") | words_of("establishments")]
    return (known or name.office)[-1]


@cache
def _plain_nouns() -> frozenset[str]:
    return (
        words_of("company")
        | words_of("commands")
        | words_of("parts")
        | words_of("kinds")
        | words_of("governing")
        | words_of("broad")
    )
