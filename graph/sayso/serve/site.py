"""What every page and answer of one running server shares."""

from dataclasses import dataclass, field

from starlette.requests import Request

from sayso.serve.addresses import Addresses
from sayso.serve.engine import Backend, Limits, SparqlTask
from sayso.serve.engine.tasks import Ask, Excerpt, read_result


@dataclass
class Site:
    """The data, the limits, and what was found out once; ``title`` names the collection to readers.

    ``reviewer`` is who decides in a review; without one, nobody can.
    """

    backend: Backend
    limits: Limits
    title: str = "sayso"
    reviewer: str = ""
    _known: dict[tuple[int, Ask], Excerpt] = field(default_factory=dict)

    @property
    def addresses(self) -> Addresses:
        """Where things are described."""
        return Addresses(self.base)

    @property
    def base(self) -> str:
        """The IRI under which the data live."""
        return self.backend.base

    async def remembered(self, asked: Ask) -> Excerpt:
        """The answer to a question about the whole store, asked once as long as the data stay the same."""
        key = (self.backend.generation, asked)
        if key not in self._known:
            (answer,) = await self.backend.answers(asked)
            self._known = {k: v for k, v in self._known.items() if k[0] == key[0]}
            self._known[key] = answer
        return self._known[key]

    async def graph_names(self) -> list[str]:
        """The named graphs, by IRI."""
        result = await self.backend.sparql(SparqlTask("SELECT ?graph { GRAPH ?graph { } } ORDER BY ?graph", rows="csv"))
        return read_result(result).decode("utf-8").splitlines()[1:]


def site_of(request: Request) -> Site:
    """The site that a request is made to."""
    site = request.app.state.site
    assert isinstance(site, Site)
    return site
