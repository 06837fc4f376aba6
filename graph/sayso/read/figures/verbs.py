"""The forms of verbs, so that word lists name a verb by its lemma alone."""

import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("verbs.toml")
_VOWELS = "aeiou"


@cache
def _listed() -> tuple[dict[str, str], frozenset[str]]:
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return data["irregular"], frozenset(data["doubling"].split())


def conjugated(lemma: str) -> Iterator[tuple[str, str]]:
    """The forms of a verb, each as base, s, ed (past and participle) or ing.

    >>> [form for form, _ in conjugated("take")], [form for form, _ in conjugated("ship")]
    (['take', 'takes', 'took', 'taking', 'taken'], ['ship', 'ships', 'shipped', 'shipping'])
    """
    irregular, doubling = _listed()
    yield lemma, "base"
    if listed := irregular.get(lemma):
        yield from zip(listed.split(), ("s", "ed", "ing", "ed"), strict=True)
        return
    soft = lemma.endswith("y") and lemma[-2] not in _VOWELS
    stem = lemma + lemma[-1] if lemma in doubling else lemma[:-1] if lemma.endswith("e") else lemma
    yield lemma[:-1] + "ies" if soft else lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s"), "s"
    yield lemma[:-1] + "ied" if soft else stem + "ed", "ed"
    yield (lemma if lemma.endswith("ee") else stem) + "ing", "ing"


def forms(lemmas: Iterable[str]) -> frozenset[str]:
    """All forms of verbs.

    >>> sorted(forms(["bury"]))
    ['buried', 'buries', 'bury', 'burying']
    """
    return frozenset(form for lemma in lemmas for form, _ in conjugated(lemma))
