"""The command line: one file a command; results on stdout, everything else on stderr.

Exit codes: 0 done, 1 findings (something was skipped or breaks a shape), 2 misuse, 3 failure.
"""

import ast
import sys
import traceback
from importlib import import_module
from pathlib import Path

import click

from sayso import __version__
from sayso.errors import JudgementError, QuestionError, SaysoError

_COMMANDS = (
    "demo", "read", "build", "remove", "reason", "validate", "audit", "grade", "diff", "query", "questions", "same",
    "different", "export", "serve",
)  # fmt: skip


class _Commands(click.Group):
    """Imports a command's file only when it is asked for, so that none waits for another's libraries."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order in which a newcomer meets them."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in _COMMANDS:
            return None
        command = getattr(import_module(f"sayso.cli.{cmd_name}"), f"{cmd_name}_command")
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List each command with what the first line of its file says of it; none is imported for that."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, _summary(name)) for name in self.list_commands(ctx)])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, and name near ones where it is misspelt."""
        from difflib import get_close_matches

        if args and args[0] not in _COMMANDS and not args[0].startswith("-"):
            near = get_close_matches(args[0], _COMMANDS, n=1)
            hint = f" Did you mean {near[0]!r}?" if near else " See: sayso --help"
            raise click.UsageError(f"No such command {args[0]!r}.{hint}", ctx)
        return super().resolve_command(ctx, args)


def _summary(name: str) -> str:
    source = (Path(__file__).parent / f"{name}.py").read_text(encoding="utf-8")
    return (ast.get_docstring(ast.parse(source)) or "").partition("\n")[0].partition(": ")[2]


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sayso")
def cli() -> None:
    """Reads news articles and builds a knowledge graph of who said what, and on whose say-so."""


def main() -> None:
    """Run the command line and leave with the exit code that the outcome calls for."""
    try:
        outcome = cli.main(standalone_mode=False)
        sys.exit(outcome if isinstance(outcome, int) else 0)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except (QuestionError, JudgementError) as error:
        click.echo(f"sayso: {error}", err=True)
        sys.exit(2)
    except SaysoError as error:
        click.echo(f"sayso: {error}", err=True)
        sys.exit(3)
    except (click.Abort, KeyboardInterrupt):
        click.echo("sayso: stopped; what was stored is safe, run the same command again to go on", err=True)
        sys.exit(3)
    except BrokenPipeError:  # the reader of our output has seen enough
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:
        click.echo(f"sayso: {error}", err=True)
        sys.exit(3)
    except Exception:  # a fault of ours: the whole trace is what a report of it needs
        click.echo(f"{traceback.format_exc()}sayso: this is a fault of the program; please report it", err=True)
        sys.exit(3)
