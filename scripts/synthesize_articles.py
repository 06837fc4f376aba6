"""Makes a large store out of the sample, for measuring: copies of its fifteen articles on other events.

    python scripts/synthesize_articles.py 2500 synthetic.nq

Nothing is read anew: the graph of the sample is copied, and in each copy every proper name becomes another word of
the same length, so that offsets hold, and every date moves on by some days. Quads that the audit does not ask for
(selectors, mentions) are left out. The same number gives the same bytes.
"""

import argparse
import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from hashlib import sha256
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, serialize

from sayso.namespaces import term
from sayso.pipeline import Settings, build
from sayso.resources import resource
from sayso.store import Dataset

COPIED = 15
_DAY = re.compile(r'"(\d{4}-\d\d-\d\d)(?=["T])')
_KEY = re.compile(r"(article|text)/([0-9a-f]{32})")
_WORD = re.compile(r"(?<!\\)[A-Za-z]{4,}")
_NAME = re.compile(r"(?:\b|(?<=\\n))[A-Z][a-z]{3,}\b")
_PRINTED = re.compile(r'"(?:[^"\\]|\\.)*"|(?<=<https://w3id\.org/sayso/id/)(?!article|graph|text)[^>]*')
"""What names stand in: literals, and the IRIs of agents, groups and places."""
_KEEP = frozenset(
    ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March",
     "April", "June", "July", "August", "September", "October", "November", "December")
)  # fmt: skip
_UNASKED = frozenset(
    term(name)
    for name in (
        "oa:hasSelector", "oa:hasSource", "oa:exact", "oa:prefix", "oa:suffix", "oa:start", "oa:end", "sayso:refersTo",
        "prov:wasGeneratedBy", "prov:wasAttributedTo", "sayso:rootSource", "sayso:confidence",
    )
)  # fmt: skip


def sample_quads() -> list[Quad]:
    """The quads of the sample's articles and texts that an audit asks for."""
    with Dataset.in_memory() as dataset:
        build([str(resource("sample/articles"))], dataset, settings=Settings(workers=1))
        graphs = [g for g in dataset.exported_graphs(texts=True) if "/article/" in g.value or "/text/" in g.value]
        return [q for q in dataset.quads(graphs) if q.predicate.value not in _UNASKED]


def synthesize(articles: int) -> Iterator[bytes]:
    """N-Quads of so many articles, fifteen a piece; the last piece is whole as well."""
    text = (serialize(sample_quads(), format=RdfFormat.N_QUADS) or b"").decode("utf-8")
    common = set(re.findall(r"\b[a-z]{4,}\b", text)) - _slugs(text)
    names = {n.casefold() for n in _NAME.findall(text) if n not in _KEEP and n.casefold() not in common}
    pieces = _cut(text, sorted(_changing(text, names)))
    yield text.encode("utf-8")
    for copy in range(1, -(-articles // COPIED)):
        yield _copied(pieces, sorted(names), copy).encode("utf-8")


def _changing(text: str, names: set[str]) -> Iterator[tuple[int, int]]:
    """Where names, days and keys of articles stand."""
    for printed in _PRINTED.finditer(text):
        for word in _WORD.finditer(text, *printed.span()):
            if word[0].casefold() in names:
                yield word.span()
    yield from (day.span(1) for day in _DAY.finditer(text))
    yield from (key.span(2) for key in _KEY.finditer(text))


def _cut(text: str, spans: list[tuple[int, int]]) -> list[str]:
    """The text in pieces: every second one, from the second on, changes from copy to copy."""
    pieces, at = [], 0
    for start, end in spans:
        pieces += [text[at:start], text[start:end]]
        at = end
    return [*pieces, text[at:]]


def _slugs(text: str) -> set[str]:
    """Words that stand small in IRIs alone: names of agents and places."""
    return {word for iri in re.findall(r"<[^>]*>", text) for word in re.findall(r"[a-z]{4,}", iri)}


def _copied(pieces: list[str], names: list[str], copy: int) -> str:
    chance, days = random.Random(copy), timedelta(days=copy * 3)
    words = {name: _word(len(name), chance) for name in names}

    @cache
    def other(old: str) -> str:
        if old[:1].isdigit() and old[4:5] == "-":
            return (date.fromisoformat(old) + days).isoformat()
        if (word := words.get(old.casefold())) is not None:
            return _cased(old, word)
        return sha256(f"{copy}/{old}".encode()).hexdigest()[: len(old)]

    return "".join(other(piece) if place % 2 else piece for place, piece in enumerate(pieces))


def _word(length: int, chance: random.Random) -> str:
    return "".join(chance.choice("aeiou" if n % 2 else "bdfgklmnprstvz") for n in range(length))


def _cased(printed: str, word: str) -> str:
    return word if printed.islower() else word.upper() if printed.isupper() else word.capitalize()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("articles", type=int)
    parser.add_argument("output", type=Path)
    arguments = parser.parse_args()
    with arguments.output.open("wb") as out:
        for piece in synthesize(arguments.articles):
            out.write(piece)


if __name__ == "__main__":
    main()
