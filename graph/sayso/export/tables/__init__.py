"""The graph as three tables for spreadsheets and pandas: articles, statements, figures, with their IRIs."""

from sayso.export.tables.columns import TABLES, Column, Table
from sayso.export.tables.csvfile import write_csv
from sayso.export.tables.csvw import write_csvw
from sayso.export.tables.parquet import write_parquet
from sayso.export.tables.rows import rows

__all__ = ["TABLES", "Column", "Table", "rows", "write_csv", "write_csvw", "write_parquet"]
