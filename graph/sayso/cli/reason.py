"""``sayso reason``: what follows from the graphs of a store, and what in them cannot all be true."""

from collections import Counter
from pathlib import Path

import click
from pyoxigraph import NamedNode, Quad

from sayso.cli.options import store_option
from sayso.namespaces import term
from sayso.pipeline import derive
from sayso.store import Dataset
from sayso.validate.consistency import check_consistency
from sayso.validate.graphs import shorten


@click.command("reason")
@store_option
def reason_command(folder: Path) -> int:
    """Write judgements and the inferred graph of the store anew, and say what contradicts itself.

    Conclusions are counted by class or property. Exit code 1 where an axiom of the ontology is broken.
    """
    with Dataset.open(folder, write=True, make=False) as dataset:
        derive(dataset, anew=True)
        concluded = Counter(map(_kind, dataset.quads([NamedNode(dataset.iris.graph("inferred"))])))
        findings = check_consistency(dataset.store, dataset.iris)
    for kind, count in sorted(concluded.items()):
        click.echo(f"{count:>8,}  {kind}")
    for finding in findings:
        click.echo(str(finding), err=True)
    click.echo(f"{concluded.total():,} conclusions, {len(findings)} contradictions", err=True)
    return 1 if findings else 0


def _kind(quad: Quad) -> str:
    is_type = quad.predicate.value == term("rdf:type")
    return f"a {shorten(str(quad.object)[1:-1])}" if is_type else shorten(quad.predicate.value)
