"""Does one thing to many items in worker processes: results come in the order of the items, few wait at a time."""

import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing import connection, get_context, parent_process
from typing import TypeVar

from sayso.errors import SaysoError

ALONE = 24
"""Up to so many items are done in this process: starting workers would take longer."""

Item = TypeVar("Item")
Result = TypeVar("Result")


def map_in_order(
    work: Callable[[Item], Result], items: Iterable[Item], workers: int = 0
) -> Iterator[tuple[Item, Result]]:
    """Each item with its result, in order; ``workers`` 0 means one a core, 1 means in this process.

    ``work`` and the items must be picklable. At most eight items a worker are under way, so that a long
    input is never held whole. Raises SaysoError where a worker process dies.

    >>> list(map_in_order(len, ["a", "bcd"]))
    [('a', 1), ('bcd', 3)]
    """
    coming = iter(items)
    first = list(islice(coming, ALONE + 1))
    workers = workers or os.cpu_count() or 1
    if len(first) <= ALONE or workers == 1:
        yield from ((item, work(item)) for item in chain(first, coming))
        return
    under_way: deque[tuple[Item, Future[Result]]] = deque()
    with ProcessPoolExecutor(workers, get_context("spawn"), die_with_parent) as pool:
        try:
            for item in chain(first, coming):
                under_way.append((item, pool.submit(work, item)))
                if len(under_way) > 8 * workers:
                    yield _finished(under_way)
            while under_way:
                yield _finished(under_way)
        except BrokenProcessPool as error:
            message = "a worker process died (out of memory?); what was stored is safe: run the same command again"
            raise SaysoError(message) from error
        finally:  # where one has failed, what waits is not begun
            pool.shutdown(cancel_futures=True)


def _finished(under_way: deque[tuple[Item, Future[Result]]]) -> tuple[Item, Result]:
    item, outcome = under_way.popleft()
    return item, outcome.result()


def die_with_parent() -> None:
    """Let no worker outlive a parent that was killed, since it would keep the machine busy for nobody."""
    parent = parent_process()
    assert parent is not None  # called in workers alone

    def watch() -> None:
        connection.wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
