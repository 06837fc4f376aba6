"""Figures as RDF: the typed numbers beside the words as printed."""

from collections.abc import Iterator, Mapping
from typing import Any

from sayso.model.sheet import Sheet
from sayso.model.terms import concept, date_literal, node, number_literal, truth
from sayso.read.reading import Figure

_SCHEMES = ("kind", "bound", "unit")
_NUMBERS = {
    "sayso:low": "low",
    "sayso:high": "high",
    "sayso:derivedLow": "derived_low",
    "sayso:derivedHigh": "derived_high",
}
_ENTITIES = {"sayso:counts": "counts", "sayso:place": "place"}
_FIGURES = {"sayso:includedIn": "included_in", "sayso:addsTo": "adds_to", "sayso:shareOf": "share_of"}
_FLAGS = {"sayso:additional": "additional", "sayso:cumulative": "cumulative", "sayso:negated": "negated"}
_DATES = {"sayso:from": "from_", "sayso:until": "until", "sayso:asOf": "as_of"}


def describe_figure(sheet: Sheet, figure: Figure) -> None:
    """Write one figure; an open end has no triple, nor has a flag that does not hold."""
    subject, (start, end) = sheet.part(figure.id), figure.span
    sheet.add(subject, "rdf:type", node("sayso:Figure"))
    sheet.add(subject, "sayso:reportedIn", sheet.subject)
    sheet.add(subject, "sayso:words", sheet.article.text[start:end])
    sheet.add(subject, "sayso:span", sheet.evidence(figure.span))
    for scheme in _SCHEMES:
        sheet.add(subject, f"sayso:{scheme}", concept(scheme, getattr(figure, scheme)))
    for predicate, value in _given(figure, _NUMBERS):
        sheet.add(subject, predicate, number_literal(value))
    for predicate, entity in _given(figure, _ENTITIES):
        sheet.add(subject, predicate, sheet.entity(entity))
    for predicate, other in _given(figure, _FIGURES):
        sheet.add(subject, predicate, sheet.part(other))
    for predicate, holds in _given(figure, _FLAGS):
        if holds:
            sheet.add(subject, predicate, truth())
    for predicate, iso in _given(figure, _DATES):
        sheet.add(subject, predicate, date_literal(iso))


def _given(figure: Figure, fields: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    """Each predicate with the value of its field, where there is one."""
    for predicate, name in fields.items():
        if (value := getattr(figure, name)) is not None:
            yield predicate, value
