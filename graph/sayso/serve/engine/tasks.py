"""What a worker process is asked to do, and what comes back: records that travel between processes."""

import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from pyoxigraph import (
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    serialize,
)

from sayso.errors import QuestionError, SaysoError
from sayso.namespaces import PREFIXES
from sayso.query import Answer, Term, ask, find_question
from sayso.query.guard import refuse_unsafe
from sayso.query.tokens import names_its_dataset

_SMALL = 256 * 1024
"""Answers up to so many bytes travel through the pipe; larger ones are left in a file."""

KEPT = 10_000
"""Answers of up to so many rows come whole, so that another page of them need not be asked for."""

ROWS: dict[str, QueryResultsFormat] = {
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
}
GRAPHS: dict[str, RdfFormat] = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
    "rdfxml": RdfFormat.RDF_XML,
}


def under_way(worker: int) -> str:
    """How the names of files begin that a worker, by its process id, is writing answers to."""
    return f"sayso-answer-{worker}-"


class RefusedError(SaysoError):
    """A query that is not answered; ``status`` is the HTTP status that says why."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(status, reason)
        self.status, self.reason = status, reason

    def __str__(self) -> str:
        return self.reason


@dataclass(frozen=True, slots=True)
class Result:
    """An answer in its form (a key of ROWS or GRAPHS): the bytes themselves, or the file that holds them."""

    form: str
    content: bytes = b""
    file: str = ""


def read_result(result: Result) -> bytes:
    """All the bytes of an answer; the file that held them is gone afterwards."""
    if not result.file:
        return result.content
    content = Path(result.file).read_bytes()
    Path(result.file).unlink()
    return content


@dataclass(frozen=True, slots=True)
class SparqlTask:
    """A query with the graphs that it may read; without any, the default graph is the union of all.

    ``rows`` and ``graph`` are the forms in which the answer is wanted, depending on the kind of query;
    empty where the client takes none.
    """

    text: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    rows: str = "json"
    graph: str = "turtle"
    megabytes: int = 50

    def run(self, store: Store, base: str) -> Result:
        """Answer. Raises RefusedError."""
        try:
            refuse_unsafe(self.text, "query")
        except QuestionError as error:
            raise RefusedError(
                403, f"RefusedError: {error}. This endpoint only reads, and reads only its own data."
            ) from error
        found = self._ask(store, base)
        if isinstance(found, QuerySolutions | QueryBoolean):
            return self._write_rows(found)
        return self._write_graph(found)

    def _ask(self, store: Store, base: str) -> QuerySolutions | QueryBoolean | QueryTriples:
        told = bool(self.default_graphs or self.named_graphs)
        try:
            return store.query(
                self.text,
                base_iri=base,
                use_default_graph_as_union=not told and not names_its_dataset(self.text),
                default_graph=[NamedNode(iri) for iri in self.default_graphs] if told else None,
                named_graphs=[NamedNode(iri) for iri in self.named_graphs] if told else None,
            )
        except SyntaxError as error:
            raise RefusedError(400, f"This is not SPARQL 1.1: {error}") from error
        except ValueError as error:
            raise RefusedError(400, f"The name of a graph must be an IRI: {error}") from error

    def _write_rows(self, found: QuerySolutions | QueryBoolean) -> Result:
        if isinstance(found, QueryBoolean) and self.rows in ("csv", "tsv"):
            return Result(self.rows, b"true\n" if bool(found) else b"false\n")
        form = ROWS.get(self.rows)
        if form is None:
            raise RefusedError(406, f"Rows can be had as {', '.join(ROWS)}; the request accepts none of them.")
        with _Bounded(self.megabytes) as out:
            found.serialize(out, format=form)  # type: ignore[arg-type]  # a file as far as it is used
            return out.result(self.rows)

    def _write_graph(self, found: QueryTriples) -> Result:
        form = GRAPHS.get(self.graph)
        if form is None:
            raise RefusedError(406, f"A graph can be had as {', '.join(GRAPHS)}; the request accepts none of them.")
        with _Bounded(self.megabytes) as out:
            serialize(found, out, format=form, prefixes=PREFIXES)  # type: ignore[arg-type]
            return out.result(self.graph)


@dataclass(frozen=True, slots=True)
class Ask:
    """One of the project's questions with its parameters; ``start`` and ``count`` say which rows are wanted."""

    name: str
    params: tuple[tuple[str, str], ...] = ()
    start: int = 0
    count: int | None = None

    @classmethod
    def about(cls, name: str, params: Mapping[str, str] = {}, *, start: int = 0, count: int | None = None) -> "Ask":
        """The question with those parameters that say something."""
        return cls(name, tuple((key, value) for key, value in params.items() if value), start, count)


@dataclass(frozen=True, slots=True)
class Excerpt(Answer):
    """The rows that were wanted, and how many there are in all."""

    total: int = 0


@dataclass(frozen=True, slots=True)
class AskTask:
    """Several questions at once, for one page."""

    asked: tuple[Ask, ...]

    def run(self, store: Store, base: str) -> list[Excerpt]:
        """The answers, in order. Raises QuestionError."""
        return [self._answer(store, base, one) for one in self.asked]

    def _answer(self, store: Store, base: str, one: Ask) -> Excerpt:
        return excerpt(ask(store, find_question(one.name), dict(one.params), base), one)


def excerpt(answer: Answer, one: Ask) -> Excerpt:
    """The rows of an answer that were asked for; all of them where they are few enough to be kept."""
    whole = len(answer.rows) <= KEPT
    rows = answer.rows if whole else within(answer.rows, one)
    return Excerpt(answer.columns, rows, answer.graph, len(answer.rows))


def within(rows: tuple[tuple[Term | None, ...], ...], one: Ask) -> tuple[tuple[Term | None, ...], ...]:
    """The rows from the start that is wanted, as many as are wanted."""
    return rows[one.start :] if one.count is None else rows[one.start : one.start + one.count]


@dataclass(frozen=True, slots=True)
class CloseTask:
    """Let go of the store, so that another process may write; the next task opens it again."""


class _Bounded:
    """A file that refuses to grow beyond its bound, and leaves a large answer on disk."""

    def __init__(self, megabytes: int) -> None:
        self._bound, self._size, self._megabytes = megabytes * 1024 * 1024, 0, megabytes
        self._file: IO[bytes] = tempfile.NamedTemporaryFile(prefix=under_way(os.getpid()), delete=False)  # noqa: SIM115
        self._kept = False

    def __enter__(self) -> "_Bounded":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()
        if not self._kept:
            Path(self._file.name).unlink()

    def write(self, data: bytes) -> int:
        self._size += len(data)
        if self._size > self._bound:
            raise RefusedError(
                413, f"The answer is larger than {self._megabytes} MB: add LIMIT, or take the whole export."
            )
        return self._file.write(data)

    def flush(self) -> None:
        self._file.flush()

    def result(self, form: str) -> Result:
        self._file.flush()
        if self._size > _SMALL:
            self._kept = True
            done = self._file.name + ".done"
            Path(self._file.name).rename(done)  # so that it outlives the worker
            return Result(form, file=done)
        self._file.seek(0)
        return Result(form, self._file.read())
