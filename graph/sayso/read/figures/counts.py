"""Counts: each number of a sentence that counts people or things, with the kind that its clause tells."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.read.figures.bounds import Bounded, bounded
from sayso.read.figures.designators import designates
from sayso.read.figures.events import Told, breaks, undergone
from sayso.read.figures.government import complement, governed, joined_object
from sayso.read.figures.kinds import EVENTS
from sayso.read.figures.measures import Measure, measure, share
from sayso.read.figures.numbers import number_at
from sayso.read.figures.phrase import Phrase, is_people, noun_phrase
from sayso.read.figures.predicates import predicate
from sayso.read.figures.sentence import Sentence
from sayso.read.figures.tolls import INHERITED, about_illness, told_by_toll

_PERSONAL = frozenset(EVENTS) - {"killed", "wounded", "casualties", "arrested", "infected"}


@dataclass(frozen=True, slots=True)
class Count:
    """A counted quantity with all that its sentence tells of it; ``told`` is None where the kind is only a default."""

    bounded: Bounded
    phrase: Phrase
    kind: str | None
    unit: str
    told: Told | None = None
    last: int = 0
    weak: bool = False


def counts(s: Sentence, masked: frozenset[int], earlier: str | None = None) -> list[Count]:
    """The counts of a sentence, in order; ``masked`` tokens belong to dates.

    ``earlier`` is the kind that was last counted before: "the figure" and "the total" take it up.
    """
    found = _inherit(s, list(_found(s, masked)))
    taken = [replace(c, kind=earlier) if c.kind == INHERITED else c for c in found]
    return [c for c in taken if c.kind is not None]


def _found(s: Sentence, masked: frozenset[int]) -> Iterator[Count]:
    i = 0
    while i < len(s.tokens):
        if i in masked or s.form(i) not in ("number", "word"):
            i += 1
            continue
        number = number_at(s.tokens, i)
        amount = share(s, i) or (measure(s, number) if number else None)
        if amount:
            yield _amount(s, amount)
            i = amount.last
            continue
        if number is None:
            i += 1
            continue
        around = bounded(s.tokens, number)
        if not designates(s, around):
            yield _count(s, around)
        i = number.last


def _amount(s: Sentence, amount: Measure) -> Count:
    around = bounded(s.tokens, replace(amount.number, last=amount.last))
    return Count(around, Phrase(around.last, around.last), amount.kind, amount.unit, last=around.last)


def _count(s: Sentence, b: Bounded) -> Count:
    phrase = noun_phrase(s, b.last, b.number.high != 1)
    head = s.low(phrase.head) if phrase.head is not None else ""
    if head in s.lexicon.things and phrase.known and not is_people(s, phrase.head or 0):
        return _thing(s, b, phrase, s.lexicon.things[head])
    if head in s.lexicon.sets["cases"]:
        kind = "infected" if about_illness(s) else None
        return Count(b, phrase, kind, "person", last=phrase.last)
    if head in s.lexicon.nouns:
        kind = _of_noun(s, b, head)
        return Count(b, phrase, kind, "person", Told(kind, phrase.last - 1, phrase.last), _end(s, b, phrase))
    if phrase.head is not None and not phrase.known:
        return _unknown(s, b, phrase)
    return _people(s, b, phrase)


def _of_noun(s: Sentence, b: Bounded, head: str) -> str:
    if head == "lives" and s.low(b.outer - 1) in ("saved", "save", "saving", "saves"):
        return "rescued"
    return s.lexicon.nouns[head]


def _thing(s: Sentence, b: Bounded, phrase: Phrase, kind: str) -> Count:
    if kind == "other" and not _destroyed(s, b.outer, phrase.last):
        return Count(b, phrase, None, "item")
    return Count(b, phrase, kind, "item", Told(kind, phrase.last - 1, phrase.last), phrase.last)


def _destroyed(s: Sentence, first: int, last: int) -> bool:
    """Whether the clause tells the loss of the things from ``first`` up to ``last``."""
    if any(s.low(k) in s.lexicon.destroyed for k in (first - 1, first - 2, last)):
        return True
    for k in range(last, last + 16):
        if s.form(k) == "mark" or (s.isin(k, "barriers") and s.low(k) not in ("and", "or", "as")):
            return False
        if s.low(k) in s.lexicon.destroyed and (s.isin(k - 1, "auxiliaries") or s.isin(k - 1, "adverbs")):
            return True
    return False


def _unknown(s: Sentence, b: Bounded, phrase: Phrase) -> Count:
    """A noun the lexicon does not know is people only where something happens to it that happens to people."""
    if s.isin(b.last, "measures") or s.isin(phrase.last - 1, "measures"):
        return Count(b, phrase, None, "person")
    direct = governed(s, b.outer)
    told = direct or complement(s, b.outer, phrase.last) or predicate(s, phrase.last, b.number.high != 1)
    noun = s.tokens[phrase.last - 1]
    plural = b.number.high == 1 or noun.low.endswith(("s", "i", "n")) or (direct is not None and noun.capital)
    if told is None or told.kind in _PERSONAL or not plural:
        return Count(b, phrase, None, "person", last=phrase.last, weak=told is None and plural)
    return Count(b, phrase, _kind(s, told), "person", told, _end(s, b, phrase))


def _people(s: Sentence, b: Bounded, phrase: Phrase) -> Count:
    plural = b.number.high != 1
    end = phrase.last
    elliptical = phrase.head is None
    bare = elliptical or s.low(end - 1) == "others"
    right = _headline(s, undergone(s, end, bare), bare)
    direct = right or governed(s, b.outer) or complement(s, b.outer, end)
    subject = None if s.low(b.outer - 1) == "from" else predicate(s, end, plural)
    told = direct if direct and direct.kind != "people" else subject or direct
    told = told or joined_object(s, b.outer)
    if phrase.modifier and not (told and told.finite):
        told = Told(phrase.modifier, phrase.first, end)
    if right and elliptical and right.kind == "people" and not breaks(s, right.last) and s.low(right.last):
        return Count(b, phrase, None, "person")
    if told is None and (elliptical or s.low(end - 1) in ("people", "persons") or s.isin(b.outer - 1, "reached")):
        told = told_by_toll(s, b.outer)
    if told:
        return Count(b, phrase, _kind(s, told), "person", told, _end(s, b, phrase))
    if elliptical and b.number.high == 1:
        return Count(b, phrase, None, "person")
    if elliptical:
        return Count(b, phrase, None, "person", last=_end(s, b, phrase), weak=True)
    kind = s.lexicon.people.get(s.low(end - 1), "people")
    if kind == "people" and (not plural or s.isin(end, "speech")):
        return Count(b, phrase, None, "person", last=_end(s, b, phrase), weak=True)
    return Count(b, phrase, kind, "person", last=_end(s, b, phrase), weak=True)


def _headline(s: Sentence, right: Told | None, elliptical: bool) -> Told | None:
    """The participle after a count is its own where the noun is left out, or in a headline ("9 Men Hurt")."""
    if right is None or elliptical:
        return right
    return right if s.tokens[right.first].capital else None


def _kind(s: Sentence, told: Told) -> str:
    hospital = any(low.startswith("hospital") for low in s.lows(told.first, told.last - told.first))
    return "infected" if told.kind == "wounded" and hospital and about_illness(s) else told.kind


def _end(s: Sentence, b: Bounded, phrase: Phrase) -> int:
    """The token after the words that carry the count: number, noun and an event word that adjoins them."""
    end = max(b.last, phrase.last)
    after = undergone(s, end)
    return after.last if after and after.first == end else end


def _inherit(s: Sentence, found: list[Count]) -> list[Count]:
    """A count that says no more than "and nine children" takes the kind of the one it is joined to."""
    donor: Count | None = None
    for i, count in enumerate(found):
        part = s.low(count.bounded.outer - 1) == "including"
        takes = count.kind == INHERITED or (count.weak and i and (part or linked(s, found[i - 1], count)))
        if donor and takes and (count.phrase.head is None or count.phrase.known or donor.kind not in _PERSONAL):
            found[i] = replace(count, kind=donor.kind, told=donor.told, weak=False)
        if found[i].unit == "person" and found[i].told and found[i].kind not in (None, INHERITED):
            donor = found[i]
    for i in range(len(found) - 2, -1, -1):
        count, after = found[i], found[i + 1]
        gives = after.told is not None and after.unit == "person" and after.phrase.head is not None
        if count.weak and gives and linked(s, count, after):
            found[i] = replace(count, kind=after.kind, told=after.told, weak=False)
    return found


def linked(s: Sentence, earlier: Count, later: Count) -> bool:
    """Only joining words stand between the two."""
    if earlier.unit != "person":
        return False
    between = [s.low(k) for k in range(earlier.last, later.bounded.outer)]
    if len(between) <= 3 and between != ["of"] and all(low in s.lexicon.sets["links"] for low in between):
        return bool(between) or (earlier.phrase.head is not None and later.phrase.head is not None)
    governed_alike = earlier.told is not None and earlier.told.last <= earlier.bounded.outer
    if not governed_alike or later.phrase.head is None or len(between) > 10 or between[-1] != "and":
        return False
    return not any(breaks(s, k) for k in range(earlier.last, later.bounded.outer - 1))
