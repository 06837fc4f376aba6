"""The gold of our own fits its own texts: every stretch is there, and no part is too thin to measure on."""

import json
import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "tests" / "data" / "gold"
PASSAGES, SECOND, THIRD, UNSEEN = (FOLDER / name for name in ("passages", "passages-2", "passages-3", "unseen"))
POINTS: dict[str, Any] = tomllib.loads((PASSAGES / "points.toml").read_text(encoding="utf-8"))
NAMES = {
    "restates", "agrees", "contradicts", "supersedes", "refines", "alters", "different-scope", "not-comparable",
}  # fmt: skip
ALTERED = {"number", "bound", "population", "place", "date", "hedge", "source"}


@dataclass(frozen=True)
class Verdicts:
    """Gold for the audit: the texts of its articles, its figures and claims by name, its pairs and clusters."""

    texts: dict[str, str]
    figures: dict[str, dict[str, Any]]
    claims: dict[str, dict[str, Any]]
    pairs: list[dict[str, Any]]
    clusters: list[dict[str, Any]]

    @property
    def stretches(self) -> dict[str, dict[str, Any]]:
        return {**self.figures, **self.claims}


def verdicts(name: str) -> Verdicts:
    folder = FOLDER / name
    gold = tomllib.loads((folder / "gold.toml").read_text(encoding="utf-8"))
    articles = map(json.loads, (folder / "articles.jsonl").read_text("utf-8").splitlines())
    texts = {article["id"]: article["text"] for article in articles}
    return Verdicts(texts, gold["figures"], gold["claims"], gold["pair"], gold["cluster"])


GOLD = {
    name: verdicts(name)
    for name in (
        "verdicts",
        "verdicts-2",
        "verdicts-3",
        "verdicts-4",
        "verdicts-5",
        "verdicts-6",
        "verdicts-7",
        "verdicts-8",
        "verdicts-9",
        "verdicts-10",
        "verdicts-11",
        "unseen-verdicts",
    )
}
STRETCHES = [(gold, name) for gold in GOLD for name in GOLD[gold].stretches]


@pytest.mark.parametrize(("gold", "name"), STRETCHES)
def test_words_stand_in_their_article(gold: str, name: str) -> None:
    entry = GOLD[gold].stretches[name]
    places = re.findall(rf"(?<!\w){re.escape(entry['words'])}(?!\w)", GOLD[gold].texts[entry["article"]])
    assert entry["nth"] <= len(places) if "nth" in entry else len(places) == 1


@pytest.mark.parametrize(
    ("gold", "each", "pairs", "clusters"),
    [
        ("verdicts", 5, 60, 20),
        ("verdicts-2", 8, 110, 30),
        ("verdicts-3", 8, 150, 32),
        ("verdicts-4", 8, 160, 32),
        ("verdicts-5", 10, 190, 42),
        ("verdicts-6", 12, 230, 50),
        ("verdicts-7", 12, 230, 50),
        ("verdicts-8", 10, 180, 40),
        ("verdicts-9", 10, 220, 45),
        ("verdicts-10", 10, 220, 45),
        ("verdicts-11", 10, 210, 42),
        ("unseen-verdicts", 10, 210, 42),
    ],
)
def test_every_verdict_is_there_often_enough(gold: str, each: int, pairs: int, clusters: int) -> None:
    counts = Counter(pair["verdict"] for pair in GOLD[gold].pairs)
    assert counts.keys() == NAMES
    assert min(counts.values()) >= each and counts.total() >= pairs
    assert len(GOLD[gold].clusters) >= clusters


@pytest.mark.parametrize("gold", GOLD)
def test_pairs_name_two_stretches_and_say_what_their_verdict_needs(gold: str) -> None:
    needs = {
        "alters": {"altered", "from", "to"},
        "refines": {"by"},
        "different-scope": {"differs", "why"},
        "not-comparable": {"missing", "why"},
    }
    figures, claims = GOLD[gold].figures.keys(), GOLD[gold].claims.keys()
    for pair in GOLD[gold].pairs:
        ends = {pair["a"], pair["b"]}
        assert len(ends) == 2 and (ends <= figures or ends <= claims)
        told = {"a", "b", "verdict"} | needs.get(pair["verdict"], set())
        assert told - {"by", "differs", "why"} <= pair.keys() <= told  # not every hand gives its reason
        assert pair.get("altered", "number") in ALTERED
    seen = [frozenset((pair["a"], pair["b"])) for pair in GOLD[gold].pairs]
    assert len(seen) == len(set(seen))


@pytest.mark.parametrize("gold", GOLD)
def test_clusters_hold_each_figure_once(gold: str) -> None:
    for cluster in GOLD[gold].clusters:
        figures = [f for root in cluster["independent"] + cluster["undetermined"] for f in root["figures"]]
        assert figures and len(figures) == len(set(figures)) and set(figures) <= GOLD[gold].figures.keys()


@pytest.mark.parametrize("folder", [PASSAGES, SECOND, THIRD, UNSEEN], ids=lambda folder: folder.name)
def test_offsets_of_the_passages_are_up_to_date(make_gold: ModuleType, folder: Path) -> None:
    gold = make_gold.make_gold(
        tomllib.loads((folder / "gold.toml").read_text(encoding="utf-8")), make_gold.canonical_texts(folder)
    )
    assert json.loads((folder / "gold.json").read_text(encoding="utf-8")) == gold
    assert len(gold["articles"]) >= 40
    assert sum(len(article.get("dates", [])) for article in gold["articles"].values()) >= 60


def test_the_second_passages_are_many_and_share_no_sentence_with_the_others(make_gold: ModuleType) -> None:
    marked = tomllib.loads((SECOND / "gold.toml").read_text(encoding="utf-8"))["article"].values()
    mentions = [m for article in marked for m in article.get("mentions", [])]
    assert len({article["topic"] for article in marked}) >= 12
    assert sum(len(article["attributions"]) for article in marked) >= 250
    assert sum(len(article["figures"]) for article in marked) >= 200
    assert len(mentions) >= 50 and all(len(m["words"]) >= 2 for m in mentions)
    first, second = ("\n".join(make_gold.canonical_texts(folder).values()) for folder in (PASSAGES, SECOND))
    assert not long_sentences(first) & long_sentences(second)


def long_sentences(text: str) -> set[str]:
    return {sentence for sentence in re.split(r"(?<=[.!?])\s+", text) if len(sentence) > 40}


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
    checks = tomllib.loads((FOLDER / "fa-kes-figures.toml").read_text(encoding="utf-8"))["draw"]
    assert checks
    for check in checks:
        drawn = {(figure["article"], *figure["span"]) for figure in check["figure"]}
        assert len(drawn) == len(check["figure"]) == 100
        assert all(figure["right"] != ("error" in figure) for figure in check["figure"])
