"""Scores what tells speech from attitude on cues of PolNeAR dev labelled by hand; writes docs/measurements.md.

    .venv/bin/python scripts/measure_acts.py

scripts/acts.csv holds the labels by offsets: 240 cues that annotators marked and 110 that the reader alone found,
drawn with seed 20. Speech is what is said, written, asked, refused in words or reported by a document; everything
else is attitude: what somebody wants, thinks or does, what only shows, and what is left unsaid.
"""

import csv
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from measurements import corpora, table, write_section
from sayso.ingest.article import Span
from sayso.read.learned.attributor import shipped_model
from sayso.read.learned.telling import act_of, tells_of_saying
from sayso.read.learned.tokens import tokenize
from sayso.read.learned.windows import cut_windows

LABELS = Path(__file__).with_name("acts.csv")
Spans = tuple[Span, ...]


@dataclass(frozen=True)
class Decided:
    """One cue: what a person said of it, and what each way of deciding says."""

    drawn_from: str
    gold: bool
    words: bool
    model: bool
    both: bool


def spans(printed: str) -> Spans:
    return tuple((int(a), int(b)) for a, b in (span.split("-") for span in printed.split()))


def decide(text: str, rows: list[dict[str, str]]) -> list[Decided]:
    """Each cue of one article, decided in three ways."""
    model, out = shipped_model(), []
    tokens = tokenize(text, [(0, len(text))], model._tokenizer)
    leaning = model._encode(list(cut_windows(tokens, model._cls, model._sep)))[2]
    for row in rows:
        source, cue = spans(row["source"]), spans(row["cue"])
        inside = np.any([(tokens.start < b) & (tokens.end > a) for a, b in cue], axis=0)
        score = float(leaning[inside].mean())
        printed = " ".join(text[a:b] for a, b in cue).casefold().split()
        words = bool(source) and any(tells_of_saying(word) for word in printed)
        both = act_of(text, source, cue, score) == "speech"
        out.append(Decided(row["drawn_from"], row["act"] == "speech", words, score > 0, both))
    return out


def line(name: str, way: str, decided: list[Decided]) -> list[str]:
    """Accuracy, and precision and recall of speech."""
    said = [getattr(d, way) for d in decided]
    right = sum(s == d.gold for s, d in zip(said, decided, strict=True))
    hits = sum(s and d.gold for s, d in zip(said, decided, strict=True))
    shares = (right / len(decided), hits / max(1, sum(said)), hits / max(1, sum(d.gold for d in decided)))
    return [name, *(f"{100 * share:.1f}" for share in shares)]


def main() -> None:
    by_article = defaultdict(list)
    with LABELS.open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            by_article[row["article"]].append(row)
    folder = corpora() / "polnear" / "dev" / "text"
    decided = [
        one
        for name, rows in sorted(by_article.items())
        for one in decide((folder / f"{name}.txt").read_bytes().decode("utf-8"), rows)
    ]
    ways = {"words of the cue": "words", "the model": "model", "both, as shipped": "both"}
    lines = []
    for kind in ("annotated", "read only"):
        chosen = [d for d in decided if d.drawn_from == kind]
        lines += [line(f"{name}, {len(chosen)} cues {kind}", way, chosen) for name, way in ways.items()]
    lines += [line(f"{name}, all {len(decided)}", way, decided) for name, way in ways.items()]
    body = (
        "Speech or attitude, against 350 cues labelled by one person (scripts/acts.csv, seed 20). The thresholds and "
        "the lists of what only shows were set on these labels and on the three articles, which flatters it.\n\n"
    ) + table(["decided by", "accuracy", "speech: precision", "speech: recall"], lines)
    write_section("Speech or attitude", "python scripts/measure_acts.py", body)


if __name__ == "__main__":
    main()
