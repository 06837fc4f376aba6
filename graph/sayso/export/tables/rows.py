"""The rows of a table, read from the graphs of articles: paths followed from each row's subject, chains too."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pyoxigraph import Literal, NamedNode, Store

from sayso.export.order import natural
from sayso.export.tables.columns import ARTICLES, FIGURES, STATEMENTS, Column, Table
from sayso.namespaces import term

Row = dict[str, str]
"""A cell a column: an IRI whole, a literal as its text; what is open or not stated is empty."""
Facts = Mapping[str, Mapping[str, Sequence[str]]]
"""The values of one graph by subject and property."""
_TYPE, _CLAIMS, _RELAYS = term("rdf:type"), term("sayso:claims"), term("sayso:relays")
_FROM_STATEMENT = ("said_by", "said_by_name", "root", "root_name", "chain")


def rows(store: Store, table: Table, graphs: Sequence[NamedNode]) -> Iterator[Row]:
    """The rows of one table, graph by graph, in the order of the text; memory holds one graph at a time."""
    for graph in graphs:
        facts = _facts(store, graph)
        if table is ARTICLES:
            yield from _read(facts, table)
        elif table is STATEMENTS:
            yield from _statements(facts).values()
        else:
            yield from _figures(facts)


def _figures(facts: Facts) -> Iterator[Row]:
    statements = _statements(facts)
    told_by = _outermost(facts)
    for figure in _read(facts, FIGURES):
        statement = told_by.get(figure["figure"], "")
        told = statements.get(statement, {})
        yield {**figure, "statement": statement, **{name: told.get(name, "") for name in _FROM_STATEMENT}}


def _outermost(facts: Facts) -> dict[str, str]:
    """For everything claimed, the statement that claims it and that no other which claims it passes on."""
    tellers: dict[str, list[str]] = defaultdict(list)
    for subject, values in facts.items():
        for claimed in values.get(_CLAIMS, ()):
            tellers[claimed].append(subject)
    passed_on = {(relayed, c) for v in facts.values() for relayed in v.get(_RELAYS, ()) for c in v.get(_CLAIMS, ())}
    outer = {claimed: [s for s in told if (s, claimed) not in passed_on] for claimed, told in tellers.items()}
    return {claimed: min(told, key=natural) for claimed, told in outer.items() if told}


def _statements(facts: Facts) -> dict[str, Row]:
    """The statements of one article by IRI, each with its words, its root and its chain."""
    found = {row["statement"]: row for row in _read(facts, STATEMENTS)}
    return {iri: {**row, "words": _words(facts, iri), **_told(row, found)} for iri, row in found.items()}


def _words(facts: Facts, statement: str) -> str:
    """The words of what was said, not those of the figures in it."""
    claims = (c for c in facts[statement].get(_CLAIMS, ()) if term("sayso:Claim") in facts.get(c, {}).get(_TYPE, ()))
    return min((words for claim in claims for words in _follow(facts, claim, "sayso:words")), default="")


def _told(row: Row, found: Mapping[str, Row]) -> Row:
    chain, seen = [row], {row["statement"]}
    while (deeper := found.get(chain[-1]["relays"])) is not None and deeper["statement"] not in seen:
        chain.append(deeper)
        seen.add(deeper["statement"])
    names = (link["said_by_name"] or "source not stated" for link in chain)
    return {"root": chain[-1]["said_by"], "root_name": chain[-1]["said_by_name"], "chain": " <- ".join(names)}


def _read(facts: Facts, table: Table) -> Iterator[Row]:
    """Every cell that a path leads to."""
    subjects = [subject for subject, values in facts.items() if term(table.of) in values.get(_TYPE, ())]
    for subject in sorted(subjects, key=natural):
        cells = {column.name: _cell(facts, subject, column) for column in table.columns if column.path}
        yield {table.columns[0].name: subject, **cells}


def _cell(facts: Facts, subject: str, column: Column) -> str:
    values = _follow(facts, subject, column.path)
    return (max if column.last else min)(values, key=natural, default="")


def _follow(facts: Facts, subject: str, path: str) -> list[str]:
    reached = [subject]
    for step in path.split("/"):
        reached = [value for node in reached for value in facts.get(node, {}).get(term(step), ())]
    return reached


def _facts(store: Store, graph: NamedNode) -> Facts:
    facts: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for quad in store.quads_for_pattern(None, None, None, graph):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            facts[quad.subject.value][quad.predicate.value].append(quad.object.value)
    return {subject: dict(values) for subject, values in facts.items()}
