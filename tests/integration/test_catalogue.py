"""The catalogue answers as the questions and the audit do, grows with the store, and is not read when out of date."""

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sayso.audit import Selection, audit, look_at
from sayso.audit.json_form import to_json
from sayso.catalogue import entries, findings, is_there, listed
from sayso.errors import QuestionError
from sayso.pipeline import Settings, build, derive
from sayso.query import ask, find_question
from sayso.resources import resource
from sayso.store import Dataset

ASKED: list[tuple[str, dict[str, str]]] = [
    ("find-figures", {}),
    ("find-figures", {"kind": "killed"}),
    ("find-figures", {"kind": "casualties", "since": "2025-01"}),
    ("find-figures", {"words": "SOLDIERS"}),
    ("find-figures", {"words": "600 fatalities"}),
    ("find-figures", {"outlet": "orbit  news"}),
    ("find-figures", {"outlet": "orb"}),
    ("find-figures", {"until": "2024"}),
    ("find-statements", {}),
    ("find-statements", {"words": "troops"}),
    ("find-statements", {"who": "kremlin"}),
    ("find-statements", {"who": "agent/kremlin", "how": "Denies"}),
    ("find-statements", {"how": "denies", "since": "2024-06"}),
    ("find-statements", {"outlet": "Orbit News", "until": "2025-06-15"}),
    ("find-sources", {}),
    ("find-sources", {"words": "MINISTRY"}),
    ("find-sources", {"class": "Person", "words": "lee"}),
    ("find-sources", {"words": "' OR 1=1 --"}),
]
SELECTED = [
    {},
    {"kind": "killed"},
    {"about": "soldiers"},
    {"who": "National Intelligence Service"},
    {"article": "Inland Post"},
    {"place": "Kursk", "since": "2025"},
]


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dataset]:
    folder = tmp_path_factory.mktemp("catalogue") / "store"
    with Dataset.open(folder, write=True) as dataset:
        build([str(resource("sample") / "articles")], dataset, settings=Settings(workers=1))
        yield dataset


def everything(dataset: Dataset) -> list[Any]:
    return [listed(dataset, name, params) for name, params in ASKED]


def as_asked(dataset: Dataset) -> list[Any]:
    answers = (ask(dataset.store, find_question(name), params, dataset.iris.base) for name, params in ASKED)
    return [(answer.columns, answer.rows) for answer in answers]


def test_lists_are_what_the_questions_answer(dataset: Dataset) -> None:
    found = everything(dataset)
    assert [(one.columns, one.rows) for one in found] == as_asked(dataset)
    assert all(one.total == len(one.rows) for one in found)
    assert sum(bool(one.rows) for one in found) >= 14


def test_a_page_is_a_part_of_the_whole(dataset: Dataset) -> None:
    whole, part = listed(dataset, "find-statements", {}), listed(dataset, "find-statements", {}, start=20, count=7)
    assert whole and part
    assert (part.rows, part.total) == (whole.rows[20:27], whole.total)


@pytest.mark.parametrize("selected", SELECTED, ids=str)
def test_findings_are_those_of_the_audit(dataset: Dataset, selected: dict[str, str]) -> None:
    selection = Selection(**selected)
    whole, part = look_at(dataset.store, dataset.iris), look_at(dataset.store, dataset.iris, selection)
    expected = to_json(audit(whole, selection))
    assert expected["findings"]
    assert findings(dataset, selection) == expected["findings"]
    assert to_json(audit(part, selection)) == expected


def test_what_fits_nothing_is_named(dataset: Dataset) -> None:
    for who in (
        lambda: findings(dataset, Selection(kind="kiled")),
        lambda: listed(dataset, "find-figures", {"kid": ""}),
    ):
        with pytest.raises(QuestionError, match="did you mean"):
            who()


def test_an_unknown_kind_is_left_to_the_question(dataset: Dataset) -> None:
    assert listed(dataset, "find-figures", {"kind": "kiled"}) is None
    assert listed(dataset, "who-denies-what", {}) is None


def test_it_follows_the_store(dataset: Dataset, tmp_path: Path) -> None:
    shutil.copytree(Path(str(dataset.folder)), tmp_path / "copy")
    with Dataset.open(tmp_path / "copy", write=True) as copy:
        gone = copy.article_keys()[:2]
        copy.remove(gone[0])
        assert listed(copy, "find-figures", {}) is None and findings(copy, Selection()) is None
        derive(copy)
        assert [(one.columns, one.rows) for one in everything(copy)] == as_asked(copy)
        build([str(resource("sample") / "articles")], copy, settings=Settings(workers=1))
        assert [(one.columns, one.rows) for one in everything(copy)] == as_asked(dataset)


def test_what_a_kill_or_another_version_leaves_is_not_read(dataset: Dataset, tmp_path: Path) -> None:
    shutil.copytree(Path(str(dataset.folder)), tmp_path / "copy")
    file = tmp_path / "copy" / "lists.sqlite"
    with Dataset.open(tmp_path / "copy", write=True) as copy:
        file.write_bytes(b"not a catalogue")
        assert not is_there(copy) and listed(copy, "find-figures", {}) is None
        derive(copy)
        with sqlite3.connect(file) as catalogue:
            catalogue.execute("UPDATE state SET value = 'older' WHERE name = 'layout'")
        assert not is_there(copy)
        file.unlink()
        assert not is_there(copy)
        derive(copy)
        assert everything(copy) == everything(dataset)


def test_words_are_spaced_as_in_the_questions() -> None:
    assert entries.spaced("L'Écho: नमस्ते_2") == " l écho नमस्ते 2 "
