"""Apache Jena gives the same SHACL report as pyshacl, on graphs that are well formed and on all that are broken."""

from pathlib import Path
from typing import Any

import pyshacl
import pytest
from pyoxigraph import NamedNode, RdfFormat, parse
from rdflib import SH, Graph
from rdflib.term import Node

from sayso.resources import resource
from sayso.validate.graphs import to_graph
from sayso.validate.shapes import NAMESPACE, Shapes

pytestmark = pytest.mark.interop

BROKEN = Path(__file__).parent.parent / "data" / "broken"
Result = tuple[str, str, str]


def shapes() -> Graph:
    graph = Graph()
    for file in sorted((resource("ontology") / "shapes").glob("*.ttl")):
        graph.parse(file)
    return graph


def results(report: Graph) -> set[Result]:
    """Which shape, which node, how grave; not the details of a result, which an engine may give or not."""
    found = list(report.objects(None, SH.result))
    return {
        (_of(report, r, SH.sourceShape), _of(report, r, SH.focusNode), _of(report, r, SH.resultSeverity)) for r in found
    }


def _of(report: Graph, result: Node, predicate: Node) -> str:
    return str(report.value(result, predicate)).removeprefix(NAMESPACE)


def reports(data: Graph, folder: Path, jena: Any) -> tuple[set[Result], set[Result]]:
    """The results of pyshacl and of Jena."""
    data.serialize(folder / "data.nt", format="nt", encoding="utf-8")
    shapes().serialize(folder / "shapes.ttl", format="turtle")
    _, ours, _ = pyshacl.validate(data, shacl_graph=shapes())
    assert isinstance(ours, Graph)
    told = jena("shacl.shacl", "validate", "--shapes", folder / "shapes.ttl", "--data", folder / "data.nt")
    return results(ours), results(Graph().parse(data=told, format="turtle"))


def broken() -> Graph:
    """Every broken file, each under a base of its own, so that their nodes stay apart."""
    data = Graph()
    for file in sorted(BROKEN.glob("*.ttl")):
        quads = parse(path=str(file), format=RdfFormat.TURTLE, base_iri=f"https://broken.example/{file.stem}/")
        for triple in to_graph(quads, Shapes.shipped().hierarchy):
            data.add(triple)
    return data


def test_the_same_results_on_all_that_is_broken(jena: Any, tmp_path: Path) -> None:
    ours, theirs = reports(broken(), tmp_path, jena)
    assert len({shape for shape, _, _ in ours}) > 50
    assert theirs == ours


def test_the_same_results_on_the_sample(sample: Any, jena: Any, tmp_path: Path) -> None:
    graphs = [NamedNode(sample.iris.article_graph(key)) for key in sample.article_keys()]
    data = Graph()
    for triple in to_graph(sample.quads(graphs), Shapes.shipped().hierarchy):
        data.add(triple)
    ours, theirs = reports(data, tmp_path, jena)
    assert theirs == ours
    assert not {severity for _, _, severity in ours} & {str(SH.Violation)}
