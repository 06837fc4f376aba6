"""What every page and answer of one running server shares."""

from dataclasses import dataclass, field
from typing import Any

from starlette.requests import Request

from sayso.audit import Selection
from sayso.serve.addresses import Addresses
from sayso.serve.engine import Backend, Limits, SparqlTask
from sayso.serve.engine.auditing import AuditTask
from sayso.serve.engine.tasks import Ask, Excerpt, read_result
from sayso.serve.memory import Memory
from sayso.serve.review.keeper import Keeper

FIRST_SHOWN = (
    "how-much-is-there",
    "which-kinds-of-figures",
    "which-outlets-are-there",
    "who-passes-on-whom",
    "find-articles",
    "find-sources",
    "find-statements",
    "find-figures",
)
"""The questions whose answers are shown before anybody has asked for something."""


@dataclass
class Site:
    """The data, the limits, and what was found out once; ``title`` names the collection to readers.

    ``reviewer`` is who decides in a review; without one, nobody can.
    """

    backend: Backend
    limits: Limits
    title: str = "sayso"
    reviewer: str = ""
    keeper: Keeper | None = None
    _memory: Memory = field(init=False)
    _findings: dict[tuple[int, Selection], list[dict[str, Any]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Begin with nothing remembered."""
        self._memory = Memory(self.backend)

    @property
    def addresses(self) -> Addresses:
        """Where things are described."""
        return Addresses(self.base)

    @property
    def base(self) -> str:
        """The IRI under which the data live."""
        return self.backend.base

    async def answers(self, *asked: Ask) -> list[Excerpt]:
        """Answers for a page, in order; those given before are remembered. Raises RefusedError and QuestionError."""
        return await self._memory.answers(asked)

    async def findings(self, selection: Selection) -> list[dict[str, Any]]:
        """What the audit finds within a selection; the last ones are remembered."""
        key = (self.backend.generation, selection)
        if key not in self._findings:
            found = await self.backend.findings(AuditTask(selection))
            self._findings = {**dict(list(self._findings.items())[-3:]), key: found}
        return self._findings[key]

    async def warm(self) -> None:
        """Ask what the front page and the lists show, so that the first visitor does not wait for it."""
        for name in FIRST_SHOWN:
            await self.answers(Ask(name))

    async def graph_names(self) -> list[str]:
        """The named graphs, by IRI."""
        result = await self.backend.sparql(SparqlTask("SELECT ?graph { GRAPH ?graph { } } ORDER BY ?graph", rows="csv"))
        return read_result(result).decode("utf-8").splitlines()[1:]


def site_of(request: Request) -> Site:
    """The site that a request is made to."""
    site = request.app.state.site
    assert isinstance(site, Site)
    return site
