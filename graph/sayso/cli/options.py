"""Options that several commands share, worded once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., Any])


def store_option(command: _Command) -> _Command:
    """``--store DIR``, or SAYSO_STORE, or ``sayso-store`` in this folder."""
    return click.option(
        "--store",
        "folder",
        type=click.Path(path_type=Path, file_okay=False),
        default="sayso-store",
        envvar="SAYSO_STORE",
        show_default=True,
        show_envvar=True,
        help="The folder of the store.",
    )(command)


def gazetteer_option(command: _Command) -> _Command:
    """``--gazetteer FILE``, as often as wanted."""
    return click.option(
        "--gazetteer",
        "gazetteers",
        type=click.Path(path_type=Path, exists=True, dir_okay=False),
        multiple=True,
        help="A Turtle file with agents and places of your own, in the form of ontology/gazetteer. Repeatable.",
    )(command)
