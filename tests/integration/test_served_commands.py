"""The command line with a reader that asks a server: cost, keys, and what is told when something is amiss."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

KEY = "sk-local-0123456789"
TEXT = "“We tried\u00a0our best,” Mayor Ana Ruiz said on Monday.\n\nThe agency believes the dam will hold."
GOOD = [
    {"source": ["Mayor Ana Ruiz"], "cue": ["said"], "content": ['"We tried our best,"'], "act": "speech"},
    {"source": ["The agency"], "cue": ["believes"], "content": ["the dam will hold"], "act": "attitude"},
]


def sayso(*arguments: str | Path, **settings: str) -> subprocess.CompletedProcess[str]:
    told = {name: value for name, value in os.environ.items() if not name.startswith("SAYSO_")} | settings
    command = [sys.executable, "-m", "sayso", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8", env=told)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    (tmp_path / "dam.txt").write_text(TEXT + "\n", encoding="utf-8")
    return tmp_path / "dam.txt"


def environment(server: Any, folder: Path, model: str = "small") -> dict[str, str]:
    return {
        "SAYSO_LLM_BASE_URL": server.url,
        "SAYSO_LLM_API_KEY": KEY,
        "SAYSO_LLM_MODEL": model,
        "SAYSO_CACHE": str(folder / "cache"),
    }


def test_the_command_line_reads_through_a_server_and_tells_the_cost(play: Any, tmp_path: Path, story: Path) -> None:
    told = environment(play(play.answer(GOOD)), tmp_path)
    done = sayso("read", story, "--reader", "server", "--format", "jsonl", **told)
    assert done.returncode == 0, done.stderr
    assert [s["act"] for s in json.loads(done.stdout)["statements"]] == ["speech", "attitude"]
    assert "1 request, 0 answers from the cache, 100 prompt and 20 completion tokens" in done.stderr


def test_a_build_asks_again_for_another_model_alone(play: Any, tmp_path: Path, story: Path) -> None:
    server, store = play(play.answer(GOOD)), tmp_path / "store"
    told = environment(server, tmp_path)
    runs = [
        sayso("build", story, "--store", store, "--reader", "server", **settings)
        for settings in (told, told, {**told, "SAYSO_LLM_MODEL": "large"})
    ]
    assert [run.returncode for run in runs] == [0, 0, 0], runs
    outcomes = [run.stderr.splitlines()[0] for run in runs]
    assert [part in line for part, line in zip(["1 stored", "1 unchanged", "1 stored"], outcomes, strict=True)] == [
        True
    ] * 3
    assert len(server.asked) == 2
    assert not any(KEY.encode() in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())


def test_a_build_with_a_wrong_key_stops_with_one_clear_line(play: Any, tmp_path: Path, story: Path) -> None:
    told = environment(play({"status": 401, "body": "no"}), tmp_path)
    done = sayso("build", story, "--store", tmp_path / "store", "--reader", "server", **told)
    assert (done.returncode, "SAYSO_LLM_API_KEY" in done.stderr) == (3, True), done.stderr
    assert "Traceback" not in done.stderr and KEY not in done.stderr


def test_an_article_without_an_answer_is_skipped_and_named(play: Any, tmp_path: Path, story: Path) -> None:
    (tmp_path / "east.txt").write_text("Rain, said Bo.", encoding="utf-8")
    for command in (["read"], ["build", "--store", str(tmp_path / "store")]):
        told = environment(play({"status": 400, "body": "too long"}, play.answer([])), tmp_path / command[0])
        done = sayso(*command, story, tmp_path / "east.txt", "--reader", "server", **told)
        assert done.returncode == 1, done.stderr
        assert "skipped: dam.txt: the server 127.0.0.1" in done.stderr


@pytest.mark.parametrize(
    ("reader", "settings", "named"),
    [
        ("nobody", {}, "rules"),
        ("server", {}, "SAYSO_LLM_BASE_URL"),
        ("server", {"SAYSO_LLM_BASE_URL": "http://localhost"}, "SAYSO_LLM_API_KEY"),
        ("server", {"SAYSO_LLM_BASE_URL": "http://localhost", "SAYSO_LLM_API_KEY": "x"}, "SAYSO_LLM_MODEL"),
        ("server", dict.fromkeys(["SAYSO_LLM_BASE_URL", "SAYSO_LLM_API_KEY", "SAYSO_LLM_MODEL"], "x"), "http"),
        (
            "server",
            {"SAYSO_LLM_BASE_URL": "http://localhost", "SAYSO_LLM_API_KEY": "bad key", "SAYSO_LLM_MODEL": "x"},
            "SAYSO_LLM_API_KEY holds",
        ),
    ],
)
def test_a_reader_that_lacks_something_is_misuse(
    tmp_path: Path, story: Path, reader: str, settings: dict[str, str], named: str
) -> None:
    done = sayso("build", story, "--store", tmp_path / "store", "--reader", reader, **settings)
    assert (done.returncode, named in done.stderr) == (2, True), done.stderr
    assert not (tmp_path / "store").exists() and "bad key" not in done.stderr
