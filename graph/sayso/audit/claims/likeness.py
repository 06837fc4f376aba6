"""How much two claims say alike: the share of their terms that both have, rare ones of the event counting most."""

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from math import log

from sayso.audit.claims.propositions import Proposition, light

_PRIOR = 10
"""Claims that are thought to stand beside those of an event: in a handful, even what all share says something."""
_LIGHT = 0.25
"""What a verb weighs that says little but that something is so."""
Weights = Mapping[str, float]


def weights(told: Iterable[Proposition]) -> Weights:
    """The weight of each term of an event: the higher, the fewer claims in other words have it (idf)."""
    by_words = {p.telling.words: p.terms for p in told}
    spread = Counter(term for terms in by_words.values() for term in terms)
    return {
        term: log(1 + (len(by_words) + _PRIOR) / count) * (_LIGHT if term in light() else 1.0)
        for term, count in spread.items()
    }


def weigh(terms: Iterable[str], weight: Weights) -> float:
    """The weight of terms together."""
    return sum(weight.get(term, 1.0) for term in terms)


def shared(one: Set[str], other: Set[str], weight: Weights) -> tuple[float, float]:
    """The share of what both have in all that either has, and in the one that says less (0 to 1)."""
    both = weigh(one & other, weight)
    least = min(weigh(one, weight), weigh(other, weight))
    return both / (weigh(one | other, weight) or 1.0), both / (least or 1.0)


def covered(denied: Set[str], claim: Set[str], speaker: Set[str], weight: Weights) -> float:
    """The share of what is denied that a claim says; that it names who denies counts for it, never against it."""
    if not denied:
        return 0.0
    named = weigh(denied, weight) / len(denied) if speaker & claim - denied else 0.0
    return (weigh(denied & claim, weight) + named) / (weigh(denied, weight) + named)
