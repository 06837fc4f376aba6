"""Frames of ``circumstances.toml``: verbs with what has to stand beside them, and the kind that they tell together."""

import re
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from sayso.ingest.article import Span
from sayso.read.figures.phrase import NUMERALS
from sayso.read.figures.verbs import forms
from sayso.read.lexicon import words

_FILE = Path(__file__).with_name("circumstances.toml")
_WORD = re.compile(r"[^\W\d_]+")
_TWICE = 2
_BE = words("be", "counting")
ARTICLES = frozenset(("a", "an", "the"))
_PASSED = ARTICLES | {*NUMERALS, "several", "nearby", "local"}
Words = frozenset[str]


@dataclass(frozen=True)
class Frame:
    """Verbs by the part that the counted have in them, and what has to stand or must not stand beside them."""

    kind: str
    before: tuple[tuple[str, ...], ...]
    active: Words
    passive: Words
    done: Words
    denied: Words
    has: Words
    beside: tuple[tuple[str, ...], ...]
    without: Words
    among: Words
    of: Words
    not_of: Words
    by: Words
    unless_by: Words
    scene: str
    particles: Words
    stands: bool
    still: bool
    illness: bool
    soft: bool
    whole: bool

    @cached_property
    def cues(self) -> Words:
        """Words of which a sentence has to have one."""
        last = frozenset(words[-1] for words in self.before)
        return (
            self.active | self.passive | self.done | self.denied | self.has | last | (_BE if self.stands else Words())
        )


@cache
def frames() -> tuple[Frame, ...]:
    """All frames, in the order in which they are tried."""
    data = _data()
    return tuple(_frame(row, data["classes"]) for row in data["row"])


@cache
def scenes() -> Mapping[str, Words]:
    """What the words of a text tell of where it plays: a disaster, a strike, a kidnapping."""
    return {name: frozenset(row.split()) for name, row in _data()["scenes"].items()}


def scenes_of(text: str, sentences: Sequence[Span]) -> Words:
    """The scenes that a text names more than once.

    >>> sorted(scenes_of("Flood waters rose. The flood took a bridge.", [(0, 18), (19, 43)]))
    ['hazard']
    """
    told = Counter(word for start, end in sentences for word in _WORD.findall(text[start:end].casefold()))
    return frozenset(name for name, listed in scenes().items() if sum(told[word] for word in listed) >= _TWICE)


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def _frame(row: Mapping[str, Any], classes: Mapping[str, str]) -> Frame:
    def listed(key: str) -> Words:
        named = (classes[word[1:]].split() if word[0] == "@" else [word] for word in row.get(key, "").split())
        return frozenset(word for several in named for word in several)

    def verbs(key: str) -> Words:
        return forms(row.get(key, "").split())

    return Frame(
        kind=row["kind"],
        before=_phrases(row, "before", classes),
        active=verbs("undergone") | verbs("active"),
        passive=verbs("undergone") | verbs("passive"),
        done=verbs("done"),
        denied=verbs("denied"),
        has=listed("has"),
        beside=_phrases(row, "with", classes),
        without=listed("without"),
        among=listed("among"),
        of=listed("of"),
        not_of=listed("not_of"),
        by=listed("by"),
        unless_by=listed("unless_by"),
        scene=row.get("scene", ""),
        particles=listed("particles"),
        **{key: bool(row.get(key)) for key in ("stands", "still", "illness", "soft", "whole")},
    )


def bare(printed: Sequence[str]) -> tuple[str, ...]:
    """Words without their articles, and without how many or how near things are: "to three local hospitals"."""
    return tuple(word for word in printed if word not in _PASSED)


def _phrases(row: Mapping[str, Any], key: str, classes: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    """The phrases of a row without articles; a class at the end of one stands for each of its words."""
    found = []
    for phrase in row.get(key, ()):
        *lead, last = phrase.split()
        ends = classes[last[1:]].split() if last[0] == "@" else [last]
        found += [bare((*lead, end)) if key == "with" else (*lead, end) for end in ends]
    return tuple(found)
