"""Verbs that tell a number and are no words of saying: "put the toll at 41", "gave its losses as 95"."""

from sayso.read.lexicon import words
from sayso.read.rules.units import Unit

PUTS = frozenset(["put", "puts", "putting", "placed", "places", "placing", "set", "sets"])
GIVES = frozenset(["give", "gives", "gave", "given", "giving"])
_COUNTS = frozenset(["figure", "number", "toll", "total", "tally", "count", "estimate"])
_POLLS = words("polls")
_SHARES = frozenset(["percent", "per", "%", "points", "seats", "votes"])
NUMBERS = words("ones", "counting") | words("tens", "counting") | words("plurals", "counting") | {"half", "hundred"}
_WITHIN = 14


def tells_number(unit: Unit, i: int) -> bool:
    """Whether the verb at ``i`` tells a number: "put X at 41", "gave a figure of 41", "gave X as 41"."""
    near = range(i + 1, min(i + _WITHIN, len(unit.tokens)))
    if unit.lower(i) in PUTS:
        return any(unit.lower(k) == "at" and (number_in(unit, k + 1, k + 4) or _quoted(unit, k + 1)) for k in near)
    if unit.lower(i) not in GIVES:
        return False
    noun = next((k for k in near[:4] if unit.lower(k) in _COUNTS), None)
    if noun is not None and any(unit.numbered(k) for k in range(noun + 1, noun + 6)):
        return True
    as_ = next((k for k in near if unit.lower(k) == "as"), None)
    return (as_ is not None and number_in(unit, as_ + 1, as_ + 3)) or (_polled(unit, i) and _shared(unit, near))


def number_in(unit: Unit, start: int, stop: int) -> bool:
    """Whether a number stands in a stretch of tokens, in digits or words."""
    return any(unit.numbered(k) or unit.lower(k) in NUMBERS for k in range(start, stop))


def _quoted(unit: Unit, i: int) -> bool:
    """Whether a quotation stands there that holds a number."""
    return unit.kind(i) == "q" and any(c.isdigit() for c in unit.text[slice(*unit.between(i, i))])


def _polled(unit: Unit, verb: int) -> bool:
    """Whether a poll or a count is told of before the verb."""
    return any(unit.lower(k) in _POLLS for k in range(max(0, verb - 10), verb))


def _shared(unit: Unit, near: range) -> bool:
    """Whether a share or a number of seats or votes follows."""
    return any(unit.lower(k) in _SHARES and number_in(unit, k - 2, k) for k in near)
