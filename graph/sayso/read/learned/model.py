"""The learned attribution reader at run time: two ONNX graphs, a tokenizer and a page of settings."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Self

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from sayso.ingest.article import Span
from sayso.read.attribution import Attribution
from sayso.read.learned.attribute import Decoding, Found, attribute, find_cues
from sayso.read.learned.decode import ROLE_TAGS, Chain, Floats
from sayso.read.learned.marks import with_known_marks
from sayso.read.learned.spans import Underliner
from sayso.read.learned.telling import act_of
from sayso.read.learned.tokens import Ints, Tokens, tokenize
from sayso.read.learned.windows import Views, Window, cut_windows

SECTION_WINDOWS = 64
"""Windows read together; longer texts are read in sections, so memory does not grow with them."""


class AttributionModel:
    """Finds who said what. Deterministic: the same text gives the same attributions, alone or among others.

    >>> model = AttributionModel.load(folder)  # doctest: +SKIP
    >>> model.read("Rain will come, Ann said.", [(0, 25)])  # doctest: +SKIP
    [Attribution(source=((16, 19),), cue=((20, 24),), content=((0, 14),), act='speech', ...)]
    """

    def __init__(self, encoder: Any, reader: Any, tokenizer: Tokenizer, settings: dict[str, Any]) -> None:
        self._encoder = encoder
        self._reader = reader
        self._tokenizer = tokenizer
        self._cls, self._sep = settings["cls"], settings["sep"]
        self._decoding = read_decoding(settings)

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Load `encoder.onnx`, `reader.onnx`, `tokenizer.json` and `meta.json` from `folder`.

        Raises FileNotFoundError if one of them is missing.
        """
        for name in ("encoder.onnx", "reader.onnx", "tokenizer.json", "meta.json"):
            if not (folder / name).is_file():
                raise FileNotFoundError(f"the attribution model lacks {folder / name}")
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        settings = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        return cls(open_session(folder / "encoder.onnx"), open_session(folder / "reader.onnx"), tokenizer, settings)

    def read(self, text: str, body: Sequence[Span]) -> list[Attribution]:
        """The attributions inside the `body` spans, in the order of their cues."""
        tokens = with_known_marks(text, body, tokenize(text, body, self._tokenizer), self._tokenizer)
        underliner = Underliner(text, tokens)
        windows = list(cut_windows(tokens, self._cls, self._sep))
        out: list[Attribution] = []
        for begin in range(0, len(windows), SECTION_WINDOWS):
            out += self._read_section(tokens, windows[begin : begin + SECTION_WINDOWS], underliner)
        return out

    def _read_section(self, tokens: Tokens, windows: list[Window], underliner: Underliner) -> Iterator[Attribution]:
        low, high = windows[0].tokens.start, windows[-1].tokens.stop
        hidden, cue_scores, act_scores = self._encode(windows)
        inside = [slice(w.tokens.start - low, w.tokens.stop - low) for w in windows]
        cues = find_cues(cue_scores, inside, self._decoding)
        for found in attribute(cues, tokens.paragraph[low:high], self._bind(hidden), self._decoding):
            yield attribution(found, low, float(act_scores[found.cue].mean()), underliner)

    def _encode(self, windows: list[Window]) -> tuple[Floats, Floats, Floats]:
        """Hidden rows, cue and act scores of every token; no window depends on its neighbours."""
        rows = [
            self._encoder.run(
                None,
                {
                    "ids": w.ids[None],
                    "case": w.case[None],
                    "quote": w.quote[None],
                    "edge": w.edge[None],
                    "first": w.first,
                },
            )
            for w in windows
        ]
        hidden, cue, act = (np.concatenate(column) for column in zip(*rows, strict=True))
        return hidden, cue, act

    def _bind(self, hidden: Floats) -> "BoundReader":
        return BoundReader(self._reader, hidden)


class BoundReader:
    """The reader graph over the hidden rows of one section, one cue at a time.

    One view fits the processor's cache, which makes it a quarter faster than sixteen together,
    and no cue's scores depend on the 8-bit scale of another's.
    """

    def __init__(self, session: Any, hidden: Floats) -> None:
        self._session = session
        self._hidden = hidden

    def __call__(self, views: Views) -> tuple[Floats, Floats]:
        """Role scores (cues, length, 5) and validity scores (cues)."""
        roles = np.zeros((*views.mark.shape, ROLE_TAGS), dtype=np.float32)
        valid = np.zeros(len(roles), dtype=np.float32)
        for row, width in enumerate((views.mark > 0).sum(1).tolist()):
            roles[row, :width], valid[row] = self._look(views, row, width)
        return roles, valid

    def _look(self, views: Views, row: int, width: int) -> tuple[Floats, float]:
        """The scores of the `width` tokens that one cue sees, and of the cue."""
        index, mark, distance, paragraphs = (
            part[row : row + 1, :width] for part in (views.index, views.mark, views.distance, views.paragraphs)
        )
        low = int(index[0, 0])
        roles, valid = self._session.run(
            None,
            {
                "hidden": self._hidden[low : low + width],
                "index": index - low,
                "mark": mark,
                "distance": distance,
                "paragraphs": paragraphs,
            },
        )
        return roles[0], float(valid[0])


def open_session(path: Path) -> Any:
    """An ONNX session on one thread of the processor."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def read_decoding(settings: dict[str, Any]) -> Decoding:
    """The decoding part of `meta.json`."""

    def chain(name: str) -> Chain:
        start, step = (np.array(settings[name][k], dtype=np.float32) for k in ("start", "step"))
        return Chain(start, step)

    return Decoding(
        chain("cue_chain"), chain("role_chain"), settings["cue_bias"], tuple(settings["confidence"]), settings["least"]
    )


def attribution(found: Found, low: int, act_score: float, underliner: Underliner) -> Attribution:
    """A found attribution of the section that begins at token `low`, with spans of the text."""

    def shift(runs: list[Ints]) -> list[Ints]:
        return [run + low for run in runs]

    source, cue = underliner.spans(shift(found.source)), underliner.spans(shift([found.cue]))
    return Attribution(
        source=source,
        cue=cue,
        content=underliner.spans(shift(found.content), quoted=True),
        act=act_of(underliner.text, source, cue, act_score),
        confidence=round(found.chance, 4),
    )
