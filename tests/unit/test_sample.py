"""The sample corpus is what its README says: articles of our own, gold that fits, every planted case in its place."""

import json
import re
import tomllib
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "sample"
SOURCE = tomllib.loads((SAMPLE / "gold.toml").read_text(encoding="utf-8"))
GOLD = json.loads((SAMPLE / "gold.json").read_text(encoding="utf-8"))
README = (SAMPLE / "README.md").read_text(encoding="utf-8")
TAG = re.compile(r"</?[scqf]>")
WORD = re.compile(r"\w+")
RUN = 8
ENDS = {  # bound: whether the low end and the high end are given
    "exactly": (True, True),
    "about": (True, True),
    "between": (True, True),
    "at-least": (True, False),
    "more-than": (True, False),
    "at-most": (False, True),
    "up-to": (False, True),
    "nearly": (False, True),
    "fewer-than": (False, True),
}


@pytest.fixture(scope="session")
def texts(make_gold: ModuleType) -> dict[str, str]:
    """Canonical text by file, as the ingest stage makes it."""
    found: dict[str, str] = make_gold.canonical_texts()
    return found


def marked(words: str, mark: str) -> str:
    """What stands between the two tags of a mark, without the tags inside it; all of it where the mark is absent."""
    between = re.search(f"<{mark}>(.*)</{mark}>", words, re.DOTALL)
    return TAG.sub("", between.group(1) if between else words)


def entries(file: str) -> dict[str, Any]:
    entry: dict[str, Any] = SOURCE["article"][file]
    return entries(entry["same_as"]) if "same_as" in entry else entry


def runs(text: str) -> set[tuple[str, ...]]:
    words = [w.casefold() for w in WORD.findall(text)]
    return {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


def test_the_corpus_has_its_formats_and_lengths(texts: dict[str, str]) -> None:
    formats = Counter(file.partition("#")[0].rpartition(".")[2] for file in texts)
    assert 14 <= sum(formats.values()) <= 16
    assert formats["txt"] >= 5 and formats["html"] >= 5 and formats["jsonl"] >= 3
    assert {f: n for f, t in texts.items() if not 120 <= (n := len(t.split())) <= 350} == {}


def test_the_gold_is_what_the_script_writes(make_gold: ModuleType, texts: dict[str, str]) -> None:
    assert make_gold.make_gold(SOURCE, texts) == GOLD


def test_every_offset_slices_to_the_words_marked_by_hand(texts: dict[str, str]) -> None:
    assert GOLD["articles"].keys() == texts.keys()
    for file, gold in GOLD["articles"].items():
        text, entry = texts[file], entries(file)
        wanted = Counter(tuple(marked(a["words"], m) for m in "scq") for a in entry["attributions"])
        found = Counter(
            tuple(text[slice(*a[role])] for role in ("source", "cue", "content")) for a in gold["attributions"]
        )
        assert found == wanted, file
        evidence = Counter(text[slice(*f["evidence"])] for f in gold["figures"])
        assert evidence == Counter(marked(f["words"], "f") for f in entry["figures"]), file


def test_sources_and_cues_stand_in_the_sentence_that_was_marked(texts: dict[str, str]) -> None:
    for file, gold in GOLD["articles"].items():
        for a in gold["attributions"]:
            first, last = min(a["source"][0], a["cue"][0]), max(a["source"][1], a["cue"][1])
            assert "\n" not in texts[file][first:last], (file, texts[file][first:last])


def test_bounds_agree_with_the_numbers() -> None:
    figures = [f for gold in GOLD["articles"].values() for f in gold["figures"]]
    assert {f["qualifier"] for f in figures} == ENDS.keys()  # every bound that is written with a number occurs
    for f in figures:
        assert (f["low"] is not None, f["high"] is not None) == ENDS[f["qualifier"]], f
        if f["qualifier"] in ("exactly", "about"):
            assert f["low"] == f["high"], f
        if f["qualifier"] == "between":
            assert f["low"] < f["high"], f


def test_kinds_and_bounds_are_in_the_vocabularies() -> None:
    for name, key in (("kind", "kind"), ("bound", "qualifier")):
        turtle = (ROOT / "ontology" / "vocabularies" / f"{name}.ttl").read_text(encoding="utf-8")
        known = set(re.findall(rf"^{name}:([a-z-]+)$", turtle, re.MULTILINE))
        used = {f[key] for gold in GOLD["articles"].values() for f in gold["figures"]}
        assert used and used <= known


@pytest.mark.parametrize("case", SOURCE["case"], ids=lambda case: case["name"])
def test_a_planted_case_is_there_and_is_explained(case: dict[str, Any], texts: dict[str, str]) -> None:
    assert case["words"]
    for file, words in case["words"]:
        assert words in texts[file]
    (row,) = re.findall(rf"^\| {re.escape(case['name'])} \|.*$", README, re.MULTILINE)
    for file, _ in case["words"]:
        assert file[:2] in row.split("|")[2], (file, row)


def test_the_readme_explains_no_case_that_is_not_planted() -> None:
    table = README.partition("| case |")[2].partition("\n\n")[0]
    told = re.findall(r"^\| ([A-Z][^|]*) \|", table, re.MULTILINE)
    assert told == [case["name"] for case in SOURCE["case"]]
    assert len(told) >= 15


def test_a_chain_runs_three_deep() -> None:
    chains = [a["chain"] for gold in GOLD["articles"].values() for a in gold["attributions"]]
    assert ["Velpress", "Darya Kolme", "a field team"] in chains


def test_two_papers_print_the_same_wire_copy(texts: dict[str, str]) -> None:
    gazette, mirror = (texts[f"13-ferry.jsonl#{paper}"].partition("PORT ALDER")[2] for paper in ("gazette", "mirror"))
    assert gazette == mirror != ""


def test_one_event_is_told_by_six_articles_or_more(texts: dict[str, str]) -> None:
    assert sum("Kursk" in text for text in texts.values()) >= 6


def test_the_tail_holds_figures_and_no_gold(texts: dict[str, str]) -> None:
    file = "07-plain-facts-daily.txt"
    gold = GOLD["articles"][file]
    start = gold["boilerplate_from"]
    assert re.search(r"\d", texts[file][start:])
    marks = [span for a in gold["attributions"] for span in (a["source"], a["cue"], a["content"])]
    assert max(end for _, end in marks + [f["evidence"] for f in gold["figures"]]) <= start


def test_the_sentences_are_our_own(texts: dict[str, str], corpora: Path) -> None:
    others: set[tuple[str, ...]] = set()
    for path in corpora.rglob("*.txt"):
        others |= runs(path.read_text(encoding="utf-8", errors="replace"))
    for path in corpora.rglob("*.jsonl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            others |= runs(json.loads(line)["text"])
    for path in corpora.rglob("*.conllu"):
        sentences = re.findall(r"^# text = (.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
        others |= runs(" ".join(sentences))
    assert others
    shared = {(file, " ".join(run)) for file, text in texts.items() for run in runs(text) & others}
    assert shared == set()
