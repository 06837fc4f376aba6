"""Numbers whose noun is left out, by what stands in for it: a label, "it now stands at", "up from", "the army says"."""

from sayso.read.figures.bounds import Bounded
from sayso.read.figures.events import Told, adverbs
from sayso.read.figures.numbers import number_at
from sayso.read.figures.phrase import NUMERALS
from sayso.read.figures.sentence import Sentence
from sayso.read.figures.tolls import INHERITED

_COMPARED = {("up", "from"), ("down", "from"), ("compared", "with"), ("compared", "to")}
_LABEL = 3
_CROWD = 100


def elliptical(s: Sentence, b: Bounded) -> Told | None:
    """What a number without a noun counts; ``INHERITED`` where it only takes up the count before."""
    if b.number.high == 1:
        return None
    if kind := _labelled(s, b.outer):
        return Told(kind, 0, b.outer)
    if kind := _of_those(s, b.outer):
        return Told(kind, 0, b.outer)
    if kind := _gathered(s, b):
        return Told(kind, b.last, b.last + 1)
    corrected = s.low(b.outer - 1) == "not" and s.low(b.outer - 2) in (",", "and") and _ended(s, b.last)
    compared = s.lows(b.outer - 2, 2) in _COMPARED or _grown(s, b) or corrected
    taken_up = _it(s, b) or _said(s, b) or _of_the(s, b) or compared
    return Told(INHERITED, b.outer, b.outer + 1) if taken_up else None


def _labelled(s: Sentence, i: int) -> str | None:
    """``Dead: 34``, ``Confirmed dead: 34``"""
    if s.low(i - 1) != ":" or not 2 <= i <= _LABEL + 1 or any(s.form(k) != "word" for k in range(i - 1)):
        return None
    low = s.low(i - 2)
    if s.low(i - 2) == "cases":
        return "infected"
    kind = s.lexicon.participle(low) or s.lexicon.nouns.get(low)
    return kind if kind != "people" else None


def _of_those(s: Sentence, i: int) -> str | None:
    """``Of the injured in Oran, six were on ventilators``: the kind of the whole that opens the sentence."""
    if s.low(0) != "of" or s.low(i - 1) != "," or any(number_at(s.tokens, k) for k in range(1, 4)):
        return None
    kinds = (s.lexicon.participle(s.low(k)) or s.lexicon.people.get(s.low(k)) for k in range(1, min(i, _LABEL + 2)))
    return next((kind for kind in kinds if kind), None)


def _gathered(s: Sentence, b: Bounded) -> str | None:
    """``10,000 came``, ``200 aboard``, ``5,000 remain``: the kind of those who were somewhere."""
    if s.low(b.last) == "came" and s.mentions("organisers"):
        return "protesters"
    here = s.low(b.last) in ("aboard", "onboard") or s.lows(b.last, 2) == ("on", "board")
    lodged = s.isin(b.outer - 1, "holds") and s.mentions("lodgings") and _ended(s, b.last)
    stayed = s.low(b.last) == "remain" and (
        s.form(b.last + 1) == "mark" or s.low(b.last + 1) in ("in", "there", "inside")
    )
    meant = s.low(b.outer - 1) == "for" and s.isin(b.outer - 2, "meant") and _ended(s, b.last)
    here = here or s.lows(b.last, 2) == ("of", "us") or (b.number.low >= _CROWD and s.isin(b.last, "people_do"))
    carried = s.isin(b.outer - 1, "carrying") and s.low(b.outer - 2) == "to" and _ended(s, b.last)
    return "people" if here or stayed or lodged or meant or carried or _did(s, b) else None


def _did(s: Sentence, b: Bounded) -> bool:
    """``more than 200,000 have signed``: what only people do, by its active perfect."""
    at = adverbs(s, b.last + 1)
    active = s.low(b.last) in ("have", "had") and (s.low(at).endswith("ed") or s.isin(at, "pasts"))
    return active and b.number.low >= _CROWD


def _grown(s: Sentence, b: Bounded) -> bool:
    """``an increase of 310``, ``fell to 212 from 227``"""
    by = s.low(b.outer - 1) == "of" and s.isin(b.outer - 2, "growth")
    earlier = s.low(b.outer - 1) == "from" and (s.form(b.outer - 2) == "number" or s.low(b.outer - 2) in NUMERALS)
    return (by or earlier) and _ended(s, b.last)


def _it(s: Sentence, b: Bounded) -> bool:
    """``It now stands at 61``, ``It had risen to 61 by Monday``"""
    if s.low(0) not in ("it", "this", "that") or s.low(b.outer - 1) not in ("at", "to") or not _ended(s, b.last):
        return False
    at = adverbs(s, 1)
    while s.isin(at, "auxiliaries"):
        at = adverbs(s, at + 1)
    return at <= b.outer - 2 and s.isin(at, "stands")


def _said(s: Sentence, b: Bounded) -> bool:
    """``the army says 6``, closed by a mark"""
    tells = s.isin(b.outer - 1, "gives_count") or s.isin(b.outer - 1, "holds")
    return tells and b.outer > 1 and s.low(b.last) in (".", ";", "")


def _of_the(s: Sentence, b: Bounded) -> bool:
    """``40 of the 300 were children``, the noun left out of both"""
    if s.lows(b.last, 2) != ("of", "the"):
        return False
    whole = number_at(s.tokens, b.last + 2)
    return (
        whole is not None and whole.low > b.number.low and (_ended(s, whole.last) or s.isin(whole.last, "auxiliaries"))
    )


def _ended(s: Sentence, i: int) -> bool:
    return s.form(i) in ("mark", "") or any(s.isin(i, name) for name in ("prepositions", "barriers", "adverbs"))
