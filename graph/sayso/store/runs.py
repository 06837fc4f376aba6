"""The provenance of runs, in a graph of its own: the one place where a clock appears."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from pyoxigraph import Literal, NamedNode, Quad

from sayso import __version__
from sayso.namespaces import DataIris, term


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


@dataclass(frozen=True)
class Run:
    """One build as a prov:Activity, named by the moment at which it started."""

    iris: DataIris
    started: str = field(default_factory=_now)

    @property
    def subject(self) -> NamedNode:
        """The activity."""
        return NamedNode(f"{self.iris.base}run/{self.started}")

    def generated(self, key: str) -> list[Quad]:
        """That the article version was brought in by this run."""
        return [self._quad(NamedNode(self.iris.article(key)), "prov:wasGeneratedBy", self.subject)]

    def finished(self) -> list[Quad]:
        """The activity with its start, its end and the software that did it."""
        software = NamedNode(f"{self.iris.base}software/sayso-{__version__}")
        stamp = NamedNode(term("xsd:dateTime"))
        return [
            self._quad(self.subject, "rdf:type", NamedNode(term("prov:Activity"))),
            self._quad(self.subject, "prov:startedAtTime", Literal(self.started, datatype=stamp)),
            self._quad(self.subject, "prov:endedAtTime", Literal(_now(), datatype=stamp)),
            self._quad(self.subject, "prov:wasAssociatedWith", software),
            self._quad(software, "rdf:type", NamedNode(term("prov:SoftwareAgent"))),
        ]

    def _quad(self, subject: NamedNode, predicate: str, value: NamedNode | Literal) -> Quad:
        return Quad(subject, NamedNode(term(predicate)), value, NamedNode(self.iris.graph("runs")))
