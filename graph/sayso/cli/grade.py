"""``sayso grade``: what an analyst thinks of a source or a claim, on the Admiralty code."""

import getpass
from datetime import date
from pathlib import Path

import click
from pyoxigraph import NamedNode

from sayso.audit.grades import GRAPH, Grade, grade_quads, grades_of, parse_code, with_grade, without_grade
from sayso.cli.options import examples, store_option
from sayso.errors import JudgementError
from sayso.resolve import agent_called, agents_of
from sayso.store import Dataset

_EXAMPLES = examples(
    'sayso grade "National Intelligence Service" B --why "its counts have mostly held"',
    'sayso grade article/4478…#f113 2 --why "fits the size of the force"',
)


@click.command("grade", epilog=_EXAMPLES)
@click.argument("what", required=False)
@click.argument("code", required=False)
@click.option("--why", default="", help="What the grade rests on; needed unless it is taken back.")
@click.option("--by", envvar="SAYSO_AUTHOR", show_envvar=True, help="Who grades. Default: the name of this account.")
@click.option("--take-back", is_flag=True, help="Take back the grade that you gave.")
@store_option
def grade_command(
    *, what: str | None, code: str | None, why: str, by: str | None, take_back: bool, folder: Path
) -> int:
    """Grade WHAT, a source by name or a figure by its IRI, with CODE: A to F for a source, 1 to 6 for a claim.

    Without arguments the grades of the store are listed. They are kept with author and day; no build or removal
    touches them.
    """
    if what is None:
        with Dataset.open(folder) as dataset:
            _list(grades_of(dataset.store, dataset.iris), dataset.iris.base)
        return 0
    author = (by or getpass.getuser()).strip()
    if not take_back and not (code and why.strip()):
        raise click.UsageError("give a grade and say what it rests on: sayso grade WHAT B2 --why TEXT")
    with Dataset.open(folder, write=True, make=False) as dataset:
        graded = _graded(dataset, what)
        held = grades_of(dataset.store, dataset.iris)
        if take_back:
            kept = without_grade(held, graded, author)
            if len(kept) == len(held):
                raise JudgementError(f"{author} has not graded {what!r}; see the grades with: sayso grade")
        else:
            letter, number = parse_code(code or "")
            kept = with_grade(held, Grade(graded, letter, number, why.strip(), author, date.today().isoformat()))
        dataset.replace_graphs({GRAPH: grade_quads(kept, dataset.iris)}, derived=not dataset.ledger.is_stale())
        click.echo(f"{'taken back' if take_back else 'recorded'}: {graded.removeprefix(dataset.iris.base)}", err=True)
    return 0


def _graded(dataset: Dataset, what: str) -> str:
    """The IRI of what is meant: a thing of an article that is there, else an agent. Raises JudgementError."""
    iri = what if what.startswith(dataset.iris.base) else f"{dataset.iris.base}{what.strip('<>')}"
    if "#" in what:
        if next(dataset.store.quads_for_pattern(NamedNode(iri), None, None, None), None) is None:
            raise JudgementError(
                f"{what!r}: no such claim or figure in this store; sayso audit --format json names them"
            )
        return iri
    return agent_called(agents_of(dataset.store), what, dataset.iris).iri


def _list(grades: list[Grade], base: str) -> None:
    for grade in grades:
        click.echo(f"{grade.code:3} {grade.graded.removeprefix(base)}: {grade.reason} ({grade.by}, {grade.on})")
    click.echo(f"{len(grades)} grade{'s' if len(grades) != 1 else ''}", err=True)
