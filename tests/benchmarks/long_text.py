"""How long a very long text full of quotations takes to read, and how that grows; writes its section.

    .venv/bin/python tests/benchmarks/long_text.py [100000 400000 2000000]

The text is one paragraph of two sentences said over and over, to so many characters: as many quotations, figures and
speakers as a text can hold. Each length is read in a process of its own. Seconds are of processor time.
"""

import json
import resource
import subprocess
import sys
from pathlib import Path
from time import process_time

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

from measurements import table, write_section  # noqa: E402
from sayso.ingest import article_from_text  # noqa: E402
from sayso.read import load_gazetteer, read  # noqa: E402

SAID = '"We lost 40 men," Ann Lee, the mayor of Ostrova, said on Monday. The ministry said "about 5,000" had fled. '


def read_once(length: int) -> None:
    """One reading in this process; what it took goes to stdout as JSON."""
    article = article_from_text("Ann said no.\n\n" + SAID * (length // len(SAID)))
    started = process_time()
    reading = read(article, load_gazetteer())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(json.dumps([len(article.text), len(reading.statements), process_time() - started, peak]))


def main() -> None:
    if sys.argv[1:2] == ["--once"]:
        read_once(int(sys.argv[2]))
        return
    rows = []
    for length in sys.argv[1:] or ["100000", "400000", "2000000"]:
        command = [sys.executable, __file__, "--once", length]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        characters, statements, seconds, peak = json.loads(done.stdout)
        rows.append([f"{characters:,}", f"{statements:,}", f"{seconds:.1f}", f"{peak:,.0f}"])
    body = table(["characters", "statements", "seconds", "peak memory, MB"], rows)
    write_section("A very long text", "python tests/benchmarks/long_text.py", body)


if __name__ == "__main__":
    main()
