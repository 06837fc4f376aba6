"""``sayso read``: who said what, without a store."""

import json
import sys
from pathlib import Path, PurePath

import click

from sayso.cli.options import coding_option, gazetteer_option, reader_option
from sayso.cli.read_html import page
from sayso.cli.read_text import lines
from sayso.cli.summary import print_cost
from sayso.errors import Rejected
from sayso.read.articles import read_articles
from sayso.read.cost import Cost
from sayso.read.reading import Reading


@click.command("read")
@click.argument("paths", nargs=-1, required=True)
@gazetteer_option
@reader_option
@coding_option
@click.option("--format", "form", type=click.Choice(["text", "jsonl", "html"]), default="text", show_default=True)
@click.option("--texts", type=click.Path(path_type=Path, file_okay=False), help="Also write canonical texts here.")
def read_command(
    *,
    paths: tuple[str, ...],
    gazetteers: tuple[Path, ...],
    reader: str,
    coding: str | None,
    form: str,
    texts: Path | None,
) -> int:
    """Print who said what in the articles at PATHS (files, folders, globs, or - for stdin), in order.

    jsonl prints one object an article, html one page with the spans marked. What cannot be read is
    named on stderr, and the exit code is 1 (3 where nothing could be read).
    """
    stdin = sys.stdin.buffer if "-" in paths else None
    readings: list[Reading] = []
    done = skipped = 0
    cost = Cost()
    for outcome in read_articles(paths, gazetteers=gazetteers, reader=reader, coding=coding, stdin=stdin):
        if isinstance(outcome, Rejected):
            click.echo(f"skipped: {outcome}", err=True)
            skipped += 1
            continue
        done += 1
        cost += outcome.cost
        if texts:
            _write_text(texts, outcome)
        for warning in outcome.warnings:
            click.echo(f"note: {outcome.article.file}: {warning}", err=True)
        if form == "jsonl":
            click.echo(json.dumps(outcome.to_json(), ensure_ascii=False))
        elif form == "text":
            click.echo("\n".join(lines(outcome)))
        else:
            readings.append(outcome)
    if form == "html":
        click.echo(page(readings))
    print_cost(cost)
    return 0 if not skipped else 1 if done else 3


def _write_text(folder: Path, reading: Reading) -> None:
    name = PurePath(reading.article.file)  # may be absolute, and must still not lead out of the folder
    path = folder.joinpath(*(step for step in name.parts if step not in (name.anchor, "..")))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(reading.article.text.encode("utf-8", "surrogatepass"))
