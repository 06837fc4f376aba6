"""The file of the catalogue: SQLite in the folder of the store, written whole or not at all."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path

from sayso.query import find_question

LISTS = ("find-figures", "find-statements", "find-sources")
"""The questions whose answers are kept."""
_FILE = "lists.sqlite"
_TABLES = """
CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS articles (article TEXT PRIMARY KEY, version TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS entries (
  list TEXT NOT NULL, article TEXT NOT NULL, position TEXT, item TEXT NOT NULL, sort TEXT NOT NULL,
  words TEXT NOT NULL, outlets TEXT NOT NULL, names TEXT NOT NULL, agents TEXT NOT NULL, row TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS in_order ON entries (list, position, item);
CREATE INDEX IF NOT EXISTS of_article ON entries (article);
CREATE TABLE IF NOT EXISTS wider (kind TEXT NOT NULL, wider TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS findings (
  place INTEGER PRIMARY KEY, article TEXT NOT NULL, item TEXT NOT NULL, is_said INTEGER NOT NULL, row TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS tellings (place INTEGER PRIMARY KEY, facets TEXT NOT NULL);
"""


def layout() -> str:
    """Names the tables and the questions that fill them: a catalogue of another layout is not read."""
    told = "".join(find_question(name).text for name in LISTS)
    return sha256((_TABLES + told).encode()).hexdigest()[:16]


@contextmanager
def reading(folder: Path) -> Iterator[sqlite3.Connection | None]:
    """The catalogue of a store, or None where it has none that is whole and up to date."""
    path = folder / _FILE
    if not path.exists():
        yield None
        return
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as catalogue:
        is_whole = state(catalogue, "layout") == layout() and state(catalogue, "whole") == "yes"
        yield catalogue if is_whole else None


@contextmanager
def writing(folder: Path) -> Iterator[sqlite3.Connection]:
    """The catalogue of a store, to be written in one transaction; one of another layout is made anew."""
    path = folder / _FILE
    if path.exists():
        with closing(sqlite3.connect(path)) as known:
            is_ours = state(known, "layout") == layout()
        if not is_ours:
            path.unlink()
    with closing(sqlite3.connect(path)) as catalogue, catalogue:
        catalogue.executescript(_TABLES)
        remark(catalogue, "layout", layout())
        yield catalogue


def state(catalogue: sqlite3.Connection, name: str) -> str:
    """A remark about the whole; empty where there is none."""
    try:
        found = catalogue.execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
    except sqlite3.DatabaseError:  # no catalogue, or what a kill left of one
        return ""
    return str(found[0]) if found else ""


def remark(catalogue: sqlite3.Connection, name: str, value: str) -> None:
    """Write a remark about the whole."""
    catalogue.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (name, value))
