"""Whether a clause negates what another says, or says it in opposite words; who said either is not asked here."""

import re
from collections.abc import Iterator, Set
from difflib import SequenceMatcher

from sayso.audit.claims.digits import numbers_differ
from sayso.audit.claims.likeness import Weights, shared, weigh
from sayso.audit.claims.poles import alike_by_sense
from sayso.audit.claims.propositions import Clause, Proposition, in_a_word, light, opposites_of, presence, terms_of
from sayso.audit.claims.times import without_times

RARE = 2.0
"""The weight of a word that singles out what is denied all by itself."""
_NEGATED, _NEXT_NEGATED, _NEGATED_LEAST = 0.7, 0.55, 0.35
"""The share that both have of the clause that says less, there or next to each other, and of all terms of both."""
_SURE, _HALF, _THIRD = 5.0, 0.55, 0.3
"""The weight of what both say, by which half of the shorter and a third of all is enough."""
_FEW = 5
"""The terms at most of a claim that is about one thing."""
_WITHIN, _WITHIN_LEAST = 0.9, 0.25
"""The same where one clause says nearly all that the other says."""
_OPPOSED, _NEXT_OPPOSED = 0.6, 0.1
"""The share of all other terms of two clauses that have opposite words; next to each other less is enough."""
_SPELT_ALIKE = 0.6
"""How much two spellings of one name have in common."""
_NO = r"(?:no(?! one\b)|none of (?:the|its|their|his|her)|not (?:a|one|any)(?: single)?)"
_BE = r"(?:was|were|is|are|has been|have been|had been|existed|exists)"
_AT = r"(?:in|at|on|over|near|inside|around|there|present|left)"
_WHAT = rf"(?P<what>(?:(?!{_AT}\b|{_BE}\b|with\b|between\b|by\b|took\b)[\w’'-]+ ?){{1,3}})"
_NONE = re.compile(
    rf"\b{_NO} {_WHAT}(?:(?:with|between|by) (?:[\w’'-]+ ){{1,3}}?)?(?:{_BE}|took place|occurred|happened)\b"
    r" ?(?P<rest>.*)",
    re.IGNORECASE,
)
_THERE = re.compile(rf"\bthere {_BE} (?:{_NO}|(?:never|not) (?:an?|any|one)) {_WHAT}", re.IGNORECASE)
_HERE = re.compile(r"\bhere\b", re.IGNORECASE)
_WITHOUT = re.compile(r"\bwithout ((?:[\w’'-]+ ?){1,3})", re.IGNORECASE)
_PLACED = re.compile(rf"{_AT}\b", re.IGNORECASE)
_NOBODY = re.compile(
    r"[“\"]?(?:that )?(?:nobody|no one|we (?:did|have|had|were|are|do) not|I (?:did|have|was|do) not)\b", re.IGNORECASE
)
_NAME = re.compile(r"(?<!^)(?<![“\"])\b[A-Z][a-z]{3,}")
_BY = re.compile(r"\bby (?:our|its|their|his|her|my) .*", re.IGNORECASE)
_SUBJECT = re.compile(
    rf"[“\"]?(?:that )?(?:(?:the|an?|this|our|their|its) )?(?:[\w’'-]+ ){{1,2}}"
    rf"(?:(?={_BE}\b|had\b|has\b|have\b)|{_AT}\b|over\b|of\b|from\b)",
    re.IGNORECASE,
)
_EVERY = re.compile(
    r"[“\"]?(?:that )?(?:every|each|all)(?: single| one)?(?: of)?(?: the| its| their| our)? (?P<what>[\w’'-]+)"
    rf"(?= (?:[\w’'-]+ ){{0,6}}(?:{_BE}|had|has|have|did)\b)",
    re.IGNORECASE,
)
_OF_NONE = re.compile(
    r"[“\"]?(?:that )?(?:nobody|no one|none of (?:them|us|those)|(?:no|not (?:one|a single)"
    r"|none of (?:the|(?P<own>its|our|their))) (?P<whom>(?:[\w’'-]+ )??[\w’'-]+)) "
    r"(?P<where>(?:in|at|on|from|among|inside|of) (?:[\w’'-]+ ){1,3}?)?"
    rf"(?=\s*(?:{_BE}|had|has|have|did|could|shown|[a-z]+ed)\b)",
    re.IGNORECASE,
)
_PEOPLE = re.compile(r"\b(?:people|persons?|m[ae]n|wom[ae]n|of them)\b", re.IGNORECASE)
_SUBJECT_OF = re.compile(
    rf"[“\"]?(?:that )?(?:[\w’'-]+ ){{1,7}}?(?={_BE}\b|had\b|has\b|have\b|did\b|would\b)", re.IGNORECASE
)
_OF_IT = re.compile(r"[“\"]?(?:that )?(?:they|it|he|she)\b", re.IGNORECASE)


def singles_out(terms: Set[str], weights: Weights) -> bool:
    """Whether terms are enough to know a claim by: two, or one that few others have."""
    return len(terms) > 1 or any(weights.get(term, 0.0) >= RARE for term in terms)


def negates(no: Clause, claim: Clause, weights: Weights, *, next_to: bool) -> bool:
    """Whether a negated clause says of nearly the same words that it was not so, or that there was none of it.

    ``next_to`` says that it is said right behind the claim.
    """
    without = _WITHOUT.search(claim.words)
    if numbers_differ(no.words, claim.words) or (without and no.focus in terms_of(without[1])):
        return False
    as_told, *on_axes = alike_by_sense(no, claim)
    pairs = [as_told, *((ours, theirs) if ours.negated else (theirs, ours) for ours, theirs in on_axes)]
    return any(_negates(ours, theirs, weights, next_to=next_to) for ours, theirs in pairs)


def _negates(no: Clause, claim: Clause, weights: Weights, *, next_to: bool) -> bool:
    if not no.negated or claim.negated:
        return False
    next_to = next_to and not (no.aside or claim.aside)
    if next_to and _negates_what_stands_by(no, claim, weights):
        return True
    if none := _none(no, next_to=next_to):
        return none <= claim.terms and _tells_of(none, no, claim, weights, next_to=next_to)
    if _of_all(no, claim) or _of_none(no, claim, weights):
        return True
    return _says_nearly_the_same(no, claim, weights, _NEXT_NEGATED if next_to else _NEGATED)


def _tells_of(none: Set[str], no: Clause, claim: Clause, weights: Weights, *, next_to: bool) -> bool:
    """Whether a claim is about what there was none of: next to it, as its subject or by its rarest word."""
    if next_to or _HERE.search(no.words):
        return next_to
    if _is_subject(none, claim) or (not _THERE.search(no.words) and singles_out(none, weights)):
        return True
    return not claim.aside and (len(none) > 1 or _are_rarest(none, claim, weights))


def _says_nearly_the_same(no: Clause, claim: Clause, weights: Weights, enough: float) -> bool:
    """Whether two clauses share what is negated and ``enough`` of the one that says less, or rare words of it."""
    denied, told = _without_times(no), _without_times(claim)
    telling = (denied & told) - light()
    if len(telling) < 2:
        return False
    both, within = shared(denied, told, weights)
    sure = no.focus in telling and weigh(telling, weights) >= _SURE
    rare = any(weights.get(term, 0.0) >= RARE for term in telling)
    least = _WITHIN_LEAST if rare and within >= _WITHIN else _NEGATED_LEAST
    focused = not no.focus or no.focus in claim.terms
    return (sure and both >= _THIRD and within >= _HALF) or (focused and both >= least and within >= enough)


def _are_rarest(none: Set[str], claim: Clause, weights: Weights) -> bool:
    """Whether nothing that a claim tells is told by fewer of its event: it is what the claim is about."""
    least = min(weights.get(term, 0.0) for term in none)
    return (
        len(claim.terms) <= _FEW
        and least >= RARE
        and least >= max(weights.get(term, 0.0) for term in claim.terms - light())
    )


def _of_all(no: Clause, claim: Clause) -> bool:
    """Whether a claim says of every one what is said not to be so of some: "every siren in the valley had sounded"."""
    found = _EVERY.match(claim.words)
    subject = terms_of(found["what"]) - light() if found else frozenset[str]()
    some = _SUBJECT_OF.match(no.words)
    if not found or not some or not subject or not subject <= terms_of(some[0]):
        return False
    told, undone = terms_of(claim.words[found.end() :]), terms_of(no.words[some.end() :])
    return no.focus in told if no.focus else bool(undone & told)


def _of_none(no: Clause, claim: Clause, weights: Weights) -> bool:
    """Whether a claim tells of somebody or something what is said to be so of none: "nobody in the hall had a gun"."""
    found = _OF_NONE.match(in_a_word(no.words))
    if not found:
        return False
    whom = terms_of(found["whom"] or "") - light()
    told = no.terms - terms_of(found[0]) - light() if whom else no.terms - terms_of(found["where"] or "") - light()
    if not told or not told <= claim.terms:
        return False
    if whom & claim.terms:
        return True
    anybody = not found["own"] and (not whom or _PEOPLE.search(claim.words) is not None)
    return anybody and any(weights.get(term, 0.0) >= RARE for term in told)


def _negates_what_stands_by(no: Clause, claim: Clause, weights: Weights) -> bool:
    """Whether a clause negates the verb of one next to it, by whose pronoun or by all of whose words it is known."""
    if (found := _NONE.search(no.words)) and (terms_of(found["rest"]) - light()) & claim.terms:
        return True
    if not no.focus or no.focus not in claim.terms:
        return False
    if _NOBODY.match(no.words) or _OF_IT.match(claim.words):
        return True
    denied, told = _without_times(no), _without_times(claim)
    return bool((denied & told) - light()) and shared(denied - light(), told - light(), weights)[1] >= _WITHIN


def _without_times(clause: Clause) -> frozenset[str]:
    return clause.terms - (terms_of(clause.words) - terms_of(without_times(clause.words)))


def _none(no: Clause, *, next_to: bool) -> frozenset[str]:
    """What a clause says there was none of, if it says no more: "no drone was in the air", "there was no convoy"."""
    if found := _THERE.search(no.words):
        return terms_of(found["what"]) - light()
    found = _NONE.search(_BY.sub("", no.words))
    what = terms_of(found["what"]) - light() if found else frozenset[str]()
    if found and (next_to or _PLACED.match(found["rest"]) or not terms_of(found["rest"]) - light() - presence() - what):
        return what
    return frozenset()


def _is_subject(none: Set[str], claim: Clause) -> bool:
    """Whether a claim tells something of what there was none of: "the market was full"."""
    found = _SUBJECT.match(claim.words)
    return found is not None and none <= terms_of(found[0])


def opposed(left: Proposition, right: Proposition, weights: Weights, *, next_to: bool) -> bool:
    """Whether two clauses have opposite words and otherwise tell of one thing, as the next claim does by itself."""
    return any(
        ours.negated == theirs.negated and _are_opposed(ours, theirs, weights, next_to=next_to)
        for ours in left.clauses for theirs in right.clauses
    )  # fmt: skip


def _are_opposed(one: Clause, other: Clause, weights: Weights, *, next_to: bool) -> bool:
    next_to = next_to and not (one.aside or other.aside)
    pointing = next_to and (_OF_IT.match(one.words) or _OF_IT.match(other.words))
    for a, b in _opposites(one, other):
        both, within = shared(one.terms - {a}, other.terms - {b}, weights)
        enough = both >= (_NEXT_OPPOSED if next_to else _OPPOSED) or (within >= _WITHIN and both >= _NEGATED_LEAST)
        if pointing or ((one.terms & other.terms) - light() and enough):
            return True
    return False


def one_name_apart(left: Proposition, right: Proposition) -> bool:
    """Whether two claims say the same of one thing but for a name: "in Talish waters", "in Anvari waters"."""
    return any(
        not ours.negated and not theirs.negated and _differ_in_a_name(ours, theirs)
        for ours in left.clauses for theirs in right.clauses
    )  # fmt: skip


def _differ_in_a_name(one: Clause, other: Clause) -> bool:
    ours, theirs = one.terms - other.terms - light(), other.terms - one.terms - light()
    if len(ours) != 1 or len(theirs) != 1 or len((one.terms & other.terms) - light()) < 2:
        return False
    spelt_alike = SequenceMatcher(None, min(ours), min(theirs), autojunk=False).ratio() >= _SPELT_ALIKE
    counted = any(map(str.isdigit, one.words + other.words))  # numbers of two places can both hold
    return ours <= _names_in(one) and theirs <= _names_in(other) and not spelt_alike and not counted


def _names_in(clause: Clause) -> frozenset[str]:
    return terms_of(" ".join(_NAME.findall(clause.words)))


def _opposites(one: Clause, other: Clause) -> Iterator[tuple[str, str]]:
    ours, theirs = one.terms - other.terms, other.terms - one.terms
    found = {(a, b) for a in ours for b in opposites_of(a) & theirs}
    yield from sorted(found | {(a, b) for b in theirs for a in opposites_of(b) & ours})
