"""The worked questions give the answers that the sample gives today."""

import runpy
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_answers_are_those_of_the_sample() -> None:
    work = runpy.run_path(str(ROOT / "scripts" / "work_questions.py"))
    assert len(work["WORKED"]) == 10
    assert work["PAGE"].read_text(encoding="utf-8") == work["page"](), "run python scripts/work_questions.py"
