"""The validation of one article: its graph against the shapes, its evidence against its text."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pyoxigraph import Quad, Triple
from rdflib import RDF, Graph, URIRef

from sayso.namespaces import term
from sayso.validate.evidence import check_evidence, check_text, check_words
from sayso.validate.graphs import to_graph
from sayso.validate.records import RECORD_SHAPES
from sayso.validate.report import Finding, Report
from sayso.validate.shapes import Shapes
from sayso.validate.words import title_of, words_of

_ARTICLE = URIRef(term("schema:NewsArticle"))
_UNSEEN = "The node has no type that a shape knows, so that no rule has looked at it: what is said of it is unchecked."
_GRAVITY = {"violation": 0, "warning": 1, "info": 2}


def validate(quads: Iterable[Quad | Triple], text: str, shapes: Shapes | None = None) -> Report:
    """What breaks a shape in the graph of one article, and what does not fit its canonical text.

    The triple that holds the text may be among the quads or not. Findings come with the gravest
    first, then by shape and focus node, so that the same graph gives the same report.
    """
    shapes = shapes or Shapes.shipped()
    graph = to_graph(quads, shapes.hierarchy)
    counts = {name: count for name, count in shapes.focus_nodes(graph).items() if count or name not in RECORD_SHAPES}
    found = [*shapes.check(graph), *check_evidence(graph, text), *check_words(graph), *check_text(graph, text)]
    found += _nothing_to_see(counts)
    article, title = str(next(graph.subjects(RDF.type, _ARTICLE), "")), title_of(graph)
    found += [Finding("violation", "Node-type", part, _UNSEEN) for part in shapes.unseen(graph, article) if article]
    findings = {replace(f, words=_words(graph, f), article=article, title=title) for f in found}
    return Report(tuple(sorted(findings, key=_order)), counts)


def _nothing_to_see(counts: dict[str, int]) -> Iterator[Finding]:
    if not counts.get("Article"):
        message = "The graph describes no article: a validation that looked at nothing proves nothing."
        yield Finding("violation", "Article", "", message)


def _words(graph: Graph, finding: Finding) -> str:
    return words_of(graph, URIRef(finding.focus)) if finding.focus else ""


def _order(finding: Finding) -> tuple[int, str, str, str, str]:
    return _GRAVITY[finding.severity], finding.shape, finding.focus, finding.value, finding.message
