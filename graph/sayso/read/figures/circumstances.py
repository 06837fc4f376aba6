"""What a clause tells by its verb and its circumstances together: "moved to shelters", "fighting the flames"."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sayso.read.figures.events import Told, adverbs
from sayso.read.figures.predicates import subject_end
from sayso.read.figures.sentence import Sentence
from sayso.read.figures.tolls import about_illness

_FILE = Path(__file__).with_name("circumstances.toml")
_REACH = 10
_SOFT = frozenset({"displaced", "captured", "evacuated", "arrested", "protesters"})


@dataclass(frozen=True, slots=True)
class Row:
    """Verbs by the part that the counted have in them, and what has to stand or must not stand beside them."""

    kind: str
    before: tuple[tuple[str, ...], ...]
    active: frozenset[str]
    passive: frozenset[str]
    done: frozenset[str]
    beside: tuple[tuple[str, ...], ...]
    without: frozenset[str]
    among: frozenset[str]
    particles: frozenset[str]
    still: bool
    illness: bool
    soft: bool
    whole: bool


@cache
def _rows() -> tuple[Row, ...]:
    rows = tomllib.loads(_FILE.read_text(encoding="utf-8"))["row"]
    return tuple(_row(row) for row in rows)


def _row(row: Mapping[str, Any]) -> Row:
    undergone = frozenset(row.get("undergone", "").split())
    return Row(
        kind=row["kind"],
        before=_phrases(row, "before"),
        active=undergone | frozenset(row.get("active", "").split()),
        passive=undergone | frozenset(row.get("passive", "").split()),
        done=frozenset(row.get("done", "").split()),
        beside=_phrases(row, "with"),
        without=frozenset(row.get("without", "").split()),
        among=frozenset(row.get("among", "").split()),
        particles=frozenset(row.get("particles", "").split()),
        still=bool(row.get("still")),
        illness=bool(row.get("illness")),
        soft=bool(row.get("soft")),
        whole=bool(row.get("whole")),
    )


def _phrases(row: Mapping[str, Any], key: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in row.get(key, ()))


def circumstance(s: Sentence, first: int, last: int, kind: str, whole: bool = False) -> Told | None:
    """What verb and circumstances tell of the phrase from ``first`` up to ``last``, so far of a ``kind``.

    A kind that the noun brings ("refugees") gives way only to a return home. Of a ``whole`` of which a part is
    counted, the clause tells nothing that is not in its own words.
    """
    if kind not in ("people", "deployed") and kind not in _SOFT:
        return None
    rows = (row for row in _rows() if row.whole or not whole)
    return next((told for row in rows if _may(s, row, kind) and (told := _told(s, row, first, last))), None)


def _may(s: Sentence, row: Row, kind: str) -> bool:
    if (kind in _SOFT and not row.soft) or (row.illness and not about_illness(s)):
        return False
    named = {token.low for token in s.tokens}
    return not named & row.without and (not row.among or bool(named & row.among))


def _told(s: Sentence, row: Row, first: int, last: int) -> Told | None:
    if row.whole and s.low(first - 1) != "of":
        return None
    for words in row.before:
        if s.lows(first - len(words), len(words)) == words:
            return Told(row.kind, first - len(words), first)
    at = first - 2 if row.particles else first - 1
    active = s.low(at) in row.active and (s.low(at).endswith("ing") or not s.isin(at - 1, "be"))
    if active and _holds(s, row, last, at):
        return Told(row.kind, at, first)
    for at, passive in _verbs(s, last):
        named = row.passive if passive else row.done
        if s.low(at) in named and _holds(s, row, at + 1, at):
            return Told(row.kind, at, at + 1, finite=True)
    return None


def _verbs(s: Sentence, i: int) -> Iterator[tuple[int, bool]]:
    """The tokens after a phrase that may be its verb, each with whether it would be a passive one."""
    at, passive, seen = _past_origin(s, subject_end(s, i)), False, False
    while s.isin(at, "auxiliaries") or s.isin(at, "reports") or s.isin(at, "relatives"):
        if s.isin(at, "auxiliaries") or s.low(at) in ("been", "being", "left", "found"):
            passive, seen = passive or s.isin(at, "be"), True
        at = adverbs(s, at + 1)
    yield at, passive or not seen
    if passive and s.low(at).endswith("ing"):
        yield at, False
    if not passive:
        yield at, False


def _past_origin(s: Sentence, i: int) -> int:
    """Past "from four countries" or "of the guard", as far as the verb that follows it."""
    if not s.isin(i, "prepositions") and s.low(i) != "of":
        return i
    for k in range(i + 1, min(i + 7, len(s.tokens))):
        if s.isin(k, "auxiliaries"):
            return k
        if s.form(k) == "mark" or s.isin(k, "barriers") or s.low(k) in s.lexicon.verbs:
            return i
    return i


def _holds(s: Sentence, row: Row, i: int, verb: int) -> bool:
    """Whether the circumstances of a row stand in the clause after ``i``, and its particle behind the ``verb``."""
    if row.still:
        return "still" in s.lows(max(0, verb - 3), min(verb, 3))
    if row.particles and s.low(verb + 1) not in row.particles:
        return False
    if not row.beside:
        return True
    for k in range(i, i + _REACH):
        if s.form(k) in ("mark", "") or s.isin(k, "barriers"):
            return False
        if any(s.lows(k, len(words)) == words for words in row.beside):
            return True
    return False
