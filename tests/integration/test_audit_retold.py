"""The audit of small articles written by hand, from text to verdict and number of roots."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from sayso.audit import Evidence, look_at
from sayso.audit.comparing.comparison import compare
from sayso.audit.comparing.standing import groups
from sayso.audit.telling import Telling
from sayso.pipeline import Settings, build
from sayso.store import Dataset

DATA = sorted((Path(__file__).parent.parent / "data" / "audit").glob("retold*.toml"))
CASES = [case for file in DATA for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]]


def look(case: dict[str, Any], folder: Path) -> Evidence:
    file = folder / "articles.jsonl"
    lines = [
        json.dumps({"title": title, "published": day, "outlet": f"Paper {n}", "text": text})
        for n, (day, title, text) in enumerate(case["articles"])
    ]
    file.write_text("\n".join(lines), encoding="utf-8")
    dataset = Dataset.in_memory()
    build([str(file)], dataset, settings=Settings(workers=1))
    return look_at(dataset.store, dataset.iris)


def figure(evidence: Evidence, article: int, words: str) -> Telling:
    found = [t for t in evidence.tellings if t.article.outlet == f"Paper {article}" and t.words == words]
    assert found, f"{words} is not read"
    return found[0]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_figures_retold_get_their_verdicts_and_roots(case: dict[str, Any], tmp_path: Path) -> None:
    evidence = look(case, tmp_path)
    for article, words, other, others_words, verdict in case.get("verdicts", ()):
        one = compare(figure(evidence, article, words), figure(evidence, other, others_words), evidence.copied)
        assert one.verdict == verdict, one.reason
    for kind, number in case.get("roots", {}).items():
        found = groups([t for t in evidence.tellings if t.kind == kind], evidence.copied)
        assert [group.is_named for group in found] == [True] * number, [group.name for group in found]
        assert {group.name for group in found} >= set(case.get("names", ()))
