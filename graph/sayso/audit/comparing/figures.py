"""Compares the figures of a store: candidates by event, kind and root; accounts first, then account with account.

An account is one number that one root gave, with every telling of it. Each telling is compared with the
account's reference, and accounts with one another, so that the work grows with the number of tellings and not
with its square. A relay that altered a figure is compared with what it altered, and with nothing else: what
would follow from its number was never said by the root.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from sayso.audit.comparing.comparison import Comparison, compare
from sayso.audit.comparing.standing import groups
from sayso.audit.telling import Telling
from sayso.audit.told.populations import singles_out


@dataclass(frozen=True, slots=True)
class Account:
    """One figure on one word: ``reference`` is the telling nearest to its root, ``relays`` are all others.

    ``altered`` holds those relays that changed something, each with the comparison that says what.
    """

    reference: Telling
    relays: tuple[Telling, ...] = ()
    altered: tuple[Comparison, ...] = ()

    @property
    def tellings(self) -> tuple[Telling, ...]:
        """All tellings, the reference first."""
        return (self.reference, *self.relays)


@dataclass(frozen=True, slots=True)
class Compared:
    """All accounts of a store, and every comparison that was made; both in a settled order."""

    accounts: tuple[Account, ...]
    comparisons: tuple[Comparison, ...]


def compare_all(tellings: Iterable[Telling], copied: Mapping[str, str]) -> Compared:
    """The accounts and the comparisons among tellings of one event and of kinds that can bear on each other."""
    accounts: list[Account] = []
    comparisons: list[Comparison] = []
    for family in _families(tellings, copied):
        made, within = _accounts(family, copied)
        accounts += made
        comparisons += within
    accounts.sort(key=lambda a: (a.reference.event, a.reference.kind, a.reference.order))
    comparisons += _across(accounts, copied)
    ordered = sorted(
        {c.name: c for c in comparisons}.values(), key=lambda c: (c.left.event, c.left.order, c.right.order)
    )
    return Compared(tuple(accounts), tuple(ordered))


def _families(tellings: Iterable[Telling], copied: Mapping[str, str]) -> Iterator[list[Telling]]:
    """Tellings of one event that rest on one word and print one number, whatever they say it counts."""
    by_event: dict[tuple[str, str], list[Telling]] = defaultdict(list)
    for telling in tellings:
        by_event[telling.event, telling.unit].append(telling)
    for _, told in sorted(by_event.items()):
        for group in groups(told, copied):
            families: dict[float | None, list[Telling]] = defaultdict(list)
            for telling in group.tellings:
                families[telling.low if telling.low is not None else telling.high].append(telling)
            yield from families.values()


def _accounts(family: Sequence[Telling], copied: Mapping[str, str]) -> tuple[list[Account], list[Comparison]]:
    """The accounts of a family: its reference with all that restate or alter it, then the same of the rest."""
    accounts, comparisons, left = [], [], list(family)
    while left:
        reference = _reference(left)
        relays: list[Telling] = []
        altered: list[Comparison] = []
        rest: list[Telling] = []
        for telling in left:
            if telling is reference:
                continue
            found = compare(reference, telling, copied, by_date=False)
            comparisons.append(found)
            same_text = telling.article.iri == reference.article.iri and telling.kind == reference.kind
            if found.verdict == "alters":
                altered.append(found)
            (relays if found.verdict in ("restates", "alters") or same_text else rest).append(telling)
        accounts.append(Account(reference, tuple(relays), tuple(altered)))
        left = rest
    return accounts, comparisons


def _reference(family: Sequence[Telling]) -> Telling:
    """The telling that the others are measured by: of the kind that most articles tell, the one nearest its root."""
    articles = {(t.kind, t.article.iri) for t in family}
    told = Counter(kind for kind, _ in articles)
    most = max(told.values())
    first = {kind: min(t.order for t in family if t.kind == kind) for kind in told}
    kind = min((k for k in told if told[k] == most), key=lambda k: first[k])
    fitting = [t for t in family if t.kind == kind]
    return min(fitting, key=_farness)


def _farness(telling: Telling) -> tuple[object, ...]:
    """Sorts the telling nearest to its root first: hedge and rounding kept, the earliest, its chain told in full."""
    picked = singles_out(telling.population)
    rounded = telling.bound == "about"
    return (
        telling.headline, picked, not telling.certainty, not rounded, telling.told_on,
        telling.article.published, not telling.is_direct,
        -len(telling.chain), telling.order,
    )  # fmt: skip


def _across(accounts: Sequence[Account], copied: Mapping[str, str]) -> Iterator[Comparison]:
    by_event: dict[tuple[str, str], list[Account]] = defaultdict(list)
    for account in accounts:
        by_event[account.reference.event, account.reference.unit].append(account)
    for told in by_event.values():
        for one, other in combinations(told, 2):
            if _bear_on_each_other(one.reference, other.reference):
                yield compare(one.reference, other.reference, copied)


def _bear_on_each_other(left: Telling, right: Telling) -> bool:
    return left.kind == right.kind or left.kind in right.kinds or right.kind in left.kinds
