"""A table of figures for spreadsheets and pandas: one row a figure, with its IRI and that of its article."""

import csv
import io
from collections.abc import Sequence
from typing import IO

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, Store, Variable

from sayso.namespaces import PREFIXES

COLUMNS = (
    "figure", "words", "kind", "low", "high", "bound", "unit", "counts", "place", "from", "until", "as_of",
    "article", "headline", "outlet", "published",
)  # fmt: skip
_QUERY = """
SELECT ?figure ?words ?kind ?low ?high ?bound ?unit ?counts ?place ?from ?until ?as_of
       ?article ?headline ?outlet ?published ?graph
WHERE {
  GRAPH ?graph {
    ?figure a sayso:Figure ; sayso:words ?words ; sayso:reportedIn ?article ; sayso:kind ?kind .
    OPTIONAL { ?figure sayso:low ?low }
    OPTIONAL { ?figure sayso:high ?high }
    OPTIONAL { ?figure sayso:bound ?bound }
    OPTIONAL { ?figure sayso:unit ?unit }
    OPTIONAL { ?figure sayso:counts ?counts }
    OPTIONAL { ?figure sayso:place ?place }
    OPTIONAL { ?figure sayso:from ?from }
    OPTIONAL { ?figure sayso:until ?until }
    OPTIONAL { ?figure sayso:asOf ?as_of }
    OPTIONAL { ?article schema:headline ?headline }
    OPTIONAL { ?article schema:publisher/schema:name ?outlet }
    OPTIONAL { ?article schema:datePublished ?published }
  }
}
ORDER BY ?figure
"""


def write_csv(store: Store, graphs: Sequence[NamedNode], out: IO[bytes]) -> None:
    """Write one row a figure (RFC 4180), graph by graph; IRIs whole, an open end empty."""
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for graph in graphs:
        found = store.query(_QUERY, prefixes=PREFIXES, substitutions={Variable("graph"): graph})
        if isinstance(found, QuerySolutions):
            writer.writerows([_plain(row[name]) for name in COLUMNS] for row in found)
    text.detach()


def _plain(value: object) -> str:
    return value.value if isinstance(value, NamedNode | Literal | BlankNode) else ""
