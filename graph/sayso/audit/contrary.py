"""Whether two claims say the contrary of one another: one is denied or negated, or they use opposite words."""

import re
from collections.abc import Iterator, Set

from sayso.audit.dates import gap
from sayso.audit.digits import numbers_differ
from sayso.audit.likeness import Weights, covered, shared
from sayso.audit.propositions import Clause, Proposition, light, opposites, terms_of
from sayso.audit.times import times_in
from sayso.audit.wording import first

_BEHIND, _BEHIND_ALONE, _APART, _ELSEWHERE = 0.4, 0.5, 0.55, 0.6
"""The share of what is denied that the claim says: next to the denial (or near it, with a second word or the name of
who denies), near it with one word alone, elsewhere in its article, in another."""
_ALL = 0.9
"""The share that a report elsewhere has to say which does not name whoever denies it of themselves."""
_NEAR, _NEXT = 250, 120
"""Characters between a claim and a denial behind it, if it is near or next to it; no claim behind a denial is near."""
_DAYS = 7
"""Days between reports of which one may deny what the other says; later, the two have to be alike as a whole."""
_ALIKE = 0.42
"""The share of all terms of both in two claims that are alike as a whole."""
_RARE = 2.0
"""The weight of a word that singles out what is denied all by itself."""
_NEGATED, _NEGATED_LEAST, _WITHIN_LEAST = 0.7, 0.35, 0.25
"""The share of a negated clause that the claim says, and of all terms of both; less where it says all of it."""
_OPPOSED = 0.6
_HAS_VERB = re.compile(r"\b(?:had|has|have|was|were|is|are|did|does|do|would|will|could|can)\b", re.IGNORECASE)
_NONE = re.compile(r"\b(?:no(?! one\b)|none of|not (?:a|one|any)(?: single)?)\b", re.IGNORECASE)
_NO_SUCH = re.compile(r"\bno (?:[\w-]+ ){1,2}(?:was|were|is|are|had|has|have|existed|exists|took)\b", re.IGNORECASE)
_OF_IT = re.compile(r"[“\"]?(?:that )?(?:they|it|he|she)\b", re.IGNORECASE)
_PRONOUNS = ("it", "they", "he", "she")


def denial_of(left: Proposition, right: Proposition, weights: Weights, *, one_root: bool) -> Proposition | None:
    """Of two claims the one that denies the other; None where neither does.

    ``one_root`` says that both are thought to rest on one word: nobody denies what they said, so that only a
    denial that answers the other, or whose speaker is a pronoun, is taken for that of another.
    """
    if answer := _answer(left, right, weights):
        return answer
    if one_root and not _may_be_another(left, right):
        return None
    if not _days_fit(left, right) and shared(left.terms, right.terms, weights)[0] < _ALIKE:
        return None
    return _denial(left, right, weights) or _negation(left, right, weights)


def _answer(left: Proposition, right: Proposition, weights: Weights) -> Proposition | None:
    """The one that points back to the other, or goes on to contest it with opposite words."""
    for denial, claim in ((right, left), (left, right)):
        if claim.telling.identity in denial.answers and (denial.denied or _contests(denial, claim, weights)):
            return denial
    return None


def _contests(said: Proposition, claim: Proposition, weights: Weights) -> bool:
    """Whether what is said behind a denial has a word opposite to one of the claim, or negates what shares a word."""
    return _opposed(said, claim, weights) or any(
        ours.negated != theirs.negated and (ours.terms & theirs.terms) - light()
        for ours in said.clauses for theirs in claim.clauses
    )  # fmt: skip


def _denial(left: Proposition, right: Proposition, weights: Weights) -> Proposition | None:
    for denial, claim in ((right, left), (left, right)):
        if denial.denied and _claims(claim) and any(_denies(denial, no, claim, weights) for no in denial.clauses):
            return denial
    return None


def _negation(left: Proposition, right: Proposition, weights: Weights) -> Proposition | None:
    if not (_claims(left) and _claims(right)):
        return None
    for denial, claim in ((right, left), (left, right)):
        near = 0 <= _distance(denial, claim) <= _NEXT
        if any(_negates(no, claim, weights, near=near) for no in denial.clauses if no.negated):
            return denial
    return right if _opposed(left, right, weights) else None


def _claims(said: Proposition) -> bool:
    return said.is_asserted and not said.denied


def _days_fit(left: Proposition, right: Proposition) -> bool:
    least, most = gap(left.telling.article.published, right.telling.article.published)
    return least <= _DAYS and most >= -_DAYS


def _denies(denial: Proposition, no: Clause, claim: Proposition, weights: Weights) -> bool:
    """Whether what is denied is in a claim, in a clause that does not deny it too."""
    affirmed = [c for c in claim.clauses if claim.is_negative(c) != denial.is_negative(no)]
    if not any((c.terms & no.terms) - light() for c in affirmed):
        return False
    if denial.answers:  # it denies what another says, as a whole
        return shared(denial.terms, claim.terms, weights)[0] >= _ALIKE
    if denial.of_self and first("involvement", denial.telling.words) and _names(claim, denial):
        return True
    together = (no.terms & claim.terms) - light()
    alike = covered(no.terms, claim.terms, denial.speaker, weights)
    if _is_near(denial, claim, together):
        close = _distance(denial, claim) <= _NEXT or len(together) > 1 or denial.speaker & claim.terms
        return alike >= (_BEHIND if close else _BEHIND_ALONE)
    if denial.telling.article.iri == claim.telling.article.iri:
        return alike >= _APART and _singles_out(together, weights)
    return _denies_elsewhere(denial, no, claim, weights)


def _denies_elsewhere(denial: Proposition, no: Clause, claim: Proposition, weights: Weights) -> bool:
    """The same of a report elsewhere: of what a speaker denies of themselves it has to say that it was they."""
    together = (no.terms & claim.terms) - light()
    alike = covered(no.terms, claim.terms, denial.speaker, weights)
    if denial.of_self and not denial.speaker & claim.terms:
        return alike >= _ALL and len(together) > 1 and all(weights.get(term, 0.0) >= _RARE for term in together)
    return bool(_HAS_VERB.search(no.words)) and alike >= _ELSEWHERE and _singles_out(together, weights)


def _names(claim: Proposition, denial: Proposition) -> bool:
    """Whether a claim names who denies: by most words of the name."""
    name = terms_of(denial.telling.root.name) or denial.speaker
    return bool(name) and len(name & claim.terms) * 2 > len(name)


def _is_near(denial: Proposition, claim: Proposition, together: Set[str]) -> bool:
    """Whether a denial stands behind a claim that is near, or right before one that shares more than a word with it."""
    return 0 <= _distance(denial, claim) <= _NEAR or (0 <= _distance(claim, denial) <= _NEXT and len(together) > 1)


def _singles_out(terms: Set[str], weights: Weights) -> bool:
    """Whether what a claim shares with a denial is enough to know it by: two terms, or one that few others have."""
    return len(terms) > 1 or any(weights.get(term, 0.0) >= _RARE for term in terms)


def _negates(no: Clause, claim: Proposition, weights: Weights, *, near: bool) -> bool:
    """Whether a negated clause says of nearly the same words that it was not so, or that there was none of it.

    ``near`` says that it stands next behind the claim.
    """
    denied = no.terms - terms_of(" ".join(times_in(no.words)))
    for clause in claim.clauses:
        if clause.negated or (no.focus and no.focus not in clause.terms) or numbers_differ(no.words, clause.words):
            continue
        both, _ = shared(denied, clause.terms, weights)
        telling = (denied & clause.terms) - light()
        none = (_NO_SUCH if near else _NONE).search(no.words)
        if none and no.focus in telling and (near or denied - light() == {no.focus}):
            return _singles_out({no.focus}, weights)
        within = covered(denied, clause.terms, frozenset(), weights)
        rare = any(weights.get(term, 0.0) >= _RARE for term in telling)
        least = _WITHIN_LEAST if rare and within >= _ALL else _NEGATED_LEAST
        if len(telling) > 1 and both >= least and within >= _NEGATED:
            return True
    return False


def _opposed(left: Proposition, right: Proposition, weights: Weights) -> bool:
    """Whether two clauses have opposite words and otherwise tell of one thing, as the next claim by another does."""
    next_to = 0 <= max(_distance(left, right), _distance(right, left)) <= _NEXT
    least = 0.0 if next_to or left.answers or right.answers else _OPPOSED
    return any(
        ours.negated == theirs.negated and _are_opposed(ours, theirs, weights, least)
        for ours in left.clauses for theirs in right.clauses
    )  # fmt: skip


def _are_opposed(one: Clause, other: Clause, weights: Weights, least: float) -> bool:
    pointing = least == 0.0 and (_OF_IT.match(one.words) or _OF_IT.match(other.words))
    for a, b in _opposites(one, other):
        both, _ = shared(one.terms - {a}, other.terms - {b}, weights)
        if pointing or ((one.terms & other.terms) - light() and both >= least):
            return True
    return False


def _opposites(one: Clause, other: Clause) -> Iterator[tuple[str, str]]:
    for a in sorted(one.terms - other.terms):
        for b in sorted(other.terms - one.terms):
            if frozenset((a, b)) in opposites():
                yield a, b


def _distance(later: Proposition, earlier: Proposition) -> int:
    """Characters from the end of one claim to the start of another in its article; negative where it is not there."""
    one, other = later.telling, earlier.telling
    return one.span[0] - other.span[1] if one.article.iri == other.article.iri else -1


def _may_be_another(left: Proposition, right: Proposition) -> bool:
    """Whether the denial is told of a pronoun behind the claim: nobody denies what they have just said."""
    denial = (right if right.denied else left).telling
    printed = " ".join(denial.article.text[a:b] for link in denial.chain[-1:] for a, b in link.source)
    return left.telling.article.iri == right.telling.article.iri and printed.casefold() in _PRONOUNS
