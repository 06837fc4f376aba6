"""Numbers whose noun stands before them: where one is told at all, and which figure it takes up.

"The police still say 35,000", "Vostria concedes two" and "Four were children" count what was counted before; which
figure that is, its size tells.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.namespaces import slug
from sayso.read.figures.bounds import Bounded
from sayso.read.figures.count import Count
from sayso.read.figures.events import past_teller
from sayso.read.figures.joining import is_part, of_opening, of_them, opens_part
from sayso.read.figures.numbers import Value
from sayso.read.figures.phrase import NUMERALS, is_people
from sayso.read.figures.relations import Placed
from sayso.read.figures.sentence import Sentence
from sayso.read.figures.tolls import INHERITED, toll_named
from sayso.read.reading import Figure

RESUMED = "resumed"
"""The kind of a number that takes up that of a figure before it."""
_BACK, _NEAR, _FEW, _SMALL = 8, 3, 4, 10
_SIMILAR, _SIMILAR_SHARES = 4.0, 2.0
_GAP = 3
"""How many characters at the most stand between two sentences of one paragraph."""
_HUNDRED = 100
_LARGE = 1_000_000
_HOURS = 12
_GIVEN = frozenset(("given", "gave", "listed", "counted", "recorded", "registered", "cited", "published", "named"))
_DEFINITE = frozenset(("the", "these", "those", "its", "their", "his", "her", "our", "both", "my", "your"))
_AFTER = ("prepositions", "barriers", "auxiliaries", "adverbs", "times_told")
_HOLDS = frozenset(("has", "have", "had", "with"))
_SO_FAR = (("so", "far"), ("to", "date"), ("in", "all"), ("in", "total"))
_TIMES = frozenset(("day", "week", "month", "year", "night", "evening", "morning"))
_STOPS = frozenset(("mark", ""))
_JOINS = frozenset(("and", "while", "but", ",", ";"))


def resumes(s: Sentence, count: Count) -> bool:
    """Whether a number without a noun stands where a clause gives a count: "put it at 900", "sees two", "all 34"."""
    b = count.bounded
    if count.phrase.head is not None or _names_hour(s, b):
        return False
    if is_definite(s, b):
        return _restricted(s, b)
    if s.form(b.first - 1) == "number" or b.first == 0:
        return opens(s, count)
    if s.isin(b.last, "leave") and s.low(b.outer - 1) in _HOLDS:
        return True
    if not _closed(s, b.last):
        return opens(s, count)
    given = s.isin(b.outer - 1, "gives_number") or b.number.high >= _LARGE
    return given or opens(s, count) or _told_alone(s, b) or _set_beside(s, b)


def _closed(s: Sentence, i: int) -> bool:
    """Whether no noun can follow at ``i``."""
    earlier = s.low(i) in ("a", "the", "an") and (s.isin(i + 1, "measures") or s.low(i + 1) in _TIMES)
    return s.form(i) in _STOPS or any(s.isin(i, name) for name in _AFTER) or s.lows(i, 2) in _SO_FAR or earlier


def is_definite(s: Sentence, b: Bounded) -> bool:
    """Whether its determiner says that it was told before: "40 of the 300"."""
    return any(s.low(k) in _DEFINITE for k in range(min(b.outer, b.number.first - 1), b.number.first))


def _restricted(s: Sentence, b: Bounded) -> bool:
    """Whether words after a definite number say whom it counts: "the 9,000 with deposits", "the 52 whom it held"."""
    told = s.isin(b.last, "relatives") or s.low(b.last) in ("with", "without", "from", "in", "inside", "on", "still")
    others = any(s.low(k) == "other" for k in range(b.outer, b.number.first)) and (
        s.isin(b.last, "pasts") or s.isin(b.last, "auxiliaries") or s.low(b.last).endswith("ed")
    )
    return (told or others or _given_before(s, b)) and b.number.high > 1


def _given_before(s: Sentence, b: Bounded) -> bool:
    """Whether words after a number say that it was told before: "the 38 it had given", "the 12 announced earlier"."""
    at = b.last
    if s.isin(at, "adverbs") or s.low(at) in ("previously", "earlier", "first", "initially"):
        at += 1
    elif s.low(at) in ("it", "he", "she", "they", "we"):
        at += 2 if s.isin(at + 1, "auxiliaries") else 1
    return s.isin(at, "speech") or (at > b.last and s.isin(at, "puts")) or s.low(at) in _GIVEN


def opens(s: Sentence, count: Count) -> bool:
    """A number that is the subject of its clause: "At least 1,300 were still in captivity", "Four were children"."""
    b = count.bounded
    before = b.outer - 1
    timed = before in s.dated or s.low(before) in ("alone", "now", "then", "itself")
    starts = b.outer == 0 or s.form(before) == "mark" or s.low(before) in ("that", "and", "but") or timed
    after = b.last + 1 if s.isin(b.last, "quotes") else b.last
    does = s.isin(after, "auxiliaries") or (s.isin(after, "pasts") and b.number.high > _SMALL)
    does = does or (s.low(after) in s.lexicon.destroyed and _closed(s, after + 1))
    return count.phrase.head is None and starts and does and b.number.high > 1


def _told_alone(s: Sentence, b: Bounded) -> bool:
    """A bare number that is what a verb, or a preposition of one, tells: "sees two", "stands by 163"."""
    i = past_teller(s, b.outer - 1)
    tells = s.low(i).endswith(("s", "ed")) or s.isin(i, "auxiliaries") or s.low(i - 1).endswith("s")
    if b.number.high == 1 and (s.low(b.last) not in (".", ";", "") or not tells):
        return False
    noun = is_people(s, i) or (s.low(i) in s.lexicon.things and not s.low(i).endswith("s"))
    if s.form(i) != "word" or s.tokens[i].capital or noun:
        return False
    return not any(s.isin(i, name) for name in ("naming_numbers", "articles", "particles"))


def of_hers(s: Sentence, i: int) -> bool:
    """``120 of hers``: as many of what another had, and no part of those."""
    return s.low(i) == "of" and s.isin(i + 1, "owners") and _closed(s, i + 2)


def _set_beside(s: Sentence, b: Bounded) -> bool:
    """A bare number in apposition to a figure, or beside another one: "gave a new figure, 1,260", "and Halmar 40"."""
    i = b.outer - 1
    if s.low(i) in (",", ":", ";", "(", "–", "—"):
        return s.low(i) == ";" or any(s.isin(k, "toll") or s.isin(k, "accounts_given") for k in range(i))
    if _another_subject(s, i):
        return True
    while i > 0 and s.tokens[i].capital and s.form(i) == "word":
        i -= 1
    return i < b.outer - 1 and s.low(i) in _JOINS


def _another_subject(s: Sentence, i: int) -> bool:
    """Whether who says so is put beside another of whom the number is told: "the army says 12, the rebels 30"."""
    at = next((k for k in range(i - 1, max(i - _NEAR, 0) - 1, -1) if s.low(k) in ("the", "its", "their")), None)
    if at is None or s.low(at - 1) not in _JOINS or s.isin(i, "prepositions"):
        return False
    if any(s.form(k) != "word" for k in range(at, i + 1)):
        return False
    beside = next((k for k in range(at - 1, -1, -1) if s.low(k) not in _JOINS), 0)
    given = _number_before(s, beside)
    return given is not None and s.isin(given - 1, "gives_number")


def _number_before(s: Sentence, i: int) -> int | None:
    """Where the number begins that ends at token ``i``."""
    first = i
    while s.form(first) == "number" or s.low(first) in NUMERALS:
        first -= 1
    return first + 1 if first < i else None


def _names_hour(s: Sentence, b: Bounded) -> bool:
    """An hour of the day: "since six", "shut at seven"."""
    hour = b.number.high <= _HOURS and s.isin(b.outer - 1, "clock")
    return hour and not any(s.isin(k, "stands") or s.isin(k, "puts") for k in range(b.outer - 1))


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
