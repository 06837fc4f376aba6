"""Whether two claims say the same in other words, or one says it within more words.

The shares of words were found on pairs judged by hand, those of four sets of articles tried on a fifth.
"""

from collections.abc import Set

from sayso.audit.carrying import Carried, carried_by
from sayso.audit.digits import numbers_differ
from sayso.audit.likeness import Weights, shared, weigh
from sayso.audit.propositions import Proposition, terms_of
from sayso.audit.times import times_changed, times_in
from sayso.audit.wording import first

_ALIKE, _SHORT, _SHORT_ALIKE = 0.42, 3, 0.55
"""The share of all their terms that two claims have in common where they say the same; and for those of few terms."""
_WITHIN, _LEAST, _LONG = 0.9, 0.3, 3
"""The share of the shorter that is in the longer, and of both, and the terms of a claim that is said within another."""
_FIGURES_ALIKE, _FIGURES_WITHIN, _FIGURES_LEAST = 0.65, 0.9, 0.15
"""The same of claims that carry figures: those of one event read alike."""
_OTHER_TIME = 0.6
"""The share of all other terms, where the times differ."""


def say_the_same(left: Proposition, right: Proposition, weights: Weights, carried: Carried) -> bool:
    """Whether either repeats the other; ``carried`` tells which figures stand where.

    Claims that give another number, that are negated where the other is not, or whose figures differ do not.
    """
    one, other = left.telling.words, right.telling.words
    if numbers_differ(one, other) or _is_open(one) != _is_open(other):
        return False
    if _is_negative(left, right, weights) != _is_negative(right, left, weights):
        return False
    ours, theirs = (carried_by(p.telling, carried) for p in (left, right))
    if ours and theirs:
        return (ours <= theirs or theirs <= ours) and _figures_alike(left.terms, right.terms, weights)
    if times_changed(one, other):
        alike, within = shared(_without_times(left), _without_times(right), weights)
        return alike >= _OTHER_TIME or (within >= _WITHIN and alike >= _ALIKE)
    return _alike(left.terms, right.terms, weights)


def _without_times(said: Proposition) -> Set[str]:
    return said.terms - terms_of(" ".join(times_in(said.telling.words)))


def _alike(left: Set[str], right: Set[str], weights: Weights) -> bool:
    shorter = min(len(left), len(right))
    alike, within = shared(left, right, weights)
    enough = alike >= (_ALIKE if shorter >= _SHORT else _SHORT_ALIKE)
    return shorter > 1 and (enough or (within >= _WITHIN and alike >= _LEAST and shorter >= _LONG))


def _figures_alike(left: Set[str], right: Set[str], weights: Weights) -> bool:
    alike, within = shared(left, right, weights)
    enough = within >= _FIGURES_WITHIN and alike >= _FIGURES_LEAST and min(len(left), len(right)) >= _SHORT
    return alike >= _FIGURES_ALIKE or enough


def _is_negative(said: Proposition, other: Proposition, weights: Weights) -> bool:
    """Whether the clause that says most of what another claim says tells that it was not so."""
    clause = max(said.clauses, key=lambda c: weigh(c.terms & other.terms, weights), default=None)
    return clause is not None and said.is_negative(clause)


def _is_open(printed: str) -> bool:
    """Whether the words leave open what they tell of: "whether", "it was unclear if"."""
    return bool(first("left_open", printed))
