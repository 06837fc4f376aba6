"""Even out what 8 bits have to hold: a matrix of activations is quantised with one scale, which outliers would coarsen.

Channels that are large in every text lend their size to the weights behind them (SmoothQuant, Xiao et al. 2023). Rows
before the wide layers are brought to a peak of 1 and their products back to their size, since a few tokens are many
times larger than the rest.
"""

import copy
from collections.abc import Sequence

import torch
from torch import Tensor, nn

from sayso.read.learned.windows import Window

from .batches import run_encoder
from .network import Encoder

BALANCE = 0.5
"""How much of a channel's size moves into the weights."""
LEAST, TINY = 1e-5, 1e-6
CHANNELS = ("qkv", "out", "up")
ROWS = ("up", "down")
"""Layers whose channels are evened, and layers whose rows are; of the inputs of `down` no channel stands out."""


class Evened(nn.Module):
    """A linear layer that gives what it gave, through activations of more even size."""

    def __init__(self, linear: nn.Linear, size: Tensor | None, *, by_row: bool) -> None:
        """`size` (in) is what each input channel is divided by, and its weights multiplied."""
        super().__init__()
        weight = linear.weight.detach() if size is None else linear.weight.detach() * size
        self.weight: Tensor
        self.bias: Tensor
        self.shrink: Tensor | None
        self.register_buffer("weight", weight.T.contiguous())
        self.register_buffer("bias", linear.bias.detach())
        self.register_buffer("shrink", None if size is None else 1 / size)
        self.by_row = by_row

    def forward(self, rows: Tensor) -> Tensor:
        if self.shrink is not None:
            rows = rows * self.shrink
        if not self.by_row:
            return torch.matmul(rows, self.weight) + self.bias
        peak = rows.abs().amax(-1, keepdim=True) + TINY
        return torch.matmul(rows / peak, self.weight) * peak + self.bias


def even_out(encoder: Encoder, windows: Sequence[Window]) -> Encoder:
    """A copy of the encoder with evened layers, by the largest activations in `windows`."""
    out = copy.deepcopy(encoder).eval()
    peaks = channel_peaks(out, windows)
    for layer in out.layers:
        for name in (*CHANNELS, "down"):
            linear = getattr(layer, name)
            size = channel_sizes(linear, peaks[linear]) if name in CHANNELS else None
            setattr(layer, name, Evened(linear, size, by_row=name in ROWS))
    return out


@torch.no_grad()
def channel_peaks(encoder: Encoder, windows: Sequence[Window]) -> dict[nn.Module, Tensor]:
    """The largest size (in) of each input channel of each linear layer over all windows."""
    peaks: dict[nn.Module, Tensor] = {}

    def look(module: nn.Module, inputs: tuple[Tensor, ...]) -> None:
        here = inputs[0].abs().flatten(0, -2).amax(0)
        peaks[module] = torch.maximum(peaks[module], here) if module in peaks else here

    linears = [getattr(layer, name) for layer in encoder.layers for name in (*CHANNELS, "down")]
    hooks = [linear.register_forward_pre_hook(look) for linear in linears]
    for window in windows:
        run_encoder(encoder, [window], torch.device("cpu"))
    for hook in hooks:
        hook.remove()
    return peaks


def channel_sizes(linear: nn.Linear, peaks: Tensor) -> Tensor:
    """What each channel is divided by: between its own peak and that of its weights, 1 on (geometric) average."""
    weights = linear.weight.detach().abs().amax(0).clamp(min=LEAST)
    sizes = peaks.clamp(min=LEAST) ** BALANCE / weights ** (1 - BALANCE)
    return sizes / sizes.log().mean().exp()
