"""The tables: one row a thing, its chain followed, each column described."""

import csv
import io
import json
from typing import Any

import pytest
from pyoxigraph import NamedNode

from sayso.export.tables import TABLES, write_csv, write_csvw, write_parquet
from sayso.namespaces import term
from sayso.store import Dataset


def table(dataset: Dataset, name: str) -> list[dict[str, str]]:
    out = io.BytesIO()
    count = write_csv(dataset.store, TABLES[name], dataset.exported_graphs(), out)
    found = [
        {column: cell.replace(dataset.iris.base, "") for column, cell in row.items()}
        for row in csv.DictReader(io.StringIO(out.getvalue().decode()))
    ]
    assert count == len(found) > 0
    return found


def test_a_statement_tells_its_chain_and_its_root(dataset: Dataset) -> None:
    told = [(row["said_by_name"], row["root_name"], row["chain"], row["words"]) for row in table(dataset, "statements")]
    assert told == [
        ("Ana Ruiz", "Coast Guard", "Ana Ruiz <- Coast Guard", "at least 40 people had drowned"),
        ("Coast Guard", "Coast Guard", "Coast Guard", "at least 40 people had drowned"),
        ("Ana Ruiz", "Ana Ruiz", "Ana Ruiz", "“We mourn,”"),
    ]


def test_a_figure_has_its_outermost_statement_and_the_root(dataset: Dataset) -> None:
    (row,) = table(dataset, "figures")
    key = row["article"]
    assert row["statement"] == f"{key}#s0"
    assert (row["said_by"], row["root"]) == ("agent/ana-ruiz", f"{key}#coast-guard-26")
    assert (row["low"], row["high"], row["start"], row["end"]) == ("40", "", "48", "66")
    assert (row["headline"], row["outlet"], row["published"]) == ("Ferry sinks", "The Quay", "2024-05-03")


def test_an_article_has_the_digest_of_its_text(dataset: Dataset) -> None:
    (row,) = table(dataset, "articles")
    assert row["text_digest"].startswith("sha256:")
    assert row["text_length"] == "102"


def test_the_description_names_every_column_of_its_file(dataset: Dataset) -> None:
    out = io.BytesIO()
    write_csvw({f"{name}.csv": table for name, table in TABLES.items()}, out)
    described = {
        t["url"]: [c["titles"] for c in t["tableSchema"]["columns"]] for t in json.loads(out.getvalue())["tables"]
    }
    assert described == {f"{name}.csv": list(table(dataset, name)[0]) for name in TABLES}


def test_what_the_description_says_of_a_row_stands_in_the_graph(dataset: Dataset) -> None:
    out = io.BytesIO()
    write_csvw({f"{name}.csv": table for name, table in TABLES.items()}, out)
    looked = 0
    for name, described in zip(TABLES, json.loads(out.getvalue())["tables"], strict=True):
        columns = [c for c in described["tableSchema"]["columns"] if "propertyUrl" in c]
        for row in table(dataset, name):
            for column in columns:
                looked += _is_in_graph(dataset, next(iter(row.values())), column, row[column["name"]])
    assert looked > 30


def _is_in_graph(dataset: Dataset, subject: str, column: dict[str, Any], cell: str) -> int:
    found = dataset.store.quads_for_pattern(
        NamedNode(dataset.iris.base + subject), NamedNode(column["propertyUrl"]), None, None
    )
    values = {quad.object.value.replace(dataset.iris.base, "") for quad in found}  # type: ignore[union-attr]
    assert values == ({cell} if cell else set()), (subject, column["name"])
    return bool(cell)


def test_parquet_is_typed_and_open_ends_are_null(dataset: Dataset) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra 'tables' is not installed")
    out = io.BytesIO()
    write_parquet(dataset.store, TABLES["figures"], dataset.exported_graphs(), out)
    read = parquet.read_table(io.BytesIO(out.getvalue()))
    row = read.to_pylist()[0]
    assert (row["low"], row["high"], row["start"], row["kind"]) == (40.0, None, 48, term("kind:killed"))
    assert read.schema.field("low").metadata[b"description"].startswith(b"the least that it says")
