"""Figures as RDF: the typed numbers beside the words as printed."""

from sayso.model.sheet import Sheet
from sayso.model.terms import concept, date_literal, node, number_literal
from sayso.read.reading import Figure

_DATES = {"sayso:from": "from_", "sayso:until": "until", "sayso:asOf": "as_of"}


def describe_figure(sheet: Sheet, figure: Figure) -> None:
    """Write one figure; an open end has no triple."""
    subject, (start, end) = sheet.part(figure.id), figure.span
    sheet.add(subject, "rdf:type", node("sayso:Figure"))
    sheet.add(subject, "sayso:reportedIn", sheet.subject)
    sheet.add(subject, "sayso:words", sheet.article.text[start:end])
    sheet.add(subject, "sayso:span", sheet.evidence(figure.span))
    for scheme in ("kind", "bound", "unit"):
        sheet.add(subject, f"sayso:{scheme}", concept(scheme, getattr(figure, scheme)))
    for predicate, value in (("sayso:low", figure.low), ("sayso:high", figure.high)):
        if value is not None:
            sheet.add(subject, predicate, number_literal(value))
    for predicate, entity in (("sayso:counts", figure.counts), ("sayso:place", figure.place)):
        if entity:
            sheet.add(subject, predicate, sheet.entity(entity))
    for predicate, name in _DATES.items():
        if iso := getattr(figure, name):
            sheet.add(subject, predicate, date_literal(iso))
