"""Joined counts: one that says no more than "and nine children" takes the kind of the count beside it."""

from dataclasses import replace

from sayso.read.figures.count import Count
from sayso.read.figures.events import breaks
from sayso.read.figures.kinds import EVENTS
from sayso.read.figures.sentence import Sentence
from sayso.read.figures.tolls import INHERITED

_PERSONAL = frozenset(EVENTS) - {"killed", "wounded", "casualties", "arrested", "infected"}
PRONOUNS = ("them", "whom", "those", "these", "which")
"""What stands for those counted before in "of them", "among whom"."""


def joined(s: Sentence, found: list[Count]) -> list[Count]:
    """The counts of a sentence, each weak one with the kind of the one it is joined to."""
    return _backward(s, _forward(s, _in_turn(found)))


def _in_turn(found: list[Count]) -> list[Count]:
    """Two totals take the kinds of the two counts before them in turn: "bringing the totals to 880 and 23"."""
    taken = list(found)
    for i in range(2, len(found) - 1):
        pair, before = found[i : i + 2], found[i - 2 : i]
        totals = all(c.kind == INHERITED for c in pair)
        if totals and all(_gives(c) for c in before) and before[0].kind != before[1].kind:
            taken[i : i + 2] = [replace(c, kind=b.kind, told=b.told) for c, b in zip(pair, before, strict=True)]
    return taken


def _forward(s: Sentence, found: list[Count]) -> list[Count]:
    donor: Count | None = None
    taken: list[Count] = []
    for i, count in enumerate(found):
        also = s.lows(count.bounded.outer - 3, 3) == ("as", "well", "as")
        part = also or opens_part(s, count.bounded.outer) or of_them(s, count.bounded.last)
        weak = count.weak or (part and _in_passing(s, count))
        takes = count.kind == INHERITED or (weak and i and (part or linked(s, taken[i - 1], count)))
        if i and weak and _gapped(s, count) and taken[i - 1].kind:
            donor, takes = taken[i - 1], True
        if donor and takes and (count.phrase.head is None or count.phrase.known or donor.kind not in _PERSONAL):
            taken.append(replace(count, kind=donor.kind, unit=donor.unit, told=donor.told, weak=False))
        else:
            taken.append(count)
        donor = taken[i] if _gives(taken[i]) else donor
    return taken


def _backward(s: Sentence, found: list[Count]) -> list[Count]:
    taken = list(found)
    for i in range(len(found) - 2, -1, -1):
        count, after = taken[i], taken[i + 1]
        gives = after.told is not None and after.unit == "person" and after.phrase.head is not None
        if count.weak and gives and linked(s, count, after):
            taken[i] = replace(count, kind=after.kind, told=after.told, weak=False)
    return taken


def opens_part(s: Sentence, i: int) -> bool:
    """Whether the words before token ``i`` begin a part of what was counted before."""
    of_those = s.low(i - 2) in ("of", "among") and s.low(i - 1) in PRONOUNS
    return s.isin(i - 1, "including") or of_those


def of_them(s: Sentence, i: int) -> bool:
    """Whether the words after a number make it a part of those spoken of."""
    return s.low(i) == "of" and s.low(i + 1) in PRONOUNS


def _gapped(s: Sentence, count: Count) -> bool:
    """Whether noun and verb are left out: "killed 45 in one town and 22 in the next"."""
    bare = count.phrase.head is None and s.low(count.bounded.last) in ("in", "at", "near", "outside", "on")
    return bare and s.low(count.bounded.outer - 1) == "and"


def _in_passing(s: Sentence, count: Count) -> bool:
    """What is told of a count is only what they were doing ("three children fleeing the town")."""
    if count.told is None or count.told.finite:
        return False
    verb = s.lexicon.verbs.get(s.low(count.told.first))
    return verb is not None and verb.form == "ing" and not verb.undergone


def _gives(count: Count) -> bool:
    """Whether a count has a kind that later ones can take up."""
    told = count.told is not None and count.kind != INHERITED
    return count.unit == "person" and count.kind is not None and (told or count.kind not in ("people", INHERITED))


def linked(s: Sentence, earlier: Count, later: Count) -> bool:
    """Only joining words stand between the two."""
    if earlier.unit != "person":
        return False
    between = [s.low(k) for k in range(earlier.last, later.bounded.outer)]
    if len(between) <= 3 and between != ["of"] and all(low in s.lexicon.sets["links"] for low in between):
        return bool(between) or (earlier.phrase.head is not None and later.phrase.head is not None)
    governed_alike = earlier.told is not None and earlier.told.last <= earlier.bounded.outer
    if not governed_alike or later.phrase.head is None or len(between) > 10 or between[-1] != "and":
        return False
    return not any(breaks(s, k) for k in range(earlier.last, later.bounded.outer - 1))
