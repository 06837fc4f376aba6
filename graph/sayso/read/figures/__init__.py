"""Figures: every counted quantity that a story reports, with kind, numbers and bound."""

from sayso.read.figures.finder import Locate, find_figures

__all__ = ["Locate", "find_figures"]
