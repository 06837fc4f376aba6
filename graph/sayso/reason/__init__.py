"""From the asserted graphs to what follows from them, by the rules in ``ontology/rules``."""

from pyoxigraph import NamedNode, Quad, QueryTriples, Store

from sayso.namespaces import PREFIXES, DataIris
from sayso.resources import resource


def infer(store: Store, iris: DataIris) -> list[Quad]:
    """The quads of the inferred graph, sorted: what the rules conclude and no graph asserts.

    Each rule is a CONSTRUCT query: over the articles by the name of their graph, and over all other graphs
    as the default graph. None reads the inferred graph itself, so that the outcome does not depend on what
    was inferred before.
    """
    graph = NamedNode(iris.graph("inferred"))
    asserted = [g for g in store.named_graphs() if isinstance(g, NamedNode) and g != graph]
    of_articles = (iris.article_graph(""), iris.text_graph(""))
    reference = [g for g in asserted if not g.value.startswith(of_articles)]
    triples = (triple for rule in _rules() for triple in _apply(store, rule, reference, asserted))
    concluded = {Quad(t.subject, t.predicate, t.object, graph) for t in triples}
    return sorted((q for q in concluded if not _is_asserted(store, q, graph)), key=str)


def _rules() -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(resource("ontology/rules").glob("*.rq"))]


def _apply(store: Store, rule: str, reference: list[NamedNode], named: list[NamedNode]) -> QueryTriples:
    found = store.query(rule, prefixes=PREFIXES, default_graph=[*reference], named_graphs=[*named])
    assert isinstance(found, QueryTriples)  # every rule is a CONSTRUCT query
    return found


def _is_asserted(store: Store, quad: Quad, inferred: NamedNode) -> bool:
    found = store.quads_for_pattern(quad.subject, quad.predicate, quad.object)
    return any(q.graph_name != inferred for q in found)
