"""The grammar of numbers in print: digits, words, mixtures, ranges, and plurals that only name a size."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.read.figures.coding import profile
from sayso.read.figures.tokens import Token
from sayso.read.lexicon import table, words

Value = int | float

_WORDS = table("counting")
SMALL: dict[str, int] = {w: n for n, w in enumerate(_WORDS["ones"].split())}
SMALL |= {w: 10 * n for n, w in enumerate(_WORDS["tens"].split(), 2)}
SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "lakh": 10**5, "crore": 10**7, "m": 10**6, "mn": 10**6, "k": 10**3, "bn": 10**9, "b": 10**9, "tn": 10**12,
}  # fmt: skip
PLURALS = words("plurals", "counting")
_FEW = {"several": "several", "few": "few", "many": "several"}
_HEDGES = words("hedges", "counting")
SIGNS = frozenset("$£€¥₩₽₹₺₴₪₦₱฿₫")
_DASHES = {"-", "–", "—", "‑", "‐"}
_CHANGES = words("changes", "counting")
_LARGEST = 10**12
_CLAUSE = 8
_DENIALS = frozenset(
    ("not", "never", "no", "nobody", "none", "nor", "without", "neither", "deny", "denies", "denied", "denying")
)
_SCORE = 20
_LETTERS = ("million", "billion", "trillion", "mn", "bn", "tn", "k", "m", "b")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in print, from token ``first`` up to ``last``; ``plural`` names the size where only that is told."""

    first: int
    last: int
    low: Value
    high: Value
    plural: str | None = None

    @property
    def ranged(self) -> bool:
        """Two numbers, lower and upper."""
        return self.low != self.high


def number_at(tokens: Sequence[Token], i: int, coding: Mapping[str, int] | None = None) -> Number | None:
    """The longest number that begins at token ``i``, or None.

    >>> from sayso.read.figures.tokens import tokens
    >>> number_at(tokens("10-12,000 men", 0, 13), 0)
    Number(first=0, last=3, low=10000, high=12000, plural=None)
    """
    coding = coding or profile()
    if vague := _plural(tokens, i, coding):
        return vague
    first = cardinal(tokens, i)
    if first is None:
        return None
    value, end = first
    return _range(tokens, i, value, end) or Number(i, end, value, value)


def cardinal(tokens: Sequence[Token], i: int) -> tuple[Value, int] | None:
    """The value of a single number that begins at token ``i`` and the token after it."""
    if i >= len(tokens):
        return None
    token = tokens[i]
    if token.form == "number":
        return _scaled(tokens, i + 1, *_digits(token.low))
    if token.form != "word":
        return None
    if token.low in ("a", "an", "half"):
        return _single(tokens, i) or _score(tokens, i) or _fraction(tokens, i)
    return _words(tokens, i)


def _digits(low: str) -> tuple[Value, int]:
    letters = next((s for s in _LETTERS if low.endswith(s)), "")
    body = low[: len(low) - len(letters)]
    whole = "".join(c for c in body if c.isdigit() or c in ".٫").replace("٫", ".")
    value: Value = float(whole) if "." in whole else int(whole)
    return value, SCALES.get(letters, 1)


def _scaled(tokens: Sequence[Token], i: int, value: Value, scale: int = 1) -> tuple[Value, int]:
    while i < len(tokens) and tokens[i].low in SCALES and len(tokens[i].low) > 2 and scale < _LARGEST:
        scale *= SCALES[tokens[i].low]
        i += 1
    return _whole(value * scale), i


def _whole(value: Value) -> Value:
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded


def _low(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].low if i < len(tokens) else ""


def _single(tokens: Sequence[Token], i: int) -> tuple[Value, int] | None:
    """``a single boat``, not "never took a single dollar"."""
    if tokens[i].low != "a" or _low(tokens, i + 1) != "single":
        return None
    denied = any(t.low in _DENIALS or t.low.endswith("n't") for t in tokens[max(0, i - _CLAUSE) : i])
    return None if denied else (1, i + 2)


def _score(tokens: Sequence[Token], i: int) -> tuple[Value, int] | None:
    """``a score of men``, not "a score of 80"."""
    counts = tuple(t.low for t in tokens[i : i + 3]) == ("a", "score", "of") and cardinal(tokens, i + 3) is None
    return (_SCORE, i + 2) if counts else None


def _fraction(tokens: Sequence[Token], i: int) -> tuple[Value, int] | None:
    """``a hundred``, ``half a million``, ``half-dozen``, ``a million and a half``."""
    if tokens[i].low == "half":
        at = i + 2 if _low(tokens, i + 1) in ("a", "an", "-") else i + 1
        return _scaled(tokens, at, 0.5) if _low(tokens, at) in SCALES else None
    if tuple(t.low for t in tokens[i + 1 : i + 4]) == ("quarter", "of", "a") and _low(tokens, i + 4) in SCALES:
        return _scaled(tokens, i + 4, 0.25)
    if _low(tokens, i + 1) == "half" and _low(tokens, i + 2) in SCALES:
        return _scaled(tokens, i + 2, 0.5)
    if _low(tokens, i + 1) not in SCALES:
        return None
    scale = SCALES[_low(tokens, i + 1)]
    if [_low(tokens, i + k) for k in (2, 3, 4)] == ["and", "a", "half"]:
        return _whole(1.5 * scale), i + 5
    return _compound(tokens, i + 1, 1)


def _words(tokens: Sequence[Token], i: int) -> tuple[Value, int] | None:
    start = _small(tokens[i].low)
    if start is None:
        return None
    if [_low(tokens, i + k) for k in (1, 2, 3)] == ["and", "a", "half"] and _low(tokens, i + 4) in SCALES:
        return _scaled(tokens, i + 4, start + 0.5)
    at = i + 1
    if start in range(20, 100, 10) and (unit := SMALL.get(_low(tokens, at), 0)) in range(1, 10):
        start, at = start + unit, at + 1
    return _compound(tokens, at, start)


def _small(low: str) -> int | None:
    """A number word below a hundred, with or without its hyphen."""
    if low in SMALL:
        return SMALL[low]
    tens, hyphen, ones = low.partition("-")
    if hyphen and SMALL.get(tens, 0) in range(20, 100, 10) and SMALL.get(ones, 0) in range(1, 10):
        return SMALL[tens] + SMALL[ones]
    return None


def _compound(tokens: Sequence[Token], i: int, value: int) -> tuple[Value, int]:
    """Read on after a first small number: scales multiply, smaller groups add."""
    total, group, largest = 0, value, 10**18
    while i < len(tokens):
        low = tokens[i].low
        if low in SCALES and len(low) > 2:
            scale = SCALES[low]
            if scale in (100, 12) and group < _LARGEST:
                group *= scale
            elif scale < largest:
                total, group, largest = total + group * scale, 0, scale
            else:
                break
            i += 1
            continue
        at = i + 1 if low == "and" else i
        more = _addend(tokens, at, group, largest)
        if more is None:
            break
        addend, i = more
        group += addend
    return total + group, i


def _addend(tokens: Sequence[Token], i: int, group: int, largest: int) -> tuple[int, int] | None:
    """A group below a hundred, or below a thousand, that the number so far has room for."""
    if i >= len(tokens) or group % 100 or (group == 0 and largest == 10**18):
        return None
    low = tokens[i].low
    value = 1 if low == "a" and _low(tokens, i + 1) == "hundred" and not group else _small(low)
    if not value:
        return None
    if value in range(20, 100, 10) and (unit := SMALL.get(_low(tokens, i + 1), 0)) in range(1, 10):
        return value + unit, i + 2
    return value, i + 1


def _range(tokens: Sequence[Token], i: int, low: Value, end: int) -> Number | None:
    """``3–5``, ``10,000 to 12,000``, ``two or three``; a shared scale is printed once, at the end."""
    joint = end + 1 if _low(tokens, end) in ("%", "percent") else end
    if not _joins(tokens, i, joint):
        return None
    at = joint + 2 if _low(tokens, joint + 1) in SIGNS else joint + 1
    while _low(tokens, at) in _HEDGES:
        at += 1
    upper = cardinal(tokens, at)
    if upper is None:
        return None
    high, last = upper
    scale = _shared_scale(tokens, at, low, high)
    low = _whole(low * scale)
    return Number(i, last, low, high) if low < high else None


def _shared_scale(tokens: Sequence[Token], i: int, low: Value, high: Value) -> int:
    """What the lower number is multiplied by where the upper one, at ``i``, prints the scale of both."""
    for scale in (10**9, 10**6, 1000, 100, 12):
        fits = low < 1000 and low * scale < high and high / scale < 1000
        if fits and _shares(tokens, i, scale):
            return scale
    return 1


def _joins(tokens: Sequence[Token], i: int, joint: int) -> bool:
    """Whether the token at ``joint`` makes one range of the numbers on its two sides."""
    low = _low(tokens, joint)
    introduced = _introduced(tokens, i, "from", "between")
    if _low(tokens, joint - 1) in ("%", "percent") and low not in _DASHES and not introduced:
        return False
    if low in _DASHES:
        tight = joint + 1 < len(tokens) and tokens[joint].start == tokens[joint - 1].end
        return tight and tokens[joint].end == tokens[joint + 1].start
    if low == "to":
        return not (_introduced(tokens, i, "from") and _introduced(tokens, i, *_CHANGES, reach=_CLAUSE))
    return low == "or" or (low == "and" and _introduced(tokens, i, "between"))


def _introduced(tokens: Sequence[Token], i: int, *words: str, reach: int = 4) -> bool:
    return any(t.low in words for t in tokens[max(0, i - reach) : i])


def _shares(tokens: Sequence[Token], i: int, scale: int) -> bool:
    """The upper number prints its scale apart (``12 thousand``) or as a group of zeros (``12,000``)."""
    printed = tokens[i]
    if printed.form == "number" and printed.low.endswith("000"):
        return scale == 1000
    return any(_low(tokens, k) in SCALES and SCALES[_low(tokens, k)] == scale for k in (i + 1, i + 2)) or (
        printed.form == "number" and SCALES.get(printed.low.lstrip("0123456789.,")) == scale
    )


def _plural(tokens: Sequence[Token], i: int, coding: Mapping[str, int]) -> Number | None:
    """``dozens``, ``tens of thousands``, ``several hundred``, ``a few dozen``."""
    at = i + 1 if _low(tokens, i) in ("a", "many") else i
    low = _low(tokens, at)
    if low in _FEW and _low(tokens, at + 1) in SCALES:
        scale = _low(tokens, at + 1)
        value, last = _scaled(tokens, at + 1, coding[_FEW[low]])
        return Number(i, last, value, value, scale + "s")
    if low not in PLURALS or (at > i and tokens[i].low == "a"):
        return None
    value, last, size = coding[low], at + 1, low
    while _low(tokens, last) == "of" and _low(tokens, last + 1) in PLURALS:
        size = _low(tokens, last + 1)
        value *= SCALES.get(size.removesuffix("s"), 1)
        last += 2
    return Number(i, last, value, value, size)
