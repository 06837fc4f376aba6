"""Turtle and TriG that people read: grouped by article, one line a predicate, the same bytes every time.

RDF 1.1 Turtle, section 2. An own writer, because a general one orders subjects by reference count,
so that one new link would move whole blocks, and takes seconds an article.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import IO

from pyoxigraph import Literal, NamedNode, Store, Triple

from sayso.export.order import Description, Term, describe, prefixed
from sayso.namespaces import PREFIXES, term

_BARE_NUMBER = re.compile(r"[+-]?\d+")
_BARE_DECIMAL = re.compile(r"[+-]?\d*\.\d+")
_TYPE = NamedNode(term("rdf:type"))


def write_turtle(store: Store, graphs: Sequence[NamedNode], out: IO[bytes], base: str) -> None:
    """Write the graphs merged into one: what belongs to an article under its heading, then what is shared."""
    writer = TurtleWriter(out, base)
    writer.head()
    shared: set[Triple] = set()
    for graph in graphs:
        article = graph.value.replace("/graph/article/", "/article/").replace("/graph/text/", "/article/")
        own: list[Triple] = []
        for quad in store.quads_for_pattern(None, None, None, graph):
            belongs = isinstance(quad.subject, NamedNode) and quad.subject.value.partition("#")[0] == article
            own.append(quad.triple) if belongs else shared.add(quad.triple)
        if own:
            writer.section(_heading(own) or article.removeprefix(base), own)
    if shared:
        writer.section("Shared by articles", shared)


def write_trig(store: Store, graphs: Sequence[NamedNode], out: IO[bytes], base: str) -> None:
    """Write each graph as a block of its own; memory holds one graph at a time."""
    writer = TurtleWriter(out, base)
    writer.head()
    for graph in graphs:
        writer.block(graph, (quad.triple for quad in store.quads_for_pattern(None, None, None, graph)))


def _heading(triples: Sequence[Triple]) -> str:
    """An article's headline and date, on one line."""
    facts = {t.predicate.value: t.object.value for t in triples if isinstance(t.object, Literal)}
    told = (facts.get(term("schema:headline")), facts.get(term("schema:datePublished")))
    return " ".join(", ".join(fact for fact in told if fact).split())


class TurtleWriter:
    """Writes terms as short as Turtle allows: relative to the base, prefixed, numbers without quotes."""

    def __init__(self, out: IO[bytes], base: str) -> None:
        self._out, self._base = out, base
        self._known: dict[Term, str] = {}

    def head(self) -> None:
        """The base and every prefix, whether used or not, so that files of one dataset can be joined."""
        lines = [f"@base <{self._base}> .", *(f"@prefix {p}: <{ns}> ." for p, ns in sorted(PREFIXES.items()))]
        self._write("\n".join(lines) + "\n")

    def section(self, heading: str, triples: Iterable[Triple]) -> None:
        """A comment, then the descriptions of the triples' subjects."""
        self._write(f"\n\n# {heading}\n" + "".join(f"\n{text}\n" for text in self._blocks(triples, "")))

    def block(self, graph: NamedNode, triples: Iterable[Triple]) -> None:
        """A named graph."""
        body = "\n".join(f"{text}\n" for text in self._blocks(triples, "    "))
        self._write(f"\n{self.term(graph)} {{\n{body}}}\n")

    def term(self, value: Term) -> str:
        """A term in Turtle."""
        if not isinstance(value, NamedNode | Literal):
            return str(value)
        if (known := self._known.get(value)) is None:
            known = self._iri(value) if isinstance(value, NamedNode) else self._literal(value)
            if isinstance(value, NamedNode) and not value.value.startswith(self._base):
                self._known[value] = known
        return known

    def _blocks(self, triples: Iterable[Triple], indent: str) -> Iterator[str]:
        for description in describe(triples):
            yield indent + self._description(description, indent)

    def _description(self, description: Description, indent: str) -> str:
        subject, predicates = description
        lines = [f"{self._verb(p)} {', '.join(map(self.term, objects))}" for p, objects in predicates]
        return f"{self.term(subject)} " + f" ;\n{indent}    ".join(lines) + " ."

    def _verb(self, predicate: NamedNode) -> str:
        return "a" if predicate == _TYPE else self.term(predicate)

    def _iri(self, node: NamedNode) -> str:
        iri = node.value
        if iri.startswith(self._base) and self._base.endswith("/"):
            local = iri.removeprefix(self._base)
            return f"<{local}>" if _RELATIVE.fullmatch(local) else str(node)
        return prefixed(iri) or str(node)

    def _literal(self, literal: Literal) -> str:
        datatype = literal.datatype.value.removeprefix(PREFIXES["xsd"])
        if datatype == "integer" and _BARE_NUMBER.fullmatch(literal.value):
            return literal.value
        if datatype == "decimal" and _BARE_DECIMAL.fullmatch(literal.value):
            return literal.value
        if literal.language or datatype == "string":
            return str(literal)
        return f"{Literal(literal.value)}^^{self.term(literal.datatype)}"

    def _write(self, text: str) -> None:
        self._out.write(text.encode("utf-8"))


_RELATIVE = re.compile(r"[^\W_][^:/?#]*(/[^/?#.][^/?#]*)*(#.*)?")
"""A relative reference that resolves to base + itself (RFC 3986, 5.2): no scheme, no dot segment."""
