"""Every Turtle file that we keep is in the one form that formatting gives."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
SCRIPT = ROOT / "scripts" / "format_turtle.py"


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, SCRIPT, *arguments], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("folder", ["ontology", "tests/data/broken"])
def test_all_turtle_is_formatted(folder: str) -> None:
    files = sorted((ROOT / folder).rglob("*.ttl"))
    assert files
    checked = run("--check", *files)
    assert (checked.returncode, checked.stdout) == (0, ""), checked.stdout + checked.stderr


def test_formatting_orders_what_it_finds_and_is_stable(tmp_path: Path) -> None:
    file = tmp_path / "loose.ttl"
    file.write_text(
        '@prefix b: <urn:b/> . @prefix a: <urn:a/> .\nb:z a:q "x\\"y", 2 ; a a:C . <rel> a:p (1 "two") .',
        encoding="utf-8",
    )
    assert run("--check", file).returncode == 1
    assert run("--write", file).returncode == 0
    assert file.read_text(encoding="utf-8") == (
        "@prefix a: <urn:a/> .\n@prefix b: <urn:b/> .\n\n"
        '<rel>\n    a:p ( 1 "two" ) .\n\n'
        'b:z\n    a a:C ;\n    a:q "x\\"y" ,\n        2 .\n'
    )
    assert run("--check", file).returncode == 0
