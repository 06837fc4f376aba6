"""Graphs go to a server over the Graph Store Protocol, and are served from there with the same answers."""

import base64
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from click.testing import CliRunner
from pyoxigraph import NamedNode, QueryResultsFormat, QueryTriples, RdfFormat, Store, serialize
from starlette.testclient import TestClient

from sayso.cli import cli
from sayso.serve.application import make_app
from sayso.serve.engine import Limits, RemoteBackend
from sayso.serve.site import Site
from sayso.store import Dataset

LIMITS = Limits(seconds=5, megabytes=5)
HTML = {"accept": "text/html"}


class Remote(ThreadingHTTPServer):
    """A server that speaks the Graph Store Protocol and answers queries, with a fault on demand."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.store, self.log, self.broken_after, self.user = Store(), list[str](), 10**9, ""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class Handler(BaseHTTPRequestHandler):
    server: Remote

    def log_message(self, format: str, *args: object) -> None:
        pass

    def answer(self, status: int, content: bytes = b"", kind: str = "text/plain", **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(content)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(content)

    def do_PUT(self) -> None:
        body, graph = self.rfile.read(int(self.headers["Content-Length"])), self.graph()
        if self.server.user and self.headers.get("Authorization") != self.server.user:
            return self.answer(401, WWW_Authenticate='Basic realm="here"')
        if len(self.server.log) >= self.server.broken_after:
            return self.answer(418, b"the disk is full\n")
        self.server.log.append(f"PUT {graph.value}")
        self.server.store.remove_graph(graph)
        self.server.store.load(body, format=RdfFormat.TURTLE, to_graph=graph)
        return self.answer(204)

    def do_DELETE(self) -> None:
        self.server.log.append(f"DELETE {self.graph().value}")
        self.server.store.remove_graph(self.graph())
        self.answer(204)

    def do_POST(self) -> None:
        text = dict(parse_qsl(self.rfile.read(int(self.headers["Content-Length"])).decode()))["query"]
        found = self.server.store.query(text, use_default_graph_as_union=True)
        if isinstance(found, QueryTriples):
            return self.answer(200, serialize(found, format=RdfFormat.N_TRIPLES) or b"", "application/n-triples")
        content = found.serialize(format=QueryResultsFormat.JSON) or b""
        return self.answer(200, content, "application/sparql-results+json")

    def graph(self) -> NamedNode:
        return NamedNode(dict(parse_qsl(urlsplit(self.path).query))["graph"])


@pytest.fixture
def remote() -> Iterator[Remote]:
    server = Remote()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def own(store: Path, tmp_path: Path) -> Path:
    """A copy of the store, so that what was sent is recorded there alone."""
    with Dataset.open(store) as dataset, Dataset.open(tmp_path / "own", write=True) as copy:
        copy.store.bulk_extend(dataset.store)
    return tmp_path / "own"


def export(folder: Path, remote: Remote, *more: str) -> tuple[int, str]:
    result = CliRunner().invoke(cli, ["export", "--store", str(folder), "--to", remote.url, *more])
    return result.exit_code, result.stderr if result.exception is None else str(result.exception)


def graphs(store: Store) -> dict[str, set[object]]:
    return {
        g.value: {q.triple for q in store.quads_for_pattern(None, None, None, g)}
        for g in store.named_graphs()
        if isinstance(g, NamedNode)
    }


def test_every_graph_arrives_whole_and_only_changes_are_sent_again(own: Path, remote: Remote) -> None:
    code, told = export(own, remote, "--with-text")
    assert code == 0, told
    with Dataset.open(own) as dataset:
        wanted = {g.value for g in dataset.exported_graphs(texts=True, reference=True)}
        assert graphs(remote.store) == {g: t for g, t in graphs(dataset.store).items() if g in wanted}
    remote.log.clear()
    assert "0 sent" in export(own, remote, "--with-text")[1] and remote.log == []
    with Dataset.open(own, write=True) as dataset:
        dataset.store.remove_graph(NamedNode(dataset.iris.article_graph("a3")))
        dataset.store.remove_graph(NamedNode(dataset.iris.text_graph("a1")))
    assert "0 sent" in export(own, remote, "--with-text")[1]
    assert [line.partition(" ")[0] for line in remote.log] == ["DELETE", "DELETE"]
    assert export(own, remote, "--with-text", "--again")[1].startswith(f"{len(graphs(remote.store))} graphs")


def test_a_transfer_that_broke_off_goes_on_where_it_stopped(own: Path, remote: Remote) -> None:
    remote.broken_after = 3
    code, told = export(own, remote)
    assert code != 0 and "the disk is full" in told and "run the same command again" in told
    sent = list(remote.log)
    remote.broken_after = 10**9
    assert export(own, remote)[0] == 0
    assert len(remote.log) == len(set(remote.log)), "nothing was sent twice"
    assert remote.log[:3] == sent


def test_credentials_come_from_the_environment(own: Path, remote: Remote, monkeypatch: pytest.MonkeyPatch) -> None:
    remote.user = "Basic " + base64.b64encode(b"ada:secret").decode()
    code, told = export(own, remote)
    assert code != 0 and "401" in told
    monkeypatch.setenv("SAYSO_SPARQL_USER", "ada")
    monkeypatch.setenv("SAYSO_SPARQL_PASSWORD", "secret")
    assert export(own, remote)[0] == 0
    remote.user = "Bearer t0ken"
    monkeypatch.setenv("SAYSO_SPARQL_TOKEN", "t0ken")
    assert export(own, remote, "--again")[0] == 0


def test_pages_of_a_server_elsewhere_are_those_of_the_store(own: Path, remote: Remote, client: TestClient) -> None:
    export(own, remote, "--with-text")
    site = Site(RemoteBackend(remote.url, LIMITS), LIMITS)
    with TestClient(make_app(site), base_url="http://127.0.0.1:8000") as far:
        for path in (
            "/",
            "/articles",
            "/statements?words=soldiers",
            "/figures",
            "/article/a1",
            "/agent/ana-berg",
            "/relays",
            "/article/a1/f30",
        ):
            assert far.get(path, headers=HTML).text == client.get(path, headers=HTML).text, path
        data = {p: far.get("/data/agent/ana-berg.nt").text for p in ("",)}
        assert data[""] == client.get("/data/agent/ana-berg.nt").text
        assert far.get("/sparql", params={"query": "ASK { ?s ?p ?o }"}).json()["boolean"] is True
        assert far.get("/sparql", params={"query": "DROP ALL"}).status_code == 403
        assert far.get("/findings").status_code == 501


def test_a_server_that_is_not_there_is_told(own: Path) -> None:
    result = CliRunner().invoke(cli, ["export", "--store", str(own), "--to", "ftp://nowhere"])
    assert "is no address of a server" in str(result.exception)
    misused = CliRunner().invoke(cli, ["export", "--store", str(own), "--to", "http://x", "--format", "csv"])
    assert misused.exit_code == 2
