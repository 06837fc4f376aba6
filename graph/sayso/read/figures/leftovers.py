"""What no rule for people, arms, money or shares has taken: things of any sort, and numbers whose noun stands before.

"It has counted 14 swarms" counts things that no lexicon lists; "the police still say 35,000" and "2.5 billion was
needed" count what a figure before them counted, and it is known again by its size.
"""

from collections.abc import Sequence
from dataclasses import replace

from sayso.read.figures.bounds import Bounded
from sayso.read.figures.count import Count
from sayso.read.figures.joining import is_part, of_them, opens_part
from sayso.read.figures.numbers import number_at
from sayso.read.figures.phrase import Phrase, ends_noun, is_people, noun_phrase
from sayso.read.figures.relations import Placed
from sayso.read.figures.sentence import Sentence
from sayso.read.figures.tolls import INHERITED
from sayso.read.reading import Figure

RESUMED = "resumed"
"""The kind of a number that takes up that of a figure before it."""
_SMALL, _FEW = 10, 3
"""Up to ten things can be known again by "the"; two or three, in words, are description ("two besieged towns")."""
_BACK = 8
_SIMILAR, _SIMILAR_SHARES = 4.0, 2.0
_HUNDRED = 100
_LARGE = 1_000_000
_FAR = 14
_LONGEST = 4
_AGAIN = ("more", "other", "further")
_SINGULAR = frozenset(("gas", "news", "politics", "series", "species", "means", "physics", "canvas", "atlas", "lens"))
_DEFINITE = frozenset(("the", "these", "those", "its", "their", "his", "her", "our", "both", "my", "your"))
_AFTER = ("prepositions", "barriers", "auxiliaries", "adverbs")
_HOLDS = frozenset(("has", "have", "had", "with"))
_SO_FAR = (("so", "far"), ("to", "date"), ("in", "all"), ("in", "total"))
_STOPS = frozenset(("mark", ""))


def left_over(s: Sentence, count: Count) -> Count | None:
    """The count as it is where its kind is told, else as one of things, or of what was counted before, or None."""
    if count.kind not in (None, INHERITED):
        return count
    if count.kind is None and of_them(s, count.bounded.last):
        return _part_of_those(s, count)
    if phrase := _numbered(s, count) or _among(s, count):
        return replace(count, phrase=phrase, kind="other", unit="item", told=None, last=count.bounded.last, weak=False)
    return count if count.kind == INHERITED else _of_things(s, count) or _without_noun(s, count)


def _of_things(s: Sentence, count: Count) -> Count | None:
    phrase = _things(s, count) or _people_by_name(s, count)
    if phrase is None:
        return None
    kind, unit = ("people", "person") if s.tokens[phrase.last - 1].capital else ("other", "item")
    return replace(count, phrase=phrase, kind=kind, unit=unit, told=None, last=phrase.last, weak=False)


def _without_noun(s: Sentence, count: Count) -> Count | None:
    if opens_part(s, count.bounded.outer) and not _plural(s, count.phrase.head):
        phrase = Phrase(count.bounded.last, count.bounded.last)
        return replace(count, phrase=phrase, kind=RESUMED, told=None, last=count.bounded.last, weak=False)
    return replace(count, kind=RESUMED, told=None, weak=False) if _resumes(s, count) else None


def _part_of_those(s: Sentence, count: Count) -> Count:
    """``six of them minors``, ``61 of them international``: a part of those counted before, whatever they are."""
    last, head = count.bounded.last + 2, count.phrase.head
    named = head is not None and is_people(s, head)
    phrase = count.phrase if named else Phrase(count.bounded.last, last)
    return replace(count, phrase=phrase, kind=RESUMED, told=None, last=phrase.last, weak=False)


def _plural(s: Sentence, head: int | None) -> bool:
    low = s.low(head) if head is not None else ""
    return low.endswith("s") and not low.endswith(("ss", "us", "is", "'s")) and low not in _SINGULAR


def _things(s: Sentence, count: Count) -> Phrase | None:
    """The plural noun that ends the run of words after a number: "410 polling stations", where nothing says people."""
    b = count.bounded
    k = head = b.last
    while k < b.last + _LONGEST and s.form(k) == "word" and not ends_noun(s, k) and not s.tokens[k].capital:
        head, k = k, k + 1
        if _plural(s, head):
            break
    things = k > b.last and _plural(s, head) and not is_people(s, head) and s.low(head) not in s.lexicon.nouns
    if not things or b.number.high == 1:
        return None
    doing = b.number.plural is not None and s.low(b.last).endswith("ing")
    vague = doing or any(s.isin(head, name) for name in ("measures", "uncountable", "unspecific"))
    known_again = b.number.high <= _SMALL and _is_definite(s, b)
    few = b.number.high <= _FEW and b.bound == "exactly" and s.form(b.number.first) == "word"
    return None if vague or known_again or few else Phrase(b.last, head + 1, head)


def _people_by_name(s: Sentence, count: Count) -> Phrase | None:
    """A people, of whom the clause tells something in the passive or the plural: "2,410 Ostrelis had been freed"."""
    b = count.bounded
    head = b.last + 1 if s.low(b.last) in _AGAIN else b.last
    capital = s.form(head) == "word" and s.tokens[head].capital
    named = capital and s.low(head).endswith("s") and b.number.high != 1
    told = s.isin(head + 1, "auxiliaries") and s.low(head + 1) not in ("is", "was", "has")
    return Phrase(b.last, head + 1, head) if named and told else None


def _labels_things(s: Sentence, count: Count) -> bool:
    """``Beds: 300``; not "Police: 8,000", which says who counts."""
    return count.bounded.outer == 2 and s.low(1) == ":" and _plural(s, 0) and not is_people(s, 0)


def _is_definite(s: Sentence, b: Bounded) -> bool:
    """Whether its determiner says that it was told before: "40 of the 300"."""
    return any(s.low(k) in _DEFINITE for k in range(min(b.outer, b.number.first - 1), b.number.first))


def _numbered(s: Sentence, count: Count) -> Phrase | None:
    """The things whose number is told: "the number of jobs lost so far is 860"."""
    outer = count.bounded.outer
    if count.phrase.head is not None or not (s.isin(outer - 1, "gives_number") or s.isin(outer - 1, "link")):
        return None
    for k in range(outer - 2, max(outer - _FAR, -1), -1):
        if s.form(k) == "mark":
            return None
        if s.low(k) in ("number", "total") and s.low(k + 1) == "of":
            phrase = noun_phrase(s, k + 2)
            things = phrase.head is not None and phrase.last < outer and not is_people(s, phrase.head)
            return phrase if things and _plural(s, phrase.head) else None
    return None


def _among(s: Sentence, count: Count) -> Phrase | None:
    """The things that a part is told of, with their number or as known: "12 of the 20 races", "40 of the schools"."""
    k = count.bounded.last + 1
    if s.low(k - 1) != "of" or not s.isin(k, "articles") or count.phrase.head is not None:
        return None
    while s.isin(k, "articles"):
        k += 1
    whole = number_at(s.tokens, k)
    end = whole.last if whole else k
    head = next((j for j in range(end, end + _LONGEST) if _plural(s, j) or s.form(j) != "word" or ends_noun(s, j)), end)
    things = _plural(s, head) and not is_people(s, head) and not s.tokens[head].capital
    return Phrase(end, head + 1, head) if things and s.low(head) not in s.lexicon.nouns else None


def _resumes(s: Sentence, count: Count) -> bool:
    """Whether a number without a noun stands where a clause gives a count: "put it at 900", "spoke of 40"."""
    b = count.bounded
    if _is_definite(s, b) or _labels_things(s, count):
        return False
    if count.phrase.head is not None or s.form(b.first - 1) == "number" or b.first == 0:
        return _opens(s, count)
    if s.isin(b.last, "leave") and s.low(b.outer - 1) in _HOLDS:
        return True
    closed = s.form(b.last) in _STOPS or any(s.isin(b.last, name) for name in _AFTER) or s.lows(b.last, 2) in _SO_FAR
    given = s.isin(b.outer - 1, "gives_number") or b.number.high >= _LARGE
    return closed and (given or _opens(s, count))


def _opens(s: Sentence, count: Count) -> bool:
    """A number that is the subject of its clause: "At least 1,300 were still in captivity"."""
    b = count.bounded
    starts = b.outer == 0 or s.form(b.outer - 1) == "mark" or s.low(b.outer - 1) in ("that", "and", "but")
    return count.phrase.head is None and starts and s.isin(b.last, "auxiliaries") and b.number.high > _SMALL


def taking_up(s: Sentence, count: Count, before: Sequence[Placed], earlier: str | None) -> Count | None:
    """The count with the kind and unit of the figure ``before`` it that it takes up; ``earlier`` is the kind told last.

    "The police still say 35,000" takes up the figure of like size, "20 of them" whatever was told last. None where
    nothing before it can be meant.
    """
    if count.kind == "people" and count.told is None and (of := _of_those_counted(s, count, before)):
        return replace(count, kind=of.kind)
    if count.kind not in (INHERITED, RESUMED):
        return count
    if count.bounded.number.high == 1 and not _among_people(s, before):
        return None
    if count.kind == INHERITED and (count.bounded.added or s.low(count.bounded.last) == "more"):
        return replace(count, kind=earlier) if earlier else None
    like = _whole(count, before) if is_part(s, count) else _of_like_size(count, before)
    if like:
        return replace(count, kind=like.kind, unit=like.unit, taken_up=like.counts)
    return replace(count, kind=earlier) if count.kind == INHERITED and earlier else None


def _among_people(s: Sentence, before: Sequence[Placed]) -> bool:
    """Whether people were counted right before in the sentence, so that "including one" is one of them."""
    return bool(before) and before[-1].sentence is s and before[-1].figure.unit == "person"


def _of_those_counted(s: Sentence, count: Count, before: Sequence[Placed]) -> Figure | None:
    """The figure whose people a part is taken of: "Ninety of the patients"."""
    if s.lows(count.bounded.last, 2) != ("of", "the") or count.phrase.head is None:
        return None
    noun = "-" + s.low(count.phrase.head)
    if s.isin(count.phrase.head, "ill"):
        return next((p.figure for p in reversed(before[-_BACK:]) if p.figure.kind == "infected"), None)
    return next((p.figure for p in reversed(before[-_BACK:]) if f"/-{p.figure.counts or ''}".endswith(noun)), None)


def _whole(count: Count, before: Sequence[Placed]) -> Figure | None:
    """The last figure that a part fits into."""
    fitting = (p.figure for p in reversed(before[-_BACK:]) if p.count.bounded.number.high >= count.bounded.number.high)
    return next((figure for figure in fitting if figure.unit != "percent"), None)


def _of_like_size(count: Count, before: Sequence[Placed]) -> Figure | None:
    """The last figure with the same number, or the last whole of like size; for millions, money told before."""
    value = float(count.bounded.number.high)
    near = [p for p in reversed(before[-_BACK:]) if p.figure.unit != "percent"]
    same = (p.figure for p in near if float(p.count.bounded.number.high) == value)
    return next(same, None) or _shared(value, before) or next((p.figure for p in near if _is_like(value, p)), None)


def _is_like(value: float, placed: Placed) -> bool:
    told = float(placed.count.bounded.number.high)
    if placed.figure.kind == "money" and min(value, told) >= _LARGE:
        return True
    whole = not opens_part(placed.sentence, placed.count.bounded.outer)
    return whole and bool(told and value) and max(value / told, told / value) <= _SIMILAR


def _shared(value: float, before: Sequence[Placed]) -> Figure | None:
    """The share that was told right before a number that is nearly as many hundredths."""
    last = before[-1].figure if before else None
    if last is None or last.unit != "percent" or not last.low or not 0 < value <= _HUNDRED:
        return None
    return last if max(value / last.low, last.low / value) <= _SIMILAR_SHARES else None
