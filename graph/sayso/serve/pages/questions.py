"""Every question as a page: a form for its parameters, its rows, its SPARQL, its downloads."""

from collections.abc import Mapping
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from sayso.errors import QuestionError
from sayso.query import Question, find_question, questions, to_csv, to_json, to_turtle
from sayso.query.filled import filled
from sayso.serve.engine import RefusedError
from sayso.serve.engine.tasks import Ask
from sayso.serve.pages.rendering import page
from sayso.serve.pages.table import table_of
from sayso.serve.requests import first, known, query_of
from sayso.serve.site import Site, site_of

PAGE = 50
"""Rows on a page."""
LISTS = {
    "articles": ("find-articles", "Articles"),
    "statements": ("find-statements", "Statements"),
    "sources": ("find-sources", "Sources"),
    "figures": ("find-figures", "Figures"),
    "outlets": ("which-outlets-are-there", "Outlets"),
}
"""The lists that the site is entered by: the question that each asks, and its heading."""
_DOWNLOADS = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/sparql-results+json",
    "ttl": "text/turtle; charset=utf-8",
}


async def index(request: Request) -> Response:
    """All the questions that can be asked, by group."""
    groups: dict[str, list[Question]] = {}
    for question in questions():
        groups.setdefault(question.group, []).append(question)
    return page(request, "questions.html", groups=groups)


async def question(request: Request) -> Response:
    """One question, asked where all that it needs is supplied."""
    return await show(request, _named(request.path_params["name"]))


async def listing(request: Request) -> Response:
    """One of the lists that the site is entered by."""
    name, heading = LISTS[request.url.path.strip("/")]
    return await show(request, find_question(name), heading)


async def download(request: Request) -> Response:
    """The whole answer to a question as CSV, JSON or Turtle."""
    site, form = site_of(request), request.path_params["form"]
    asked = _named(request.path_params["name"])
    if form not in _DOWNLOADS:
        raise RefusedError(404, f"An answer can be had as {', '.join(_DOWNLOADS)}.")
    params = known(query_of(request), [p.name for p in asked.parameters])
    try:
        (answer,) = await site.answers(Ask.about(asked.name, params))
        writers = {"csv": to_csv, "json": to_json}
        text = writers[form](answer) if form in writers else to_turtle(answer, f"{site.base}answer/{asked.name}")
    except QuestionError as error:
        raise RefusedError(400, str(error)) from error
    named = {"Content-Disposition": f'attachment; filename="{asked.name}.{form}"'}
    return Response(text, media_type=_DOWNLOADS[form], headers=named)


async def show(request: Request, asked: Question, heading: str = "") -> Response:
    """The page of a question; its state is in the address, so that a view can be shared."""
    site, pairs = site_of(request), query_of(request)
    params = known(pairs, [p.name for p in asked.parameters])
    at = max(1, int(text)) if (text := first(pairs, "page", "1")).isdecimal() and len(text) < 7 else 1
    answer, problem = None, ""
    if all(p.name in params for p in asked.parameters if p.required):
        try:
            (answer,) = await site.answers(Ask.about(asked.name, params, start=(at - 1) * PAGE, count=PAGE))
        except QuestionError as error:
            problem = str(error)
    return page(
        request,
        "question.html",
        status=400 if problem else 200,
        question=asked,
        heading=heading or asked.name.replace("-", " ").capitalize(),
        params=params,
        problem=problem,
        graph=[str(triple) for triple in answer.graph[:200]] if answer and answer.graph is not None else None,
        table=table_of(answer, site.addresses) if answer and answer.graph is None else None,
        at=at,
        total=answer.total if answer else 0,
        pages=-(-answer.total // PAGE) if answer else 0,
        asked=urlencode(params),
        sparql=sparql_of(asked, params, site),
    )


def sparql_of(asked: Question, params: Mapping[str, str], site: Site) -> str:
    """The query that the page shows the answer of; the question itself while something is missing."""
    try:
        return filled(asked, params, site.base)
    except QuestionError:
        return asked.text


def _named(name: str) -> Question:
    try:
        return next(q for q in questions() if q.name == name)
    except StopIteration:
        raise RefusedError(404, f"There is no question {name!r}; see /questions.") from None
