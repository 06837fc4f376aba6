"""Which tellings rest on one word: pairs with a reason, and the number of independent roots of many.

Two tellings rest on one word where they share a mark: a root, a person who told both on one day, one occasion,
the text of one agency. Marks are joined by union-find, so that counting grows with tellings and not with pairs.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from sayso.audit.comparing.places import place_of
from sayso.audit.speakers.offices import is_of_any_town
from sayso.audit.telling import CLAIM, Telling
from sayso.namespaces import slug

Mark = tuple[str, ...]
Standing = Literal["same", "dependent", "independent", "undetermined"]
_HEARD_TOGETHER = ("briefing", "session", "hearing", "news conference", "press conference")


@dataclass(frozen=True, slots=True)
class Relation:
    """How the roots of two tellings lie to each other, and why."""

    standing: Standing
    reason: str

    @property
    def is_one(self) -> bool:
        """Whether both rest on one word."""
        return self.standing in ("same", "dependent")


@dataclass(frozen=True, slots=True)
class Group:
    """The tellings that rest on one word, earliest first; ``reasons`` say why they are one."""

    name: str
    is_named: bool
    tellings: tuple[Telling, ...]
    reasons: tuple[str, ...]

    @property
    def articles(self) -> int:
        """In how many articles it is told."""
        return len({telling.article.iri for telling in self.tellings})


def relate(left: Telling, right: Telling, copied: Mapping[str, str]) -> Relation:
    """How the roots of two tellings lie to each other; ``copied`` maps articles to the first of their wire copies."""
    both_named = left.root.status == right.root.status == "named"
    if both_named and left.root.key == right.root.key:
        if is_of_any_town(left.root.key) and _two_places(left, right):
            told = " and of ".join(map(place_of, (left, right)))
            return Relation("independent", f"{left.root.name} of {told} are two")
        return Relation("same", f"shared named root: {left.root.name}")
    if left.article.iri == right.article.iri and not left.chain and not right.chain:
        return Relation("same", f"{left.article.name} in its own voice")
    ours, theirs = dict(marks(left, copied)), dict(marks(right, copied))
    if shared := ours.keys() & theirs.keys():
        return Relation("dependent", ours[min(shared)])
    if both_named:
        return Relation("independent", f"{left.root.name} and {right.root.name} are two named sources")
    return Relation("undetermined", next(t for t in (left, right) if t.root.status != "named").root.reason)


def _two_places(left: Telling, right: Telling) -> bool:
    told = map(place_of, (left, right))
    places = [set(slug(place).split("-")) for place in told if place]
    return len(places) == 2 and not places[0] & places[1]


def groups(tellings: Iterable[Telling], copied: Mapping[str, str]) -> list[Group]:
    """The tellings by the word that they rest on: named ones first, then those told most."""
    ordered = sorted(tellings, key=lambda t: t.order)
    leader = list(range(len(ordered)))

    def find(at: int) -> int:
        while leader[at] != at:
            leader[at] = leader[leader[at]]
            at = leader[at]
        return at

    first: dict[Mark, int] = {}
    reasons: dict[int, set[str]] = defaultdict(set)
    joined: list[tuple[int, str]] = []
    for at, telling in enumerate(ordered):
        for mark, reason in marks(telling, copied):
            other = find(first.setdefault(mark, at))
            if first[mark] != at and (mark[0] == "a root" or find(at) != other):
                joined.append((at, reason))
            low, high = sorted((other, find(at)))
            leader[high] = low
    for at, reason in joined:
        reasons[find(at)].add(reason)
    members: dict[int, list[Telling]] = defaultdict(list)
    for at, telling in enumerate(ordered):
        members[find(at)].append(telling)
    found = [_group(told, reasons[at]) for at, told in members.items()]
    return sorted(found, key=lambda g: (not g.is_named, -g.articles, g.tellings[0].order))


def _group(told: Sequence[Telling], reasons: set[str]) -> Group:
    named = [t for t in told if t.root.status == "named" and not _passed_on(t, told)]
    unnamed = [t for t in told if t.root.status == "unnamed"]
    first = min(named or unnamed or told, key=lambda t: (t.root.is_government, t.order))
    return Group(first.root.name, bool(named), tuple(told), tuple(sorted(reasons or {first.root.reason})))


def _passed_on(telling: Telling, told: Iterable[Telling]) -> bool:
    """Whether the number is that of an unnamed source who, as another relay says, told it to this root."""
    return any(
        t.root.status == "unnamed" and telling.root.key in t.root.via and _number(t) == _number(telling) for t in told
    )


def told_in_words(found: Sequence[Group]) -> str:
    """How many articles and roots, as in "5 articles, 2 roots, 1 undetermined"."""
    articles = len({t.article.iri for group in found for t in group.tellings})
    roots = sum(group.is_named for group in found)
    words = [_counted(articles, "article"), _counted(roots, "root")]
    if open_ := len(found) - roots:
        words.append(f"{open_} undetermined")
    return ", ".join(words)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def marks(telling: Telling, copied: Mapping[str, str]) -> Iterator[tuple[Mark, str]]:
    """What a telling can share with others that rest on the same word, each with the reason in words."""
    root, number = telling.root, _number(telling)
    named = root.status == "named"
    yield ("a root", root.key), f"shared {'named ' if named else ''}root: {root.name}" if named else root.reason
    if telling.article.iri in copied:
        speakers = " < ".join(slug(link.speaker) for link in telling.chain)
        yield ("copy", copied[telling.article.iri], telling.kind, number, speakers), "wire copy: nearly the same text"
    if named:
        yield ("through", root.key, telling.kind), f"{root.name} passed it on"
        if telling.occasion in _HEARD_TOGETHER and telling.said_on:
            yield (
                ("heard", telling.event, telling.occasion, telling.said_on),
                f"shared occasion: one {telling.occasion}",
            )
    names = {link.key: link.speaker for link in telling.chain}
    for key in sorted(root.via) if root.status == "unnamed" else ():
        yield ("through", key, telling.kind), f"{names.get(key, 'who heard it')} passed it on"
    for link in telling.chain:
        key = link.key
        if link.is_named and link.kind == "Person" and telling.occasion in _HEARD_TOGETHER:
            for day in _days(telling.told_on):
                yield ("told", key, day, telling.kind), f"shared occasion: {link.speaker} told both"


def _number(telling: Telling) -> str:
    """What tells a figure from others of its text; a claim has no number, and its words do."""
    if telling.kind == CLAIM:
        return slug(telling.words)
    return f"{telling.low if telling.low is not None else telling.high}"


def _days(told_on: str) -> list[str]:
    """The day and the next, since what is said in the evening is printed in the morning."""
    try:
        day = date.fromisoformat(told_on[:10])
    except ValueError:
        return [told_on] if told_on else []
    return [day.isoformat(), (day + timedelta(days=1)).isoformat()]
