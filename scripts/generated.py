"""A page or file that a script makes: written, or with ``--check`` compared with what is there."""

import sys
from pathlib import Path


def write_or_check(path: Path, text: str) -> int:
    """Write ``text`` to ``path``; if the command says ``--check``, return 1 where the file holds anything else."""
    if "--check" not in sys.argv[1:]:
        path.write_text(text, encoding="utf-8")
        return 0
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return 0
    print(f"{path.name} is out of date: run python scripts/{Path(sys.argv[0]).name}", file=sys.stderr)
    return 1
