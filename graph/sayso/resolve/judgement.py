"""A judgement: two agents are the same, are different, or nobody can tell; with its reason and the two values."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Literal as OneOf

from pyoxigraph import Literal, NamedNode, Quad

from sayso.model.terms import date_literal, decimal_literal, node
from sayso.namespaces import DataIris

Verdict = OneOf["same", "different", "unsure"]
BY_RULE = "rule"


@dataclass(frozen=True, slots=True, order=True)
class Judgement:
    """A verdict on two agents; ``left`` and ``right`` are their IRIs in order.

    ``score`` lies between 0 and 1; ``left_value`` and ``right_value`` are what was compared. ``by`` is
    the person who judged, or ``rule``; ``on`` is the day on which a person did, as an ISO date.
    """

    left: str
    right: str
    score: float
    reason: str
    left_value: str
    right_value: str
    verdict: Verdict = "same"
    by: str = BY_RULE
    on: str | None = None

    @property
    def pair(self) -> tuple[str, str]:
        """The two IRIs."""
        return self.left, self.right

    def quads(self, iris: DataIris, graph: str = "judgements") -> list[Quad]:
        """The judgement as a record in a graph of judgements."""
        kind = "judgement" if self.by == BY_RULE else "decision"
        name = sha256(f"{self.left}\n{self.right}".encode()).hexdigest()[:32]
        subject, where = NamedNode(f"{iris.base}{kind}/{name}"), NamedNode(iris.graph(graph))
        values: dict[str, NamedNode | Literal] = {
            "rdf:type": node("sayso:Judgement"),
            "sayso:left": NamedNode(self.left),
            "sayso:right": NamedNode(self.right),
            "sayso:leftValue": Literal(self.left_value),
            "sayso:rightValue": Literal(self.right_value),
            "sayso:verdict": node(f"verdict:{self.verdict}"),
            "sayso:score": decimal_literal(self.score),
            "sayso:reason": Literal(self.reason),
            "sayso:judgedBy": Literal(self.by),
        }
        if self.on:
            values["dcterms:created"] = date_literal(self.on)
        return [Quad(subject, node(p), v, where) for p, v in values.items()]


def ordered(one: tuple[str, str], other: tuple[str, str]) -> tuple[tuple[str, str], tuple[str, str]]:
    """Two agents as (IRI, value), in the order of their IRIs."""
    return (one, other) if one[0] <= other[0] else (other, one)
