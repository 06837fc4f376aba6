"""Counts of things: arms and vehicles for their own sake, houses and animals where their loss is told."""

from sayso.read.figures.bounds import Bounded
from sayso.read.figures.count import Count
from sayso.read.figures.events import Told
from sayso.read.figures.phrase import Phrase, is_whole
from sayso.read.figures.sentence import Sentence
from sayso.read.figures.verbs import forms

_DEATHS = forms(["die", "perish", "drown", "starve"])


def thing(s: Sentence, b: Bounded, phrase: Phrase, kind: str) -> Count:
    """A count of things of a ``kind``; without one where it is a house that nothing happens to."""
    fated = kind == "other" and s.low(phrase.last - 1) not in s.lexicon.tallies
    if fated and (is_whole(s, b.outer) or not _destroyed(s, b.outer, phrase.last)):
        return Count(b, phrase, None, "item")
    return Count(b, phrase, kind, "item", Told(kind, phrase.last - 1, phrase.last), phrase.last)


def _destroyed(s: Sentence, first: int, last: int) -> bool:
    """Whether the clause tells the loss of the things from ``first`` up to ``last``."""
    animals = s.low(last - 1) in s.lexicon.animals
    told = s.lexicon.destroyed | _DEATHS if animals else s.lexicon.destroyed - s.lexicon.slaughter
    if any(s.low(k) in told for k in (first - 1, first - 2, last)):
        return True
    for k in range(last, last + 16):
        if s.form(k) == "mark" or (s.isin(k, "barriers") and s.low(k) not in ("and", "or", "as")):
            return False
        if s.low(k) in told and (s.isin(k - 1, "auxiliaries") or s.isin(k - 1, "adverbs")):
            return True
    return False
