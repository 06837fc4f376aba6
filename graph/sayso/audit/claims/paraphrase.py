"""Whether two claims say the same in other words, or one says it within more words.

The shares of words were found on pairs judged by hand, those of four sets of articles tried on a fifth.
"""

import re
from collections.abc import Iterable, Set

from sayso.audit.claims.digits import numbers_differ
from sayso.audit.claims.likeness import Weights, shared, weigh
from sayso.audit.claims.negation import RARE
from sayso.audit.claims.poles import alike_by_sense
from sayso.audit.claims.propositions import Clause, Proposition, light, possible, terms_of
from sayso.audit.claims.times import times_changed, with_months, without_times
from sayso.audit.comparing.carrying import Carried, carried_by
from sayso.audit.told.dates import may_be_within
from sayso.audit.wording import first

_ALIKE, _SHORT, _SHORT_ALIKE = 0.42, 3, 0.55
"""The share of all their terms that two claims have in common where they say the same; and for those of few terms."""
_WITHIN, _LEAST, _LONG = 0.9, 0.3, 3
"""The share of the shorter that is in the longer, and of both, and the terms of a claim that is said within another."""
_FIGURES_ALIKE, _FIGURES_WITHIN, _FIGURES_LEAST = 0.65, 0.9, 0.15
"""The same of claims that carry figures: those of one event read alike."""
_OTHER_TIME = 0.6
"""The share of all other terms, where the times differ."""
_DAYS = 5
"""Days between two claims that tell of one state in other words; of another day, it may be another state."""
_STATE = 0.35
"""The share of all terms where one claim says all of what the other says by words of one axis."""
_CLAUSE = 0.6
"""The share of all terms of two clauses by which longer claims tell the same."""
_PAIR_ALIKE = 0.5
"""The share of all terms of two claims of which one has two, both of them the other's too."""
_WORDS, _WORDS_ALIKE = 3, 0.8
"""How many words two clauses in the same words have at the least, and the share of them that both have."""
_FORM_WORDS = re.compile(
    r"\b(?:that|an?|the|its?|they|their|he|she|his|her|had|has|have|was|were|is|are|be|been|being|will|would|could|can"
    r"|might|may|must|shall|should|to|likely|probably|possibly|perhaps|apparently|reportedly|allegedly|expected|set)\b"
    r"(?!-)(?-i:(?<!May))",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


def say_the_same(
    left: Proposition, right: Proposition, weights: Weights, carried: Carried, *, relayed: bool = False
) -> bool:
    """Whether either repeats the other; ``carried`` tells which figures stand where.

    ``relayed`` says that the first tells that it was told to the second: claims with one figure need be less alike.

    Claims that give another number, that are negated where the other is not, or whose figures differ do not.
    """
    one, other = left.telling.words, right.telling.words
    if numbers_differ(without_times(one), without_times(other)) or _is_open(one) != _is_open(other):
        return False
    here, there = matching(left, right, weights)
    if left.is_negative(here) != right.is_negative(there):
        return _are_one_state(left, right, weights)
    other_time = times_changed(*(with_months(c.words, p.telling.told_on) for c, p in ((here, left), (there, right))))
    ours, theirs = (carried_by(p.telling, carried) for p in (left, right))
    if ours and theirs and not (relayed and ours == theirs):
        said = (left.terms, right.terms)
        if other_time:
            said = (left.terms & terms_of(without_times(one)), right.terms & terms_of(without_times(other)))
        return (ours <= theirs or theirs <= ours) and _figures_alike(*said, weights)
    if other_time:
        return _alike_but_for_times(left.clauses, right.clauses, weights) or _alike_but_for_times(
            (here,), (there,), weights
        )
    return (
        _alike(left.terms, right.terms, weights)
        or _clauses_alike(here, there, weights)
        or _in_same_words(here.words, there.words)
        or _are_one_state(left, right, weights)
    )


def _are_one_state(left: Proposition, right: Proposition, weights: Weights) -> bool:
    """Whether a clause of each says the same by words of one axis or kind: "was unharmed", "had not been damaged"."""
    return may_be_within(left.telling.told_on, right.telling.told_on, _DAYS) and any(
        left.is_negative(one) == right.is_negative(other) and _tell_one_state(one, other, left.speaker, weights)
        for ours in left.clauses for theirs in right.clauses for one, other in alike_by_sense(ours, theirs)
    )  # fmt: skip


def _tell_one_state(one: Clause, other: Clause, speaker: Set[str], weights: Weights) -> bool:
    ours, theirs = one.terms - speaker - light(), other.terms - speaker - light()
    if one.negated and other.negated and ours - possible() == theirs - possible():
        return any(weights.get(term, 0.0) >= RARE for term in ours)
    alike, within = shared(ours, theirs, weights)
    return len(ours & theirs) > 1 and (_alike(ours, theirs, weights) or (within >= _WITHIN and alike >= _STATE))


def matching(left: Proposition, right: Proposition, weights: Weights) -> tuple[Clause, Clause]:
    """The clause of each claim that has most in common with one of the other."""
    pairs = ((ours, theirs) for ours in left.clauses for theirs in right.clauses)
    nothing = Clause("", frozenset())
    return max(pairs, key=lambda pair: weigh(pair[0].terms & pair[1].terms, weights), default=(nothing, nothing))


def _alike_but_for_times(left: Iterable[Clause], right: Iterable[Clause], weights: Weights) -> bool:
    ours, theirs = (
        frozenset(term for c in clauses for term in c.terms & terms_of(without_times(c.words)))
        for clauses in (left, right)
    )
    alike, within = shared(ours, theirs, weights)
    return min(len(ours), len(theirs)) > 1 and (alike >= _OTHER_TIME or (within >= _WITHIN and alike >= _ALIKE))


def _clauses_alike(one: Clause, other: Clause, weights: Weights) -> bool:
    """Whether two claims that tell of several things have one of them in common."""
    shorter, alike = min(len(one.terms), len(other.terms)), shared(one.terms, other.terms, weights)[0]
    return (shorter >= _SHORT and alike >= _CLAUSE) or (shorter > 1 and alike >= _WITHIN)


def _alike(left: Set[str], right: Set[str], weights: Weights) -> bool:
    shorter = min(len(left), len(right))
    alike, within = shared(left, right, weights)
    enough = alike >= (_ALIKE if shorter >= _SHORT else _SHORT_ALIKE)
    least = _LEAST if shorter >= _LONG else _PAIR_ALIKE
    return shorter > 1 and (enough or (within >= _WITHIN and alike >= least))


def _in_same_words(one: str, other: str) -> bool:
    """Whether two clauses have nearly the same words, of those too that say little: "will last until May"."""
    ours, theirs = (frozenset(map(str.casefold, _WORD.findall(_FORM_WORDS.sub(" ", words)))) for words in (one, other))
    if min(len(ours), len(theirs)) < _WORDS:
        return False
    return len(ours & theirs) / len(ours | theirs) >= _WORDS_ALIKE


def _figures_alike(left: Set[str], right: Set[str], weights: Weights) -> bool:
    alike, within = shared(left, right, weights)
    enough = within >= _FIGURES_WITHIN and alike >= _FIGURES_LEAST and min(len(left), len(right)) >= _SHORT
    return alike >= _FIGURES_ALIKE or enough


def _is_open(printed: str) -> bool:
    """Whether the words leave open what they tell of: "whether", "it was unclear if"."""
    return bool(first("left_open", printed))
