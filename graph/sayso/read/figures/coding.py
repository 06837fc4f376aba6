"""Coding profiles: what "dozens" or "hundreds" count for at the least, from ``coding.toml``."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("coding.toml")


@cache
def profile(name: str | None = None) -> Mapping[str, int]:
    """The least number by plural, for a profile (ACLED, UCDP, IraqBodyCount) or for the default one.

    >>> profile()["dozens"], profile("UCDP")["dozens"]
    (12, 24)
    """
    profiles = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    chosen: Mapping[str, int] = profiles[name or profiles["default"]]
    return chosen
