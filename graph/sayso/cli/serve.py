"""``sayso serve``: a SPARQL endpoint for tools and pages for people."""

import os
import secrets
from pathlib import Path

import click

from sayso.cli.options import store_option

_TOKEN = "SAYSO_REVIEW_TOKEN"


@click.command("serve")
@store_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0: any that is free.")
@click.option("--endpoint", metavar="URL", default="", help="Serve what a SPARQL 1.1 server holds, not a store.")
@click.option("--review", "reviewer", default="", metavar="NAME", help="Let NAME decide on what was read, at /review.")
@click.option("--title", default="sayso", help="What readers see as the name of the collection.")
@click.option(
    "--seconds", type=click.FloatRange(0.1), default=30.0, show_default=True, help="How long a query may run."
)
@click.option(
    "--megabytes", type=click.IntRange(1), default=50, show_default=True, help="How large the answer to a query may be."
)
@click.option("--memory", type=click.IntRange(256), default=2048, show_default=True, help="Megabytes a query may use.")
@click.option("--workers", type=click.IntRange(0), default=0, help="Queries that run at a time; 0: one a core.")
def serve_command(
    *,
    folder: Path,
    host: str,
    port: int,
    title: str,
    seconds: float,
    megabytes: int,
    memory: int,
    workers: int,
    reviewer: str,
    endpoint: str,
) -> int:
    """Serve the store read-only: SPARQL 1.1 at /sparql, an editor, and pages to search and read.

    It runs until it is stopped with Ctrl-C. While it runs, the store can be read but not built.
    """
    from sayso.serve.engine import Limits, LocalBackend, RemoteBackend
    from sayso.serve.review.keeper import Keeper
    from sayso.serve.running import run
    from sayso.serve.site import Site
    from sayso.store import Dataset

    given = {"workers": workers} if workers else {}
    limits = Limits(seconds=seconds, megabytes=megabytes, memory=memory, **given)
    if endpoint:
        if reviewer:
            raise click.UsageError("--review needs a store folder; leave out --endpoint")
        site = Site(RemoteBackend(endpoint, limits), limits, title)
        run(site, host, port, lambda address: click.echo(f"sayso serves {endpoint} at {address}"))
        return 0
    with Dataset.open(folder) as dataset:
        if dataset.ledger.is_stale():
            click.echo("note: a build of this store did not finish; run it again to complete the answers", err=True)
        base = dataset.iris.base
    token = _token(host) if reviewer.strip() else ""
    keeper = Keeper(token) if reviewer.strip() else None
    site = Site(LocalBackend(folder, base, limits), limits, title, reviewer.strip(), keeper)

    def told(address: str) -> None:
        click.echo(f"sayso serves {folder} at {address}")
        if token and not os.environ.get(_TOKEN):
            click.echo(f"review token (set {_TOKEN} to choose your own): {token}")

    run(site, host, port, told)
    return 0


def _token(host: str) -> str:
    """The token that reviewers need: none where only this machine can reach the server."""
    if host in ("127.0.0.1", "::1", "localhost"):
        return os.environ.get(_TOKEN, "")
    return os.environ.get(_TOKEN) or secrets.token_urlsafe(18)
