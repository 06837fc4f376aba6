"""Breaks one triple after another of sample articles, and writes which share of the faults validation catches.

    python scripts/mutate_graph.py [FILE…]

A fault is one that the shapes, or the check against the text, promise to catch: a required triple is dropped, a
single one doubled, a link leads nowhere, a literal has another datatype, an offset is shifted, a quote altered.
Without files it takes one sample article. Exit code 1 where a fault goes unnoticed.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad
from rdflib import RDF, RDFS, SH, Graph, URIRef

from measurements import table, write_section
from sayso.model import to_quads
from sayso.namespaces import DataIris, term
from sayso.read.articles import read_articles
from sayso.read.reading import Reading
from sayso.resources import resource
from sayso.validate import validate
from sayso.validate.graphs import shorten, to_graph
from sayso.validate.shapes import Shapes

NOWHERE = NamedNode("https://nowhere.example/")
TYPE = term("rdf:type")
OFFSETS = {term("oa:start"), term("oa:end"), term("sayso:textLength")}
CHECKED_BY_TEXT = {term("oa:exact"), term("sayso:textDigest")}


@dataclass(frozen=True)
class Mutant:
    """A graph with one fault; ``kind`` names the class, the property and what was done to one of its triples."""

    kind: str
    triple: str
    quads: tuple[Quad, ...]


def mutants(quads: list[Quad]) -> Iterator[Mutant]:
    """Every mutant of an article graph whose fault the shapes, or the check against the text, promise to catch."""
    shapes = Graph()
    for file in sorted(resource("ontology/shapes").glob("*.ttl")):
        shapes.parse(file)
    hierarchy = Shapes.shipped().hierarchy
    graph = to_graph(quads, hierarchy)
    promised = {c: list(_properties(shapes, graph, c)) for c in set(shapes.objects(None, SH.targetClass))}
    for quad in quads:
        types = set(graph.objects(URIRef(quad.subject.value), RDF.type))
        wider = types | {w for t in types for w in hierarchy.objects(t, RDFS.subClassOf)}
        for class_ in sorted(wider & set(promised), key=str):
            for shape in promised[class_]:
                if str(shapes.value(shape, SH.path)) == quad.predicate.value:
                    for done, others in _faults(quad, quads, shapes, shape):
                        kind = f"{shorten(str(class_))} {shorten(quad.predicate.value)} {done}"
                        yield Mutant(kind, str(quad.triple), tuple(others))
        if quad.predicate.value == TYPE:
            without = tuple(q for q in quads if q != quad)
            yield Mutant(f"{shorten(quad.object.value)} rdf:type dropped", str(quad.triple), without)


def _properties(shapes: Graph, graph: Graph, class_: object) -> Iterator[URIRef]:
    for node in shapes.subjects(SH.targetClass, class_):
        yield from (s for s in shapes.objects(node, SH.property) if shapes.value(s, SH.severity) == SH.Violation)


def _faults(quad: Quad, quads: list[Quad], shapes: Graph, shape: URIRef) -> Iterator[tuple[str, list[Quad]]]:
    """What can be done to the triple that the property shape promises to catch."""
    others = [q for q in quads if q != quad]
    alike = [q for q in others if (q.subject, q.predicate) == (quad.subject, quad.predicate)]
    least, most = shapes.value(shape, SH.minCount), shapes.value(shape, SH.maxCount)
    if least is not None and len(alike) < int(least):
        yield "dropped", others
    if most is not None and len(alike) + 1 >= int(most):
        yield "doubled", [*quads, _with(quad, _other_than(quad.object))]
    if shapes.value(shape, SH["class"]) or shapes.value(shape, SH["in"]) or shapes.value(shape, SH.node):
        yield "leading nowhere", [*others, _with(quad, NOWHERE)]
    if shapes.value(shape, SH.datatype) or shapes.value(shape, SH["or"]):
        yield "of another datatype", [*others, _with(quad, _of_another_datatype(quad.object))]
    if quad.predicate.value in OFFSETS:
        yield "shifted by one", [*others, _with(quad, Literal(int(quad.object.value) + 1))]
    if quad.predicate.value in CHECKED_BY_TEXT:
        yield "altered", [*others, _with(quad, Literal(quad.object.value[:-1] + "0"))]


def _with(quad: Quad, value: NamedNode | Literal) -> Quad:
    return Quad(quad.subject, quad.predicate, value, quad.graph_name)


def _other_than(value: object) -> NamedNode | Literal:
    if isinstance(value, NamedNode):
        return NamedNode(value.value + "-other")
    assert isinstance(value, Literal)
    return Literal(value.value + "1", datatype=value.datatype)


def _of_another_datatype(value: object) -> Literal:
    is_text = isinstance(value, Literal) and value.datatype.value == term("xsd:string")
    return Literal(7) if is_text else Literal("unclear")


def is_caught(mutant: Mutant, text: str) -> bool:
    """Whether validation finds a violation in the mutant."""
    return not validate(mutant.quads, text).conforms


def of_each_kind(found: Iterable[Mutant]) -> list[Mutant]:
    """The first mutant of each kind."""
    first: dict[str, Mutant] = {}
    for mutant in found:
        first.setdefault(mutant.kind, mutant)
    return list(first.values())


def main() -> int:
    """Try every mutant of the files, and write a section of docs/measurements.md."""
    files = sys.argv[1:] or [str(resource("sample/articles/03-example-wire.txt"))]
    tried, caught, missed = Counter[str](), Counter[str](), []
    for reading in read_articles(files):
        assert isinstance(reading, Reading)
        for mutant in mutants(to_quads(reading, DataIris())):
            done = mutant.kind.split(" ", 2)[2]
            tried[done] += 1
            if is_caught(mutant, reading.article.text):
                caught[done] += 1
            else:
                missed.append(f"{mutant.kind}: {mutant.triple}")
    rows = [[done, f"{tried[done]:,}", f"{caught[done]:,}"] for done in sorted(tried)]
    share = f"{caught.total():,} of {tried.total():,} faults are caught ({caught.total() / tried.total():.1%})."
    write_section(
        "Faults that validation catches",
        "python scripts/mutate_graph.py",
        f"Every triple of a sample article about which a shape promises something is broken, one at a time. {share}\n\n"
        + table(["what was done to one triple", "faults", "caught"], rows),
    )
    print(*missed, sep="\n", file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
