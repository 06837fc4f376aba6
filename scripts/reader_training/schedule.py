"""How fast each part learns: lower encoder layers slower, and all slower towards the end."""

import re

from torch import nn
from torch.optim import AdamW

from .network import LAYERS

ENCODER_RATE, LAYER_DECAY = 1.5e-4, 0.85
HEAD_RATE, CHAIN_RATE, FEATURE_RATE = 6e-4, 3e-3, 3e-4
WEIGHT_DECAY, WARM_UP, LAST = 0.01, 80, 0.02


def peak_rate(name: str) -> float:
    """The highest learning rate of a parameter, by its name."""
    if layer := re.match(r"encoder\.layers\.(\d+)\.", name):
        return ENCODER_RATE * LAYER_DECAY ** (LAYERS - 1 - int(layer[1]))
    if re.match(r"encoder\.(word|position|kind|norm)\b", name):
        return ENCODER_RATE * LAYER_DECAY**LAYERS
    if "chain" in name:
        return CHAIN_RATE
    return FEATURE_RATE if re.match(r"\w+\.(case|quote|edge)\b", name) else HEAD_RATE


def make_optimizer(net: nn.Module) -> AdamW:
    """AdamW with a group for each rate; word embeddings stay as they were."""
    groups: dict[tuple[float, float], list[nn.Parameter]] = {}
    for name, parameter in net.named_parameters():
        if parameter.requires_grad:
            decay = WEIGHT_DECAY if parameter.dim() > 1 else 0.0
            groups.setdefault((peak_rate(name), decay), []).append(parameter)
    rows = [{"params": some, "lr": rate, "peak": rate, "weight_decay": decay} for (rate, decay), some in groups.items()]
    return AdamW(rows, betas=(0.9, 0.98), fused=True)


def set_rates(optimizer: AdamW, step: int, progress: float) -> None:
    """Warm up over the first steps, then fall in a line; `progress` runs from 0 to 1."""
    scale = min(1.0, (step + 1) / WARM_UP) * (LAST + (1 - LAST) * (1 - progress))
    for group in optimizer.param_groups:
        group["lr"] = group["peak"] * scale
