"""Bounds: the words around a number that say whether it is a floor, a ceiling or an estimate."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.read.figures.numbers import Number, Value, cardinal
from sayso.read.figures.tokens import Token
from sayso.read.lexicon import table, words

_LOOSE = ("about", "exactly")
_SIZES = {"tens", "dozens", "hundreds", "thousands", "millions"}


def _phrases(side: str) -> dict[tuple[str, ...], str]:
    return {tuple(phrase.split()): bound for bound, row in table("bounds")[side].items() for phrase in row}


_BEFORE, _AFTER = _phrases("before"), _phrases("after")


@dataclass(frozen=True, slots=True)
class Bounded:
    """A number with its bound, from token ``first`` up to ``last``; ``outer`` also takes in the determiner.

    ``added`` holds where the words say that the number comes on top of another ("an additional 3,000").
    """

    number: Number
    first: int
    last: int
    outer: int
    bound: str
    added: bool = False

    @property
    def limits(self) -> tuple[Value | None, Value | None]:
        """Low and high as the design page fixes them for each bound."""
        return limits(self.bound, self.number.low, self.number.high)


def limits(bound: str, low: Value, high: Value) -> tuple[Value | None, Value | None]:
    """Low and high of a number under a bound; an open end is None.

    >>> limits("at-least", 100, 100), limits("nearly", 1000, 1000)
    ((100, None), (None, 1000))
    """
    if bound in ("at-least", "more-than") or bound in _SIZES:
        return low, None
    if bound in ("at-most", "up-to", "nearly", "fewer-than"):
        return None, high
    return low, high


def bounded(tokens: Sequence[Token], number: Number) -> Bounded:
    """The number with the bounding words on both sides of it."""
    first, told = _before(tokens, number.first)
    after, last = _after(tokens, number.last)
    outer, added = _determiner(tokens, first)
    compared = any(t.low == "the" for t in tokens[outer:first]) and _word(tokens, outer - 1) == "than"
    if not told and not compared:  # "more than the 38 it had reported" is no bound
        further, told = _before(tokens, outer)
        first = outer = further if told else outer
    told += [after] if after else []
    if number.ranged and outer and tokens[outer - 1].low in ("between", "from"):
        first = outer = outer - 1
    return Bounded(number, first, last, outer, _choose(number, told), added)


def _choose(number: Number, told: list[str]) -> str:
    strict = next((bound for bound in told if bound not in _LOOSE), None)
    if strict:
        return strict
    if number.plural:
        size = "tens" if number.plural == "scores" else number.plural
        return size if size in _SIZES else "at-least"
    if number.ranged:
        return "between"
    return "about" if "about" in told else "exactly"


def _before(tokens: Sequence[Token], i: int) -> tuple[int, list[str]]:
    """Bounding phrases that end at token ``i``, the outermost first, and where they begin."""
    told: list[str] = []
    while True:
        for length in (4, 3, 2, 1):
            phrase = tuple(t.low for t in tokens[max(0, i - length) : i])
            if len(phrase) == length and phrase in _BEFORE and not _particle(tokens, i, phrase):
                told.insert(0, _BEFORE[phrase])
                i -= length
                break
        else:
            return i, told


def past_bound(tokens: Sequence[Token], i: int) -> int:
    """The token after a bounding phrase that begins at ``i``."""
    return next((i + n for n in (4, 3, 2, 1) if tuple(t.low for t in tokens[i : i + n]) in _BEFORE), i)


def _particle(tokens: Sequence[Token], i: int, phrase: tuple[str, ...]) -> bool:
    """Whether "over" or "up" belongs to the verb before it: "handed over 30 prisoners", "went up to 55"."""
    verb = _word(tokens, i - len(phrase) - 1)
    given = phrase == ("over",) and verb in words("given_over", "counting")
    return given or (phrase == ("up", "to") and verb in words("going_up", "counting"))


def _word(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].low if i >= 0 else ""


def _after(tokens: Sequence[Token], i: int) -> tuple[str | None, int]:
    for length in (3, 2, 1):
        phrase = tuple(t.low for t in tokens[i : i + length])
        if phrase in _AFTER and cardinal(tokens, i + length) is None:
            return _AFTER[phrase], i + length
    return None, i


def _determiner(tokens: Sequence[Token], i: int) -> tuple[int, bool]:
    added = False
    while i and (tokens[i - 1].low in words("determiners_of_number", "counting")):
        added = added or tokens[i - 1].low in words("added", "counting")
        i -= 1
    return i, added
