"""``sayso build``: articles into a validated store."""

import sys
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from sayso.cli.options import coding_option, gazetteer_option, reader_option, store_option
from sayso.cli.summary import exit_code, print_summary
from sayso.pipeline import Settings, Summary, build, count_inputs
from sayso.store import Dataset


@click.command("build")
@click.argument("paths", nargs=-1, required=True)
@store_option
@gazetteer_option
@reader_option
@coding_option
@click.option("--base", help="The IRI under which the data live; fixed when the store is made.")
@click.option(
    "--workers",
    type=click.IntRange(0),
    default=0,
    help="Processes that read; 0: one a core, or one where a server is asked.",
)
@click.option("--keep-invalid", is_flag=True, help="Store graphs that break a shape as well.")
def build_command(
    *,
    paths: tuple[str, ...],
    folder: Path,
    gazetteers: tuple[Path, ...],
    reader: str,
    coding: str | None,
    base: str | None,
    workers: int,
    keep_invalid: bool,
) -> int:
    """Read the articles at PATHS (files, folders, globs, or - for stdin) into a store.

    What the store holds already and has not changed is passed over; an edited article replaces its
    older version. Exit code 1 says that something was skipped or kept out; it is listed.
    """
    if base and not base.endswith(("/", "#")):
        raise click.BadParameter("a base IRI ends in / or #", param_hint="--base")
    with Dataset.open(folder, write=True, base=base) as dataset:
        settings = Settings(gazetteers, keep_invalid, workers, reader, coding)
        summary = build_with_progress(paths, dataset, settings)
    print_summary(summary, folder)
    return exit_code(summary)


def build_with_progress(paths: tuple[str, ...], dataset: Dataset, settings: Settings) -> Summary:
    """Build, with a progress bar on stderr where that is a terminal."""
    stdin = sys.stdin.buffer if "-" in paths else None
    done = (MofNCompleteColumn(), TimeElapsedColumn(), TextColumn("{task.description}"))
    console = Console(stderr=True)
    with Progress(
        TextColumn("reading"), BarColumn(), *done, console=console, disable=not console.is_terminal, transient=True
    ) as progress:
        total = None if stdin or not console.is_terminal else count_inputs(paths)
        task = progress.add_task("", total=total)
        return build(
            paths,
            dataset,
            settings=settings,
            stdin=stdin,
            notice=lambda file: progress.update(task, advance=1, description=file),
        )
