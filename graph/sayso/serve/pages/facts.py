"""The triples of one article or thing, by subject and predicate, for pages to pick from."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Triple

from sayso.export.order import natural
from sayso.namespaces import term

Node = NamedNode | Literal


class Facts:
    """Look-ups by IRI and by prefixed name of the predicate; values come back as text, in a steady order."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self._facts: dict[str, dict[str, set[Node]]] = defaultdict(lambda: defaultdict(set))
        for triple in triples:
            if isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode | Literal):
                self._facts[triple.subject.value][triple.predicate.value].add(triple.object)

    def __contains__(self, iri: str) -> bool:
        return iri in self._facts

    def all(self, iri: str, predicate: str) -> list[str]:
        """Every value, as text."""
        found = self._facts[iri][term(predicate)] if iri in self._facts else set()
        return sorted((value.value for value in found), key=natural)

    def one(self, iri: str, predicate: str) -> str:
        """The first value, as text; empty where there is none."""
        return next(iter(self.all(iri, predicate)), "")

    def local(self, iri: str, predicate: str) -> str:
        """The local name of the concept that is the value, such as ``asserts``."""
        return self.one(iri, predicate).rpartition("/")[2].rpartition("#")[2]

    def of_class(self, curie: str) -> Iterator[str]:
        """The IRIs of that class, in order."""
        wanted = NamedNode(term(curie))
        kind = term("rdf:type")
        return iter(sorted((iri for iri, told in self._facts.items() if wanted in told.get(kind, ())), key=natural))

    def pointing(self, predicate: str, iri: str) -> list[str]:
        """The subjects of which the IRI is the value."""
        wanted, name = NamedNode(iri), term(predicate)
        return sorted(subject for subject, told in self._facts.items() if wanted in told.get(name, ()))

    def span(self, iri: str) -> tuple[int, int] | None:
        """Where in the text a piece of evidence stands."""
        for selector in self.all(iri, "oa:hasSelector"):
            if start := self.one(selector, "oa:start"):
                return int(start), int(self.one(selector, "oa:end"))
        return None
