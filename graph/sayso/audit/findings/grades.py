"""Findings on grades: a claim graded as confirmed that no two independent roots confirm."""

from collections.abc import Iterable, Iterator, Sequence

from sayso.audit.comparing.figures import Compared
from sayso.audit.findings.finding import Finding
from sayso.audit.grades import Grade
from sayso.audit.telling import Telling

_CONFIRMED = "1"


def grade_findings(grades: Iterable[Grade], tellings: Sequence[Telling], compared: Compared) -> Iterator[Finding]:
    """A "1" without two independent named roots is a finding, whoever gave it."""
    by_iri = {telling.iri: telling for telling in tellings}
    for grade in grades:
        telling = by_iri.get(grade.graded)
        if grade.credibility == _CONFIRMED and telling is not None:
            roots = _roots(telling, compared)
            if len(roots) < 2:
                told = f"one root, {min(roots)}" if roots else "no named root"
                yield Finding(
                    "high", "graded 1 without independent roots",
                    f"{grade.by} graded “{telling.words}” 1, confirmed by other sources; it rests on {told}.",
                    "Find an independent root that says the same, or grade it 2 or lower.",
                    telling.article, telling.span, telling.sentence, (telling.iri,),
                )  # fmt: skip


def _roots(telling: Telling, compared: Compared) -> set[str]:
    """The named roots that give the value of a telling or one that can hold together with it."""
    account = next((a for a in compared.accounts if telling.iri in {t.iri for t in a.tellings}), None)
    own = {t.identity for t in account.tellings} if account else {telling.identity}
    agreeing = [telling]
    for comparison in compared.comparisons:
        if comparison.verdict == "agrees":
            if comparison.left.identity in own:
                agreeing.append(comparison.right)
            elif comparison.right.identity in own:
                agreeing.append(comparison.left)
    return {t.root.name for t in agreeing if t.root.status == "named"}
