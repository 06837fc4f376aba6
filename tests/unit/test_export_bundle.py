"""The bundle proves itself: its own script finds nothing wrong, and finds each thing that was tampered with."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, Store

from sayso.errors import SaysoError
from sayso.export.bundle import write_bundle
from sayso.store import Dataset


def verify(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the bundle's script as its reader would: by itself, without sayso on the path."""
    command = [sys.executable, "-I", str(folder / "verify.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def bundle(dataset: Dataset, tmp_path: Path) -> Path:
    write_bundle(dataset, tmp_path / "bundle", texts=True)
    return tmp_path / "bundle"


def test_a_bundle_with_texts_checks_out(bundle: Path) -> None:
    done = verify(bundle, "--graph")
    assert done.returncode == 0, done.stdout
    assert done.stdout.splitlines() == [
        "ok  13 files against their digests",
        "ok  1 of 1 texts against their digests",
        "ok  10 quotations against the texts",
        "ok  4 rows of the tables against the evidence",
        "ok  10 spans against graph.trig",
    ]


def test_texts_stay_out_by_default_and_can_be_put_in_later(dataset: Dataset, bundle: Path, tmp_path: Path) -> None:
    write_bundle(dataset, tmp_path / "plain")
    assert not (tmp_path / "plain" / "texts").exists()
    assert "0 quotations against the texts; 10 not looked up" in verify(tmp_path / "plain").stdout
    (bundle / "texts").rename(tmp_path / "plain" / "texts")
    assert "ok  10 quotations against the texts\n" in verify(tmp_path / "plain").stdout


@pytest.mark.parametrize(
    ("file", "before", "after", "told"),
    [
        ("figures.csv", "at least 40", "at least 90", "the table has 'at least 90 people'"),
        (
            "annotations.jsonld",
            "at least 40 people had",
            "at least 90 people had",
            "the text has 'at least 40 people had",
        ),
        ("graph.trig", "at least 40 people had", "at least 90 people had", "the graph has 'at least 90 people had"),
        ("articles.csv", "sha256:", "sha256:0", "the table has another digest"),
    ],
)
def test_what_was_tampered_with_is_found_even_with_a_new_digest(
    bundle: Path, file: str, before: str, after: str, told: str
) -> None:
    path, manifest = bundle / file, bundle / "SHA256SUMS"
    old = hashlib.sha256(path.read_bytes()).hexdigest()
    path.write_text(path.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    assert f"{file}: changed" in verify(bundle).stdout
    new = hashlib.sha256(path.read_bytes()).hexdigest()
    manifest.write_text(manifest.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    done = verify(bundle, "--graph")
    assert (done.returncode, told in done.stdout, "changed" in done.stdout) == (1, True, False), done.stdout


def test_a_changed_text_and_a_stray_file_are_found(bundle: Path) -> None:
    (text,) = (bundle / "texts").iterdir()
    text.write_bytes(text.read_bytes().replace(b"Ruiz", b"Diaz"))
    (bundle / "stray.txt").write_text("?", encoding="utf-8")
    told = verify(bundle).stdout
    assert f"texts/{text.name}: another text" in told
    assert "stray.txt: not listed" in told


def test_the_same_store_gives_the_same_bytes(dataset: Dataset, bundle: Path, tmp_path: Path) -> None:
    write_bundle(dataset, tmp_path / "again", texts=True)
    assert (tmp_path / "again" / "SHA256SUMS").read_bytes() == (bundle / "SHA256SUMS").read_bytes()


def test_a_folder_in_use_is_left_alone(dataset: Dataset, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(SaysoError, match="not an empty folder"):
        write_bundle(dataset, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_the_graph_and_the_annotations_are_about_the_same_things(dataset: Dataset, bundle: Path) -> None:
    store = Store()
    store.load(path=str(bundle / "graph.trig"), format=RdfFormat.TRIG)
    assert len(store) > 100
    items = json.loads((bundle / "annotations.jsonld").read_text(encoding="utf-8"))["items"]
    assert items
    for item in items:
        assert next(store.quads_for_pattern(NamedNode(item["body"][0]), None, None, None), None)


def test_the_crate_lists_every_file(bundle: Path) -> None:
    crate = json.loads((bundle / "ro-crate-metadata.json").read_text(encoding="utf-8"))["@graph"]
    files = {entity["@id"] for entity in crate if entity["@type"] == "File"}
    here = {path.relative_to(bundle).as_posix() for path in bundle.rglob("*") if path.is_file()}
    assert files == here - {"ro-crate-metadata.json", "SHA256SUMS"}
