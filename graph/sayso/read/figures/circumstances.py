"""Verbs of moving, holding, treating: what they tell of people hangs on words around them (``circumstances.toml``)."""

from collections.abc import Iterator

from sayso.read.figures.events import Told, adverbs
from sayso.read.figures.frames import Frame, bare, frames, scenes
from sayso.read.figures.predicates import subject_end
from sayso.read.figures.sentence import Sentence
from sayso.read.figures.tolls import about_illness

_REACH = 10
_NEAR, _LONGEST = 5, 8
_SOFT = frozenset({"displaced", "captured", "evacuated", "arrested", "protesters", "missing"})
_DENIALS = frozenset({"not", "never", "yet", "nor"})
_PREPOSITIONS = frozenset({"in", "at", "on", "along", "near", "inside", "around", "across"})


def circumstance(s: Sentence, first: int, last: int, kind: str, whole: bool = False) -> Told | None:
    """What verb and circumstances tell of the phrase from ``first`` up to ``last``, so far of a ``kind``.

    A kind that the noun brings ("refugees") gives way only to some, as a return home. Of a ``whole`` of which a part
    is counted, the clause tells nothing that is not in its own words.
    """
    if kind not in ("people", "deployed") and kind not in _SOFT:
        return None
    possible = (frame for frame in frames() if frame.whole or not whole)
    return next((t for frame in possible if _may(s, frame, kind, last) and (t := _told(s, frame, first, last))), None)


def _may(s: Sentence, frame: Frame, kind: str, last: int) -> bool:
    if frame.cues.isdisjoint(s.words):
        return False
    if (kind in _SOFT and not frame.soft) or (frame.illness and not about_illness(s)):
        return False
    counted = s.lows(last - 2, 2)
    if (frame.of and frame.of.isdisjoint(counted)) or not frame.not_of.isdisjoint(counted):
        return False
    if s.words & frame.without or (frame.among and not s.words & frame.among):
        return False
    return not frame.scene or frame.scene in s.scenes or bool(s.words & scenes()[frame.scene])


def _told(s: Sentence, frame: Frame, first: int, last: int) -> Told | None:
    if frame.whole and s.low(first - 1) != "of":
        return None
    opening = _opening(s, first)
    for words in frame.before:
        if s.lows(opening - len(words), len(words)) == words:
            return Told(frame.kind, opening - len(words), first)
    if frame.denied:
        return _denied(s, frame, last)
    joined = _joined(s, first)
    active = _active(s, frame, first, last) or (_active(s, frame, joined, last) if joined else None)
    return active or _having(s, frame, last) or _behind(s, frame, last)


def _opening(s: Sentence, first: int) -> int:
    """Where "the remaining 14 miners" begins."""
    while s.isin(first - 1, "articles") or s.low(first - 1) in ("remaining", "other", "last", "another"):
        first -= 1
    return first


def _joined(s: Sentence, first: int) -> int | None:
    """Where an object begins that the counted are joined to: "pulled a woman and two children out"."""
    if s.low(first - 1) != "and":
        return None
    for k in range(first - 2, max(-1, first - 8), -1):
        if s.form(k) != "word" or s.isin(k, "barriers") or s.isin(k, "auxiliaries"):
            return None
        if s.isin(k, "object_openers"):
            return k
    return None


def _active(s: Sentence, frame: Frame, first: int, last: int) -> Told | None:
    """The verb that has the counted as its object."""
    at = first - 2 if frame.particles else first - 1
    noun = s.isin(at - 1, "be") or s.isin(at - 1, "articles") or s.low(at - 1) in ("in", "of")
    active = s.low(at) in frame.active and (s.low(at).endswith("ing") or not noun)
    agents = s.lows(max(0, at - _NEAR), min(at, _NEAR))
    if not frame.unless_by.isdisjoint(agents) or (frame.by and frame.by.isdisjoint(agents)):
        return None
    return Told(frame.kind, at, first) if active and _holds(s, frame, last, at) else None


def _behind(s: Sentence, frame: Frame, last: int) -> Told | None:
    """The verb whose subject the counted are."""
    for at, passive in _verbs(s, last):
        if frame.stands:
            if s.low(at) in _PREPOSITIONS and s.isin(at - 1, "be") and _holds(s, frame, at, at):
                return Told(frame.kind, at - 1, at, finite=True)
            continue
        named = frame.passive if passive else frame.done
        if s.low(at) in named and _holds(s, frame, at + 1, at):
            return Told(frame.kind, at, at + 1, finite=True)
    return None


def _having(s: Sentence, frame: Frame, last: int) -> Told | None:
    """``had gunshot wounds``, ``with broken bones``"""
    if not frame.has:
        return None
    at = subject_end(s, last)
    at = at + 1 if s.isin(at, "relatives") else at
    if s.low(at) not in ("had", "have", "has", "having", "with"):
        return None
    for k in range(at + 1, at + _NEAR):
        if s.form(k) == "mark" or s.isin(k, "barriers") or s.isin(k, "be"):
            return None
        if s.low(k) in frame.has:
            return Told(frame.kind, at, k + 1)
    return None


def _denied(s: Sentence, frame: Frame, last: int) -> Told | None:
    """``have never been found``, ``are yet to be located``, ``never returned``"""
    denied = False
    start = subject_end(s, last)
    while start > last and s.low(start - 1) in _DENIALS:
        start -= 1
    for k in range(start, start + _REACH):
        low = s.low(k)
        if low in frame.denied and denied:
            return Told(frame.kind, last, k + 1, finite=True)
        denied = denied or low in _DENIALS or low.endswith("n't")
        between = low in _DENIALS or any(s.isin(k, name) for name in ("auxiliaries", "adverbs", "reports", "relatives"))
        if not between:
            return None
    return None


def _verbs(s: Sentence, i: int) -> Iterator[tuple[int, bool]]:
    """The tokens after a phrase that may be its verb, each with whether it would be a passive one."""
    at, passive, seen = _past_origin(s, subject_end(s, i)), False, False
    while s.isin(at, "auxiliaries") or s.isin(at, "reports") or s.isin(at, "relatives"):
        if s.isin(at, "auxiliaries") or s.low(at) in ("been", "being", "left", "found"):
            passive, seen = passive or s.isin(at, "be"), True
        at = adverbs(s, at + 1)
    yield at, passive or not seen
    if passive and s.low(at).endswith("ing"):
        yield at, False
    if not passive:
        yield at, False
    elif joined := _joined_verb(s, at):
        yield joined, True


def _joined_verb(s: Sentence, i: int) -> int | None:
    """The second participle of "were overcome by fumes and taken to hospital"."""
    for k in range(i + 1, i + _REACH):
        if s.low(k) == "and":
            second = adverbs(s, k + 1)
            return second if s.low(second).endswith("ed") or s.isin(second, "participles") else None
        if s.form(k) != "word" or s.isin(k, "barriers") or s.isin(k, "auxiliaries"):
            return None
    return None


def _past_origin(s: Sentence, i: int) -> int:
    """Past "from four countries" or "of the guard", as far as the verb that follows it."""
    if not s.isin(i, "prepositions") and s.low(i) != "of":
        return i
    for k in range(i + 1, min(i + 7, len(s.tokens))):
        if s.isin(k, "auxiliaries"):
            return k
        if s.form(k) == "mark" or (s.isin(k, "barriers") and s.low(k) != "and") or s.low(k) in s.lexicon.verbs:
            return i
    return i


def _holds(s: Sentence, frame: Frame, i: int, verb: int) -> bool:
    """Whether the circumstances of a frame stand in the clause after ``i``, and its particle behind the ``verb``."""
    if frame.still:
        return "still" in s.lows(max(0, verb - 3), min(verb, 3))
    if frame.particles and s.low(verb + 1) not in frame.particles:
        return False
    if not frame.beside:
        return True
    for k in range(i, i + _REACH):
        follows = bare(s.lows(k, _LONGEST))
        if any(follows[: len(words)] == words for words in frame.beside):
            return True
        if s.form(k) in ("mark", "") or s.isin(k, "barriers"):
            return False
    return False
