"""Which figures a claim carries: two claims that carry figures say the same only where their figures do."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.audit.comparing.figures import Account
from sayso.audit.telling import Telling

Carried = Mapping[str, Sequence[tuple[int, str]]]
"""By article: where each figure begins, and what tells its account from others; an altered one is an account alone."""


def accounts_by_place(accounts: Iterable[Account]) -> Carried:
    """The account of every figure, by article and place."""
    found: dict[str, set[tuple[int, str]]] = defaultdict(set)
    for account in accounts:
        altered = {c.right.identity for c in account.altered}
        for telling in account.tellings:
            name = telling.iri if telling.identity in altered else account.reference.iri
            found[telling.article.iri].add((telling.span[0], name))
    return {article: sorted(places) for article, places in found.items()}


def carried_by(claim: Telling, carried: Carried) -> frozenset[str]:
    """The accounts of the figures within a claim."""
    places = carried.get(claim.article.iri, ())
    stretches = (claim.chain[0].content if claim.chain else ()) or (claim.span,)
    return frozenset(
        places[at][1]
        for start, end in stretches
        for at in range(bisect_left(places, (start, "")), bisect_left(places, (end, "")))
    )
