"""Whether a clause says that what it counts did not happen, or that the report of it is false."""

from sayso.read.figures.count import Count
from sayso.read.figures.sentence import Sentence

_REACH = 8


def is_negated(s: Sentence, count: Count) -> bool:
    """Whether the clause says that it did not happen: "did not lose 40 men", "40 men were never captured"."""
    if _rejected(s, count.bounded.outer) or _untrue(s, count):
        return True
    if count.told is None or count.told.kind == "people":  # "seven of them had not been identified" are counted
        return False
    lead = range(count.told.first - 3, count.told.first)
    between = range(count.last, count.told.first)
    return any(_denies(s, k) for k in (*lead, *between) if k not in range(count.bounded.outer, count.last))


def _denies(s: Sentence, k: int) -> bool:
    low, following = s.low(k), s.low(k + 1)
    if following in ("only", "fewer", "less", "more", "just"):
        return False
    return low == "never" or low.endswith("n't") or (low == "not" and s.isin(k - 1, "auxiliaries"))


def _rejected(s: Sentence, i: int) -> bool:
    """``rejected claims that 40 men …``, ``It is not true that 40 men …``"""
    for k in range(i - 1, max(0, i - _REACH), -1):
        if s.form(k) == "mark":
            return False
        if s.isin(k, "accounts") and s.low(k + 1) in ("that", "of"):
            return any(s.isin(m, "rejecting") for m in range(max(0, k - 3), k))
        if s.low(k) == "that" and (s.isin(k - 1, "untrue") or s.lows(k - 2, 2) == ("not", "true")):
            return s.low(k - 2) != "not" or s.low(k - 1) == "true"
    return False


def _untrue(s: Sentence, count: Count) -> bool:
    """``Reports of 40 dead are false``"""
    opened = any(s.isin(k, "accounts") and s.low(k + 1) in ("that", "of") for k in range(3))
    if not opened or count.bounded.outer > _REACH:
        return False
    verbs = (k for k in range(count.last, count.last + _REACH) if s.isin(k, "be"))
    return any(any(s.isin(m, "untrue") for m in range(k + 1, k + 4)) and s.low(k + 1) != "not" for k in verbs)
