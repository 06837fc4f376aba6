"""What a command does not need it does not load: that is what makes it start at once."""

import subprocess
import sys
from pathlib import Path

import pytest

from sayso.cli import cli

HEAVY = ("numpy", "onnxruntime", "pyoxigraph", "pyshacl", "rdflib", "rich", "trafilatura")
REPORT = """
import sys
from sayso.cli import cli
cli.main(sys.argv[1:], standalone_mode=False)
print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""


def loaded(*arguments: str) -> set[str]:
    """The heavy libraries in memory once a command is done."""
    command = [sys.executable, "-c", REPORT, *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return set(done.stderr.splitlines()[-1].split()) & set(HEAVY)


def test_help_and_the_list_of_questions_load_no_heavy_library() -> None:
    assert loaded("--help") == set()
    assert loaded("questions") - {"pyoxigraph"} == set()


def test_reading_loads_the_model_the_gazetteer_and_no_more(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The mayor said it rained.\n", encoding="utf-8")
    assert loaded("read", str(tmp_path / "a.txt")) == {"numpy", "onnxruntime", "pyoxigraph"}


@pytest.mark.parametrize("name", list(cli.commands or cli.list_commands(None)))  # type: ignore[arg-type]
def test_every_command_says_in_one_line_what_it_is(name: str) -> None:
    from sayso.cli import _summary

    assert _summary(name).endswith((".", "?")), f"the first line of cli/{name}.py is: ``sayso {name}``: what it is"
