"""What ``sayso same`` and ``sayso different`` have in common: one decision of a person, recorded or taken back."""

import getpass
from datetime import date
from pathlib import Path

import click

from sayso.cli.options import store_option
from sayso.errors import JudgementError
from sayso.namespaces import term
from sayso.pipeline import derive
from sayso.resolve import (
    Agent,
    Judgement,
    agent_called,
    agents_of,
    canonical_agents,
    decision_quads,
    decisions_of,
    untold_agents,
    with_decision,
    without_decision,
)
from sayso.resolve.judgement import BY_RULE, Verdict, ordered
from sayso.store import Dataset


def judging_command(verdict: Verdict, meaning: str) -> click.Command:
    """The command that records a verdict."""

    @click.command(verdict, help=f"{meaning}\n\n{_HELP}")
    @click.argument("one", metavar="A")
    @click.argument("other", metavar="B")
    @click.option("--why", default="", help="What the decision rests on; needed unless it is taken back.")
    @click.option(
        "--by", envvar="SAYSO_AUTHOR", show_envvar=True, help="Who decides. Default: the name of this account."
    )
    @click.option("--take-back", is_flag=True, help="Take back what was decided so.")
    @store_option
    def command(*, one: str, other: str, why: str, by: str | None, take_back: bool, folder: Path) -> int:
        if not (take_back or why.strip()):
            raise click.UsageError("say what it rests on: --why TEXT")
        with Dataset.open(folder, write=True, make=False) as dataset:
            agents = agents_of(dataset.store)
            silent = untold_agents(dataset.store, dataset.iris)
            pair = [agent_called(agents, name, dataset.iris, silent) for name in (one, other)]
            if pair[0].iri == pair[1].iri:
                raise click.UsageError(f"A and B are one already: {pair[0].iri}")
            _check_classes(pair)
            judgement = _judgement(pair, verdict, why.strip(), _author(by))
            _record(dataset, judgement, take_back=take_back)
            _tell(dataset, judgement, "taken back" if take_back else "recorded")
        return 0

    return command


_HELP = """A and B are names or IRIs. The decision is kept in a graph of its own, with its author and day; no build
or removal touches it, and it outweighs what the rules say. Questions then count both as one, or as two."""


def _check_classes(pair: list[Agent]) -> None:
    """A person is no body. Raises JudgementError."""
    people = [agent for agent in pair if agent.kind == term("schema:Person")]
    if len(people) == 1:
        told = ", ".join(f"{agent.names[0]} is {'a person' if agent in people else 'none'}" for agent in pair)
        raise JudgementError(f"the two are never the same: {told}")


def _author(by: str | None) -> str:
    name = (by or getpass.getuser()).strip()
    if not name or name == BY_RULE:
        raise click.UsageError("say who decides: --by NAME")
    return name


def _judgement(pair: list[Agent], verdict: Verdict, why: str, by: str) -> Judgement:
    (left, left_value), (right, right_value) = ordered(*((agent.iri, agent.names[0]) for agent in pair))
    return Judgement(left, right, 1.0, why, left_value, right_value, verdict, by, date.today().isoformat())


def _record(dataset: Dataset, judgement: Judgement, *, take_back: bool) -> None:
    held = decisions_of(dataset.store, dataset.iris)
    kept = without_decision(held, judgement.pair, judgement.verdict) if take_back else with_decision(held, judgement)
    dataset.replace_graphs({"decisions": decision_quads(kept, dataset.iris)})
    derive(dataset)


def _tell(dataset: Dataset, judgement: Judgement, done: str) -> None:
    found, base = canonical_agents(dataset.store, dataset.iris), dataset.iris.base
    stand = {iri: found.get(iri, iri) for iri in judgement.pair}
    names = f"{judgement.left_value!r} and {judgement.right_value!r}"
    click.echo(f"{done}: {names} judged {judgement.verdict} by {judgement.by}", err=True)
    if len({*stand.values()}) == 1:
        click.echo(f"questions count both as {stand[judgement.left].removeprefix(base)}", err=True)
    else:
        click.echo("questions count them as two", err=True)
