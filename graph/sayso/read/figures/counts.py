"""Counts: each number of a sentence that counts people or things, with the kind that its clause tells."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.read.figures.bounds import Bounded, bounded
from sayso.read.figures.events import Told, complement, governed, predicate, undergone
from sayso.read.figures.measures import measure, share
from sayso.read.figures.numbers import number_at
from sayso.read.figures.phrase import Phrase, Sentence, is_people, noun_phrase
from sayso.read.figures.tolls import INHERITED, about_illness, told_by_toll

_PERSONAL = {"deployed", "evacuated", "rescued", "captured", "repatriated", "missing", "people", "protesters", "displaced"}
_LINKS = {"and", "or", ",", "including", "-", "–", "—", "among", "them", "&", "plus", "(", "of", "whom", "with", "as", "well"}
_YEAR_CUES = {"in", "since", "by", "until", "till", "during", "of", "the", "early", "late", "mid", "from", "to", "and", "before",
              "after", "for", "winter", "summer", "spring", "autumn", "fall", "year", "between", "through"}  # fmt: skip


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


def counts(s: Sentence, masked: frozenset[int]) -> list[Count]:
    """The counts of a sentence, in order; ``masked`` tokens belong to dates."""
    found = list(_found(s, masked))
    return [c for c in _inherit(s, found) if c.kind is not None and c.kind != INHERITED]


def _found(s: Sentence, masked: frozenset[int]) -> Iterator[Count]:
    i = 0
    while i < len(s.tokens):
        if i in masked or s.form(i) not in ("number", "word"):
            i += 1
            continue
        if part := share(s, i):
            yield Count(bounded(s.tokens, part.number), Phrase(part.last, part.last), "share", "percent", last=part.last)
            i = part.last
            continue
        number = number_at(s.tokens, i)
        if number is None:
            i += 1
            continue
        if money := measure(s, number):
            around = bounded(s.tokens, replace(money.number, last=money.last))
            yield Count(around, Phrase(money.last, money.last), money.kind, money.unit, last=max(money.last, around.last))
            i = money.last
            continue
        around = bounded(s.tokens, number)
        if not _designates(s, around):
            yield _count(s, around)
        i = number.last


def _count(s: Sentence, b: Bounded) -> Count:
    phrase = noun_phrase(s, b.last, b.number.high != 1)
    head = s.low(phrase.head) if phrase.head is not None else ""
    if head in s.lexicon.things and phrase.known and not is_people(s, phrase.head or 0):
        return _thing(s, b, phrase, s.lexicon.things[head])
    if s.isin(phrase.head, "cases") if phrase.head is not None else False:
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
    if kind == "other":
        near = [s.low(k) for k in (b.outer - 1, b.outer - 2, phrase.last, phrase.last + 1, phrase.last + 2)]
        if not any(low in s.lexicon.destroyed for low in near):
            return Count(b, phrase, None, "item")
    return Count(b, phrase, kind, "item", Told(kind, phrase.last - 1, phrase.last), phrase.last)


def _unknown(s: Sentence, b: Bounded, phrase: Phrase) -> Count:
    """A noun the lexicon does not know is people only where something happens to it that happens to people."""
    if s.isin(b.last, "measures") or s.isin(phrase.last - 1, "measures"):
        return Count(b, phrase, None, "person")
    direct = governed(s, b.outer)
    told = direct or complement(s, b.outer, phrase.last) or predicate(s, phrase.last, b.number.high != 1)
    noun = s.tokens[phrase.last - 1]
    plural = b.number.high == 1 or noun.low.endswith(("s", "i", "n")) or (direct is not None and noun.capital)
    if told is None or told.kind in _PERSONAL or not plural:
        return Count(b, phrase, None, "person")
    return Count(b, phrase, _kind(s, told), "person", told, _end(s, b, phrase))


def _people(s: Sentence, b: Bounded, phrase: Phrase) -> Count:
    plural = b.number.high != 1
    end = phrase.last
    elliptical = phrase.head is None
    bare = elliptical or s.low(end - 1) == "others"
    right = _headline(s, undergone(s, end, bare), bare)
    told = right or governed(s, b.outer) or complement(s, b.outer, end) or predicate(s, end, plural)
    if phrase.modifier and not (told and told.finite):
        told = Told(phrase.modifier, phrase.first, end)
    if told is None and (elliptical or s.low(end - 1) in ("people", "persons")):
        told = told_by_toll(s, b.outer)
    if told:
        return Count(b, phrase, _kind(s, told), "person", told, _end(s, b, phrase))
    if elliptical:
        return Count(b, phrase, None, "person", last=_end(s, b, phrase), weak=True)
    kind = s.lexicon.people.get(s.low(end - 1), "people")
    if kind == "people" and (not plural or s.isin(end, "speech")):
        return Count(b, phrase, None, "person", last=_end(s, b, phrase), weak=True)
    return Count(b, phrase, kind, "person", last=_end(s, b, phrase), weak=True)


def _headline(s: Sentence, right: Told | None, elliptical: bool) -> Told | None:
    """The participle after a count is its own where the noun is left out, or in a headline ("Child Killed, 9 Men Hurt")."""
    if right is None or elliptical:
        return right
    return right if s.tokens[right.first].capital else None


def _kind(s: Sentence, told: Told) -> str:
    if told.kind == "wounded" and "hospital" in " ".join(s.lows(told.first, told.last - told.first)) and about_illness(s):
        return "infected"
    return told.kind


def _end(s: Sentence, b: Bounded, phrase: Phrase) -> int:
    """The token after the words that carry the count: number, noun and an event word that adjoins them."""
    end = max(b.last, phrase.last)
    after = undergone(s, end)
    return after.last if after and after.first == end else end


def _designates(s: Sentence, b: Bounded) -> bool:
    """A number that names instead of counting: a year, an age, Article 5, a score."""
    first, last = b.number.first, b.number.last
    low, before = s.low(first), s.low(first - 1)
    if s.isin(first - 1, "designators") and s.form(first - 1) != "number" and first == b.first:
        return True
    if s.isin(last, "measures") and not is_people(s, last):
        return True
    if _scores(s, first, last):
        return True
    if low == "one" and last == first + 1 and (before in ("no", "the", "this", "that", "every", "each", "any") or s.low(last) == "of"):
        return True
    if _named_age(s, first, last, b) or _aged(s, first, last, b):
        return True
    return _year(s, first, last)


def _scores(s: Sentence, first: int, last: int) -> bool:
    """Numbers tied by a dash that are no range: 3-1."""
    tied = s.form(first) == "number" and (
        (s.low(last) in ("-", "–") and s.form(last + 1) == "number" and s.tokens[last].end == s.tokens[last + 1].start)
        or (s.low(first - 1) in ("-", "–") and s.form(first - 2) == "number")
    )
    return tied


def _aged(s: Sentence, first: int, last: int, b: Bounded) -> bool:
    """``Smith, 34,``"""
    if s.low(first - 1) not in (",", "(") or s.low(last) not in (",", ")", ".", "") or b.number.high > 120 or first < 2:
        return False
    return s.tokens[first - 2].capital and s.form(first) == "number" and b.bound == "exactly"


def _named_age(s: Sentence, first: int, last: int, b: Bounded) -> bool:
    """``Samira 55 who``: a bare number after a name, where punctuation was stripped."""
    name = s.tokens[first - 1] if first else None
    if name is None or not name.capital or name.form != "word" or b.first != first or not 15 <= b.number.high < 100:
        return False
    aside = name.low in s.lexicon.verbs or s.isin(first - 1, "leave") or s.isin(first - 1, "link") or first < 2
    return not aside and s.form(first) == "number" and s.low(last) in ("who", "a", "an", "whose", "from", "told", "said")


def _year(s: Sentence, first: int, last: int) -> bool:
    token = s.tokens[first]
    if token.form != "number" or last != first + 1 or len(token.low) != 4 or not token.low.isdigit():
        return False
    if not 1800 <= int(token.low) <= 2100:
        return False
    return s.low(first - 1) in _YEAR_CUES or not (s.low(last) in s.lexicon.people or s.low(last) in s.lexicon.nouns)


def _inherit(s: Sentence, found: list[Count]) -> list[Count]:
    """A count that says no more than "and nine children" takes the kind of the one it is joined to."""
    for i, count in enumerate(found):
        if count.kind == INHERITED or (count.weak and i and linked(s, found[i - 1], count)):
            donor = next((c for c in reversed(found[:i]) if c.unit == "person" and c.told), None)
            if donor and donor.kind and donor.kind != INHERITED:
                found[i] = replace(count, kind=donor.kind, told=donor.told, weak=False)
    for i in range(len(found) - 2, -1, -1):
        count, after = found[i], found[i + 1]
        if count.weak and after.told and after.unit == "person" and after.phrase.head is not None and linked(s, count, after):
            found[i] = replace(count, kind=after.kind, told=after.told, weak=False)
    return found


def linked(s: Sentence, earlier: Count, later: Count) -> bool:
    """Only joining words stand between the two."""
    between = [s.low(k) for k in range(earlier.last, later.bounded.outer)]
    return bool(between) and len(between) <= 3 and all(low in _LINKS for low in between) and earlier.unit == "person"
