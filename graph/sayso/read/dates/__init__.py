"""Dates in a text, resolved against the article's date: as precise as the words and no more."""

from sayso.read.dates.finding import Dated, Relation, find_dates

__all__ = ["Dated", "Relation", "find_dates"]
