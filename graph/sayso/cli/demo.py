"""``sayso demo``: the bundled sample corpus, built, checked and audited."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from shlex import quote
from shutil import which

import click
from rich.console import Console
from rich.text import Text

from sayso.audit import Audit, audit, look_at
from sayso.cli.audit_text import print_audit
from sayso.cli.build import build_with_progress
from sayso.cli.summary import exit_code, print_summary
from sayso.pipeline import Settings
from sayso.resources import resource
from sayso.store import Dataset

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
        found = audit(look_at(dataset.store, dataset.iris))
    print_summary(summary, folder)
    console.print(Text("\nFifteen articles. On whose word do their figures rest?", style="bold"))
    console.print("Here is the event that most tell of. “A ← B”: A has it from B. Many mouths may be one source.\n")
    print_audit(console, _first_event(found), all_kinds=False, least="medium")
    for line in _next(folder):
        console.print(line, soft_wrap=True)
    return exit_code(summary)


def _first_event(found: Audit) -> Audit:
    """The audit of the event that most articles tell of."""
    event = found.events[0]
    articles = {article.iri for article in event.articles}
    findings = tuple(finding for finding in found.findings if finding.article.iri in articles)
    return replace(found, events=(event,), findings=findings)


def _next(folder: Path) -> Iterator[str]:
    sayso, store = _program(), f"--store {quote(str(folder))}"
    yield Text("\nTry next:", style="bold").markup
    yield f"  {sayso} audit {store}"
    yield f"  {sayso} audit --about ferry --format html {store} > audit.html"
    yield f"  {sayso} query who-relays-whom {store}"
    yield f'  {sayso} query who-said-what-about --param who="Lee Seong-kweun" --param about="soldiers" {store}'
    yield f"  {sayso} export --format turtle {store} > who-said-what.ttl"
    yield f"Your own articles: {sayso} build FOLDER --store my-store. All questions: {sayso} questions"


def _program() -> str:
    """How sayso is called here: by its name where the shell finds it, otherwise by its path."""
    called = Path(sys.argv[0])
    return "sayso" if called.name != "sayso" or which("sayso") else str(called)
