"""Findings on what was said: quotations whose words differ, dates on which outlets disagree, hedges dropped."""

from collections.abc import Iterable, Iterator

from sayso.audit.claims.quoting import quotes_differ
from sayso.audit.comparing.comparison import Comparison
from sayso.audit.findings.finding import Finding
from sayso.audit.telling import CLAIM, Telling
from sayso.audit.told.dates import gap

_NEAR = 3
"""Days: dates nearer than this are taken for one occasion told differently, and not for two."""


def claim_findings(comparisons: Iterable[Comparison]) -> Iterator[Finding]:
    """Every finding on claims, and on the dates of figures, from the comparisons of both."""
    for comparison in comparisons:
        left, right = comparison.left, comparison.right
        if left.article.iri == right.article.iri:
            continue
        if comparison.verdict == "restates" and left.kind == CLAIM and _both_direct(left, right):
            yield from _quotation(left, right)
        if comparison.verdict in ("restates", "alters") and left.article.outlet != right.article.outlet:
            yield from _date(left, right)
        if comparison.verdict == "alters" and left.kind == CLAIM:
            yield _altered(comparison)


def _altered(comparison: Comparison) -> Finding:
    left, right = comparison.left, comparison.right
    about = (right.article, right.span, right.sentence, (right.iri, left.iri))
    if all(change.what == "hedge" for change in comparison.changes):
        return Finding(
            "medium", "hedge dropped",
            f"What {left.root.name} called {comparison.changes[0].before} became a plain fact "
            f"(against {left.article.name}).",
            f"Restore the hedge, or ask {left.root.name}.",
            *about,
        )  # fmt: skip
    changes = "; ".join(map(str, comparison.changes))
    return Finding(
        "high", "altered in the relay",
        f"What {left.root.name} said is told otherwise here: {changes} (against {left.article.name}).",
        f"Read what {left.root.name} published, or ask who was there.",
        *about,
    )  # fmt: skip


def _quotation(left: Telling, right: Telling) -> Iterator[Finding]:
    if quotes_differ(left.words, right.words):
        yield Finding(
            "medium", "quotation differs",
            f"{right.root.name} is quoted in other words in {left.article.name}: {_clipped(left.words)}",
            "Find a recording or the written text.",
            right.article, right.span, right.sentence, (right.iri, left.iri),
        )  # fmt: skip


def _date(left: Telling, right: Telling) -> Iterator[Finding]:
    if not (left.said_on and right.said_on):
        return
    least, most = gap(left.said_on, right.said_on)
    if 0 < least <= _NEAR or -_NEAR <= most < 0:
        yield Finding(
            "medium", "dates differ",
            f"{right.root.name} said it on {right.said_on} by this article, on {left.said_on} by {left.article.name}.",
            f"Ask {right.root.name}, or look for the day of the occasion.",
            right.article, right.span, right.sentence, (right.iri, left.iri),
        )  # fmt: skip


def _both_direct(left: Telling, right: Telling) -> bool:
    return left.chain[0].manner == right.chain[0].manner == "direct"


def _clipped(words: str) -> str:
    return words if len(words) < 120 else words[:117] + "…"
