"""Coding profiles: what "dozens" or "hundreds" count for at the least, from ``coding.toml`` or a file of the user's."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from sayso.errors import CodingError

_FILE = Path(__file__).with_name("coding.toml")
Coding = Mapping[str, int]
"""Plural -> the least number that it counts for."""


@cache
def profile(name: str | None = None) -> Coding:
    """The least number by plural, for a shipped profile (ACLED, UCDP, IraqBodyCount), a file, or the default.

    A file is TOML in the form of ``coding.toml``: a table of plurals, or several and ``default``, which names
    one; what a table leaves out is as in the default. Raises CodingError.

    >>> profile()["dozens"], profile("UCDP")["dozens"]
    (12, 24)
    """
    shipped = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    default: Coding = shipped[shipped["default"]]
    if name is None:
        return default
    if name in shipped and name != "default":
        return {**default, **shipped[name]}
    if not Path(name).is_file():
        raise CodingError(f"no coding profile {name!r}: choose {', '.join(names())}, or name a TOML file")
    return {**default, **_of_file(Path(name), default)}


def names() -> list[str]:
    """The shipped profiles, the default first."""
    shipped = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    default = shipped.pop("default")
    return [default, *sorted(shipped.keys() - {default})]


def _of_file(path: Path, known: Coding) -> Coding:
    try:
        data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CodingError(f"{path}: not a TOML file: {error}") from error
    tables = {key: value for key, value in data.items() if isinstance(value, dict)}
    chosen = tables.get(data.get("default", "")) or (next(iter(tables.values())) if len(tables) == 1 else None)
    if tables and chosen is None:
        raise CodingError(f"{path}: several profiles ({', '.join(tables)}): say which with default = NAME")
    least = data if chosen is None else chosen
    for plural, number in least.items():
        if plural not in known:
            raise CodingError(f"{path}: unknown plural {plural!r}; known are {', '.join(known)}")
        if not isinstance(number, int) or isinstance(number, bool) or number < 1:
            raise CodingError(f"{path}: {plural} needs a whole number of at least 1, not {number!r}")
    return least


def identity(name: str | None) -> str:
    """What tells one coding from another in the digest of a build: its numbers."""
    return repr(sorted(profile(name).items())) if name else ""
