"""People decide who is who: the decision is kept through builds, removals and re-reading, and can be taken back."""

import subprocess
import sys
from pathlib import Path

import pytest

STORIES = {
    "dam.txt": "The dam held, said engineer Olha Zelenska on Monday. “We were lucky,” Zelenska said.",
    "levee.txt": "The levee broke, said engineer Olga Zelinska on Tuesday. “Nobody was hurt,” Zelinska said.",
    "mayor.txt": "The road is closed, said Mayor Bo Zelinsky on Friday.",
}


def sayso(*arguments: object, **env: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sayso", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, env={"PYTHONPATH": "graph", **env})


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("judging")
    (folder / "news").mkdir()
    for name, story in STORIES.items():
        (folder / "news" / name).write_text(story + " " + story.replace("Monday", "Sunday"), encoding="utf-8")
    assert sayso("build", folder / "news", "--store", folder / "store").returncode == 0
    return folder


def speakers(folder: Path) -> dict[str, int]:
    done = sayso("query", "who-speaks-most", "--store", folder / "store", "--format", "csv")
    rows = [line.split(",") for line in done.stdout.splitlines()[1:]]
    return {row[0]: int(row[1]) for row in rows}


def test_a_decision_counts_survives_and_is_taken_back(built: Path) -> None:
    store = ("--store", built / "store")
    before = speakers(built)
    assert {"Olha Zelenska", "Olga Zelinska", "Bo Zelinsky"} <= set(before)
    done = sayso("same", "Olha Zelenska", "agent/olga-zelinska", "--why", "one address", "--by", "Ada Roe", *store)
    assert done.returncode == 0 and "count both as agent/" in done.stderr, done.stderr
    merged = speakers(built)
    assert sum(merged.values()) == sum(before.values()) and len(merged) == len(before) - 1
    sayso("remove", "mayor.txt", *store)
    (built / "news" / "dam.txt").write_text(STORIES["dam.txt"] + " The sun shone, Zelenska said.", encoding="utf-8")
    assert sayso("build", built / "news", *store).returncode == 0
    assert len(speakers(built)) == len(merged)
    listed = sayso("query", "which-agents-are-judged-the-same", "--param", "verdict=same", "--format", "csv", *store)
    assert "one address" in listed.stdout and "Ada Roe" in listed.stdout
    back = sayso("same", "Olha Zelenska", "Olga Zelinska", "--take-back", *store, SAYSO_AUTHOR="Ada Roe")
    assert back.returncode == 0 and len(speakers(built)) == len(before), back.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["same", "Olha Zelenska", "Olga Zelinska"], "--why"),
        (["same", "Zelenska", "Nobody Atall", "--why", "x"], "nobody in this store is called so"),
        (["same", "agent/bo-zelinsky", "Bo Zelinsky", "--why", "x"], "one already"),
        (["different", "Bo", "Olga", "--take-back"], "nobody has judged the two different"),
        (["same", "Olha Zelenska", "Olga Zelinska", "--why", "x", "--by", "rule"], "say who decides"),
        (["same", "Olha Zelenska", "Russia", "--why", "x"], "never the same"),
    ],
)
def test_misuse_is_told_in_a_line(built: Path, arguments: list[str], told: str) -> None:
    done = sayso(*arguments, "--store", built / "store", SAYSO_AUTHOR="Ada Roe")
    assert done.returncode == 2 and told in done.stderr, done.stderr
    assert "Traceback" not in done.stderr


def test_a_gazetteer_of_ones_own_is_read_whole_and_a_broken_one_is_named(tmp_path: Path) -> None:
    (tmp_path / "own.ttl").write_text(
        "@prefix schema: <https://schema.org/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        "@prefix sayso: <https://w3id.org/sayso/ns#> .\n"
        '<agent/olena-petrenko> a schema:Person ; schema:name "Olena Petrenko" ; skos:altLabel "Elena Petrenko" .\n'
        '<agent/harbour-watch> a schema:Organization ; schema:name "Harbour Watch" ;\n'
        '  skos:altLabel "HWA", "Hafenwacht" ; sayso:bodyKind "charity" .\n',
        encoding="utf-8",
    )
    (tmp_path / "bad.ttl").write_text("<a> <b", encoding="utf-8")
    story = "Three boats sank, Hafenwacht said. The charity said it was late. HWA said the port was full. "
    (tmp_path / "sea.txt").write_text(
        story + "The port is closed, Elena Petrenko said. “Help us,” Petrenko said.", encoding="utf-8"
    )
    build = ("build", tmp_path / "sea.txt", "--store", tmp_path / "store", "--gazetteer")
    assert sayso(*build, tmp_path / "own.ttl").returncode == 0
    assert speakers(tmp_path) == {"Harbour Watch": 3, "Olena Petrenko": 2}
    for command in (build, ("read", tmp_path / "sea.txt", "--gazetteer")):
        done = sayso(*command, tmp_path / "bad.ttl")
        assert done.returncode == 3 and "bad.ttl: not a Turtle file" in done.stderr and "Traceback" not in done.stderr
