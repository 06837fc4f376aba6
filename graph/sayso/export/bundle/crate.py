"""The bundle described as an RO-Crate 1.1, so that repositories of research data can take it in."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode

from sayso import __version__
from sayso.namespaces import term
from sayso.store import Dataset

_SPECIFICATION = "https://w3id.org/ro/crate/1.1"
_KINDS = {
    ".trig": "application/trig",
    ".jsonld": "application/ld+json",
    ".json": "application/json",
    ".csv": "text/csv",
    ".ttl": "text/turtle",
    ".md": "text/markdown",
    ".py": "text/x-python",
    ".txt": "text/plain",
    ".sha256": "text/plain",
}
_MEANS = {
    "graph.trig": "Who said what: one named graph an article version, judgements and inferences apart.",
    "annotations.jsonld": "The characters that carry each statement and figure, as W3C Web Annotations.",
    "articles.csv": "The article versions, with the digests of their texts.",
    "statements.csv": "The statements, one a row.",
    "figures.csv": "The figures, one a row.",
    "csv-metadata.json": "What the columns of the tables mean (CSV on the Web).",
    "ontology.ttl": "The terms that the graph is written in.",
    "shapes.ttl": "What a well-formed graph holds (SHACL).",
    "texts.sha256": "The digests of the articles' texts.",
    "verify.py": "Checks the bundle; needs Python alone.",
    "README.md": "What the bundle holds and how to check it.",
}


def crate(dataset: Dataset, folder: Path, counts: Mapping[str, int]) -> str:
    """The metadata file. Its date is the day of the last build, so that the same store gives the same bytes."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    parts = [_file(path, path.relative_to(folder).as_posix()) for path in files]
    told = ", ".join(f"{count} {name}" for name, count in counts.items())
    root: dict[str, Any] = {
        "@id": "./",
        "@type": "Dataset",
        "name": "Who said what",
        "description": f"A knowledge graph of what news articles report, read by sayso: {told}.",
        "license": "None is stated for this data; texts and quotations belong to those who published them.",
        "creator": {"@id": "#sayso"},
        "hasPart": [{"@id": part["@id"]} for part in parts],
    }
    if day := _last_build(dataset):
        root["datePublished"] = day
    about = {"@id": "./"}
    descriptor = {"@id": "ro-crate-metadata.json", "@type": "CreativeWork", "about": about}
    descriptor["conformsTo"] = {"@id": _SPECIFICATION}
    software = {"@id": "#sayso", "@type": "SoftwareApplication", "name": "sayso", "version": __version__}
    graph = [descriptor, root, software, *parts]
    return json.dumps({"@context": f"{_SPECIFICATION}/context", "@graph": graph}, indent=1, ensure_ascii=False) + "\n"


def _file(path: Path, name: str) -> dict[str, Any]:
    described: dict[str, Any] = {"@id": name, "@type": "File", "name": name}
    described |= {"encodingFormat": _KINDS[path.suffix], "contentSize": str(path.stat().st_size)}
    return described | ({"description": _MEANS[name]} if name in _MEANS else {})


def _last_build(dataset: Dataset) -> str:
    runs, ended = NamedNode(dataset.iris.graph("runs")), NamedNode(term("prov:endedAtTime"))
    moments = (quad.object for quad in dataset.store.quads_for_pattern(None, ended, None, runs))
    return max((moment.value[:10] for moment in moments if isinstance(moment, Literal)), default="")
