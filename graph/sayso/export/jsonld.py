"""JSON-LD 1.1: one object a named graph, terms as prefixed names under the context that ships with sayso."""

import json
from collections.abc import Sequence
from typing import IO, Any

from pyoxigraph import Literal, NamedNode, Store

from sayso.export.order import Description, Term, describe
from sayso.namespaces import PREFIXES, term

_TYPE = NamedNode(term("rdf:type"))
_STRING = NamedNode(term("xsd:string"))


def write_jsonld(store: Store, graphs: Sequence[NamedNode], out: IO[bytes]) -> None:
    """Write every graph as ``{"@id": …, "@graph": […]}``; memory holds one graph at a time."""
    out.write(b'{"@context": ' + json.dumps(PREFIXES, indent=1).encode() + b',\n"@graph": [')
    for number, graph in enumerate(graphs):
        triples = (quad.triple for quad in store.quads_for_pattern(None, None, None, graph))
        nodes = [_node(description) for description in describe(triples)]
        document = json.dumps({"@id": graph.value, "@graph": nodes}, ensure_ascii=False, indent=1)
        out.write((",\n" if number else "\n").encode() + document.encode("utf-8"))
    out.write(b"\n]}\n")


def _node(description: Description) -> dict[str, Any]:
    subject, predicates = description
    node: dict[str, Any] = {"@id": _identifier(subject)}
    for predicate, objects in predicates:
        if predicate == _TYPE:
            node["@type"] = [_short(o.value) if isinstance(o, NamedNode) else _identifier(o) for o in objects]
        else:
            values = [_value(o) for o in objects]
            node[_short(predicate.value)] = values[0] if len(values) == 1 else values
    return node


def _identifier(subject: Term) -> str:
    return subject.value if isinstance(subject, NamedNode) else str(subject)


def _value(value: Term) -> Any:
    if not isinstance(value, Literal):
        return {"@id": _short(_identifier(value))}
    if value.language:
        return {"@value": value.value, "@language": value.language}
    if value.datatype == _STRING:
        return value.value
    return {"@value": value.value, "@type": _short(value.datatype.value)}


def _short(iri: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and (local := iri.removeprefix(namespace)) and not local.startswith("//"):
            return f"{prefix}:{local}"
    return iri
