"""The network: a BERT encoder with a cue tagger, and a reader that looks at the text from one cue.

The encoder runs once over a window. For each cue the reader adds to every hidden row around it what
the cue is, how far it stands and where other cues are, runs two small transformer layers, and scores
the roles of each token and whether the cue is one at all. Tags are decoded by linear chains.
"""

from pathlib import Path
from typing import NamedTuple, cast

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from sayso.read.learned.decode import IMPOSSIBLE, ROLE_TAGS
from sayso.read.learned.windows import AFTER, BEFORE, FAR, PADDING, THIS_CUE

HIDDEN, HEADS, LAYERS, INNER = 384, 12, 6, 1536
READ, READ_HEADS, READ_LAYERS, READ_INNER = 256, 8, 2, 640
CASES, QUOTES, EDGES, MARKS = 7, 3, 2, 4
CUE_TAGS = 3


class ChannelDropout(nn.Module):
    """Drops whole channels of a sequence: one draw a channel is cheap on a processor."""

    def __init__(self, chance: float) -> None:
        super().__init__()
        self.chance = chance

    def forward(self, rows: Tensor) -> Tensor:
        if not self.training:
            return rows
        keep = torch.rand(rows.shape[0], 1, rows.shape[2]) >= self.chance
        return rows * (keep.to(rows.dtype) / (1 - self.chance))


class Layer(nn.Module):
    """A transformer layer, normalised after each part as BERT's are."""

    def __init__(self, size: int, heads: int, inner: int, epsilon: float, dropout: float = 0.1) -> None:
        super().__init__()
        self.heads = heads
        self.qkv, self.out = nn.Linear(size, 3 * size), nn.Linear(size, size)
        self.up, self.down = nn.Linear(size, inner), nn.Linear(inner, size)
        self.norm1, self.norm2 = nn.LayerNorm(size, epsilon), nn.LayerNorm(size, epsilon)
        self.drop = ChannelDropout(dropout)

    def attend(self, rows: Tensor, mask: Tensor | None) -> Tensor:
        # Written out: on a processor this trains faster than torch's fused attention.
        batch, length, size = rows.shape
        narrow = size // self.heads
        query, key, value = self.qkv(rows).view(batch, length, 3, self.heads, narrow).permute(2, 0, 3, 1, 4)
        scores = torch.matmul(query * narrow**-0.5, key.transpose(-1, -2))
        weights = functional.softmax(scores if mask is None else scores + mask, -1)
        return cast(Tensor, self.out(torch.matmul(weights, value).transpose(1, 2).reshape(batch, length, size)))

    def forward(self, rows: Tensor, mask: Tensor | None = None) -> Tensor:
        rows = self.norm1(rows + self.drop(self.attend(rows, mask)))
        return cast(Tensor, self.norm2(rows + self.drop(self.down(functional.gelu(self.up(rows))))))


class TagChain(nn.Module):
    """A linear-chain conditional random field; what is not legal is impossible."""

    def __init__(self, tags: int, inner: dict[int, tuple[int, ...]]) -> None:
        """`inner` names each tag that may only follow certain others."""
        super().__init__()
        self.start, self.step = nn.Parameter(torch.zeros(tags)), nn.Parameter(torch.zeros(tags, tags))
        bad_start, bad_step = torch.zeros(tags, dtype=torch.bool), torch.zeros(tags, tags, dtype=torch.bool)
        for tag, before in inner.items():
            bad_start[tag] = True
            bad_step[:, tag] = True
            bad_step[list(before), tag] = False
        self.bad_start: Tensor
        self.bad_step: Tensor
        self.register_buffer("bad_start", bad_start)
        self.register_buffer("bad_step", bad_step)

    def scores(self) -> tuple[Tensor, Tensor]:
        """Scores of a tag at the start, and of one tag after another."""
        return (
            self.start.masked_fill(self.bad_start, IMPOSSIBLE),
            self.step.masked_fill(self.bad_step, IMPOSSIBLE),
        )

    def loss(self, scores: Tensor, tags: Tensor, inside: Tensor) -> Tensor:
        """Negative log likelihood of each row's tags; `inside` is true on a prefix of each row."""
        start, step = self.scores()
        weight = inside.float()
        gold = (scores.gather(2, tags[:, :, None])[:, :, 0] * weight).sum(1) + start[tags[:, 0]]
        gold = gold + (step[tags[:, :-1], tags[:, 1:]] * weight[:, 1:]).sum(1)
        return partition(scores, inside, start, step) - gold

    def distance(self, scores: Tensor, inside: Tensor, belief: "Belief") -> Tensor:
        """Cross-entropy of all rows together from what others believe, the expected negative log likelihood."""
        start, step = self.scores()
        expected = (scores * belief.tags).sum() + (start * belief.start).sum() + (step * belief.step).sum()
        return partition(scores, inside, start, step).sum() - expected

    def belief(self, scores: Tensor, inside: Tensor) -> "Belief":
        """What the chain believes: the gradient of the log partition is the expectation of each score's use."""
        start, step = (s.detach().requires_grad_() for s in self.scores())
        scores = scores.detach().requires_grad_()
        with torch.enable_grad():
            total = partition(scores, inside, start, step).sum()
        return Belief(*torch.autograd.grad(total, (scores, start, step)))


class Belief(NamedTuple):
    """Marginals of the tags (rows, length, tags), and how often each is expected to start and to follow another."""

    tags: Tensor
    start: Tensor
    step: Tensor


def partition(scores: Tensor, inside: Tensor, start: Tensor, step: Tensor) -> Tensor:
    """The log of the sum over all tag sequences of each row."""
    total = scores[:, 0] + start
    for here, valid in zip(scores.unbind(1)[1:], inside.unbind(1)[1:], strict=True):
        longer = torch.logsumexp(total[:, :, None] + step, 1) + here
        total = torch.where(valid[:, None], longer, total)
    return torch.logsumexp(total, 1)


class Encoder(nn.Module):
    """MiniLM with three features added to its input, and token-wise taggers on top."""

    def __init__(self) -> None:
        super().__init__()
        self.word, self.position = nn.Embedding(30522, HIDDEN), nn.Embedding(512, HIDDEN)
        self.kind = nn.Parameter(torch.zeros(HIDDEN))
        self.case, self.quote, self.edge = (nn.Embedding(n, HIDDEN) for n in (CASES, QUOTES, EDGES))
        for feature in (self.case, self.quote, self.edge):
            nn.init.zeros_(feature.weight)
        self.norm = nn.LayerNorm(HIDDEN, 1e-12)
        self.layers = nn.ModuleList(Layer(HIDDEN, HEADS, INNER, 1e-12) for _ in range(LAYERS))
        self.drop = ChannelDropout(0.1)
        self.cue, self.act, self.flat = (nn.Linear(HIDDEN, n) for n in (CUE_TAGS, 1, ROLE_TAGS))
        self.cue_chain = TagChain(CUE_TAGS, {2: (1, 2)})

    def forward(self, ids: Tensor, case: Tensor, quote: Tensor, edge: Tensor, mask: Tensor | None = None) -> Tensor:
        known = self.word(ids) + self.position.weight[: ids.shape[1]] + self.kind
        rows = self.drop(self.norm(known + self.case(case) + self.quote(quote) + self.edge(edge)))
        rows, mask = half(rows, mask)
        for layer in self.layers:
            rows = layer(rows, mask)
        return cast(Tensor, rows)


class Reader(nn.Module):
    """Scores of source and content around a cue, and of the cue being one."""

    def __init__(self) -> None:
        super().__init__()
        self.token, self.token_gate = nn.Linear(HIDDEN, READ), nn.Linear(HIDDEN, READ, bias=False)
        self.cue, self.cue_gate = (nn.Linear(HIDDEN, READ, bias=False) for _ in range(2))
        self.distance = nn.Embedding(BEFORE + AFTER + 1, READ)
        self.mark, self.paragraphs = nn.Embedding(MARKS, READ), nn.Embedding(2 * FAR + 1, READ)
        for place in (self.distance, self.mark, self.paragraphs):
            nn.init.normal_(place.weight, std=0.3)
        self.norm = nn.LayerNorm(READ)
        self.layers = nn.ModuleList(Layer(READ, READ_HEADS, READ_INNER, 1e-5) for _ in range(READ_LAYERS))
        self.roles, self.valid = nn.Linear(READ, ROLE_TAGS), nn.Linear(READ, 1)
        self.drop = ChannelDropout(0.1)
        self.role_chain = TagChain(ROLE_TAGS, {2: (1, 2), 4: (3, 4)})

    def forward(
        self, hidden: Tensor, index: Tensor, mark: Tensor, distance: Tensor, paragraphs: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Role scores (cues, length, tags) and validity (cues), from hidden rows and views (cues, length)."""
        token, gate = self.token(hidden), self.token_gate(hidden)
        this = (mark == THIS_CUE).to(hidden.dtype)[:, :, None]
        cue = (functional.embedding(index, hidden) * this).sum(1) / this.sum(1).clamp(min=1)
        seen = functional.embedding(index, token) + self.cue(cue)[:, None]
        seen = seen + functional.embedding(index, gate) * self.cue_gate(cue)[:, None]
        rows = self.drop(self.norm(seen + self.distance(distance) + self.mark(mark) + self.paragraphs(paragraphs)))
        rows, mask = half(rows, torch.where(mark == PADDING, IMPOSSIBLE, 0.0)[:, None, None, :])
        for layer in self.layers:
            rows = layer(rows, mask)
        this = this.to(rows.dtype)
        valid = self.valid((rows * this).sum(1) / this.sum(1).clamp(min=1))
        return self.roles(rows), valid[:, 0]


class Network(nn.Module):
    """Encoder and reader, trained together."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder, self.reader = Encoder(), Reader()


def half(rows: Tensor, mask: Tensor | None) -> tuple[Tensor, Tensor | None]:
    """In bfloat16 while training in mixed precision."""
    if not torch.is_autocast_enabled(rows.device.type):
        return rows, mask
    return rows.bfloat16(), None if mask is None else mask.bfloat16()


def load_minilm(encoder: Encoder, path: Path) -> None:
    """Fill the encoder with the weights of all-MiniLM-L6-v2 (safetensors)."""
    weights = load_file(path)
    encoder.word.weight.data.copy_(weights["embeddings.word_embeddings.weight"])
    encoder.position.weight.data.copy_(weights["embeddings.position_embeddings.weight"])
    encoder.kind.data.copy_(weights["embeddings.token_type_embeddings.weight"][0])
    parts = {"norm": "embeddings.LayerNorm"}
    for i in range(LAYERS):
        ours, theirs = f"layers.{i}", f"encoder.layer.{i}"
        parts[f"{ours}.out"] = f"{theirs}.attention.output.dense"
        parts[f"{ours}.norm1"] = f"{theirs}.attention.output.LayerNorm"
        parts[f"{ours}.up"] = f"{theirs}.intermediate.dense"
        parts[f"{ours}.down"] = f"{theirs}.output.dense"
        parts[f"{ours}.norm2"] = f"{theirs}.output.LayerNorm"
        for kind in ("weight", "bias"):
            stacked = [weights[f"{theirs}.attention.self.{name}.{kind}"] for name in ("query", "key", "value")]
            encoder.get_parameter(f"{ours}.qkv.{kind}").data.copy_(torch.cat(stacked))
    for ours, theirs in parts.items():
        for kind in ("weight", "bias"):
            encoder.get_parameter(f"{ours}.{kind}").data.copy_(weights[f"{theirs}.{kind}"])
