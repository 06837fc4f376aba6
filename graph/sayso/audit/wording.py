"""The word lists and patterns of context.toml, claims.toml and altering.toml, each by its name."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

_FILES = ("context", "claims", "altering")
_HELD = 20_000
"""Clauses that are remembered."""


@cache
def words(name: str) -> frozenset[str]:
    """A list of words."""
    return frozenset(_data()[name].split())


@cache
def patterns(name: str) -> tuple[re.Pattern[str], ...]:
    """A list of patterns; upper and lower case are one to them."""
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in _data()[name])


@cache
def lists(name: str) -> tuple[str, ...]:
    """A list of lines, as they stand."""
    return tuple(_data()[name])


@cache
def groups(name: str) -> Mapping[str, str]:
    """Groups of words of one meaning, by word: the first of its group."""
    return {word: group.split()[0] for group in _data()[name] for word in group.split()}


@cache
def table(name: str) -> Mapping[str, str]:
    """Lists of words by what they are of."""
    return dict(_data()[name])


@cache
def patterns_by_name(name: str) -> Mapping[str, re.Pattern[str]]:
    """Patterns by what they are of; upper and lower case are one to them."""
    return {key: re.compile(pattern, re.IGNORECASE) for key, pattern in _data()[name].items()}


@cache
def senses(name: str) -> Mapping[str, Mapping[str, re.Pattern[str]]]:
    """Sorts of senses that exclude one another: by sort and by sense, a pattern for whole words."""
    sorts = _data()[name] if all(isinstance(sort, dict) for sort in _data()[name].values()) else {name: _data()[name]}
    return {
        sort: {sense: re.compile(rf"\b(?:{told})\b", re.IGNORECASE) for sense, told in listed.items()}
        for sort, listed in sorts.items()
    }


@lru_cache(maxsize=_HELD)
def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern built from the name of somebody, compiled once as long as that name is talked of."""
    return re.compile(pattern, flags)


@lru_cache(maxsize=_HELD)
def first(name: str, text: str) -> str:
    """What the first pattern of a list that occurs in a text finds there; empty where none does."""
    found = (p.search(text) for p in patterns(name))
    return next((match[0] for match in found if match), "")


@cache
def _data() -> dict[str, Any]:
    read = (files("sayso.audit").joinpath(f"{name}.toml").read_text(encoding="utf-8") for name in _FILES)
    return {name: value for text in read for name, value in tomllib.loads(text).items()}
