"""Tag sequences out of scores: the Viterbi algorithm over legal tags, and which cue owns a word."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sayso.read.learned.tokens import Ints

Floats = npt.NDArray[np.float32]

Flags = npt.NDArray[np.bool_]

OUT, BEGIN, IN = range(3)
"""Tags of a cue."""

NEITHER, SOURCE_BEGIN, SOURCE_IN, CONTENT_BEGIN, CONTENT_IN = range(5)
"""Tags of the tokens around one cue."""
ROLE_TAGS = 5

IMPOSSIBLE = -1e4


@dataclass(frozen=True, slots=True)
class Chain:
    """Learned scores of a tag at the start and of one tag after another; illegal ones are `IMPOSSIBLE`."""

    start: Floats
    step: Floats


def viterbi(scores: Floats, lengths: Ints, chain: Chain) -> Ints:
    """The best tags of each row of `scores` (rows, length, tags); rows are padded on the right."""
    rows, longest, tags = scores.shape
    best = scores[:, 0] + chain.start
    back = np.zeros((rows, longest, tags), dtype=np.int64)
    kept = np.broadcast_to(np.arange(tags), (rows, tags))
    for t in range(1, longest):
        ways = best[:, :, None] + chain.step
        inside = (t < lengths)[:, None]
        back[:, t] = np.where(inside, ways.argmax(1), kept)
        best = np.where(inside, ways.max(1) + scores[:, t], best)
    path = np.zeros((rows, longest), dtype=np.int64)
    path[:, -1] = best.argmax(1)
    everyone = np.arange(rows)
    for t in range(longest - 1, 0, -1):
        path[:, t - 1] = back[everyone, t, path[:, t]]
    return path


def runs(tags: Ints, begin: int, inside: int) -> list[Ints]:
    """Indices of each stretch tagged `begin inside*`."""
    out: list[list[int]] = []
    for i, tag in enumerate(tags.tolist()):
        if tag == begin:
            out.append([i])
        elif tag == inside and out:
            out[-1].append(i)
    return [np.array(run, dtype=np.int64) for run in out]


def lost_words(index: Ints, tags: Ints, claim: Floats) -> Flags:
    """Which content tags of each row belong to another row: a stretch goes to the row that claims it most.

    `index` (rows, length) names the tokens, `tags` are theirs, `claim` is how strongly each row
    holds each token as content. Rows are compared by their mean claim on all the tokens that two
    of them share, so a contested stretch is never cut in pieces.
    """
    content: Flags = (tags == CONTENT_BEGIN) | (tags == CONTENT_IN)
    lost: Flags = np.zeros(content.shape, dtype=np.bool_)
    held = [dict(zip(index[r, c].tolist(), claim[r, c].tolist(), strict=True)) for r, c in enumerate(content)]
    owners: dict[int, list[int]] = {}
    for row, tokens in enumerate(held):
        for token in tokens:
            owners.setdefault(token, []).append(row)
    rivals = sorted({(a, b) for rows in owners.values() for a in rows for b in rows if a < b})
    for a, b in rivals:
        shared = held[a].keys() & held[b].keys()
        loser = a if sum(held[a][t] for t in shared) < sum(held[b][t] for t in shared) else b
        lost[loser] |= content[loser] & np.isin(index[loser], list(shared))
    return lost
