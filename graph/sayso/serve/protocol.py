"""The SPARQL 1.1 Protocol, query operation (section 2.1), read-only; without a query, the service description."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sayso.serve.description import service_description
from sayso.serve.engine import RefusedError, SparqlTask
from sayso.serve.negotiation import GRAPH_TYPES, HTML, ROW_TYPES, chosen
from sayso.serve.rdf import graph_response
from sayso.serve.requests import Pairs, body_of, every, media_type_of, pairs_of, query_of
from sayso.serve.responses import result_response
from sayso.serve.site import Site, site_of

_VARY = {"Vary": "Accept"}


async def sparql(request: Request) -> Response:
    """``GET`` and ``POST /sparql``."""
    site = site_of(request)
    pairs, direct = await _told(request, site)
    queries = [direct] if direct is not None else list(every(pairs, "query"))
    if not queries and request.method != "POST":
        return await _described(request, site)
    if every(pairs, "update"):
        raise RefusedError(403, "This endpoint only reads; updates are refused.")
    if len(queries) != 1:
        raise RefusedError(400, f"Exactly one query is needed, under the name 'query'; there are {len(queries)}.")
    task = SparqlTask(
        queries[0],
        every(pairs, "default-graph-uri"),
        every(pairs, "named-graph-uri"),
        *_forms(request, pairs),
        site.limits.megabytes,
    )
    return result_response(await site.backend.sparql(task), _VARY)


async def _told(request: Request, site: Site) -> tuple[Pairs, str | None]:
    """The parameters, and the query where it is the body itself (section 2.1.3)."""
    pairs = query_of(request)
    if request.method != "POST":
        return pairs, None
    body = await body_of(request, site.limits.query_bytes)
    match media_type_of(request):
        case "application/x-www-form-urlencoded":
            return [*pairs, *pairs_of(body)], None
        case "application/sparql-query":
            try:
                return pairs, body.decode("utf-8")
            except UnicodeDecodeError as error:
                raise RefusedError(400, "The query is not UTF-8.") from error
        case "application/sparql-update":
            raise RefusedError(403, "This endpoint only reads; updates are refused.")
    raise RefusedError(
        415, "Post application/sparql-query, or a form (application/x-www-form-urlencoded) with 'query'."
    )


def _forms(request: Request, pairs: Pairs) -> tuple[str, str]:
    """In which form rows and graphs are wanted: by ``format`` in the address, or by the Accept header."""
    named = next(iter(every(pairs, "format")), "").lower()
    if named:
        return named if named in ROW_TYPES else "", named if named in GRAPH_TYPES else ""
    accept = request.headers.get("accept")
    return chosen(accept, ROW_TYPES), chosen(accept, GRAPH_TYPES)


async def _described(request: Request, site: Site) -> Response:
    form = chosen(request.headers.get("accept"), {**GRAPH_TYPES, **HTML})
    if form == "html":
        return RedirectResponse("/editor", status_code=303, headers=_VARY)
    here = str(request.url.replace(query=""))
    return graph_response(service_description(here, await site.graph_names()), form, site)
