"""What a query may take, so that no visitor can take the machine from the others."""

import os
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """``seconds`` a query may run, ``megabytes`` its answer may have and ``memory`` (megabytes) it may work in.

    ``workers`` queries run at a time, and as many pages beside them; ``waiting`` more may wait for their turn.
    ``query_bytes`` is the longest query that is read.
    """

    seconds: float = 30.0
    megabytes: int = 50
    memory: int = 2048
    workers: int = max(2, os.cpu_count() or 1)
    waiting: int = 512
    query_bytes: int = 256 * 1024
