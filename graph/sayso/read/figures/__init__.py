"""Figures: every counted quantity that a story reports, with kind, numbers and bound."""

from sayso.read.figures.coding import Coding
from sayso.read.figures.finder import find_figures
from sayso.read.figures.setting import Locate

__all__ = ["Coding", "Locate", "find_figures"]
