"""``sayso validate``: every article graph against the shapes, and the whole store against the axioms."""

from pathlib import Path

import click
from pyoxigraph import Literal, NamedNode

from sayso.cli.options import store_option
from sayso.cli.summary import print_findings, print_focus_nodes
from sayso.store import Dataset
from sayso.validate import Report, validate
from sayso.validate.consistency import check_consistency


@click.command("validate")
@store_option
def validate_command(folder: Path) -> int:
    """Check every article of the store against the shapes and its text, and the whole against the axioms.

    Exit code 1 where a graph breaks a shape, where graphs contradict one another, or where there was nothing
    to check.
    """
    total = Report()
    with Dataset.open(folder) as dataset:
        keys = dataset.article_keys()
        for key in keys:
            report = validate(list(dataset.quads([NamedNode(dataset.iris.article_graph(key))])), _text(dataset, key))
            total += report
            if not report.conforms:
                click.echo(f"breaks a shape: {dataset.iris.article(key)}", err=True)
                print_findings(report)
        contradicted = Report(tuple(check_consistency(dataset.store, dataset.iris)))
    print_findings(contradicted)
    total += contradicted
    print_focus_nodes(total)
    broken = sum(1 for finding in total.findings if finding.severity == "violation")
    click.echo(f"{len(keys)} articles checked, {broken} violations")
    return 0 if keys and total.conforms else 1


def _text(dataset: Dataset, key: str) -> str:
    found = dataset.quads([NamedNode(dataset.iris.text_graph(key))])
    return next((q.object.value for q in found if isinstance(q.object, Literal)), "")
