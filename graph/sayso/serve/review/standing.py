"""How earlier decisions stand towards the reading at hand, which may be another than the one they were made on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from sayso.serve.review.item import Item
from sayso.serve.review.matching import Places
from sayso.serve.review.record import Review

State = Literal["applies", "settled", "no longer applicable"]


@dataclass(frozen=True, slots=True)
class Standing:
    """A decision that counts, the part of the reading at hand that it is about, and how it stands.

    Settled: the reader now says by itself what was decided. No longer applicable: it says nothing there any more.
    """

    review: Review
    part: str
    state: State
    why: str = ""


@dataclass(frozen=True)
class Reviewed:
    """One article as reviewed: what counts, what is right, what nobody has decided on, and whether it is complete."""

    standings: tuple[Standing, ...] = ()
    right: tuple[Item, ...] = ()
    undecided: tuple[str, ...] = ()
    complete: Review | None = None
    by_part: Mapping[str, Standing] = field(default_factory=dict)


def apply(reviews: Iterable[Review], items: Mapping[str, Item], text: str) -> Reviewed:
    """Apply the reviews of one text, in the order in which they were made; of one place the last one counts."""
    places, counting, complete = Places(text), list[Review](), None
    for review in sorted(reviews, key=lambda r: r.on):
        if review.outcome == "complete":
            complete = review
            continue
        place = review.place
        if place is None:
            complete = None if review.outcome == "withdrawn" else complete
            continue
        counting = [held for held in counting if not (held.place and places.one_place(held.place, place))]
        if review.outcome != "withdrawn":
            counting.append(review)
    standings = tuple(_standing(review, items, places) for review in counting)
    by_part = {standing.part: standing for standing in standings if standing.part}
    undecided = tuple(name for name in items if name not in by_part)
    right = tuple(r.right or r.read for r in counting if r.outcome != "rejected" and (r.right or r.read))
    return Reviewed(standings, tuple(item for item in right if item), undecided, complete, by_part)


def _standing(review: Review, items: Mapping[str, Item], places: Places) -> Standing:
    place = review.read or review.right
    assert place is not None  # a decision on a whole article stands for itself
    part = places.find(place, items, places.one_place)
    if not part and review.right:
        part = places.find(review.right, items, places.one_place)
    if not part:
        return _without(review)
    if review.outcome in ("corrected", "missed") and review.right and says(items[part], review.right, places):
        return Standing(review, part, "settled", "the reader now says so itself")
    return Standing(review, part, "applies")


def _without(review: Review) -> Standing:
    if review.outcome == "rejected":
        return Standing(review, "", "settled", "the reader no longer finds it")
    if review.outcome == "missed":
        return Standing(review, "", "applies", "the reader still misses it")
    return Standing(review, "", "no longer applicable", "the reader no longer finds anything there")


def says(item: Item, right: Item, places: Places) -> bool:
    """Whether the reading says what is right, the names of the chain included."""
    return places.agree(item, right) and [n.casefold() for n in item.chain] == [n.casefold() for n in right.chain]
