"""Options that several commands share, worded once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from sayso.errors import CodingError, ReaderError

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


def reader_option(command: _Command) -> _Command:
    """``--reader NAME``; a reader that lacks what it needs is told before any work begins."""
    from sayso.read.readers import DEFAULT_READER, reader_names

    return click.option(
        "--reader",
        default=DEFAULT_READER,
        show_default=True,
        callback=_ready,
        metavar="NAME",
        help=f"Who finds who said what: {' or '.join(reader_names())} (a model of your choice; see the README).",
    )(command)


def coding_option(command: _Command) -> _Command:
    """``--coding PROFILE``: what "dozens" and "hundreds" count for at the least."""
    from sayso.read.figures.coding import names

    known = names()
    return click.option(
        "--coding",
        callback=_coding,
        metavar="PROFILE",
        help=f"What “dozens” counts for at the least: {', '.join(known)}, or a TOML file. [default: {known[0]}]",
    )(command)


def _coding(context: click.Context, parameter: click.Parameter, name: str | None) -> str | None:
    from sayso.read.figures.coding import profile

    try:
        profile(name)
    except CodingError as error:
        raise click.BadParameter(str(error), context, parameter) from error
    return name


def _ready(context: click.Context, parameter: click.Parameter, name: str) -> str:
    from sayso.read.readers import reader_named

    try:
        reader_named(name).identity()
    except ReaderError as error:
        raise click.BadParameter(str(error), context, parameter) from error
    return name


def examples(*lines: str) -> str:
    """Commands to show below a command's options, each on a line of its own, for ``epilog``."""
    return "\n".join(("\b", *lines))
