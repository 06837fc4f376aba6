"""Designators: numbers that name instead of counting."""

from sayso.read.figures.bounds import Bounded
from sayso.read.figures.numbers import cardinal
from sayso.read.figures.phrase import is_people, singular
from sayso.read.figures.predicates import subject_end
from sayso.read.figures.sentence import Sentence
from sayso.read.figures.tolls import subject_of

_OLDEST, _LONG = 120, 10
_AGES = frozenset(("age", "ages", "aged", "youngest", "oldest", "eldest"))


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
    if _beyond_age(s, b):
        return True
    return _named_age(s, first, last, b) or _aged(s, first, last, b) or _year(s, first, last)


def _numbering(s: Sentence, i: int) -> bool:
    """``the wounded now number``: the verb."""
    verb = s.isin(i - 1, "adverbs") or s.lexicon.participle(s.low(i - 1)) is not None
    return s.low(i) == "number" and (verb or subject_of(s, i - 1) is not None)


def _pronoun(s: Sentence, first: int, last: int) -> bool:
    """``one`` that counts nothing: "no one", "one of the sides"."""
    alone = s.low(first) == "one" and last == first + 1
    if not alone or (s.low(last) == "of" and _one_of_those(s, last)):
        return False
    return s.isin(first - 1, "pronoun_cues") or s.low(last) == "of"


def _one_of_those(s: Sentence, i: int) -> bool:
    """``One of them was a nurse``, ``one of the wounded has died``: somebody of those counted, not one who speaks."""
    of_dead = s.low(i + 1) == "the" and s.lexicon.participle(s.low(i + 2)) is not None
    if not of_dead and s.low(i + 1) not in ("them", "these", "whom"):
        return False
    after = subject_end(s, i + 3 if of_dead else i + 2)
    acts = s.low(after).endswith("ed") and not s.isin(after, "speech")
    return acts or s.isin(after, "auxiliaries") or s.lexicon.verbs.get(s.low(after)) is not None


def _scores(s: Sentence, first: int, last: int) -> bool:
    """Numbers tied by a dash or "to" that are no range: 3-1, "split 4 to 1"."""
    if _splits(s, first) or (s.low(first - 1) == "to" and any(_splits(s, k) for k in (first - 2, first - 3))):
        return True
    if s.low(last) in ("-", "–") and s.form(last + 1) == "number" and s.form(first) == "number" and _bare(s, last + 2):
        return True
    tied = s.form(first) == "number" and (
        (s.low(last) in ("-", "–") and s.form(last + 1) == "number" and s.tokens[last].end == s.tokens[last + 1].start)
        or (s.low(first - 1) in ("-", "–") and s.form(first - 2) == "number")
    )
    return tied


def _splits(s: Sentence, i: int) -> bool:
    """Whether a number at ``i`` is followed by "to" and a lower one: "4 to 1", not "fell from 4 to 1"."""
    own = cardinal(s.tokens, i) if i >= 0 else None
    other = cardinal(s.tokens, own[1] + 1) if own and s.low(own[1]) == "to" else None
    return own is not None and other is not None and other[0] < own[0] and _bare(s, other[1]) and not _changes(s, i)


def _changes(s: Sentence, first: int) -> bool:
    """Whether a number is what another one came down from: "fell from 12 to 8", "cut its estimate of 40 to 30"."""
    return any(s.low(k) in ("from", "of") or s.isin(k, "changes") for k in range(max(0, first - 8), first))


def _bare(s: Sentence, i: int) -> bool:
    return s.form(i) in ("mark", "") or _ends(s, i)


def _aged(s: Sentence, first: int, last: int, b: Bounded) -> bool:
    """``Smith, 34,``"""
    apart = s.low(first - 1) in (",", "(") and s.low(last) in (",", ")", ".", "")
    if not apart or b.number.high > 120 or first < 2:
        return False
    return s.tokens[first - 2].capital and s.form(first) == "number" and b.bound == "exactly"


def _beyond_age(s: Sentence, b: Bounded) -> bool:
    """``most of them are under 30``, ``children under 14 travel free``"""
    i = b.first
    if i == b.number.first or s.low(i) not in ("under", "over", "above") or b.number.high >= 100:
        return False
    alone = s.form(b.last) in ("mark", "") or _ends(s, b.last)
    of_whom = s.isin(i - 1, "be") or s.low(i - 2) in ("are", "were") or s.low(i - 1) == "those"
    return (alone and of_whom) or (is_people(s, i - 1) and not is_people(s, b.last))


def _age_of(s: Sentence, b: Bounded) -> bool:
    """``when she was about 10``, ``their average age was 44``, ``Its driver was 44``, ``the youngest of them 11``"""
    be = b.outer - 1
    if b.number.high > _OLDEST or (s.form(b.last) == "word" and not _ends(s, b.last)):
        return False
    if any(s.low(k) in _AGES for k in range(be - 3, be + 1)):
        return True
    if not s.isin(be, "be"):
        return False
    if s.low(be - 1) in ("he", "she", "i", "who") or "age" in s.lows(max(0, be - 8), min(be, 8)):
        return True
    return (is_people(s, be - 1) and singular(s, be - 1)) or _is_name(s, be)


def _is_name(s: Sentence, end: int) -> bool:
    """Whether two or more capitalised words from the start of the clause up to ``end`` name somebody."""
    k = end
    while s.tokens[k - 1].capital and s.form(k - 1) == "word" and k > 0:
        k -= 1
    return end - k > 1 and (k == 0 or s.form(k - 1) == "mark")


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
    shortened = s.low(first - 1) in ("'", "’", "‘") and s.tokens[first - 1].end == token.start
    if shortened and len(token.low) == 2 and token.low.isdigit() and s.low(last) not in ("'", "’"):
        return True  # "the film of '61"
    if token.form != "number" or last != first + 1 or len(token.low) != 4 or not token.low.isdigit():
        return False
    if not 1800 <= int(token.low) <= 2100:
        return False
    return s.isin(first - 1, "year_cues") or not (s.low(last) in s.lexicon.people or s.low(last) in s.lexicon.nouns)
