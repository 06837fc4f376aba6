"""Draws figures at random from the readings of fa-kes for a check by hand, and reports the checks that were made.

    .venv/bin/python scripts/draw_figures.py draw --seed 2026 [--count 100] > draw.toml    with the sentence of each
    .venv/bin/python scripts/draw_figures.py report                                        writes docs/measurements.md

The checks lie in tests/data/gold/fa-kes-figures.toml: where each figure stood, what was read, and the verdict. The
sentences are the outlets' and stay out of the repository: ``draw`` prints them as comments.
"""

import argparse
import random
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

from measurements import ROOT, corpora, table, write_section
from sayso.errors import Rejected
from sayso.read.articles import read_articles
from sayso.read.reading import Figure, Reading

CHECKS = ROOT / "tests" / "data" / "gold" / "fa-kes-figures.toml"
AROUND = 160
Drawn = tuple[Reading, Figure]


def all_figures() -> list[Drawn]:
    """Every figure of every report, in the order of the corpus."""
    path = corpora() / "fa-kes" / "articles.jsonl"
    readings = (r for r in read_articles([str(path)]) if not isinstance(r, Rejected))
    return [(reading, figure) for reading in readings for figure in reading.figures]


def draw(seed: int, count: int) -> list[Drawn]:
    """So many figures, each as likely as any other, in the order of the corpus."""
    population = all_figures()
    print(f"{len(population)} figures in all", file=sys.stderr)
    chosen = random.Random(seed).sample(range(len(population)), count)
    return [population[n] for n in sorted(chosen)]


def entry(reading: Reading, figure: Figure) -> str:
    """One figure to check, with its surroundings as a comment."""
    text, (start, end) = reading.article.text, figure.span
    around = f"{text[max(0, start - AROUND) : start]}>>>{text[start:end]}<<<{text[end : end + AROUND]}"
    labels = {e.id: e.label for e in reading.entities}
    ends = "".join(
        f"{name} = {value}\n" for name, value in (("low", figure.low), ("high", figure.high)) if value is not None
    )
    return (
        f"# {' '.join(around.split())}\n# counts {labels.get(figure.counts or '', figure.counts)}\n"
        f'[[figure]]\narticle = "{Path(reading.article.file).name}"\nspan = [{start}, {end}]\nkind = "{figure.kind}"\n'
        f'{ends}bound = "{figure.bound}"\nright = true\n'
    )


def report(checks: list[dict[str, Any]]) -> str:
    """Right and wrong of each draw, and the errors by class."""
    rows, classes = [], []
    for check in checks:
        wrong = Counter(f["error"] for f in check["figure"] if not f["right"])
        of = len(check["figure"])
        right = of - wrong.total()
        rows.append([str(check["seed"]), check["commit"], str(of), f"**{right}**", str(wrong.total())])
        classes.extend([str(check["seed"]), name, str(n)] for name, n in wrong.most_common())
    return "\n\n".join(
        [
            "Figures drawn at random from all that are read in the 758 reports, each checked by hand against its text: "
            "number, bound, kind, whom it counts, whether it is a count at all, and its span. Each draw is of the "
            "readings of its commit, and is not measured again on a later one.",
            table(["seed", "commit", "drawn", "right", "wrong"], rows),
            table(["seed", "error", "figures"], classes),
        ]
    )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("what", choices=["draw", "report"])
    options.add_argument("--seed", type=int, default=2026)
    options.add_argument("--count", type=int, default=100)
    chosen = options.parse_args()
    if chosen.what == "draw":
        print("\n".join(entry(*drawn) for drawn in draw(chosen.seed, chosen.count)))
        return
    checks = tomllib.loads(CHECKS.read_text(encoding="utf-8"))["draw"]
    write_section("Figures in fa-kes, by hand", "python scripts/draw_figures.py report", report(checks))


if __name__ == "__main__":
    main()
