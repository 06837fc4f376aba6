"""Reads an article into a Reading: who said what, on whose word, with the characters that prove it."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.read.gazetteer import load_gazetteer
    from sayso.read.reader import read

__all__ = ["load_gazetteer", "read"]

_HOMES = {"load_gazetteer": "sayso.read.gazetteer", "read": "sayso.read.reader"}


def __getattr__(name: str) -> Any:
    """What is found when it is first asked for: its parts are wanted without the whole."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'sayso.read' has no attribute {name!r}")
