"""Money, shares and amounts: numbers whose unit is a currency, a hundredth, or a measure of land, weight or volume."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sayso.read.figures.currencies import currency
from sayso.read.figures.extents import extent as extent_of
from sayso.read.figures.numbers import SMALL, Number, Value, cardinal, number_at
from sayso.read.figures.phrase import Phrase, ends_noun
from sayso.read.figures.sentence import Sentence

_FILE = Path(__file__).with_name("units.toml")
_FRACTIONS = {"half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "tenth": 10}
_WHOLES = {3, 4, 5, 6, 8, 10, 20, 50, 100, 1000}
_ORDINALS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "tenth": 10}
_LONGEST, _LARGE = 4, 1_000_000
_OPENERS = {"a", "one", "two", "three", "four"}


@dataclass(frozen=True, slots=True)
class Measure:
    """A number with its unit, from token ``first`` up to ``last``; ``number`` covers the sign before it."""

    number: Number
    last: int
    kind: str
    unit: str


@cache
def _units() -> dict[str, Any]:
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    data["amounts"] = {words: unit for unit, row in data["amounts"].items() for words in row}
    data["codes"] = frozenset(data["codes"].split())
    return data


def measure(s: Sentence, number: Number) -> Measure | None:
    """Money or a share, where the words around a number make it one."""
    named = _percent(s, number) or _signed(s, number) or _named(s, number) or _amount(s, number)
    extent = None if named else extent_of(s, number)
    return named or (Measure(number, extent[0], "other", extent[1]) if extent else None)


def _percent(s: Sentence, n: Number) -> Measure | None:
    if s.low(n.last) in ("%", "percent", "pc", "percentage"):
        last = n.last + 1
    elif s.lows(n.last, 2) == ("per", "cent"):
        last = n.last + 2
    else:
        return None
    if s.low(last) in ("point", "points") or s.low(n.last) == "percentage":
        return None
    return Measure(n, last, "share", "percent")


def _signed(s: Sentence, n: Number) -> Measure | None:
    units, i = _units(), n.first - 1
    low = s.low(i)
    if low in units["codes"] and s.tokens[i].end - s.tokens[i].start == 3 and s.form(n.first) == "number":
        return Measure(_from(n, i), n.last, "money", low)
    if low not in units["signs"]:
        return None
    code, prefix = units["signs"][low], s.low(i - 1)
    if low == "$" and i and s.tokens[i - 1].end == s.tokens[i].start and prefix in units["dollar_prefixes"]:
        return Measure(_from(n, i - 1), n.last, "money", units["dollar_prefixes"][prefix])
    return Measure(_from(n, i), n.last, "money", code)


def _from(n: Number, first: int) -> Number:
    return Number(first, n.last, n.low, n.high, n.plural)


def _named(s: Sentence, n: Number) -> Measure | None:
    i = n.last + 1 if s.low(n.last) == "of" and n.plural else n.last
    if named := currency(s, i, n.low):
        return Measure(n, named[1], "money", named[0])
    whole = number_at(s.tokens, n.last + 2) if s.lows(n.last, 2) == ("of", "the") else None
    if whole and n.high >= _LARGE and (named := currency(s, whole.last, whole.low)):
        return Measure(n, n.last, "money", named[0])  # "30 million of the 102 million dollars"
    return _coded(s, n)


def _amount(s: Sentence, n: Number) -> Measure | None:
    """Land, weight, volume or power, in the plural: "62,000 hectares", not "a 40 hectare farm"."""
    last = n.last + 1 if s.low(n.last) == "metric" else n.last
    squared = s.low(last) in ("square", "cubic")
    words = " ".join(s.lows(last, 2)) if squared else s.low(last)
    unit = _units()["amounts"].get(words)
    bombs = unit == "barrel" and s.low(n.last + 1) not in ("of", "a", "per", "daily") and not s.mentions("oil")
    if bombs:  # what helicopters drop, and no measure
        return None
    return Measure(n, last + 1 + squared, "other", unit) if unit else None


def substance(s: Sentence, i: int) -> Phrase:
    """What an amount that ends before token ``i`` is of: "24,300 litres of pesticide"."""
    k = i + 1
    while s.low(i) == "of" and k < i + _LONGEST and s.form(k) == "word" and not _ends_substance(s, k, i):
        k += 1
    return Phrase(i + 1, k, k - 1) if k > i + 1 else Phrase(i, i)


def _ends_substance(s: Sentence, k: int, of: int) -> bool:
    """Whether the words at ``k`` go on with what befell the substance named behind ``of``: "of acid leaked"."""
    verbal = k > of + 1 and s.low(k).endswith("ed")
    return verbal or ends_noun(s, k) or s.isin(k, "pasts")


def _coded(s: Sentence, n: Number) -> Measure | None:
    low = s.low(n.last)
    capital = s.form(n.last) == "word" and s.tokens[n.last].capital
    if low in _units()["codes"] and capital and low not in ("all", "try", "pen", "sos", "mad"):
        return Measure(n, n.last + 1, "money", low)
    return None


def share(s: Sentence, i: int) -> Measure | None:
    """A share in words that begins at token ``i``: "a quarter of", "one in five", "every fifth child"."""
    if counted := _one_in(s, i):
        return counted
    if s.low(i) == "every" and s.low(i + 1) in _ORDINALS and s.form(i + 2) == "word" and not s.isin(i + 2, "measures"):
        return _part(i, i + 2, 1, _ORDINALS[s.low(i + 1)]) if s.lexicon.head(s.low(i + 2)) else None
    top, low, last = 1, s.low(i), i + 1
    if "-" in low and low.split("-")[0] in _OPENERS:
        opener, low = low.split("-", 1)
        top = SMALL.get(opener, 1)
    elif low in _OPENERS:
        top, low, last = SMALL.get(low, 1), s.low(i + 1), i + 2
    if low not in _FRACTIONS or top >= _FRACTIONS[low] or (s.low(i - 1) == "and" and cardinal(s.tokens, i - 2)):
        return None
    if low.endswith("s") and top == 1:
        return None
    if not (_of_some(s, last) or _of_change(s, i, last)):
        return None
    return _part(i, last, top, _FRACTIONS[low])


def _of_some(s: Sentence, i: int) -> bool:
    """Whether the words at ``i`` name what a fraction is taken of."""
    return s.low(i) == "of" and s.low(i + 1) not in ("a", "an") and not s.isin(i + 1, "measures")


def _of_change(s: Sentence, first: int, last: int) -> bool:
    """Whether a fraction stands alone: by how much something changes, or a hedged subject ("over half are")."""
    closed = s.form(last) in ("mark", "") or s.isin(last, "prepositions") or s.isin(last, "barriers")
    k = first - 1
    while s.isin(k, "hedges_of_share"):
        k -= 1
    by = s.low(k) == "by"
    partitive = s.low(first - 1) == "," or s.isin(first - 1, "hedges_of_share")
    subject = partitive and s.isin(last, "auxiliaries")
    return (by and closed and s.low(last) != "of") or subject


def _one_in(s: Sentence, i: int) -> Measure | None:
    """``one in five``, ``8 in 10``, ``two out of three``."""
    if s.lows(i + 1, 3) == ("out", "of", "every"):
        return _of_whole(s, i, i + 4)
    at = i + 2 if s.low(i + 1) == "in" else i + 3 if s.lows(i + 1, 2) in (("out", "of"), ("of", "every")) else 0
    at = i + 2 if s.lows(i + 1, 2) in (("of", "10"), ("of", "ten")) else at
    return _of_whole(s, i, at) if at else _noun_between(s, i)


def _noun_between(s: Sentence, i: int) -> Measure | None:
    """``six villagers in ten``, ``one school-age child in five``: no noun follows the whole."""
    at = next((k + 1 for k in (i + 2, i + 3) if s.low(k) == "in"), 0)
    whole = cardinal(s.tokens, at) if at else None
    if whole is None or any(s.form(k) != "word" or s.isin(k, "prepositions") for k in range(i, at - 1)):
        return None
    end = whole[1]
    noun = s.low(at - 2)
    counted = s.lexicon.participle(noun) is None and (s.lexicon.head(noun) or s.low(i) == "one" or noun.endswith("s"))
    ended = s.form(end) in ("mark", "") and s.low(end) not in ("-", "–")
    verbal = s.isin(end, "auxiliaries") or s.isin(end, "relatives") or s.low(end).endswith("ed")
    return _of_whole(s, i, at) if counted and (ended or verbal) else None


def _of_whole(s: Sentence, i: int, at: int) -> Measure | None:
    part, whole = cardinal(s.tokens, i), cardinal(s.tokens, at)
    if part is None or whole is None or part[1] != i + 1 or whole[0] not in _WHOLES:
        return None
    if not 0 < part[0] < whole[0] or s.isin(whole[1], "measures"):
        return None
    return _part(i, whole[1], part[0], whole[0])


def _part(first: int, last: int, top: Value, whole: Value) -> Measure:
    value: Value = round(100 * top / whole, 1)
    value = int(value) if value == int(value) else value
    return Measure(Number(first, last, value, value), last, "share", "percent")
