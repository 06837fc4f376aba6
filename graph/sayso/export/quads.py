"""N-Quads: one canonical line a quad, sorted within each graph, so that two exports can be compared by line."""

from collections.abc import Sequence
from typing import IO

from pyoxigraph import NamedNode, RdfFormat, Store, serialize


def write_nquads(store: Store, graphs: Sequence[NamedNode], out: IO[bytes]) -> None:
    """Write the graphs one after another; memory holds one graph at a time."""
    for graph in graphs:
        lines = serialize(store.quads_for_pattern(None, None, None, graph), format=RdfFormat.N_QUADS) or b""
        out.writelines(sorted(lines.splitlines(keepends=True)))
