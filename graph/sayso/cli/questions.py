"""``sayso questions``: what can be asked."""

import click

from sayso.query import Question, find_question, questions


@click.command("questions")
@click.argument("name", metavar="[QUESTION]", required=False)
def questions_command(name: str | None) -> int:
    """List the questions that ship with sayso; with QUESTION, what to supply and what comes back."""
    if name:
        _describe(find_question(name))
        return 0
    width = max(len(question.name) for question in questions())
    group = ""
    for question in questions():
        if question.group != group:
            group = question.group
            click.echo(click.style(f"{group}:", bold=True))
        click.echo(f"  {question.name:<{width}}  {question.summary}")
    click.echo("\nMore about one: sayso questions NAME. Ask it: sayso query NAME --param NAME=VALUE", err=True)
    return 0


def _describe(question: Question) -> None:
    click.echo(f"{question.summary}\n")
    for parameter in question.parameters:
        need = "required" if parameter.required else f"default {parameter.default}" if parameter.default else "optional"
        click.echo(f"  --param {parameter.name}=…  {parameter.means} ({parameter.type}, {need})")
    for name, meaning in question.columns:
        click.echo(f"  column {name}: {meaning}")
    if question.order:
        click.echo(f"  order: {question.order}")
    if question.graph:
        click.echo(f"  graph: {question.graph}")
    given = "".join(f' --param {name}="{value}"' for name, value in question.example.items())
    click.echo(f"\n  sayso query {question.name}{given}")
