"""The SPARQL editor, with the project's questions as ready tabs."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sayso.query import questions
from sayso.query.filled import filled
from sayso.serve.pages.rendering import page
from sayso.serve.requests import first, query_of
from sayso.serve.site import site_of

_TABS = (
    "who-said-what-about",
    "who-relays-whom",
    "figures-of-a-kind-over-time",
    "what-a-person-said-over-time",
    "same-figure-in-several-outlets",
    "who-denies-what",
)
"""The questions that stand open from the start; all the others can be opened beside them."""


async def editor(request: Request) -> Response:
    """``/editor``; a query in the address is opened in a tab of its own."""
    asked = first(query_of(request), "query")
    return page(request, "editor.html", query=asked, questions=questions())


async def tabs(request: Request) -> Response:
    """The questions as the editor opens them, with their examples filled in."""
    base = site_of(request).base
    told = [
        {
            "name": question.name.replace("-", " "),
            "summary": question.summary,
            "query": filled(question, question.example, base).strip() + "\n",
            "open": question.name in _TABS,
        }
        for question in questions()
    ]
    return JSONResponse(told)
