"""Statements and the claims that they make, as RDF."""

from collections.abc import Iterator, Mapping, Sequence

from pyoxigraph import NamedNode

from sayso.model.sheet import Sheet
from sayso.model.terms import concept, date_literal, decimal_literal, node
from sayso.read.reading import Entity, Figure, Reading, Spans, Statement

_SPANS = {
    "sayso:sourceSpan": "source",
    "sayso:cueSpan": "cue",
    "sayso:contentSpan": "content",
    "sayso:hedgeSpan": "hedge",
}
_CONCEPTS = ("act", "stance", "manner", "basis", "origin", "certainty")


def describe_statements(sheet: Sheet, reading: Reading) -> None:
    """Write every statement that has content; a relayed one makes the claims of the one that relays it."""
    by_id = {s.id: s for s in reading.statements}
    carried = _figures_carried(reading.figures, by_id)
    for statement in reading.statements:
        if statement.content:
            _describe_statement(sheet, statement)
            _describe_root(sheet, statement, by_id)
            _describe_claim(sheet, statement, reading.entities)
            for figure_id in carried.get(statement.id, ()):
                sheet.add(sheet.part(statement.id), "sayso:claims", sheet.part(figure_id))


def chain(statement: Statement, by_id: Mapping[str, Statement]) -> Iterator[Statement]:
    """The statement, the one that it relays, and so on to the end; a loop is left at its start."""
    seen: set[str] = set()
    link: Statement | None = statement
    while link is not None and link.id not in seen:
        seen.add(link.id)
        yield link
        link = by_id.get(link.relays) if link.relays else None


def _figures_carried(figures: Sequence[Figure], by_id: Mapping[str, Statement]) -> dict[str, list[str]]:
    carried: dict[str, list[str]] = {}
    for figure in figures:
        if figure.statement and figure.statement in by_id:
            for link in chain(by_id[figure.statement], by_id):
                carried.setdefault(link.id, []).append(figure.id)
    return carried


def _describe_statement(sheet: Sheet, statement: Statement) -> None:
    subject = sheet.part(statement.id)
    sheet.add(subject, "rdf:type", node("sayso:Statement"))
    sheet.add(subject, "sayso:reportedIn", sheet.subject)
    sheet.add(subject, "sayso:claims", claim_of(sheet, statement.content))
    sheet.add(subject, "sayso:confidence", decimal_literal(round(statement.confidence, 3)))
    if statement.speaker:
        sheet.add(subject, "sayso:saidBy", sheet.entity(statement.speaker))
    if statement.relays:
        sheet.add(subject, "sayso:relays", sheet.part(statement.relays))
    if statement.said_on:
        sheet.add(subject, "sayso:saidOn", date_literal(statement.said_on))
    if statement.occasion:
        sheet.add(subject, "sayso:occasion", statement.occasion)
    if statement.reason:
        sheet.add(subject, "sayso:reason", statement.reason)
    for scheme in _CONCEPTS:
        if value := getattr(statement, scheme):
            sheet.add(subject, f"sayso:{scheme}", concept(scheme, value))
    for predicate, name in _SPANS.items():
        for span in getattr(statement, name) or ():
            sheet.add(subject, predicate, sheet.evidence(span))


def _describe_root(sheet: Sheet, statement: Statement, by_id: Mapping[str, Statement]) -> None:
    """Write where a chain ends; what this means for the statements further out follows by the property chains.

    The end itself has its speaker as its root source, and the statement that relays it has it as its root.
    """
    subject, relayed = sheet.part(statement.id), by_id.get(statement.relays or "")
    if not statement.relays and statement.speaker:
        sheet.add(subject, "sayso:rootSource", sheet.entity(statement.speaker))
    if relayed and relayed.content and not relayed.relays:
        sheet.add(subject, "sayso:rootStatement", sheet.part(relayed.id))


def claim_of(sheet: Sheet, content: Spans) -> NamedNode:
    """The claim that these words make: the same words in the same place are one claim."""
    return sheet.part("c" + "_".join(f"{start}-{end}" for start, end in content))


def _describe_claim(sheet: Sheet, statement: Statement, entities: Sequence[Entity]) -> None:
    claim = claim_of(sheet, statement.content)
    sheet.add(claim, "rdf:type", node("sayso:Claim"))
    sheet.add(claim, "sayso:reportedIn", sheet.subject)
    sheet.add(claim, "sayso:words", " … ".join(sheet.article.text[a:b] for a, b in statement.content))
    for entity in entities:
        if entity.type != "UnnamedSource" and _mentioned(entity, statement.content):
            sheet.add(claim, "schema:about", sheet.entity(entity.id))


def _mentioned(entity: Entity, content: Spans) -> bool:
    return any(a <= start and end <= b for start, end in entity.mentions for a, b in content)
