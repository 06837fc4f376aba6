"""The data of a store folder, asked through two pools of workers: one for visitors' queries, one for pages."""

import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, cast

import anyio
from anyio import to_thread

from sayso.catalogue import findings, listed
from sayso.errors import StoreLockedError
from sayso.serve.engine.auditing import AuditTask
from sayso.serve.engine.limits import Limits
from sayso.serve.engine.pool import Pool
from sayso.serve.engine.tasks import Ask, AskTask, Excerpt, RefusedError, Result, SparqlTask
from sayso.serve.engine.worker import Worker
from sayso.store import Dataset

_PAGE_SECONDS = 120.0
"""How long a question of the project's own may take: an audit compares everything with everything."""
_TRIES, _PAUSE = 20, 0.1
"""How often the store is asked for, and how many seconds lie between, while another process reads it."""


class LocalBackend:
    """Queries and pages do not wait for one another: a slow query keeps no page from being read.

    The store is held open for reading from start to stop, so that no build changes it meanwhile.
    """

    def __init__(self, folder: Path, base: str, limits: Limits) -> None:
        self.base, self.generation = base, 0
        self._folder, self._held = folder, cast(Dataset | None, None)
        make = partial(Worker, folder, base, limits.memory)
        self._queries = Pool(make, limits.workers, limits.seconds, limits.waiting)
        self._pages = Pool(make, limits.workers, max(limits.seconds, _PAGE_SECONDS), limits.waiting)
        self._writing, self._looking = anyio.Lock(), threading.Lock()

    async def start(self) -> None:
        """Open the store in every worker."""
        self._held = Dataset.open(self._folder)
        await self._queries.start()
        await self._pages.start()

    async def stop(self) -> None:
        """End the workers."""
        await self._queries.stop()
        await self._pages.stop()
        self._let_go()

    async def sparql(self, task: SparqlTask) -> Result:
        """Answer a visitor's query. Raises RefusedError."""
        return cast(Result, await self._queries.run(task))

    async def answers(self, *asked: Ask) -> list[Excerpt]:
        """Answer questions for a page, from the catalogue where it has them. Raises RefusedError and QuestionError."""
        found = {one: answer for one in asked if (answer := await to_thread.run_sync(self._listed, one))}
        missing = tuple(one for one in asked if one not in found)
        answers = cast(list[Excerpt], await self._pages.run(AskTask(missing))) if missing else []
        found |= zip(missing, answers, strict=True)
        return [found[one] for one in asked]

    async def findings(self, task: AuditTask) -> list[dict[str, Any]]:
        """What the audit finds within a selection. Raises RefusedError and QuestionError."""
        kept = await to_thread.run_sync(self._kept_findings, task)
        if kept is not None:
            return kept
        return cast(list[dict[str, Any]], await self._pages.run(task))

    async def change(self, change: Callable[[Dataset], None]) -> None:
        """Write, while no worker has the store open. Raises RefusedError where another process keeps it open."""
        async with self._writing, self._queries.closed(), self._pages.closed():
            self._let_go()
            try:
                await to_thread.run_sync(self._write, change)
                self.generation += 1
            finally:
                self._held = Dataset.open(self._folder)

    def _listed(self, one: Ask) -> Excerpt | None:
        with self._looking:
            if self._held is None:  # somebody writes: what comes waits with the workers
                return None
            found = listed(self._held, one.name, dict(one.params), one.start, one.count)
        return Excerpt(found.columns, found.rows, None, found.total) if found else None

    def _kept_findings(self, task: AuditTask) -> list[dict[str, Any]] | None:
        with self._looking:
            return findings(self._held, task.selection) if self._held is not None else None

    def _write(self, change: Callable[[Dataset], None]) -> None:
        with self._opened_to_write() as dataset:
            change(dataset)

    def _opened_to_write(self) -> Dataset:
        for left in reversed(range(_TRIES)):
            try:
                return Dataset.open(self._folder, write=True, make=False)
            except StoreLockedError as error:
                if not left:
                    raise RefusedError(503, f"{error}.") from error
                time.sleep(_PAUSE)
        raise AssertionError("unreachable: the last try returns or raises")

    def _let_go(self) -> None:
        with self._looking:
            if self._held is not None:
                self._held.close()
                self._held = None
