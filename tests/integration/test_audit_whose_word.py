"""On whose word figures rest, on small articles written by hand: the table of what is one root and what is not."""

import json
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from sayso.audit import Evidence, look_at
from sayso.audit.comparing.standing import relate
from sayso.audit.telling import Telling
from sayso.pipeline import Settings, build
from sayso.store import Dataset

CASES = tomllib.loads((Path(__file__).parent.parent / "data" / "audit" / "whose_word.toml").read_text("utf-8"))["case"]


def outlet(case: dict[str, Any], article: int) -> str:
    told = case["articles"][article]
    return str(told[3]) if len(told) > 3 else f"Paper {article}"


def look(case: dict[str, Any], folder: Path) -> Evidence:
    file = folder / "articles.jsonl"
    lines = [
        json.dumps({"title": told[1], "published": told[0], "outlet": outlet(case, n), "text": told[2]})
        for n, told in enumerate(case["articles"])
    ]
    file.write_text("\n".join(lines), encoding="utf-8")
    dataset = Dataset.in_memory()
    build([str(file)], dataset, settings=Settings(workers=1))
    return look_at(dataset.store, dataset.iris)


def figure(evidence: Evidence, case: dict[str, Any], name: str) -> Telling:
    place, _, nth = name.partition("@")
    article, _, words = place.partition(":")
    told = [t for t in evidence.tellings if t.article.outlet == outlet(case, int(article)) and not t.headline]
    found = sorted((t for t in told if words in t.words), key=lambda t: t.span)
    assert len(found) >= int(nth or 1), f"{name} is not read: {[t.words for t in told]}"
    return found[int(nth or 1) - 1]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_figures_rest_on_one_word_or_on_two(case: dict[str, Any], tmp_path: Path) -> None:
    evidence = look(case, tmp_path)
    pairs = [(True, *pair) for names in case.get("one", ()) for pair in pairwise(names)]
    pairs += [(False, *pair) for pair in case.get("apart", ())]
    assert pairs or case["open"]
    for is_one, one, other in pairs:
        left, right = (figure(evidence, case, name) for name in (one, other))
        relation = relate(left, right, evidence.copied)
        assert relation.is_one == is_one, f"{one} / {other}: {relation.reason}"
    for name in case.get("open", ()):
        assert figure(evidence, case, name).root.status != "named", figure(evidence, case, name).root.reason
