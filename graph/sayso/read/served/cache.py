"""Answers kept on disk, so that no question is paid for twice."""

import json
import os
import sys
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

from sayso.read.served.prompt import Message


class Cache:
    """One file an answer, named after what was asked of which model; it never holds a key or an address."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, model: str, messages: list[Message]) -> str | None:
        """The answer, or ``None`` where there is none that can be read."""
        name = _name(model, messages)
        try:
            held = json.loads(self._path(name).read_bytes())
        except (OSError, ValueError, RecursionError):
            return None
        if not isinstance(held, dict) or held.get("question") != name or not isinstance(held.get("answer"), str):
            return None
        answer: str = held["answer"]
        return answer

    def put(self, model: str, messages: list[Message], answer: str) -> None:
        """Keep an answer, all of it or nothing: a reader never meets half a file."""
        name = _name(model, messages)
        path = self._path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as part:
            part.write(json.dumps({"question": name, "model": model, "answer": answer}).encode("ascii"))
        Path(part.name).replace(path)

    def _path(self, name: str) -> Path:
        return self.folder / name[:2] / f"{name}.json"


def cache_folder() -> Path:
    """``SAYSO_CACHE``, or else the folder ``sayso`` where this platform keeps caches."""
    if named := os.environ.get("SAYSO_CACHE"):
        return Path(named).expanduser()
    if sys.platform == "win32":
        home = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        home = Path.home() / "Library" / "Caches"
    else:
        home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "sayso"


def _name(model: str, messages: list[Message]) -> str:
    return sha256(json.dumps([model, messages]).encode("ascii")).hexdigest()
