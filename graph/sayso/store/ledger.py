"""The ledger: which location brought which article version, from which bytes, read by which rules.

It lives in a graph of its own, since paths belong to one machine and not to the articles.
"""

from dataclasses import dataclass
from hashlib import sha256

from pyoxigraph import Literal, NamedNode, Quad, Store

from sayso.namespaces import DataIris, term

_AT = NamedNode(term("prov:atLocation"))
_FILE = NamedNode(term("schema:name"))
_HOLDS = NamedNode(term("sayso:holds"))
_INPUT = NamedNode(term("sayso:inputDigest"))
_RULES = NamedNode(term("sayso:rulesDigest"))
_STALE = NamedNode(term("sayso:stale"))
_PREDICATES = (_AT, _FILE, _HOLDS, _INPUT, _RULES)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger; ``key`` names the article version that the location holds now."""

    location: str
    file: str
    key: str
    input_digest: str
    rules_digest: str


class Ledger:
    """Reads the ledger graph of a store, and writes its lines as quads for a transaction."""

    def __init__(self, store: Store, iris: DataIris) -> None:
        self._store, self._iris = store, iris
        self.graph = NamedNode(iris.graph("ledger"))

    def quads(self, entry: Entry) -> list[Quad]:
        """The entry as quads."""
        subject = self._subject(entry.location)
        values: tuple[Literal | NamedNode, ...] = (
            Literal(entry.location),
            Literal(entry.file),
            NamedNode(self._iris.article(entry.key)),
            Literal(entry.input_digest),
            Literal(entry.rules_digest),
        )
        return [Quad(subject, p, v, self.graph) for p, v in zip(_PREDICATES, values, strict=True)]

    def entry(self, location: str) -> Entry | None:
        """The line for a location, if an article came from there."""
        subject = self._subject(location)
        found = {q.predicate: _value(q) for q in self._store.quads_for_pattern(subject, None, None, self.graph)}
        if len(found) < len(_PREDICATES):
            return None
        at, file, held, digest, rules = (found[p] for p in _PREDICATES)
        return Entry(at, file, held.removeprefix(self._iris.article("")), digest, rules)

    def entries(self) -> list[Entry]:
        """Every line, in the order of locations."""
        found = (self.entry(_value(q)) for q in self._store.quads_for_pattern(None, _AT, None, self.graph))
        return sorted((e for e in found if e), key=lambda e: e.location)

    def holders(self, key: str) -> list[Entry]:
        """The lines of the locations that hold an article version, in the order of locations."""
        held = self._store.quads_for_pattern(None, _HOLDS, NamedNode(self._iris.article(key)), self.graph)
        locations = (list(self._store.quads_for_pattern(q.subject, _AT, None, self.graph)) for q in held)
        entries = (self.entry(_value(q)) for found in locations for q in found)
        return sorted((e for e in entries if e), key=lambda e: e.location)

    def stale_mark(self) -> Quad:
        """The quad that says: articles have changed since the derived graphs were written."""
        return Quad(self.graph, _STALE, Literal(True), self.graph)

    def is_stale(self) -> bool:
        """Whether the derived graphs have to be written again."""
        return self.stale_mark() in self._store

    def _subject(self, location: str) -> NamedNode:
        name = sha256(location.encode("utf-8", "surrogatepass")).hexdigest()[:32]
        return NamedNode(f"{self._iris.base}location/{name}")


def _value(quad: Quad) -> str:
    assert isinstance(quad.object, NamedNode | Literal)  # the ledger holds no blank nodes and no quoted triples
    return quad.object.value
