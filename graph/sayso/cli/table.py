"""Answers as a person reads them on a terminal."""

import os
import re

import click
from pyoxigraph import NamedNode
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from sayso.errors import QuestionError
from sayso.namespaces import PREFIXES
from sayso.query import Answer, Term
from sayso.query.answer import plain

_NARROWEST = 11
_WITHOUT_TERMINAL = 120
_NUMBER = re.compile(r"[+-]?[\d.]*")


def print_table(answer: Answer, base: str) -> None:
    """Print rows as a table on stdout, or one below the other where the columns are too many for the width.

    Columns that are empty throughout are left out, and so are those that hold IRIs alone where the
    others fill the width; the latter are named on stderr. Raises QuestionError for a graph.
    """
    if answer.graph is not None:
        raise QuestionError("this question answers with a graph, which a table cannot hold; use --format ttl")
    if not answer.rows:
        click.echo("no rows: nothing in this store answers the question as asked", err=True)
        return
    console = _console()
    filled = [n for n in range(len(answer.columns)) if any(row[n] is not None and plain(row[n]) for row in answer.rows)]
    told = [n for n in filled if not all(isinstance(row[n], NamedNode) for row in answer.rows)]
    shown = filled if len(told) < 2 or _fits(answer, filled, base, console.width) else told
    if _NARROWEST * len(shown) <= console.width:
        _print_grid(console, answer, shown, base)
    else:
        shown = filled
        _print_records(console, answer, shown, base)
    if hidden := [answer.columns[n] for n in filled if n not in shown]:
        click.echo(f"{_rows(answer)}; not shown: {', '.join(hidden)} (IRIs: use --format csv or json)", err=True)
    else:
        click.echo(_rows(answer), err=True)


def shorten(term: Term | None, base: str) -> str:
    """A term as short as it stays clear: IRIs of the dataset without its base, others as prefixed names."""
    text = plain(term)
    if not isinstance(term, NamedNode):
        return text
    if text.startswith(base):
        return text.removeprefix(base)
    for prefix, namespace in PREFIXES.items():
        if text.startswith(namespace):
            return f"{prefix}:{text.removeprefix(namespace)}"
    return text


def _console() -> Console:
    console = Console()
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console = Console(width=_WITHOUT_TERMINAL)
    return console


def _rows(answer: Answer) -> str:
    return f"{len(answer.rows)} row{'s' if len(answer.rows) != 1 else ''}"


def _fits(answer: Answer, columns: list[int], base: str, width: int) -> bool:
    widest = [max(len(answer.columns[n]), *(len(shorten(row[n], base)) for row in answer.rows)) for n in columns]
    return sum(widest) + 2 * len(columns) <= width


def _print_grid(console: Console, answer: Answer, columns: list[int], base: str) -> None:
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for n in columns:
        numeric = all(_NUMBER.fullmatch(plain(row[n])) for row in answer.rows)
        table.add_column(answer.columns[n].replace("_", " "), overflow="fold", justify="right" if numeric else "left")
    for row in answer.rows:
        table.add_row(*(escape(shorten(row[n], base)) for n in columns))
    console.print(table)


def _print_records(console: Console, answer: Answer, columns: list[int], base: str) -> None:
    for number, row in enumerate(answer.rows, 1):
        record = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
        record.add_column(style="bold")
        record.add_column(overflow="fold")
        for n in columns:
            if plain(row[n]):
                record.add_row(answer.columns[n].replace("_", " "), escape(shorten(row[n], base)))
        console.rule(str(number), align="left")
        console.print(record)
