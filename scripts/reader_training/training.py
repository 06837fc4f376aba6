"""The training loop: seeded, with averaged weights, saved often, resumed where it stopped."""

import json
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from .augment import Marks, augment, excerpts
from .corpus import Example
from .losses import Article, Batch, measure
from .network import Network
from .reading import score_examples
from .schedule import make_optimizer, set_rates

ARTICLES = 3
"""Articles a step."""
PARTS = ("print", "changed", "invented", "flat")
"""What can be left out to see what it is worth: letter case, quotation marks and paragraph starts as input; articles in
changed print and in excerpts; the cues that the tagger invents; roles tagged whichever cue they belong to."""
INVENT_AFTER = 150
"""Steps before the tagger's inventions are worth learning from."""
CLIP, AVERAGE = 60.0, 0.997
SAVE_EVERY, SHOW_EVERY = 100, 20


@dataclass(frozen=True, slots=True)
class Plan:
    """How long to train: to the epochs or the minutes, whichever ends first; the rates fall accordingly.

    `without` names some of `PARTS`.
    """

    epochs: float
    minutes: float
    seed: int
    device: torch.device
    without: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Lessons:
    """What to train on, and what to choose on."""

    examples: Sequence[Example]
    held: Sequence[Example]
    marks: Marks
    teachers: Sequence[Network] = ()


@dataclass(slots=True)
class State:
    """Everything that a checkpoint holds."""

    net: Network
    optimizer: torch.optim.AdamW
    averaged: dict[str, Tensor]
    step: int = 0
    seconds: float = 0.0
    sums: dict[str, float] = field(default_factory=dict)


def new_state(net: Network, without: frozenset[str] = frozenset()) -> State:
    """A state before the first step."""
    net.encoder.word.weight.requires_grad_(False)
    if "print" in without:
        for feature in (net.encoder.case, net.encoder.quote, net.encoder.edge):
            feature.weight.requires_grad_(False)
    floats = {k: v.detach().clone() for k, v in net.state_dict().items() if v.dtype.is_floating_point}
    return State(net, make_optimizer(net), floats)


def train(state: State, lessons: Lessons, plan: Plan, out: Path) -> None:
    """Train to the end of the plan, saving to `out/last.pt` on the way."""
    steps = plan.epochs * (len(lessons.examples) // ARTICLES)
    started = time.monotonic() - state.seconds
    while (progress := max(state.step / steps, state.seconds / (60 * plan.minutes))) < 1:
        set_rates(state.optimizer, state.step, progress)
        rng = random.Random(f"{plan.seed} {state.step}")
        torch.manual_seed(plan.seed * 1_000_003 + state.step)
        chosen = choose(lessons.examples, state.step, plan.seed)
        batch = Batch.of([article for e in chosen for article in draw(e, lessons.marks, rng, plan)])
        take_step(state, batch, plan, rng, lessons.teachers)
        state.seconds = time.monotonic() - started
        if state.step % SHOW_EVERY == 0:
            show(state, progress)
        if state.step % SAVE_EVERY == 0:
            save(state, out / "last.pt")
    save(state, out / "last.pt")
    report(state, lessons.held, plan.device, out / "log.jsonl")


def show(state: State, progress: float) -> None:
    """Print the mean of each part of the loss since the last time."""
    means = {name: round(total / SHOW_EVERY, 3) for name, total in state.sums.items()}
    print(f"step {state.step}, {progress:.1%}, {state.seconds:.0f} s: {means}", flush=True)
    state.sums.clear()


def choose(examples: Sequence[Example], step: int, seed: int) -> list[Example]:
    """The articles of a step; each epoch has its own order."""
    epoch, place = divmod(step, len(examples) // ARTICLES)
    order = list(range(len(examples)))
    random.Random(f"{seed} epoch {epoch}").shuffle(order)
    return [examples[i] for i in order[place * ARTICLES : (place + 1) * ARTICLES]]


def draw(example: Example, marks: Marks, rng: random.Random, plan: Plan) -> list[Article]:
    """One annotator's view of an article, in changed print, whole or in excerpts."""
    article = (example.tokens, rng.choice(example.golds))
    return [article] if "changed" in plan.without else excerpts(*augment(*article, marks, rng), rng)


def take_step(state: State, batch: Batch, plan: Plan, rng: random.Random, teachers: Sequence[Network] = ()) -> None:
    """One step of the optimizer and of the averaged weights."""
    state.net.train()
    invent = state.step >= INVENT_AFTER and "invented" not in plan.without
    parts = measure(state.net, batch, plan.device, rng, invent=invent, teachers=teachers)
    learned = [part for name, part in parts.items() if name not in plan.without]
    torch.stack(learned).sum().backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_(state.net.parameters(), CLIP)
    state.optimizer.step()
    state.optimizer.zero_grad(set_to_none=True)
    state.step += 1
    keep = min(AVERAGE, (1 + state.step) / (10 + state.step))
    live = state.net.state_dict()
    with torch.no_grad():
        for name, average in state.averaged.items():
            average.lerp_(live[name].to(average.device), 1 - keep)
    for name, part in parts.items():
        state.sums[name] = state.sums.get(name, 0.0) + float(part.detach())


def averaged_network(state: State) -> Network:
    """A network with the averaged weights."""
    net = Network()
    net.load_state_dict({**state.net.state_dict(), **state.averaged})
    return net


def save(state: State, path: Path) -> None:
    """Write a checkpoint, whole or not at all."""
    parts: dict[str, Any] = {
        "net": state.net.state_dict(),
        "opt": state.optimizer.state_dict(),
        "ema": {**state.net.state_dict(), **state.averaged},
        "step": state.step,
        "elapsed": state.seconds,
    }
    torch.save(parts, path.with_suffix(".new"))
    path.with_suffix(".new").replace(path)


def resume(state: State, path: Path) -> None:
    """Go on from a checkpoint."""
    parts = torch.load(path, map_location="cpu", weights_only=True)
    state.net.load_state_dict(parts["net"])
    state.optimizer.load_state_dict(parts["opt"])
    state.averaged = {name: parts["ema"][name] for name in state.averaged}
    state.step, state.seconds = parts["step"], parts["elapsed"]


def load_averaged(path: Path) -> Network:
    """A network with the averaged weights of a checkpoint, to be asked and not trained."""
    net = Network()
    net.load_state_dict(torch.load(path, map_location="cpu", weights_only=True)["ema"])
    return net.eval().requires_grad_(False)


def report(state: State, held: Sequence[Example], device: torch.device, log: Path) -> None:
    """Measure the averaged weights on the articles held out."""
    row = {"step": state.step, "held out": score_examples(averaged_network(state).to(device), held, device).report()}
    print(json.dumps(row), flush=True)
    with log.open("a", encoding="utf-8") as file:
        file.write(json.dumps(row) + "\n")
