"""Compares what was said where no number is given: the same again in other words, altered by a relay, denied.

Candidates are claims of one event that share content words; common words of an event are no reason to compare.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from types import MappingProxyType

from sayso.audit.claims.changes import changes_of, hearer, passes_on, sentence_of
from sayso.audit.claims.contrary import denial_of
from sayso.audit.claims.denials import meant
from sayso.audit.claims.likeness import Weights, weights
from sayso.audit.claims.paraphrase import say_the_same
from sayso.audit.claims.poles import axes_of
from sayso.audit.claims.propositions import Proposition, proposition, terms_of, with_opposite
from sayso.audit.claims.rivals import answers
from sayso.audit.comparing.carrying import Carried
from sayso.audit.comparing.comparison import Comparison
from sayso.audit.comparing.occasions import DAYS_OF_AN_OCCASION, cites, one_occasion
from sayso.audit.comparing.standing import Relation, relate
from sayso.audit.telling import Telling
from sayso.audit.told.dates import may_be_within

_COMMON = 40
"""How many claims before it one is compared with, of those that share a word."""
_NOT_SAID = ("asks", "declines")


@dataclass(frozen=True)
class _Event:
    """What the claims of an event are compared by: how much each word tells, and which figures stand where."""

    weights: Weights
    copied: Mapping[str, str]
    carried: Carried = field(default_factory=dict)


def compare_claims(
    tellings: Iterable[Telling], copied: Mapping[str, str], carried: Carried = MappingProxyType({})
) -> list[Comparison]:
    """The comparisons of claims that have a verdict, in a settled order; most pairs say nothing of each other.

    ``copied`` maps articles to the first of their wire copies, ``carried`` tells which figures stand where.
    """
    by_event: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        by_event[telling.event].append(telling)
    found = {}
    for told in by_event.values():
        said = _propositions(told)
        event = _Event(weights(said), copied, carried)
        for one, other in _candidates(said):
            if comparison := _compared(one, other, event):
                found[comparison.name] = comparison
    return sorted(found.values(), key=lambda c: (c.left.event, c.left.order, c.right.order, c.name))


def compare_claim(one: Telling, other: Telling, copied: Mapping[str, str]) -> Comparison | None:
    """How two claims lie to each other; None where neither repeats or denies the other."""
    ours, theirs = said = _propositions([one, other])
    return _compared(ours, theirs, _Event(weights(said), copied))


def _propositions(tellings: Iterable[Telling]) -> list[Proposition]:
    by_article: dict[str, list[Proposition]] = defaultdict(list)
    for telling in tellings:
        by_article[telling.article.iri].append(proposition(telling))
    said = [p for told in by_article.values() for p in meant(told)]
    return sorted(said, key=lambda p: (p.telling.order, p.telling.identity))


def _compared(one: Proposition, other: Proposition, event: _Event) -> Comparison | None:
    left, right = sorted((one, other), key=_order)
    if any(p.telling.chain and p.telling.chain[-1].stance in _NOT_SAID for p in (left, right)):
        return None
    same_text = left.telling.article.iri == right.telling.article.iri
    if same_text and _overlap(left.telling, right.telling):
        return None
    standing = relate(left.telling, right.telling, event.copied)
    one_name = left.telling.root.name.casefold() == right.telling.root.name.casefold() != ""
    one_root = standing.is_one or one_name or bool(_one_mouth(left.telling, right.telling))
    if denial := denial_of(left, right, event.weights, one_root=one_root):
        who = denial.telling.root.name or "the second"
        told = "denies what the other says" if denial.denied or denial.answers else "says the contrary"
        reason = f"{who} {told} ({standing.reason})"
        return Comparison(left.telling, right.telling, "contradicts", reason)
    return None if same_text else _repeated(left, right, standing, event)


def _order(said: Proposition) -> tuple[object, ...]:
    """Sorts claims by when they were told; of one day, first what a relay drops: a hedge, and who said it to whom."""
    telling = said.telling
    return (
        telling.article.published[:10],
        not telling.certainty,
        telling.root.status != "unnamed" and not hearer(telling),
        -len(telling.chain),
        telling.told_on,
        telling.article.published,
        telling.iri,
    )


def _repeated(left: Proposition, right: Proposition, standing: Relation, event: _Event) -> Comparison | None:
    """That the second repeats the first, as it was or altered; None where they do not say the same of one root."""
    one, other = left.telling, right.telling
    if not standing.is_one and (shared_source := _one_mouth(one, other) or _one_house(one, other)):
        standing = Relation("same", f"shared source: {shared_source}")
    passed_on = passes_on(one, other)
    if not (standing.is_one or passed_on or cites(one, other)):
        return None
    if not say_the_same(left, right, event.weights, event.carried, relayed=passed_on):
        return None
    changes = changes_of(left, right, event.weights)
    same_day = one.article.published[:10] == other.article.published[:10]
    if not changes and same_day and (changes := changes_of(right, left, event.weights)):
        one, other = other, one  # of one day, the one that says less took from the other
    if changes and _one_saying(one, other):
        told = "; ".join(map(str, changes))
        return Comparison(one, other, "alters", f"{standing.reason}, and the relay changed {told}", changes)
    if any(change.what == "date" for change in changes) or not standing.is_one:
        return None
    return Comparison(one, other, "restates", f"{standing.reason}, in the same or nearly the same words")


def _one_mouth(left: Telling, right: Telling) -> str:
    """The person who is told to have said both, whatever body each article has them speak for; else empty."""
    ours, theirs = (t.chain[-1] if t.chain else None for t in (left, right))
    same = ours is not None and theirs is not None and ours.kind == "Person" and ours.key == theirs.key != ""
    return ours.speaker if same and ours else ""


def _one_house(left: Telling, right: Telling) -> str:
    """The body that says the one, where the other is said by a person whom its sentence calls one of that body."""
    for person, body in ((left, right), (right, left)):
        if person.chain and body.chain and person.chain[-1].kind == "Person" and body.chain[-1].kind != "Person":
            printed = terms_of(" ".join(body.article.text[a:b] for a, b in body.chain[-1].source))
            if len(printed) > 1 and body.root.status == "named" and printed <= terms_of(sentence_of(person)):
                return body.root.name
    return ""


def _one_saying(left: Telling, right: Telling) -> bool:
    """Whether claims in nearly the same words may tell of one act of saying: told within days, if not said on two."""
    near = may_be_within(left.told_on, right.told_on, DAYS_OF_AN_OCCASION)
    return one_occasion(left, right) or (near and not (left.said_on and right.said_on))


def _candidates(told: Sequence[Proposition]) -> Iterator[tuple[Proposition, Proposition]]:
    """Pairs that share two content words that are not common in the event, or one with a denial, and neighbours."""
    holders: dict[str, list[int]] = defaultdict(list)
    for at, said in enumerate(told):
        counts: dict[int, int] = defaultdict(int)
        for word in sorted(said.terms | axes_of(said.terms)):
            for other in holders[word][-_COMMON:]:
                counts[other] += 1
            holders[word].append(at)
        for other, together in sorted(counts.items()):
            if (
                together > 1
                or _may_rival(said, told[other])
                or _may_deny(said)
                or _may_deny(told[other])
                or _may_be_opposed(said, told[other])
            ):
                yield told[other], said
    yield from _neighbours(told)


def _neighbours(told: Sequence[Proposition]) -> Iterator[tuple[Proposition, Proposition]]:
    """Each claim with the next of its article, which may say the contrary in words of its own."""
    ordered = sorted(told, key=lambda p: (p.telling.article.iri, p.telling.span, p.telling.identity))
    return ((one, other) for one, other in pairwise(ordered) if one.telling.article.iri == other.telling.article.iri)


def _may_deny(said: Proposition) -> bool:
    return said.denied or bool(said.answers) or any(clause.negated for clause in said.clauses)


def _may_be_opposed(one: Proposition, other: Proposition) -> bool:
    return bool(one.terms & with_opposite()) and bool(other.terms & with_opposite())


def _may_rival(one: Proposition, other: Proposition) -> bool:
    return all(any(True for clause in said.clauses for _ in answers(clause)) for said in (one, other))


def _overlap(left: Telling, right: Telling) -> bool:
    return left.span[0] < right.span[1] and right.span[0] < left.span[1]
