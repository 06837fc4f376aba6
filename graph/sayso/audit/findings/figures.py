"""Findings on figures: without a source, altered on the way, contradicted, out of date, or beyond the body."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sayso.audit.comparing.comparison import Comparison
from sayso.audit.comparing.figures import Account, Compared
from sayso.audit.findings.finding import Finding, Severity
from sayso.audit.telling import Telling
from sayso.audit.told.amounts import same_number, same_value
from sayso.audit.wording import words

_ABOUT_PEOPLE = words("growing") | {"protesters"}


def figure_findings(tellings: Sequence[Telling], compared: Compared) -> Iterator[Finding]:
    """Every finding on the tellings, each relay and each contradiction once."""
    yield from _unsourced(tellings)
    for account in compared.accounts:
        yield from _altered(account)
    yield from _contradicted(compared)
    yield from _stale(compared)
    yield from _headlines(tellings)


def _found(severity: Severity, rule: str, telling: Telling, message: str, settle: str, *others: Telling) -> Finding:
    about = tuple(dict.fromkeys((telling.iri, *(other.iri for other in others))))
    return Finding(severity, rule, message, settle, telling.article, telling.span, telling.sentence, about)


def _unsourced(tellings: Sequence[Telling]) -> Iterator[Finding]:
    for telling in tellings:
        grave: Severity = "medium" if telling.kind in _ABOUT_PEOPLE else "low"
        if telling.root.key.startswith("circle:") or telling.headline:
            continue
        if telling.root.status == "not stated" and not telling.chain:
            yield _found(
                grave, "no attribution", telling,
                f"“{telling.words}” ({telling.kind}) stands in the article's own voice: nobody is named for it.",
                "Ask the outlet who counted, and when.",
            )  # fmt: skip
        elif telling.root.status == "not stated":
            yield _found(
                "low", "root not stated", telling,
                f"“{telling.words}” goes back to {telling.chain[-1].speaker or 'somebody'}, and no further: "
                f"{telling.root.reason}.",
                f"Find where {telling.chain[-1].speaker or 'the article'} has it from.",
            )  # fmt: skip
        elif telling.root.status == "unnamed":
            yield _found(
                "low", "unnamed root", telling,
                f"“{telling.words}” rests on a source without a name: “{telling.root.name}”.",
                "Find a named source that says the same on its own knowledge.",
            )  # fmt: skip


def _altered(account: Account) -> Iterator[Finding]:
    told: dict[str, list[Comparison]] = defaultdict(list)
    for comparison in account.altered:
        told[comparison.right.article.iri].append(comparison)
    for comparisons in told.values():
        first = min(comparisons, key=lambda c: (c.right.headline, c.right.order))
        hedge_alone = all(change.what == "hedge" for change in first.changes)
        changes = "; ".join(map(str, first.changes))
        where = f"“{first.left.words}” in {first.left.article.name}"
        body = first.right
        if hedge_alone:
            yield _found(
                "medium", "hedge dropped", body,
                f"What {account.reference.root.name} called {first.changes[0].before} became a plain fact: "
                f"“{body.words}”, against {where}.",
                f"Restore the hedge, or ask {account.reference.root.name}.", first.left,
            )  # fmt: skip
        else:
            yield _found(
                "high", "altered in the relay", body,
                f"{account.reference.root.name} is told otherwise here: {changes} (against {where}).",
                f"Read what {account.reference.root.name} published, or ask who was there.", first.left,
            )  # fmt: skip


def _contradicted(compared: Compared) -> Iterator[Finding]:
    by_telling = {t.identity: account for account in compared.accounts for t in account.tellings}
    for comparison in compared.comparisons:
        if comparison.verdict != "contradicts":
            continue
        left, right = (by_telling.get(t.identity) for t in (comparison.left, comparison.right))
        articles = [{t.article.iri for t in account.tellings} if account else set() for account in (left, right)]
        if articles[0] & articles[1]:
            continue
        named = comparison.left.root.status == comparison.right.root.status == "named"
        yield _found(
            "high" if named else "medium", "contradiction without comment", comparison.right,
            f"{comparison.right.root.name or 'This article'} says “{comparison.right.words}”, "
            f"{comparison.left.root.name or comparison.left.article.name} says “{comparison.left.words}” "
            f"({comparison.left.article.name}); they cannot both hold, and no article sets one beside the other.",
            "Ask each how it counted, whom, and until when.", comparison.left,
        )  # fmt: skip


def _stale(compared: Compared) -> Iterator[Finding]:
    by_telling = {t.identity: account for account in compared.accounts for t in account.tellings}
    for comparison in compared.comparisons:
        old, new = (by_telling.get(t.identity) for t in (comparison.left, comparison.right))
        if comparison.verdict != "supersedes" or old is None or new is None:
            continue
        known_since = min(t.article.published[:10] for t in new.tellings)
        aware = {t.article.iri for t in new.tellings}
        for telling in old.tellings:
            late = telling.article.published[:10] > known_since
            if late and telling.article.iri not in aware and not telling.said_on:
                yield _found(
                    "medium", "stale figure", telling,
                    f"“{telling.words}” was out of date: {telling.root.name} had given “{comparison.right.words}” "
                    f"by {known_since} ({comparison.right.article.name}).",
                    "Print the newer figure, or say as of when the older one held.", comparison.right,
                )  # fmt: skip


def _headlines(tellings: Sequence[Telling]) -> Iterator[Finding]:
    bodies: Mapping[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        if not telling.headline:
            bodies[telling.article.iri].append(telling)
    for telling in tellings:
        told = bodies[telling.article.iri]
        if not telling.headline or not told:
            continue
        same = [t for t in told if same_number(t, telling)]
        alike = [t for t in same if t.kind == telling.kind and same_value(t, telling)]
        hedged = next((t for t in alike if t.certainty and not telling.certainty), None)
        if alike and not hedged:
            continue
        body = hedged or next(iter(same), None)
        if body is None:
            message = f"The headline's “{telling.words}” ({telling.kind}) does not stand in the body."
        elif hedged:
            message = f"The headline makes a fact of what the body calls {body.certainty.replace('-', ' ')}."
        else:
            message = f"The headline says “{telling.words}” ({telling.kind}), the body “{body.words}” ({body.kind})."
        others = (body,) if body else ()
        yield _found(
            "high", "headline beyond the body", telling, message, "Let the headline say what the body says.", *others
        )
