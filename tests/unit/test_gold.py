"""The held-out gold fits its own texts: every stretch is there, and no part is too thin to measure on."""

import json
import re
import tomllib
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
VERDICTS = ROOT / "tests" / "data" / "gold" / "verdicts"
PASSAGES = VERDICTS.parent / "passages"
TEXTS = {a["id"]: a["text"] for a in map(json.loads, (VERDICTS / "articles.jsonl").read_text("utf-8").splitlines())}
GOLD: dict[str, Any] = tomllib.loads((VERDICTS / "gold.toml").read_text(encoding="utf-8"))
POINTS: dict[str, Any] = tomllib.loads((PASSAGES / "points.toml").read_text(encoding="utf-8"))
STRETCHES: dict[str, dict[str, Any]] = {**GOLD["figures"], **GOLD["claims"]}
NAMES = {
    "restates", "agrees", "contradicts", "supersedes", "refines", "alters", "different-scope", "not-comparable",
}  # fmt: skip
ALTERED = {"number", "bound", "population", "place", "date", "hedge", "source"}


@pytest.mark.parametrize("name", STRETCHES)
def test_words_stand_in_their_article(name: str) -> None:
    entry = STRETCHES[name]
    places = re.findall(rf"(?<!\w){re.escape(entry['words'])}(?!\w)", TEXTS[entry["article"]])
    assert entry["nth"] <= len(places) if "nth" in entry else len(places) == 1


def test_every_verdict_is_there_often_enough() -> None:
    counts = Counter(pair["verdict"] for pair in GOLD["pair"])
    assert counts.keys() == NAMES
    assert min(counts.values()) >= 5 and counts.total() >= 60


def test_pairs_name_two_stretches_and_say_what_their_verdict_needs() -> None:
    needs = {
        "alters": {"altered", "from", "to"},
        "refines": {"by"},
        "different-scope": {"differs", "why"},
        "not-comparable": {"missing", "why"},
    }
    for pair in GOLD["pair"]:
        assert {pair["a"], pair["b"]} <= STRETCHES.keys()
        assert pair.keys() == {"a", "b", "verdict"} | needs.get(pair["verdict"], set())
        assert pair.get("altered", "number") in ALTERED
    seen = [frozenset((pair["a"], pair["b"])) for pair in GOLD["pair"]]
    assert len(seen) == len(set(seen))


def test_clusters_hold_each_figure_once() -> None:
    assert len(GOLD["cluster"]) >= 20
    for cluster in GOLD["cluster"]:
        figures = [f for root in cluster["independent"] + cluster["undetermined"] for f in root["figures"]]
        assert figures and len(figures) == len(set(figures)) and set(figures) <= GOLD["figures"].keys()


def test_offsets_of_the_passages_are_up_to_date(make_gold: ModuleType) -> None:
    gold = make_gold.make_gold(
        tomllib.loads((PASSAGES / "gold.toml").read_text(encoding="utf-8")), make_gold.canonical_texts(PASSAGES)
    )
    assert json.loads((PASSAGES / "gold.json").read_text(encoding="utf-8")) == gold
    assert len(gold["articles"]) >= 40
    assert sum(len(article.get("dates", [])) for article in gold["articles"].values()) >= 60


@pytest.mark.parametrize("point", POINTS)
def test_words_of_a_point_stand_in_its_text(point: str) -> None:
    assert POINTS[point]
    for case in POINTS[point]:
        for text, words in stretches(case):
            assert words in text


def stretches(case: dict[str, Any]) -> list[tuple[str, str]]:
    """Each text of a case with the words that must stand in it."""
    if "texts" in case:
        return list(zip(case["texts"], case["names"], strict=True))
    words = case.get("words", case.get("figure", case.get("units", [])))
    listed = [words] if isinstance(words, str) else [*words]
    return [(case["text"], w) for w in [*listed, *(f["words"] for f in case.get("figures", []))]]


def test_checks_by_hand_are_whole() -> None:
    checks = tomllib.loads((VERDICTS.parent / "fa-kes-figures.toml").read_text(encoding="utf-8"))["draw"]
    assert checks
    for check in checks:
        drawn = {(figure["article"], *figure["span"]) for figure in check["figure"]}
        assert len(drawn) == len(check["figure"]) == 100
        assert all(figure["right"] != ("error" in figure) for figure in check["figure"])
