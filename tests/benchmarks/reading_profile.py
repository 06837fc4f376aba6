"""Where the time of reading goes, in one checkout or several.

    .venv/bin/python tests/benchmarks/reading_profile.py [CHECKOUT …]

Each CHECKOUT is a folder with this repository as it was; without one, only this checkout is profiled. All are run with
this environment, on every fifth report of fa-kes (the sample's articles where the corpora are not there), under
cProfile, whose own cost weighs on Python more than on onnxruntime. Writes its section of docs/measurements.md.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

from measurements import reports, table, write_section  # noqa: E402

STAGES = {
    "encoder": ("learned/model.py", "_encode"),
    "reader of each cue": ("learned/model.py", "__call__"),
    "attributions in all": ("learned/attributor.py", "attribute"),
    "figures and dates": ("figures/finder.py", "find_figures"),
    "the whole Reading": ("read/reader.py", "read"),
}
"""Each stage as the function whose cumulative time it is."""
PROFILE = """
import cProfile, json, pstats, sys
from sayso.ingest import article_from_text
from sayso.read.readers import attributor_named
from sayso.read import read
texts = json.load(sys.stdin)
articles = [article_from_text(text) for text in texts]
finder = attributor_named("learned")
read(articles[0], attributor=finder)
profile = cProfile.Profile()
profile.enable()
for article in articles:
    read(article, attributor=finder)
profile.disable()
rows = [[file, name, entry[3]] for (file, _, name), entry in pstats.Stats(profile).stats.items()]
json.dump([row for row in rows if "/sayso/" in row[0]], sys.stdout)
"""


def texts() -> list[str]:
    return reports(5) or [
        path.read_text(encoding="utf-8") for path in sorted((ROOT / "sample" / "articles").glob("*.txt"))
    ]


def profile(checkout: Path, read: list[str]) -> dict[str, float]:
    """Seconds of each stage."""
    environment = {**os.environ, "PYTHONPATH": str(checkout / "graph")}
    command = [sys.executable, "-c", PROFILE]
    done = subprocess.run(command, input=json.dumps(read), capture_output=True, text=True, check=True, env=environment)
    rows = json.loads(done.stdout)
    return {
        stage: sum(seconds for path, called, seconds in rows if path.endswith(file) and called == name)
        for stage, (file, name) in STAGES.items()
    }


def commit(checkout: Path) -> str:
    return subprocess.run(
        ["git", "-C", str(checkout), "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=True
    ).stdout.strip()


def main() -> None:
    read = texts()
    checkouts = [*map(Path, sys.argv[1:]), ROOT]
    rows = [[commit(c), *(f"{seconds:.1f}" for seconds in profile(c, read).values())] for c in checkouts]
    words = sum(len(text.split()) for text in read)
    body = f"Seconds under cProfile for {len(read)} texts, {words:,} words; one process, the stages nested.\n\n"
    write_section(
        "Where the time of reading goes",
        "python tests/benchmarks/reading_profile.py CHECKOUT",
        body + table(["commit", *STAGES], rows),
    )


if __name__ == "__main__":
    main()
