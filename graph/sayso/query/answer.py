"""The answer to a question: rows under columns, or a graph."""

from dataclasses import dataclass

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

Term = NamedNode | BlankNode | Literal | Triple


@dataclass(frozen=True, slots=True)
class Answer:
    """``rows`` hold one term a column, ``None`` where unbound; ``graph`` is set for CONSTRUCT alone.

    The triples of a graph are sorted, so that the same data give the same bytes.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...] = ()
    graph: tuple[Triple, ...] | None = None


def plain(term: Term | None) -> str:
    """A term as SPARQL CSV writes it: the IRI, or the text of the literal; unbound is empty."""
    if term is None:
        return ""
    return term.value if isinstance(term, NamedNode | Literal | BlankNode) else str(term)
