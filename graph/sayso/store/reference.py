"""The graphs that are the same for every article: the ontology with its vocabularies, and the gazetteer."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, parse

from sayso.errors import SaysoError
from sayso.namespaces import DataIris
from sayso.resources import resource


def reference_graphs(iris: DataIris, gazetteers: Sequence[Path] = ()) -> dict[str, list[Quad]]:
    """The reference graphs by name; relative IRIs in a gazetteer resolve against the base of the data.

    Raises SaysoError where a file of the user's is not Turtle.
    """
    shipped = sorted(resource("ontology/gazetteer").glob("*.ttl"))
    modules = [
        p for folder in ("modules", "vocabularies") for p in sorted(resource(f"ontology/{folder}").glob("*.ttl"))
    ]
    return {
        "gazetteer": _load([*shipped, *gazetteers], iris, NamedNode(iris.graph("gazetteer"))),
        "ontology": _load([resource("ontology/sayso.ttl"), *modules], iris, NamedNode(iris.graph("ontology"))),
    }


def _load(paths: Iterable[Path], iris: DataIris, graph: NamedNode) -> list[Quad]:
    quads: set[Quad] = set()
    for path in paths:
        try:
            found = list(parse(path=str(path), format=RdfFormat.TURTLE, base_iri=iris.base))
        except (SyntaxError, OSError, ValueError) as error:
            raise SaysoError(f"{path}: not a Turtle file that can be read: {error}") from error
        quads |= {Quad(q.subject, q.predicate, q.object, graph) for q in found}
    if any(isinstance(term, BlankNode) for q in quads for term in (q.subject, q.object)):
        raise SaysoError(f"{graph.value}: blank nodes are not stored; give every node an IRI")
    return sorted(quads, key=str)
