"""The command line as a user meets it: what is printed where, and the exit codes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

STORY = "The mayor, Ada Brook, said on Monday that 40 people had been rescued from the flooded valley.\n"


def sayso(*arguments: str | Path, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sayso", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, input=stdin, check=False, encoding="utf-8")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    store = tmp_path_factory.mktemp("demo") / "store"
    return store, sayso("demo", "--store", store)


def test_the_demo_answers_and_names_what_to_try_next(demo: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    _, shown = demo
    assert shown.returncode == 0, shown.stderr
    assert "casualties" in shown.stdout and "killed" in shown.stdout
    assert shown.stdout.count("sayso ") >= 3


def test_validating_the_demo_store_finds_nothing_and_says_how_much_it_looked_at(
    demo: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    done = sayso("validate", "--store", demo[0])
    assert done.returncode == 0, done.stderr
    assert "0 violations" in done.stdout and "nodes looked at" in done.stderr


def test_a_file_is_read_as_json_lines_with_spans_that_slice(tmp_path: Path) -> None:
    (tmp_path / "flood.txt").write_text(STORY, encoding="utf-8")
    done = sayso("read", tmp_path / "flood.txt", "--format", "jsonl")
    assert done.returncode == 0, done.stderr
    reading = json.loads(done.stdout)
    assert reading["file"] == "flood.txt"
    ((a, b),) = reading["statements"][0]["cue"]
    assert STORY[a:b] == "said"
    assert reading["figures"][0]["low"] == reading["figures"][0]["high"] == 40


@pytest.mark.parametrize(("form", "part"), [("text", "rescued: 40"), ("html", "<mark")])
def test_a_reading_is_shown_to_people(tmp_path: Path, form: str, part: str) -> None:
    (tmp_path / "flood.txt").write_text(STORY, encoding="utf-8")
    assert part in sayso("read", tmp_path / "flood.txt", "--format", form).stdout


def test_standard_input_is_read() -> None:
    done = sayso("read", "-", "--format", "jsonl", stdin=STORY)
    assert done.returncode == 0 and len(json.loads(done.stdout)["statements"]) == 1


def test_a_wrong_file_is_one_clear_line_and_the_exit_code_says_so(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    some = sayso("build", tmp_path / "good.txt", tmp_path / "empty.txt", "--store", tmp_path / "store")
    assert some.returncode == 1
    named = [line for line in some.stderr.splitlines() if "empty.txt" in line]
    assert named == ["  skipped: empty.txt: the file is empty"]
    none = sayso("build", tmp_path / "empty.txt", "--store", tmp_path / "store")
    assert none.returncode == 3


def test_an_empty_folder_is_said_to_be_empty(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = sayso("build", tmp_path / "empty", "--store", tmp_path / "store")
    assert done.returncode == 3
    assert "Traceback" not in done.stderr and done.stderr.strip()


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["bild"], 2, "Did you mean 'build'"),
        (["query", "who-said-wat-about", "--store", "STORE"], 2, "who-said-what-about"),
        (["query", "who-said-what-about", "--store", "NONE"], 3, "no store here"),
        (["query", "figures-of-a-kind-over-time", "--param", "kind=kiled", "--store", "STORE"], 2, "mean killed?"),
        (["remove", "nothing.txt", "--store", "STORE"], 3, "not in this store"),
        (["query", "figures-of-a-kind-over-time", "--param", "kind=kiled", "--store", "STORE"], 2, "mean killed?"),
        (["remove", "nothing.txt", "--store", "NONE"], 3, "no store here"),
        (["build", "nothing.txt", "--store", "NONE", "--base", "no scheme/"], 3, "no IRI"),
    ],
)
def test_misuse_is_told_from_failure(
    demo: tuple[Path, subprocess.CompletedProcess[str]], tmp_path: Path, arguments: list[str], code: int, said: str
) -> None:
    places = {"STORE": str(demo[0]), "NONE": str(tmp_path / "none")}
    done = sayso(*[places.get(a, a) for a in arguments])
    assert (done.returncode, said in done.stderr) == (code, True), done.stderr
    assert "Traceback" not in done.stderr


def test_removing_by_file_name(tmp_path: Path) -> None:
    (tmp_path / "flood.txt").write_text(STORY, encoding="utf-8")
    sayso("build", tmp_path / "flood.txt", "--store", tmp_path / "store")
    assert sayso("remove", "flood.txt", "--store", tmp_path / "store").returncode == 0
    again = sayso("build", tmp_path / "flood.txt", "--store", tmp_path / "store")
    assert "1 stored" in again.stderr


def test_texts_are_written_inside_the_folder_named(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "flood.html").write_text(f"<html><body><p>{STORY}</p></body></html>", encoding="utf-8")
    pages = [tmp_path / name / "flood.html" for name in ("one", "two")]
    before = [page.read_bytes() for page in pages]
    done = sayso("read", *pages, "--texts", tmp_path / "texts")
    assert done.returncode == 0, done.stderr
    assert [page.read_bytes() for page in pages] == before
    assert len([path for path in (tmp_path / "texts").rglob("*") if path.is_file()]) == 2


def test_a_fault_of_the_program_is_a_failure_and_no_finding() -> None:
    program = "import sayso.cli as c, sys; sys.argv = ['sayso']; c.cli.main = lambda **_: 1 / 0; c.main()"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert "ZeroDivisionError" in done.stderr and "fault of the program" in done.stderr
