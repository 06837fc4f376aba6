"""One writer or many readers a store: a lock file that the operating system frees when its holder dies."""

from pathlib import Path
from typing import IO

from sayso.errors import StoreLockedError

try:
    import fcntl
except ImportError:  # no POSIX locks here: the database's own lock still keeps a second writer out
    fcntl = None  # type: ignore[assignment]


class StoreLock:
    """Holds the lock of a store folder until released. Raises StoreLockedError where it is taken."""

    def __init__(self, folder: Path, *, write: bool) -> None:
        try:
            self._file: IO[str] = (folder / "lock").open("a+")
        except OSError:  # a folder that may only be read has readers alone
            if write:
                raise
            self._file = (folder / "lock").open()
        if fcntl is None:
            return
        try:
            fcntl.flock(self._file, (fcntl.LOCK_EX if write else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except OSError:
            self._file.close()
            raise StoreLockedError(str(folder)) from None

    def release(self) -> None:
        """Let others open the store."""
        self._file.close()
