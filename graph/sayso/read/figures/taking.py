"""Which figure a number takes up whose noun stands before it (see ``resuming``): its size tells, or its sentence."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.namespaces import slug
from sayso.read.figures.count import Count
from sayso.read.figures.joining import is_part, of_opening, of_them, opens_part
from sayso.read.figures.numbers import Value
from sayso.read.figures.phrase import is_people
from sayso.read.figures.relations import Placed
from sayso.read.figures.resuming import RESUMED, is_definite, of_hers, opens
from sayso.read.figures.sentence import Sentence
from sayso.read.figures.tolls import INHERITED, toll_named
from sayso.read.reading import Figure

_BACK, _NEAR, _FEW, _SMALL = 8, 3, 4, 10
_SIMILAR, _SIMILAR_SHARES = 4.0, 2.0
_GAP = 3
"""How many characters at the most stand between two sentences of one paragraph."""
_HUNDRED = 100
_LARGE = 1_000_000


def taking_up(
    s: Sentence, count: Count, before: Sequence[Placed], earlier: str | None, spoken_of: str | None = None
) -> Count | None:
    """The count with the kind and unit of the figure ``before`` it that it takes up.

    "The police still say 35,000" takes up the figure of like size, "20 of them" whatever was told last. ``earlier`` is
    the kind told last, ``spoken_of`` that of the toll spoken of without a number right before. None where nothing
    before it can be meant.
    """
    one_of_them = count.bounded.number.high == 1 and of_them(s, count.bounded.last) and count.phrase.head is None
    if one_of_them and count.kind == "people" and not _among_few(s, count, before):
        return None
    if count.kind == "people" and count.told is None and (of := _of_those_counted(s, count, before)):
        return replace(count, kind=of.kind)
    if count.kind not in (INHERITED, RESUMED):
        return count
    if count.bounded.number.high == 1 and not _among_few(s, count, before):
        return None
    return _taken_up(s, count, before, earlier, spoken_of)


def _taken_up(
    s: Sentence, count: Count, before: Sequence[Placed], earlier: str | None, spoken_of: str | None
) -> Count | None:
    """The count by the figure right before in its sentence, by the toll that this names, or by those before it."""
    here = before[-1].figure if before and before[-1].sentence is s else None
    if count.kind == INHERITED and here and s.low(count.bounded.last + 1) == "than":
        return replace(count, kind=here.kind, unit=here.unit, taken_up=here.counts)
    if count.kind == INHERITED and (count.bounded.added or s.low(count.bounded.last) == "more"):
        return replace(count, kind=earlier) if earlier else None
    own = _of_own_toll(s, count) or _labelled(s, count)
    return own or _with_figure(s, count, before) or _with_kind(s, count, before, earlier, spoken_of)


def _with_figure(s: Sentence, count: Count, before: Sequence[Placed]) -> Count | None:
    """The count with all that the figure tells that it takes up."""
    opening, definite = of_opening(s, count.bounded.outer), is_definite(s, count.bounded)
    if beside := _beside_a_part(s, count, before):
        return replace(count, kind=beside.kind, unit=beside.unit, taken_up=beside.counts)
    like = _opened(s, count, before) if opening else None
    if like is None:
        part = opening or definite or is_part(s, count)
        like = _whole(count, before) if part else _of_like_size(count, before)
    if like is None and definite:
        like = _of_like_size(count, before)
    if like is None and of_hers(s, count.bounded.last) and before:
        like = before[-1].figure
    if like is None and opens(s, count) and not opening:
        like = _whole(count, before[-_NEAR:])
    if like is None and not count.bounded.added and _goes_on(s, count, before):
        like = before[-1].figure
    return replace(count, kind=like.kind, unit=like.unit, taken_up=like.counts) if like else None


def _beside_a_part(s: Sentence, count: Count, before: Sequence[Placed]) -> Figure | None:
    """The part of a whole that another stands beside: "9,000 of them were children and 2,100 were over 65"."""
    last = before[-1] if before else None
    if last is None or last.sentence is not s or last.figure.unit == "percent" or not opens(s, count):
        return None
    return last.figure if of_them(s, last.count.bounded.last) else None


def _goes_on(s: Sentence, count: Count, before: Sequence[Placed]) -> bool:
    """Whether the figure right before is meant, whatever its size: "the number is nine", "only 900 did"."""
    last = before[-1] if before else None
    if last and last.sentence is s and count.kind == INHERITED and last.figure.unit == "item":
        return True  # "another 160 homes had burned, bringing its total to 800"
    if last is None or not 0 <= s.tokens[0].start - last.sentence.tokens[-1].end <= _GAP:
        return False
    did = s.low(count.bounded.last) in ("did", "do", "does") and last.figure.unit != "percent"
    return did or (count.kind == INHERITED and last.figure.unit == "item")


def _with_kind(
    s: Sentence, count: Count, before: Sequence[Placed], earlier: str | None, spoken_of: str | None
) -> Count | None:
    """The count with the kind of a toll that is spoken of, or of people where people were counted before."""
    known = earlier if count.kind == INHERITED else spoken_of or toll_named(s)
    if known is None and count.kind == INHERITED and count.phrase.known and not _vague(s, count):
        known = "people"  # "the agency's figure of 1,600 people in need"
    if known is None and opens(s, count) and any(p.figure.unit == "person" for p in before[-_BACK:]):
        known = "people"
    return replace(count, kind=known) if known else None


def _of_own_toll(s: Sentence, count: Count) -> Count | None:
    """The count behind the toll that its sentence names: "a new figure for the people treated, 61"."""
    beside = s.low(count.bounded.outer - 1) in (",", ":") and count.unit == "person"
    kind = toll_named(s) if beside else None
    return replace(count, kind=kind) if kind else None


def _vague(s: Sentence, count: Count) -> bool:
    """Whether a count has no noun that says by itself that people are counted."""
    head = count.phrase.head
    return head is None or not is_people(s, head) or s.isin(head, "unspecific")


def _labelled(s: Sentence, count: Count) -> Count | None:
    """The count by the label of its line: "Homes: the port's figure of 610 stands", "Missing: the army says 17"."""
    if s.low(1) != ":" or s.form(0) != "word" or count.bounded.outer < _NEAR:
        return None
    if kind := s.lexicon.participle(s.low(0)) or s.lexicon.nouns.get(s.low(0)):
        return replace(count, kind=kind)
    if kind := s.lexicon.things.get(s.low(0)):
        return replace(count, kind=kind, unit="item", taken_up=f"group/{slug(s.low(0))}")
    return None


def _opened(s: Sentence, count: Count, before: Sequence[Placed]) -> Figure | None:
    """The figure that the opening of a sentence names again by its noun: "Of the drones, 118 were shot down"."""
    nouns = {s.low(k) for k in range(1, count.bounded.outer) if s.form(k) == "word"}
    figures = (p.figure for p in reversed(before[-_BACK:]))
    return next((f for f in figures if re.split("[-/]", f.counts or "")[-1] in nouns), None)


def _among_few(s: Sentence, count: Count, before: Sequence[Placed]) -> bool:
    """Whether what was counted last can be one: "five people, including one", "five died. One of them was a nurse"."""
    if not before or before[-1].figure.unit not in ("person", "item"):
        return False
    here = before[-1].sentence is s and before[-1].figure.unit == "person"
    few = of_them(s, count.bounded.last) or before[-1].count.bounded.number.high <= _FEW
    return here or (few and s.tokens[0].start - before[-1].sentence.tokens[-1].end <= _GAP)


def _of_those_counted(s: Sentence, count: Count, before: Sequence[Placed]) -> Figure | None:
    """The figure whose people a part is taken of: "Ninety of the patients"."""
    if s.lows(count.bounded.last, 2) != ("of", "the") or count.phrase.head is None:
        return None
    noun = "-" + s.low(count.phrase.head)
    if s.isin(count.phrase.head, "ill"):
        return next((p.figure for p in reversed(before[-_BACK:]) if p.figure.kind == "infected"), None)
    told = ((p.figure, (p.figure.counts or "").removeprefix("group/")) for p in reversed(before[-_BACK:]))
    return next((figure for figure, group in told if f"-{group}".endswith(noun)), None)


def _whole(count: Count, before: Sequence[Placed]) -> Figure | None:
    """The last figure that a part fits into."""
    fitting = (p.figure for p in reversed(before[-_BACK:]) if p.count.bounded.number.high >= count.bounded.number.high)
    return next((figure for figure in fitting if figure.unit != "percent"), None)


def _of_like_size(count: Count, before: Sequence[Placed]) -> Figure | None:
    """The last figure with the same number, or the last whole of like size; for millions, money told before."""
    value = count.bounded.number.high
    near = [p for p in reversed(before[-_BACK:]) if p.figure.unit != "percent"]
    near.sort(key=_is_incidental)
    same = (p.figure for p in near if p.count.bounded.number.high == value)
    return next(same, None) or _shared(value, before) or next((p.figure for p in near if _is_like(value, p)), None)


def _is_incidental(placed: Placed) -> bool:
    """``lawyers visited four mortuaries``: a few things in words, which are seldom what is spoken of."""
    first = placed.sentence.tokens[placed.count.bounded.number.first]
    few = placed.count.bounded.number.high <= _SMALL and first.form == "word"
    return few and placed.figure.kind == "other"


def _is_like(value: Value, placed: Placed) -> bool:
    told = placed.count.bounded.number.high
    if placed.figure.kind == "money" and min(value, told) >= _LARGE:
        return True
    said, bounded = placed.sentence, placed.count.bounded
    beside = said.low(bounded.outer - 1) == "," and of_them(said, bounded.last)
    whole = not (opens_part(said, bounded.outer) or beside)
    return whole and bool(told and value) and max(value / told, told / value) <= _SIMILAR


def _shared(value: Value, before: Sequence[Placed]) -> Figure | None:
    """The share that was told right before a number that is nearly as many hundredths."""
    last = before[-1].figure if before else None
    if last is None or last.unit != "percent" or not last.low or not 0 < value <= _HUNDRED:
        return None
    return last if max(value / last.low, last.low / value) <= _SIMILAR_SHARES else None
