"""A table as Apache Parquet, typed, for pandas, DuckDB and R; needs the extra ``tables``."""

from collections.abc import Sequence
from typing import IO

from pyoxigraph import NamedNode, Store

from sayso.errors import SaysoError
from sayso.export.tables.columns import Column, Table
from sayso.export.tables.rows import rows


def write_parquet(store: Store, table: Table, graphs: Sequence[NamedNode], out: IO[bytes]) -> None:
    """Write the rows with typed numbers, empty cells as nulls, and the meaning of each column beside it.

    Raises SaysoError where pyarrow is not installed.
    """
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise SaysoError("parquet needs pyarrow: pip install 'sayso[tables]', or use --format csv") from error
    types = {"decimal": pyarrow.float64(), "integer": pyarrow.int64()}
    fields = [
        pyarrow.field(c.name, types.get(c.datatype, pyarrow.string()), metadata={"description": c.means})
        for c in table.columns
    ]
    schema = pyarrow.schema(fields, metadata={"description": table.means})
    found = list(rows(store, table, graphs))
    arrays = [[_typed(column, row[column.name]) for row in found] for column in table.columns]
    parquet.write_table(pyarrow.table(arrays, schema=schema), out)


def _typed(column: Column, cell: str) -> str | float | int | None:
    if not cell:
        return None
    return float(cell) if column.datatype == "decimal" else int(cell) if column.datatype == "integer" else cell
