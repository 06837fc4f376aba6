"""The SPARQL 1.1 Protocol: the W3C cases that a read-only endpoint can be held to, and what this one refuses.

The cases are those of https://www.w3.org/2009/sparql/docs/tests/data-sparql11/protocol/, by their names there; those
that load graphs over the network ask the graphs of this store instead.
"""

import csv
import io
import json
from urllib.parse import urlencode

import pytest
from pyoxigraph import QueryResultsFormat, QuerySolutions, RdfFormat, parse, parse_query_results
from starlette.testclient import TestClient

from sayso.namespaces import DEFAULT_BASE

ASK = "ASK { ?s ?p ?o }"
A1, A2 = f"{DEFAULT_BASE}graph/article/a1", f"{DEFAULT_BASE}graph/article/a2"
NAMES = "SELECT DISTINCT ?name { ?agent <https://schema.org/name> ?name } ORDER BY ?name"
FORM, DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"


def test_query_get(client: TestClient) -> None:
    answer = client.get("/sparql", params={"query": ASK})
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/sparql-results+json")
    assert answer.json()["boolean"] is True


def test_query_post_form(client: TestClient) -> None:
    assert client.post("/sparql", data={"query": ASK}).json()["boolean"] is True


def test_query_post_direct(client: TestClient) -> None:
    answer = client.post("/sparql", content=ASK, headers={"content-type": DIRECT + "; charset=utf-8"})
    assert answer.json()["boolean"] is True


@pytest.mark.parametrize("post", [False, True], ids=["get", "post"])
def test_query_dataset_default_graph(client: TestClient, post: bool) -> None:
    query = {"query": "ASK { <article/a1> ?p ?o FILTER NOT EXISTS { <article/a2> ?q ?r } }"}
    params = {"default-graph-uri": A1}
    url = "/sparql?" + urlencode(params)
    answer = client.post(url, data=query) if post else client.get("/sparql", params={**query, **params})
    assert answer.json()["boolean"] is True


def test_query_dataset_default_graphs_multiple(client: TestClient) -> None:
    query = "ASK { <article/a1> ?p ?o . <article/a2> ?q ?r FILTER NOT EXISTS { <article/a3> ?t ?u } }"
    params = [("query", query), ("default-graph-uri", A1), ("default-graph-uri", A2)]
    assert client.get("/sparql?" + urlencode(params)).json()["boolean"] is True


def test_query_dataset_named_graphs(client: TestClient) -> None:
    query = (
        "ASK { GRAPH ?g { <article/a1> ?p ?o } FILTER NOT EXISTS { GRAPH ?h { <article/a2> ?q ?r } } "
        "FILTER NOT EXISTS { ?x ?y ?z } }"
    )
    assert client.post("/sparql?" + urlencode({"named-graph-uri": A1}), data={"query": query}).json()["boolean"] is True


def test_query_multiple_dataset_the_protocol_wins_over_the_query(client: TestClient) -> None:
    query = f"ASK FROM <{A2}> {{ <article/a1> ?p ?o FILTER NOT EXISTS {{ <article/a2> ?q ?r }} }}"
    assert client.get("/sparql", params={"query": query, "default-graph-uri": A1}).json()["boolean"] is True


def test_from_is_heeded_and_the_default_is_the_union(client: TestClient) -> None:
    within = client.get("/sparql", params={"query": f"ASK FROM <{A2}> {{ <article/a1> ?p ?o }}"})
    overall = client.get("/sparql", params={"query": "ASK { <article/a1> ?p ?o . <article/a2> ?q ?r }"})
    assert (within.json()["boolean"], overall.json()["boolean"]) == (False, True)


@pytest.mark.parametrize(
    ("accept", "wanted"),
    [
        ("application/sparql-results+json", QueryResultsFormat.JSON),
        ("application/sparql-results+xml", QueryResultsFormat.XML),
        ("text/tab-separated-values", QueryResultsFormat.TSV),
    ],
)
def test_query_content_type_select(client: TestClient, accept: str, wanted: QueryResultsFormat) -> None:
    answer = client.get("/sparql", params={"query": NAMES}, headers={"accept": accept})
    assert answer.headers["content-type"].partition(";")[0] == accept
    rows = parse_query_results(answer.content, format=wanted)
    assert isinstance(rows, QuerySolutions)
    assert "Ana Berg" in {row["name"].value for row in rows}  # type: ignore[union-attr]


def test_select_as_csv_has_the_columns_that_were_asked_for(client: TestClient) -> None:
    rows = csv.DictReader(
        io.StringIO(client.get("/sparql", params={"query": NAMES}, headers={"accept": "text/csv"}).text)
    )
    assert "Ana Berg" in {row["name"] for row in rows}


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("text/turtle", RdfFormat.TURTLE),
        ("application/n-triples", RdfFormat.N_TRIPLES),
        ("application/ld+json", RdfFormat.JSON_LD),
        ("application/rdf+xml", RdfFormat.RDF_XML),
    ],
)
@pytest.mark.parametrize("query", ["DESCRIBE <agent/ana-berg>", "CONSTRUCT WHERE { <agent/ana-berg> ?p ?o }"])
def test_query_content_type_describe_and_construct(
    client: TestClient, query: str, accept: str, form: RdfFormat
) -> None:
    answer = client.get("/sparql", params={"query": query}, headers={"accept": accept})
    assert answer.headers["content-type"].partition(";")[0] == accept
    assert any(q.object.value == "Ana Berg" for q in parse(answer.content, form))  # type: ignore[union-attr]


@pytest.mark.parametrize("accept", ["application/sparql-results+xml", "text/csv", "text/tab-separated-values"])
def test_query_content_type_ask(client: TestClient, accept: str) -> None:
    answer = client.get("/sparql", params={"query": ASK}, headers={"accept": accept})
    assert answer.headers["content-type"].startswith(accept)
    assert "true" in answer.text


REFUSED = {
    "bad_query_method": lambda c: c.put("/sparql", params={"query": ASK}),
    "bad_multiple_queries": lambda c: c.get("/sparql?" + urlencode([("query", ASK), ("query", ASK)])),
    "bad_query_wrong_media_type": lambda c: c.post("/sparql", content=ASK, headers={"content-type": "text/plain"}),
    "bad_query_missing_form_type": lambda c: c.post("/sparql", content=urlencode({"query": ASK})),
    "bad_query_missing_direct_type": lambda c: c.post("/sparql", content=ASK),
    "bad_query_non_utf8": lambda c: c.post(
        "/sparql", content=ASK.encode("utf-16"), headers={"content-type": DIRECT + "; charset=utf-16"}
    ),
    "bad_query_syntax": lambda c: c.get("/sparql", params={"query": "ASK { ?s ?p"}),
    "no query in a form": lambda c: c.post("/sparql", data={"q": ASK}),
    "an update in a form": lambda c: c.post("/sparql", data={"update": "CLEAR ALL"}),
    "an update itself": lambda c: c.post(
        "/sparql", content="CLEAR ALL", headers={"content-type": "application/sparql-update"}
    ),
    "an update as a query": lambda c: c.get("/sparql", params={"query": "DROP ALL"}),
    "a graph that is no IRI": lambda c: c.get("/sparql", params={"query": ASK, "default-graph-uri": "not an iri"}),
    "a service": lambda c: c.get("/sparql", params={"query": "ASK { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"}),
    "a service, escaped": lambda c: c.get(
        "/sparql", params={"query": "ASK { SERVIC\\u0045 <http://127.0.0.1:9/> { ?s ?p ?o } }"}
    ),
    "no form that there is": lambda c: c.get("/sparql", params={"query": ASK}, headers={"accept": "image/png"}),
    "not percent-encoded UTF-8": lambda c: c.get("/sparql?query=%ff%fe"),
    "an oversized query": lambda c: c.post("/sparql", content="#" * 300_000 + ASK, headers={"content-type": DIRECT}),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_a_reason(client: TestClient, name: str) -> None:
    answer = REFUSED[name](client)
    assert 400 <= answer.status_code < 500, answer.text
    assert answer.headers["content-type"].startswith("text/plain")
    assert "Traceback" not in answer.text and answer.text.strip()


def test_a_slow_query_is_ended_and_the_next_is_answered(client: TestClient) -> None:
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    answer = client.get("/sparql", params={"query": slow})
    assert answer.status_code == 504
    assert "2 seconds" in answer.text
    assert client.get("/sparql", params={"query": ASK}).json()["boolean"] is True


def test_an_answer_beyond_the_limit_is_refused_and_leaves_no_file(client: TestClient, tmp_path) -> None:  # type: ignore[no-untyped-def]
    answer = client.get("/sparql", params={"query": "SELECT * { ?a ?b ?c . ?d ?e ?f }"})
    assert answer.status_code == 413
    assert "LIMIT" in answer.text


def test_a_large_answer_within_the_limit_comes_whole(client: TestClient) -> None:
    answer = client.get("/sparql", params={"query": "SELECT ?a ?c { ?a ?b ?c . ?d ?e ?f } LIMIT 5000"})
    assert len(json.loads(answer.content)["results"]["bindings"]) == 5000


def test_service_description(client: TestClient) -> None:
    answer = client.get("/sparql", headers={"accept": "text/turtle"})
    told = {(q.predicate.value.rpartition("#")[2], q.object.value) for q in parse(answer.content, RdfFormat.TURTLE)}  # type: ignore[union-attr]
    assert ("name", A1) in told
    assert ("feature", "http://www.w3.org/ns/sparql-service-description#UnionDefaultGraph") in told
    assert ("endpoint", "http://127.0.0.1:8000/sparql") in told


def test_people_get_the_editor(client: TestClient) -> None:
    answer = client.get("/sparql", headers={"accept": "text/html"}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/editor")


def test_void_tells_how_much_there_is(client: TestClient) -> None:
    told = {
        (q.predicate.value.rpartition("#")[2], q.object.value)
        for q in parse(client.get("/void").content, RdfFormat.TURTLE)
    }  # type: ignore[union-attr]
    assert {("sparqlEndpoint", "http://127.0.0.1:8000/sparql"), ("entities", "6")} <= told


def test_other_sites_may_read(client: TestClient) -> None:
    asked = {
        "origin": "https://elsewhere.example",
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type",
    }
    before = client.options("/sparql", headers=asked)
    assert (before.status_code, before.headers["access-control-allow-origin"]) == (204, "*")
    assert before.headers["access-control-allow-headers"] == "content-type"
    assert client.get("/sparql", params={"query": ASK}).headers["access-control-allow-origin"] == "*"
