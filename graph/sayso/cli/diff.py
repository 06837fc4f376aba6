"""``sayso diff``: what changed between two versions of an article, or between two stores."""

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from sayso.audit import look_at
from sayso.audit.differing import Difference, Version, by_article, differ
from sayso.cli.options import examples
from sayso.errors import SaysoError
from sayso.pipeline import Settings, build
from sayso.store import Dataset

_SIGNS = {"gone": "-", "new": "+"}


_EXAMPLES = examples(
    "sayso diff monday-store tuesday-store",
    "sayso diff first.html corrected.html",
)


@click.command("diff", epilog=_EXAMPLES)
@click.argument("old", type=click.Path(path_type=Path, exists=True))
@click.argument("new", type=click.Path(path_type=Path, exists=True))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def diff_command(*, old: Path, new: Path, form: str) -> int:
    """Show what NEW says that OLD does not, and the other way round: figures, statements, verdicts.

    OLD and NEW are two stores, or two files with versions of one article. Exit code 1 where they differ.
    """
    if old.is_dir() != new.is_dir():
        raise click.UsageError("give two stores, or two files of articles")
    found = differ(_version(old), _version(new), one_article=old.is_file())
    if form == "json":
        json.dump([asdict(difference) for difference in found], sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
    else:
        _print(found)
    return 1 if found else 0


def _version(path: Path) -> Version:
    if path.is_dir():
        with Dataset.open(path) as dataset:
            return _of(dataset)
    with Dataset.in_memory() as dataset:
        summary = build([str(path)], dataset, settings=Settings(workers=1))
        if not dataset.article_keys():
            raise SaysoError(str(summary.rejected[0]) if summary.rejected else f"{path}: no article was read")
        return _of(dataset)


def _of(dataset: Dataset) -> Version:
    files = {dataset.iris.article(entry.key): entry.file for entry in dataset.ledger.entries()}
    return Version(look_at(dataset.store, dataset.iris), files)


def _print(found: list[Difference]) -> None:
    for article, differences in by_article(found):
        click.echo(article)
        for difference in differences:
            told = f"{difference.what} {difference.told}" if difference.told else "the whole article"
            click.echo(f"  {_SIGNS[difference.side]} {told}")
    count = len(found)
    click.echo(f"{count} difference{'s' if count != 1 else ''}" if count else "no difference", err=True)
