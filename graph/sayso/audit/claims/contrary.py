"""Whether two claims say the contrary of one another: one is denied or negated, or they use opposite words."""

import re
from collections.abc import Set

from sayso.audit.claims.accusing import names
from sayso.audit.claims.likeness import Weights, covered, shared
from sayso.audit.claims.negation import RARE, negates, one_name_apart, opposed, singles_out
from sayso.audit.claims.propositions import Clause, Proposition, clauses, light, terms_of
from sayso.audit.claims.rivals import called_otherwise, rival
from sayso.audit.told.dates import may_be_within
from sayso.audit.wording import first

_BEHIND, _BEHIND_ALONE, _APART, _ELSEWHERE = 0.4, 0.5, 0.55, 0.6
"""The share of what is denied that the claim says: next to the denial (or near it, with a second word or the name of
who denies), near it with one word alone, elsewhere in its article, in another."""
_ACCUSED = 0.25
"""The share of a negated clause that a claim says which names whoever negates it right behind."""
_ALL = 0.9
"""The share that a report elsewhere has to say which does not name whoever denies it of themselves."""
_NEAR, _NEXT = 250, 120
"""Characters between a claim and a denial behind it, if it is near or next to it; no claim behind a denial is near."""
_FEW = 2
_DAYS = 7
"""Days between reports of which one may deny what the other says; later, the two have to be alike as a whole."""
_ALIKE = 0.42
"""The share of all terms of both in two claims that are alike as a whole."""
_HAS_VERB = re.compile(r"\b(?:had|has|have|was|were|is|are|did|does|do|would|will|could|can)\b", re.IGNORECASE)
_HAVING_SAID = re.compile(
    r"(?:that )?(?:it|they|he|she|we|I) (?:had|has|have|did) (?:ever |once )?"
    r"(?:told|tell|said|say|written|write|(?:promise|order|assure|claim|warn|offer)(?:e?d)?)\b"
    r"|(?:ever )?(?:having )?(?:told|telling|saying|said|writing|written|(?:promis|order|claim)(?:ing|ed))\b",
    re.IGNORECASE,
)
_GERUND = re.compile(r"[a-z]+ing\b")
_ANY = re.compile(r"\bthere (?:was|were|is|are|had been|has been) any (?P<what>[\w’'-]+)", re.IGNORECASE)
_SUCH = re.compile(
    r"\b(?:having|kept|keeping|had|used|using|sent|placed|put|held|stored|hidden|moved) any (?P<what>[\w’'-]+)"
)
_ANY_OF = re.compile(r"\bany ([\w’'-]+)", re.IGNORECASE)
_OF_ANY = re.compile(r"(?:that )?(?:any|a single) (?:of (?:the|its|their) )?", re.IGNORECASE)
_OURS = re.compile(r"[“\"](?:We|I|Our|My)\b")
_SUCH_A = re.compile(r"\bsuch (?:an? )?(?P<what>[\w’'-]+)", re.IGNORECASE)
_PRONOUNS = ("it", "they", "he", "she")


def denial_of(left: Proposition, right: Proposition, weights: Weights, *, one_root: bool) -> Proposition | None:
    """Of two claims the one that denies the other; None where neither does.

    ``one_root`` says that both are thought to rest on one word: nobody denies what they said, so that only a
    denial that answers the other, or whose speaker is a pronoun, is taken for that of another.
    """
    if answer := _answer(left, right, weights):
        return answer
    if denial := _disowned(left, right, weights):
        return denial
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


def _disowned(left: Proposition, right: Proposition, weights: Weights) -> Proposition | None:
    """The one in which somebody denies having said what another has them say: "denied that it had told anyone …"."""
    for denial, claim in ((right, left), (left, right)):
        chain, own = claim.telling.chain, denial.telling.chain
        relayed = len(chain) > 1 and own and chain[-1].key == own[-1].key != chain[0].key
        said = denial.denied and denial.of_self and _HAVING_SAID.match(denial.telling.words)
        if relayed and said and shared(denial.terms, claim.terms, weights)[0] >= _ALIKE:
            return denial
    return None


def _contests(said: Proposition, claim: Proposition, weights: Weights) -> bool:
    """Whether what is said behind a denial has a word opposite to one of the claim, or negates what shares a word."""
    ours = _OURS.match(said.telling.words) is not None and any(clause.negated for clause in said.clauses)
    return ours or opposed(said, claim, weights, next_to=True) or _negates_a_word(said, claim, weights)


def _denial(left: Proposition, right: Proposition, weights: Weights) -> Proposition | None:
    for denial, claim in ((right, left), (left, right)):
        if (
            denial.denied
            and denial.is_asserted
            and _claims(claim)
            and any(
                _denies(denial, no, claim, weights) or _denies_of_any(no, claim, weights)
                for no in denial.clauses
                if not no.aside
            )
        ):
            return denial
    return None


def _denies_of_any(no: Clause, claim: Proposition, weights: Weights) -> bool:
    """Whether a claim tells of one what is denied of any: "any detainee had been mistreated"."""
    found = _OF_ANY.match(no.words)
    none = clauses(f"no {no.words[found.end() :]}") if found and not no.negated else ()
    return any(negates(ours, theirs, weights, next_to=False) for ours in none for theirs in claim.clauses)


def _negation(left: Proposition, right: Proposition, weights: Weights) -> Proposition | None:
    if not (_claims(left) and _claims(right)):
        return None
    next_to = 0 <= max(_distance(left, right), _distance(right, left)) <= _NEXT
    for denial, claim in ((right, left), (left, right)):
        if _is_accused(denial, claim, weights, next_to=next_to) or any(
            negates(no, clause, weights, next_to=next_to) for no in denial.clauses for clause in claim.clauses
        ):
            return denial
    contrary = opposed(left, right, weights, next_to=next_to) or one_name_apart(left, right)
    otherwise = rival(left, right, next_to=next_to) or (next_to and called_otherwise(left, right))
    return right if contrary or otherwise else None


def _is_accused(denial: Proposition, claim: Proposition, weights: Weights, *, next_to: bool) -> bool:
    """Whether a claim names whoever negates it: next to it a part of that is enough, elsewhere the most of it."""
    if not names(claim, denial.telling):
        return False
    if next_to:
        return _negates_a_word(denial, claim, weights, _ACCUSED)
    done = any(no.negated and no.focus in claim.terms for no in denial.clauses)
    return done and _negates_a_word(denial, claim, weights, _ELSEWHERE)


def _negates_a_word(said: Proposition, claim: Proposition, weights: Weights, least: float = 0.0) -> bool:
    """Whether a clause negates what shares a word with a claim, and at least that share of its own."""
    return any(
        ours.negated and not theirs.negated and (ours.terms & theirs.terms) - light()
        and covered(ours.terms, theirs.terms, frozenset(), weights) >= least
        for ours in said.clauses for theirs in claim.clauses
    )  # fmt: skip


def _claims(said: Proposition) -> bool:
    return said.is_asserted and not said.denied


def _days_fit(left: Proposition, right: Proposition) -> bool:
    return may_be_within(left.telling.article.published, right.telling.article.published, _DAYS)


def _denies(denial: Proposition, no: Clause, claim: Proposition, weights: Weights) -> bool:
    """Whether what is denied is in a claim, in a clause that does not deny it too."""
    affirmed = [c for c in claim.clauses if claim.is_negative(c) != denial.is_negative(no)]
    if not any((c.terms & no.terms) - light() for c in affirmed):
        return False
    if denial.answers:  # it denies what another says, as a whole
        return shared(denial.terms, claim.terms, weights)[0] >= _ALIKE
    if denial.of_self and names(claim, denial.telling):
        any_ = _ANY_OF.search(no.words)
        if first("involvement", denial.telling.words) or (any_ and terms_of(any_[1]) & claim.terms):
            return True
    together = (no.terms & claim.terms) - light()
    if _is_near(denial, claim, together):
        return _denies_nearby(denial, no, claim, weights)
    if denial.telling.article.iri != claim.telling.article.iri:
        return _denies_elsewhere(denial, no, claim, weights)
    alike = covered(no.terms, claim.terms, denial.speaker, weights)
    return alike >= _APART and singles_out(together, weights)


def _denies_nearby(denial: Proposition, no: Clause, claim: Proposition, weights: Weights) -> bool:
    """The same of a claim next to the denial: less has to be said again there, or that there was any such thing."""
    together = (no.terms & claim.terms) - light()
    found = _ANY.search(no.words) or _SUCH_A.search(no.words)
    if found and terms_of(found["what"]) <= together:
        return True
    close = _distance(denial, claim) <= _NEXT or len(together) > 1 or denial.speaker & claim.terms
    return covered(no.terms, claim.terms, denial.speaker, weights) >= (_BEHIND if close else _BEHIND_ALONE)


def _denies_elsewhere(denial: Proposition, no: Clause, claim: Proposition, weights: Weights) -> bool:
    """The same of a report elsewhere: of what a speaker denies of themselves it has to say that it was they."""
    together = (no.terms & claim.terms) - light()
    alike = covered(no.terms, claim.terms, denial.speaker, weights)
    if denial.of_self and not denial.speaker & claim.terms:
        return alike >= _ALL and len(together) > 1 and all(weights.get(term, 0.0) >= RARE for term in together)
    if denial.of_self and (found := _SUCH.search(no.words)) and terms_of(found["what"]) <= together:
        return names(claim, denial.telling)
    told = _HAS_VERB.search(no.words) or _GERUND.match(no.words)
    if len(no.terms - light()) <= _FEW and len(together) < len(no.terms - light()):
        return False  # of "any troops had been sent" neither word can be left out
    return bool(told) and alike >= _ELSEWHERE and singles_out(together, weights)


def _is_near(denial: Proposition, claim: Proposition, together: Set[str]) -> bool:
    """Whether a denial stands behind a claim that is near, or right before one that shares more than a word with it."""
    return 0 <= _distance(denial, claim) <= _NEAR or (0 <= _distance(claim, denial) <= _NEXT and len(together) > 1)


def _distance(later: Proposition, earlier: Proposition) -> int:
    """Characters from the end of one claim to the start of another in its article; negative where it is not there."""
    one, other = later.telling, earlier.telling
    return one.span[0] - other.span[1] if one.article.iri == other.article.iri else -1


def _may_be_another(left: Proposition, right: Proposition) -> bool:
    """Whether the denial is told of a pronoun behind the claim: nobody denies what they have just said."""
    if not (left.denied or right.denied):
        return False
    denial = (right if right.denied else left).telling
    printed = " ".join(denial.article.text[a:b] for link in denial.chain[-1:] for a, b in link.source)
    return left.telling.article.iri == right.telling.article.iri and printed.casefold() in _PRONOUNS
