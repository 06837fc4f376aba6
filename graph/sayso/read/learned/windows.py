"""Cut tokens into the windows that the encoder sees and the views that the reader sees of each cue."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from sayso.read.learned.tokens import Ints, Tokens, quotation

WINDOW_PIECES = 254
NO_CASE = 6
"""The letter case of `[CLS]` and `[SEP]`."""

LONGEST_WORD = 24
"""A token of more pieces keeps its first ones: it is a web address or noise."""

BEFORE, AFTER = 64, 96
"""How many tokens a view holds on each side of its cue; 99 % of PolNeAR's contents fit."""

FAR = 4
"""Paragraph distances beyond this many count as this many."""

PADDING, NO_CUE, THIS_CUE, OTHER_CUE = range(4)
"""What a token of a view is."""


@dataclass(frozen=True, slots=True)
class Window:
    """One encoder input: rows `[CLS] pieces [SEP]`, and where each token's first piece stands."""

    ids: Ints
    case: Ints
    quote: Ints
    edge: Ints
    first: Ints
    tokens: slice


def cut_windows(tokens: Tokens, cls: int, sep: int) -> Iterator[Window]:
    """Windows of at most `WINDOW_PIECES` pieces, cut between paragraphs where possible."""
    quote = quotation(tokens.quote_kind, tokens.paragraph)
    edges = paragraph_edges(tokens.paragraph)
    sizes = np.array([min(len(p), LONGEST_WORD) for p in tokens.pieces], dtype=np.int64)
    for begin, end in window_bounds(tokens.paragraph, sizes):
        where = slice(begin, end)
        n = sizes[where]
        total = int(n.sum())
        ids = np.full(total + 2, sep, dtype=np.int64)
        ids[0] = cls
        ids[1:-1] = [i for p in tokens.pieces[where] for i in p[:LONGEST_WORD]]
        first = 1 + np.cumsum(n) - n
        edge = np.zeros(total + 2, dtype=np.int64)
        edge[first] = edges[where]
        case, inside = np.full(total + 2, NO_CASE), np.zeros(total + 2, dtype=np.int64)
        case[1:-1], inside[1:-1] = np.repeat(tokens.case[where], n), np.repeat(quote[where], n)
        yield Window(ids, case, inside, edge, first, where)


def paragraph_edges(paragraph: Ints) -> Ints:
    """1 where a paragraph begins, else 0."""
    return np.diff(paragraph, prepend=-1).astype(bool).astype(np.int64)


def window_bounds(paragraph: Ints, sizes: Ints) -> Iterator[tuple[int, int]]:
    """Half-open token ranges, each within `WINDOW_PIECES` pieces."""
    ends = np.flatnonzero(np.diff(paragraph, append=-1)) + 1
    reach = np.concatenate([[0], np.cumsum(sizes)])
    begin, count = 0, len(sizes)
    while begin < count:
        limit = int(np.searchsorted(reach, reach[begin] + WINDOW_PIECES, side="right")) - 1
        last = int(np.searchsorted(ends, limit, side="right")) - 1
        end = int(ends[last]) if last >= 0 and ends[last] > begin else limit
        yield begin, end
        begin = end


@dataclass(frozen=True, slots=True)
class Views:
    """What the reader sees, one row a cue: token indices, what each token is, how far it stands."""

    index: Ints
    mark: Ints
    distance: Ints
    paragraphs: Ints


def view_cues(cues: list[Ints], others: Ints, paragraph: Ints) -> Views:
    """The views of `cues` (token indices); `others` is 1 at tokens of any cue."""
    count = len(paragraph)
    lows = [max(0, int(c[0]) - BEFORE) for c in cues]
    highs = [min(count, int(c[-1]) + 1 + AFTER) for c in cues]
    width = max(h - b for b, h in zip(lows, highs, strict=True))
    shape = (len(cues), width)
    views = Views(*(np.zeros(shape, dtype=np.int64) for _ in range(4)))
    for row, (cue, low, high) in enumerate(zip(cues, lows, highs, strict=True)):
        here, n = np.arange(low, high), high - low
        views.index[row, :n] = here
        views.mark[row, :n] = np.where(others[low:high] > 0, OTHER_CUE, NO_CUE)
        views.mark[row, cue - low] = THIS_CUE
        steps = np.minimum(here - cue[0], 0) + np.maximum(here - cue[-1], 0)
        views.distance[row, :n] = np.clip(steps, -BEFORE, AFTER) + BEFORE
        apart = np.clip(paragraph[low:high] - paragraph[cue[0]], -FAR, FAR)
        views.paragraphs[row, :n] = apart + FAR
    return views
