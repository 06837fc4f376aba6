"""Virtuoso and Comunica load the export and answer our questions with the same rows as we do."""

import contextlib
import json
import re
import socket
import subprocess
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Store

from sayso.query import Question, ask, find_question, questions
from sayso.query.answer import plain
from sayso.query.binding import bind

pytestmark = pytest.mark.interop

NOT_OF_VIRTUOSO = {"figures-in-a-region", "longest-chains", "statements-whose-root-is-unnamed", "what-an-article-says"}
"""Those that Virtuoso 7.2.5 refuses to compile; why stands in docs/interoperability.md."""
OTHERWISE_ASKED = {"who-speaks-most": {"articles": "1"}, "what-was-said-in-or-of-a-region": {"region": "Kursk"}}
"""What is supplied where the example of the question has no answer in the sample."""
OF_VIRTUOSO: dict[str, dict[str, str]] = {
    question.name: OTHERWISE_ASKED.get(question.name, question.example)
    for question in questions()
    if question.columns and question.name not in NOT_OF_VIRTUOSO
}
OF_COMUNICA: dict[str, dict[str, str]] = {
    "figures-without-a-date": {},
    "figures-without-a-source": {},
    "find-sources": {},
    "how-each-source-counted-over-time": {"kind": "killed"},
    "outlets-and-their-sources": {},
    "parts-and-shares-of-figures": {},
    "statements-whose-root-is-unnamed": {},
    "statements-with-a-hedge": {},
    "which-comparisons-are-there": {},
    "who-denies-what": {},
    "who-relays-whom": {},
    "who-speaks-about-whom": {},
    "who-speaks-most": {"articles": "1"},
    "who-wants-what": {},
}
"""Those in which Comunica 4.5 follows SPARQL 1.1 in a few seconds; where it does not stands there too."""
INI = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = temporary.db
TransactionFile = temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
DirsAllowed = .
CheckpointInterval = 0
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = .
Charset = UTF-8
"""
Rows = list[list[str]]


def spelled(question: Question, params: Mapping[str, str], base: str) -> str:
    """The query with its parameters written out, for engines that bind none."""
    text = re.sub(r"(?m)^#.*\n", "", question.text)
    for name, value in bind(question, params, base).items():
        variable = re.compile(rf"\?{name}\b")
        for heads in (r"(?s)SELECT.*?(?=WHERE)", r"GROUP BY[^{}\n]*"):
            text = re.sub(heads, lambda head: variable.sub("", head.group()), text)  # noqa: B023
        text = variable.sub(lambda _: str(value), text)  # noqa: B023
    return text


def ours(exported: Any, asked: Mapping[str, dict[str, str]]) -> dict[str, Rows]:
    """Our rows, over what the export holds."""
    store, base = Store(), exported.dataset.iris.base
    store.extend(exported.quads)
    answers = {name: ask(store, find_question(name), params, base) for name, params in asked.items()}
    return {name: [[plain(term) for term in row] for row in answer.rows] for name, answer in answers.items()}


def theirs(name: str, bindings: list[dict[str, str]]) -> Rows:
    return [[binding.get(column, "") for column, _ in find_question(name).columns] for binding in bindings]


@pytest.fixture(scope="module")
def sample_export(sample: Any, write_all: Any, tmp_path_factory: pytest.TempPathFactory) -> Any:
    return write_all(sample, tmp_path_factory.mktemp("engines"))


@pytest.fixture(scope="module")
def virtuoso(program: Callable[[str, str], str], sample_export: Any) -> Iterator[Callable[[str], list[dict[str, str]]]]:
    """Asks a server of its own, on loopback alone, that has loaded the export with the bulk loader."""
    server, client = program("virtuoso-t", "virtuoso-opensource"), program("isql-vt", "virtuoso-opensource")
    folder: Path = sample_export.folder
    sql, http = _free_port(), _free_port()
    (folder / "virtuoso.ini").write_text(INI.format(sql=sql, http=http), encoding="utf-8")
    (folder / "graph.nq").write_bytes(sample_export.file("nquads").read_bytes())
    with _running([server, "-f", "-c", "virtuoso.ini"], folder, (sql, http)):
        load = "ld_dir('.', 'graph.nq', 'urn:none'); rdf_loader_run(); checkpoint;"
        failed = "select 'failed ' || ll_error from DB.DBA.load_list where ll_error is not null or ll_state <> 2;"
        command = [client, f"127.0.0.1:{sql}", "dba", "dba", f"exec={load} {failed}"]
        told = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120, check=True)
        assert "failed " not in told.stdout and not told.stderr.strip(), told.stdout + told.stderr
        yield lambda query: _select(f"http://127.0.0.1:{http}/sparql", query)


@contextlib.contextmanager
def _running(command: list[str], folder: Path, ports: tuple[int, ...]) -> Iterator[None]:
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            for port in ports:
                _wait_for(port)
            yield
        finally:
            process.terminate()
            process.wait(60)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int) -> None:
    for _ in range(300):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.2)
    raise TimeoutError(f"nothing listens on port {port}")


def _select(endpoint: str, query: str) -> list[dict[str, str]]:
    data = urllib.parse.urlencode({"query": query}).encode()
    request = urllib.request.Request(endpoint, data, {"Accept": "application/sparql-results+json"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        bindings = json.load(answer)["results"]["bindings"]
    return [{name: term["value"] for name, term in binding.items()} for binding in bindings]


@pytest.mark.parametrize("name", [*OF_VIRTUOSO])
def test_virtuoso_gives_the_same_rows(name: str, virtuoso: Any, sample_export: Any) -> None:
    expected = ours(sample_export, {name: OF_VIRTUOSO[name]})[name]
    base = sample_export.dataset.iris.base
    assert theirs(name, virtuoso(spelled(find_question(name), OF_VIRTUOSO[name], base))) == expected


def test_most_questions_have_an_answer_in_the_sample(sample_export: Any) -> None:
    assert sum(map(bool, ours(sample_export, OF_VIRTUOSO).values())) >= 35


def test_virtuoso_holds_every_triple_in_its_graph(virtuoso: Any, sample_export: Any) -> None:
    base = sample_export.dataset.iris.base
    query = f"SELECT (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?s ?p ?o }} FILTER (STRSTARTS(STR(?g), '{base}')) }}"
    assert virtuoso(query) == [{"n": str(len(sample_export.quads))}]


def test_comunica_gives_the_same_rows(node: Any, sample_export: Any) -> None:
    """Rows and links of a chain in any order: Comunica 4.5 sorts wrongly where ORDER BY has several keys."""
    base = sample_export.dataset.iris.base
    queries = {name: spelled(find_question(name), params, base) for name, params in OF_COMUNICA.items()}
    path, data = sample_export.folder / "queries.json", sample_export.folder / "graph.nq"
    path.write_text(json.dumps(queries), encoding="utf-8")
    data.write_bytes(sample_export.file("nquads").read_bytes())
    told = json.loads(node("ask.cjs", data, path))
    expected = ours(sample_export, OF_COMUNICA)
    assert all(expected.values())
    assert {name: _unordered(theirs(name, told[name])) for name in queries} == {
        name: _unordered(found) for name, found in expected.items()
    }


def _unordered(found: Rows) -> Rows:
    return sorted([" <- ".join(sorted(cell.split(" <- "))) for cell in row] for row in found)
