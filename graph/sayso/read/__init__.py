"""Reads an article into a Reading: who said what, on whose word, with the characters that prove it."""

from sayso.read.gazetteer import Gazetteer, load_gazetteer
from sayso.read.reader import read

__all__ = ["Gazetteer", "load_gazetteer", "read"]
