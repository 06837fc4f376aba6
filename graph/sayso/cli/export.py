"""``sayso export``: the graph as files that other tools read."""

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import click

from sayso.cli.options import store_option
from sayso.errors import SaysoError
from sayso.export import FORMATS, TABLES, Format, export
from sayso.export.bundle import write_bundle
from sayso.export.tables import write_csvw
from sayso.store import Dataset


@click.command("export")
@click.option("--format", "form", type=click.Choice(FORMATS), help="Default: turtle.")
@click.option("--table", type=click.Choice(list(TABLES)), help="Which table csv and parquet hold. Default: figures.")
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="The file to write. Default: stdout."
)
@click.option(
    "--bundle",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write one folder that can be checked without sayso: graph, evidence, tables, digests.",
)
@click.option(
    "--to",
    "url",
    metavar="URL",
    help="Send it to a SPARQL server (Graph Store Protocol), graph by graph, with gazetteer and ontology.",
)
@click.option("--again", is_flag=True, help="With --to: send everything, also what was sent before.")
@click.option("--with-text", is_flag=True, help="Add the texts of the articles: mind whether they may be passed on.")
@click.option("--with-runs", is_flag=True, help="Add when and by which version the graph was made, and local paths.")
@store_option
def export_command(
    *,
    form: Format | None,
    table: str | None,
    output: Path | None,
    bundle: Path | None,
    url: str | None,
    again: bool,
    with_text: bool,
    with_runs: bool,
    folder: Path,
) -> int:
    """Write the graph of the store as RDF, its tables, its network, or all of it as a bundle to check.

    turtle, trig, nquads and jsonld hold the graph; csv and parquet one table of articles, statements or
    figures; graphml and gexf who publishes, quotes and relays whom. The same articles give the same
    bytes. Article texts stay out, their digests are in.
    """
    _refuse_misuse(form, table, output, bundle, url)
    with Dataset.open(folder) as dataset:
        if url:
            return _send(dataset, folder, url, again=again, texts=with_text, runs=with_runs)
        if bundle:
            count = write_bundle(dataset, bundle, texts=with_text, runs=with_runs)
            click.echo(f"wrote {bundle} ({count} files); check it with: python3 {bundle / 'verify.py'}", err=True)
            return 0
        form, table = form or "turtle", table or "figures"
        graphs = dataset.exported_graphs(texts=with_text, runs=with_runs)
        if output is None:
            export(dataset.store, form, sys.stdout.buffer, graphs=graphs, base=dataset.iris.base, table=table)
            sys.stdout.buffer.flush()
            return 0
        with _whole(output) as out:
            export(dataset.store, form, out, graphs=graphs, base=dataset.iris.base, table=table)
    click.echo(f"wrote {output} ({output.stat().st_size:,} bytes, {len(graphs)} graphs)", err=True)
    if form == "csv":
        _describe(output, table)
    return 0


@contextlib.contextmanager
def _whole(output: Path) -> Iterator[IO[bytes]]:
    """Write beside the file and put it in its place once it is whole; after a failure nothing is left."""
    if not output.parent.is_dir():
        raise SaysoError(f"{output.parent}: there is no such folder to write {output.name} into")
    partial = output.with_name(output.name + ".part")
    try:
        with partial.open("wb") as out:
            yield out
        partial.replace(output)
    finally:
        partial.unlink(missing_ok=True)


def _refuse_misuse(
    form: Format | None, table: str | None, output: Path | None, bundle: Path | None, url: str | None
) -> None:
    if url and (form or table or output or bundle):
        raise click.UsageError("--to sends graphs to a server: leave out --format, --table, --output and --bundle")
    if bundle and (form or table or output):
        raise click.UsageError("--bundle writes a folder with all of it: leave out --format, --table and --output")
    if table and form not in ("csv", "parquet"):
        raise click.UsageError("--table goes with --format csv or --format parquet")
    if form == "parquet" and output is None and sys.stdout.isatty():
        raise click.UsageError("parquet is no text for a terminal: name a file with --output")


def _send(dataset: Dataset, folder: Path, url: str, *, again: bool, texts: bool, runs: bool) -> int:
    """Send the graphs; credentials are those of SAYSO_SPARQL_USER and _PASSWORD, or of SAYSO_SPARQL_TOKEN."""
    from sayso.export.sending import record_of, send
    from sayso.export.server import Server, ServerError

    graphs, record = dataset.exported_graphs(texts=texts, reference=True, runs=runs), record_of(folder, url)
    if again:
        record.unlink(missing_ok=True)
    try:
        done = send(dataset.store, graphs, Server(url), record)
    except ServerError as error:
        raise SaysoError(f"{error}; what was sent is there, run the same command again to go on") from error
    click.echo(
        f"{len(graphs)} graphs: {done.sent} sent, {done.unchanged} there already, {done.removed} taken away: {url}",
        err=True,
    )
    return 0


def _describe(output: Path, table: str) -> None:
    """Beside a CSV file, what its columns mean: where CSV on the Web looks for it."""
    metadata = output.with_name(output.name + "-metadata.json")
    with metadata.open("wb") as out:
        write_csvw({output.name: TABLES[table]}, out)
    click.echo(f"wrote {metadata} (what the columns mean)", err=True)
