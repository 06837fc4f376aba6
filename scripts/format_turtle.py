"""Formats Turtle files so that a change of one triple changes one line.

    python scripts/format_turtle.py --check [FILE…]     # exit code 1 and the names of unformatted files
    python scripts/format_turtle.py --write [FILE…]

Without files it takes every ``.ttl`` under ontology/. Prefixes, subjects, predicates and objects are in
a fixed order, ontologies and schemes first, then classes, properties and individuals, each A to Z.
Relative IRIs stay relative. Comments are lost: what matters belongs into a triple.
"""

import argparse
import re
import sys
from collections.abc import Iterable
from pathlib import Path

from rdflib import RDF, BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import OWL, SH, SKOS, XSD
from rdflib.term import Node

from sayso.namespaces import PREFIXES

ROOT = Path(__file__).resolve().parent.parent
BASE = "https://relative.invalid/"
LEAD = ("rdf:type", "rdfs:label", "skos:prefLabel", "schema:name", "skos:definition", "skos:example", "skos:scopeNote")
RANKS = (
    {OWL.Ontology, SKOS.ConceptScheme},
    {OWL.Class},
    {OWL.ObjectProperty, OWL.DatatypeProperty},
    {SH.NodeShape, SH.PropertyShape},
)


class Turtle:
    """One graph as Turtle text; IRIs are shortened with ``prefixes`` and made relative to BASE."""

    def __init__(self, graph: Graph, prefixes: dict[str, str]) -> None:
        self.graph = graph
        self.spaces = sorted(((space, name) for name, space in prefixes.items()), key=lambda pair: -len(pair[0]))
        self.used: set[str] = set()

    def text(self) -> str:
        """The whole file: prefixes that are used, then one block a subject."""
        subjects = sorted({s for s in self.graph.subjects() if not isinstance(s, BNode)}, key=self._rank)
        blocks = [self._block(subject) for subject in subjects]
        heads = [
            f"@prefix {name}: <{space}> ."
            for space, name in sorted(self.spaces, key=lambda p: p[1])
            if name in self.used
        ]
        return "\n\n".join(["\n".join(heads), *blocks]) + "\n"

    def _rank(self, subject: Node) -> tuple[int, str, str]:
        types = set(self.graph.objects(subject, RDF.type))
        rank = next((i for i, kinds in enumerate(RANKS) if types & kinds), len(RANKS))
        return rank, self.name(subject).casefold(), str(subject)

    def _block(self, subject: Node) -> str:
        return f"{self.name(subject)}\n{self._predicates(subject, '    ')} ."

    def _predicates(self, subject: Node, indent: str) -> str:
        predicates = sorted(set(self.graph.predicates(subject)), key=self._predicate_rank)
        return " ;\n".join(indent + self._line(subject, predicate, indent) for predicate in predicates)

    def _predicate_rank(self, predicate: Node) -> tuple[int, str]:
        name = "rdf:type" if predicate == RDF.type else self.name(predicate)
        return (LEAD.index(name) if name in LEAD else len(LEAD)), name

    def _line(self, subject: Node, predicate: Node, indent: str) -> str:
        verb = "a" if predicate == RDF.type else self.name(predicate)
        objects = sorted((self.object(o, indent) for o in self.graph.objects(subject, predicate)), key=str.casefold)
        apart = " , " if predicate == RDF.type else f" ,\n{indent}    "
        return f"{verb} {apart.join(sorted(objects, key=lambda o: (o.casefold(), o)))}"

    def object(self, node: Node, indent: str) -> str:
        """An object: a list in parentheses, a blank node in brackets, an IRI or a literal."""
        if isinstance(node, Literal):
            return self._literal(node)
        if node != RDF.nil and (node, RDF.first, None) not in self.graph and isinstance(node, BNode):
            return f"[\n{self._predicates(node, indent + '    ')}\n{indent}]"
        if isinstance(node, BNode):
            items = [self.object(item, indent + "    ") for item in Collection(self.graph, node)]
            short = f"( {' '.join(items)} )"
            deeper = f"\n{indent}    "
            return short if len(short) < 90 and "\n" not in short else f"({deeper}{deeper.join(items)}\n{indent})"
        return self.name(node)

    def name(self, node: Node) -> str:
        """An IRI as a prefixed name where it has one, else relative to BASE or in full."""
        iri = str(node)
        for space, prefix in self.spaces:
            local = iri.removeprefix(space)
            if local != iri and re.fullmatch(r"(?:\w(?:[\w.-]*[\w-])?)?", local):
                self.used.add(prefix)
                return f"{prefix}:{local}"
        return f"<{iri.removeprefix(BASE)}>"

    def _literal(self, node: Literal) -> str:
        plain = {XSD.integer: r"[+-]?\d+", XSD.decimal: r"[+-]?\d*\.\d+", XSD.boolean: "true|false"}
        if node.datatype in plain and re.fullmatch(plain[node.datatype], str(node)):
            return str(node)
        quoted = '"' + re.sub(r'["\\]', r"\\\g<0>", str(node)).replace("\n", "\\n").replace("\r", "\\r") + '"'
        if node.language:
            return f"{quoted}@{node.language}"
        if node.datatype in (None, XSD.string):
            return quoted
        return f"{quoted}^^{self.name(URIRef(node.datatype))}"


def format_turtle(text: str) -> str:
    """The same triples in the fixed order; ``text`` may use relative IRIs and its own prefixes."""
    graph = Graph(bind_namespaces="none")
    graph.parse(data=text, format="turtle", publicID=BASE)
    declared = {name: str(space) for name, space in graph.namespaces()}
    return Turtle(graph, declared | PREFIXES).text()


def unformatted(files: Iterable[Path]) -> Iterable[tuple[Path, str]]:
    """The files that formatting would change, each with its new text."""
    for file in files:
        old = file.read_text(encoding="utf-8")
        if (new := format_turtle(old)) != old:
            yield file, new


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    mode = parser.add_mutually_exclusive_group(required=True)
    mode.add_argument("--check", action="store_true")
    mode.add_argument("--write", action="store_true")
    parser.add_argument("files", nargs="*", type=Path)
    options = parser.parse_args()
    changed = list(unformatted(options.files or sorted((ROOT / "ontology").rglob("*.ttl"))))
    for file, new in changed:
        print(f"{file}: {'formatted' if options.write else 'not formatted: run scripts/format_turtle.py --write'}")
        if options.write:
            file.write_text(new, encoding="utf-8")
    return 1 if changed and options.check else 0


if __name__ == "__main__":
    sys.exit(main())
