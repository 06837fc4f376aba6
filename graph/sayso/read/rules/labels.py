"""Labels: a colon that says who speaks, in a headline or before a quotation."""

from sayso.read.attribution import Attribution
from sayso.read.rules.cuefinder import find_cues
from sayso.read.rules.phrases import phrase_after
from sayso.read.rules.units import Unit


def headline_colon(unit: Unit) -> Attribution | None:
    """A headline colon: "Ministry: 5,000 killed"."""
    if unit.paragraph > 0 or not unit.tokens or unit.lower(len(unit.tokens) - 1) in (".", "!"):
        return None
    return _labelled(unit, 6)


def speaker_label(unit: Unit) -> Attribution | None:
    """A label before a quotation: "Minister: “We will not.”"."""
    colon = next((k for k in range(min(8, len(unit.tokens))) if unit.lower(k) == ":"), None)
    return _labelled(unit, 7) if colon is not None and unit.kind(colon + 1) == "q" and not find_cues(unit) else None


def _labelled(unit: Unit, longest: int) -> Attribution | None:
    colon = next((k for k in range(min(longest + 1, len(unit.tokens))) if unit.lower(k) == ":"), None)
    if not colon or colon + 2 >= len(unit.tokens) or phrase_after(unit, 0) != colon - 1:
        return None
    said = unit.between(colon + 1, len(unit.tokens) - 1)
    return Attribution((unit.between(0, colon - 1),), (unit.between(colon, colon),), (said,), "speech", 0.5)
