"""What belongs to no article is checked in a store as well: judgements, identities, comparisons and reviews."""

from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse

from sayso.namespaces import DEFAULT_BASE, DataIris, term
from sayso.validate import Report
from sayso.validate.records import check_records
from sayso.validate.shapes import Shapes

TESTS = Path(__file__).parent.parent
IRIS = DataIris(DEFAULT_BASE)


def sound() -> Store:
    """The harbour articles without their records, but for who is who."""
    store = Store()
    store.load(path=str(TESTS / "queries" / "data" / "harbour.trig"), format=RdfFormat.TRIG)
    for name in ("judgements", "decisions", "comparisons", "review"):
        store.remove_graph(NamedNode(IRIS.graph(name)))
    return store


def report(store: Store, *, unfinished: bool = False) -> Report:
    return check_records(store, IRIS, Shapes.shipped(), unfinished=unfinished)


def test_a_store_without_records_is_sound_and_everything_named_was_looked_at() -> None:
    found = report(sound())
    assert found.findings == ()
    assert found.focus_nodes == {"Judgement": 0, "Identity": 12, "Comparison": 0, "Grade": 0, "Review": 0}


@pytest.mark.parametrize(
    ("broken", "class_", "graph"),
    [
        ("Judgement-score", "Judgement", "decisions"),
        ("Judgement-dated", "Judgement", "judgements"),
        ("Comparison-reason", "Comparison", "comparisons"),
        ("Review-reason", "Review", "review"),
    ],
)
def test_a_broken_record_is_found_in_its_graph(broken: str, class_: str, graph: str) -> None:
    store, name = sound(), NamedNode(IRIS.graph(graph))
    path = TESTS / "data" / "broken" / f"{broken}.ttl"
    found = list(parse(path=str(path), format=RdfFormat.TURTLE, base_iri=DEFAULT_BASE))
    records = {q.subject for q in found if q.object == NamedNode(term(f"sayso:{class_}"))}
    store.extend(Quad(q.subject, q.predicate, q.object, name) for q in found if q.subject in records)
    assert {finding.shape for finding in report(store).findings} == {broken}


def test_what_is_none_of_the_records_of_a_graph_is_a_violation() -> None:
    store, subject = sound(), NamedNode(f"{DEFAULT_BASE}decision/7")
    verdict = NamedNode("https://w3id.org/sayso/verdict/same")
    store.add(Quad(subject, NamedNode(term("sayso:verdict")), verdict, NamedNode(IRIS.graph("decisions"))))
    assert [(f.shape, f.focus) for f in report(store).findings] == [("Node-type", subject.value)]


def test_whatever_has_a_name_must_be_counted_under_something_once_the_build_is_done() -> None:
    store, agent = sound(), NamedNode(f"{DEFAULT_BASE}agent/ana-berg")
    for quad in store.quads_for_pattern(agent, NamedNode(term("sayso:canonical")), None, None):
        store.remove(quad)
    assert [(f.shape, f.focus) for f in report(store).findings] == [("Identity", agent.value)]
    assert report(store, unfinished=True).findings == ()


def test_an_agent_counted_under_one_that_is_counted_elsewhere_is_found() -> None:
    store, canonical = sound(), NamedNode(term("sayso:canonical"))
    graph = NamedNode(IRIS.graph("identities"))
    first, second, third = (NamedNode(f"{DEFAULT_BASE}agent/{one}") for one in ("ana-berg", "eva-holm", "mayor-ruiz"))
    for one, other in ((first, second), (second, third)):
        store.remove(Quad(one, canonical, one, graph))
        store.add(Quad(one, canonical, other, graph))
    assert {(f.shape, f.focus) for f in report(store).findings} == {("Identity-stands", first.value)}
