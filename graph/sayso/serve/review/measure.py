"""How well the reader did on the articles that have been reviewed in full; no other article says anything about it."""

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.serve.review.item import Item
from sayso.serve.review.matching import Places


@dataclass(frozen=True, slots=True)
class Score:
    """Counts, and what follows from them; a rate is None where there is nothing to divide by."""

    agreed: int = 0
    found: int = 0
    right: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.agreed + other.agreed, self.found + other.found, self.right + other.right)

    @property
    def precision(self) -> float | None:
        """How much of what was found is right."""
        return self.agreed / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """How much of what is right was found."""
        return self.agreed / self.right if self.right else None


def score(found: Iterable[Item], right: Iterable[Item], text: str, kind: str) -> Score:
    """The reading of one article against what its review says, for one kind of item.

    >>> text = "Two died, Ana said."
    >>> found = Item("statement", ((0, 8),), source=((10, 13),))
    >>> score([found], [Item("statement", ((0, 8),), source=((10, 13),)), Item("figure", ((0, 3),))], text, "statement")
    Score(agreed=1, found=1, right=1)
    """
    left, held = [item for item in right if item.kind == kind], [item for item in found if item.kind == kind]
    return Score(Places(text).pairs(left, held), len(held), len(left))
