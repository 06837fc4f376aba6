"""From a Reading to RDF: one named graph an article version, no blank nodes, IRIs from content."""

from pyoxigraph import Literal, NamedNode, Quad

from sayso.model.description import describe_article
from sayso.model.entities import describe_entity
from sayso.model.figures import describe_figure
from sayso.model.sheet import Sheet
from sayso.model.statements import describe_statements
from sayso.model.terms import node
from sayso.namespaces import DataIris
from sayso.read.reading import Reading


def to_quads(reading: Reading, iris: DataIris) -> list[Quad]:
    """The quads of one article, sorted: its graph, and its text in a graph of its own.

    The same Reading and base give the same quads, in the same order.
    """
    sheet = Sheet(reading.article, iris)
    describe_article(sheet)
    for entity in reading.entities:
        describe_entity(sheet, entity)
    for figure in reading.figures:
        describe_figure(sheet, figure)
    describe_statements(sheet, reading)
    key = reading.article.key
    graph = NamedNode(iris.article_graph(key))
    quads = [Quad(t.subject, t.predicate, t.object, graph) for t in sheet.triples]
    text = Literal(reading.article.text)
    quads.append(Quad(sheet.subject, node("schema:articleBody"), text, NamedNode(iris.text_graph(key))))
    return sorted(quads, key=str)
