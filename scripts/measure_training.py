"""Measures trained networks: seeds with mean and spread, parts left out, annotators against each other.

    .venv/bin/python scripts/measure_training.py --seeds build/s1 build/s2 build/s3 \\
        --whole build/whole --without print=build/print changed=build/changed

Each folder is one that train_reader.py wrote. `--whole` and `--without` are of one short length, so that they can be
compared with one another and not with the seeds. Writes its section of docs/measurements.md. Every network is read from
the files that would ship, by the model alone, without the rules around it.
"""

import argparse
import json
import statistics
import sys
from collections.abc import Sequence
from itertools import permutations
from pathlib import Path

from evaluate_reader import as_spans
from measurements import ROOT, corpora, table, write_section
from sayso.read.learned import AttributionModel

sys.path.insert(0, str(Path(__file__).parent))
from reader_training.brat import ROLES, Underlined, read_folder
from reader_training.measure import Score

MEASURES = ("who said what", "kept", *ROLES)
SHIPPED = ROOT / "graph" / "sayso" / "read" / "learned" / "weights"
PARTS = {
    "print": "letter case, quotation marks and paragraph starts as input",
    "changed": "articles in changed print and in excerpts",
    "flat": "roles tagged whichever cue they belong to",
    "invented": "cues that the tagger invents",
}
Corpus = dict[str, tuple[str, list[list[Underlined]]]]


def main() -> None:
    """Measure and write."""
    options = read_options()
    dev = read_corpus(corpora() / "polnear" / "dev")
    both = {**dev, **read_corpus(corpora() / "polnear" / "train")}
    seeds = [measured(folder / "model", dev) for folder in options.seeds]
    body = [
        "F1 on PolNeAR dev (84 articles), the model alone, its 8-bit files; *held out*: who said what on the 40 "
        "articles held out of training, in float.",
        table(["network", "steps", "held out", *MEASURES], seed_rows(options.seeds, seeds)),
        "The files that ship against the first annotator and against each in turn, and annotators against each other, "
        f"on the {sum(len(golds) > 1 for _, golds in both.values())} articles of train and dev that have several:",
        table(["gold", *MEASURES], annotator_rows(dev, both)),
    ]
    if options.whole:
        body += [
            "What parts of the design are worth, each left out of a short training with one seed:",
            table(["left out", "steps", "held out", *MEASURES], part_rows(options.whole, options.without, dev)),
        ]
    write_section("Training the reader", "python scripts/measure_training.py", "\n\n".join(body))


def read_corpus(folder: Path) -> Corpus:
    """Text and annotators of each article."""
    annotated = read_folder(folder / "attributions")
    return {name: ((folder / "text" / f"{name}.txt").read_bytes().decode("utf-8"), g) for name, g in annotated.items()}


def measured(folder: Path, dev: Corpus, *, everyone: bool = False) -> list[float]:
    """F1 of each measure; with ``everyone`` each annotator in turn is the gold."""
    model, score = AttributionModel.load(folder), Score()
    for text, golds in dev.values():
        found = [as_spans(a) for a in model.read(text, [(0, len(text))])]
        for gold in golds if everyone else golds[:1]:
            score.add(text, gold, found)
    return f1(score)


def f1(score: Score) -> list[float]:
    report = score.report()
    return [report[name][2] for name in MEASURES]


def seed_rows(folders: Sequence[Path], seeds: Sequence[list[float]]) -> list[list[str]]:
    rows = [[folder.name, *last(folder), *map(str, found)] for folder, found in zip(folders, seeds, strict=True)]
    columns = list(zip(*seeds, strict=True))
    held = [float(row[2]) for row in rows]
    rows.append(["**mean**", "", *(f"**{statistics.mean(column):.1f}**" for column in (held, *columns))])
    if len(seeds) > 1:
        rows.append(["standard deviation", "", *(f"{statistics.stdev(column):.1f}" for column in (held, *columns))])
    return rows


def last(folder: Path) -> list[str]:
    """How many steps a network was trained, and its who said what on the articles held out."""
    row = json.loads((folder / "log.jsonl").read_text(encoding="utf-8").splitlines()[-1])
    return [f"{row['step']:,}", str(row["held out"]["who said what"][2])]


def annotator_rows(dev: Corpus, both: Corpus) -> list[list[str]]:
    among = Score()
    for text, golds in both.values():
        for gold, other in permutations(golds, 2):
            among.add(text, gold, other)
    rows = {
        "the files that ship, first annotator": measured(SHIPPED, dev),
        "the files that ship, every annotator": measured(SHIPPED, dev, everyone=True),
        "annotator against annotator": f1(among),
    }
    return [[name, *map(str, found)] for name, found in rows.items()]


def part_rows(whole: Path, without: Sequence[str], dev: Corpus) -> list[list[str]]:
    folders = {
        "nothing": whole,
        **{PARTS[name]: Path(folder) for name, _, folder in (w.partition("=") for w in without)},
    }
    return [[name, *last(folder), *map(str, measured(folder / "model", dev))] for name, folder in folders.items()]


def read_options() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=Path, nargs="+", required=True)
    parser.add_argument("--whole", type=Path)
    parser.add_argument("--without", nargs="*", default=[], metavar="PART=FOLDER")
    return parser.parse_args()


if __name__ == "__main__":
    main()
