"""Triples that this program has in hand, written in the form that was asked for."""

from collections.abc import Iterable

from pyoxigraph import Triple, serialize
from starlette.responses import Response

from sayso.namespaces import PREFIXES
from sayso.serve.engine.tasks import GRAPHS, RefusedError
from sayso.serve.negotiation import GRAPH_TYPES
from sayso.serve.site import Site


def graph_response(triples: Iterable[Triple], form: str, site: Site) -> Response:
    """The triples, sorted. Raises RefusedError where the client takes no form that there is."""
    if form not in GRAPHS:
        raise RefusedError(406, f"This can be had as {', '.join(GRAPHS)}.")
    content = serialize(sorted(set(triples), key=str), format=GRAPHS[form], prefixes=PREFIXES, base_iri=None)
    return Response(content, media_type=GRAPH_TYPES[form], headers={"Vary": "Accept"})
