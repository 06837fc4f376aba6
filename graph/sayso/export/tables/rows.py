"""The rows of a table, read from the named graphs of articles: one query a graph, chains followed in between."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from pyoxigraph import NamedNode, Store

from sayso.export.order import natural
from sayso.export.solutions import Row, solutions
from sayso.export.tables.columns import ARTICLES, FIGURES, STATEMENTS, Column, Table

_WORDS_SAID = "?row sayso:claims ?claim . ?claim a sayso:Claim ; sayso:words ?value_words"
_OUTERMOST = """?value_statement sayso:claims ?row .
    FILTER NOT EXISTS { ?outer sayso:relays ?value_statement ; sayso:claims ?row }"""
_PATTERNS = {(STATEMENTS.name, "words"): _WORDS_SAID, (FIGURES.name, "statement"): _OUTERMOST}
_FROM_STATEMENT = ("said_by", "said_by_name", "root", "root_name", "chain")


def rows(store: Store, table: Table, graphs: Sequence[NamedNode]) -> Iterator[Row]:
    """The rows of one table, graph by graph; memory holds those of one graph at a time."""
    for graph in graphs:
        if table is ARTICLES:
            yield from _read(store, table, graph)
        elif table is STATEMENTS:
            yield from _statements(store, graph).values()
        else:
            yield from _figures(store, table, graph)


def _figures(store: Store, table: Table, graph: NamedNode) -> Iterator[Row]:
    figures = list(_read(store, table, graph))
    statements = _statements(store, graph) if figures else {}
    for figure in figures:
        told = statements.get(figure["statement"], {})
        yield {**figure, **{name: told.get(name, "") for name in _FROM_STATEMENT}}


def _statements(store: Store, graph: NamedNode) -> dict[str, Row]:
    """The statements of one article by IRI, each with its root and its chain."""
    found = {row["statement"]: row for row in _read(store, STATEMENTS, graph)}
    return {iri: {**row, **_told(row, found)} for iri, row in found.items()}


def _told(row: Row, found: Mapping[str, Row]) -> Row:
    chain, seen = [row], {row["statement"]}
    while (deeper := found.get(chain[-1]["relays"])) is not None and deeper["statement"] not in seen:
        chain.append(deeper)
        seen.add(deeper["statement"])
    names = (link["said_by_name"] or "source not stated" for link in chain)
    return {"root": chain[-1]["said_by"], "root_name": chain[-1]["said_by_name"], "chain": " <- ".join(names)}


def _read(store: Store, table: Table, graph: NamedNode) -> Iterator[Row]:
    """Every cell that the graph itself holds; rows in the order of the text, since IRIs carry offsets."""
    first = table.columns[0].name
    found = sorted(solutions(store, _query(table), graph), key=lambda row: natural(row["row"]))
    yield from ({first: row["row"], **row} for row in found)


@cache
def _query(table: Table) -> str:
    columns = _read_columns(table)
    heads = " ".join(f"({column.take}(?value_{column.name}) AS ?{column.name})" for column in columns)
    optional = "\n".join(f"  OPTIONAL {{ {_pattern(table, column)} }}" for column in columns)
    where = f"GRAPH ?graph {{\n  ?row a {table.of} .\n{optional}\n}}"
    return f"SELECT ?row ?graph {heads}\nWHERE {{ {where} }}\nGROUP BY ?row ?graph"


def _read_columns(table: Table) -> list[Column]:
    return [column for column in table.columns if column.path or (table.name, column.name) in _PATTERNS]


def _pattern(table: Table, column: Column) -> str:
    return _PATTERNS.get((table.name, column.name), f"?row {column.path} ?value_{column.name}")
