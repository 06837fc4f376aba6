"""Questions count agents that are judged the same as one, and find them under each other's names."""

from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat, Store

from sayso.namespaces import DEFAULT_BASE, term
from sayso.query import ask, find_question
from sayso.query.answer import plain

DATA = Path(__file__).parent / "data" / "harbour.trig"


def answers(name: str, one: str = "", other: str = "", **params: str) -> list[list[str]]:
    """The rows of a question where ``one`` is counted as ``other``."""
    store = Store()
    store.load(path=str(DATA), format=RdfFormat.TRIG)
    if one:
        agents = (NamedNode(f"{DEFAULT_BASE}agent/{agent}") for agent in (one, other))
        subject, value = agents
        canonical = NamedNode(term("sayso:canonical"))
        graph = NamedNode(f"{DEFAULT_BASE}graph/identities")
        store.remove(Quad(subject, canonical, subject, graph))
        store.add(Quad(subject, canonical, value, graph))
    found = ask(store, find_question(name), params, DEFAULT_BASE)
    return [[plain(value) for value in row] for row in found.rows]


def test_what_both_said_is_counted_as_one_speaker() -> None:
    before = {row[0]: row[1] for row in answers("who-speaks-most")}
    after = {row[0]: row[1] for row in answers("who-speaks-most", "eva-holm", "ana-berg")}
    assert (before["Ana Berg"], before["Eva Holm"]) == ("1", "1")
    assert after["Ana Berg"] == "2" and "Eva Holm" not in after


def test_one_is_found_under_the_name_of_the_other() -> None:
    before = answers("what-a-person-said-over-time", who="Berg")
    after = answers("what-a-person-said-over-time", "eva-holm", "ana-berg", who="Berg")
    assert {row[1] for row in before} == {"Ana Berg"}
    assert {row[1] for row in after} == {"Ana Berg", "Eva Holm"}
    assert {row[1] for row in answers("what-a-person-said-over-time", "eva-holm", "ana-berg", who="Holm")} == {
        "Ana Berg",
        "Eva Holm",
    }


def test_relays_of_both_are_counted_together() -> None:
    after = answers("who-relays-whom", "mayor-ruiz", "ana-berg")
    assert {row[0] for row in after} == {"Ana Berg", "Eva Holm"}


def test_an_article_whose_roots_are_judged_the_same_rests_on_one() -> None:
    assert "Ministry rejects toll" not in str(answers("articles-that-rest-on-one-root", statements="2"))
    before = {row[0] for row in answers("outlets-and-their-sources", outlet="Evening Bell")}
    after = answers("outlets-and-their-sources", "oskar-lind", "ana-berg", outlet="Evening Bell")
    assert before == {"Evening Bell"} and {row[1] for row in after} == {"Ana Berg"}
