"""Whether a whole store breaks an axiom of the ontology: contradictions as findings."""

from pyoxigraph import NamedNode, Store
from rdflib import Graph, URIRef

from sayso.namespaces import DataIris
from sayso.reason import Contradiction, contradictions
from sayso.validate.graphs import to_graph
from sayso.validate.report import Finding
from sayso.validate.words import title_of, words_of


def check_consistency(store: Store, iris: DataIris) -> list[Finding]:
    """A violation for every contradiction, with the words of the node, its article and the explanation.

    The shape of such a finding is the kind of axiom that is broken, such as ``disjoint-classes``.
    """
    return [_finding(store, iris, found) for found in contradictions(store, iris)]


def _finding(store: Store, iris: DataIris, found: Contradiction) -> Finding:
    start = iris.article_graph("")
    named = {quad.graph_name for quad in store.quads_for_pattern(NamedNode(found.focus), None, None)}
    articles = sorted(g.value for g in named if isinstance(g, NamedNode) and g.value.startswith(start))
    graph = _graph(store, articles[0]) if articles else Graph()
    return Finding(
        severity="violation",
        shape=found.rule,
        focus=found.focus,
        message=found.explanation,
        words=words_of(graph, URIRef(found.focus)),
        article=iris.article(articles[0].removeprefix(start)) if articles else "",
        title=title_of(graph),
    )


def _graph(store: Store, name: str) -> Graph:
    return to_graph(store.quads_for_pattern(None, None, None, NamedNode(name)), Graph())
