"""Articles to tensors: padded windows, the encoder's hidden rows, and the views of cues."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from sayso.read.learned.decode import IMPOSSIBLE
from sayso.read.learned.tokens import Ints, Tokens
from sayso.read.learned.windows import NO_CASE, Views, Window, cut_windows, view_cues

from .network import Encoder

CLS, SEP = 101, 102
WINDOWS_AT_ONCE = 4
VIEWS_AT_ONCE = 40


@dataclass(frozen=True, slots=True)
class Encoded:
    """Hidden rows of every token of several articles, one after another, and the windows they came from."""

    hidden: Tensor
    windows: list[slice]


def encode(encoder: Encoder, articles: Iterable[Tokens], device: torch.device) -> Encoded:
    """Run the encoder over all windows, those of like length together."""
    windows: list[Window] = []
    places: list[slice] = []
    offset = 0
    for tokens in articles:
        for window in cut_windows(tokens, CLS, SEP):
            windows.append(window)
            places.append(slice(window.tokens.start + offset, window.tokens.stop + offset))
        offset += len(tokens)
    order = sorted(range(len(windows)), key=lambda i: len(windows[i].ids))
    rows: dict[int, Tensor] = {}
    for begin in range(0, len(order), WINDOWS_AT_ONCE):
        chosen = order[begin : begin + WINDOWS_AT_ONCE]
        hidden = run_encoder(encoder, [windows[i] for i in chosen], device)
        for i, row in zip(chosen, hidden, strict=True):
            rows[i] = row[torch.from_numpy(windows[i].first).to(device)]
    return Encoded(torch.cat([rows[i] for i in range(len(windows))]), places)


def run_encoder(encoder: Encoder, windows: Sequence[Window], device: torch.device) -> Tensor:
    """Hidden rows (windows, pieces, size)."""
    inside = pad([np.ones(len(w.ids), dtype=np.int64) for w in windows]).to(device)
    mask = torch.where(inside > 0, 0.0, IMPOSSIBLE)[:, None, None, :]
    ids, quote, edge = (pad([getattr(w, name) for w in windows]).to(device) for name in ("ids", "quote", "edge"))
    hidden: Tensor = encoder(ids, pad([w.case for w in windows], NO_CASE).to(device), quote, edge, mask)
    return hidden


def pad(rows: Sequence[Ints], fill: int = 0) -> Tensor:
    """Rows of unequal length as one tensor, filled on the right."""
    out = np.full((len(rows), max(map(len, rows))), fill, dtype=np.int64)
    for into, row in zip(out, rows, strict=True):
        into[: len(row)] = row
    return torch.from_numpy(out)


@dataclass(frozen=True, slots=True)
class Part:
    """Some cues of one article: which of the batch's cues they are, and their views."""

    cues: list[int]
    views: Views


def cut_parts(articles: Iterable[Tokens], cues: Sequence[Ints]) -> list[Part]:
    """The views of a batch's cues, article by article; tokens are counted through the batch."""
    parts, low = [], 0
    for tokens in articles:
        high = low + len(tokens)
        mine = sorted((i for i, cue in enumerate(cues) if low <= cue[0] < high), key=lambda i: int(cues[i][0]))
        others = np.zeros(len(tokens), dtype=np.int64)
        for i in mine:
            others[cues[i] - low] = 1
        for begin in range(0, len(mine), VIEWS_AT_ONCE):
            chosen = mine[begin : begin + VIEWS_AT_ONCE]
            views = view_cues([cues[i] - low for i in chosen], others, tokens.paragraph)
            parts.append(Part(chosen, Views(views.index + low, views.mark, views.distance, views.paragraphs)))
        low = high
    return parts


def view_tensors(views: Views, device: torch.device) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """The reader's inputs after the hidden rows."""
    index, mark, distance, paragraphs = (
        torch.from_numpy(x).to(device) for x in (views.index, views.mark, views.distance, views.paragraphs)
    )
    return index, mark, distance, paragraphs
