"""Articles as they are printed elsewhere: other quotation marks or none, other letter case, no line breaks."""

import random
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from sayso.read.learned.tokens import (
    CLOSING,
    LOWER,
    NUMBER,
    OPENING,
    PLAIN,
    STRAIGHT,
    TITLE,
    UPPER,
    Ints,
    Tokens,
)

from .corpus import Gold

Flags = npt.NDArray[np.bool_]
Pieces = tuple[int, ...]

STRIPPED, RESTYLED = 0.14, 0.16
"""How often quotation marks are dropped, and how often they are swapped for the other style."""
SHORTENED, EXCERPT = 0.25, 4
"""How often an article is cut into excerpts, and of how many paragraphs at most: short texts are read too."""
NAME_HIDDEN, WORD_HIDDEN = 0.05, 0.015


@dataclass(frozen=True, slots=True)
class Marks:
    """The piece ids of the marks that are swapped or dropped."""

    straight: Pieces
    opening: Pieces
    closing: Pieces
    comma: Pieces
    apostrophe: Pieces
    curly_apostrophe: Pieces
    mask: Pieces

    @classmethod
    def of(cls, tokenizer: Tokenizer) -> "Marks":
        """Look the marks up."""
        signs = ('"', "“", "”", ",", "'", "’", "[MASK]")
        return cls(*(tuple(tokenizer.encode(s, add_special_tokens=False).ids) for s in signs))


def augment(
    tokens: Tokens, golds: tuple[Gold, ...], marks: Marks, rng: random.Random
) -> tuple[Tokens, tuple[Gold, ...]]:
    """The article with some of its print changed; the attributions follow."""
    keep = np.ones(len(tokens), dtype=np.bool_)
    chance = rng.random()
    kind, pieces = tokens.quote_kind, list(tokens.pieces)
    if chance < STRIPPED:
        keep = stripped(tokens, marks, rng)
    elif chance < STRIPPED + RESTYLED:
        kind, pieces = restyled(tokens, marks)
    hidden = hide(tokens, pieces, marks, rng)
    paragraph = np.zeros_like(tokens.paragraph) if rng.random() < 0.08 else tokens.paragraph
    changed = Tokens(tokens.start, tokens.end, paragraph, recased(tokens, rng), kind, hidden)
    return (changed, golds) if keep.all() else subset(changed, golds, keep)


def excerpts(tokens: Tokens, golds: tuple[Gold, ...], rng: random.Random) -> list[tuple[Tokens, tuple[Gold, ...]]]:
    """The article whole, or now and then as several short ones, an attribution with the one that holds its cue."""
    if not len(tokens) or rng.random() >= SHORTENED:
        return [(tokens, golds)]
    last, first, parts = int(tokens.paragraph[-1]), 0, []
    while first <= last:
        end = first + rng.randint(1, EXCERPT)
        keep: Flags = (tokens.paragraph >= first) & (tokens.paragraph < end)
        if keep.any():
            parts.append(subset(tokens, golds, keep))
        first = end
    return parts


def stripped(tokens: Tokens, marks: Marks, rng: random.Random) -> Flags:
    """Which tokens stay when quotation marks go, and perhaps apostrophes and most commas with them."""
    keep: Flags = tokens.quote_kind == PLAIN
    thorough = rng.random()
    if thorough < 0.7:
        keep &= np.array([p not in (marks.apostrophe, marks.curly_apostrophe) for p in tokens.pieces])
    if thorough < 0.55:
        keep &= np.array([p != marks.comma or rng.random() < 0.1 for p in tokens.pieces])
    return keep


def restyled(tokens: Tokens, marks: Marks) -> tuple[Ints, list[Pieces]]:
    """Curly quotation marks and apostrophes for straight ones, and the other way round."""
    swap = {marks.apostrophe: marks.curly_apostrophe, marks.curly_apostrophe: marks.apostrophe}
    kind, pieces = tokens.quote_kind.copy(), [swap.get(p, p) for p in tokens.pieces]
    inside, paragraph = False, -1
    for i in np.flatnonzero(kind):
        if tokens.paragraph[i] != paragraph:
            inside, paragraph = False, int(tokens.paragraph[i])
        if kind[i] == STRAIGHT:
            inside = not inside
            kind[i], pieces[i] = (OPENING, marks.opening) if inside else (CLOSING, marks.closing)
        else:
            kind[i], pieces[i] = STRAIGHT, marks.straight
    return kind, pieces


def recased(tokens: Tokens, rng: random.Random) -> Ints:
    """All capitals, no capitals, or a headline in capitals."""
    case, words = tokens.case.copy(), tokens.case < NUMBER
    chance = rng.random()
    if chance < 0.08:
        case[words] = UPPER if chance < 0.04 else LOWER
    elif chance < 0.16:
        case[words & (tokens.paragraph == 0)] = rng.choice([UPPER, TITLE])
    return case


def hide(tokens: Tokens, pieces: list[Pieces], marks: Marks, rng: random.Random) -> tuple[Pieces, ...]:
    """Some names and a few other words are masked, so that the reader leans on structure."""
    named = (tokens.case == TITLE) | (tokens.case == UPPER)
    chances = np.where(named, NAME_HIDDEN, WORD_HIDDEN).tolist()
    return tuple(marks.mask if rng.random() < c else p for p, c in zip(pieces, chances, strict=True))


def subset(tokens: Tokens, golds: tuple[Gold, ...], keep: Flags) -> tuple[Tokens, tuple[Gold, ...]]:
    """Only the tokens that stay; an attribution whose cue goes, goes."""
    place = np.cumsum(keep) - 1
    pieces = tuple(p for p, k in zip(tokens.pieces, keep.tolist(), strict=True) if k)
    fewer = Tokens(
        tokens.start[keep], tokens.end[keep], tokens.paragraph[keep], tokens.case[keep], tokens.quote_kind[keep], pieces
    )

    def move(indices: Ints) -> Ints:
        moved: Ints = place[indices[keep[indices]]]
        return moved

    moved = (Gold(move(g.source), move(g.cue), move(g.content), g.speech) for g in golds)
    return fewer, tuple(g for g in moved if len(g.cue))
