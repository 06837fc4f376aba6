"""Measures how far two markers of the gold for verdicts and roots agree, and writes docs/measurements.md.

    .venv/bin/python scripts/measure_agreement.py

The second marker had the articles, the pairs and clusters without their marks, and the definitions.
"""

import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from measurements import ROOT, table, write_section

FOLDER = ROOT / "tests" / "data" / "gold" / "verdicts-5"


def kappa(one: Sequence[str], other: Sequence[str]) -> float:
    """Cohen's kappa (1960): the agreement beyond what both would have by chance.

    >>> kappa(["a", "a", "b", "b"], ["a", "a", "b", "a"])
    0.5
    """
    agreed = sum(left == right for left, right in zip(one, other, strict=True)) / len(one)
    first, second = Counter(one), Counter(other)
    by_chance = sum(first[name] * second[name] for name in first) / len(one) ** 2
    return (agreed - by_chance) / (1 - by_chance)


def share(marks: Iterable[tuple[Any, Any]]) -> str:
    same = [one == other for one, other in marks]
    return f"**{100 * sum(same) / len(same):.1f}** ({sum(same)} of {len(same)})"


def section(gold: dict[str, Any], second: dict[str, Any]) -> str:
    verdicts = [pair["verdict"] for pair in gold["pair"]]
    others = [pair["verdict"] for pair in second["pairs"]]
    altered = [(p.get("altered"), q.get("altered")) for p, q in zip(gold["pair"], second["pairs"], strict=True)]
    roots = [(len(c["independent"]), len(c["undetermined"])) for c in gold["cluster"]]
    counted = [(c["independent"], c["undetermined"]) for c in second["clusters"]]
    rows = [
        ["verdicts", share(zip(verdicts, others, strict=True))],
        ["what was altered, where either says so", share(pair for pair in altered if any(pair))],
        ["number of roots of a cluster", share(zip(roots, counted, strict=True))],
    ]
    unsure = sum(not pair.get("sure", True) for pair in second["pairs"])
    return "\n\n".join(
        [
            f"{len(verdicts)} pairs and {len(roots)} clusters of `verdicts-5`, marked a second time from the articles "
            f"and the definitions alone; the second marker was unsure of {unsure} pairs. Cohen's kappa: "
            f"**{kappa(verdicts, others):.3f}**.",
            table(["agreement of two markers", "per cent"], rows),
        ]
    )


def load(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def main() -> None:
    body = section(load(FOLDER / "gold.toml"), load(FOLDER / "second.toml"))
    write_section("Two markers of verdicts and roots", "python scripts/measure_agreement.py", body)


if __name__ == "__main__":
    main()
