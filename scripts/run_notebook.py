"""Runs docs/notebooks/figures-over-time.ipynb from top to bottom and keeps what it shows; needs the extra ``docs``.

Give another file to write to, and the notebook itself stays as it is.
"""

import sys
from pathlib import Path

NOTEBOOK = Path(__file__).resolve().parent.parent / "docs" / "notebooks" / "figures-over-time.ipynb"


def run(target: Path) -> None:
    """Execute every cell with the kernel of this Python; the first error stops it."""
    import nbformat
    from nbclient import NotebookClient

    notebook = nbformat.read(NOTEBOOK, as_version=4)
    NotebookClient(notebook, timeout=300, kernel_name="python3", record_timing=False).execute()
    for number, cell in enumerate(notebook.cells):
        cell["id"] = f"cell-{number}"  # nbformat makes them up anew
    notebook.metadata = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    nbformat.write(notebook, target)


def main() -> int:
    """Run it; 3 where a library is missing."""
    try:
        run(Path(sys.argv[1]) if len(sys.argv) > 1 else NOTEBOOK)
    except ImportError as error:
        print(f"the notebook needs the extra docs: pip install -e '.[docs]' ({error})", file=sys.stderr)
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())
