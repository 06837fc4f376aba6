"""The audit of three real articles on one briefing; skipped where the measuring corpora are absent."""

from pathlib import Path

import pytest

from sayso.audit import Evidence, look_at
from sayso.audit.comparing.comparison import compare
from sayso.audit.telling import Telling
from sayso.pipeline import Settings, build
from sayso.store import Dataset

NIS = "National Intelligence Service (South Korea)"


@pytest.fixture(scope="module")
def evidence(corpora: Path) -> Evidence:
    with Dataset.in_memory() as dataset:
        build([str(p) for p in sorted((corpora / "articles").glob("*.txt"))], dataset, settings=Settings(workers=1))
        return look_at(dataset.store, dataset.iris)


def told(evidence: Evidence, number: float, kind: str) -> list[Telling]:
    found = [t for t in evidence.tellings if number in (t.low, t.high) and t.kind == kind]
    assert len({t.article.iri for t in found}) > 1, f"{number} {kind} is told by fewer than two articles"
    return found


@pytest.mark.parametrize(("number", "kind"), [(4700, "casualties"), (600, "killed")])
def test_the_figures_of_one_briefing_have_one_root_whoever_tells_them(
    evidence: Evidence, number: float, kind: str
) -> None:
    assert {t.root.name for t in told(evidence, number, kind)} == {NIS}


def test_15000_and_18000_deployed_cannot_both_be_the_count_of_that_briefing(evidence: Evidence) -> None:
    deployed = [t for t in evidence.tellings if t.kind == "deployed" and t.root.name == NIS]
    low = [t for t in deployed if t.low == 15_000 and t.population.noun != "laborer"]
    high = [t for t in deployed if t.low == 18_000]
    assert low and high, [(t.words, t.root.name) for t in evidence.tellings if t.kind == "deployed"]
    assert {compare(a, b).verdict for a in low for b in high} <= {"alters", "contradicts"}
