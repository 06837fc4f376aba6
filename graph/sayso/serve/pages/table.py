"""Rows of an answer as cells that link to where their things are described."""

from collections.abc import Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode

from sayso.query import Answer
from sayso.query.answer import Term, plain
from sayso.serve.addresses import Addresses
from sayso.serve.pages.wording import numbers, readable

_LEADS_TO = {
    "headline": ("article",),
    "speaker": ("agent",),
    "root": ("root_agent",),
    "content": ("statement",),
    "words": ("statement", "figure", "item"),
    "printed": ("figure",),
    "relayer_name": ("relayer",),
    "source_name": ("source",),
    "outlet_name": ("outlet",),
    "kind": ("concept",),
}
"""By column of words: the columns that hold the IRI of what the words are about."""
_LOCAL = ("stance", "manner", "counted_as", "bound", "kind", "role", "part")


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows and where it leads; ``name`` is its column."""

    name: str
    text: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """``columns`` are the headings, ``rows`` their cells."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def table_of(answer: Answer, addresses: Addresses) -> Table:
    """The answer with its IRIs as links, behind words where there are words, and both ends of a range as one."""
    behind = {name: next((c for c in _LEADS_TO.get(name, ()) if c in answer.columns), "") for name in answer.columns}
    hidden = {iri for iri in behind.values() if iri and _holds_iris(answer, iri)} | {"high" if _ranges(answer) else ""}
    columns = tuple(name for name in answer.columns if name not in hidden)
    rows = (dict(zip(answer.columns, row, strict=True)) for row in answer.rows)
    return Table(columns, tuple(tuple(_cell(row, name, behind[name], addresses) for name in columns) for row in rows))


def _ranges(answer: Answer) -> bool:
    return {"low", "high"} <= set(answer.columns)


def _holds_iris(answer: Answer, column: str) -> bool:
    at = answer.columns.index(column)
    return all(row[at] is None or isinstance(row[at], NamedNode) for row in answer.rows)


def _cell(row: Mapping[str, Term | None], name: str, behind: str, addresses: Addresses) -> Cell:
    value, target = row[name], row.get(behind) if behind else row[name]
    address = addresses.of(target.value) if isinstance(target, NamedNode) else ""
    if name == "low" and "high" in row:
        return Cell(name, numbers(plain(value), plain(row["high"])))
    text = plain(value)
    if isinstance(value, NamedNode):
        text = addresses.short(text)
    elif behind and not text and address:
        text = "untitled" if name == "headline" else "here"
    elif name in _LOCAL:
        text = readable(text)
    return Cell(name, text, address)
