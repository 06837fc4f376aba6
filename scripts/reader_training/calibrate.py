"""Fit what the text alone cannot tell: how many cues to find, and how sure to be, on articles held out."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch

from .brat import ROLES
from .corpus import Example
from .measure import Score, match, same_source, words
from .network import Network
from .reading import decoding_of, found_spans, gold_spans, read_tokens

BIASES = (0.0, 0.3, 0.6, 0.9, 1.2)
LEASTS = (0.0, 0.2, 0.3, 0.4)
ROUNDS, RIDGE = 50, 1e-3

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Calibration:
    """The cue bias of the best who-said-what, the weights of the confidence, and how sure to be at least."""

    cue_bias: float
    confidence: tuple[float, float, float, float]
    least: float


def calibrate(net: Network, held: Sequence[Example], device: torch.device) -> Calibration:
    """Try each bias, fit the confidence at the best, then try how little of it is still worth keeping."""
    net.eval()
    tried = {bias: read_held(net, held, device, bias) for bias in BIASES}
    best = max(BIASES, key=lambda bias: tried[bias][0])
    _, margins, right = tried[best]
    weights = fit_logistic(margins, right)
    cue, valid, content, constant = (round(float(w), 4) for w in weights)
    wanted = sum(len(example.golds[0]) for example in held)
    chances = 1 / (1 + np.exp(-np.column_stack([margins, np.ones(len(margins))]) @ weights))
    least = max(LEASTS, key=lambda low: right[chances >= low].sum() / ((chances >= low).sum() + wanted))
    return Calibration(best, (cue, valid, content, constant), least)


def read_held(net: Network, held: Sequence[Example], device: torch.device, bias: float) -> tuple[float, Floats, Floats]:
    """F1 of who said what; the margins of every attribution read; and whether each was right."""
    score, margins, right = Score(), [], []
    decoding = decoding_of(net, bias)
    for example in held:
        found = read_tokens(net, example.tokens, decoding, device)
        gold, read = gold_spans(example), [found_spans(example.tokens, f) for f in found]
        score.add(example.text, gold, read)
        wanted, got = ([{r: words(example.text, a[r]) for r in ROLES} for a in side] for side in (gold, read))
        pairs = match([a["content"] for a in wanted], [a["content"] for a in got])
        hits = {j for i, j, overlap in pairs if overlap >= 0.5 and same_source(wanted[i], got[j])}
        margins += [(f.margins.cue, f.margins.valid, f.margins.content) for f in found]
        right += [float(j in hits) for j in range(len(found))]
    return score.report()["who said what"][2], np.array(margins), np.array(right)


def fit_logistic(margins: Floats, right: Floats) -> Floats:
    """Weights of the margins and a constant, by Newton's method."""
    columns = np.column_stack([margins, np.ones(len(margins))])
    weights = np.zeros(columns.shape[1])
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-columns @ weights))
        curve = (columns * (chance * (1 - chance))[:, None]).T @ columns + RIDGE * np.eye(len(weights))
        weights = weights + np.linalg.solve(curve, columns.T @ (right - chance) - RIDGE * weights)
    return weights
