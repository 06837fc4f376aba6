"""What happened to those counted: the event word that governs a number, by the grammar of its clause."""

from dataclasses import dataclass

from sayso.read.figures.bounds import past_bound
from sayso.read.figures.phrase import NUMERALS, is_people
from sayso.read.figures.sentence import Sentence

_ASIDE = 7
_FATES = {"killed", "wounded", "casualties", "missing"}


@dataclass(frozen=True, slots=True)
class Told:
    """A kind and the tokens that tell it, ``first`` up to ``last``; ``finite`` for a full predicate."""

    kind: str
    first: int
    last: int
    finite: bool = False


def told_at(s: Sentence, i: int) -> Told | None:
    """A participle, an adjective or a set phrase at ``i``, with those it is joined to ("killed or wounded")."""
    if told := set_phrase(s, i):
        return told
    kind = s.lexicon.participle(s.low(i))
    if kind is None:
        return None
    kinds, last = [kind], i + 1
    while joined := _joined(s, last):
        kinds.append(joined[0])
        last = joined[1]
    return Told(together(kinds), i, last)


def set_phrase(s: Sentence, i: int) -> Told | None:
    """A set phrase that begins at ``i``: "lost their lives", "tested positive", "in Vaskan hands"."""
    if s.low(i) == "in" and s.low(i + 2) == "hands" and s.form(i + 1) == "word" and not s.isin(i + 1, "no_captors"):
        return Told("captured", i, i + 3)
    found = s.phrase_kind(i)
    return Told(found[0], i, i + found[1]) if found else None


def _joined(s: Sentence, i: int) -> tuple[str, int] | None:
    j = i
    while s.isin(j, "listing"):
        j += 1
    kind = s.lexicon.participle(s.low(j)) if j > i else None
    if kind is None:
        return None
    return kind, j + 1


def together(kinds: list[str]) -> str:
    """One kind for several told of the same people: killed or wounded makes casualties, shot and killed killed."""
    kinds = [kind for kind in kinds if kind != "people"] or kinds
    return kinds[0] if len(set(kinds)) == 1 or not set(kinds) <= _FATES else "casualties"


def breaks(s: Sentence, i: int) -> bool:
    """Whether a token ends the phrase that lists those counted: a verb, a clause, a mark."""
    closed = s.isin(i, "barriers") or s.isin(i, "auxiliaries")
    return closed or s.form(i) == "mark" or s.low(i) in s.lexicon.verbs


def adverbs(s: Sentence, i: int) -> int:
    """The token after the adverbs that begin at ``i``."""
    while (s.low(i).endswith("ly") and s.form(i) == "word") or s.isin(i, "adverbs"):
        i += 1
    return i


def takes_object(s: Sentence, i: int) -> bool:
    """Whether what begins at ``i`` is the object of the verb before it, which then is active."""
    low = s.low(i)
    after = past_bound(s.tokens, i)
    if s.form(after) == "number" or (s.low(after) in NUMERALS and s.form(after) == "word"):
        return _told_after_number(s, after) is None and (after == i or is_people(s, after + 1))
    return low in s.lexicon.sets["object_openers"] or (is_people(s, i) and not s.lexicon.participle(low))


def _told_after_number(s: Sentence, i: int) -> Told | None:
    for k in (i + 1, i + 2):
        if told := told_at(s, k):
            return told
    return None


def undergone(s: Sentence, i: int, bare: bool = False) -> Told | None:
    """The reduced participle right after a phrase that ends at ``i``: "600 soldiers killed", "600 dead".

    Where the phrase is ``bare`` of a noun, it cannot be the subject of an active verb.
    """
    j = adverbs(s, i)
    told = told_at(s, j) or (told_at(s, j + 1) if s.isin(j, "reported") else None)
    if told is None:
        return None
    verb = s.lexicon.verbs.get(s.low(told.last - 1))
    if not bare and verb and verb.undergone and told.first + 1 >= told.last - 2 and takes_object(s, told.last):
        return None
    return told


def past_teller(s: Sentence, i: int) -> int:
    """Before an aside on who says it, which ends at ``i``: "counted, she says, 80"."""
    if s.low(i) != ",":
        return i
    comma = next((k for k in range(i - 2, i - _ASIDE, -1) if s.low(k) == ","), i)
    return comma - 1 if any(s.isin(k, "speech") for k in range(comma + 1, i)) else i
