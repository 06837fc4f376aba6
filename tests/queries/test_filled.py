"""A question with its parameters written in asks the same as one whose parameters the engine binds."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import QuerySolutions, QueryTriples, RdfFormat, Store

from sayso.namespaces import DEFAULT_BASE
from sayso.query import Question, ask, questions
from sayso.query.filled import filled
from sayso.query.tokens import tokens

DATA = Path(__file__).parent / "data"


@cache
def harbour() -> Store:
    store = Store()
    store.load(path=str(DATA / "harbour.trig"), format=RdfFormat.TRIG)
    return store


def plainly(question: Question, text: str) -> list[tuple[object, ...]]:
    found = harbour().query(text, base_iri=DEFAULT_BASE, use_default_graph_as_union=True)
    if isinstance(found, QueryTriples):
        return sorted({tuple(triple) for triple in found}, key=str)
    assert isinstance(found, QuerySolutions)
    return [tuple(row[name] for name, _ in question.columns) for row in found]


@pytest.mark.parametrize("everything", [False, True], ids=["required", "all"])
@pytest.mark.parametrize("question", questions(), ids=lambda q: q.name)
def test_the_filled_text_gives_the_same_answer_without_any_binding(question: Question, everything: bool) -> None:
    params = {p.name: p.example for p in question.parameters if everything or p.required}
    answer = ask(harbour(), question, params, DEFAULT_BASE)
    expected = [tuple(t) for t in answer.graph] if answer.graph is not None else list(answer.rows)
    assert plainly(question, filled(question, params, DEFAULT_BASE)) == expected


HOSTILE = '") . ?s ?p ?o } } #'


def test_a_value_cannot_leave_its_place() -> None:
    question = next(q for q in questions() if q.name == "who-denies-what")
    text = filled(question, {"about": HOSTILE}, DEFAULT_BASE)
    assert plainly(question, text) == list(ask(harbour(), question, {"about": HOSTILE}, DEFAULT_BASE).rows)
    assert next(t.text for t in tokens(text) if "?s ?p ?o" in t.text).startswith('"')


@given(st.text(alphabet="SELECT{}()<>?$a:#'\"\\\n ", max_size=40))
def test_tokens_joined_are_the_text(text: str) -> None:
    assert "".join(token.text for token in tokens(text)) == text
