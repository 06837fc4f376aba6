"""Answers as the standards write them: SPARQL 1.1 CSV and JSON results, Turtle."""

import csv
import io
import json
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from sayso.errors import QuestionError
from sayso.namespaces import PREFIXES, term
from sayso.query.answer import Answer, Term, plain

_RESULT_SET = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"


def to_csv(answer: Answer) -> str:
    """SPARQL 1.1 Query Results CSV (RFC 4180: CRLF, quotes doubled). Raises QuestionError for a graph."""
    _need_rows(answer, "csv")
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(answer.columns)
    writer.writerows([plain(term) for term in row] for row in answer.rows)
    return out.getvalue()


def to_json(answer: Answer) -> str:
    """SPARQL 1.1 Query Results JSON. Raises QuestionError for a graph."""
    _need_rows(answer, "json")
    bindings = [
        {name: _json_term(term) for name, term in zip(answer.columns, row, strict=True) if term is not None}
        for row in answer.rows
    ]
    results = {"head": {"vars": list(answer.columns)}, "results": {"bindings": bindings}}
    return json.dumps(results, ensure_ascii=False, indent=1) + "\n"


def to_turtle(answer: Answer, iri: str) -> str:
    """A graph as Turtle; rows in the W3C result-set vocabulary, with ``iri`` as the name of the result set."""
    triples = list(answer.graph) if answer.graph is not None else _result_set(answer, iri)
    prefixes = PREFIXES if answer.graph is not None else {**PREFIXES, "rs": _RESULT_SET}
    used = {p: ns for p, ns in prefixes.items() if any(f"<{ns}" in str(t) for t in triples)}
    return (serialize(triples, format=RdfFormat.TURTLE, prefixes=used) or b"").decode("utf-8")


def _need_rows(answer: Answer, name: str) -> None:
    if answer.graph is not None:
        raise QuestionError(f"this question answers with a graph, which {name} cannot hold; use --format ttl")


def _json_term(term: Term) -> dict[str, Any]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if not isinstance(term, Literal):
        raise QuestionError("a quoted triple cannot be written as SPARQL 1.1 JSON")
    value: dict[str, Any] = {"type": "literal", "value": term.value}
    if term.language:
        value["xml:lang"] = term.language
    elif not term.datatype.value.endswith("XMLSchema#string"):
        value["datatype"] = term.datatype.value
    return value


def _result_set(answer: Answer, iri: str) -> list[Triple]:
    result, triples = NamedNode(iri), []

    def add(subject: NamedNode, name: str, value: Term) -> None:
        triples.append(Triple(subject, NamedNode(_RESULT_SET + name), value))

    triples.append(Triple(result, NamedNode(term("rdf:type")), NamedNode(_RESULT_SET + "ResultSet")))
    for name in answer.columns:
        add(result, "resultVariable", Literal(name))
    solutions = [NamedNode(f"{iri}#row{number}") for number in range(1, len(answer.rows) + 1)]
    for solution in solutions:
        add(result, "solution", solution)
    for number, (solution, row) in enumerate(zip(solutions, answer.rows, strict=True), 1):
        bound = [(name, value) for name, value in zip(answer.columns, row, strict=True) if value is not None]
        add(solution, "index", Literal(number))
        for name, _ in bound:
            add(solution, "binding", NamedNode(f"{solution.value}-{name}"))
        for name, value in bound:
            binding = NamedNode(f"{solution.value}-{name}")
            add(binding, "variable", Literal(name))
            add(binding, "value", value)
    return triples
