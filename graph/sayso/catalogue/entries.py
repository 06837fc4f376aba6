"""The entries of the lists, from the same questions that a visitor would ask."""

import json
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Store

from sayso.namespaces import PREFIXES, term
from sayso.query import Answer, Term, ask, find_question
from sayso.query.answer import plain

_STRING = term("xsd:string")
_FIGURES = """
SELECT DISTINCT ?item ?printed ?counts ?place ?headline ?outlet {
  GRAPH ?graph {
    ?item a sayso:Figure ; sayso:reportedIn ?article ; sayso:words ?printed .
    OPTIONAL { ?article schema:headline ?headline }
    OPTIONAL { ?item sayso:counts/schema:name ?counts }
    OPTIONAL { ?item sayso:place/schema:name ?place }
    OPTIONAL { ?article schema:publisher/schema:name ?outlet }
  }
}"""
_OUTLETS = "SELECT DISTINCT ?article ?outlet { GRAPH ?graph { ?article schema:publisher/schema:name ?outlet } }"
_NAMES = """
SELECT DISTINCT ?statement ?agent ?name {
  GRAPH ?graph { ?statement sayso:saidBy ?agent . ?agent schema:name ?name }
}"""
_ALIASES = """
SELECT DISTINCT ?agent ?alias {
  { SELECT DISTINCT ?agent { ?statement sayso:saidBy ?agent } }
  ?agent schema:alternateName|skos:altLabel ?alias
}"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a list with what it can be found by; ``words`` and so on hold one text a line, in lower case.

    ``position`` is the date, or the place in a list that has none; ``sort`` the kind, stance or class.
    """

    list: str
    article: str
    position: str | None
    item: str
    sort: str
    words: str = ""
    outlets: str = ""
    names: str = ""
    agents: str = ""
    row: str = ""


def entries_of_articles(store: Store, base: str) -> Iterator[Entry]:
    """The figures and statements of all articles of a store, each list in its order."""
    yield from _figures(store, base)
    yield from _statements(store, base)


def sources(store: Store, base: str) -> Iterator[Entry]:
    """The sources of a whole store, in the order of their list."""
    aliases: dict[str, list[str]] = defaultdict(list)
    for agent, alias in _rows(store, _ALIASES):
        aliases[agent].append(alias)
    answer = ask(store, find_question("find-sources"), {}, base)
    for place, (told, row) in enumerate(_named(answer)):
        words = _lines((told["speaker"], *aliases[told["agent"]]))
        yield Entry("find-sources", "", f"{place:09}", told["agent"], told["kind"], words, row=row)


def spaced(text: str) -> str:
    """The words of a text in lower case with one space between, before and behind them, as the questions compare them.

    >>> spaced("Harbour-Post (daily)")
    ' harbour post daily '
    """
    kept = (c if unicodedata.category(c)[0] in "LMN" else " " for c in text.lower())
    return f" {' '.join(''.join(kept).split())} "


def decoded(row: str) -> tuple[Term | None, ...]:
    """The terms of a row as it was kept."""
    return tuple(_term(cell) for cell in json.loads(row))


def _figures(store: Store, base: str) -> Iterator[Entry]:
    words: dict[str, list[str]] = defaultdict(list)
    outlets: dict[str, list[str]] = defaultdict(list)
    for item, printed, counts, place, headline, outlet in _rows(store, _FIGURES):
        words[item].append(f"{printed} {counts} {place} {headline}")
        outlets[item].append(outlet)
    for told, row in _named(ask(store, find_question("find-figures"), {}, base)):
        item = told["figure"]
        printed_by = "\n".join({spaced(name): None for name in outlets[item]})
        kind = term(f"kind:{told['counted_as']}")
        yield Entry(
            "find-figures", told["article"], told["date"] or None, item, kind, _lines(words[item]), printed_by, row=row
        )


def _statements(store: Store, base: str) -> Iterator[Entry]:
    outlets: dict[str, list[str]] = defaultdict(list)
    for article, outlet in _rows(store, _OUTLETS):
        outlets[article].append(spaced(outlet))
    names: dict[tuple[str, str], list[str]] = defaultdict(list)
    for statement, agent, name in _rows(store, _NAMES):
        names[statement.partition("#")[0], agent].append(name)
    for told, row in _named(ask(store, find_question("find-statements"), {}, base)):
        article, agents = told["article"], [told["agent"], told["root_agent"]]
        called = _lines(name for agent in agents for name in names.get((article, agent), ()))
        yield Entry(
            "find-statements", article, told["date"] or None, told["statement"], told["stance"],
            told["content"].lower(), "\n".join(outlets[article]), called, "\n".join(filter(None, agents)), row,
        )  # fmt: skip


def _rows(store: Store, query: str) -> Iterator[tuple[str, ...]]:
    found = store.query(query, prefixes=PREFIXES, use_default_graph_as_union=True)
    for solution in found:  # type: ignore[union-attr]  # every query here is a SELECT
        yield tuple(plain(cell) for cell in solution)


def _named(answer: Answer) -> Iterator[tuple[dict[str, str], str]]:
    """Each row by the names of its columns, and as it is kept."""
    for row in answer.rows:
        kept = json.dumps([_cell(cell) for cell in row], ensure_ascii=False, separators=(",", ":"))
        yield dict(zip(answer.columns, map(plain, row), strict=True)), kept


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(text.lower() for text in texts))


def _cell(cell: Term | None) -> list[str | None] | None:
    if cell is None:
        return None
    if isinstance(cell, NamedNode):
        return [cell.value]
    assert isinstance(cell, Literal)  # the graphs hold no blank nodes and no quoted triples
    datatype = cell.datatype.value
    return [cell.value, cell.language, None if datatype == _STRING or cell.language else datatype]


def _term(cell: list[str | None] | None) -> Term | None:
    if cell is None:
        return None
    value, *more = cell
    assert value is not None
    if not more:
        return NamedNode(value)
    language, datatype = more
    return Literal(value, language=language, datatype=NamedNode(datatype) if datatype else None)
