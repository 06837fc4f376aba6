"""Grades that analysts give to sources and claims on the Admiralty code; they outlive every build."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from pyoxigraph import Literal, NamedNode, Quad, Store

from sayso.errors import JudgementError
from sayso.model.terms import date_literal, node
from sayso.namespaces import DataIris, term

GRAPH = "grades"
_CODE = re.compile(r"([A-Fa-f])?([1-6])?")


@dataclass(frozen=True, slots=True, order=True)
class Grade:
    """What one analyst thinks of a source (``reliability`` A to F) or claim (``credibility`` 1 to 6), and why."""

    graded: str
    reliability: str
    credibility: str
    reason: str
    by: str
    on: str

    @property
    def code(self) -> str:
        """Such as B2, B or 2."""
        return self.reliability + self.credibility

    def quads(self, iris: DataIris) -> list[Quad]:
        """The grade as a record in the graph of grades."""
        name = sha256(f"{self.graded}\n{self.by}".encode()).hexdigest()[:32]
        subject, graph = NamedNode(f"{iris.base}grade/{name}"), NamedNode(iris.graph(GRAPH))
        values: list[tuple[str, NamedNode | Literal]] = [
            ("rdf:type", node("sayso:Grade")),
            ("sayso:graded", NamedNode(self.graded)),
            ("sayso:reason", Literal(self.reason)),
            ("sayso:judgedBy", Literal(self.by)),
            ("dcterms:created", date_literal(self.on)),
        ]
        values += [("sayso:reliability", node(f"grade:{self.reliability}"))] if self.reliability else []
        values += [("sayso:credibility", node(f"grade:{self.credibility}"))] if self.credibility else []
        return [Quad(subject, node(predicate), value, graph) for predicate, value in values]


def parse_code(code: str) -> tuple[str, str]:
    """The letter and the number of a grade, either of which may be left out. Raises JudgementError for anything else.

    >>> parse_code("b2"), parse_code("1")
    (('B', '2'), ('', '1'))
    """
    found = _CODE.fullmatch(code.strip())
    if not found or not code.strip():
        raise JudgementError(
            f"{code!r} is no grade of the Admiralty code: a letter A to F, a number 1 to 6, or both (B2)"
        )
    return (found[1] or "").upper(), found[2] or ""


def grades_of(store: Store, iris: DataIris) -> list[Grade]:
    """The grades that a store holds, in order."""
    held: dict[object, dict[str, str]] = defaultdict(dict)
    for quad in store.quads_for_pattern(None, None, None, NamedNode(iris.graph(GRAPH))):
        held[quad.subject][quad.predicate.value] = getattr(quad.object, "value", "")
    return sorted(_grade(values) for values in held.values())


def _grade(values: dict[str, str]) -> Grade:
    space = term("grade:A")[:-1]
    letter, number = (
        values.get(term(f"sayso:{name}"), "").removeprefix(space) for name in ("reliability", "credibility")
    )
    graded, reason, by = (values[term(f"sayso:{name}")] for name in ("graded", "reason", "judgedBy"))
    return Grade(graded, letter, number, reason, by, values[term("dcterms:created")])


def with_grade(grades: Iterable[Grade], new: Grade) -> list[Grade]:
    """The grades and one more; an earlier one of the same thing by the same person is replaced."""
    return sorted([*without_grade(grades, new.graded, new.by), new])


def without_grade(grades: Iterable[Grade], graded: str, by: str) -> list[Grade]:
    """The grades without the one of that thing by that person."""
    return [grade for grade in grades if (grade.graded, grade.by) != (graded, by)]


def grade_quads(grades: Iterable[Grade], iris: DataIris) -> list[Quad]:
    """The graph of grades."""
    return [quad for grade in grades for quad in grade.quads(iris)]
