"""What the columns of a CSV file mean, for people and machines (W3C Metadata Vocabulary for Tabular Data)."""

import json
from collections.abc import Mapping
from typing import IO, Any

from sayso.export.tables.columns import Column, Table
from sayso.namespaces import term


def write_csvw(files: Mapping[str, Table], out: IO[bytes]) -> None:
    """Describe the files, named as seen from the folder of the description.

    A converter that follows CSV2RDF makes triples of the graph from it. Cells that are no property of
    the row's own subject are kept out of its output, and so are dates, whose datatypes CSVW cannot tell.
    URI templates write letters beyond ASCII as percent codes, so IRIs with such letters come out changed.
    """
    metadata = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "tables": [_table(url, table) for url, table in files.items()],
    }
    out.write(json.dumps(metadata, indent=1, ensure_ascii=False).encode() + b"\n")


def _table(url: str, table: Table) -> dict[str, Any]:
    subject = table.columns[0].name
    return {
        "url": url,
        "dc:title": table.name,
        "dc:description": table.means,
        "dialect": {"encoding": "utf-8", "header": True, "delimiter": ",", "quoteChar": '"'},
        "tableSchema": {
            "aboutUrl": f"{{+{subject}}}",
            "primaryKey": subject,
            "columns": [_column(column, column.name == subject) for column in table.columns],
        },
    }


def _column(column: Column, subject: bool) -> dict[str, Any]:
    described: dict[str, Any] = {"name": column.name, "titles": column.name, "dc:description": column.means}
    plain: dict[str, Any] = {"datatype": "string"}
    typed = {"datatype": column.datatype}
    if subject:
        return described | plain | {"required": True, "suppressOutput": True}
    if column.datatype == "date":
        return described | plain | {"suppressOutput": True}
    if not column.property:
        return described | typed | {"suppressOutput": True}
    described["propertyUrl"] = term(column.property)
    link = plain | {"valueUrl": f"{{+{column.name}}}"}  # a string: csvw 4 cannot put a typed IRI into a template
    return described | (link if column.datatype == "anyURI" else typed)
