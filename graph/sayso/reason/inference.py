"""What follows from the asserted graphs by the axioms of the ontology."""

from collections.abc import Iterable

from pyoxigraph import NamedNode, Quad, QueryTriples, Store, Triple

from sayso.namespaces import DataIris
from sayso.reason.rules import ask, rules


def infer(store: Store, iris: DataIris) -> list[Quad]:
    """The quads of the inferred graph, sorted: what the rules conclude and no graph asserts.

    The rules are applied to what is asserted, then to what that gave, until nothing new follows. None reads
    the inferred graph of the store, so that the outcome does not depend on what was inferred before.
    """
    graph = NamedNode(iris.graph("inferred"))
    ontology = list(store.quads_for_pattern(None, None, None, NamedNode(iris.graph("ontology"))))
    concluded: set[Triple] = set()
    new = _new(_apply(store, iris), store, graph)
    while new:
        concluded |= new
        new = _new(_apply(_with_ontology(new, ontology), iris), store, graph) - concluded
    return sorted((Quad(t.subject, t.predicate, t.object, graph) for t in concluded), key=str)


def _apply(store: Store, iris: DataIris) -> set[Triple]:
    found: set[Triple] = set()
    for rule in rules("conclusions"):
        triples = ask(store, rule, iris)
        assert isinstance(triples, QueryTriples)  # every rule of this kind is a CONSTRUCT query
        found.update(triples)
    return found


def _new(triples: Iterable[Triple], store: Store, inferred: NamedNode) -> set[Triple]:
    """Those that no graph of the store asserts."""
    return {t for t in triples if not _is_asserted(store, t, inferred)}


def _is_asserted(store: Store, triple: Triple, inferred: NamedNode) -> bool:
    found = store.quads_for_pattern(triple.subject, triple.predicate, triple.object)
    return any(quad.graph_name != inferred for quad in found)


def _with_ontology(triples: Iterable[Triple], ontology: list[Quad]) -> Store:
    """A store in memory with the ontology, and with the triples as its only facts."""
    store, facts = Store(), NamedNode("urn:x-facts:new")
    store.bulk_extend(ontology)
    store.bulk_extend(Quad(t.subject, t.predicate, t.object, facts) for t in triples)
    return store
