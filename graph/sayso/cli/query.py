"""``sayso query``: one question, asked of a store."""

import sys
from pathlib import Path

import click

from sayso.cli.options import store_option
from sayso.cli.table import print_table
from sayso.query import Answer, Question, ask, find_question, to_csv, to_json, to_turtle
from sayso.store import Dataset


def _pairs(ctx: click.Context, param: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    for pair in given:
        if "=" not in pair:
            raise click.BadParameter(f"{pair!r} is not NAME=VALUE; write it as --param who=Lee", ctx, param)
    return {name.strip(): value for name, _, value in (pair.partition("=") for pair in given)}


@click.command("query")
@click.argument("name", metavar="QUESTION")
@click.option(
    "--param", "params", metavar="NAME=VALUE", multiple=True, callback=_pairs, help="Supply a parameter. Repeatable."
)
@click.option(
    "--format", "form", type=click.Choice(["table", "csv", "json", "ttl"]), help="Default: table; ttl for a graph."
)
@store_option
def query_command(name: str, params: dict[str, str], form: str | None, folder: Path) -> int:
    r"""Ask QUESTION, one of those that 'sayso questions' lists or a SPARQL file of your own (FILE.rq).

    \b
    sayso query who-said-what-about --param who="Lee" --param about="soldiers"
    sayso query figures-of-a-kind-over-time --param kind=killed --format csv
    """
    question = find_question(name)
    with Dataset.open(folder) as dataset:
        if dataset.ledger.is_stale():
            click.echo("note: a build of this store did not finish; run it again to complete the answers", err=True)
        answer = ask(dataset.store, question, params, dataset.iris.base)
        base = dataset.iris.base
    _print(question, answer, form or ("ttl" if answer.graph is not None else "table"), base)
    return 0


def _print(question: Question, answer: Answer, form: str, base: str) -> None:
    if form == "table":
        print_table(answer, base)
        return
    if form == "csv":
        text = to_csv(answer)
    elif form == "json":
        text = to_json(answer)
    else:
        text = to_turtle(answer, f"{base}answer/{question.name}")
    sys.stdout.buffer.write(text.encode("utf-8"))
