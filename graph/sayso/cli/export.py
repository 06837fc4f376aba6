"""``sayso export``: the graph as files that other tools read."""

import sys
from pathlib import Path

import click

from sayso.cli.options import store_option
from sayso.export import FORMATS, Format, export
from sayso.store import Dataset


@click.command("export")
@click.option("--format", "form", type=click.Choice(FORMATS), default="turtle", show_default=True)
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="The file to write. Default: stdout."
)
@click.option("--with-text", is_flag=True, help="Add the texts of the articles: mind whether they may be passed on.")
@click.option("--with-runs", is_flag=True, help="Add when and by which version the graph was made, and local paths.")
@store_option
def export_command(form: Format, output: Path | None, with_text: bool, with_runs: bool, folder: Path) -> int:
    """Write the graph of the store as turtle, trig, nquads or jsonld, or its figures as csv.

    The same articles give the same bytes. Article texts stay out, their digests are in.
    """
    with Dataset.open(folder) as dataset:
        graphs = dataset.exported_graphs(texts=with_text, runs=with_runs)
        if output is None:
            export(dataset.store, form, sys.stdout.buffer, graphs=graphs, base=dataset.iris.base)
            sys.stdout.buffer.flush()
            return 0
        partial = output.with_name(output.name + ".part")
        with partial.open("wb") as out:
            export(dataset.store, form, out, graphs=graphs, base=dataset.iris.base)
        partial.replace(output)
    click.echo(f"wrote {output} ({output.stat().st_size:,} bytes, {len(graphs)} graphs)", err=True)
    return 0
