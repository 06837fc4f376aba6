"""Scores the readers with score.py on every corpus that is at hand, and writes the tables to docs/measurements.md.

    .venv/bin/python scripts/measure_reading.py

The measuring corpora and score.py are not part of this repository: SAYSO_CORPORA says where the corpora are,
and score.py is looked for beside them (../score/score.py).
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from time import process_time

from measurements import ROOT, corpora, table, write_section
from sayso.errors import Rejected
from sayso.read.articles import read_articles

READERS = ("learned", "rules")
MEASURES = ("who said what", "kept", "source span", "cue span", "content span", "speaker named", "root named")
FIGURE_MEASURES = ("kind and value", "and its root")


def read_all(paths: list[str], reader: str, folder: Path) -> tuple[Path, float]:
    """Readings as JSON Lines, beside them the canonical texts under the names that gold uses; words a CPU second."""
    out, words, started = folder / "readings.jsonl", 0, process_time()
    with out.open("w", encoding="utf-8") as lines:
        for reading in read_articles(paths, reader=reader):
            if isinstance(reading, Rejected):
                sys.exit(f"a measuring text was not read: {reading}")
            words += len(reading.article.text.split())
            (folder / reading.article.file).write_bytes(reading.article.text.encode())
            lines.write(json.dumps(reading.to_json(), ensure_ascii=False) + "\n")
    return out, words / (process_time() - started)


def score(what: str, readings: Path, *gold: str) -> dict[str, list[float]]:
    program = corpora().parent / "score" / "score.py"
    command = [sys.executable, str(program), what, str(readings), *gold, "--text", str(readings.parent), "--json"]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stderr or done.stdout)
    return json.loads(done.stdout)


def cells(scores: dict[str, list[float]], measures: tuple[str, ...]) -> list[str]:
    """F1 of each measure, with precision and recall."""
    return [f"**{s[2]}** ({s[0]} / {s[1]})" if (s := scores.get(m)) else "" for m in measures]


def main() -> None:
    own, real, polnear = ROOT / "sample", corpora() / "articles", corpora() / "polnear" / "dev"
    sets = {
        "the three articles": (sorted(real.glob("*.txt")), "--gold", real / "gold.json"),
        "the sample corpus (ours)": ([own / "articles"], "--gold", own / "gold.json"),
        "PolNeAR dev": (sorted((polnear / "text").glob("*.txt")), "--brat", polnear / "attributions"),
    }
    statements, figures = [], []
    for reader in READERS:
        for name, (paths, flag, gold) in sets.items():
            with tempfile.TemporaryDirectory() as folder:
                readings, speed = read_all([str(path) for path in paths], reader, Path(folder))
                scores = score("statements", readings, flag, str(gold))
                statements.append([reader, name, *cells(scores, MEASURES), f"{speed:,.0f}"])
                if flag == "--gold":
                    scores = score("figures", readings, flag, str(gold))
                    figures.append([reader, name, *cells(scores, FIGURE_MEASURES)])
    body = "\n\n".join(
        [
            "F1 (precision / recall) by score.py. On PolNeAR, attitudes count as well as speech. The rules, those "
            "around the learned reader too, were mended on errors seen in the three articles, the sample and PolNeAR "
            "dev; the model has seen none of them. Words a second are of processor time, one process, everything "
            "included from the file to the Reading.",
            table(["reader", "statements", *MEASURES, "words a second"], statements),
            table(["reader", "figures", *FIGURE_MEASURES], figures),
        ]
    )
    write_section("Reading", "python scripts/measure_reading.py", body)


if __name__ == "__main__":
    main()
