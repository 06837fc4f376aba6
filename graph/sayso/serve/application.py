"""The application: every address of the site on one page."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import anyio
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from sayso.errors import QuestionError, SaysoError
from sayso.serve import linked, openapi
from sayso.serve.engine import RefusedError
from sayso.serve.negotiation import HTML, chosen
from sayso.serve.pages import editor, findings, home, questions, relays, topic
from sayso.serve.pages.rendering import page
from sayso.serve.protocol import sparql
from sayso.serve.responses import refusal
from sayso.serve.review import pages as review
from sayso.serve.security import Guarded
from sayso.serve.site import Site

_STATIC = Path(__file__).parent / "static"
_PATIENCE = 2.0
"""Seconds that the start waits for what the front page and the lists show; what takes longer goes on beside."""


def make_app(site: Site) -> Starlette:
    """The application over a site; the backend starts and stops with it."""

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        await site.backend.start()
        async with anyio.create_task_group() as beside:
            ready = anyio.Event()
            beside.start_soon(_warmed, site, ready)
            with anyio.move_on_after(_PATIENCE):
                await ready.wait()
            try:
                yield
            finally:
                beside.cancel_scope.cancel()
                await site.backend.stop()

    app = Starlette(
        routes=_routes(),
        middleware=[Middleware(Guarded), Middleware(GZipMiddleware, minimum_size=1024)],
        exception_handlers={RefusedError: _refused, QuestionError: _misasked, HTTPException: _failed},
        lifespan=lifespan,
    )
    app.state.site = site
    return app


def _routes() -> list[Route | Mount]:
    return [
        Route("/", home.home),
        Route("/search", home.search),
        Route("/topic", topic.topic),
        Route("/relays", relays.relays),
        Route("/findings", findings.findings),
        Route("/findings.{form}", findings.download),
        Route("/questions", questions.index),
        Route("/questions/{name}.{form}", questions.download),
        Route("/questions/{name}", questions.question),
        *(Route(f"/{name}", questions.listing, name=name) for name in questions.LISTS),
        Route("/editor", editor.editor),
        Route("/editor/questions.json", editor.tabs),
        Route("/sparql", sparql, methods=["GET", "POST"]),
        Route("/void", linked.void),
        Route("/.well-known/void", linked.void),
        Route("/openapi.json", openapi.openapi),
        Route("/review", review.overview),
        Route("/review/gold.json", review.gold),
        Route("/review/login", review.login, methods=["GET", "POST"]),
        Route("/review/same", review.same, methods=["POST"]),
        Route("/review/{key}", review.at_desk),
        Route("/review/{key}", review.decide, methods=["POST"]),
        Route("/data/{rest:path}", linked.data),
        Route("/id/{rest:path}", linked.identified),
        Mount("/static", StaticFiles(directory=_STATIC)),
        Route("/{rest:path}", linked.described),
    ]


async def _warmed(site: Site, ready: anyio.Event) -> None:
    with suppress(SaysoError):  # whoever asks first is told what is wrong
        await site.warm()
    ready.set()


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, RefusedError)
    if request.method == "GET" and request.url.path != "/sparql" and _wants_page(request):
        return page(request, "refused.html", status=error.status, code=error.status, reason=str(error))
    return refusal(error)


async def _misasked(request: Request, error: Exception) -> Response:
    return await _refused(request, RefusedError(400, str(error)))


async def _failed(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == 404:
        return await _refused(request, RefusedError(404, "There is nothing at this address."))
    return PlainTextResponse(f"{error.detail}\n", status_code=error.status_code, headers=error.headers)


def _wants_page(request: Request) -> bool:
    accept = request.headers.get("accept", "")
    return chosen(accept, {**HTML, "text": "text/plain"}) == "html" and "html" in accept
