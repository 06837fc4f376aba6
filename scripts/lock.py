"""Writes constraints.txt: the exact versions with which the checks were last green, of all that .[dev] needs."""

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder) / "bin" / "python"
        subprocess.run([python, "-m", "pip", "install", "--quiet", f"{ROOT}[dev]"], check=True)
        frozen = subprocess.run(
            [python, "-m", "pip", "freeze", "--exclude", "sayso"], check=True, capture_output=True, text=True
        )
    header = "# Written by scripts/lock.py: the versions with which the checks were last green.\n"
    (ROOT / "constraints.txt").write_text(header + frozen.stdout, encoding="utf-8")
    sys.stdout.write(frozen.stdout)


if __name__ == "__main__":
    main()
