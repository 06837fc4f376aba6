"""Counts of people: what happened to them, by the grammar of the clause."""

from sayso.read.figures.bounds import Bounded
from sayso.read.figures.circumstances import circumstance
from sayso.read.figures.count import Count
from sayso.read.figures.ellipses import elliptical as left_out
from sayso.read.figures.events import Told, breaks, undergone
from sayso.read.figures.government import alike, companion, complement, governed, joined_object
from sayso.read.figures.joining import PRONOUNS
from sayso.read.figures.kinds import EVENTS
from sayso.read.figures.numbers import number_at
from sayso.read.figures.phrase import Phrase, is_whole
from sayso.read.figures.predicates import predicate
from sayso.read.figures.sentence import Sentence
from sayso.read.figures.tolls import INHERITED, about_illness, told_by_toll, toll_behind

_PERSONAL = frozenset(EVENTS) - {"killed", "wounded", "casualties", "arrested", "infected"}


def people(s: Sentence, b: Bounded, phrase: Phrase) -> Count:
    """A count of people, or of what its clause tells of people where the noun is left out."""
    if is_whole(s, b.outer):
        if phrase.head is not None:
            return _whole(s, b, phrase)
        if b.outer < b.number.first:
            return Count(b, phrase, None, "person")
    right = _headline(s, undergone(s, phrase.last, _bare(s, phrase)), _bare(s, phrase))
    if right and phrase.head is None and right.kind == "people" and _goes_on(s, right.last, b):
        return Count(b, phrase, None, "person")
    told = _event(s, b, phrase, right) or _fallback(s, b, phrase)
    so_far = kind_of(s, told) if told else _default(s, b, phrase)
    if so_far == "people" and _default(s, b, phrase) == "displaced":
        told, so_far = None, "displaced"
    if phrase.head is not None or b.number.high != 1:
        so_far = "people" if so_far in (None, INHERITED) else so_far
        told = circumstance(s, b.outer, phrase.last, so_far) or told
    if told:
        return Count(b, phrase, kind_of(s, told), "person", told, end_of(s, b, phrase))
    nobody = phrase.head is None and b.number.high == 1
    return Count(b, phrase, _default(s, b, phrase), "person", last=end_of(s, b, phrase), weak=not nobody)


def _goes_on(s: Sentence, i: int, b: Bounded) -> bool:
    """Whether a noun may follow at ``i``, so that a participle before it counts nobody: "two trained dogs"."""
    closed = breaks(s, i) or (b.number.high != 1 and s.isin(i, "prepositions"))
    return bool(s.low(i)) and not closed


def _bare(s: Sentence, phrase: Phrase) -> bool:
    return phrase.head is None or s.low(phrase.last - 1) == "others"


def _event(s: Sentence, b: Bounded, phrase: Phrase, right: Told | None) -> Told | None:
    """What the clause tells of those counted, the closest words first."""
    further = _of_those_hurt(s, b, right)
    direct = further or right or governed(s, b.outer) or complement(s, b.outer, phrase.last)
    subject = None if s.low(b.outer - 1) == "from" else predicate(s, phrase.last, b.number.high != 1)
    told = direct if direct and direct.kind != "people" else subject or direct
    told = told or joined_object(s, b.outer) or companion(s, b.outer) or _losses(s, b, phrase)
    shared = told and phrase.first > b.last
    if phrase.modifier and not (shared or (told and (told.finite or _done_to(told, b)))):
        return Told(phrase.modifier, phrase.first, phrase.last)
    return told


def _done_to(told: Told, b: Bounded) -> bool:
    """Whether a verb before the count tells what became of them: "handed over 70 captured soldiers"."""
    return told.last <= b.outer and told.kind not in ("people", "deployed", "protesters")


def _of_those_hurt(s: Sentence, b: Bounded, right: Told | None) -> Told | None:
    """What the clause tells of a part of those hurt: "2,000 of the wounded were flown home"."""
    if right is None or s.low(b.last) != "of" or right.first > b.last + 3:
        return None
    told = predicate(s, right.last, b.number.high != 1)
    fated = told and told.kind != "people" and (told.finite or told.kind == "killed")
    return told if fated else None


def _fallback(s: Sentence, b: Bounded, phrase: Phrase) -> Told | None:
    """What earlier words of the sentence tell: "as did 44", "spoke of 60", "the toll reached 12"."""
    elliptical = phrase.head is None
    put = s.lows(b.outer - 3, 3)
    it = len(put) == 3 and put[0] in ("put", "puts", "putting", "placed") and put[1] in ("it", "that", "this")
    if elliptical and (it or (s.low(b.outer - 1) == "of" and s.isin(b.outer - 2, "spoke"))):
        return Told(INHERITED, b.outer - 1, b.outer)
    if told := alike(s, b.outer) or _among_those(s, b.outer) or (left_out(s, b) if elliptical else None):
        return told
    more = b.added or "more" in s.lows(b.last, phrase.last - b.last)
    total = "total" in s.lows(b.first, b.last - b.first)
    going_on = _verbal_next(s, phrase.last) or (b.added and s.isin(phrase.last, "auxiliaries"))
    if elliptical and ((more and going_on) or total):
        return Told(INHERITED, b.outer, b.outer + 1)
    if elliptical and s.low(b.outer - 1) in ("at", "to") and (behind := toll_behind(s, b.last)):
        return behind
    measured = elliptical or s.low(phrase.last - 1) in ("people", "persons") or s.isin(b.outer - 1, "reached")
    told = told_by_toll(s, b.outer) if measured else None
    return None if told and told.kind == INHERITED and s.low(b.outer - 1) == ":" and not elliptical else told


def _among_those(s: Sentence, i: int) -> Told | None:
    """``those killed included six women``, ``the dead include``"""
    while i > 3 and (s.low(i - 1) in ("and", ",", "a", "an") or s.low(i - 1) in s.lexicon.people):
        i -= 1
    if s.low(i - 1) not in ("included", "include", "includes", "were", "are"):
        return None
    if (kind := s.lexicon.participle(s.low(i - 2))) and (i == 2 or s.form(i - 3) == "mark"):
        return Told(kind, i - 2, i)
    for j in (i - 2, i - 3):
        kind = s.lexicon.participle(s.low(j)) or s.lexicon.people.get(s.low(j)) or s.lexicon.nouns.get(s.low(j))
        if kind and kind != "people" and s.low(j - 1) in ("those", "the", "its"):
            return Told(kind, j, j + 1)
    return None


def _default(s: Sentence, b: Bounded, phrase: Phrase) -> str | None:
    """The kind where no event is told: what the noun brings, or people."""
    end = phrase.last
    if phrase.head is None:
        crowd = b.number.plural and _opens_clause(s, b.outer) and _verbal_next(s, end)
        return "people" if crowd else None
    kind = s.lexicon.people.get(s.low(end - 1), "people")
    if kind == "people" and _at_a_protest(s, end):
        return "protesters"
    speaking = kind == "people" and (b.number.high == 1 or s.isin(end, "speech"))
    return None if speaking else kind


def _at_a_protest(s: Sentence, i: int) -> bool:
    """``at Saturday's rally``, ``at the march in Vennoy``"""
    if s.low(i) not in ("at", "on", "in"):
        return False
    told = (k for k in range(i + 2, i + 5) if s.isin(k, "protests"))
    return any(s.isin(k - 1, "before_protests") or s.low(k - 1).endswith(("'s", "’s")) for k in told)


def unknown(s: Sentence, b: Bounded, phrase: Phrase) -> Count:
    """A noun the lexicon does not know is people only where something happens to it that happens to people."""
    if s.isin(b.last, "measures") or s.isin(phrase.last - 1, "measures"):
        return Count(b, phrase, None, "person")
    direct = governed(s, b.outer)
    told = direct or complement(s, b.outer, phrase.last) or predicate(s, phrase.last, b.number.high != 1)
    noun = s.tokens[phrase.last - 1]
    plural = b.number.high == 1 or noun.low.endswith(("s", "i", "n")) or (direct is not None and noun.capital)
    shared = s.low(phrase.last) in ("and", "or") and number_at(s.tokens, phrase.last + 1) is not None
    if told is not None and s.low(told.last - 1) == "fallen":  # as pylons, trees and shells have
        return Count(b, phrase, None, "person", last=phrase.last)
    hostages = told is not None and s.isin(told.last - 1, "captives")
    if told is None or (told.kind in _PERSONAL and not hostages) or not plural:
        return Count(b, phrase, None, "person", last=phrase.last, weak=(told is None and plural) or shared)
    return Count(b, phrase, kind_of(s, told), "person", told, end_of(s, b, phrase))


def _whole(s: Sentence, b: Bounded, phrase: Phrase) -> Count:
    """The clause tells of the part; of the whole only what stands in its own phrase, or in a clause on "who"."""
    told = Told(phrase.modifier, phrase.first, phrase.last) if phrase.modifier else undergone(s, phrase.last)
    if told is None and s.isin(phrase.last, "relatives"):
        told = predicate(s, phrase.last, b.number.high != 1)
    told = told or circumstance(s, b.outer, phrase.last, "people", whole=True)
    default = None if b.number.high == 1 else s.lexicon.people.get(s.low(phrase.last - 1), "people")
    kind = kind_of(s, told) if told else default
    return Count(b, phrase, kind, "person", told, end_of(s, b, phrase))


def _losses(s: Sentence, b: Bounded, phrase: Phrase) -> Told | None:
    """Soldiers or kin whom somebody lost are dead."""
    ranks = phrase.head is not None and s.isin(phrase.head, "ranks")
    at = b.outer - 1
    while s.low(b.outer - 1) == "and" and at > b.outer - 8 and not s.isin(at, "lose") and not s.isin(at, "auxiliaries"):
        at -= 1
    if not ranks or not s.isin(at, "lose"):
        return None
    return Told("casualties" if _broken_down(s, phrase.last) else "killed", at, at + 1)


def _broken_down(s: Sentence, i: int) -> bool:
    """Whether wounded are told among those lost: "lost 250 men: 60 dead and 190 wounded", "lost 90 men, 40 wounded"."""
    hurt = next((k for k in range(i, len(s.tokens)) if s.lexicon.participle(s.low(k)) == "wounded"), None)
    if hurt is None:
        return False
    parted = any(s.low(k) in (":", "including", "among") or s.low(k) in PRONOUNS for k in range(i, hurt))
    apart = any(s.isin(k, "auxiliaries") for k in range(i, hurt)) or s.low(i) in ("and", "while")
    return parted or not apart


def _verbal_next(s: Sentence, i: int) -> bool:
    return s.isin(i, "pasts") or s.low(i).endswith("ed")


def _opens_clause(s: Sentence, i: int) -> bool:
    return i == 0 or s.form(i - 1) == "mark" or s.isin(i - 1, "barriers")


def _headline(s: Sentence, right: Told | None, elliptical: bool) -> Told | None:
    """The participle after a count is its own where the noun is left out, or in a headline ("9 Men Hurt")."""
    if right is None or elliptical:
        return right
    return right if s.tokens[right.first].capital else None


def kind_of(s: Sentence, told: Told) -> str:
    """The kind that an event gives; who went to hospital with a disease is infected."""
    hospital = any(low.startswith(("hospital", "intensive")) for low in s.lows(told.first, told.last - told.first))
    return "infected" if told.kind == "wounded" and hospital and about_illness(s) else told.kind


def end_of(s: Sentence, b: Bounded, phrase: Phrase) -> int:
    """The token after the words that carry the count: number, noun and an event word that adjoins them."""
    end = max(b.last, phrase.last)
    after = undergone(s, end)
    return after.last if after and after.first == end else end
