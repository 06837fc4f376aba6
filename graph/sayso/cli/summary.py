"""What a build tells the user when it is done."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.read.cost import Cost

if TYPE_CHECKING:  # what only names a type is not worth the libraries it brings: reading needs none of them
    from sayso.pipeline import Summary
    from sayso.validate import Report


def print_summary(summary: "Summary", folder: Path) -> None:
    """Print what was stored, passed over and skipped, each by name and reason, to stderr."""
    counts = [
        (summary.stored, "stored"),
        (summary.replaced, "replaced an older version"),
        (summary.unchanged, "unchanged"),
        (len(summary.duplicates), "the same article again"),
        (len(summary.rejected), "skipped"),
        (len(summary.invalid), "breaking a shape"),
    ]
    told = ", ".join(f"{count} {what}" for count, what in counts if count) or "nothing found"
    click.echo(f"{summary.seen} input{'s' if summary.seen != 1 else ''}: {told}. Store: {folder}", err=True)
    for warning in summary.warnings:
        click.echo(f"  note: {warning}", err=True)
    for duplicate in summary.duplicates:
        click.echo(f"  {duplicate}", err=True)
    for rejected in summary.rejected:
        click.echo(f"  skipped: {rejected}", err=True)
    for file, report in summary.invalid:
        click.echo(f"  breaks a shape: {file}", err=True)
        print_findings(report)
    print_focus_nodes(summary.report)
    print_cost(summary.cost)


def print_cost(cost: Cost) -> None:
    """Print what a server was asked and what it counted, to stderr; nothing where none was asked."""
    if cost:
        click.echo(f"Asked of the server: {cost}", err=True)


def print_findings(report: "Report") -> None:
    """Print each finding with the words it is about and what is wrong, to stderr."""
    for finding in report.findings:
        words = f" “{finding.words}”" if finding.words else f" <{finding.focus}>" if finding.focus else ""
        click.echo(f"    {finding.severity}: {finding.shape}:{words} {finding.message}", err=True)


def print_focus_nodes(report: "Report") -> None:
    """Print how many nodes each shape has looked at, to stderr: a check that looked at nothing proves nothing."""
    if report.focus_nodes:
        told = ", ".join(f"{shape} {count}" for shape, count in sorted(report.focus_nodes.items()))
        click.echo(f"Validated, nodes looked at by shape: {told}", err=True)


def exit_code(summary: "Summary") -> int:
    """0 where everything was stored, 1 where something was skipped or kept out, 3 where nothing could be read."""
    if summary.seen == len(summary.rejected):
        return 3
    return 1 if summary.rejected or summary.invalid else 0
