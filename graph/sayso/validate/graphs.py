"""From quads to the in-memory graph that the shapes are checked on."""

from collections.abc import Iterable
from functools import lru_cache

import pyoxigraph
from rdflib import BNode, Graph, Literal, URIRef

from sayso.namespaces import PREFIXES, term
from sayso.validate.index import Index

_TEXT = term("schema:articleBody")
_STRING = URIRef(term("xsd:string"))
_SPACES = sorted(((space, prefix) for prefix, space in PREFIXES.items()), key=lambda pair: -len(pair[0]))


def to_graph(quads: Iterable[pyoxigraph.Quad | pyoxigraph.Triple], known: Graph) -> Graph:
    """One graph of all that the quads say, the text excepted, and of the triples of ``known``."""
    graph = Graph(Index(), bind_namespaces="none")
    for triple in known:
        graph.add(triple)
    for quad in quads:
        if quad.predicate.value != _TEXT:
            graph.add((_node(quad.subject), _node(quad.predicate), _node(quad.object)))
    return graph


@lru_cache(maxsize=8192)
def _node(node: object) -> URIRef | BNode | Literal:
    if isinstance(node, pyoxigraph.NamedNode):
        return URIRef(node.value)
    if isinstance(node, pyoxigraph.BlankNode):
        return BNode(node.value)
    assert isinstance(node, pyoxigraph.Literal)  # nothing of ours quotes a triple
    if node.language:
        return Literal(node.value, lang=node.language)
    datatype = URIRef(node.datatype.value)
    return (
        Literal(node.value, normalize=False)
        if datatype == _STRING
        else Literal(node.value, datatype=datatype, normalize=False)
    )


def shorten(iri: str) -> str:
    """An IRI as a prefixed name where one of our prefixes fits.

    >>> shorten("https://w3id.org/sayso/ns#saidBy")
    'sayso:saidBy'
    """
    for space, prefix in _SPACES:
        if iri.startswith(space):
            return f"{prefix}:{iri.removeprefix(space)}"
    return iri
