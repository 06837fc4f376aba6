"""Every shipped question has an answer that was worked out by hand from a few triples."""

import re
import runpy
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse

from sayso.namespaces import DEFAULT_BASE
from sayso.query import Question, ask, questions
from sayso.query.answer import plain

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
TABLES = [q for q in questions() if q.columns]
GRAPHS = [q for q in questions() if not q.columns]

NANOPUBLICATION = [f"nanopublication-{part}" for part in ("head", "assertion", "provenance", "info")]
IN_OTHER_DATA = dict.fromkeys(["figures-in-owl-time", *NANOPUBLICATION], "coast.trig")


@cache
def dataset(name: str) -> Store:
    store = Store()
    store.load(path=str(HERE / "data" / name), format=RdfFormat.TRIG)
    return store


def cases() -> list[Any]:
    found = []
    for question in TABLES:
        path = HERE / "answers" / f"{question.name}.toml"
        written = tomllib.loads(path.read_text(encoding="utf-8"))["case"] if path.exists() else []
        assert any(case["rows"] for case in written), f"{question.name} has no worked answer in {path.name}"
        found += [pytest.param(question, case, id=f"{question.name}-{n}") for n, case in enumerate(written)]
    return found


def data_of(case: dict[str, Any]) -> str:
    """The file in which the question is asked."""
    return str(case.get("data", "harbour.trig"))


def test_there_are_enough_questions() -> None:
    assert len([q for q in questions() if q.group in ("competency", "construct")]) >= 30


@pytest.mark.parametrize(("question", "case"), cases())
def test_answer(question: Question, case: dict[str, Any]) -> None:
    answer = ask(dataset(data_of(case)), question, case["params"], DEFAULT_BASE)
    assert [[plain(term).replace(DEFAULT_BASE, "") for term in row] for row in answer.rows] == case["rows"]


@pytest.mark.parametrize("question", GRAPHS, ids=lambda q: q.name)
def test_graph(question: Question) -> None:
    expected = {q.triple for q in parse(path=str(HERE / "answers" / f"{question.name}.ttl"), format=RdfFormat.TURTLE)}
    answer = ask(dataset(IN_OTHER_DATA.get(question.name, "letter.trig")), question, question.example, DEFAULT_BASE)
    assert answer.graph is not None
    assert set(answer.graph) == expected


@pytest.mark.parametrize("question", questions(), ids=lambda q: q.name)
def test_header_is_complete(question: Question) -> None:
    assert question.summary.endswith(".")
    assert question.tags
    assert bool(question.columns and question.order) != bool(question.graph)
    for parameter in question.parameters:
        assert parameter.example and parameter.means, parameter.name
        assert f"?{parameter.name}" in question.text
    assert all(meaning for _, meaning in question.columns)


@pytest.mark.parametrize("question", questions(), ids=lambda q: q.name)
def test_header_is_yaml_of_one_line_texts(question: Question) -> None:
    for line in question.text.splitlines():
        if line.startswith("#+"):
            assert re.fullmatch(r"#\+ (?:  )*[\w-]+:( [^\s\"'&*!|>%@`{\[].*)?", line), line
            assert line.count(": ") <= 1 and " #" not in line, line


@pytest.mark.parametrize("question", questions(), ids=lambda q: q.name)
def test_query_is_well_kept(question: Question) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", question.name)
    assert "SELECT *" not in question.text
    assert bool(question.graph) or re.search(r"^ORDER BY", question.text, re.MULTILINE)
    assert all(len(line) <= 120 for line in question.text.splitlines() if not line.startswith("#+"))


@pytest.mark.parametrize("question", questions(), ids=lambda q: q.name)
def test_query_declares_every_prefix_so_that_other_engines_read_it(question: Question) -> None:
    Store().query(question.text)


@pytest.mark.parametrize("question", questions(), ids=lambda q: q.name)
def test_examples_are_accepted(question: Question) -> None:
    everything = {p.name: p.example for p in question.parameters}
    ask(dataset("harbour.trig"), question, question.example, DEFAULT_BASE)
    ask(dataset("harbour.trig"), question, everything, DEFAULT_BASE)


@pytest.mark.parametrize(("question", "case"), cases())
def test_what_is_stated_in_two_graphs_counts_once(question: Question, case: dict[str, Any]) -> None:
    store = Store()
    for quad in dataset(data_of(case)):
        store.add(quad)
        if "article/" not in str(quad.subject):
            store.add(Quad(quad.subject, quad.predicate, quad.object, NamedNode(DEFAULT_BASE + "graph/inferred")))
    assert len(store) > len(dataset(data_of(case)))
    first = ask(dataset(data_of(case)), question, case["params"], DEFAULT_BASE)
    assert ask(store, question, case["params"], DEFAULT_BASE) == first


def test_index_is_up_to_date() -> None:
    index = runpy.run_path(str(ROOT / "scripts" / "index_questions.py"))["index"]
    assert (ROOT / "queries" / "README.md").read_text(encoding="utf-8") == index()
