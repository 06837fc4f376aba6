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
from .network import Belief, Network, TagChain

LEAST = 20
"""A batch with fewer attributions counts as one with this many, or its long plain text would shout."""
FLAT, ACT, VALID = 0.3, 0.5, 0.5
"""Weights of the parts beside cues and roles, which weigh 1."""
LIKELY, SHARE, LONGEST = 0.15, 0.2, 8
"""Invented cues: tokens the tagger thinks likely, at most this share of the gold, of at most this length."""

TAUGHT = 0.5
"""How much of what teachers and annotators say comes from the teachers."""

Inputs = tuple[Tensor, Tensor, Tensor, Tensor]
"""What the reader is given beside the hidden rows."""

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


@dataclass(frozen=True, slots=True)
class Teacher:
    """A trained network and what it makes of a batch: hidden rows, cue scores."""

    net: Network
    hidden: Tensor
    cue: Tensor


def measure(
    net: Network,
    batch: Batch,
    device: torch.device,
    rng: random.Random,
    *,
    invent: bool,
    teachers: Sequence[Network] = (),
) -> dict[str, Tensor]:
    """The parts of the loss by name; `invent` adds cues that the tagger invents.

    With teachers, cues, roles and validity are learned half from the annotators and half from
    what the teachers believe on average (Hinton et al. 2015), their chains' marginals included.
    """
    with torch.autocast(device.type, torch.bfloat16):
        encoded = encode(net.encoder, batch.articles, device)
        cue, flat, act = (tag(encoded.hidden).float() for tag in (net.encoder.cue, net.encoder.flat, net.encoder.act))
    taught = [listen(teacher, batch, device) for teacher in teachers]
    count = max(LEAST, len(batch.golds))
    cue_tags, flat_tags = flat_gold(batch)
    loss = {
        "cue": cue_loss(net, encoded, cue, cue_tags, taught) / count,
        "flat": FLAT * functional.cross_entropy(flat, torch.from_numpy(flat_tags).to(device), reduction="sum") / count,
    }
    known = [g for g in batch.golds if g.speech is not None]
    if known:
        means = torch.stack([act[g.cue[0] : g.cue[-1] + 1, 0].mean() for g in known])
        truth = torch.tensor([float(bool(g.speech)) for g in known], device=device)
        loss["act"] = ACT * functional.binary_cross_entropy_with_logits(means, truth, reduction="sum") / count
    invented = invent_cues(cue, cue_tags, batch, rng) if invent else []
    if batch.golds or invented:
        roles, valid = reader_losses(net, encoded.hidden, batch, invented, taught)
        loss["roles"], loss["valid"] = roles / count, VALID * valid / max(LEAST, len(batch.golds) + len(invented))
    return loss


@torch.no_grad()
def listen(net: Network, batch: Batch, device: torch.device) -> Teacher:
    """What a teacher makes of a batch."""
    with torch.autocast(device.type, torch.bfloat16):
        encoded = encode(net.encoder, batch.articles, device)
        return Teacher(net, encoded.hidden, net.encoder.cue(encoded.hidden).float())


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


def cue_loss(net: Network, encoded: Encoded, scores: Tensor, tags: Ints, taught: Sequence[Teacher]) -> Tensor:
    """Loss of the cue tags, window by window; a cue cut by a window begins anew in the next."""
    tags = tags.copy()
    starts = np.array([w.start for w in encoded.windows])
    tags[starts[tags[starts] == IN]] = BEGIN
    truth = pad([tags[w] for w in encoded.windows]).to(scores.device)
    inside = pad([np.ones(w.stop - w.start, dtype=np.int64) for w in encoded.windows]).to(scores.device) > 0

    def rows(some: Tensor) -> Tensor:
        return pad_sequence([some[w] for w in encoded.windows], batch_first=True)

    beliefs = [teacher.net.encoder.cue_chain.belief(rows(teacher.cue), inside) for teacher in taught]
    return chain_loss(net.encoder.cue_chain, rows(scores), truth, inside, beliefs)


def chain_loss(chain: TagChain, scores: Tensor, tags: Tensor, inside: Tensor, beliefs: Sequence[Belief]) -> Tensor:
    """Loss of all rows against the gold tags and, where there are teachers, their mean belief."""
    gold = chain.loss(scores, tags, inside).sum()
    if not beliefs:
        return gold
    mean = Belief(*(torch.stack(parts).mean(0) for parts in zip(*beliefs, strict=True)))
    return torch.lerp(gold, chain.distance(scores, inside, mean), TAUGHT)


def invent_cues(scores: Tensor, tags: Ints, batch: Batch, rng: random.Random) -> list[Ints]:
    """Stretches that the tagger takes for cues and annotators did not; none runs from one article into the next."""
    likely = 1 - scores.detach().softmax(-1)[:, 0].cpu().numpy()
    likely[tags > 0] = 0
    hot = np.flatnonzero(likely > LIKELY)
    if not len(hot):
        return []
    article = np.repeat(np.arange(len(batch.articles)), [len(tokens) for tokens in batch.articles])
    apart = (np.diff(hot) > 1) | (np.diff(article[hot]) > 0)
    stretches = np.split(hot, np.flatnonzero(apart) + 1)
    rng.shuffle(stretches)
    return [stretch[:LONGEST] for stretch in stretches[: max(2, int(SHARE * len(batch.golds)))]]


def reader_losses(
    net: Network, hidden: Tensor, batch: Batch, invented: list[Ints], taught: Sequence[Teacher]
) -> tuple[Tensor, Tensor]:
    """Role loss around gold cues, and validity loss of gold and invented cues, both summed."""
    golds, device = batch.golds, hidden.device
    roles_loss = valid_loss = torch.zeros((), device=device)
    for part in cut_parts(batch.articles, [*(g.cue for g in golds), *invented]):
        views = view_tensors(part.views, device)
        roles, valid = look(net, hidden, views)
        with torch.no_grad():
            seen = [look(teacher.net, teacher.hidden, views) for teacher in taught]
        truth = torch.tensor([float(i < len(golds)) for i in part.cues], device=device)
        if seen:
            truth = torch.lerp(truth, torch.stack([v.sigmoid() for _, v in seen]).mean(0), TAUGHT)
        valid_loss = valid_loss + functional.binary_cross_entropy_with_logits(valid, truth, reduction="sum")
        rows = [row for row, i in enumerate(part.cues) if i < len(golds)]
        if rows:
            tags = role_tags(part.views, rows, [golds[part.cues[row]] for row in rows]).to(device)
            inside = torch.from_numpy(part.views.mark[rows] > 0).to(device)
            beliefs = [
                teacher.net.reader.role_chain.belief(scores[rows], inside)
                for teacher, (scores, _) in zip(taught, seen, strict=True)
            ]
            roles_loss = roles_loss + chain_loss(net.reader.role_chain, roles[rows], tags, inside, beliefs)
    return roles_loss, valid_loss


def look(net: Network, hidden: Tensor, views: Inputs) -> tuple[Tensor, Tensor]:
    """Role scores and validity of the cues that the views show."""
    with torch.autocast(hidden.device.type, torch.bfloat16):
        roles, valid = net.reader(hidden, *views)
    return roles.float(), valid.float()


def role_tags(views: Views, rows: list[int], golds: list[Gold]) -> Tensor:
    """The role tags of the views of gold cues; words beyond a view are left out."""
    tags = np.zeros((len(rows), views.index.shape[1]), dtype=np.int64)
    for into, row, gold in zip(tags, rows, golds, strict=True):
        width = int((views.mark[row] > 0).sum())
        for indices, begin in ((gold.source, SOURCE_BEGIN), (gold.content, CONTENT_BEGIN)):
            here = indices - views.index[row, 0]
            mark(into, here[(here >= 0) & (here < width)], begin)
    return torch.from_numpy(tags)
