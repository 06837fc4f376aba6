"""What figures of one article have to do with each other: parts and wholes, additions, shares, who is meant."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sayso.read.figures.count import Count
from sayso.read.figures.joining import PRONOUNS, graver, linked, of_them, opens_part
from sayso.read.figures.negation import is_negated
from sayso.read.figures.numbers import Value, number_at
from sayso.read.figures.sentence import Sentence
from sayso.read.reading import Figure

_BACK = 12
_SIXTHS = {16.7: 1 / 6, 33.3: 1 / 3, 66.7: 2 / 3, 83.3: 5 / 6}
"""Shares told in words, whose percentage is rounded."""
_TOTALS = {("so", "far"), ("to", "date"), ("in", "all"), ("in", "total")}
_TOTALS |= {("total", word) for word in ("number", "of", "to", "at", "is", "was", "stands", "stood", "reached", "now")}


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure with the count and the sentence it was made from."""

    figure: Figure
    count: Count
    sentence: Sentence


def related(placed: Sequence[Placed]) -> list[Figure]:
    """The figures with their links to one another; each link is the id of another figure of the article."""
    made: list[Figure] = []
    for i, one in enumerate(placed):
        whole = _whole(placed, made, i)
        figure = replace(one.figure, included_in=whole, negated=is_negated(one.sentence, one.count))
        figure = replace(figure, cumulative=_is_total(one.sentence, one.count))
        if _is_added(placed, i) and not _beside_others(placed, made, i):
            figure = replace(figure, additional=True, adds_to=_base(figure, made))
        if figure.unit == "percent":
            figure = _derived(placed, made, i, replace(figure, included_in=None))
        elif figure.counts is None and figure.unit == "person":
            figure = replace(figure, counts=_antecedent(placed, made, i))
        whole_figure = next((f for f in reversed(made) if f.id == figure.included_in), None)
        figure = _with_whole(figure, whole_figure, one.sentence.mentions("victims"))
        made.append(figure)
    return made


def _with_whole(part: Figure, whole: Figure | None, victims: bool) -> Figure:
    """A part holds when and where its whole does, where it says nothing of its own; ``victims`` suffered the same."""
    if whole is None:
        return part
    if not (part.from_ or part.until or part.as_of):
        part = replace(part, from_=whole.from_, until=whole.until, as_of=whole.as_of)
    kind = whole.kind if victims and part.kind == "casualties" and whole.kind in ("killed", "wounded") else part.kind
    return replace(part, kind=kind, place=part.place or whole.place)


def _whole(placed: Sequence[Placed], made: Sequence[Figure], i: int) -> str | None:
    """The figure of which this one is a part: "4,700 casualties, including 600 deaths", "40 of the 212"."""
    s, count = placed[i].sentence, placed[i].count
    if inner := _inner(placed, i):
        return placed[inner].figure.id
    if i and _goes_on(placed, made, i):
        return made[i - 1].included_in
    if not (opens_part(s, count.bounded.outer) or of_them(s, count.bounded.last)):
        return _of_those(placed, made, i)
    whole = _earlier(placed, made, i)
    others = count.taken_up and any(f.id == whole and f.counts not in (None, count.taken_up) for f in made)
    return None if others else whole


def _goes_on(placed: Sequence[Placed], made: Sequence[Figure], i: int) -> bool:
    """Whether a figure goes on with the list of parts that the one before it stands in."""
    before, one = placed[i - 1], placed[i]
    if before.sentence is not one.sentence or not made[i - 1].included_in or one.figure.kind != before.figure.kind:
        return False
    others = one.sentence.low(one.count.phrase.last - 1) == "others" or made[i - 1].included_in == one.figure.id
    return not others and linked(one.sentence, before.count, one.count)


def _inner(placed: Sequence[Placed], i: int) -> int | None:
    """The next figure, where it is the whole inside this one's own words."""
    if i + 1 >= len(placed) or placed[i + 1].sentence is not placed[i].sentence:
        return None
    s, at = placed[i].sentence, placed[i].count.bounded.last
    begin = placed[i + 1].count.bounded.outer
    inside = s.low(at) == "of" and at < begin <= at + 4 and placed[i + 1].count.bounded.last <= placed[i].count.last
    return i + 1 if inside else None


def _opened(placed: Sequence[Placed], i: int) -> bool:
    """Whether the figure before opens the sentence as the whole: "Of the 90 dead, two thirds …"."""
    s = placed[i].sentence
    return s.low(0) == "of" and i > 0 and placed[i - 1].sentence is s and placed[i - 1].count.bounded.outer <= 2


def _graver(placed: Sequence[Placed], i: int) -> bool:
    """``wounded 40 people, 12 seriously``"""
    one, before = placed[i], placed[i - 1]
    if not i or before.sentence is not one.sentence or before.figure.kind != one.figure.kind:
        return False
    return graver(one.sentence, one.count) and _holds(before.figure, one.figure)


def _of_those(placed: Sequence[Placed], made: Sequence[Figure], i: int) -> str | None:
    """The whole that "15 of the wounded" or "Of those infected, 14 have died" names by its kind."""
    s, at = placed[i].sentence, placed[i].count.bounded.last
    if _opened(placed, i) or _graver(placed, i):
        return placed[i - 1].figure.id
    opening = s.low(0) == "of" and placed[i].count.bounded.first > 2 and (i == 0 or placed[i - 1].sentence is not s)
    start = at if s.low(at) == "of" and s.low(at + 1) == "the" else 0 if opening else None
    if start is None:
        return None
    repeated = number_at(s.tokens, start + 2) if s.low(start + 1) == "the" else None
    if repeated and (known := next((f.id for f in reversed(made[-_BACK:]) if f.low == repeated.low), None)):
        return known
    kinds = {kind for k in range(start + 1, start + 4) if (kind := s.lexicon.participle(s.low(k)))}
    kinds |= {s.lexicon.nouns[s.low(k)] for k in range(start + 1, start + 4) if s.low(k) in s.lexicon.nouns}
    named = next((f.id for f in reversed(made[-_BACK:]) if f.kind in kinds and f.unit == "person"), None)
    if named is None and start == at and (things := _named(s, start + 2, made)) and things.unit == "item":
        return things.id if _holds(things, placed[i].figure) else None
    return named or (_earlier(placed, made, i) if start == 0 and s.low(1) in PRONOUNS else None)


def _earlier(placed: Sequence[Placed], made: Sequence[Figure], i: int) -> str | None:
    """The nearest figure before, in this sentence or the one before, that is large enough to hold this one."""
    s, figure = placed[i].sentence, placed[i].figure
    for k in range(i - 1, max(-1, i - 6), -1):
        known = made[k]
        here = placed[k].sentence is s
        if known.included_in is None and known.unit in (figure.unit, "person", "item") and _holds(known, figure):
            return known.id
        if not here and k < i - 3:
            break
    return None


def _holds(whole: Figure, part: Figure) -> bool:
    least = part.low if part.low is not None else part.high
    if whole.unit == "percent" or part.unit == "percent" or least is None:
        return whole.unit == part.unit
    return whole.unit == part.unit and (whole.high is None or least <= whole.high)


def _is_added(placed: Sequence[Placed], i: int) -> bool:
    """Whether the words put a figure on top of others: "an additional 3,000", "12 more people".

    Not "14 dead and another 30 hurt", where the others are of another kind.
    """
    s, count, figure = placed[i].sentence, placed[i].count, placed[i].figure
    at = count.bounded.last
    than_before = s.lows(at, 2) == ("more", "than") and s.low(count.bounded.outer - 1) == ","
    more = (
        than_before
        or (s.low(at) == "more" and s.low(at + 1) != "than")
        or (s.isin(at, "added") and s.low(at) != "another")
    )
    if not (count.bounded.added or more) or figure.unit == "percent":
        return False
    beside = [
        one.figure.kind for one in placed[max(0, i - _BACK) : i] if one.sentence is s and one.figure.unit == "person"
    ]
    return not beside or figure.kind in beside


def _beside_others(placed: Sequence[Placed], made: Sequence[Figure], i: int) -> bool:
    """Whether "another 40,000 were displaced" comes on top of people of whom something else is told, not of a total."""
    one = placed[i]
    another = any(one.sentence.low(k) == "another" for k in range(one.count.bounded.outer, one.count.bounded.last))
    told = any((f.kind, f.unit) == (one.figure.kind, one.figure.unit) for f in made)
    total = any(
        one.sentence.isin(k, "toll") or one.sentence.isin(k, "bringing") for k in range(len(one.sentence.tokens))
    )
    return another and bool(made) and not told and not total


def _base(figure: Figure, made: Sequence[Figure]) -> str | None:
    """The figure of its kind that an added one comes on top of, where the article gave it before."""
    same = (f for f in reversed(made[-_BACK:]) if (f.kind, f.unit) == (figure.kind, figure.unit) and not f.included_in)
    base = next(same, None)
    return base.id if base else None


def _is_total(s: Sentence, count: Count) -> bool:
    """Whether the words give the figure as a running total: a toll, "so far", "in all"."""
    first = min(count.told.first if count.told else count.bounded.outer, count.bounded.outer) - 2
    words = s.lows(first, count.last + 4 - max(first, 0))
    pairs = set(pairwise(words))
    told = bool({"totals", "toll", "tally", "altogether"} & set(words)) or bool(_TOTALS & pairs)
    return told or _brought_to(s, count.bounded.outer)


def _brought_to(s: Sentence, i: int) -> bool:
    """``bringing the number of those arrested to 410``"""
    if s.low(i - 1) != "to":
        return False
    for k in range(i - 2, max(-1, i - 16), -1):
        if s.form(k) == "mark":
            return False
        if s.isin(k, "bringing"):
            return True
    return False


def _derived(placed: Sequence[Placed], made: Sequence[Figure], i: int, figure: Figure) -> Figure:
    """A share with the figure that it is a share of, and what it comes to."""
    base = _shared(placed, made, i)
    if base is None:
        return figure
    return replace(
        figure,
        share_of=base.id,
        derived_low=_part(figure.low, base.low, base.unit),
        derived_high=_part(figure.high, base.high, base.unit),
    )


def _part(share: Value | None, whole: Value | None, unit: str) -> Value | None:
    if share is None or whole is None:
        return None
    value = _SIXTHS.get(share, share / 100) * whole
    return round(value) if unit in ("person", "item") else round(value, 2)


def _shared(placed: Sequence[Placed], made: Sequence[Figure], i: int) -> Figure | None:
    s, at = placed[i].sentence, placed[i].count.last
    if s.low(at) != "of":
        return made[i - 1] if _opened(placed, i) and made[i - 1].unit != "percent" else None
    following = placed[i + 1] if i + 1 < len(placed) and placed[i + 1].sentence is s else None
    if following and at < following.count.bounded.first <= at + 3 and following.figure.unit != "percent":
        return following.figure
    if s.low(at + 1) in PRONOUNS:
        return next((f for f in reversed(made[-_BACK:]) if f.unit != "percent"), None)
    return _named(s, at + 1, made)


def _named(s: Sentence, i: int, made: Sequence[Figure]) -> Figure | None:
    """The figure that "the wounded" or "the patients" takes up: by its kind, or by those it counts."""
    for k in range(i, i + 4):
        low = s.low(k)
        if s.form(k) != "word" or (k > i and s.isin(k, "prepositions")):
            return None
        kind = s.lexicon.participle(low) or s.lexicon.nouns.get(low)
        group = f"-{low}" if low in s.lexicon.people or low in s.lexicon.things or low.endswith("s") else None
        for figure in reversed(made[-_BACK:]):
            counted = group and f"-{(figure.counts or '').removeprefix('group/')}".endswith(group)
            whole = figure.unit != "percent" and figure.included_in is None
            if whole and (counted or (kind and figure.kind == kind)):
                return figure
    return None


def _antecedent(placed: Sequence[Placed], made: Sequence[Figure], i: int) -> str | None:
    """Those meant where the noun is left out: those of the whole, or counted last in the sentence."""
    s, count = placed[i].sentence, placed[i].count
    by_id = {f.id: f for f in made[-_BACK:]}
    whole = by_id.get(_whole(placed, made, i) or "")
    if whole or of_them(s, count.bounded.last):
        known = whole.counts if whole else None
        return known or next((f.counts for f in reversed(made[-3:]) if f.counts and f.unit == "person"), None)
    head = count.phrase.head
    if head is not None and not s.isin(head, "unspecific"):
        return None
    earlier = (k for k in range(i - 1, -1, -1) if placed[k].sentence is s and made[k].unit == "person")
    here = [made[k] for k in earlier if not _tells(placed[k])]
    known = next((f.counts for f in here if f.counts and not f.included_in), None)
    return known or (_before(placed, made, i) if head is None and count.bounded.outer <= 1 else None)


def _tells(one: Placed) -> bool:
    """Whether those counted are the ones who give the number: "two officials put the dead at 150"."""
    s, verb = one.sentence, one.count.phrase.last
    return s.isin(verb, "puts") or s.isin(verb, "speech")


def _before(placed: Sequence[Placed], made: Sequence[Figure], i: int) -> str | None:
    """The only group of people counted in the sentence before, for a sentence that opens with a bare number."""
    earlier = [k for k in range(i) if placed[k].sentence is not placed[i].sentence]
    last = [made[k] for k in earlier if placed[k].sentence is placed[earlier[-1]].sentence]
    groups = {f.counts for f in last if f.counts and f.unit == "person" and not f.included_in}
    return groups.pop() if len(groups) == 1 else None
