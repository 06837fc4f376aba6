"""Compares what was said where no number is given: the same words again, a hedge dropped, a denial.

Candidates are claims of one event that share content words; common words of an event are no reason to compare.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from functools import lru_cache

from sayso.audit.altering import Change
from sayso.audit.comparison import Comparison
from sayso.audit.dates import gap
from sayso.audit.occasions import DAYS_OF_AN_OCCASION, one_occasion
from sayso.audit.standing import relate
from sayso.audit.telling import Telling
from sayso.audit.topics import stem
from sayso.audit.wording import words as listed

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_DIGITS = re.compile(r"\d[\d,.]*\d|\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_COMMON = 40
_ALIKE, _WITHIN, _DENIED = 0.5, 0.75, 0.6
_FEWEST, _SHORT, _LEAST = 2, 3, 4
_NEXT_TO, _NEAR = 0.5, 250
_STEM = 6
_NEGATIONS = frozenset(("no", "not", "never", "nobody", "none", "neither", "nor"))
_CONTRAST = re.compile(
    r"(?:,|\band|\bbut|\bif) not\b|\bnot only\b|\bno (?:more|fewer|less|later|longer) than\b", re.IGNORECASE
)


def compare_claims(tellings: Iterable[Telling], copied: Mapping[str, str]) -> list[Comparison]:
    """The comparisons of claims that have a verdict, in a settled order; most pairs say nothing of each other."""
    by_event: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        by_event[telling.event].append(telling)
    found = {}
    for told in by_event.values():
        for one, other in _candidates(told):
            if comparison := compare_claim(one, other, copied):
                found[comparison.name] = comparison
    return sorted(found.values(), key=lambda c: (c.left.event, c.left.order, c.right.order, c.name))


def compare_claim(one: Telling, other: Telling, copied: Mapping[str, str]) -> Comparison | None:
    """How two claims lie to each other; None where neither repeats or denies the other."""
    left, right = sorted((one, other), key=_order)
    if left.article.iri == right.article.iri and _overlap(left, right):
        return None
    standing = relate(left, right, copied)
    opposed = _is_denied(left) != _is_denied(right)
    if opposed and (not standing.is_one or _may_be_another(left, right)) and _of_one_thing(left, right):
        denial = next(t for t in (left, right) if _is_denied(t))
        reason = f"{denial.root.name or 'the second'} denies what the other says ({standing.reason})"
        return Comparison(left, right, "contradicts", reason)
    if (
        opposed
        or not standing.is_one
        or left.article.iri == right.article.iri
        or not are_alike(left.words, right.words)
    ):
        return None
    if left.certainty and not right.certainty and _one_saying(left, right):
        change = Change("hedge", left.certainty.replace("-", " "), "plain fact")
        return Comparison(left, right, "alters", f"{standing.reason}, and the relay changed {change}", (change,))
    return Comparison(left, right, "restates", f"{standing.reason}, in the same or nearly the same words")


def _order(telling: Telling) -> tuple[object, ...]:
    """Sorts claims by when they were told; of one day, the one that hedges first, since a relay drops a hedge."""
    return telling.told_on, telling.article.published, not telling.certainty, telling.iri


def _one_saying(left: Telling, right: Telling) -> bool:
    """Whether claims in nearly the same words may tell of one act of saying: told within days, if not said on two."""
    least, most = gap(left.told_on, right.told_on)
    near = least <= DAYS_OF_AN_OCCASION and most >= -DAYS_OF_AN_OCCASION
    return one_occasion(left, right) or (near and not (left.said_on and right.said_on))


def are_alike(left: str, right: str) -> bool:
    """Whether two claims say the same in nearly the same words, or one says it within more words.

    >>> are_alike("the bridge would close on Monday for repairs", "that the bridge will close for repairs on Monday")
    True
    """
    one, other = stems(left), stems(right)
    shared, smaller = len(one & other), min(len(one), len(other))
    if _numbers_differ(left, right) or smaller < _FEWEST:
        return False
    if smaller < _LEAST:
        return one == other if smaller < _SHORT else abs(len(one) - len(other)) <= 1 and shared == smaller
    return shared / len(one | other) >= _ALIKE or shared / smaller >= _WITHIN


def quotes_differ(left: str, right: str) -> bool:
    """Whether two quotations are of the same words and do not give them alike; one may be cut short.

    >>> quotes_differ("“We dug with roasting tins until dawn.”", "“We dug with kitchen tins until dawn.”")
    True
    """
    one, other = ([w.casefold() for w in _WORD.findall(t)] for t in (left, right))
    short, long = sorted((one, other), key=len)
    if len(short) < _LEAST or f" {' '.join(short)} " in f" {' '.join(long)} ":
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    shared = sum(block.size for block in matcher.get_matching_blocks())
    return shared / len(short) >= _ALIKE and stems(left) != stems(right)


@lru_cache(maxsize=65536)
def stems(words: str) -> frozenset[str]:
    """The stems of the content words of a claim; hedges and negations are none of them."""
    found = (w.casefold().removesuffix("’s").removesuffix("'s") for w in _WORD.findall(words))
    return frozenset(stem(w)[:_STEM] for w in found if len(w) > 2 and w not in listed("empty_words"))


def _numbers_differ(left: str, right: str) -> bool:
    """Whether two claims give other numbers, or one of them a year that the other has not."""
    one, other = (frozenset(_DIGITS.findall(words)) for words in (left, right))
    return bool(one and other) and (not (one <= other or other <= one) or any(map(_YEAR.fullmatch, one ^ other)))


def _is_denied(telling: Telling) -> bool:
    """Whether what the words tell is said not to be so; who denies that nothing happened says that it did."""
    return (telling.chain[-1].stance == "denies") != _is_negated(telling.words)


def _is_negated(words: str) -> bool:
    told = _CONTRAST.sub(" ", words)
    return any(w.casefold() in _NEGATIONS or w.casefold().endswith(("n't", "n’t")) for w in _WORD.findall(told))


def _may_be_another(left: Telling, right: Telling) -> bool:
    """Whether the denial is told of a pronoun right behind the claim: nobody denies what they have just said."""
    denial = right if right.chain[-1].stance == "denies" else left
    printed = " ".join(denial.article.text[a:b] for a, b in denial.chain[-1].source)
    return left.article.iri == right.article.iri and printed.casefold() in ("it", "they", "he", "she")


def _of_one_thing(left: Telling, right: Telling) -> bool:
    """Whether two opposed claims are of one thing: most of what is denied is in the other.

    Right behind a claim and in its article, one word is enough: "A gas alarm rang." "The company denied any alarm."
    """
    if any(t.chain[-1].stance in ("asks", "declines") for t in (left, right)):
        return False
    denial, claim = (left, right) if left.chain[-1].stance == "denies" else (right, left)
    denied, said = stems(denial.words), stems(claim.words)
    shared = denied & said
    if denial.chain[-1].stance != "denies":  # negated, not denied: nearly the same words
        return are_alike(left.words, right.words)
    behind = denial.article.iri == claim.article.iri and 0 <= denial.span[0] - claim.span[1] <= _NEAR
    least = (1, _NEXT_TO) if behind else (2, _DENIED)
    return len(shared) >= least[0] and len(shared) / (len(denied) or 1) >= least[1]


def _candidates(told: Iterable[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Pairs that share two content words that are not common in the event; with a denial, one."""
    ordered = sorted(told, key=lambda t: (t.order, t.identity))
    holders: dict[str, list[int]] = defaultdict(list)
    for at, telling in enumerate(ordered):
        counts: dict[int, int] = defaultdict(int)
        for word in sorted(stems(telling.words)):
            for other in holders[word][-_COMMON:]:
                counts[other] += 1
            holders[word].append(at)
        denies = telling.chain[-1].stance == "denies"
        for other, shared in sorted(counts.items()):
            if shared > 1 or denies or ordered[other].chain[-1].stance == "denies":
                yield ordered[other], telling


def _overlap(left: Telling, right: Telling) -> bool:
    return left.span[0] < right.span[1] and right.span[0] < left.span[1]
