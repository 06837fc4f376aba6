"""Graphs are sent to servers of other houses over the Graph Store Protocol, and pages are served from them."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from starlette.testclient import TestClient

from sayso.export.sending import send
from sayso.export.server import Server
from sayso.serve.application import make_app
from sayso.serve.engine import Limits, RemoteBackend
from sayso.serve.site import Site

from .test_engines import INI, _free_port, _running

pytestmark = pytest.mark.interop
LIMITS = Limits(seconds=30, megabytes=20)
HTML = {"accept": "text/html"}


@pytest.fixture
def oxigraph(program: Callable[[str, str], str]) -> Iterator[tuple[str, str]]:
    """``oxigraph serve`` on loopback: its addresses for graphs and for queries."""
    found = Path(sys.executable).with_name("oxigraph")
    command = str(found) if found.exists() else program("oxigraph", "oxigraph, from PyPI")
    port = _free_port()
    with _running([command, "serve", "--bind", f"127.0.0.1:{port}"], Path.cwd(), (port,)):
        yield f"http://127.0.0.1:{port}/store", f"http://127.0.0.1:{port}/query"


@pytest.fixture
def virtuoso(
    program: Callable[[str, str], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[str, str]]:
    """A Virtuoso of its own on loopback, which asks for the password (Digest)."""
    server = program("virtuoso-t", "virtuoso-opensource")
    sql, http = _free_port(), _free_port()
    (tmp_path / "virtuoso.ini").write_text(INI.format(sql=sql, http=http), encoding="utf-8")
    monkeypatch.setenv("SAYSO_SPARQL_USER", "dba")
    monkeypatch.setenv("SAYSO_SPARQL_PASSWORD", "dba")
    with _running([server, "-f", "-c", "virtuoso.ini"], tmp_path, (sql, http)):
        yield f"http://127.0.0.1:{http}/sparql-graph-crud-auth", f"http://127.0.0.1:{http}/sparql"


def sent(sample: Any, url: str, tmp_path: Path) -> int:
    graphs = sample.exported_graphs(texts=True, reference=True)
    record = tmp_path / "sent.json"
    done = send(sample.store, graphs, Server(url), record)
    assert (done.sent, done.unchanged, done.removed) == (len(graphs), 0, 0)
    again = send(sample.store, graphs, Server(url), record)
    assert (again.sent, again.unchanged) == (0, len(graphs))
    less = send(sample.store, graphs[:-1], Server(url), record)
    assert less.removed == 1
    send(sample.store, graphs, Server(url), record)
    return sum(1 for _ in sample.quads(graphs))


COUNT = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } FILTER (STRSTARTS(STR(?g), '%s')) }"


def held(url: str, base: str) -> int:
    form = urlencode({"query": COUNT % base}).encode()
    content = Server(url).ask("POST", [], form, Accept="text/csv", Content_Type="application/x-www-form-urlencoded")
    return int(content.decode().split()[-1].strip('"'))


def test_oxigraph_holds_what_was_sent_and_its_pages_are_whole(
    sample: Any, oxigraph: tuple[str, str], tmp_path: Path
) -> None:
    assert held(oxigraph[1], sample.iris.base) == 0
    count = sent(sample, oxigraph[0], tmp_path)
    assert held(oxigraph[1], sample.iris.base) == count
    with TestClient(
        make_app(Site(RemoteBackend(oxigraph[1], LIMITS), LIMITS)), base_url="http://127.0.0.1:8000"
    ) as client:
        for path in ("/", "/articles", "/statements?words=soldiers", "/figures", "/sources", "/relays"):
            assert client.get(path, headers=HTML).status_code == 200, path
        assert "Lee Seong-kweun" in client.get("/sources", headers=HTML).text


def test_virtuoso_holds_what_was_sent(sample: Any, virtuoso: tuple[str, str], tmp_path: Path) -> None:
    count = sent(sample, virtuoso[0], tmp_path)
    assert held(virtuoso[1], sample.iris.base) == count


def test_virtuoso_answers_for_the_pages_that_it_can_answer(
    sample: Any, virtuoso: tuple[str, str], tmp_path: Path
) -> None:
    sent(sample, virtuoso[0], tmp_path)
    with TestClient(
        make_app(Site(RemoteBackend(virtuoso[1], LIMITS), LIMITS)), base_url="http://127.0.0.1:8000"
    ) as client:
        answered = {
            path: client.get(path, headers=HTML).status_code
            for path in ("/outlets", "/relays", "/articles", "/statements", "/figures", "/sources", "/")
        }
        sys.stdout.write(f"{answered}\n")
        assert answered["/outlets"] == answered["/relays"] == 200
        assert set(answered.values()) <= {200, 400, 502}
