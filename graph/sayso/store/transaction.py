"""One change to the store that happens wholly or not at all, as a SPARQL 1.1 Update request.

Oxigraph carries out a request in one transaction, so that a process killed half way leaves the
state before it.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, Triple, serialize


@dataclass
class Transaction:
    """Collects operations in order; ``commit`` applies them together."""

    operations: list[str] = field(default_factory=list)

    def drop(self, graph: NamedNode) -> None:
        """Take a named graph away, where there is one."""
        self.operations.append(f"DROP SILENT GRAPH {graph}")

    def insert(self, quads: Iterable[Quad]) -> None:
        """Add quads of any number of named graphs."""
        if data := _data(quads):
            self.operations.append(f"INSERT DATA {{ {data} }}")

    def delete(self, quads: Iterable[Quad]) -> None:
        """Take quads away; those that are not there are passed over."""
        if data := _data(quads):
            self.operations.append(f"DELETE DATA {{ {data} }}")

    def commit(self, store: Store) -> None:
        """Apply every operation, in order, in one transaction."""
        if self.operations:
            store.update(" ;\n".join(self.operations))


def _data(quads: Iterable[Quad]) -> str:
    graphs: dict[object, list[Triple]] = defaultdict(list)
    for quad in quads:
        graphs[quad.graph_name].append(quad.triple)
    return "\n".join(f"GRAPH {graph} {{ {_ntriples(triples)} }}" for graph, triples in graphs.items())


def _ntriples(triples: list[Triple]) -> str:
    written = serialize(triples, format=RdfFormat.N_TRIPLES)
    return written.decode("utf-8") if written else ""
