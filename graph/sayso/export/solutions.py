"""What a query finds in one named graph, as plain text: the form that networks and annotations are made of."""

from collections.abc import Iterator

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, Store, Variable

from sayso.namespaces import PREFIXES

Row = dict[str, str]
"""A value a variable: an IRI whole, a literal as its text; unbound is empty."""


def solutions(store: Store, query: str, graph: NamedNode) -> Iterator[Row]:
    """The solutions of a SELECT with ``?graph`` bound; the engine binds it only where SELECT names it."""
    found = store.query(query, prefixes=PREFIXES, substitutions={Variable("graph"): graph})
    assert isinstance(found, QuerySolutions)  # a SELECT
    names = [variable.value for variable in found.variables]
    for solution in found:
        yield {name: _plain(solution[name]) for name in names}


def _plain(value: object) -> str:
    return value.value if isinstance(value, NamedNode | Literal | BlankNode) else ""
