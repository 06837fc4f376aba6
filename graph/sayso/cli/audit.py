"""``sayso audit``: on whose word do the figures of a store rest?"""

import json
import sys
from pathlib import Path

import click
from rich.console import Console

from sayso.audit import SEVERITIES, Selection, audit, look_at
from sayso.audit.json_form import to_json
from sayso.cli.audit_text import print_audit
from sayso.cli.options import examples, store_option
from sayso.store import Dataset

_WIDTH = 120
_EVENTS = 5


_EXAMPLES = examples(
    "sayso audit --about Kursk --kind killed",
    'sayso audit --who "Lee" --format json',
    "sayso audit --about Kursk --format html > audit.html",
)


@click.command("audit", epilog=_EXAMPLES)
@click.option("--kind", default="", help="Figures of this kind and kinds below it: killed, casualties, deployed, …")
@click.option("--about", default="", help="Words of the figure, of whom it counts, of its place or of the headline.")
@click.option("--population", default="", help="Whom the figure counts, such as soldiers.")
@click.option("--place", default="", help="The place for which the figure holds.")
@click.option("--since", default="", help="Told on this day, month or year, or later.")
@click.option("--until", default="", help="Told on this day, month or year, or earlier.")
@click.option("--who", default="", help="Told by, or going back to, this person or body.")
@click.option("--article", default="", help="In this article: its IRI, or words of its headline or outlet.")
@click.option("--claim", default="", help="This figure alone, by its IRI.")
@click.option("--format", "form", type=click.Choice(["text", "json", "html"]), default="text", show_default=True)
@click.option("--events", default=_EVENTS, show_default=True, help="How many events to print as text; 0 for all.")
@click.option(
    "--severity",
    type=click.Choice([*SEVERITIES, "none"]),
    default="high",
    show_default=True,
    help="Exit with 1 where a finding is at least so grave.",
)
@store_option
def audit_command(*, form: str, events: int, severity: str, folder: Path, **asked: str) -> int:
    """Show on whose word the figures of a store rest: roots counted, verdicts, findings."""
    with Dataset.open(folder) as dataset:
        if dataset.ledger.is_stale():
            click.echo("note: a build of this store did not finish; run it again to complete the audit", err=True)
        selection = Selection(**asked)
        found = audit(look_at(dataset.store, dataset.iris, selection), selection)
    if form == "text":
        console = Console(width=None if Console().is_terminal else _WIDTH, highlight=False)
        print_audit(console, found, events=events or None)
    elif form == "html":
        from sayso.audit.page import to_html

        sys.stdout.buffer.write(to_html(found).encode("utf-8"))
    else:
        json.dump(to_json(found), sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
    return 1 if any(f.reaches(severity) for f in found.findings) else 0
