"""Writes the bundle: into a folder beside its place first, so that what is there is always whole."""

import hashlib
import shutil
import tempfile
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from sayso.errors import SaysoError
from sayso.export.annotations import write_annotations
from sayso.export.bundle import verify
from sayso.export.bundle.crate import crate
from sayso.export.bundle.readme import readme
from sayso.export.tables import TABLES, write_csv, write_csvw
from sayso.export.turtle import write_trig
from sayso.namespaces import term
from sayso.resources import resource
from sayso.store import Dataset

_TURTLE_FILES = {
    "ontology.ttl": ("sayso.ttl", "modules/*.ttl", "vocabularies/*.ttl", "alignments/*.ttl"),
    "shapes.ttl": ("shapes/*.ttl",),
}


def write_bundle(dataset: Dataset, folder: Path, *, texts: bool = False, runs: bool = False) -> int:
    """Write the bundle and return the number of its files.

    ``texts`` adds the articles' texts, one file each, ``runs`` the provenance of runs. Raises SaysoError
    where the folder exists and is not empty.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise SaysoError(f"{folder}: this is not an empty folder; name one for the bundle that is not there yet")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as beside:
        coming = Path(beside) / "bundle"
        coming.mkdir()
        _write(dataset, coming, texts=texts, runs=runs)
        if folder.exists():
            folder.rmdir()
        coming.replace(folder)
    return sum(path.is_file() for path in folder.rglob("*"))


def _write(dataset: Dataset, folder: Path, *, texts: bool, runs: bool) -> None:
    store, base = dataset.store, dataset.iris.base
    graphs = dataset.exported_graphs(runs=runs)
    with (folder / "graph.trig").open("wb") as out:
        write_trig(store, graphs, out, base)
    with (folder / "annotations.jsonld").open("wb") as out:
        write_annotations(store, graphs, out, f"{base}annotations")
    counts = {}
    for name, table in TABLES.items():
        with (folder / f"{name}.csv").open("wb") as out:
            counts[name] = write_csv(store, table, graphs, out)
    with (folder / "csv-metadata.json").open("wb") as out:
        write_csvw({f"{name}.csv": table for name, table in TABLES.items()}, out)
    _write_terms(folder)
    _write_texts(dataset, folder, included=texts)
    shutil.copyfile(Path(verify.__file__), folder / "verify.py")
    (folder / "README.md").write_text(readme(counts, base, texts=texts), encoding="utf-8")
    (folder / "ro-crate-metadata.json").write_text(crate(dataset, folder, counts), encoding="utf-8")
    _write_manifest(folder)


def _write_terms(folder: Path) -> None:
    """The ontology and the shapes, each as one file of Turtle: files of Turtle joined are Turtle."""
    for name, patterns in _TURTLE_FILES.items():
        files = [path for pattern in patterns for path in sorted(resource("ontology").glob(pattern))]
        joined = "\n".join(path.read_text(encoding="utf-8") for path in files)
        (folder / name).write_text(joined, encoding="utf-8", newline="\n")


def _write_texts(dataset: Dataset, folder: Path, *, included: bool) -> None:
    """The digest of every text, and on demand the texts, byte for byte what the offsets count in."""
    lines = []
    for key in dataset.article_keys():
        quads = dataset.quads([NamedNode(dataset.iris.text_graph(key))])
        text = next((q.object for q in quads if q.predicate.value == term("schema:articleBody")), None)
        assert isinstance(text, Literal)  # a stored article has its text
        data = text.value.encode("utf-8")
        lines.append(f"{hashlib.sha256(data).hexdigest()}  texts/{key}.txt\n")
        if included:
            (folder / "texts").mkdir(exist_ok=True)
            (folder / "texts" / f"{key}.txt").write_bytes(data)
    (folder / "texts.sha256").write_text("".join(lines), encoding="utf-8")


def _write_manifest(folder: Path) -> None:
    """The digest of every file but this one, in the form that ``sha256sum -c`` reads."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    lines = [f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {p.relative_to(folder).as_posix()}\n" for p in files]
    (folder / verify.MANIFEST).write_text("".join(lines), encoding="utf-8")
