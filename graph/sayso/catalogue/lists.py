"""Answers the lists from the catalogue, as the questions would: the same rows in the same order."""

import json
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode, Store

from sayso.catalogue.entries import decoded, spaced
from sayso.catalogue.tables import LISTS, reading
from sayso.namespaces import term
from sayso.query import Term, find_question
from sayso.query.binding import bind
from sayso.store import Dataset

_CLAUSES: dict[str, tuple[str, Callable[[str], str]]] = {
    "words": ("instr(words, :words)", str.lower),
    "outlet": ("instr(outlets, :outlet)", spaced),
    "since": ("position >= :since", str),
    "until": ("substr(position, 1, length(:until)) <= :until", str),
    "kind": ("sort IN (SELECT kind FROM wider WHERE wider = :kind)", str),
    "how": ("sort = :how", str.lower),
    "class": ("sort = :class", str),
    "who": (
        "(instr(names, :who) OR EXISTS (SELECT 1 FROM json_each(:agents) WHERE "
        "instr(char(10) || agents || char(10), char(10) || value || char(10))))",
        str.lower,
    ),
}
"""For each parameter the condition that it makes, and how its value is compared."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Some rows of a list, and how many there are in all."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]
    total: int


def listed(
    dataset: Dataset, name: str, params: Mapping[str, str], start: int = 0, count: int | None = None
) -> Listed | None:
    """The rows of a list from ``start`` on; None where it is not kept, or is not up to date.

    Raises QuestionError for parameters that the question does not take.
    """
    if name not in LISTS or dataset.folder is None or dataset.ledger.is_stale():
        return None
    question = find_question(name)
    asked = {key: value.value for key, value in bind(question, params, dataset.iris.base).items()}
    with reading(dataset.folder) as catalogue:
        if catalogue is None or ("kind" in asked and not _is_kind(catalogue, asked["kind"])):
            return None
        where, values = _conditions(name, asked, dataset.store)
        (total,) = catalogue.execute(f"SELECT COUNT(*) FROM entries WHERE {where}", values).fetchone()
        rows = catalogue.execute(
            f"SELECT row FROM entries WHERE {where} ORDER BY position, item, rowid LIMIT :count OFFSET :start",
            {**values, "count": -1 if count is None else count, "start": start},
        ).fetchall()
    columns = tuple(column for column, _ in question.columns)
    return Listed(columns, tuple(decoded(row) for (row,) in rows), total)


def _is_kind(catalogue: sqlite3.Connection, kind: str) -> bool:
    return catalogue.execute("SELECT 1 FROM wider WHERE kind = ? LIMIT 1", (kind,)).fetchone() is not None


def _conditions(name: str, asked: Mapping[str, str], store: Store) -> tuple[str, dict[str, str]]:
    """The WHERE clause and its values, by name; no value is ever part of the clause."""
    clauses = ["list = :list", *(_CLAUSES[key][0] for key in asked)]
    values = {"list": name} | {key: _CLAUSES[key][1](value) for key, value in asked.items()}
    if "who" in asked:
        values["agents"] = json.dumps([asked["who"], *_known_as(store, asked["who"])])
    return " AND ".join(clauses), values


def _known_as(store: Store, iri: str) -> list[str]:
    """All that are judged to be the one of that IRI."""
    try:
        one = NamedNode(iri)
    except ValueError:
        return []
    found = store.quads_for_pattern(None, NamedNode(term("sayso:canonical")), one, None)
    return sorted({q.subject.value for q in found if isinstance(q.subject, NamedNode)})
