"""``sayso validate``: every graph against the shapes, and the whole store against the axioms."""

from pathlib import Path

import click
from pyoxigraph import Literal, NamedNode
from rdflib import Graph

from sayso.cli.options import store_option
from sayso.cli.summary import print_findings, print_focus_nodes
from sayso.namespaces import term
from sayso.resources import resource
from sayso.store import Dataset
from sayso.validate import Report, Shapes, validate
from sayso.validate.consistency import check_consistency
from sayso.validate.graphs import to_graph
from sayso.validate.records import check_records


@click.command("validate")
@store_option
def validate_command(folder: Path) -> int:
    """Check every article of the store against the shapes and its text, and the whole against the axioms.

    What belongs to no article is checked as well: judgements and identities, comparisons, grades, reviews.
    Exit code 1 where a graph breaks a shape, where graphs contradict one another, or where there was nothing
    to check.
    """
    total = Report()
    with Dataset.open(folder) as dataset:
        keys, shapes = dataset.article_keys(), _shapes(dataset)
        for key in keys:
            quads = dataset.quads([NamedNode(dataset.iris.article_graph(key))])
            report = validate(quads, _text(dataset, key), shapes)
            total += report
            if not report.conforms:
                click.echo(f"breaks a shape: {dataset.iris.article(key)}", err=True)
                print_findings(report)
        beside = _beside(dataset, shapes)
    print_findings(beside)
    total += beside
    print_focus_nodes(total)
    broken = sum(1 for finding in total.findings if finding.severity == "violation")
    click.echo(f"{len(keys)} articles checked, {broken} violations")
    return 0 if keys and total.conforms else 1


def _beside(dataset: Dataset, shapes: Shapes) -> Report:
    """What is found in the graphs that belong to no article, and what contradicts the axioms."""
    unfinished = dataset.ledger.is_stale()
    if unfinished:
        click.echo("note: a build of this store did not finish; run it again to complete what is derived", err=True)
    records = check_records(dataset.store, dataset.iris, shapes, unfinished=unfinished)
    return records + Report(tuple(check_consistency(dataset.store, dataset.iris)))


def _shapes(dataset: Dataset) -> Shapes:
    """The shapes, with the concepts that the store knows: those of the user's gazetteers are among them."""
    concepts = dataset.store.quads_for_pattern(None, NamedNode(term("skos:inScheme")), None)
    return Shapes(resource("ontology"), to_graph(concepts, Graph()))


def _text(dataset: Dataset, key: str) -> str:
    found = dataset.quads([NamedNode(dataset.iris.text_graph(key))])
    return next((q.object.value for q in found if isinstance(q.object, Literal)), "")
