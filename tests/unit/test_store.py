"""The store changes by whole transactions: put, replace, remove; one writer at a time."""

import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from sayso.errors import SaysoError, StoreLockedError, StoreMissingError
from sayso.store import Dataset, Entry
from sayso.store.transaction import Transaction


def article(dataset: Dataset, key: str, words: str) -> list[Quad]:
    graph = NamedNode(dataset.iris.article_graph(key))
    return [Quad(NamedNode(dataset.iris.article(key)), NamedNode("https://schema.org/headline"), Literal(words), graph)]


def entry(key: str, location: str = "/news/a.txt") -> Entry:
    return Entry(location, "a.txt", key, f"input of {key}", "rules")


@pytest.fixture(params=["memory", "disk"])
def dataset(request: pytest.FixtureRequest, tmp_path: Path):  # type: ignore[no-untyped-def]
    opened = Dataset.in_memory() if request.param == "memory" else Dataset.open(tmp_path / "store", write=True)
    with opened:
        yield opened


def held(dataset: Dataset) -> set[str]:
    return {str(quad) for quad in dataset.store}


def test_what_is_put_is_there_and_in_the_ledger(dataset: Dataset) -> None:
    assert dataset.put(entry("k1"), article(dataset, "k1", "first")) is False
    assert dataset.article_keys() == ["k1"]
    assert dataset.ledger.entry("/news/a.txt") == entry("k1")


def test_an_edited_article_replaces_its_older_version(dataset: Dataset) -> None:
    dataset.put(entry("k1"), article(dataset, "k1", "first"))
    assert dataset.put(entry("k2"), article(dataset, "k2", "second")) is True
    assert dataset.article_keys() == ["k2"]
    assert not [line for line in held(dataset) if "k1" in line]


def test_a_version_held_from_elsewhere_too_stays(dataset: Dataset) -> None:
    dataset.put(entry("k1"), article(dataset, "k1", "wire"))
    dataset.put(entry("k1", "/news/b.txt"), article(dataset, "k1", "wire"))
    dataset.put(entry("k2"), article(dataset, "k2", "rewritten"))
    assert dataset.article_keys() == ["k1", "k2"]


def test_removing_takes_away_exactly_what_the_article_brought(dataset: Dataset) -> None:
    dataset.put(entry("k1"), article(dataset, "k1", "stays"))
    before = held(dataset)
    dataset.put(entry("k2", "/news/b.txt"), article(dataset, "k2", "goes"))
    assert held(dataset) != before
    dataset.remove("k2")
    assert held(dataset) == before


def test_derived_graphs_are_out_of_date_from_a_change_until_they_are_written(dataset: Dataset) -> None:
    dataset.put(entry("k1"), article(dataset, "k1", "first"))
    assert dataset.ledger.is_stale()
    dataset.replace_graphs({"inferred": []}, derived=True)
    assert not dataset.ledger.is_stale()


def numbered(dataset: Dataset, numbers: range, graph_name: str = "comparisons") -> list[Quad]:
    graph, name = NamedNode(dataset.iris.graph(graph_name)), NamedNode("https://schema.org/name")
    return [Quad(NamedNode(f"urn:x:{n}"), name, Literal(str(n)), graph) for n in numbers]


def test_a_graph_that_is_written_again_changes_only_in_what_differs(dataset: Dataset) -> None:
    dataset.replace_graphs({"comparisons": numbered(dataset, range(6))}, derived=True)
    dataset.replace_graphs({"comparisons": numbered(dataset, range(3, 9))}, derived=True)
    assert set(dataset.quads([NamedNode(dataset.iris.graph("comparisons"))])) == set(numbered(dataset, range(3, 9)))


@pytest.mark.parametrize("killed_at", range(3))
def test_a_long_derived_graph_that_was_half_written_is_out_of_date_until_it_is_whole(
    dataset: Dataset, monkeypatch: pytest.MonkeyPatch, killed_at: int
) -> None:
    monkeypatch.setattr("sayso.store.dataset._PIECE", 2)
    dataset.replace_graphs({"comparisons": numbered(dataset, range(4))}, derived=True)
    commits, commit = [], Transaction.commit

    def killed(change: Transaction, store: Store) -> None:
        if len(commits) == killed_at:
            raise KeyboardInterrupt
        commits.append(change)
        commit(change, store)

    wanted = numbered(dataset, range(2, 8))
    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(Transaction, "commit", killed)
        dataset.replace_graphs({"comparisons": wanted}, derived=True)
    assert dataset.ledger.is_stale() is (killed_at > 0)
    dataset.replace_graphs({"comparisons": wanted}, derived=True)
    assert set(dataset.quads([NamedNode(dataset.iris.graph("comparisons"))])) == set(wanted)
    assert not dataset.ledger.is_stale()


def test_what_people_decided_is_written_in_one_transaction(dataset: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.store.dataset._PIECE", 2)
    commits, commit = [], Transaction.commit
    monkeypatch.setattr(Transaction, "commit", lambda change, store: (commits.append(change), commit(change, store)))
    dataset.replace_graphs({"decisions": numbered(dataset, range(7), "decisions")})
    assert len(commits) == 1


def test_a_malformed_change_changes_nothing(dataset: Dataset) -> None:
    dataset.put(entry("k1"), article(dataset, "k1", "first"))
    before = held(dataset)
    with pytest.raises(SyntaxError):
        dataset.store.update("DROP SILENT GRAPH <urn:x> ; INSERT DATA { broken")
    assert held(dataset) == before


def test_words_that_look_like_syntax_are_kept_as_words(dataset: Dataset) -> None:
    words = 'a "quoted" \\ back\nslash } ; DROP ALL # <x> \u2028 \U0001f600'
    dataset.put(entry("k1"), article(dataset, "k1", words))
    assert [q.object.value for q in dataset.quads([NamedNode(dataset.iris.article_graph("k1"))])] == [words]


def test_a_folder_without_a_store_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreMissingError, match="no store here"):
        Dataset.open(tmp_path / "nothing")


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("precious")
    with pytest.raises(SaysoError, match="neither a store nor an empty folder"):
        Dataset.open(tmp_path, write=True)


def test_the_base_is_fixed_when_the_store_is_made(tmp_path: Path) -> None:
    Dataset.open(tmp_path / "s", write=True, base="https://one.example/").close()
    with pytest.raises(SaysoError, match=r"has the base https://one\.example/"):
        Dataset.open(tmp_path / "s", write=True, base="https://two.example/")
    with Dataset.open(tmp_path / "s") as reopened:
        assert reopened.iris.base == "https://one.example/"


@pytest.mark.parametrize("base", ["no scheme/", "https://a.example/<b>/"])
def test_a_base_that_is_no_iri_is_refused_before_anything_is_made(tmp_path: Path, base: str) -> None:
    with pytest.raises(SaysoError, match="no IRI"):
        Dataset.open(tmp_path / "s", write=True, base=base)
    assert not (tmp_path / "s").exists()


def test_a_store_is_not_made_where_there_is_none_to_change(tmp_path: Path) -> None:
    with pytest.raises(StoreMissingError):
        Dataset.open(tmp_path / "s", write=True, make=False)
    assert not (tmp_path / "s").exists()


def test_a_store_killed_while_its_settings_were_written_can_be_made(tmp_path: Path) -> None:
    (tmp_path / "lock").touch()
    (tmp_path / "store.json.new").write_text("{")
    with Dataset.open(tmp_path, write=True) as dataset:
        assert dataset.article_keys() == []


def test_damaged_settings_are_named(tmp_path: Path) -> None:
    (tmp_path / "store.json").write_text("{")
    with pytest.raises(SaysoError, match="damaged"):
        Dataset.open(tmp_path)


def test_a_changed_reference_graph_leaves_what_is_derived_out_of_date(dataset: Dataset) -> None:
    graph = NamedNode(dataset.iris.graph("gazetteer"))
    quads = [Quad(NamedNode("urn:a"), NamedNode("https://schema.org/name"), Literal("A"), graph)]
    dataset.set_reference({"gazetteer": quads})
    assert dataset.ledger.is_stale()
    dataset.replace_graphs({"inferred": []}, derived=True)
    dataset.set_reference({"gazetteer": quads})
    assert not dataset.ledger.is_stale()


@pytest.mark.parametrize("write", [True, False])
def test_another_process_gets_a_clear_message_while_one_writes(tmp_path: Path, write: bool) -> None:
    folder = tmp_path / "store"
    hold = f"held = Dataset.open({str(folder)!r}, write=True)"
    program = f"from sayso.store import Dataset; {hold}; print('open', flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None and writer.stdout.readline() == "open\n"
        with pytest.raises(StoreLockedError, match="another sayso process"):
            Dataset.open(folder, write=write)
        writer.kill()
    Dataset.open(folder, write=write).close()  # the lock dies with its holder


def test_many_may_read_at_once(tmp_path: Path) -> None:
    Dataset.open(tmp_path / "s", write=True).close()
    with Dataset.open(tmp_path / "s"), Dataset.open(tmp_path / "s"):
        pass
