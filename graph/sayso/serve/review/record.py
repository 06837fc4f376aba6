"""A review as a record: what was decided, by whom, when and why, in the graph of reviews."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal as OneOf
from typing import cast, get_args

from pyoxigraph import Literal, NamedNode, Quad

from sayso.model.terms import node
from sayso.namespaces import DataIris
from sayso.query import Answer
from sayso.query.answer import plain
from sayso.serve.review.item import Item

GRAPH = "review"
Outcome = OneOf["confirmed", "rejected", "corrected", "missed", "withdrawn", "complete"]
OUTCOMES: tuple[str, ...] = get_args(Outcome)


@dataclass(frozen=True, slots=True)
class Review:
    """One decision. ``of`` is the IRI of what it is about, ``digest`` that of the text; ``on`` an ISO date-time in UTC.

    ``read`` is what the reading said, ``right`` what it should say; a decision on the whole article has neither.
    """

    outcome: Outcome
    article: str
    digest: str
    of: str
    by: str
    on: str
    reason: str = ""
    read: Item | None = None
    right: Item | None = None

    @property
    def place(self) -> Item | None:
        """The item that tells which place it is about."""
        return self.read or self.right

    def quads(self, iris: DataIris) -> list[Quad]:
        """The record; its IRI comes from what it says."""
        parts = (self.outcome, self.digest, self.of, self.by, self.on, self.reason)
        items = (item.to_json() if item else "" for item in (self.read, self.right))
        name = sha256("\n".join((*parts, *items)).encode()).hexdigest()[:32]
        subject, graph = NamedNode(f"{iris.base}reviewed/{name}"), NamedNode(iris.graph(GRAPH))
        values: dict[str, NamedNode | Literal] = {
            "rdf:type": node("sayso:Review"),
            "sayso:outcome": node(f"outcome:{self.outcome}"),
            "sayso:reportedIn": NamedNode(self.article),
            "sayso:ofText": Literal(self.digest),
            "sayso:reviews": NamedNode(self.of),
            "sayso:judgedBy": Literal(self.by),
            "dcterms:created": Literal(self.on, datatype=node("xsd:dateTime")),
        }
        if self.reason:
            values["sayso:reason"] = Literal(self.reason)
        if self.read:
            values["sayso:readAs"] = Literal(self.read.to_json())
        if self.right:
            values["sayso:shouldReadAs"] = Literal(self.right.to_json())
        return [Quad(subject, node(predicate), value, graph) for predicate, value in values.items()]


def reviews_of(answer: Answer) -> list[Review]:
    """The reviews in an answer to ``which-reviews-are-there``, the oldest first; a damaged record is passed over."""
    rows = (dict(zip(answer.columns, map(plain, row), strict=True)) for row in answer.rows)
    return [review for row in rows if (review := _review(row))]


def _review(row: dict[str, str]) -> Review | None:
    try:
        read, right = (Item.from_json(row[name]) if row[name] else None for name in ("read_as", "should_read_as"))
    except (ValueError, KeyError, TypeError):
        return None
    if row["outcome"] not in OUTCOMES:
        return None
    outcome = cast(Outcome, row["outcome"])
    article, digest, of, by, on, reason = (row[n] for n in ("article", "of_text", "item", "by", "on", "reason"))
    return Review(outcome, article, digest, of, by, on, reason, read, right)


def latest(reviews: Iterable[Review]) -> str:
    """The moment of the last of them; empty where there is none."""
    return max((review.on for review in reviews), default="")
