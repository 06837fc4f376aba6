"""What training minimises, each part per attribution: cues, roles around gold cues, invented cues, acts."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional
from torch.nn.utils.rnn import pad_sequence

from sayso.read.learned.decode import BEGIN, CONTENT_BEGIN, IN, SOURCE_BEGIN
from sayso.read.learned.tokens import Ints, Tokens
from sayso.read.learned.windows import Views

from .batches import Encoded, cut_parts, encode, pad, view_tensors
from .corpus import Gold
from .network import Network

LEAST = 20
"""A batch with fewer attributions counts as one with this many, or its long plain text would shout."""
FLAT, ACT, VALID = 0.3, 0.5, 0.5
"""Weights of the parts beside cues and roles, which weigh 1."""
LIKELY, SHARE, LONGEST = 0.15, 0.2, 8
"""Invented cues: tokens the tagger thinks likely, at most this share of the gold, of at most this length."""

Article = tuple[Tokens, tuple[Gold, ...]]


@dataclass(frozen=True, slots=True)
class Batch:
    """Several articles in one count of tokens."""

    articles: list[Tokens]
    golds: list[Gold]
    length: int

    @classmethod
    def of(cls, articles: Sequence[Article]) -> "Batch":
        """Shift each article's attributions behind those before it."""
        golds, offset = [], 0
        for tokens, own in articles:
            golds += [Gold(g.source + offset, g.cue + offset, g.content + offset, g.speech) for g in own]
            offset += len(tokens)
        return cls([tokens for tokens, _ in articles], golds, offset)


def measure(net: Network, batch: Batch, device: torch.device, rng: random.Random, *, invent: bool) -> dict[str, Tensor]:
    """The parts of the loss by name; `invent` adds cues that the tagger invents."""
    with torch.autocast(device.type, torch.bfloat16):
        encoded = encode(net.encoder, batch.articles, device)
        cue, flat, act = (tag(encoded.hidden).float() for tag in (net.encoder.cue, net.encoder.flat, net.encoder.act))
    count = max(LEAST, len(batch.golds))
    cue_tags, flat_tags = flat_gold(batch)
    loss = {
        "cue": cue_loss(net, encoded, cue, cue_tags) / count,
        "flat": FLAT * functional.cross_entropy(flat, torch.from_numpy(flat_tags).to(device), reduction="sum") / count,
    }
    known = [g for g in batch.golds if g.speech is not None]
    if known:
        means = torch.stack([act[g.cue[0] : g.cue[-1] + 1, 0].mean() for g in known])
        truth = torch.tensor([float(bool(g.speech)) for g in known], device=device)
        loss["act"] = ACT * functional.binary_cross_entropy_with_logits(means, truth, reduction="sum") / count
    invented = invent_cues(cue, cue_tags, len(batch.golds), rng) if invent else []
    if batch.golds or invented:
        roles, valid = reader_losses(net, encoded.hidden, batch, invented)
        loss["roles"], loss["valid"] = roles / count, VALID * valid / max(LEAST, len(batch.golds) + len(invented))
    return loss


def flat_gold(batch: Batch) -> tuple[Ints, Ints]:
    """Cue tags and role tags of every token, whichever cue it belongs to."""
    cues, roles = np.zeros(batch.length, dtype=np.int64), np.zeros(batch.length, dtype=np.int64)
    for gold in batch.golds:
        mark(cues, gold.cue, BEGIN)
        mark(roles, gold.source, SOURCE_BEGIN)
        mark(roles, gold.content, CONTENT_BEGIN)
    return cues, roles


def mark(tags: Ints, indices: Ints, begin: int) -> None:
    """Tag each stretch of `indices` with `begin`, then the tag after it."""
    tags[indices] = begin + 1
    tags[indices[np.diff(indices, prepend=-9) > 1]] = begin


def cue_loss(net: Network, encoded: Encoded, scores: Tensor, tags: Ints) -> Tensor:
    """Negative log likelihood of the cue tags, window by window; a cue cut by a window begins anew in the next."""
    tags = tags.copy()
    starts = np.array([w.start for w in encoded.windows])
    tags[starts[tags[starts] == IN]] = BEGIN
    rows = pad_sequence([scores[w] for w in encoded.windows], batch_first=True)
    truth = pad([tags[w] for w in encoded.windows]).to(scores.device)
    inside = pad([np.ones(w.stop - w.start, dtype=np.int64) for w in encoded.windows]).to(scores.device) > 0
    return net.encoder.cue_chain.loss(rows, truth, inside).sum()


def invent_cues(scores: Tensor, tags: Ints, golds: int, rng: random.Random) -> list[Ints]:
    """Stretches that the tagger takes for cues and annotators did not."""
    likely = 1 - scores.detach().softmax(-1)[:, 0].cpu().numpy()
    likely[tags > 0] = 0
    hot = np.flatnonzero(likely > LIKELY)
    if not len(hot):
        return []
    stretches = np.split(hot, np.flatnonzero(np.diff(hot) > 1) + 1)
    rng.shuffle(stretches)
    return [stretch[:LONGEST] for stretch in stretches[: max(2, int(SHARE * golds))]]


def reader_losses(net: Network, hidden: Tensor, batch: Batch, invented: list[Ints]) -> tuple[Tensor, Tensor]:
    """Role loss around gold cues, and validity loss of gold and invented cues, both summed."""
    golds = batch.golds
    roles_loss = valid_loss = torch.zeros((), device=hidden.device)
    for part in cut_parts(batch.articles, [*(g.cue for g in golds), *invented]):
        with torch.autocast(hidden.device.type, torch.bfloat16):
            roles, valid = net.reader(hidden, *view_tensors(part.views, hidden.device))
        truth = torch.tensor([float(i < len(golds)) for i in part.cues], device=hidden.device)
        valid_loss = valid_loss + functional.binary_cross_entropy_with_logits(valid.float(), truth, reduction="sum")
        rows = [row for row, i in enumerate(part.cues) if i < len(golds)]
        if rows:
            tags = role_tags(part.views, rows, [golds[part.cues[row]] for row in rows])
            inside = torch.from_numpy(part.views.mark[rows] > 0).to(hidden.device)
            chain = net.reader.role_chain
            roles_loss = roles_loss + chain.loss(roles.float()[rows], tags.to(hidden.device), inside).sum()
    return roles_loss, valid_loss


def role_tags(views: Views, rows: list[int], golds: list[Gold]) -> Tensor:
    """The role tags of the views of gold cues; words beyond a view are left out."""
    tags = np.zeros((len(rows), views.index.shape[1]), dtype=np.int64)
    for into, row, gold in zip(tags, rows, golds, strict=True):
        width = int((views.mark[row] > 0).sum())
        for indices, begin in ((gold.source, SOURCE_BEGIN), (gold.content, CONTENT_BEGIN)):
            here = indices - views.index[row, 0]
            mark(into, here[(here >= 0) & (here < width)], begin)
    return torch.from_numpy(tags)
