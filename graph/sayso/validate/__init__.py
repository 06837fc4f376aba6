"""An article's graph and its text against the shapes, which gives a Report of Findings."""

from sayso.validate.article import validate
from sayso.validate.report import Finding, Report
from sayso.validate.shapes import Shapes

__all__ = ["Finding", "Report", "Shapes", "validate"]
