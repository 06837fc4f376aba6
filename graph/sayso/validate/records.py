"""The graphs that belong to no article, against their shapes: who is who, comparisons, and what people decided."""

from collections.abc import Iterator

from pyoxigraph import NamedNode, Store
from rdflib import RDF, Graph, URIRef

from sayso.namespaces import DataIris, term
from sayso.resolve import named_things
from sayso.validate.graphs import to_graph
from sayso.validate.report import Finding, Report
from sayso.validate.shapes import Shapes

_RECORDS = {
    "judgements": "Judgement",
    "decisions": "Judgement",
    "identities": "Identity",
    "comparisons": "Comparison",
    "grades": "Grade",
    "review": "Review",
}
"""The graphs, and the shape that looks at what each of them holds."""
RECORD_SHAPES = frozenset(_RECORDS.values())
_UNSEEN = "It is none of the records that its graph is for, so that no rule has looked at what it says."
_LEFT_OUT = "It has a name and is counted under nothing, not even itself: questions that count sources leave it out."


def check_records(store: Store, iris: DataIris, shapes: Shapes, *, unfinished: bool = False) -> Report:
    """What breaks a shape in the graphs beside those of articles, and whatever has a name and no identity.

    After an ``unfinished`` build identities are those of before, and what lacks one is no finding.
    """
    counts = dict.fromkeys(_RECORDS.values(), 0)
    findings: list[Finding] = []
    for name, shape in _RECORDS.items():
        found = store.quads_for_pattern(None, None, None, NamedNode(iris.graph(name)))
        graph = to_graph(found, shapes.hierarchy)
        counts[shape] += shapes.focus_nodes(graph)[shape]
        findings += [*shapes.check(graph), *_unseen(graph, shape, shapes)]
    findings += [] if unfinished else _left_out(store, iris)
    return Report(tuple(sorted(findings, key=lambda f: (f.severity, f.shape, f.focus, f.value))), counts)


def _unseen(graph: Graph, shape: str, shapes: Shapes) -> Iterator[Finding]:
    """The subjects of a graph of records that are no such record; identities are known by their link alone."""
    if shape != "Identity":
        records = set(graph.subjects(RDF.type, URIRef(term(f"sayso:{shape}"))))
        for other in sorted(set(graph.subjects()) - set(shapes.hierarchy.subjects()) - records, key=str):
            yield Finding("violation", "Node-type", str(other), _UNSEEN)


def _left_out(store: Store, iris: DataIris) -> Iterator[Finding]:
    canonical, graph = NamedNode(term("sayso:canonical")), NamedNode(iris.graph("identities"))
    found = store.quads_for_pattern(None, canonical, None, graph)
    counted = {quad.subject.value for quad in found if isinstance(quad.subject, NamedNode)}
    for thing in sorted(named_things(store, iris) - counted):
        yield Finding("violation", "Identity", thing, _LEFT_OUT)
