"""A worker: a process that opens a store folder to read and does one task at a time until it is ended."""

import threading
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import gettempdir
from typing import Any

from pyoxigraph import Store

from sayso.errors import SaysoError
from sayso.serve.engine.auditing import forget
from sayso.serve.engine.tasks import CloseTask, RefusedError, under_way
from sayso.workers import die_with_parent

_READY = "ready"
_STARTING = 60.0
"""Seconds that a worker may take to open its store; they do not count for the query."""


class Worker:
    """The parent's side: starts the process, hands it tasks, ends it when a task takes too long."""

    def __init__(self, folder: Path, base: str, memory: int) -> None:
        self._told = (str(folder), base, memory)
        self._process: Any = None
        self._pipe: Connection | None = None
        self._stopping, self._ended = threading.Lock(), False

    def start(self) -> Connection:
        """Start the process, unless it runs, and wait until it has opened the store."""
        if self._pipe is not None and self._process.is_alive():
            return self._pipe
        self.stop()
        if self._ended:
            raise RefusedError(503, "The server is being stopped.")
        ours, theirs = get_context("spawn").Pipe()
        self._process = get_context("spawn").Process(target=work, args=(theirs, *self._told), daemon=True)
        self._process.start()
        theirs.close()
        self._pipe = ours
        if not ours.poll(_STARTING) or ours.recv() != _READY:
            self.stop()
            raise RefusedError(503, "The store could not be opened; try again.")
        return ours

    def do(self, task: Any, seconds: float) -> Any:
        """Have the task done. Raises what it raises, and RefusedError where it takes too long or too much memory."""
        pipe = self.start()
        try:
            pipe.send(task)
            if not pipe.poll(seconds):
                self.stop()
                raise RefusedError(504, f"The query took longer than {seconds:g} seconds and was ended: ask for less.")
            outcome = pipe.recv()
        except (EOFError, OSError) as error:
            self.stop()
            memory = self._told[2]
            raise RefusedError(507, f"The query needed more than {memory} MB of memory and was ended.") from error
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    def stop(self) -> None:
        """End the process at once; the next task starts another."""
        with self._stopping:
            process, pipe, self._process, self._pipe = self._process, self._pipe, None, None
        if process is not None:
            process.kill()
            process.join()
            for left in Path(gettempdir()).glob(f"{under_way(process.pid)}*"):
                if left.suffix != ".done":
                    left.unlink(missing_ok=True)
            process.close()
        if pipe is not None:
            pipe.close()

    def end(self) -> None:
        """End the process for good."""
        self._ended = True
        self.stop()


def work(pipe: Connection, folder: str, base: str, memory: int) -> None:
    """The worker's side: answer tasks until the pipe closes."""
    die_with_parent()
    _bound_memory(memory)
    store: Store | None = _opened(folder)
    pipe.send(_READY)
    with suppress(EOFError, KeyboardInterrupt):
        while True:
            task = pipe.recv()
            if isinstance(task, CloseTask):
                store = None
                forget()
                pipe.send(_READY)
                continue
            store = store or _opened(folder)
            pipe.send(_outcome(task, store, base))


def _opened(folder: str) -> Store:
    return Store.read_only(str(Path(folder) / "quads"))


def _outcome(task: Any, store: Store, base: str) -> Any:
    try:
        return task.run(store, base)
    except SaysoError as error:
        return error
    except Exception as error:
        return RefusedError(500, f"The query failed: {type(error).__name__}: {error}")


def _bound_memory(megabytes: int) -> None:
    """Let the operating system refuse more memory than that: the process ends, and the others go on."""
    try:
        import resource
    except ImportError:  # no POSIX limits here: the time limit alone holds
        return
    resource.setrlimit(resource.RLIMIT_DATA, (megabytes * 1024 * 1024,) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
