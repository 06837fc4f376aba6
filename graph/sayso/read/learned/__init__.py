"""The learned reader: a small encoder that tags cues, then for each cue its source and content."""

from sayso.read.learned.attributor import LearnedAttributor
from sayso.read.learned.model import AttributionModel

__all__ = ["AttributionModel", "LearnedAttributor"]
