"""Measure a reader's model on annotated articles, all annotators or the first, speech and attitude apart.

python scripts/evaluate_reader.py --model build/reader/model --corpus ../shared/corpora/polnear/dev
"""

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from sayso.read.attribution import Attribution
from sayso.read.learned import AttributionModel

sys.path.insert(0, str(Path(__file__).parent))
from reader_training.acts import act_of
from reader_training.brat import ROLES, Underlined, read_folder
from reader_training.measure import WORD, Score, Spans


def main() -> None:
    """Read every article of the corpus and print what was measured."""
    options = read_options()
    model = AttributionModel.load(options.model)
    scores = {name: Score() for name in ("all", "speech", "attitude")}
    seconds, words = 0.0, 0
    for name, annotators in read_folder(options.corpus / "attributions").items():
        text = (options.corpus / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        began = time.process_time()
        found = model.read(text, [(0, len(text))])
        seconds, words = seconds + time.process_time() - began, words + len(text.split())
        for gold in annotators if options.every_annotator else annotators[:1]:
            add(scores, text, gold, found)
    for kind, score in scores.items():
        show(kind, score)
    print(f"{words} words, {words / seconds:.0f} words a second of processor time")


def add(scores: dict[str, Score], text: str, gold: Sequence[Underlined], found: Sequence[Attribution]) -> None:
    """Count an article in all, and by act; gold whose cue tells no act counts only in all."""
    acts = [
        act_of([w.lower() for b, e in g["cue"] for w in WORD.findall(text[b:e])]) if g["cue"] else None for g in gold
    ]
    scores["all"].add(text, gold, [as_spans(f) for f in found])
    for act, name in ((True, "speech"), (False, "attitude")):
        read = [as_spans(f) for f in found if f.act == name]
        scores[name].add(text, [g for g, a in zip(gold, acts, strict=True) if a is act], read)


def as_spans(found: Attribution) -> Spans:
    """The spans of each role."""
    return {role: getattr(found, role) for role in ROLES}


def show(title: str, score: Score) -> None:
    """Print precision, recall and F1."""
    print(title)
    for name, (precision, recall, f1) in score.report().items():
        print(f"  {name:14s} P {precision:5.1f}  R {recall:5.1f}  F1 {f1:5.1f}")


def read_options() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--corpus", type=Path, required=True, help="folder with text/ and attributions/")
    parser.add_argument("--every-annotator", action="store_true", help="each annotator in turn is the gold")
    return parser.parse_args()


if __name__ == "__main__":
    main()
