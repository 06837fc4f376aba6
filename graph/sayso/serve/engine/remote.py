"""The data of a SPARQL 1.1 server elsewhere: pages and queries are answered by it, nothing is kept here."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import anyio
from anyio import to_thread
from pyoxigraph import QueryResultsFormat, QuerySolutions, RdfFormat, parse, parse_query_results

from sayso.errors import QuestionError
from sayso.export.server import Server, ServerError
from sayso.namespaces import DEFAULT_BASE
from sayso.query import Answer, Question, find_question
from sayso.query.filled import filled
from sayso.query.guard import refuse_unsafe
from sayso.query.tokens import names_its_dataset, tokens
from sayso.serve.engine.auditing import AuditTask
from sayso.serve.engine.limits import Limits
from sayso.serve.engine.tasks import Ask, Excerpt, RefusedError, Result, SparqlTask, excerpt
from sayso.serve.negotiation import GRAPH_TYPES, ROW_TYPES
from sayso.store import Dataset

_UNION = [("union-default-graph", "true")]
"""Asks Oxigraph to look in all graphs where a query names none; other servers pass over it."""
_FORM = "application/x-www-form-urlencoded"
_FIRST = "SELECT ?article { GRAPH ?g { ?article a <https://schema.org/NewsArticle> } } LIMIT 1"


class RemoteBackend:
    """``url`` is the address for queries; the base of the data is found out at the start."""

    def __init__(self, url: str, limits: Limits) -> None:
        self.base, self.generation = DEFAULT_BASE, 0
        self._server, self._limits = Server(url, limits.seconds), limits
        self._turns = anyio.CapacityLimiter(limits.workers * 2)

    async def start(self) -> None:
        """Look whether the server answers, and under which base its articles live."""
        found = await self._rows(_FIRST)
        iri = next((row[0].value for row in found.rows if row[0] is not None), "")  # type: ignore[union-attr]
        self.base = iri.rpartition("article/")[0] or DEFAULT_BASE

    async def stop(self) -> None:
        """Nothing was started."""

    async def sparql(self, task: SparqlTask) -> Result:
        """Pass a visitor's query on. Raises RefusedError."""
        try:
            refuse_unsafe(task.text, "query")
        except QuestionError as error:
            raise RefusedError(403, f"Refused: {error}. This endpoint only reads.") from error
        rows, graph = ROW_TYPES.get(task.rows, ""), GRAPH_TYPES.get(task.graph, "")
        accept = ", ".join(kind.partition(";")[0] for kind in (rows, graph) if kind)
        if not accept:
            raise RefusedError(406, "None of the forms that the request accepts can be had.")
        graphs = [("default-graph-uri", iri) for iri in task.default_graphs]
        graphs += [("named-graph-uri", iri) for iri in task.named_graphs]
        content = await self._ask(task.text, accept, graphs)
        is_graph = _answers_with_a_graph(task.text)
        return Result(task.graph if is_graph else task.rows, content)

    async def answers(self, *asked: Ask) -> list[Excerpt]:
        """Ask the server the project's questions, one after the other. Raises RefusedError and QuestionError."""
        return [excerpt(await self._answer(find_question(one.name), dict(one.params)), one) for one in asked]

    async def findings(self, task: AuditTask) -> list[dict[str, Any]]:
        """An audit compares everything with everything, which needs the store itself."""
        raise RefusedError(501, "The audit needs the store itself: run sayso audit where the store is.")

    async def change(self, change: Callable[[Dataset], None]) -> None:
        """What lies elsewhere is not changed from here."""
        raise RefusedError(501, "Decisions can be recorded in a store folder alone.")

    async def _answer(self, question: Question, params: dict[str, str]) -> Answer:
        text = filled(question, params, self.base)
        if question.graph:
            content = await self._ask(text, "application/n-triples, text/turtle;q=0.9")
            triples = {quad.triple for quad in parse(content, RdfFormat.TURTLE)}
            return Answer((), graph=tuple(sorted(triples, key=str)))
        found = await self._rows(text)
        columns = tuple(name for name, _ in question.columns)
        at = [found.columns.index(name) for name in columns]
        return Answer(columns, tuple(tuple(row[place] for place in at) for row in found.rows))

    async def _rows(self, text: str) -> Answer:
        content = await self._ask(text, "application/sparql-results+json")
        found = parse_query_results(content, format=QueryResultsFormat.JSON)
        assert isinstance(found, QuerySolutions)  # every question asks for rows or for a graph
        names = [variable.value for variable in found.variables]
        return Answer(tuple(names), tuple(tuple(row[name] for name in names) for row in found))

    async def _ask(self, text: str, accept: str, graphs: list[tuple[str, str]] | None = None) -> bytes:
        params = graphs or ([] if names_its_dataset(text) else _UNION)
        most = self._limits.megabytes * 1024 * 1024

        def ask() -> bytes:
            body = urlencode([("query", text), *params]).encode()
            return self._server.ask("POST", [], body, most, Accept=accept, Content_Type=_FORM)

        try:
            return await to_thread.run_sync(ask, limiter=self._turns)
        except ServerError as error:
            status = error.status if 400 <= error.status < 500 and error.status not in (401, 403, 404) else 502
            raise RefusedError(status, f"{error}.") from error


def _answers_with_a_graph(text: str) -> bool:
    for token in tokens(text):
        if token.is_word("CONSTRUCT", "DESCRIBE"):
            return True
        if token.is_word("SELECT", "ASK"):
            return False
    return False
