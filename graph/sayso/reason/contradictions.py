"""What cannot all be true: facts that break an axiom of the ontology."""

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from sayso.namespaces import DataIris
from sayso.reason.rules import Rule, ask, rules


@dataclass(frozen=True, slots=True, order=True)
class Contradiction:
    """A node that breaks an axiom: ``rule`` names the kind of axiom, ``explanation`` is for a person."""

    rule: str
    focus: str
    explanation: str


def contradictions(store: Store, iris: DataIris) -> list[Contradiction]:
    """Every contradiction in the asserted and the inferred graphs of the store, by rule and node."""
    return sorted({found for rule in rules("contradictions") for found in _found(store, rule, iris)})


def _found(store: Store, rule: Rule, iris: DataIris) -> Iterator[Contradiction]:
    solutions = ask(store, rule, iris)
    assert isinstance(solutions, QuerySolutions)  # every rule of this kind is a SELECT query
    for solution in solutions:
        focus, explanation = solution["focus"], solution["explanation"]
        if isinstance(focus, NamedNode) and isinstance(explanation, Literal):
            yield Contradiction(rule.name, focus.value, explanation.value)
