"""Finds the files that ship with sayso: ontology, queries and the sample corpus."""

from functools import cache
from pathlib import Path

from sayso.errors import MissingResourceError

_PACKAGE = Path(__file__).resolve().parent
_HOMES = (_PACKAGE, _PACKAGE.parent.parent)  # inside the wheel; beside graph/ in a checkout


@cache
def resource(name: str) -> Path:
    """The path of a shipped file or folder, such as ``ontology/sayso.ttl`` or ``sample``.

    Raises MissingResourceError where it is not installed.

    >>> resource("ontology").name
    'ontology'
    """
    for home in _HOMES:
        if (path := home / name).exists():
            return path
    raise MissingResourceError(name)
