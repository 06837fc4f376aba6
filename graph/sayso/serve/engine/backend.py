"""What pages and protocol need of whatever holds the data: a store folder here, or a server elsewhere."""

from collections.abc import Callable
from typing import Any, Protocol

from sayso.serve.engine.auditing import AuditTask
from sayso.serve.engine.tasks import Ask, Excerpt, Result, SparqlTask
from sayso.store import Dataset


class Backend(Protocol):
    """Answers queries. ``base`` is the IRI under which the data live; ``generation`` grows with every change."""

    base: str
    generation: int

    async def start(self) -> None:
        """Make ready."""

    async def stop(self) -> None:
        """End what was started."""

    async def sparql(self, task: SparqlTask) -> Result:
        """Answer a visitor's query. Raises RefusedError."""

    async def answers(self, *asked: Ask) -> list[Excerpt]:
        """Answer the project's own questions for a page, in order. Raises RefusedError and QuestionError."""

    async def findings(self, task: AuditTask) -> list[dict[str, Any]]:
        """What the audit finds within a selection. Raises RefusedError and QuestionError."""

    async def change(self, change: Callable[[Dataset], None]) -> None:
        """Change the data, while nobody reads them. Raises RefusedError where that is not possible now."""
