"""The word lists and cue verbs that the reader works with, read once from ``lexicon/*.toml``."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent / "lexicon"


@dataclass(frozen=True, slots=True)
class Cue:
    """What a cue verb means: its lemma, stance and act, and the frames in which it takes content.

    ``frames`` holds letters: c clause or quotation, n noun phrase, t infinitive, p a person first.
    """

    lemma: str
    stance: str
    act: str
    frames: str


@cache
def table(name: str) -> dict[str, Any]:
    """One file of the lexicon, parsed."""
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def words(name: str, file: str = "words") -> frozenset[str]:
    """A named word list.

    >>> "the" in words("determiners")
    True
    """
    return frozenset(table(file)[name].split())


@cache
def cues() -> dict[str, Cue]:
    """Lemma -> cue; lemmas of several words are joined by ``_``.

    >>> cues()["deny"].stance, cues()["say"].frames
    ('denies', 'c')
    """
    found: dict[str, Cue] = {}
    for group in table("cues")["verbs"]:
        for lemma in group["lemmas"].split():
            known = found.get(lemma)
            if known:
                frames = "".join(sorted({*known.frames, *group["frames"]}))
                found[lemma] = Cue(lemma, known.stance, known.act, frames)
            else:
                found[lemma] = Cue(lemma, group["stance"], group.get("act", "speech"), group["frames"])
    return found


@cache
def cue_forms() -> dict[str, tuple[str, str]]:
    """Inflected first word of a cue -> (lemma of that word, form); form is base, s, ed or ing.

    >>> cue_forms()["denied"], cue_forms()["saying"]
    (('deny', 'ed'), ('say', 'ing'))
    """
    forms: dict[str, tuple[str, str]] = {}
    for lemma in sorted({name.split("_")[0] for name in cues()}):
        for form, kind in inflect(lemma):
            forms.setdefault(form, (lemma, kind))
    return forms


def inflect(lemma: str) -> list[tuple[str, str]]:
    """The forms of a verb with their kind, regular or listed.

    >>> inflect("note")
    [('note', 'base'), ('notes', 's'), ('noted', 'ed'), ('noting', 'ing')]
    """
    listed = table("cues")["irregular"].get(lemma)
    if listed:
        kinds = [(f, "ing" if f.endswith("ing") else "s" if f.endswith("s") else "ed") for f in listed.split()]
        return [(lemma, "base"), *kinds]
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return [(lemma, "base"), (lemma[:-1] + "ies", "s"), (lemma[:-1] + "ied", "ed"), (lemma + "ing", "ing")]
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return [(lemma, "base"), (third, "s"), (stem + "ed", "ed"), (stem + "ing", "ing")]


@cache
def noun_cues() -> dict[str, str]:
    """Noun that introduces content -> lemma of its verb; singular and plural.

    >>> noun_cues()["reports"]
    'report'
    """
    pairs = [pair.split("=") for pair in table("cues")["nouns"]["clause"].split()]
    return {form: verb for noun, verb in pairs for form in (noun, noun + "s")}


@cache
def ambiguous_forms() -> frozenset[str]:
    """Cue forms that are as often nouns or adjectives."""
    return frozenset(table("cues")["nouns"]["ambiguous"].split())
