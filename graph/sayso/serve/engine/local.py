"""The data of a store folder, asked through two pools of workers: one for visitors' queries, one for pages."""

from functools import partial
from pathlib import Path
from typing import cast

from sayso.serve.engine.limits import Limits
from sayso.serve.engine.pool import Pool
from sayso.serve.engine.tasks import Ask, AskTask, Excerpt, Result, SparqlTask
from sayso.serve.engine.worker import Worker


class LocalBackend:
    """Queries and pages do not wait for one another: a slow query keeps no page from being read."""

    def __init__(self, folder: Path, base: str, limits: Limits) -> None:
        self.base, self.generation = base, 0
        make = partial(Worker, folder, base, limits.memory)
        self._queries = Pool(make, limits.workers, limits.seconds, limits.waiting)
        self._pages = Pool(make, limits.workers, limits.seconds, limits.waiting)

    async def start(self) -> None:
        """Open the store in every worker."""
        await self._queries.start()
        await self._pages.start()

    async def stop(self) -> None:
        """End the workers."""
        await self._queries.stop()
        await self._pages.stop()

    async def sparql(self, task: SparqlTask) -> Result:
        """Answer a visitor's query. Raises RefusedError."""
        return cast(Result, await self._queries.run(task))

    async def answers(self, *asked: Ask) -> list[Excerpt]:
        """Answer questions for a page. Raises RefusedError and QuestionError."""
        return cast(list[Excerpt], await self._pages.run(AskTask(asked)))
