"""The rules conclude what a complete OWL 2 RL reasoner does: on every example, on sample articles, on regions."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import owlrl
import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse
from rdflib import RDF, RDFS, Graph, URIRef
from rdflib.namespace import OWL, SKOS, XSD
from rdflib.term import Node

from sayso.model import to_quads
from sayso.namespaces import DataIris, term
from sayso.read.articles import read_articles
from sayso.read.reading import Reading
from sayso.reason import infer
from sayso.resources import resource
from sayso.store.reference import ontology_files, reference_graphs
from sayso.validate.graphs import to_graph

IRIS = DataIris("https://x.example/")
EXAMPLES = sorted((resource("ontology") / "examples").glob("*.ttl"))
ERROR = URIRef("http://www.daml.org/2002/03/agents/agent-ont#ErrorMessage")
LEFT_OUT = {
    URIRef(term("oa:Selector")),
    URIRef(term("schema:Thing")),
}  # as ontology/rules/conclusions/sub-class.rq says
LANGUAGE = (str(OWL), str(RDFS), str(RDF), str(XSD))


@cache
def ontology() -> Graph:
    """Everything that says what terms mean."""
    whole = Graph()
    for file in ontology_files():
        whole.parse(file)
    return whole


@cache
def axioms() -> Graph:
    """The triples of it that an OWL reasoner works with; concepts and texts are left out."""
    graph = Graph()
    for s, p, o in ontology():
        if not {OWL.Ontology, SKOS.Concept} & set(ontology().objects(s, RDF.type)) and str(p).startswith(LANGUAGE):
            graph.add((s, p, o))
    assert len(graph) > 100
    return graph


def by_owlrl(facts: Graph) -> set[tuple[Node, Node, Node]]:
    """What owlrl concludes about the things described, less the noise: equality with itself, and OWL's own terms."""
    closed = Graph()
    for triple in (*axioms(), *facts):
        closed.add(triple)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics, axiomatic_triples=False, datatype_axioms=False).expand(closed)
    assert list(closed.subjects(RDF.type, ERROR)) == []
    described = {node for s, _, o in facts for node in (s, o) if isinstance(node, URIRef)}
    known = {node for node in described if (node, None, None) in axioms()}
    return {
        (s, p, o)
        for s, p, o in closed
        if s in described - known and not (p == OWL.sameAs and s == o) and o not in LEFT_OUT
        if not (p == RDF.type and str(o).startswith(LANGUAGE))
        and (s, p, o) not in facts
        and (s, p, o) not in ontology()
    }


def by_rules(quads: list[Quad]) -> set[tuple[Node, Node, Node]]:
    store = Store()
    store.extend(quads)
    store.extend(reference_graphs(IRIS)["ontology"])
    return set(to_graph(infer(store, IRIS), Graph()))


def in_graph(triples: Iterable[Quad], name: str = IRIS.article_graph("1")) -> list[Quad]:
    return [Quad(t.subject, t.predicate, t.object, NamedNode(name)) for t in triples]


@cache
def samples() -> list[list[Quad]]:
    """The ten shortest sample articles, as the builder writes them."""
    readings = [r for r in read_articles([str(resource("sample/articles"))]) if isinstance(r, Reading)]
    return sorted((to_quads(reading, IRIS) for reading in readings), key=len)[:10]


def plain(quads: list[Quad]) -> Graph:
    return to_graph(quads, Graph())


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_an_example_gives_the_conclusions_of_owlrl(file: Path) -> None:
    quads = in_graph(parse(path=str(file), format=RdfFormat.TURTLE, base_iri=IRIS.base))
    concluded = by_rules(quads)
    assert concluded == by_owlrl(plain(quads))
    assert concluded


@pytest.mark.parametrize("number", range(10))
def test_a_sample_article_gives_the_conclusions_of_owlrl(number: int) -> None:
    quads = [q for q in samples()[number] if q.predicate.value != term("schema:articleBody")]
    concluded = by_rules(quads)
    assert concluded == by_owlrl(plain(quads))
    assert URIRef(term("prov:wasAttributedTo")) in {p for _, p, _ in concluded}


def test_regions_give_the_conclusions_of_owlrl() -> None:
    file = resource("ontology/gazetteer/regions.ttl")
    quads = in_graph(parse(path=str(file), format=RdfFormat.TURTLE, base_iri=IRIS.base), IRIS.graph("gazetteer"))
    assert by_rules(quads) == by_owlrl(plain(quads))
