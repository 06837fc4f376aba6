"""``sayso remove``: an article and exactly what it brought."""

from pathlib import Path

import click

from sayso.cli.options import store_option
from sayso.errors import SaysoError
from sayso.pipeline import derive
from sayso.store import Dataset


@click.command("remove")
@click.argument("articles", nargs=-1, required=True)
@store_option
def remove_command(articles: tuple[str, ...], folder: Path) -> int:
    """Take ARTICLES out of the store: each a file name, a path, an article IRI, or the start of its key.

    What was derived from it is derived anew from what stays.
    """
    with Dataset.open(folder, write=True, make=False) as dataset:
        for key in [_key(dataset, article) for article in articles]:
            dataset.remove(key)
            click.echo(f"removed {dataset.iris.article(key)}", err=True)
        derive(dataset)
    return 0


def _key(dataset: Dataset, article: str) -> str:
    """The one key that the user means. Raises SaysoError where it is none or several."""
    keys = dataset.article_keys()
    local = article.removeprefix(dataset.iris.article(""))
    absolute = str(Path(article).absolute())
    named = {e.key for e in dataset.ledger.entries() if article in (e.file, e.location) or absolute == e.location}
    started = {key for key in keys if len(local) >= 6 and key.startswith(local)}
    found = sorted(named or started)
    if len(found) == 1:
        return found[0]
    if not found:
        raise SaysoError(f"{article}: not in this store; list what is: sayso query which-articles-are-there")
    raise SaysoError(f"{article}: several articles are meant: {', '.join(found)}")
