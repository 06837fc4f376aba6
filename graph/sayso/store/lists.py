"""IRIs for the nodes of RDF lists, which a Turtle file leaves blank: nothing blank is stored."""

from collections import defaultdict
from collections.abc import Iterable
from hashlib import sha256

from pyoxigraph import BlankNode, NamedNode, Quad

from sayso.namespaces import VOCABULARY, term

_LIST = {NamedNode(term("rdf:first")), NamedNode(term("rdf:rest"))}


def name_lists(quads: Iterable[Quad]) -> list[Quad]:
    """The quads, with an IRI made from its members in place of every blank node that is a list.

    Other blank nodes stay. Property chains in the ontology hold lists.
    """
    found = list(quads)
    blank: dict[BlankNode, list[Quad]] = defaultdict(list)
    for quad in found:
        if isinstance(quad.subject, BlankNode):
            blank[quad.subject].append(quad)
    names: dict[object, NamedNode] = {}
    open_lists = {node for node, parts in blank.items() if {q.predicate for q in parts} == _LIST}
    while ends := {n for n in open_lists if not open_lists & {q.object for q in blank[n]}}:
        names |= {node: _name(names.get(q.object, q.object) for q in blank[node]) for node in ends}
        open_lists -= ends
    return [Quad(names.get(q.subject, q.subject), q.predicate, names.get(q.object, q.object)) for q in found]


def _name(parts: Iterable[object]) -> NamedNode:
    content = "\n".join(sorted(map(str, parts)))
    return NamedNode(f"{VOCABULARY}.well-known/genid/{sha256(content.encode()).hexdigest()[:32]}")
