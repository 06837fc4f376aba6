"""The graphs that are the same for every article: the ontology with its vocabularies, and the gazetteer."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, parse

from sayso.errors import SaysoError
from sayso.namespaces import DataIris
from sayso.resources import resource
from sayso.store.lists import name_lists


def reference_graphs(iris: DataIris, gazetteers: Sequence[Path] = ()) -> dict[str, list[Quad]]:
    """The reference graphs by name; relative IRIs in a gazetteer resolve against the base of the data.

    Raises SaysoError where a file of the user's is not Turtle.
    """
    shipped = sorted(resource("ontology/gazetteer").glob("*.ttl"))
    return {
        "gazetteer": _load([*shipped, *gazetteers], iris, NamedNode(iris.graph("gazetteer"))),
        "ontology": _load(ontology_files(), iris, NamedNode(iris.graph("ontology"))),
    }


def ontology_files() -> list[Path]:
    """The shipped files that say what terms mean: header, borrowed terms, modules, vocabularies and alignments."""
    folders = [resource(f"ontology/{name}") for name in ("modules", "vocabularies", "alignments")]
    heads = [resource("ontology/sayso.ttl"), resource("ontology/borrowed.ttl")]
    return [*heads, *(path for folder in folders for path in sorted(folder.glob("*.ttl")))]


def _load(paths: Iterable[Path], iris: DataIris, graph: NamedNode) -> list[Quad]:
    quads: set[Quad] = set()
    for path in paths:
        try:
            found = name_lists(parse(path=str(path), format=RdfFormat.TURTLE, base_iri=iris.base))
        except (SyntaxError, OSError, ValueError) as error:
            raise SaysoError(f"{path}: not a Turtle file that can be read: {error}") from error
        quads |= {Quad(q.subject, q.predicate, q.object, graph) for q in found}
    if any(isinstance(term, BlankNode) for q in quads for term in (q.subject, q.object)):
        raise SaysoError(f"{graph.value}: blank nodes are not stored; give every node an IRI")
    return sorted(quads, key=str)
