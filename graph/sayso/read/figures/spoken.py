"""Who a sentence without a number speaks of, for the next: "People are coming back. We counted 520 of them"."""

from dataclasses import dataclass, replace

from sayso.namespaces import slug
from sayso.read.figures.bounds import Bounded
from sayso.read.figures.count import Count
from sayso.read.figures.joining import of_them
from sayso.read.figures.numbers import Number
from sayso.read.figures.people import people
from sayso.read.figures.phrase import is_people, noun_phrase, singular
from sayso.read.figures.resuming import RESUMED
from sayso.read.figures.sentence import Sentence
from sayso.read.figures.tolls import INHERITED

_REACH = 5


@dataclass(frozen=True, slots=True)
class Spoken:
    """A group of people of no told number, with the kind that its clause tells of it."""

    kind: str
    counts: str


def spoken_group(s: Sentence) -> Spoken | None:
    """The people in the plural who are the subject of a sentence, or of whom it asks how many there are."""
    first = 2 if s.lows(0, 2) == ("how", "many") else 0
    if any(s.isin(k, "protests") and s.isin(k - 1, "before_protests") for k in range(1, _REACH)):
        return Spoken("protesters", "group/people")
    for k in range(first, first + _REACH):
        if is_people(s, k) and not singular(s, k):
            return _told_of(s, k)
        if first and s.tokens[k : k + 1] and s.tokens[k].capital and s.low(k).endswith("s"):
            return Spoken("people", f"group/{slug(s.low(k))}")
        if s.form(k) != "word" or any(s.isin(k, name) for name in ("auxiliaries", "prepositions", "barriers")):
            return None
    return None


def _told_of(s: Sentence, head: int) -> Spoken:
    """The group by its noun at ``head``, as if its number stood right before it."""
    many = Bounded(Number(head, head, 2, 2), head, head, head, "exactly")
    kind = people(s, many, noun_phrase(s, head)).kind
    return Spoken("people" if kind in (None, INHERITED) else str(kind), f"group/{slug(s.low(head))}")


def names_group(s: Sentence, count: Count) -> bool:
    """Whether a count points back to people: "520 of them", "put their number at 400"."""
    their = (k for k in range(count.bounded.outer - 1) if s.low(k) == "their")
    return of_them(s, count.bounded.last) or any(s.isin(k + 1, "toll") for k in their)


def of_group(s: Sentence, count: Count, group: Spoken | None) -> Count | None:
    """A count without a noun as one of the people whom the sentence before speaks of."""
    bare = count.kind in (INHERITED, RESUMED) and count.unit == "person" and count.bounded.number.high > 1
    placed = count.kind == RESUMED and s.isin(count.bounded.outer - 1, "prepositions")  # "the bus stopped at 30"
    if group is None or not bare or (placed and not names_group(s, count)):
        return None
    return replace(count, kind=group.kind, taken_up=group.counts)
