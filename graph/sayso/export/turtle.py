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

_DATA_PREFIXES = ("agent", "group", "outlet", "place")
_BARE_NUMBER = re.compile(r"[+-]?\d+")
_BARE_DECIMAL = re.compile(r"[+-]?\d*\.\d+")
_TYPE = NamedNode(term("rdf:type"))


def write_turtle(store: Store, graphs: Sequence[NamedNode], out: IO[bytes], base: str) -> None:
    """Write the graphs merged into one: what belongs to an article under its heading, then what is shared."""
    writer = TurtleWriter(out, base)
    writer.head()
    shared: set[Triple] = set()
    for graph in graphs:
        article = _article_of(graph, base)
        own: list[Triple] = []
        for quad in store.quads_for_pattern(None, None, None, graph):
            belongs = isinstance(quad.subject, NamedNode) and quad.subject.value.partition("#")[0] == article
            own.append(quad.triple) if belongs else shared.add(quad.triple)
        if own and article:
            writer.section(article, _heading(own), own)
    if shared:
        writer.section(base, "Shared by articles", shared)


def write_trig(store: Store, graphs: Sequence[NamedNode], out: IO[bytes], base: str) -> None:
    """Write each graph as a block of its own; memory holds one graph at a time."""
    writer = TurtleWriter(out, base)
    writer.head()
    for graph in graphs:
        triples = [quad.triple for quad in store.quads_for_pattern(None, None, None, graph)]
        writer.block(_article_of(graph, base) or base, graph, triples)


def _article_of(graph: NamedNode, base: str) -> str | None:
    """The article whose graph or text this is."""
    for start in ("graph/article/", "graph/text/"):
        if graph.value.startswith(base + start):
            return f"{base}article/{graph.value.removeprefix(base + start)}"
    return None


def _heading(triples: Sequence[Triple]) -> str:
    """An article's headline and date, on one line."""
    facts = {t.predicate.value: t.object.value for t in triples if isinstance(t.object, Literal)}
    told = (facts.get(term("schema:headline")), facts.get(term("schema:datePublished")))
    return " ".join(", ".join(fact for fact in told if fact).split())


class TurtleWriter:
    """Writes terms as short as Turtle allows: within an article ``<#s310>``, elsewhere prefixed names."""

    def __init__(self, out: IO[bytes], base: str) -> None:
        self._out, self._here = out, base
        self._data = {f"{base}{name}/": name for name in _DATA_PREFIXES}
        self._known: dict[Term, str] = {}

    def head(self) -> None:
        """Every prefix, whether used or not, so that files of one dataset can be joined."""
        prefixes = {**PREFIXES, **{prefix: namespace for namespace, prefix in self._data.items()}}
        self._write("".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in sorted(prefixes.items())))

    def section(self, here: str, heading: str, triples: Iterable[Triple]) -> None:
        """A comment, the base for what follows, then the descriptions of the triples' subjects."""
        self._move(here, heading)
        self._write("".join(f"\n{text}\n" for text in self._blocks(triples, "")))

    def block(self, here: str, graph: NamedNode, triples: Sequence[Triple]) -> None:
        """A named graph."""
        self._move(here, _heading(triples))
        body = "\n".join(f"{text}\n" for text in self._blocks(triples, "    "))
        self._write(f"\n{self.term(graph)} {{\n{body}}}\n")

    def _move(self, here: str, heading: str) -> None:
        self._here = here
        self._write(f"\n\n# {heading}\n@base <{here}> .\n" if heading else f"\n\n@base <{here}> .\n")

    def term(self, value: Term) -> str:
        """A term in Turtle."""
        if not isinstance(value, NamedNode | Literal):
            return str(value)
        if (known := self._known.get(value)) is not None:
            return known
        if isinstance(value, Literal):
            return self._literal(value)
        if (name := prefixed(value.value, self._data) or prefixed(value.value)) is not None:
            self._known[value] = name
            return name
        return self._reference(value)

    def _blocks(self, triples: Iterable[Triple], indent: str) -> Iterator[str]:
        for description in describe(triples):
            yield indent + self._description(description, indent)

    def _description(self, description: Description, indent: str) -> str:
        subject, predicates = description
        lines = [f"{self._verb(p)} {', '.join(map(self.term, objects))}" for p, objects in predicates]
        return f"{self.term(subject)} " + f" ;\n{indent}    ".join(lines) + " ."

    def _verb(self, predicate: NamedNode) -> str:
        return "a" if predicate == _TYPE else self.term(predicate)

    def _reference(self, node: NamedNode) -> str:
        """Relative where it is the article at hand or a part of it (RFC 3986, 5.2.2), otherwise whole."""
        document, hash_sign, part = node.value.partition("#")
        return f"<{hash_sign}{part}>" if document == self._here else str(node)

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
