"""Comparisons as records in a graph of their own, which can be dropped and written again."""

from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode, Quad

from sayso.audit.comparing.comparison import Comparison
from sayso.model.terms import concept, node
from sayso.namespaces import DataIris

GRAPH = "comparisons"


def comparison_quads(comparisons: Iterable[Comparison], iris: DataIris) -> list[Quad]:
    """The graph of comparisons: for each pair the verdict, the reason and the two values. No claim is touched."""
    return [quad for comparison in comparisons for quad in _quads(comparison, iris)]


def _quads(comparison: Comparison, iris: DataIris) -> list[Quad]:
    subject, graph = NamedNode(f"{iris.base}comparison/{comparison.name}"), NamedNode(iris.graph(GRAPH))
    values: list[tuple[str, NamedNode | Literal]] = [
        ("rdf:type", node("sayso:Comparison")),
        ("sayso:reference", NamedNode(comparison.left.iri)),
        ("sayso:compared", NamedNode(comparison.right.iri)),
        ("sayso:referenceValue", Literal(comparison.left.words)),
        ("sayso:comparedValue", Literal(comparison.right.words)),
        ("sayso:verdict", concept("verdict", comparison.verdict)),
        ("sayso:reason", Literal(comparison.reason)),
        *(("sayso:change", Literal(str(change))) for change in comparison.changes),
        *(("sayso:missing", Literal(missing)) for missing in comparison.missing),
    ]
    return [Quad(subject, node(predicate), value, graph) for predicate, value in values]
