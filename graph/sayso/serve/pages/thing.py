"""The page of a source, an outlet, a place, or anything else that the graph describes."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, Triple
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sayso.export.order import prefixed
from sayso.query import find_question
from sayso.query.answer import plain
from sayso.serve.addresses import Addresses
from sayso.serve.engine import RefusedError
from sayso.serve.engine.tasks import Ask
from sayso.serve.pages.facts import Facts
from sayso.serve.pages.questions import sparql_of
from sayso.serve.pages.rendering import page
from sayso.serve.pages.table import table_of
from sayso.serve.site import site_of

_MOST, _SAID = 200, 50
_AGENTS = ("Person", "Organization", "Outlet", "MilitaryUnit", "Government", "UnnamedSource", "JointSource")
_NAMES = ("schema:name", "rdfs:label", "skos:prefLabel", "dcterms:title", "sayso:words", "schema:roleName")


async def thing_page(request: Request, iri: str) -> Response:
    """Who or what it is; of somebody who speaks, all that is reported, in order of time."""
    site = site_of(request)
    (found,) = await site.answers(Ask("everything-about", (("thing", iri),)))
    if not found.graph:
        return await _graph_page(request, iri)
    facts = Facts(found.graph)
    classes = {kind.rpartition("#")[2].rpartition("/")[2] for kind in facts.all(iri, "rdf:type")}
    name = next((n for predicate in _NAMES if (n := facts.one(iri, predicate))), site.addresses.short(iri))
    if speaker := next((kind for kind in _AGENTS if kind in classes), ""):
        return await _speaker_page(request, iri, name, speaker, facts)
    outgoing, incoming = _told(found.graph, iri, site.addresses)
    return page(
        request, "thing.html", name=name, iri=iri, classes=sorted(classes), outgoing=outgoing, incoming=incoming
    )


async def _graph_page(request: Request, iri: str) -> Response:
    """A named graph: the article whose graph it is, or the first of its triples."""
    site = site_of(request)
    for start in ("graph/article/", "graph/text/"):
        if iri.startswith(site.base + start):
            return RedirectResponse(f"/article/{quote(iri.removeprefix(site.base + start))}", status_code=303)
    (found,) = await site.answers(Ask("everything-in-a-graph", (("name", iri),)))
    if not found.graph:
        raise RefusedError(404, "The store says nothing about that.")
    name, shown = site.addresses.short(iri), [str(triple) for triple in found.graph[:_MOST]]
    return page(request, "graph.html", name=name, iri=iri, triples=shown, total=len(found.graph))


async def _speaker_page(request: Request, iri: str, name: str, kind: str, facts: Facts) -> Response:
    site = site_of(request)
    said, roles, links, printed = await site.answers(
        Ask("find-statements", (("who", iri),)),
        Ask("roles-of", (("who", iri),)),
        Ask("who-passes-on-whom", (("who", iri),)),
        Ask("articles-of-an-outlet", (("outlet", iri),), count=50),
    )
    return page(
        request,
        "speaker.html",
        name=name,
        iri=iri,
        kind=kind,
        aliases=sorted({*facts.all(iri, "schema:alternateName"), *facts.all(iri, "skos:altLabel")} - {name}),
        same=_judged_same(facts, iri, site.addresses),
        elsewhere=facts.all(iri, "schema:sameAs"),
        said=table_of(replace(said, rows=said.rows[:_SAID]), site.addresses),
        total=said.total,
        roles=table_of(roles, site.addresses),
        links=table_of(links, site.addresses),
        printed=table_of(printed, site.addresses),
        printed_total=printed.total,
        sparql=sparql_of(find_question("find-statements"), {"who": iri}, site),
    )


def _judged_same(facts: Facts, iri: str, addresses: Addresses) -> list[tuple[str, str]]:
    """The IRIs, shortened, and addresses of the agents that were judged to be the same."""
    others = {*facts.all(iri, "sayso:canonical"), *facts.pointing("sayso:canonical", iri)} - {iri}
    return [(addresses.short(other), addresses.of(other)) for other in sorted(others)]


@dataclass(frozen=True)
class Line:
    """One thing said of a thing: the predicate and the value, as people read them, with their addresses."""

    verb: str
    verb_address: str
    value: str
    value_address: str


def _told(triples: Iterable[Triple], iri: str, addresses: Addresses) -> tuple[list[Line], list[Line]]:
    ordered = sorted(triples, key=str)
    outgoing = [_line(t.predicate, t.object, addresses) for t in ordered if _is(t.subject, iri)]
    incoming = [_line(t.predicate, t.subject, addresses) for t in ordered if _is(t.object, iri)][:_MOST]
    return outgoing, incoming


def _is(value: object, iri: str) -> bool:
    return isinstance(value, NamedNode) and value.value == iri


def _line(predicate: NamedNode, value: object, addresses: Addresses) -> Line:
    verb = prefixed(predicate.value) or predicate.value
    if isinstance(value, NamedNode):
        text = prefixed(value.value) or addresses.short(value.value)
        return Line(verb, addresses.of(predicate.value), text, addresses.of(value.value))
    return Line(verb, addresses.of(predicate.value), plain(value) if isinstance(value, Literal) else str(value), "")
