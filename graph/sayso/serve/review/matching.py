"""Whether two items are about one place of a text, and whether they say the same of it.

Spans are compared as sets of words, as in the measures that readers are held to: a statement is the same where the
sources share a word, or both have none, and the contents overlap by half; a figure where the words overlap and kind
and numbers agree.
"""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation

from sayso.serve.review.item import Item, Spans

_WORD = re.compile(r"\w+")
_HALF = 0.5


class Places:
    """The words of one text, to compare items by."""

    def __init__(self, text: str) -> None:
        self._words = [found.span() for found in _WORD.finditer(text)]

    def one_place(self, one: Item, other: Item) -> bool:
        """Whether both are about the same place: the contents overlap by half, or a cue or figure is shared."""
        if one.kind != other.kind:
            return False
        shared = self._overlap(one.content, other.content)
        if one.kind == "figure":
            return shared > 0
        return shared >= _HALF or bool(shared and self._of(one.cue) & self._of(other.cue))

    def agree(self, one: Item, other: Item) -> bool:
        """Whether both say the same of one place, by the measure above."""
        if not self.one_place(one, other):
            return False
        if one.kind == "figure":
            return (one.what, _number(one.low), _number(one.high)) == (
                other.what,
                _number(other.low),
                _number(other.high),
            )
        sources = self._of(one.source), self._of(other.source)
        same_source = bool(sources[0] & sources[1]) or not (sources[0] or sources[1])
        return same_source and self._overlap(one.content, other.content) >= _HALF

    def find(self, wanted: Item, among: Mapping[str, Item], same: Callable[[Item, Item], bool]) -> str:
        """The name of the item that is most alike; empty where none is the same."""
        ranked = [
            (self._overlap(wanted.content, item.content), name) for name, item in among.items() if same(wanted, item)
        ]
        return max(ranked, key=lambda pair: (pair[0], pair[1]))[1] if ranked else ""

    def pairs(self, gold: list[Item], found: list[Item]) -> int:
        """How many of the found agree with one of the gold each, the most alike first."""
        ranked = sorted(
            (-self._overlap(g.content, f.content), i, j)
            for i, g in enumerate(gold)
            for j, f in enumerate(found)
            if self.agree(g, f)
        )
        left: set[int] = set()
        right: set[int] = set()
        for _, i, j in ranked:
            if i not in left and j not in right:
                left.add(i)
                right.add(j)
        return len(left)

    def _of(self, spans: Spans) -> frozenset[int]:
        return frozenset(start for start, end in self._words if any(start < b and end > a for a, b in spans))

    def _overlap(self, one: Spans, other: Spans) -> float:
        a, b = self._of(one), self._of(other)
        return len(a & b) / len(a | b) if a | b else 0.0


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text) if text else None
    except InvalidOperation:
        return None
