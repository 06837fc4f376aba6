"""A network in training reads articles as the shipped model would, to choose and to report."""

from collections.abc import Iterable

import numpy as np
import torch

from sayso.read.learned.attribute import Decoding, Found, attribute, find_cues
from sayso.read.learned.decode import Chain, Floats
from sayso.read.learned.tokens import Ints, Tokens
from sayso.read.learned.windows import Views

from .batches import encode, view_tensors
from .brat import ROLES
from .corpus import Example, stretches
from .measure import Score, Spans
from .network import Network, TagChain


def chain_of(chain: TagChain) -> Chain:
    """A trained chain as decoding takes it."""
    start, step = (scores.detach().cpu().numpy().astype(np.float32) for scores in chain.scores())
    return Chain(start, step)


def decoding_of(net: Network, cue_bias: float = 0.0) -> Decoding:
    """Decoding with the network's chains; confidence is the cue's validity until it is fitted."""
    return Decoding(
        chain_of(net.encoder.cue_chain), chain_of(net.reader.role_chain), cue_bias, (0.0, 1.0, 0.0, 0.0), 0.0
    )


@torch.no_grad()
def read_tokens(net: Network, tokens: Tokens, decoding: Decoding, device: torch.device) -> list[Found]:
    """The attributions of one article."""
    if not len(tokens):
        return []
    with torch.autocast(device.type, torch.bfloat16):
        encoded = encode(net.encoder, [tokens], device)
    hidden = encoded.hidden.float()

    def reader(views: Views) -> tuple[Floats, Floats]:
        with torch.autocast(device.type, torch.bfloat16):
            roles, valid = net.reader(hidden, *view_tensors(views, device))
        return roles.float().cpu().numpy(), valid.float().cpu().numpy()

    cues = find_cues(net.encoder.cue(hidden).cpu().numpy(), encoded.windows, decoding)
    return attribute(cues, tokens.paragraph, reader, decoding)


def score_examples(net: Network, examples: Iterable[Example], device: torch.device) -> Score:
    """Read the examples and measure against each one's first annotator."""
    net.eval()
    score, decoding = Score(), decoding_of(net)
    for example in examples:
        found = read_tokens(net, example.tokens, decoding, device)
        score.add(example.text, gold_spans(example), [found_spans(example.tokens, f) for f in found])
    return score


def gold_spans(example: Example) -> list[Spans]:
    """What the first annotator underlined."""
    return [
        as_spans(example.tokens, stretches(gold.source), gold.cue, stretches(gold.content)) for gold in example.golds[0]
    ]


def found_spans(tokens: Tokens, found: Found) -> Spans:
    """What was read."""
    return as_spans(tokens, found.source, found.cue, found.content)


def as_spans(tokens: Tokens, source: list[Ints], cue: Ints, content: list[Ints]) -> Spans:
    """Runs of tokens as spans of the text."""
    runs = dict(zip(ROLES, (source, [cue], content), strict=True))
    return {
        role: [(int(tokens.start[run[0]]), int(tokens.end[run[-1]])) for run in some] for role, some in runs.items()
    }
