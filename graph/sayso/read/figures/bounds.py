"""Bounds: the words around a number that say whether it is a floor, a ceiling or an estimate."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.read.figures.numbers import Number, Value
from sayso.read.figures.tokens import Token

_BEFORE = {
    "about": """about|around|approximately|approx|roughly|some|an estimated|estimated|estimated at|estimated at about
        |closer to|circa|in the region of|in the order of|on the order of|somewhere around|more or less|perhaps
        |an average of|the estimated|a reported estimate of|or so""",
    "at-least": """at least|no fewer than|not fewer than|no less than|not less than|a minimum of|minimum of|at a minimum
        |as few as""",
    "more-than": """more than|over|upwards of|upward of|exceeding|in excess of|well over|just over|well above|above
        |greater than|surpassing|topping|exceeds|exceeded|exceed|surpassed|surpasses|topped|tops|passed|beyond|north of
        |a little over|slightly more than|slightly over|far more than|a little more than|well more than""",
    "at-most": "at most|no more than|not more than|a maximum of|maximum of|at the most|no greater than|not exceeding",
    "up-to": "up to|as many as|as much as|as high as|capped at",
    "nearly": """nearly|almost|approaching|close to|just under|just short of|just shy of|shy of|nearing|near to|just below
        |approaches|approached|nears|neared|not quite|very nearly|short of|near""",
    "fewer-than": "fewer than|less than|under|below|well under|well below|lower than|far fewer than|far less than",
    "exactly": "exactly|precisely|just|only|a total of|altogether|a combined|a record|total of",
}
_AFTER = {
    "or more": "at-least", "or over": "at-least", "or above": "at-least", "or below": "at-most", "or under": "at-most", "or higher": "at-least", "or so": "about", "or thereabouts": "about",
    "or fewer": "at-most", "or less": "at-most", "at least": "at-least", "at most": "at-most", "at the most": "at-most",
    "plus": "at-least", "at a minimum": "at-least", "+": "at-least", "and counting": "at-least",
}  # fmt: skip
PHRASES: dict[tuple[str, ...], str] = {
    tuple(phrase.split()): bound for bound, row in _BEFORE.items() for phrase in row.replace("\n", " ").split("|")
}
_AFTER_PHRASES = {tuple(phrase.split()): bound for phrase, bound in _AFTER.items()}
_ADDED = {"another", "additional", "further", "extra"}
_DETERMINERS = {
    "a",
    "an",
    "the",
    "these",
    "those",
    "all",
    "its",
    "their",
    "his",
    "her",
    "other",
    "first",
    "last",
    "both",
}
_LOOSE = ("about", "exactly")


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


_SIZES = {"tens", "dozens", "hundreds", "thousands", "millions"}


def bounded(tokens: Sequence[Token], number: Number) -> Bounded:
    """The number with the bounding words on both sides of it."""
    first, told = _before(tokens, number.first)
    after, last = _after(tokens, number.last)
    outer, added = _determiner(tokens, first)
    if not told:
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
            if len(phrase) == length and phrase in PHRASES:
                told.insert(0, PHRASES[phrase])
                i -= length
                break
        else:
            return i, told


def _after(tokens: Sequence[Token], i: int) -> tuple[str | None, int]:
    for length in (3, 2, 1):
        phrase = tuple(t.low for t in tokens[i : i + length])
        if phrase in _AFTER_PHRASES:
            return _AFTER_PHRASES[phrase], i + length
    return None, i


def _determiner(tokens: Sequence[Token], i: int) -> tuple[int, bool]:
    added = False
    while i and (tokens[i - 1].low in _DETERMINERS or tokens[i - 1].low in _ADDED):
        added = added or tokens[i - 1].low in _ADDED
        i -= 1
    return i, added
