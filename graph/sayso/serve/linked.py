"""Every IRI of the data and of the vocabulary can be looked up (Cool URIs for the Semantic Web, 303 to a document).

``/id/…`` stands for the base of the data, ``/vocab/…`` for that of the vocabulary, ``/ns`` for the ontology; the paths
of both bases work as well, for a server that is reached under them.
"""

from urllib.parse import quote, urlsplit

from pyoxigraph import RdfFormat, Triple, parse
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sayso.namespaces import VOCABULARY
from sayso.query.answer import plain
from sayso.resources import resource
from sayso.serve.description import void_description
from sayso.serve.engine import RefusedError
from sayso.serve.engine.tasks import Ask
from sayso.serve.negotiation import GRAPH_TYPES, HTML, chosen
from sayso.serve.pages.article import article_page, part_page
from sayso.serve.pages.thing import thing_page
from sayso.serve.pages.vocabulary import vocabulary_page
from sayso.serve.rdf import graph_response
from sayso.serve.site import Site, site_of

_ENDINGS = {"ttl": "turtle", "nt": "ntriples", "jsonld": "jsonld", "rdf": "rdfxml"}
_CLASSES = {"articles": "schema:NewsArticle", "statements": "sayso:Statement", "figures": "sayso:Figure"}


async def identified(request: Request) -> Response:
    """``/id/…``: 303 to the page or to the data, as the client prefers."""
    return _see(request, request.path_params["rest"])


async def described(request: Request) -> Response:
    """Any other path: the page about the thing; 303 to its data for clients that prefer those."""
    site, path = site_of(request), request.path_params["rest"]
    for iri, place in ((site.base, ""), (VOCABULARY, "vocab/")):
        under = urlsplit(iri).path.lstrip("/")
        if under and path.startswith(under):
            rest = path.removeprefix(under)
            return _see(request, rest if rest == "ns" else place + rest)
    form = chosen(request.headers.get("accept"), {**HTML, **GRAPH_TYPES})
    if not form:
        raise RefusedError(406, f"This can be had as html, {', '.join(GRAPH_TYPES)}.")
    if form != "html":
        return _redirect(f"/data/{quote(path)}", request)
    return await _page(request, site, path)


async def data(request: Request) -> Response:
    """``/data/…``: what the graph says about a thing, in the form that the ending or the Accept header asks for."""
    site, path = site_of(request), request.path_params["rest"]
    stem, dot, ending = path.rpartition(".")
    if dot and ending in _ENDINGS:
        path, form = stem, _ENDINGS[ending]
    else:
        form = chosen(request.headers.get("accept"), GRAPH_TYPES)
    return graph_response(await _triples(site, path), form, site)


async def void(request: Request) -> Response:
    """``/.well-known/void`` and ``/void``: the data set with its size and its endpoint."""
    site = site_of(request)
    counts = {plain(a): int(plain(b)) for a, b in (await site.answers(Ask("how-much-is-there")))[0].rows}
    sizes = {curie: counts.get(name, 0) for name, curie in _CLASSES.items()}
    here = str(request.base_url)
    triples = void_description(f"{here}void", f"{here}sparql", site.base, sizes)
    return graph_response(triples, chosen(request.headers.get("accept"), GRAPH_TYPES), site)


async def _page(request: Request, site: Site, path: str) -> Response:
    kind, _, rest = path.partition("/")
    if path in ("ns", "vocab/ns") or path.startswith("vocab/ns/"):
        return vocabulary_page(request)
    if kind == "article":
        key, slash, part = rest.partition("/")
        return await (part_page(request, key, part) if slash else article_page(request, key))
    return await thing_page(request, site.addresses.iri(path))


async def _triples(site: Site, path: str) -> list[Triple]:
    if path == "ns":
        return ontology()
    kind, _, rest = path.partition("/")
    key, _, part = rest.partition("/")
    iri = f"{site.base}article/{key}#{part}" if kind == "article" and part else site.addresses.iri(path)
    name, parameter = (
        ("everything-in-an-article", "article") if kind == "article" and not part else ("everything-about", "thing")
    )
    (found,) = await site.answers(Ask(name, ((parameter, iri),)))
    if not found.graph and kind == "graph":
        (found,) = await site.answers(Ask("everything-in-a-graph", (("name", iri),)))
    if not found.graph:
        raise RefusedError(404, "The store says nothing about that.")
    return list(found.graph)


def ontology() -> list[Triple]:
    """The ontology with its modules and vocabularies."""
    folders = ("modules", "vocabularies")
    files = [
        resource("ontology/sayso.ttl"),
        *(f for d in folders for f in sorted(resource(f"ontology/{d}").glob("*.ttl"))),
    ]
    return [quad.triple for file in files for quad in parse(path=str(file), format=RdfFormat.TURTLE)]


def _see(request: Request, rest: str) -> Response:
    form = chosen(request.headers.get("accept"), {**HTML, **GRAPH_TYPES})
    if not form:
        raise RefusedError(406, f"This can be had as html, {', '.join(GRAPH_TYPES)}.")
    return _redirect(f"/{quote(rest)}" if form == "html" else f"/data/{quote(rest)}", request)


def _redirect(address: str, request: Request) -> Response:
    return RedirectResponse(address, status_code=303, headers={"Vary": "Accept"})
