"""Counts: each number of a sentence that counts people or things, with the kind that its clause tells."""

from collections.abc import Iterator
from dataclasses import replace

from sayso.read.figures.bounds import Bounded, bounded
from sayso.read.figures.count import Count
from sayso.read.figures.designators import designates
from sayso.read.figures.events import Told, adverbs
from sayso.read.figures.joining import joined
from sayso.read.figures.leftovers import left_over
from sayso.read.figures.measures import Measure, measure, share, substance
from sayso.read.figures.numbers import Number, number_at
from sayso.read.figures.ordinals import ordinal
from sayso.read.figures.people import end_of, people, unknown
from sayso.read.figures.phrase import Phrase, is_people, noun_phrase
from sayso.read.figures.sentence import Sentence
from sayso.read.figures.things import thing
from sayso.read.figures.tolls import about_illness


def counts(s: Sentence) -> list[Count]:
    """The counts of a sentence, in order; some take up the kind of an earlier figure (see ``taking_up``)."""
    found = joined(s, list(_found(s)))
    return [one for c in found if (one := left_over(s, c)) is not None]


def _found(s: Sentence) -> Iterator[Count]:
    i = 0
    while i < len(s.tokens):
        if i in s.dated or s.form(i) not in ("number", "word"):
            i += 1
            continue
        if nth := ordinal(s, i):
            yield nth
            i = nth.bounded.last
            continue
        number = number_at(s.tokens, i, s.coding) or _another(s, i)
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


def _another(s: Sentence, i: int) -> Number | None:
    """``one was killed and another injured``: a second one, whose noun is left out."""
    if s.low(i) != "another" or not any(s.low(k) == "one" or s.lows(k, 1) == ("1",) for k in range(i)):
        return None
    after = adverbs(s, i + 1)
    fate = s.lexicon.participle(s.low(after)) or s.isin(after, "singular_auxiliaries")
    return Number(i, i + 1, 1, 1) if fate else None


def _amount(s: Sentence, amount: Measure) -> Count:
    around = bounded(s.tokens, replace(amount.number, last=amount.last))
    phrase = substance(s, around.last) if amount.kind == "other" else Phrase(around.last, around.last)
    arms = s.lexicon.things.get(s.low(phrase.head)) if phrase.head is not None else None
    kind = arms if arms in ("munitions", "equipment") else amount.kind
    return Count(around, phrase, kind, amount.unit, last=phrase.last)


def _count(s: Sentence, b: Bounded) -> Count:
    phrase = noun_phrase(s, b.last, b.number.high != 1)
    head = s.low(phrase.head) if phrase.head is not None else ""
    if head in s.lexicon.things and phrase.known and not is_people(s, phrase.head or 0):
        return thing(s, b, phrase, s.lexicon.things[head])
    if head in s.lexicon.sets["cases"]:
        kind = "infected" if about_illness(s) else None
        told = Told(kind, phrase.last - 1, phrase.last) if kind else None
        return Count(b, phrase, kind, "person", told, phrase.last)
    if head in s.lexicon.nouns:
        kind = _of_noun(s, b, head)
        return Count(b, phrase, kind, "person", Told(kind, phrase.last - 1, phrase.last), end_of(s, b, phrase))
    if phrase.head is not None and not phrase.known:
        return unknown(s, b, phrase)
    return people(s, b, phrase)


def _of_noun(s: Sentence, b: Bounded, head: str) -> str:
    if head == "lives" and s.low(b.outer - 1) in ("saved", "save", "saving", "saves"):
        return "rescued"
    return s.lexicon.nouns[head]
