"""Compares numbers with bounds: whether two can both hold, are the same, or one is narrower."""

from math import inf

from sayso.audit.telling import Telling

_VAGUE = ("dozens", "hundreds", "thousands")
_ABOUT = 0.1
_TEN, _FIRST_TEEN, _TWENTY, _HUNDRED = 10, 13, 20, 100
_NEARLY = 0.1
_UP_TO = 0.5
Range = tuple[float, float]


def allowed(telling: Telling) -> Range:
    """The numbers that a figure leaves open, both ends included.

    "About" allows a tenth to either side. "Nearly" and its kin claim to be near their number: the last
    tenth below it is allowed. "Up to" claims a maximum that comes near: the upper half. "At least",
    "more than" and "dozens" leave the upper end open.

    >>> from sayso.audit.telling import Source
    >>> allowed(Telling("x", Source("a"), "nearly 1,500", "killed", None, 1500, "nearly"))
    (1350.0, 1500)
    """
    low, high = telling.low, telling.high
    if low is None and high is None:
        return -inf, inf
    match telling.bound:
        case "about":
            low, high = (low or 0) * (1 - _ABOUT), (high or inf) * (1 + _ABOUT)
        case "nearly" | "fewer-than" if high is not None and low is None:
            low = high * (1 - _NEARLY) if telling.bound == "nearly" else 0
        case "up-to" if high is not None and low is None:
            low = high * _UP_TO
        case "more-than" if low is not None and high is None:
            low = low + 1 if float(low).is_integer() and low >= 1 else low
    return (0 if low is None else low), (inf if high is None else high)


def can_both_hold(left: Range, right: Range) -> bool:
    """Whether some number lies in both."""
    return max(left[0], right[0]) <= min(left[1], right[1])


def same_number(left: Telling, right: Telling) -> bool:
    """Whether the numbers printed are the same, whatever the words around them.

    A range has the same number as another range alone.
    """
    return _numbers(left) == _numbers(right) != frozenset()


def same_value(left: Telling, right: Telling) -> bool:
    """Whether number and bound are the same; "about" and no bound at all are taken as one."""
    return same_number(left, right) and _side(left.bound) == _side(right.bound)


def is_narrower(inner: Range, outer: Range) -> bool:
    """Whether the first says more than the second and fits into it."""
    return inner != outer and outer[0] <= inner[0] and inner[1] <= outer[1]


def is_rounded(left: Telling, right: Telling) -> bool:
    """Whether the second is "about" a round number that the first, which is not round, may be told as."""
    exact, about = nominal(left), nominal(right)
    plain = left.bound == "exactly" and left.low == left.high and right.bound == "about"
    return plain and exact != about and about % _TEN == 0 and exact % _TEN != 0 and about * _ABOUT >= abs(about - exact)


def is_an_end(telling: Telling, ranged: Telling) -> bool:
    """Whether a number is the lower or upper end of a range, told as if it were all."""
    ends = (ranged.low, ranged.high)
    return None not in ends and ends[0] != ends[1] and telling.low == telling.high and telling.low in ends


def is_a_slip(left: Telling, right: Telling) -> bool:
    """Whether two numbers differ by a digit too many, by digits that changed places, or in sound: sixteen, sixty."""
    low, high = sorted((nominal(left), nominal(right)))
    short, long = (f"{number:.10g}" for number in (low, high))
    longer = long.startswith(short) or long.endswith(short)
    swapped = len(short) == len(long) and sorted(short) == sorted(long)
    teen, ten = low % _HUNDRED, high % _HUNDRED
    sounds = high - ten == low - teen and _FIRST_TEEN <= teen < _TWENTY and ten == (teen - _TEN) * _TEN
    return longer or swapped or sounds


def nominal(telling: Telling) -> float:
    """The number that is printed, the lower of two; 0 where there is none."""
    return telling.low if telling.low is not None else telling.high or 0.0


def _numbers(telling: Telling) -> frozenset[tuple[float, str]]:
    """The numbers, each with the word of a vague bound: "thousands" is not "1,000"."""
    vague = telling.bound if telling.bound in _VAGUE else ""
    return frozenset((n, vague) for n in (telling.low, telling.high) if n is not None)


def _side(bound: str) -> str:
    if bound in ("exactly", "about", "between"):
        return "at"
    return "above" if bound in ("at-least", "more-than", "dozens", "hundreds", "thousands") else "below"
