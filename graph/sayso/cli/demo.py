"""``sayso demo``: the bundled sample corpus, built, checked and asked one question."""

import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from shlex import quote
from shutil import which

import click
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from sayso.cli.build import build_with_progress
from sayso.cli.summary import exit_code, print_summary
from sayso.pipeline import Settings
from sayso.query import ask, find_question
from sayso.query.answer import plain
from sayso.resources import resource
from sayso.store import Dataset

_QUESTION, _ABOUT = "figures-about-one-event", "Kursk"
_SHOWN = ("casualties", "killed", "wounded", "deployed")
_WIDTH = 110


@click.command("demo")
@click.option(
    "--store",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default="demo-store",
    show_default=True,
    help="Where to build it.",
)
def demo_command(folder: Path) -> int:
    """Build the bundled sample articles into a store and show on whose word their figures rest."""
    console = Console(width=None if Console().is_terminal else _WIDTH, highlight=False)
    with Dataset.open(folder, write=True) as dataset:
        summary = build_with_progress((str(resource("sample/articles")),), dataset, Settings())
        answer = ask(dataset.store, find_question(_QUESTION), {"about": _ABOUT}, dataset.iris.base)
    print_summary(summary, folder)
    rows = [{name: plain(term) for name, term in zip(answer.columns, row, strict=True)} for row in answer.rows]
    told = [row for row in rows if row["kind"] in _SHOWN]
    console.print(Text("\nNorth Korean soldiers at Kursk: which figures were told, and on whose word?", style="bold"))
    console.print("“A ← B” means: the article has it from A, who has it from B. Seven mouths may be one source.\n")
    for kind, group in groupby(sorted(told, key=lambda row: _SHOWN.index(row["kind"])), key=lambda row: row["kind"]):
        console.print(_table(kind, list(group)))
    for line in _next(folder):
        console.print(line, soft_wrap=True)
    return exit_code(summary)


def _table(kind: str, rows: list[dict[str, str]]) -> Table:
    told = f"told {len(rows)} times" if len(rows) != 1 else "told once"
    table = Table(title=f"{kind}: {told}", title_justify="left", title_style="bold", box=SIMPLE_HEAD)
    table.add_column("as of", no_wrap=True)
    table.add_column("reads as", justify="right", no_wrap=True)
    table.add_column("words as printed", ratio=3)
    table.add_column("on whose word", ratio=4)
    table.add_column("article in", ratio=2)
    for row in rows:
        told_by = row["chain"].replace("<-", "←") or "the article's own voice"
        table.add_row(row["date"], _numbers(row["low"], row["high"]), f"“{row['words']}”", told_by, row["outlet"])
    return table


def _numbers(low: str, high: str) -> str:
    """A range as people write it: 600, ≥ 100, ≤ 1,000, 10,000–12,000.

    >>> _numbers("100", ""), _numbers("600", "600"), _numbers("10000", "12000")
    ('≥ 100', '600', '10,000–12,000')
    """
    low, high = (f"{float(n):,.10g}" if n else "" for n in (low, high))
    if low == high:
        return low
    return f"≥ {low}" if not high else f"≤ {high}" if not low else f"{low}–{high}"


def _next(folder: Path) -> Iterator[str]:
    sayso, store = _program(), f"--store {quote(str(folder))}"
    yield Text("\nTry next:", style="bold").markup
    yield f"  {sayso} query who-relays-whom {store}"
    yield f'  {sayso} query who-said-what-about --param who="Lee Seong-kweun" --param about="soldiers" {store}'
    yield f"  {sayso} export --format turtle {store} > who-said-what.ttl"
    yield f"Your own articles: {sayso} build FOLDER --store my-store. All questions: {sayso} questions"


def _program() -> str:
    """How sayso is called here: by its name where the shell finds it, otherwise by its path."""
    called = Path(sys.argv[0])
    return "sayso" if called.name != "sayso" or which("sayso") else str(called)
