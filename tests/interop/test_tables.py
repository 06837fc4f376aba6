"""The tables and the bundle, opened by pandas, csvw, rocrate and jsonld.js."""

import contextlib
import json
import urllib.parse
from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from sayso.export.bundle import write_bundle
from sayso.export.tables import TABLES, rows, write_parquet
from sayso.namespaces import PREFIXES, term

pytestmark = pytest.mark.interop

ANNOTATION_TERMS = {  # those of http://www.w3.org/ns/anno.jsonld that the bundle uses
    "id": "@id",
    "type": "@type",
    "Annotation": "oa:Annotation",
    "AnnotationPage": "as:OrderedCollectionPage",
    "SpecificResource": "oa:SpecificResource",
    "TextPositionSelector": "oa:TextPositionSelector",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "TextualBody": "oa:TextualBody",
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    "identifying": "oa:identifying",
    "tagging": "oa:tagging",
    "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
    "start": "oa:start",
    "end": "oa:end",
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "value": "rdf:value",
    "oa": PREFIXES["oa"],
    "rdf": PREFIXES["rdf"],
    "as": "http://www.w3.org/ns/activitystreams#",
}


@pytest.fixture
def bundle(exported: Any, tmp_path: Path) -> Path:
    write_bundle(exported.dataset, tmp_path / "bundle", texts=True)
    return tmp_path / "bundle"


def test_pandas_reads_every_table_from_csv_and_parquet_alike(exported: Any, bundle: Path, tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed; run make interop")
    pytest.importorskip("pyarrow", reason="pyarrow is not installed; run make interop")
    graphs = exported.dataset.exported_graphs()
    for name, table in TABLES.items():
        with (tmp_path / "table.parquet").open("wb") as out:
            write_parquet(exported.dataset.store, table, graphs, out)
        parquet = pandas.read_parquet(tmp_path / "table.parquet")
        csv = pandas.read_csv(bundle / f"{name}.csv", dtype=dict(parquet.dtypes), keep_default_na=False, na_values="")
        assert len(csv) == len(list(rows(exported.dataset.store, table, graphs))) > 0
        pandas.testing.assert_frame_equal(csv, parquet, check_dtype=False)


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder over HTTP on this machine, since csvw takes IRIs in a local file for paths."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_csvw_finds_the_tables_valid_and_reads_triples_of_the_graph(exported: Any, bundle: Path) -> None:
    csvw = pytest.importorskip("csvw", reason="csvw is not installed; run make interop")
    with served(bundle) as address:
        read = csvw.CSVW(f"{address}/csv-metadata.json", validate=True)
        assert read.is_valid, read.warnings
        tables = read.to_json()["tables"]
    subjects = [described for table in tables for row in table["row"] for described in row["describes"]]
    assert len(subjects) >= 5
    graph: dict[tuple[str, str], set[str]] = defaultdict(set)
    for quad in exported.quads:
        graph[quote(quad.subject.value), quad.predicate.value].add(quad.object.value)
    cells = [(subject, name) for subject in subjects for name in subject if not name.startswith("@")]
    assert len(cells) > len(subjects)
    for subject, name in cells:
        values = {quote(value) for value in graph[quote(subject["@id"]), name]}
        assert quote(_plain(subject[name])) in values, (subject["@id"], name)


def _plain(cell: object) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def quote(iri: str) -> str:
    """As a URI template writes it: letters beyond ASCII as percent codes."""
    return urllib.parse.quote(iri, safe="%/:?#[]@!$&'()*+,;= ")


def test_rocrate_opens_the_bundle_and_finds_every_file(bundle: Path) -> None:
    rocrate = pytest.importorskip("rocrate.rocrate", reason="rocrate is not installed; run make interop")
    crate = rocrate.ROCrate(str(bundle))
    files = {entity.id for entity in crate.data_entities}
    assert {"graph.trig", "annotations.jsonld", "figures.csv", "verify.py"} <= files
    assert all((bundle / name).is_file() for name in files)


def test_the_annotations_as_rdf_are_the_evidence_of_the_graph(exported: Any, bundle: Path, node: Any) -> None:
    contexts = {"http://www.w3.org/ns/anno.jsonld": {"@context": ANNOTATION_TERMS}}
    (bundle.parent / "contexts.json").write_text(json.dumps(contexts), encoding="utf-8")
    nquads = node("jsonld.cjs", bundle / "annotations.jsonld", bundle.parent / "contexts.json")
    read = {quad.triple for quad in parse(nquads.encode(), format=RdfFormat.N_QUADS)}
    graph = {quad.triple for quad in exported.quads}
    selectors = [t for t in read if t.predicate.value in {term("oa:exact"), term("oa:start"), term("oa:hasSource")}]
    assert len(selectors) > 5
    assert [t for t in selectors if t not in graph] == []
    bodies = {t.object for t in read if t.predicate == NamedNode(term("oa:hasBody"))}
    told = {t.subject for t in graph if t.predicate.value == term("rdf:type")}
    assert {t for t in told if t in bodies} >= {t.subject for t in graph if t.object == NamedNode(term("sayso:Figure"))}
