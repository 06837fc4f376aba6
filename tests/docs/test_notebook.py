"""The notebook runs from top to bottom and shows what it says: a table of figures and their timeline."""

import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
REASON = "the extra 'docs' is not installed"


def test_the_notebook_runs_and_plots(tmp_path: Path) -> None:
    for library in ("nbclient", "ipykernel", "pandas", "matplotlib"):
        pytest.importorskip(library, reason=REASON)
    nbformat = pytest.importorskip("nbformat", reason=REASON)
    runpy.run_path(str(ROOT / "scripts" / "run_notebook.py"))["run"](tmp_path / "run.ipynb")
    outputs = [o for cell in nbformat.read(tmp_path / "run.ipynb", 4).cells for o in cell.get("outputs", [])]
    shown = [kind for output in outputs for kind in output.get("data", {})]
    assert shown.count("image/png") == 1
    assert shown.count("text/html") == 2
    assert not [output for output in outputs if output["output_type"] == "error"]
