"""Opposite words as two ends of one axis, and words for a kind of thing: what two clauses have in common by sense."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache, lru_cache

from sayso.audit.claims.propositions import Clause, terms_of
from sayso.audit.wording import lists, table


def alike_by_sense(one: Clause, other: Clause) -> Iterator[tuple[Clause, Clause]]:
    """Two clauses as they are, with what one calls by its kind told so of both, and so on each axis of both.

    >>> from sayso.audit.claims.propositions import clauses
    >>> (safe,), (hit,) = clauses("the door was locked"), clauses("they had opened the door")
    >>> [(sorted(a.terms), a.negated, sorted(b.terms), b.negated) for a, b in alike_by_sense(safe, hit)][-1]
    (['door', 'open'], True, ['door', 'open'], False)
    """
    ours, theirs = of_one_kind(one, other)
    yield ours, theirs
    for axis in sorted(_ends(ours.terms).keys() & _ends(theirs.terms).keys()):
        yield _told_on(axis, ours), _told_on(axis, theirs)


def of_one_kind(one: Clause, other: Clause) -> tuple[Clause, Clause]:
    """Two clauses, with a thing called by its kind where the other does so: "hostel" and "building" as "building"."""
    return _levelled(one, other), _levelled(other, one)


def axes_of(terms: frozenset[str]) -> frozenset[str]:
    """What claims may be found by that speak of one thing in other words: their axes and the kinds of their things."""
    kinds = (kind for term in terms for kind in _kinds().get(term, frozenset()))
    return frozenset(f"axis {axis}" for axis in _ends(terms)) | frozenset(kinds)


def _levelled(clause: Clause, other: Clause) -> Clause:
    terms = set(clause.terms)
    for term in clause.terms:
        if kinds := _kinds().get(term, frozenset()) & other.terms:
            terms = terms - {term} | kinds
    return replace(clause, terms=frozenset(terms)) if terms != clause.terms else clause


def _told_on(axis: str, clause: Clause) -> Clause:
    """A clause by the first word of an axis, negated where it has a word of the other end."""
    on_axis = {term for term in clause.terms if axis in dict(_axes().get(term, ()))}
    against = _ends(clause.terms)[axis]
    focus = axis if clause.focus in on_axis else clause.focus if not against else ""
    return replace(clause, terms=clause.terms - on_axis | {axis}, negated=clause.negated != against, focus=focus)


@lru_cache(maxsize=65536)
def _ends(terms: frozenset[str]) -> Mapping[str, bool]:
    """The axes of which a clause has words of one end: whether that is the other end."""
    found: dict[str, set[bool]] = defaultdict(set)
    for term in terms:
        for axis, against in _axes().get(term, ()):
            found[axis].add(against)
    return {axis: min(ends) for axis, ends in found.items() if len(ends) == 1}


@cache
def _axes() -> Mapping[str, tuple[tuple[str, bool], ...]]:
    """The axes of each term, each named by its first term, and whether the term is of the other end."""
    found: dict[str, set[tuple[str, bool]]] = defaultdict(set)
    for line in lists("opposites"):
        ends = line.split(" / ")
        axis = min(terms_of(ends[0].split()[0]))
        for against, end in enumerate(ends):
            for term in terms_of(end):
                found[term].add((axis, bool(against)))
    return {term: tuple(sorted(axes)) for term, axes in found.items()}


@cache
def _kinds() -> Mapping[str, frozenset[str]]:
    """The terms for the kind of a thing, by the terms of such things."""
    found: dict[str, set[str]] = defaultdict(set)
    for kind, things in table("kinds").items():
        for term in terms_of(things):
            found[term] |= terms_of(kind) - {term}
    return {term: frozenset(kinds) for term, kinds in found.items()}
