"""Builds the wheel, installs it into an empty environment and runs it there: what ships is what works."""

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def run(*command: str | Path, cwd: Path) -> str:
    clean = {key: value for key, value in os.environ.items() if key not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    done = subprocess.run(command, cwd=cwd, env=clean, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))} left with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        run(sys.executable, "-m", "build", "--wheel", "--outdir", folder, ROOT, cwd=ROOT)
        (wheel,) = folder.glob("*.whl")
        venv.create(folder / "empty", with_pip=True)
        python, sayso = (folder / "empty" / "bin" / tool for tool in ("python", "sayso"))
        run(python, "-m", "pip", "install", "--quiet", "--constraint", ROOT / "constraints.txt", wheel, cwd=folder)
        shown = run(sayso, "demo", "--store", folder / "store", cwd=folder)
        answer = run(
            sayso, "query", "which-articles-are-there", "--store", folder / "store", "--format", "csv", cwd=folder
        )
    if "killed" not in shown or answer.count("\n") < 12:
        sys.exit(f"the installed program answers wrongly:\n{shown}\n{answer}")
    sys.stdout.write(f"{wheel.name}: installed into an empty environment, builds and answers\n")


if __name__ == "__main__":
    main()
