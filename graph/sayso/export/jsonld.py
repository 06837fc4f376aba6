"""JSON-LD 1.1: one object a named graph, terms as prefixed names under a context of prefixes."""

import json
from collections.abc import Sequence
from typing import IO, Any

from pyoxigraph import Literal, NamedNode, Store

from sayso.export.order import Description, Term, describe, prefixed
from sayso.namespaces import PREFIXES, term

_TYPE = NamedNode(term("rdf:type"))
_STRING = NamedNode(term("xsd:string"))


def write_jsonld(store: Store, graphs: Sequence[NamedNode], out: IO[bytes]) -> None:
    """Write every graph as ``{"@id": …, "@graph": […]}``, one node a line; memory holds one graph at a time."""
    out.write(b'{"@context": ' + json.dumps(PREFIXES, indent=1).encode() + b',\n"@graph": [')
    for number, graph in enumerate(graphs):
        triples = (quad.triple for quad in store.quads_for_pattern(None, None, None, graph))
        nodes = ",\n".join(json.dumps(_node(d), ensure_ascii=False) for d in describe(triples))
        start = f'{{"@id": {json.dumps(graph.value, ensure_ascii=False)}, "@graph": [\n'
        out.write(f"{',' if number else ''}\n{start}{nodes}\n]}}".encode())
    out.write(b"\n]}\n")


def _node(description: Description) -> dict[str, Any]:
    subject, predicates = description
    node: dict[str, Any] = {"@id": _identifier(subject)}
    for predicate, objects in predicates:
        if predicate == _TYPE:
            node["@type"] = [_name(o.value) if isinstance(o, NamedNode) else _identifier(o) for o in objects]
        else:
            values = [_value(o) for o in objects]
            node[_name(predicate.value)] = values[0] if len(values) == 1 else values
    return node


def _identifier(subject: Term) -> str:
    return subject.value if isinstance(subject, NamedNode) else str(subject)


def _value(value: Term) -> Any:
    if not isinstance(value, Literal):
        return {"@id": _name(_identifier(value))}
    if value.language:
        return {"@value": value.value, "@language": value.language}
    if value.datatype == _STRING:
        return value.value
    return {"@value": value.value, "@type": _name(value.datatype.value)}


def _name(iri: str) -> str:
    return prefixed(iri) or iri
