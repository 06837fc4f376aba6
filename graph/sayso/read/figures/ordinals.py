"""Ordinals that count up to now: "the eighth attack this year", "the exchange was the ninth since March"."""

import re

from sayso.read.figures.bounds import Bounded
from sayso.read.figures.count import Count
from sayso.read.figures.events import Told
from sayso.read.figures.numbers import Number
from sayso.read.figures.phrase import Phrase, ends_noun, is_people
from sayso.read.figures.sentence import Sentence

_WORDS = """third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
sixteenth seventeenth eighteenth nineteenth twentieth"""
_ORDINALS = {word: n for n, word in enumerate(_WORDS.split(), 3)}
_DIGITS = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
_REACH, _LONGEST, _LEAST = 12, 3, 3
_SO_FAR = (("this", "year"), ("this", "month"), ("this", "week"), ("so", "far"))
_NO_THING = frozenset(
    ("time", "place", "floor", "century", "edition", "anniversary", "birthday", "amendment", "term", "round", "country")
)
_SPORTS = frozenset(
    ("game", "match", "race", "goal", "win", "title", "set", "medal", "season", "victory", "defeat", "loss")
)


def ordinal(s: Sentence, i: int) -> Count | None:
    """The count that an ordinal at ``i`` tells, where its sentence says since when it is counted."""
    n = _value(s.low(i))
    if n < _LEAST or s.low(i - 1) not in ("the", "its", "their") or not _so_far(s, i):
        return None
    phrase = _behind(s, i + 1) or _subject(s, i)
    if phrase is None or s.isin(phrase.last - 1, "measures") or s.low(phrase.last - 1) in _NO_THING | _SPORTS:
        return None
    last = max(i + 1, phrase.last)
    around = Bounded(Number(i, i + 1, n, n), i, i + 1, i, "exactly")
    if is_people(s, phrase.last - 1):
        kind = s.lexicon.participle(s.low(phrase.last))
        return Count(around, phrase, kind, "person", Told(kind, last, last + 1), last + 1) if kind else None
    return Count(around, phrase, "other", "item", Told("other", i, last), last)


def _value(low: str) -> int:
    digits = _DIGITS.fullmatch(low)
    return int(digits[1]) if digits else _ORDINALS.get(low, 0)


def _so_far(s: Sentence, i: int) -> bool:
    near = range(i + 1, min(i + _REACH, len(s.tokens)))
    return any(s.low(k) == "since" or s.lows(k, 2) in _SO_FAR for k in near)


def _behind(s: Sentence, i: int) -> Phrase | None:
    """The noun behind it, with what stands before that: "the eighth such attack"."""
    k = i = i + (s.low(i) == "such")
    while k < i + _LONGEST and s.form(k) == "word" and not ends_noun(s, k) and not s.lexicon.participle(s.low(k)):
        k += 1
    return Phrase(i, k, k - 1) if k > i else None


def _subject(s: Sentence, i: int) -> Phrase | None:
    """The noun that is said to be the ninth: "the exchange was the ninth"."""
    be = i - 2
    noun = be - 1
    if not s.isin(be, "be") or s.form(noun) != "word" or ends_noun(s, noun):
        return None
    return Phrase(noun, noun + 1, noun)
