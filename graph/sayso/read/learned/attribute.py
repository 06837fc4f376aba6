"""From scores to attributions: which words are a cue, and which words belong to it."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from sayso.read.learned.decode import (
    BEGIN,
    CONTENT_BEGIN,
    CONTENT_IN,
    IMPOSSIBLE,
    IN,
    NEITHER,
    OUT,
    SOURCE_BEGIN,
    SOURCE_IN,
    Chain,
    Floats,
    lost_words,
    runs,
    viterbi,
)
from sayso.read.learned.tokens import Ints
from sayso.read.learned.windows import Views, view_cues

VIEWS_AT_ONCE = 16
WINDOWS_AT_ONCE = 64
CONTENT_TAGS = [CONTENT_BEGIN, CONTENT_IN]


@dataclass(frozen=True, slots=True)
class Decoding:
    """What decoding needs besides the scores.

    `cue_bias` is added to the score of a cue beginning: above 0 finds more cues. `confidence`
    weighs the three margins and a constant; it is fitted on articles held out of training.
    An attribution less sure than `least` is dropped.
    """

    cues: Chain
    roles: Chain
    cue_bias: float
    confidence: tuple[float, float, float, float]
    least: float


@dataclass(frozen=True, slots=True)
class Cue:
    """The tokens of a cue, and by how much the tagger preferred them to be one."""

    tokens: Ints
    margin: float


@dataclass(frozen=True, slots=True)
class Margins:
    """How sure the cue tagger, the reader of the cue and the reader of the content are, as log odds."""

    cue: float
    valid: float
    content: float


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution as token indices, each role's runs in text order; `chance` is its confidence."""

    cue: Ints
    source: list[Ints]
    content: list[Ints]
    margins: Margins
    chance: float


Reader = Callable[[Views], tuple[Floats, Floats]]
"""Scores of the roles (cues, length, 5), and of each cue being one (cues)."""


def find_cues(scores: Floats, windows: Sequence[slice], decoding: Decoding) -> list[Cue]:
    """Every cue; `scores` (tokens, 3) are decoded window by window."""
    out: list[Cue] = []
    margins = scores[:, BEGIN:].max(1) - scores[:, OUT]
    for batch in (windows[i : i + WINDOWS_AT_ONCE] for i in range(0, len(windows), WINDOWS_AT_ONCE)):
        lengths = np.array([w.stop - w.start for w in batch], dtype=np.int64)
        padded = np.zeros((len(batch), int(lengths.max()), scores.shape[1]), dtype=np.float32)
        for row, window in zip(padded, batch, strict=True):
            row[: window.stop - window.start] = scores[window]
        padded[:, :, BEGIN] += decoding.cue_bias
        tags = viterbi(padded, lengths, decoding.cues)
        for row_tags, length, window in zip(tags, lengths, batch, strict=True):
            found = [run + window.start for run in runs(row_tags[:length], BEGIN, IN)]
            out += [Cue(run, float(margins[run].mean())) for run in found]
    return out


def attribute(cues: list[Cue], paragraph: Ints, reader: Reader, decoding: Decoding) -> list[Found]:
    """Give each cue its source and content; contents are not shared, sources may be."""
    others = np.zeros(len(paragraph), dtype=np.int64)
    for cue in cues:
        others[cue.tokens] = 1
    found: list[Found] = []
    for begin in range(0, len(cues), VIEWS_AT_ONCE):
        batch = cues[begin : begin + VIEWS_AT_ONCE]
        views = view_cues([cue.tokens for cue in batch], others, paragraph)
        roles, valid = reader(views)
        found += assign_words(batch, views, roles, valid, decoding)
    return found


def assign_words(cues: list[Cue], views: Views, roles: Floats, valid: Floats, decoding: Decoding) -> list[Found]:
    """Decode the views of neighbouring cues together, so that no content word is given twice."""
    lengths = (views.mark > 0).sum(1)
    claim = roles[:, :, CONTENT_TAGS].max(2) - roles[:, :, NEITHER]
    tags = viterbi(roles, lengths, decoding.roles)
    tags[views.mark == 0] = NEITHER
    lost = lost_words(views.index, tags, claim)
    if lost.any():
        roles = roles.copy()
        roles[:, :, CONTENT_TAGS] += np.where(lost, IMPOSSIBLE, 0).astype(np.float32)[:, :, None]
        tags = viterbi(roles, lengths, decoding.roles)
    out = []
    for row, cue in enumerate(cues):
        here, row_tags = views.index[row], tags[row, : lengths[row]]
        content = runs(row_tags, CONTENT_BEGIN, CONTENT_IN)
        if content:
            sureness = float(claim[row, np.concatenate(content)].mean())
            margins = Margins(cue.margin, float(valid[row]), sureness)
            chance = confidence(margins, decoding)
            if chance >= decoding.least:
                source = [here[run] for run in runs(row_tags, SOURCE_BEGIN, SOURCE_IN)]
                out.append(Found(cue.tokens, source, [here[run] for run in content], margins, chance))
    return out


def confidence(margins: Margins, decoding: Decoding) -> float:
    """The chance that an attribution is right, by logistic regression on its margins."""
    cue, valid, content, constant = decoding.confidence
    return 1 / (1 + math.exp(-(cue * margins.cue + valid * margins.valid + content * margins.content + constant)))
