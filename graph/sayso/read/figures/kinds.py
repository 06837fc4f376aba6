"""Kinds of figures and the words that tell them, from ``kinds.toml``."""

import tomllib
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from sayso.read.figures.verbs import conjugated
from sayso.read.lexicon import table, words

_FILE = Path(__file__).with_name("kinds.toml")
_NOUNS = Path(__file__).with_name("nouns")
_NOUN_KINDS = {"equipment": "equipment", "structures": "other", "animals": "other"}
EVENTS = (
    "killed", "wounded", "casualties", "missing", "captured", "arrested", "displaced", "evacuated", "rescued",
    "repatriated", "deployed", "infected", "protesters", "people", "destroyed",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a verb: ``ed`` (past and participle), ``s``, ``base`` or ``ing``; ``undergone`` by its object."""

    kind: str
    form: str
    undergone: bool


@dataclass(frozen=True)
class Lexicon:
    """The words that tell what is counted, each in lower case."""

    verbs: dict[str, Verb] = field(default_factory=dict)
    destroyed: frozenset[str] = frozenset()
    slaughter: frozenset[str] = frozenset()
    animals: frozenset[str] = frozenset()
    tallies: frozenset[str] = frozenset()
    adjectives: dict[str, str] = field(default_factory=dict)
    nouns: dict[str, str] = field(default_factory=dict)
    phrases: dict[tuple[str, ...], str] = field(default_factory=dict)
    phrase_lengths: dict[str, tuple[int, ...]] = field(default_factory=dict)
    before: dict[tuple[str, ...], str] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    things: dict[str, str] = field(default_factory=dict)
    singulars: frozenset[str] = frozenset()
    sets: dict[str, frozenset[str]] = field(default_factory=dict)

    def head(self, low: str) -> bool:
        """Whether a word can head a count: people, a thing, or an event ("deaths")."""
        return low in self.people or low in self.things or low in self.nouns

    def participle(self, low: str) -> str | None:
        """The kind that a participle or adjective tells of what it modifies."""
        if low in self.adjectives:
            return self.adjectives[low]
        verb = self.verbs.get(low)
        return verb.kind if verb and verb.form == "ed" and verb.undergone else None


@cache
def lexicon() -> Lexicon:
    """The lexicon that ships with sayso.

    >>> lexicon().participle("drowned"), lexicon().participle("injured"), lexicon().nouns["fatalities"]
    (None, 'wounded', 'killed')
    """
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    verbs: dict[str, Verb] = {}
    for kind in EVENTS[:-1]:
        for undergone, key in ((True, "undergone"), (False, "done")):
            for word, form in _forms(data[kind].get(key, "")):
                verbs.setdefault(word, Verb(kind, form, undergone))
    phrases = _by_phrase(data, "phrases")
    things = _things(data["heads"])
    nouns = _by_word(data, "nouns")
    return Lexicon(
        verbs=verbs,
        destroyed=frozenset(_destroying(data)),
        slaughter=frozenset(word for verb in ("kill", "cull") for word, _ in conjugated(verb)),
        animals=frozenset(w for noun in _listed("animals", data["heads"]) for w in (noun, plural_of(noun))),
        tallies=frozenset(data["heads"]["tallies"].split()),
        adjectives=_by_word(data, "adjectives"),
        nouns=nouns,
        phrases=phrases,
        phrase_lengths=_lengths(phrases),
        before=_by_phrase(data, "before"),
        people=_people(data["heads"], things.keys() | nouns.keys()),
        things=things,
        singulars=frozenset(_singulars(data["heads"])),
        sets={name: words(name, "counting") for name in table("counting")},
    )


def _by_word(data: dict[str, Any], key: str) -> dict[str, str]:
    return {word: kind for kind in EVENTS for word in data[kind].get(key, "").split()}


def _by_phrase(data: dict[str, Any], key: str) -> dict[tuple[str, ...], str]:
    return {tuple(phrase.split()): kind for kind in EVENTS for phrase in data[kind].get(key, ())}


def _lengths(phrases: Iterable[tuple[str, ...]]) -> dict[str, tuple[int, ...]]:
    """First word -> how many words the phrases have that begin with it, the longest first."""
    found: dict[str, set[int]] = {}
    for phrase in phrases:
        found.setdefault(phrase[0], set()).add(len(phrase))
    return {word: tuple(sorted(lengths, reverse=True)) for word, lengths in found.items()}


def _people(heads: dict[str, Any], other: Set[str]) -> dict[str, str]:
    """Nouns of people with the kind they bring: those of WordNet that name nothing else here, then our own."""
    listed = _listed("people", heads)
    known = dict.fromkeys((w for noun in listed for w in (noun, plural_of(noun)) if w not in other), "people")
    own = dict.fromkeys(heads["people"].split(), "people")
    return known | own | {word: kind for kind, row in heads["soft"].items() for word in row.split()}


def _things(heads: dict[str, Any]) -> dict[str, str]:
    known = {
        word: kind
        for name, kind in _NOUN_KINDS.items()
        for noun in _listed(name, heads)
        for word in (noun, plural_of(noun))
    }
    own = {word: kind for kind, row in heads["things"].items() for word in row.split()}
    return known | own | dict.fromkeys(heads["tallies"].split(), "other")


def _singulars(heads: dict[str, Any]) -> Iterator[str]:
    things = {word for row in heads["things"].values() for word in row.split()}
    own = {*heads["people"].split(), *things}
    yield from (word for word in things if word + "s" in things)
    for name in ("people", *_NOUN_KINDS):
        yield from (noun for noun in _listed(name, heads) if noun not in own)


def _listed(name: str, heads: dict[str, Any]) -> list[str]:
    """The nouns that ``scripts/make_nouns.py`` took from WordNet, without those that mostly mean something else."""
    left_out = set(heads["other_senses"].split())
    return [noun for noun in (_NOUNS / f"{name}.txt").read_text(encoding="utf-8").split() if noun not in left_out]


def plural_of(noun: str) -> str:
    """The regular plural of a noun, or that in -men.

    >>> plural_of("deputy"), plural_of("fisherman"), plural_of("coach")
    ('deputies', 'fishermen', 'coaches')
    """
    if noun.endswith("man") and noun not in ("human", "german", "roman", "shaman"):
        return noun[:-3] + "men"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x", "z")) else "s")


def _destroying(data: dict[str, Any]) -> Iterator[str]:
    for key in ("undergone", "done"):
        for word, _ in _forms(data["destroyed"][key]):
            yield word


def _forms(lemmas: str) -> Iterator[tuple[str, str]]:
    for lemma in lemmas.split():
        yield from conjugated(lemma)
