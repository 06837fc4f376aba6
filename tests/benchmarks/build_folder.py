"""Builds a real folder and writes articles a second, seconds a stage, peak memory and store size.

    .venv/bin/python tests/benchmarks/build_folder.py [ARTICLES.jsonl] [--workers 1 --workers 2]

Each number of workers is a build of its own into a fresh store, in a process of its own; then the same
build again, when nothing has changed. Without an argument it builds fa-kes (758 reports).
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

from measurements import corpora, table, write_section  # noqa: E402
from sayso.pipeline import Settings, build  # noqa: E402
from sayso.store import Dataset  # noqa: E402


def build_once(source: str, store: str, workers: int) -> None:
    """One build in this process; what it took goes to stdout as JSON."""
    started = perf_counter()
    with Dataset.open(store, write=True) as dataset:
        summary = build([source], dataset, settings=Settings(workers=workers))
        quads = len(dataset.store)
    peak = sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    taken = {
        "wall": perf_counter() - started,
        "seen": summary.seen,
        "skipped": [str(rejected) for rejected in summary.rejected],
        "invalid": [file for file, _ in summary.invalid],
        "stages": dict(summary.seconds),
        "peak_mb": peak / 1024,
        "quads": quads,
        "statements": summary.report.focus_nodes.get("Statement", 0),
    }
    sys.stdout.write(json.dumps(taken))


def measured(source: str, store: Path, workers: int) -> dict:
    command = [sys.executable, __file__, source, "--once", str(store), "--workers", str(workers)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def size_of(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", nargs="?")
    parser.add_argument("--workers", type=int, action="append")
    parser.add_argument("--once", help=argparse.SUPPRESS)
    options = parser.parse_args()
    source = options.source or str(corpora() / "fa-kes" / "articles.jsonl")
    if options.once:
        build_once(source, options.once, options.workers[0])
        return
    rows, stages = [], []
    for workers in options.workers or [1, 2]:
        with tempfile.TemporaryDirectory() as folder:
            store = Path(folder) / "store"
            first = measured(source, store, workers)
            size = size_of(store)
            again = measured(source, store, workers)
        rows.append(
            [
                str(workers),
                str(first["seen"]),
                f"{len(first['skipped'])} skipped, {len(first['invalid'])} invalid",
                f"{first['wall']:.1f} s",
                f"{first['seen'] / first['wall']:.1f}",
                f"{again['wall']:.1f} s",
                f"{first['peak_mb']:.0f} MB",
                f"{size / 1e6:.0f} MB",
                f"{first['quads']:,}",
            ]
        )
        stages.append([str(workers), *(f"{seconds:.1f}" for _, seconds in sorted(first["stages"].items()))])
    header = [
        "workers",
        "articles",
        "left out",
        "build",
        "articles a second",
        "build again",
        "peak memory",
        "store",
        "quads",
    ]
    names = [f"{name}, s" for name, _ in sorted(first["stages"].items())]
    left_out = "".join(f"\n- {line}" for line in first["skipped"] + first["invalid"]) or " none"
    body = "\n\n".join(
        [
            table(header, rows),
            "Seconds a stage, summed over workers:",
            table(["workers", *names], stages),
            "Peak memory is that of the main process plus the largest worker. Left out:" + left_out,
        ]
    )
    write_section(f"Building {Path(source).parent.name}", "python tests/benchmarks/build_folder.py", body)


if __name__ == "__main__":
    main()
