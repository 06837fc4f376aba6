"""Sources: which phrase before a cue it belongs to."""

from sayso.read.attribution import Attribution
from sayso.read.lexicon import noun_cues, words
from sayso.read.rules.contents import Range
from sayso.read.rules.cuefinder import CueHit
from sayso.read.rules.phrases import appositive, nominal, phrase_after, phrase_before
from sayso.read.rules.units import Unit


def source_of(unit: Unit, hit: CueHit, floor: int, done: list[Attribution]) -> Range | Attribution | None:
    """The source before an active cue: a range of tokens, or the attribution whose source it shares."""
    before = hit.first - 1
    if before < 0:
        return None
    word = unit.lower(before)
    if word in (",", ")", "—", "–"):
        explained = _explained(unit, before, floor)
        return explained or (done[-1] if done and word == "," else None)
    if word in ("and", "but", "or"):
        return done[-1] if done else subject(unit)
    if word in ("who", "which", "that") and before > 0:
        return _relative(unit, before, floor)
    first = phrase_before(unit, before, floor)
    plain = (first, before) if first is not None and first <= before else None
    relative = _before_relative(unit, before, floor)
    if relative and done and done[-1].cue[0][0] >= unit.tokens[relative[1]].end:
        relative = None  # "a priest who fled told me an officer had admitted": the officer admitted
    return relative or plain


def _explained(unit: Unit, closing: int, floor: int) -> Range | None:
    """A phrase with the apposition or brackets that end before the cue."""
    bracket = unit.lower(closing) == ")"
    end = _before_bracket(unit, closing) if bracket else appositive(unit, closing, floor)
    first = phrase_before(unit, end, floor) if end is not None else None
    if end is None or first is None:
        return None
    if bracket:
        return first, closing
    apposed = unit.lower(end + 2) not in ("who", "which", "citing", "speaking", "whose")
    return first, closing - 1 if apposed and unit.lower(closing) == "," else end


def _relative(unit: Unit, pronoun: int, floor: int) -> Range | None:
    """What a relative pronoun before the cue stands for, or "who" itself."""
    end = pronoun - 2 if unit.lower(pronoun - 1) == "," else pronoun - 1
    first = phrase_before(unit, end, floor) if end >= 0 and nominal(unit, end) else None
    if first is not None:
        return first, end
    return (pronoun, pronoun) if unit.lower(pronoun) == "who" else None


def _before_relative(unit: Unit, before: int, floor: int) -> Range | None:
    """The phrase that "who" explains where its clause runs up to the cue: "an officer who may not speak said"."""
    for k in range(before, max(floor, before - 15), -1):
        if unit.kind(k) != "w" or unit.lower(k) in ("that", "which"):
            return None
        if unit.lower(k) == "who":
            first = phrase_before(unit, k - 1, floor) if nominal(unit, k - 1) else None
            return (first, k - 1) if first is not None else None
    return None


def _before_bracket(unit: Unit, closing: int) -> int | None:
    for j in range(closing - 1, max(-1, closing - 12), -1):
        if unit.lower(j) == "(":
            return j - 1
    return None


def subject(unit: Unit) -> Range | None:
    """The noun phrase with which the unit opens."""
    i = 0
    if unit.lower(0) in words("prepositions"):
        comma = next((k for k in range(min(15, len(unit.tokens))) if unit.lower(k) == ","), None)
        i = comma + 1 if comma is not None else 0
    end = phrase_after(unit, i)
    return (i, end) if end is not None and end >= i else None


def reporting(unit: Unit, end: int, floor: int) -> bool:
    """Whether the phrase before a participle is itself a report: "reports from officials indicating"."""
    first = phrase_before(unit, end, floor) if unit.kind(end) == "w" and nominal(unit, end) else None
    return first is not None and any(unit.lower(k) in noun_cues() for k in range(first, end + 1))
