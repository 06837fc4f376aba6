"""PolNeAR articles as training examples: tokens, and the tokens of each source, cue and content."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from sayso.ingest.article import Span
from sayso.read.learned.tokens import MARK, Ints, Tokens, tokenize

from .acts import act_of
from .brat import Underlined, read_folder


@dataclass(frozen=True, slots=True)
class Gold:
    """One attribution as token indices; `speech` is None where the cue's words do not tell."""

    source: Ints
    cue: Ints
    content: Ints
    speech: bool | None


@dataclass(frozen=True, slots=True)
class Example:
    """One article with the attributions of each of its annotators."""

    name: str
    text: str
    tokens: Tokens
    golds: tuple[tuple[Gold, ...], ...]


def load_tokenizer(path: Path) -> Tokenizer:
    """The tokenizer, with neither truncation nor padding."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def load_split(folder: Path, tokenizer: Tokenizer) -> list[Example]:
    """The articles of `folder`, which holds `text/` and `attributions/`."""
    annotations = read_folder(folder / "attributions")
    return [
        load_example(name, (folder / "text" / f"{name}.txt").read_bytes().decode("utf-8"), by, tokenizer)
        for name, by in sorted(annotations.items())
    ]


def load_example(name: str, text: str, by: Sequence[Sequence[Underlined]], tokenizer: Tokenizer) -> Example:
    """Tokenise an article and align its annotations."""
    tokens = tokenize(text, [(0, len(text))], tokenizer)
    aligned = (tuple(g for u in who if (g := align(text, tokens, u))) for who in by)
    return Example(name, text, tokens, tuple(aligned))


def align(text: str, tokens: Tokens, underlined: Underlined) -> Gold | None:
    """The attribution as token indices; None if it has no cue, as 1 in 100 has not."""
    source, cue, content = (touched(tokens, underlined[role]) for role in ("source", "cue", "content"))
    if not len(cue):
        return None
    words = [text[tokens.start[i] : tokens.end[i]].lower() for i in cue]
    return Gold(source, np.arange(cue[0], cue[-1] + 1), content, act_of(words))


def touched(tokens: Tokens, spans: Iterable[Span]) -> Ints:
    """The words that the spans touch, and the punctuation that lies between two of them."""
    hit: set[int] = set()
    for begin, end in spans:
        low, high = np.searchsorted(tokens.end, begin, "right"), np.searchsorted(tokens.start, end, "left")
        hit.update(i for i in range(int(low), int(high)) if tokens.case[i] != MARK)
    words = sorted(hit)
    for left, right in pairwise(words):
        if all(tokens.case[i] == MARK for i in range(left + 1, right)):
            hit.update(range(left + 1, right))
    return np.array(sorted(hit), dtype=np.int64)


def hold_out(examples: Sequence[Example], count: int) -> tuple[list[Example], list[Example]]:
    """The examples to train on, and `count` of one annotator to choose on, picked by their names' hash."""
    single = sorted(
        (e.name for e in examples if len(e.golds) == 1), key=lambda name: hashlib.sha256(name.encode()).hexdigest()
    )
    held = set(single[:count])
    return [e for e in examples if e.name not in held], [e for e in examples if e.name in held]


def stretches(indices: Ints) -> list[Ints]:
    """Runs of consecutive indices."""
    return np.split(indices, np.flatnonzero(np.diff(indices) > 1) + 1) if len(indices) else []
