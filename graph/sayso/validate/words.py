"""The words printed at the evidence of a node, so that a finding can be understood without its IRI."""

from rdflib import Graph, URIRef
from rdflib.term import Node

from sayso.namespaces import term

_WORDS = [URIRef(term(c)) for c in ("sayso:words", "oa:exact", "schema:roleName", "schema:name", "schema:headline")]
_TOWARDS_EVIDENCE = [
    URIRef(term(c)) for c in ("sayso:contentSpan", "sayso:span", "oa:hasSelector", "sayso:claims", "sayso:refersTo")
]
_SELECTOR, _HEADLINE = URIRef(term("oa:hasSelector")), URIRef(term("schema:headline"))


def words_of(graph: Graph, node: Node, depth: int = 3) -> str:
    """The words of a node, of its spans or of what it refers to; empty where the graph has none."""
    for predicate in _WORDS:
        if (words := graph.value(node, predicate, any=True)) is not None:
            return str(words)
    if depth:
        for predicate in _TOWARDS_EVIDENCE:
            for towards in sorted(graph.objects(node, predicate), key=str):
                if found := words_of(graph, towards, depth - 1):
                    return found
        for span in graph.subjects(_SELECTOR, node):
            return words_of(graph, span, 1)
    return ""


def title_of(graph: Graph) -> str:
    """The headline of the article that the graph is about, if it has one."""
    return next((str(title) for title in sorted(graph.objects(None, _HEADLINE), key=str)), "")
