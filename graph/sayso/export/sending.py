"""Sends graphs to a server over the SPARQL 1.1 Graph Store HTTP Protocol, one graph at a time.

What was sent is written down beside the store, by graph and digest: sent again, only what has changed goes, and
what is gone here is taken away there. So a transfer that broke off goes on where it stopped.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat, Store, serialize

from sayso.export.server import Server, ServerError

_WRITE_AFTER = 20


@dataclass(frozen=True, slots=True)
class Sent:
    """How many graphs were sent, were there already, and were taken away."""

    sent: int = 0
    unchanged: int = 0
    removed: int = 0


def send(
    store: Store,
    graphs: Iterable[NamedNode],
    server: Server,
    record: Path,
    notice: Callable[[str], None] = lambda graph: None,
) -> Sent:
    """Send the graphs; ``record`` is the file in which is kept what was sent. Raises ServerError."""
    known, done, wanted = _known(record), Sent(), set[str]()
    try:
        for graph in graphs:
            wanted.add(graph.value)
            content = _content(store, graph)
            digest = sha256(content).hexdigest()
            if known.get(graph.value) == digest:
                done = Sent(done.sent, done.unchanged + 1, done.removed)
                continue
            server.ask("PUT", [("graph", graph.value)], content, Content_Type="text/turtle")
            known[graph.value] = digest
            done = Sent(done.sent + 1, done.unchanged, done.removed)
            if done.sent % _WRITE_AFTER == 0:
                _write(record, known)
            notice(graph.value)
        for gone in sorted(set(known) - wanted):
            _remove(server, gone)
            del known[gone]
            done = Sent(done.sent, done.unchanged, done.removed + 1)
    finally:
        _write(record, known)
    return done


def record_of(folder: Path, url: str) -> Path:
    """Where is kept what was sent from a store to a server."""
    return folder / "sent" / f"{sha256(url.encode()).hexdigest()[:16]}.json"


def _content(store: Store, graph: NamedNode) -> bytes:
    """The graph as sorted N-Triples, which are Turtle as well."""
    lines = serialize((q.triple for q in store.quads_for_pattern(None, None, None, graph)), format=RdfFormat.N_TRIPLES)
    return b"".join(sorted((lines or b"").splitlines(keepends=True)))


def _remove(server: Server, graph: str) -> None:
    try:
        server.ask("DELETE", [("graph", graph)])
    except ServerError as error:
        if error.status != 404:
            raise


def _known(record: Path) -> dict[str, str]:
    try:
        return dict(json.loads(record.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}


def _write(record: Path, known: dict[str, str]) -> None:
    record.parent.mkdir(exist_ok=True)
    partial = record.with_suffix(".part")
    partial.write_text(json.dumps(known, indent=0, sort_keys=True), encoding="utf-8")
    partial.replace(record)
