"""A table as comma-separated values (RFC 4180)."""

import csv
import io
from collections.abc import Sequence
from typing import IO

from pyoxigraph import NamedNode, Store

from sayso.export.tables.columns import Table
from sayso.export.tables.rows import rows


def write_csv(store: Store, table: Table, graphs: Sequence[NamedNode], out: IO[bytes]) -> int:
    """Write one row a line, graph by graph, and return how many; IRIs whole, an open end empty."""
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow(column.name for column in table.columns)
    count = 0
    for row in rows(store, table, graphs):
        writer.writerow(row[column.name] for column in table.columns)
        count += 1
    text.detach()
    return count
