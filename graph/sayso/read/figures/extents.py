"""How long, fast, hot or high: numbers in units of time, speed, temperature or length, where a clause tells that.

"The gunfight lasted 14 hours", "had been ringing for 40 minutes", "at 118 kilometres an hour", "waves of four metres".
What only says when or where something was ("within 20 minutes", "400 metres away") is none.
"""

import tomllib
from functools import cache
from pathlib import Path

from sayso.read.figures.bounds import bounded
from sayso.read.figures.numbers import Number
from sayso.read.figures.sentence import Sentence

_FILE = Path(__file__).with_name("units.toml")
_SORTS = ("speeds", "temperatures", "durations", "lengths")
_LONGEST, _FEW = 3, 3
_LASTING = frozenset(("last", "lasts", "lasted", "lasting"))
_HOT = frozenset(("temperature", "temperatures", "heat", "thermometer", "thermometers", "hot", "cold", "weather"))
_HIGH = frozenset(
    ("wave", "waves", "flames", "surge", "crack", "cracks", "gap", "hole", "crater", "trench", "tunnel", "drifts")
)
_TALL = frozenset(("high", "deep", "long", "wide", "tall", "thick"))
_STORES = frozenset(
    ("food", "water", "fuel", "supplies", "stocks", "reserves", "rations", "medicine", "oxygen", "grain")
)
_UNTIL = frozenset(("until", "till", "before", "for", "to"))
_REACHED = frozenset(("reach", "reached", "reaching", "hit", "measured", "rose", "risen", "at", "to", "was"))


@cache
def _units() -> dict[str, dict[tuple[str, ...], str]]:
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {sort: {tuple(words.split()): unit for unit, row in data[sort].items() for words in row} for sort in _SORTS}


def extent(s: Sentence, n: Number) -> tuple[int, str] | None:
    """The token after the unit of a number that tells an extent, and the unit."""
    for sort in _SORTS:
        for length in range(_LONGEST, 0, -1):
            unit = _units()[sort].get(s.lows(n.last, length))
            if unit and _TOLD[sort](s, n, n.last + length):
                return n.last + length, unit
    return None


def _lasts(s: Sentence, n: Number, last: int) -> bool:
    """``lasted 14 hours``, ``had stopped for 25 minutes``; two or three days are no more than a time."""
    at = bounded(s.tokens, n).outer - 1
    if _passed(s, at, last) and (s.low(last - 1) != "days" or n.high > _FEW):
        return True
    if s.low(last - 1) == "days":
        if s.low(at) == "for" and not _STORES.isdisjoint(s.words) and {"left", "remained", "enough"} & s.words:
            return True
        lasts = s.low(at) in _LASTING or (s.low(at) == "for" and s.low(at - 1) in _LASTING)
        return lasts and n.high > _FEW
    if s.low(at) in _LASTING or (s.low(at) == "for" and s.low(at - 1) in _LASTING):
        return True
    verbal = s.isin(at - 1, "pasts") or s.low(at - 1).endswith(("ed", "ing")) or s.isin(at - 1, "participles")
    return s.low(at) == "for" and verbal and s.low(last) not in ("a", "per", "each", "every")


def _passed(s: Sentence, at: int, last: int) -> bool:
    """``40 minutes passed before``, ``it took three hours until``, ``lost contact four minutes before it was due``."""
    gone = last + 1 if s.isin(last, "auxiliaries") else last
    if s.low(gone) in ("passed", "elapsed") or (s.low(at) in ("took", "take", "takes") and s.low(last) in _UNTIL):
        return True
    verb = s.low(last + 1).endswith("ing") or s.low(last + 1) in ("it", "he", "she", "they", "anyone", "anybody")
    return s.low(last) in ("before", "after") and verb and at > 0 and s.form(at) == "word"


def _is_hot(s: Sentence, n: Number, last: int) -> bool:
    """``45 degrees Celsius``; bare degrees where the sentence speaks of heat, or tells what was reached somewhere."""
    at = bounded(s.tokens, n).outer - 1
    placed = s.low(at) in _REACHED and s.low(last) in ("in", "at", "on", ".", ",")
    named = s.low(last - 1) not in ("degrees", "degree")
    return named or not _HOT.isdisjoint(s.words) or placed


def _is_high(s: Sentence, n: Number, last: int) -> bool:
    """``waves of four metres``, ``flames 30 metres high``"""
    at = bounded(s.tokens, n).outer - 1
    along = s.low(at) == "along" and s.low(last) == "of"
    return along or s.low(last) in _TALL or (s.low(at) == "of" and s.low(at - 1) in _HIGH)


_TOLD = {"durations": _lasts, "speeds": lambda *_: True, "temperatures": _is_hot, "lengths": _is_high}
