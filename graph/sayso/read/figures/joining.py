"""Joined counts: one that says no more than "and nine children" takes the kind of the count beside it."""

from dataclasses import replace

from sayso.read.figures.circumstances import circumstance
from sayso.read.figures.count import Count
from sayso.read.figures.events import Told, breaks
from sayso.read.figures.kinds import EVENTS
from sayso.read.figures.predicates import predicate
from sayso.read.figures.sentence import Sentence
from sayso.read.figures.tolls import INHERITED

_PERSONAL = frozenset(EVENTS) - {"killed", "wounded", "casualties", "arrested", "infected"}
_AFTER_PRONOUN = ("prepositions", "auxiliaries", "relatives", "barriers", "adverbs", "participles", "times_told")
_LARGE, _HUNDRED = 1_000_000, 100
_SUBJECT, _OPENING = 5, 9
PRONOUNS = ("them", "whom", "those", "these", "which", "ours", "theirs", "us")
"""What stands for those counted before in "of them", "among whom"."""


def joined(s: Sentence, found: list[Count]) -> list[Count]:
    """The counts of a sentence, each weak one with the kind of the one it is joined to."""
    return _backward(s, _forward(s, _in_turn(_in_units(s, found))))


def _in_units(s: Sentence, found: list[Count]) -> list[Count]:
    """A bare number that money or a share is compared with has the unit of that: "31 per cent, up from 27"."""
    taken = list(found)
    for i in range(1, len(found)):
        before, count = taken[i - 1], found[i]
        bare = count.phrase.head is None and count.unit == "person" and count.told is None
        if bare and before.kind in ("money", "share") and _is_like(s, before, count):
            taken[i] = replace(count, kind=before.kind, unit=before.unit, weak=False)
    return taken


def _is_like(s: Sentence, before: Count, count: Count) -> bool:
    """``up from 27``, ``against a profit of 200 million``, ``her rival's 45.1``"""
    value = count.bounded.number.high
    compared = s.isin(count.bounded.outer - 1, "comparing")
    if before.kind == "money":
        return compared or (value >= _LARGE and s.isin(count.bounded.outer - 1, "gives_number"))
    fraction = value != int(value) and value > 1
    return value < _HUNDRED and (compared or fraction)


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
        weak = count.weak or (part and _in_passing(s, count)) or (count.kind is None and _gapped(s, count))
        takes = count.kind == INHERITED or (weak and i and (part or linked(s, taken[i - 1], count)))
        if i and weak and taken[i - 1].kind and _left_out(s, taken[i - 1], count):
            donor, takes = taken[i - 1], True
        if i and taken[i - 1].unit == "item" and count.kind in (None, "people") and _of_things(s, count):
            taken.append(replace(count, kind=taken[i - 1].kind, unit="item", weak=False))
        elif weak and count.kind is None and donor is None and _of_earlier(s, count):
            taken.append(replace(count, kind=INHERITED))
        elif donor and takes and (count.phrase.head is None or count.phrase.known or donor.kind not in _PERSONAL):
            taken.append(replace(count, kind=donor.kind, unit=donor.unit, told=donor.told, weak=False))
        else:
            taken.append(count)
        donor = taken[i] if _gives(taken[i]) else donor
    return taken


def _backward(s: Sentence, found: list[Count]) -> list[Count]:
    taken = list(found)
    for i in range(len(found) - 2, -1, -1):
        count, after = taken[i], taken[i + 1]
        if count.kind == INHERITED and after.unit == "person" and after.phrase.head is None and _gives(after):
            taken[i] = replace(count, kind=after.kind)
        if not (count.weak and linked(s, count, after)):
            continue
        fits = count.phrase.known or count.phrase.head is None or after.kind not in _PERSONAL
        gives = fits and after.told is not None and after.unit == "person" and after.phrase.head is not None
        if gives:
            taken[i] = replace(count, kind=after.kind, told=after.told, weak=False)
        elif after.unit == "item" and (told := _beside_things(s, count, after)):
            taken[i] = replace(count, kind=told.kind, told=told, weak=False)
        elif after.unit == "item" and _shares_noun(s, count):
            taken[i] = replace(count, kind=after.kind, unit="item", told=after.told, weak=False)
    return taken


def opens_part(s: Sentence, i: int) -> bool:
    """Whether the words before token ``i`` begin a part of what was counted before."""
    of_those = s.low(i - 2) in ("of", "among") and s.low(i - 1) in PRONOUNS
    k = i - 1
    while k > i - 6 and (s.low(k) in ("and", ",") or s.low(k) in s.lexicon.people):
        k -= 1
    return s.isin(k, "including") or of_those


def of_opening(s: Sentence, i: int) -> bool:
    """``Of the drones, 118 were shot down``: a part of what opens the sentence without a number."""
    return (
        s.low(0) == "of"
        and s.low(i - 1) == ","
        and 2 < i <= _OPENING
        and all(s.form(k) == "word" for k in range(i - 1))
    )


def is_part(s: Sentence, count: Count) -> bool:
    """Whether the words on either side of a count make it a part of those spoken of."""
    return opens_part(s, count.bounded.outer) or of_them(s, count.bounded.last)


def of_them(s: Sentence, i: int) -> bool:
    """Whether the words after a number make it a part of those spoken of."""
    if s.low(i) != "of" or s.low(i + 1) not in PRONOUNS:
        return False
    follows = s.form(i + 2) != "word" or any(s.isin(i + 2, name) for name in _AFTER_PRONOUN)
    return s.low(i + 1) not in ("those", "these") or follows


def graver(s: Sentence, count: Count) -> bool:
    """``12 seriously``: how badly those were hurt who were counted before."""
    return count.phrase.head is None and s.isin(count.bounded.last, "gravely")


def _left_out(s: Sentence, before: Count, count: Count) -> bool:
    part = graver(s, count) or _of_opening(s, before, count)
    return part or _gapped(s, count) or _handed_on(s, before, count)


def _of_opening(s: Sentence, whole: Count, count: Count) -> bool:
    """``Of 62 people returned, 14 were minors``: a part without a noun of the whole that opens the sentence."""
    opens = s.low(0) == "of" and whole.bounded.outer <= 2
    return opens and count.phrase.head is None and s.low(count.bounded.outer - 1) == ","


def _of_earlier(s: Sentence, count: Count) -> bool:
    """``only 90 of these``: a part of those counted in a sentence before; not "there are 90 of them"."""
    at = count.bounded.last
    return of_them(s, at) and s.low(at + 1) != "whom" and not s.isin(count.bounded.outer - 1, "be")


def _of_things(s: Sentence, count: Count) -> bool:
    """``22 of them``, ``98 were shot down``: said of the things counted before."""
    at = count.last
    while s.isin(at, "auxiliaries"):
        at += 1
    fate = (
        s.low(at) in s.lexicon.destroyed or s.lows(at, 2) == ("shot", "down") or s.low(at) in ("downed", "intercepted")
    )
    fate = fate or s.low(count.bounded.last) == "remain"
    at += s.low(count.bounded.last) == "remain"
    bare = count.phrase.head is None and fate and (at > count.last or s.low(count.bounded.outer - 1) == "and")
    return of_them(s, count.bounded.last) or bare


def _handed_on(s: Sentence, before: Count, count: Count) -> bool:
    """Whether a second subject shares the verb: "handed over 70 soldiers and Ardesh 42"."""
    if count.phrase.head is not None or s.form(count.bounded.last) == "word":
        return False
    alike = _alike(s, before, count)
    if not alike and (before.told is None or before.told.last > before.bounded.outer):
        return False
    end = count.bounded.outer - alike
    start = next((k for k in range(end - 1, max(before.last, end - _SUBJECT) - 1, -1) if s.isin(k, "joins_clauses")), 0)
    subject = range(start + 1, end)
    if not start or not subject:
        return False
    named = s.tokens[subject[-1]].capital or s.low(subject[0]) in ("the", "its")
    return named and all(s.form(k) == "word" and not breaks(s, k) and not s.isin(k, "prepositions") for k in subject)


def _alike(s: Sentence, before: Count, count: Count) -> bool:
    """Whether one preposition leads both numbers: "spoke of 12 dead, and Halmar of 150"."""
    lead = s.low(count.bounded.outer - 1)
    return lead in ("of", "at", "with", "to", "for") and s.low(before.bounded.outer - 1) == lead


def _beside_things(s: Sentence, count: Count, things: Count) -> Told | None:
    """What people do together with things: "1,200 firefighters and nine aircraft were fighting the flames"."""
    if count.phrase.head is None:
        return None
    told = predicate(s, things.phrase.last, True)
    return circumstance(s, count.bounded.outer, things.phrase.last, "people") or told


def _shares_noun(s: Sentence, count: Count) -> bool:
    """Whether only an adjective stands where the noun is still to come: "64 Belmoran and 38 Ardeshi tanks"."""
    head = count.phrase.head
    return head is not None and not count.phrase.known and not s.low(head).endswith("s")


def _gapped(s: Sentence, count: Count) -> bool:
    """Whether noun and verb are left out: "killed 45 in one town and 22 in the next"."""
    at = count.bounded.last
    bare = count.phrase.head is None and s.low(at) in ("in", "at", "near", "outside", "on", "to", "from", "into")
    before = s.low(count.bounded.outer - 1)
    named = at + 1 < len(s.tokens) and s.tokens[at + 1].capital
    return bare and (before == "and" or (before == "," and named))


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
