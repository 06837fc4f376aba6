"""The HTTP interface described in OpenAPI 3.1, for tools that test or call it."""

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sayso import __version__
from sayso.query import Question, questions
from sayso.serve.negotiation import GRAPH_TYPES, ROW_TYPES
from sayso.serve.pages.questions import LISTS


async def openapi(request: Request) -> Response:
    """``/openapi.json``."""
    return JSONResponse(description())


def description() -> dict[str, Any]:
    """Every address that a tool may call, with its parameters and what comes back."""
    paths: dict[str, Any] = {"/sparql": _sparql(), "/void": {"get": _graph("The data set described in VoID", [])}}
    for where, (name, heading) in LISTS.items():
        asked = next(q for q in questions() if q.name == name)
        paths[f"/{where}"] = {"get": _page(heading, [*_parameters(asked), _text("page", "which page of the rows")])}
    paths["/search"] = {"get": _page("Search", [_text("words", "words to look for")])}
    paths["/topic"] = {"get": _page("A topic, outlets side by side", [_text("words", "words to look for")])}
    for asked in questions():
        types = ["text/turtle"] if asked.graph else ["text/csv", "application/sparql-results+json", "text/turtle"]
        for form, kind in zip(["ttl"] if asked.graph else ["csv", "json", "ttl"], types, strict=True):
            paths[f"/questions/{asked.name}.{form}"] = {"get": _answer(asked, kind)}
    info = {"title": "sayso", "version": __version__, "description": "Who said what, on whose word; read only."}
    return {"openapi": "3.1.0", "info": info, "paths": paths}


def _sparql() -> dict[str, Any]:
    types = [t.partition(";")[0] for t in (*ROW_TYPES.values(), *GRAPH_TYPES.values())]
    graphs = [_text(name, "the IRI of a graph to read") for name in ("default-graph-uri", "named-graph-uri")]
    form = {"type": "object", "properties": {"query": {"type": "string"}}, "required": ["query"]}
    bodies = {"application/x-www-form-urlencoded": {"schema": form}, "application/sparql-query": {"schema": _STRING}}
    outcomes = _outcomes(types, 400, 403, 406, 413, 415, 503, 504, 507)
    return {
        "get": {
            "summary": "Ask",
            "parameters": [_text("query", "a SPARQL 1.1 query", True), *graphs],
            "responses": outcomes,
        },
        "post": {"summary": "Ask", "requestBody": {"required": True, "content": bodies}, "responses": outcomes},
    }


_STRING = {"type": "string"}


def _answer(asked: Question, media_type: str) -> dict[str, Any]:
    return {
        "summary": asked.summary,
        "parameters": _parameters(asked),
        "responses": _outcomes([media_type], 400, 503, 504, 507),
    }


def _graph(summary: str, parameters: list[dict[str, Any]]) -> dict[str, Any]:
    types = [t.partition(";")[0] for t in GRAPH_TYPES.values()]
    return {"summary": summary, "parameters": parameters, "responses": _outcomes(types, 406)}


def _page(summary: str, parameters: list[dict[str, Any]]) -> dict[str, Any]:
    return {"summary": summary, "parameters": parameters, "responses": _outcomes(["text/html"], 400, 503, 504, 507)}


def _outcomes(types: list[str], *refusals: int) -> dict[str, Any]:
    answer: dict[str, Any] = {"description": "the answer", "content": {kind: {} for kind in types}}
    refused = {"description": "the reason, in plain words", "content": {"text/plain": {}, "text/html": {}}}
    return {"200": answer, **{str(status): refused for status in refusals}}


def _parameters(asked: Question) -> list[dict[str, Any]]:
    return [_text(p.name, p.means, p.required) for p in asked.parameters]


def _text(name: str, means: str, required: bool = False) -> dict[str, Any]:
    return {"name": name, "in": "query", "description": means, "required": required, "schema": _STRING}
