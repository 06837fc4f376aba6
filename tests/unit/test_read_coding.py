"""Coding profiles: shipped, the user's own, and every way to get one wrong."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from sayso.cli import cli
from sayso.errors import CodingError
from sayso.ingest.article import Article
from sayso.model.fingerprint import rules_digest
from sayso.read.figures import find_figures
from sayso.read.figures.coding import identity, names, profile

TEXT = "Dozens of miners died."


def test_every_profile_counts_every_plural() -> None:
    assert len(names()) >= 3
    assert {name: profile(name).keys() for name in names()} == dict.fromkeys(names(), profile().keys())


@pytest.mark.parametrize(("name", "least"), [(None, 12), ("ACLED", 12), ("UCDP", 24), ("IraqBodyCount", 24)])
def test_a_profile_sets_the_lower_end(name: str | None, least: int) -> None:
    article = Article("-", TEXT, ((0, len(TEXT)),))
    [figure] = find_figures(article, [(0, len(TEXT))], coding=profile(name))
    assert (figure.low, figure.high, figure.bound) == (least, None, "dozens")


def test_a_users_file_changes_what_it_names_and_leaves_the_rest(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text("dozens = 30\n")
    mine = profile(str(file))
    assert (mine["dozens"], mine["hundreds"]) == (30, profile()["hundreds"])


def test_a_file_of_several_profiles_says_which(tmp_path: Path) -> None:
    file = tmp_path / "several.toml"
    file.write_text('default = "b"\n[a]\ndozens = 30\n[b]\ndozens = 40\n')
    assert profile(str(file))["dozens"] == 40


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("dozens: 3", "not a TOML file"),
        ("dozen = 12", "unknown plural 'dozen'"),
        ("dozens = 0", "at least 1"),
        ('dozens = "many"', "at least 1"),
        ("[a]\ntens = 1\n[b]\ntens = 2", "several profiles (a, b)"),
    ],
)
def test_a_malformed_file_is_named_with_its_fault(tmp_path: Path, written: str, message: str) -> None:
    file = tmp_path / "bad.toml"
    file.write_text(written)
    with pytest.raises(CodingError) as caught:
        profile(str(file))
    assert message in str(caught.value)
    assert "bad.toml" in str(caught.value)


def test_a_profile_is_part_of_what_a_build_rests_on() -> None:
    assert rules_digest((), identity(None)) != rules_digest((), identity("UCDP"))


def test_the_command_line_reads_with_a_profile_and_refuses_a_misspelt_one(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    read = CliRunner().invoke(cli, ["read", "--reader", "rules", "--coding", "UCDP", str(tmp_path / "a.txt")])
    assert "24 to ?" in read.output
    wrong = CliRunner().invoke(cli, ["read", "--coding", "ucdp", str(tmp_path / "a.txt")])
    assert wrong.exit_code == 2
    assert "choose ACLED" in wrong.output
