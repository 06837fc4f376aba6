"""Designators: numbers that name instead of counting."""

from sayso.read.figures.bounds import Bounded
from sayso.read.figures.phrase import is_people
from sayso.read.figures.sentence import Sentence

_OLDEST, _LONG = 120, 10


def designates(s: Sentence, b: Bounded) -> bool:
    """A number that names instead of counting: a year, an age, Article 5, a score."""
    first, last = b.number.first, b.number.last
    if s.low(first - 1) in ("from", "between") and s.low(first - 2) in ("aged", "ages"):
        return True
    names = (
        s.isin(first - 1, "designators")
        and first - 1 not in s.dated
        and s.form(first - 1) != "number"
        and not _numbering(s, first - 1)
    )
    if names and first == b.first:
        return True
    at = last + 1 if s.isin(last, "running") else last
    if s.isin(at, "measures") and not is_people(s, at) and s.low(at + 1) not in s.lexicon.things:
        return True
    if _pronoun(s, first, last) or _scores(s, first, last) or _age_of(s, b) or _serial(s, first):
        return True
    if b.first < first and s.low(b.first) == "under" and s.isin(b.first - 1, "be") and b.number.high < 100:
        return s.form(last) in ("mark", "")
    return _named_age(s, first, last, b) or _aged(s, first, last, b) or _year(s, first, last)


def _numbering(s: Sentence, i: int) -> bool:
    """``the wounded now number``: the verb."""
    return s.low(i) == "number" and (s.isin(i - 1, "adverbs") or s.lexicon.participle(s.low(i - 1)) is not None)


def _pronoun(s: Sentence, first: int, last: int) -> bool:
    """``one`` that counts nothing: "no one", "one of the sides"."""
    alone = s.low(first) == "one" and last == first + 1
    return alone and (s.isin(first - 1, "pronoun_cues") or s.low(last) == "of")


def _scores(s: Sentence, first: int, last: int) -> bool:
    """Numbers tied by a dash that are no range: 3-1."""
    tied = s.form(first) == "number" and (
        (s.low(last) in ("-", "–") and s.form(last + 1) == "number" and s.tokens[last].end == s.tokens[last + 1].start)
        or (s.low(first - 1) in ("-", "–") and s.form(first - 2) == "number")
    )
    return tied


def _aged(s: Sentence, first: int, last: int, b: Bounded) -> bool:
    """``Smith, 34,``"""
    apart = s.low(first - 1) in (",", "(") and s.low(last) in (",", ")", ".", "")
    if not apart or b.number.high > 120 or first < 2:
        return False
    return s.tokens[first - 2].capital and s.form(first) == "number" and b.bound == "exactly"


def _age_of(s: Sentence, b: Bounded) -> bool:
    """``when she was about 10``, ``their average age was 44``"""
    be = b.outer - 1
    if b.number.high > _OLDEST or not s.isin(be, "be") or (s.form(b.last) == "word" and not _ends(s, b.last)):
        return False
    return s.low(be - 1) in ("he", "she", "i", "who") or "age" in s.lows(max(0, be - 8), min(be, 8))


def _ends(s: Sentence, i: int) -> bool:
    return any(s.isin(i, name) for name in ("prepositions", "barriers", "auxiliaries"))


def _serial(s: Sentence, i: int) -> bool:
    """A long run of digits: an identifier, a telephone number."""
    token = s.tokens[i]
    return token.form == "number" and token.low.isdigit() and len(token.low) >= _LONG


def _named_age(s: Sentence, first: int, last: int, b: Bounded) -> bool:
    """``Samira 55 who``: a bare number after a name, where punctuation was stripped."""
    name = s.tokens[first - 1] if first else None
    if name is None or not name.capital or name.form != "word" or b.first != first or not 15 <= b.number.high < 100:
        return False
    aside = name.low in s.lexicon.verbs or s.isin(first - 1, "leave") or s.isin(first - 1, "link") or first < 2
    return not aside and s.form(first) == "number" and s.isin(last, "after_age")


def _year(s: Sentence, first: int, last: int) -> bool:
    token = s.tokens[first]
    if token.form != "number" or last != first + 1 or len(token.low) != 4 or not token.low.isdigit():
        return False
    if not 1800 <= int(token.low) <= 2100:
        return False
    return s.isin(first - 1, "year_cues") or not (s.low(last) in s.lexicon.people or s.low(last) in s.lexicon.nouns)
