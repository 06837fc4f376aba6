"""From the graphs of a dataset to files that other tools read; the same graphs give the same bytes."""

from collections.abc import Iterable
from typing import IO, Literal, get_args

from pyoxigraph import NamedNode, Store

from sayso.export.jsonld import write_jsonld
from sayso.export.quads import write_nquads
from sayso.export.tables import TABLES, write_csv, write_parquet
from sayso.export.turtle import write_trig, write_turtle

Format = Literal["turtle", "trig", "nquads", "jsonld", "csv", "parquet", "graphml", "gexf"]
FORMATS: tuple[str, ...] = get_args(Format)

__all__ = ["FORMATS", "TABLES", "Format", "export"]


def export(
    store: Store, form: Format, out: IO[bytes], *, graphs: Iterable[NamedNode], base: str, table: str = "figures"
) -> None:
    """Write the graphs named to ``out``, in UTF-8, graph by graph in the order of their IRIs.

    ``turtle`` merges the graphs into one, grouped by article, for people to read; ``trig``, ``nquads``
    and ``jsonld`` keep them apart; ``csv`` and ``parquet`` are one of the ``TABLES``; ``graphml`` and
    ``gexf`` are the network of who publishes, quotes and relays whom. ``graphs`` is commonly
    ``Dataset.exported_graphs()``, which leaves texts and run records out. Raises SaysoError where
    ``parquet`` lacks its library.
    """
    named = sorted(graphs, key=lambda graph: graph.value)
    match form:
        case "turtle":
            write_turtle(store, named, out, base)
        case "trig":
            write_trig(store, named, out, base)
        case "nquads":
            write_nquads(store, named, out)
        case "jsonld":
            write_jsonld(store, named, out)
        case "csv":
            write_csv(store, TABLES[table], named, out)
        case "parquet":
            write_parquet(store, TABLES[table], named, out)
        case "graphml" | "gexf":
            from sayso.export.network import write_gexf, write_graphml  # networkx takes a moment to import

            (write_graphml if form == "graphml" else write_gexf)(store, named, out)
