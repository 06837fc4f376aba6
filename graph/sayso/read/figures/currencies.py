"""Names of currencies behind a number: "5 million Kenyan shillings", "12 billion tenge", "70 million CFA francs"."""

import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from sayso.read.figures.numbers import Value
from sayso.read.figures.sentence import Sentence

_FOLDER = Path(__file__).parent
_UNKNOWN = "xxx"
_LEAST, _LEAST_DOUBTFUL = 20, 1000
_MOST_WORDS = 4


@cache
def _listed(name: str) -> frozenset[str]:
    """A word list of ``units.toml``."""
    return frozenset(_table("units")[name].split())


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def _names() -> tuple[dict[str, dict[str, str]], dict[str, str]]:
    """Noun -> the adjective before it -> code; and adjective -> code, for those that name one dollar or pound."""
    printed, units = _table("currencies")["names"], _table("units")
    nouns: dict[str, dict[str, str]] = defaultdict(dict)
    for code, row in units["nouns"].items():
        for noun in row.split():
            nouns[noun][""] = code
    for code, name in printed.items():
        *adjectives, noun = name.split()
        for form in _forms(noun):
            _add(nouns[form], adjectives, code)
    return dict(nouns), units["adjectives"]


def _add(codes: dict[str, str], adjectives: list[str], code: str) -> None:
    """Under the whole name of its country, and under the last word of it where that is no other's ("Korean won")."""
    last = adjectives[-1] if adjectives else ""
    codes[" ".join(adjectives)] = code
    if len(adjectives) > 1:
        plain, other = codes.get(""), codes.get(last, code)
        codes[last] = code if other == code else plain if plain in (code, other) else _UNKNOWN


def _forms(noun: str) -> Iterator[str]:
    """As CLDR prints it, without its accents, and as the many that have no plural in -s are printed."""
    plain = unicodedata.normalize("NFKD", noun).encode("ascii", "ignore").decode()
    yield from {noun, plain, plain.removesuffix("s")}


@cache
def _adjectives() -> frozenset[str]:
    nouns, known = _names()
    return frozenset(word for codes in nouns.values() for name in codes for word in name.split()) | known.keys()


def currency(s: Sentence, i: int, amount: Value) -> tuple[str, int] | None:
    """The code of the currency whose name begins at token ``i`` behind an ``amount``, and the token after it."""
    nouns, known = _names()
    told: list[str] = []
    while _country(s, i) in _adjectives() and len(told) < _MOST_WORDS and s.low(i) not in nouns:
        told.append(_country(s, i))
        i += 1
    noun = s.low(i)
    if (codes := nouns.get(noun)) is None:
        return None
    names = (" ".join(told[k:]) for k in range(len(told)))
    code = next((codes[name] for name in names if name in codes), None)
    code = code or next((known[word] for word in told if word in known), None)
    if code is None and (
        noun in _listed("with_country")
        or amount < _least(noun, codes, bool(s.words & _listed("priced")))
        or _weighs(s, i)
    ):
        return None
    plain = None if told else codes.get("")
    return code or plain or _only(codes), i + 1


def _country(s: Sentence, i: int) -> str:
    return "us" if s.low(i) in ("u.s.", "u.s") else s.low(i)


def _only(codes: dict[str, str]) -> str:
    """The one currency of that name, or that its country would have to tell."""
    return next(iter(codes.values())) if len(set(codes.values())) == 1 else _UNKNOWN


def _least(noun: str, codes: dict[str, str], priced: bool) -> int:
    """From what amount on a noun is a currency without its country; those of the great ones are from one on.

    A noun that is a measure as well ("pounds") needs more, or a clause on prices.
    """
    if noun in _listed("doubtful"):
        return _LEAST if priced else _LEAST_DOUBTFUL
    return 0 if "" in codes else _LEAST


def _weighs(s: Sentence, i: int) -> bool:
    """``3,000 pounds of explosives``, ``weighed 2,000 pounds``"""
    if s.low(i) not in ("pounds", "pound"):
        return False
    of = s.low(i + 1) == "of" and s.low(i + 2) not in _listed("funds")
    return of or bool(s.words & _listed("weighed"))
