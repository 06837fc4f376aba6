"""Articles in, a store out: the same bytes every time, whatever happened on the way."""

import json
import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, serialize

from sayso.ingest import Document, documents
from sayso.pipeline import Settings, build, derive, input_digest
from sayso.resources import resource
from sayso.store import Dataset

STORY = "The mayor, {who}, said on Monday that {n} people had been rescued from the flooded valley.\n"


def nquads(dataset: Dataset) -> list[bytes]:
    """What an export carries, texts and reference graphs included, as sorted lines."""
    graphs = dataset.exported_graphs(texts=True, reference=True)
    return sorted((serialize(dataset.quads(graphs), format=RdfFormat.N_QUADS) or b"").splitlines())


def built(folder: Path, *paths: Path, settings: Settings | None = None) -> list[bytes]:
    with Dataset.open(folder, write=True) as dataset:
        summary = build([str(path) for path in paths], dataset, settings=settings or Settings())
        assert not summary.rejected and not summary.invalid
        return nquads(dataset)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for number, who in enumerate(["Ada Brook", "Tomás Rey", "Ngozi Obi"], start=1):
        (folder / f"{number}.txt").write_text(STORY.format(who=who, n=10 * number), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """The sample corpus, built once without disturbance."""
    return built(tmp_path_factory.mktemp("clean") / "store", resource("sample/articles"))


def test_two_builds_of_one_input_give_the_same_bytes(tmp_path: Path, clean: list[bytes]) -> None:
    copy = shutil.copytree(resource("sample/articles"), tmp_path / "elsewhere")
    assert built(tmp_path / "store", copy) == clean
    articles = {line.split()[3] for line in clean if b"/graph/article/" in line.split()[3]}
    assert len(articles) >= 15


def test_one_process_or_two_give_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clean: list[bytes]
) -> None:
    monkeypatch.setattr("sayso.workers.ALONE", 2)
    assert built(tmp_path / "store", resource("sample/articles"), settings=Settings(workers=2)) == clean


def test_no_blank_nodes_anywhere(clean: list[bytes]) -> None:
    assert not [line for line in clean if line.startswith(b"_:") or b" _:" in line.partition(b'"')[0]]


def test_building_again_passes_over_what_has_not_changed(news: Path, tmp_path: Path) -> None:
    with Dataset.open(tmp_path / "store", write=True) as dataset:
        first = build([str(news)], dataset)
        before = nquads(dataset)
        second = build([str(news)], dataset)
        assert (first.stored, first.unchanged) == (3, 0)
        assert (second.stored, second.unchanged) == (0, 3)
        assert nquads(dataset) == before


def test_another_name_for_the_same_file_does_not_make_it_new(news: Path) -> None:
    (document,) = documents([str(news / "1.txt")])
    assert isinstance(document, Document)
    assert input_digest(document) == input_digest(replace(document, file="news/1.txt"))
    assert input_digest(document) != input_digest(replace(document, data=b"other"))


def test_an_edited_article_replaces_its_older_version(news: Path, tmp_path: Path) -> None:
    built(tmp_path / "store", news)
    (news / "2.txt").write_text(STORY.format(who="Tomás Rey", n=25), encoding="utf-8")
    with Dataset.open(tmp_path / "store", write=True) as dataset:
        summary = build([str(news)], dataset)
        assert (summary.replaced, summary.unchanged) == (1, 2)
        after = nquads(dataset)
    assert after == built(tmp_path / "fresh", news)


def test_removing_an_article_takes_exactly_what_it_brought(news: Path, tmp_path: Path) -> None:
    extra = tmp_path / "extra.txt"
    extra.write_text(STORY.format(who="Ada Brook", n=99), encoding="utf-8")
    with Dataset.open(tmp_path / "store", write=True) as dataset:
        build([str(news)], dataset)
        before, everything = nquads(dataset), {str(q) for q in dataset.store}
        build([str(extra)], dataset)
        assert nquads(dataset) != before
        (entry,) = (e for e in dataset.ledger.entries() if e.file == "extra.txt")
        dataset.remove(entry.key)
        derive(dataset)
        assert nquads(dataset) == before
        left = {str(q) for q in dataset.store} - everything
        assert not [line for line in left if entry.key in line]


KILLED = """
import os, signal, sys
import sayso.pipeline as pipeline
from sayso.store import Dataset
store, sample, moment = sys.argv[1:]
die = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
if moment == "derive":
    pipeline.derive = die
done = 0
def notice(file):
    global done
    done += 1
    if str(done) == moment:
        die()
with Dataset.open(store, write=True) as dataset:
    if moment == "reference":
        dataset.set_reference = die
    pipeline.build([sample], dataset, notice=notice)
"""


@pytest.mark.parametrize("moment", ["reference", "1", "2", "7", "derive"])
def test_killed_at_any_moment_the_next_build_completes_it(tmp_path: Path, clean: list[bytes], moment: str) -> None:
    store = tmp_path / "store"
    command = [sys.executable, "-c", KILLED, str(store), str(resource("sample/articles")), moment]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    Dataset.open(store).close()
    assert built(store, resource("sample/articles")) == clean


def test_the_same_article_in_two_places_is_stored_once_and_named(news: Path, tmp_path: Path) -> None:
    shutil.copy(news / "1.txt", news / "copy.txt")
    with Dataset.open(tmp_path / "store", write=True) as dataset:
        summary = build([str(news)], dataset)
        assert summary.duplicates == ["copy.txt: the same article as 1.txt"]
        assert (summary.stored, summary.seen, len(dataset.article_keys())) == (3, 4, 3)


def test_broken_inputs_are_named_and_the_rest_is_built(news: Path, tmp_path: Path) -> None:
    (news / "empty.txt").write_bytes(b"")
    (news / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    line = json.dumps({"id": "7", "text": STORY.format(who="Ada Brook", n=7)})
    (news / "lines.jsonl").write_text(f"{line}\n{{broken\n", encoding="utf-8")
    with Dataset.open(tmp_path / "store", write=True) as dataset:
        summary = build([str(news), str(tmp_path / "missing.txt")], dataset)
    assert summary.stored == 4
    names = [rejected.file for rejected in summary.rejected]
    assert len(names) == 4
    for part in ("empty.txt", "picture.txt", "lines.jsonl", "missing.txt"):
        assert any(part in name for name in names), part
    assert all(rejected.reason for rejected in summary.rejected)


def test_a_text_too_long_to_be_an_article_is_named_with_the_limit(news: Path, tmp_path: Path) -> None:
    (news / "novel.txt").write_text(STORY.format(who="Ada Brook", n=7) * 7000, encoding="utf-8")
    with Dataset.open(tmp_path / "store", write=True) as dataset:
        summary = build([str(news)], dataset)
    assert summary.stored == 3
    assert [r.reason.endswith("(at most 500,000): split it") for r in summary.rejected] == [True]


def test_an_article_that_breaks_the_reader_is_skipped_and_named(
    news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sayso import pipeline

    whole = pipeline.read

    def break_on_second(article, *known):  # type: ignore[no-untyped-def]
        if article.file == "2.txt":
            raise RecursionError("too deep")
        return whole(article, *known)

    monkeypatch.setattr(pipeline, "read", break_on_second)
    with Dataset.open(tmp_path / "store", write=True) as dataset:
        summary = build([str(news)], dataset)
    assert summary.stored == 2
    assert [str(r) for r in summary.rejected] == ["2.txt: reading it failed with RecursionError: too deep"]


def test_a_graph_that_breaks_a_shape_stays_out_unless_the_user_insists(
    news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sayso import pipeline
    from sayso.model.terms import node

    whole = pipeline.to_quads

    def without_a_speaker(reading, iris):  # type: ignore[no-untyped-def]
        return [q for q in whole(reading, iris) if q.predicate != node("sayso:textDigest")]

    monkeypatch.setattr(pipeline, "to_quads", without_a_speaker)
    with Dataset.open(tmp_path / "store", write=True) as dataset:
        summary = build([str(news)], dataset)
        assert len(summary.invalid) == 3 and dataset.article_keys() == []
        _, report = summary.invalid[0]
        assert any("Article" in finding.shape and finding.message for finding in report.findings)
        build([str(news)], dataset, settings=Settings(keep_invalid=True))
        assert len(dataset.article_keys()) == 3
