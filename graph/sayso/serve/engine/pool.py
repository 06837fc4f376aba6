"""Hands tasks to workers in turn: as many run as there are workers, a bounded number waits, the rest is told to."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import anyio
from anyio import to_thread

from sayso.serve.engine.tasks import CloseTask, RefusedError
from sayso.serve.engine.worker import Worker


class Pool:
    """So many workers, made by ``make``; ``seconds`` is how long each task may take."""

    def __init__(self, make: Callable[[], Worker], size: int, seconds: float, waiting: int) -> None:
        self._workers = [make() for _ in range(size)]
        self._idle = list(self._workers)
        self._seconds, self._room = seconds, size + waiting
        self._turn = anyio.Semaphore(size)
        self._threads = anyio.CapacityLimiter(size)
        self._present = 0

    async def start(self) -> None:
        """Start every worker, so that no visitor waits for it."""
        async with anyio.create_task_group() as group:
            for worker in self._workers:
                group.start_soon(self._start, worker)

    async def _start(self, worker: Worker) -> None:
        await to_thread.run_sync(worker.start, limiter=self._threads)

    async def run(self, task: Any) -> Any:
        """Have the task done. Raises RefusedError, and what the task raises."""
        if self._present >= self._room:
            raise RefusedError(503, "Too many queries are waiting; try again in a moment.")
        self._present += 1
        try:
            async with self._turn:
                return await self._do(task)
        finally:
            self._present -= 1

    async def _do(self, task: Any) -> Any:
        worker = self._idle.pop()
        try:
            with anyio.CancelScope(shield=True):
                return await to_thread.run_sync(worker.do, task, self._seconds, limiter=self._threads)
        finally:
            self._idle.append(worker)

    @asynccontextmanager
    async def closed(self) -> AsyncIterator[None]:
        """While this lasts, no worker has the store open: what runs is waited for, what comes waits."""
        taken = 0
        try:
            for _ in self._workers:
                await self._turn.acquire()
                taken += 1
            for worker in self._workers:
                await to_thread.run_sync(worker.do, CloseTask(), self._seconds, limiter=self._threads)
            yield
        finally:
            for _ in range(taken):
                self._turn.release()

    async def stop(self) -> None:
        """End every worker at once."""
        for worker in self._workers:
            worker.end()
