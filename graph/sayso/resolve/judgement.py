"""A judgement: two agents are the same, with the score, the reason and the two values compared."""

from dataclasses import dataclass
from hashlib import sha256

from pyoxigraph import Literal, NamedNode, Quad

from sayso.model.terms import decimal_literal, node
from sayso.namespaces import DataIris


@dataclass(frozen=True, slots=True, order=True)
class Judgement:
    """That two agents are the same; ``left`` and ``right`` are their IRIs in order.

    ``score`` lies between 0 and 1; ``left_value`` and ``right_value`` are what was compared.
    """

    left: str
    right: str
    score: float
    reason: str
    left_value: str
    right_value: str

    def quads(self, iris: DataIris) -> list[Quad]:
        """The judgement as a record in the graph of judgements."""
        name = sha256(f"{self.left}\n{self.right}".encode()).hexdigest()[:32]
        subject, graph = NamedNode(f"{iris.base}judgement/{name}"), NamedNode(iris.graph("judgements"))
        values: dict[str, NamedNode | Literal] = {
            "rdf:type": node("sayso:Judgement"),
            "sayso:left": NamedNode(self.left),
            "sayso:right": NamedNode(self.right),
            "sayso:leftValue": Literal(self.left_value),
            "sayso:rightValue": Literal(self.right_value),
            "sayso:verdict": node("verdict:same"),
            "sayso:score": decimal_literal(self.score),
            "sayso:reason": Literal(self.reason),
        }
        return [Quad(subject, node(p), v, graph) for p, v in values.items()]
