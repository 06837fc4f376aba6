"""The evidence as W3C Web Annotations: which characters carry a statement or a figure, and in what role."""

import json
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import IO, Any

from pyoxigraph import NamedNode, Store

from sayso.export.order import natural
from sayso.export.solutions import Row, solutions

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_ROLES = """(sayso:Statement sayso:sourceSpan "source") (sayso:Statement sayso:cueSpan "cue")
      (sayso:Statement sayso:contentSpan "content") (sayso:Statement sayso:hedgeSpan "hedge")
      (sayso:Figure sayso:span "figure")"""
_QUERY = f"""
SELECT ?item ?role ?article ?span ?position ?start ?end ?quote ?exact ?prefix ?suffix ?graph
WHERE {{
  GRAPH ?graph {{
    VALUES (?class ?property ?role) {{ {_ROLES} }}
    ?item a ?class ; ?property ?span ; sayso:reportedIn ?article .
    ?span oa:hasSelector ?position , ?quote .
    ?position oa:start ?start ; oa:end ?end .
    ?quote oa:exact ?exact .
    OPTIONAL {{ ?quote oa:prefix ?prefix }}
    OPTIONAL {{ ?quote oa:suffix ?suffix }}
  }}
}}
"""


def write_annotations(store: Store, graphs: Sequence[NamedNode], out: IO[bytes], iri: str) -> None:
    """Write one AnnotationPage named ``iri``, an annotation a line: a body, its role, its spans as targets."""
    head = json.dumps({"@context": CONTEXT, "id": iri, "type": "AnnotationPage"}, ensure_ascii=False)
    out.write(f'{head[:-1]}, "items": ['.encode())
    for number, annotation in enumerate(_annotations(store, graphs)):
        out.write(f"{',' if number else ''}\n{json.dumps(annotation, ensure_ascii=False)}".encode())
    out.write(b"\n]}\n")


def _annotations(store: Store, graphs: Sequence[NamedNode]) -> Iterator[dict[str, Any]]:
    for graph in graphs:
        found = sorted(solutions(store, _QUERY, graph), key=_place)
        for (item, role), spans in groupby(found, key=lambda row: (row["item"], row["role"])):
            yield _annotation(item, role, list(spans))


def _annotation(item: str, role: str, spans: Sequence[Row]) -> dict[str, Any]:
    iri = f"{item}-{role}"
    tag = {"id": f"{iri}-tag", "type": "TextualBody", "value": role, "purpose": "tagging"}
    targets = [_target(row) for row in spans]
    return {"id": iri, "type": "Annotation", "motivation": "identifying", "body": [item, tag], "target": targets}


def _target(row: Row) -> dict[str, Any]:
    position = {"id": row["position"], "type": "TextPositionSelector"}
    quote = {"id": row["quote"], "type": "TextQuoteSelector", "exact": row["exact"]}
    around = {name: row[name] for name in ("prefix", "suffix") if row[name]}
    return {
        "id": row["span"],
        "type": "SpecificResource",
        "source": row["article"],
        "selector": [{**position, "start": int(row["start"]), "end": int(row["end"])}, {**quote, **around}],
    }


def _place(row: Row) -> tuple[object, ...]:
    return natural(row["item"]), row["role"], int(row["start"]), int(row["end"])
