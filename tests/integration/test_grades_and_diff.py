"""Grades outlive builds and show in the audit; what changed between two versions or two stores is told."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from sayso.audit import audit, look_at
from sayso.audit.findings.sourcing import circles
from sayso.audit.telling import Link, Source, Telling
from sayso.store import Dataset

FIRST = "At least 40 people drowned off the coast, the Coast Guard said on Monday.\n"
SECOND = "At least 52 people drowned off the coast, the Coast Guard said on Monday.\n"


def sayso(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sayso", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    (tmp_path / "flood.txt").write_text(FIRST, encoding="utf-8")
    assert sayso("build", tmp_path / "flood.txt", "--store", tmp_path / "store").returncode == 0
    return tmp_path / "store"


def figure(store: Path) -> str:
    found = json.loads(sayso("audit", "--store", store, "--format", "json").stdout)
    iri: str = found["events"][0]["questions"][0]["groups"][0]["tellings"][0]["figure"]
    return iri


def test_a_grade_is_kept_through_builds_shows_and_is_taken_back(store: Path, tmp_path: Path) -> None:
    done = sayso("grade", figure(store), "1", "--why", "two counts", "--by", "Ada Roe", "--store", store)
    assert done.returncode == 0, done.stderr
    (tmp_path / "other.txt").write_text("The mayor, Bo Lind, said the bridge would close.\n", encoding="utf-8")
    assert sayso("build", tmp_path / "other.txt", "--store", store).returncode == 0
    assert "1   article/" in sayso("grade", "--store", store).stdout
    shown = sayso("audit", "--store", store)
    assert shown.returncode == 1 and "graded 1 without independent roots" in shown.stdout
    assert sayso("grade", figure(store), "--take-back", "--by", "Ada Roe", "--store", store).returncode == 0
    assert sayso("grade", "--store", store).stdout == ""


@pytest.mark.parametrize(("what", "code"), [("nobody at all", "B"), ("article/1#f2", "B"), ("nobody at all", "Z")])
def test_what_is_not_there_and_a_wrong_code_are_misuse(store: Path, what: str, code: str) -> None:
    done = sayso("grade", what, code, "--why", "x", "--store", store)
    assert done.returncode == 2 and done.stderr.startswith("sayso: ") and done.stderr.count("\n") == 1


def test_a_graph_with_a_grade_is_exported_with_it(store: Path) -> None:
    sayso("grade", figure(store), "B2", "--why", "steady", "--by", "Ada Roe", "--store", store)
    written = sayso("export", "--format", "nquads", "--store", store).stdout
    assert "grade/B>" in written and "grade/2>" in written and '"Ada Roe"' in written


def test_two_versions_of_an_article_are_told_apart(tmp_path: Path) -> None:
    for name, text in (("a.txt", FIRST), ("b.txt", SECOND)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = sayso("diff", tmp_path / "a.txt", tmp_path / "b.txt")
    assert done.returncode == 1
    assert "- figure killed ≥ 40" in done.stdout and "+ figure killed ≥ 52" in done.stdout
    same = sayso("diff", tmp_path / "a.txt", tmp_path / "a.txt", "--format", "json")
    assert same.returncode == 0 and json.loads(same.stdout) == []


def test_two_stores_are_told_apart_and_a_store_against_a_file_is_misuse(store: Path, tmp_path: Path) -> None:
    (tmp_path / "flood.txt").write_text(SECOND, encoding="utf-8")
    sayso("build", tmp_path / "flood.txt", "--store", tmp_path / "later")
    done = sayso("diff", store, tmp_path / "later")
    assert done.returncode == 1 and "≥ 52" in done.stdout
    assert sayso("diff", store, tmp_path / "flood.txt").returncode == 2


def told(outlet: str, cited: str) -> Telling:
    link = Link(f"s/{outlet}", cited, f"outlet/{cited}", "Outlet")
    return Telling(
        f"f/{outlet}", Source(f"a/{outlet}", outlet, outlet), "40", "killed", 40, 40, chain=(link,), event="e"
    )


def test_a_circle_of_outlets_is_found_however_long() -> None:
    found = list(circles([told("Post", "Echo"), told("Echo", "Herald"), told("Herald", "Post"), told("Star", "Post")]))
    assert [f.message for f in found] == ["“40” goes in a circle: Echo ← Herald ← Post ← Echo."]


def test_an_empty_store_has_an_empty_audit() -> None:
    with Dataset.in_memory() as dataset:
        assert audit(look_at(dataset.store, dataset.iris)).events == ()
