"""Every IRI of the data and of the vocabulary can be looked up, by people and by programs."""

from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, Store, parse
from starlette.testclient import TestClient

from sayso.namespaces import DEFAULT_BASE, SAYSO, VOCABULARY, term
from sayso.serve.addresses import Addresses
from sayso.store import Dataset

HTML, TURTLE = {"accept": "text/html"}, {"accept": "text/turtle"}


def test_a_data_iri_leads_with_303_to_its_page_or_its_data(client: TestClient) -> None:
    page = client.get("/id/agent/ana-berg", headers=HTML, follow_redirects=False)
    data = client.get("/id/agent/ana-berg", headers=TURTLE, follow_redirects=False)
    assert (page.status_code, page.headers["location"]) == (303, "/agent/ana-berg")
    assert (data.status_code, data.headers["location"]) == (303, "/data/agent/ana-berg")
    assert page.headers["vary"].lower().startswith("accept")


def test_it_can_be_reached_under_the_path_of_the_base(client: TestClient) -> None:
    answer = client.get("/sayso/id/agent/ana-berg", headers=TURTLE)
    assert any(q.object.value == "Ana Berg" for q in parse(answer.content, RdfFormat.TURTLE))  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("ending", "form"),
    [("ttl", RdfFormat.TURTLE), ("nt", RdfFormat.N_TRIPLES), ("jsonld", RdfFormat.JSON_LD), ("rdf", RdfFormat.RDF_XML)],
)
def test_an_ending_chooses_the_form(client: TestClient, ending: str, form: RdfFormat) -> None:
    found = {q.triple for q in parse(client.get(f"/data/article/a1.{ending}").content, form)}
    assert {q.triple for q in parse(client.get("/data/article/a1.nt").content, RdfFormat.N_TRIPLES)} == found


def test_the_data_of_an_article_are_its_graph(client: TestClient, store: Path) -> None:
    with Dataset.open(store) as dataset:
        graph = {q.triple for q in dataset.quads([NamedNode(dataset.iris.article_graph("a1"))])}
    found = {q.triple for q in parse(client.get("/data/article/a1.nt").content, RdfFormat.N_TRIPLES)}
    assert found == graph


def iris(store: Path) -> list[str]:
    with Dataset.open(store) as dataset:
        nodes = {
            n
            for q in dataset.store
            for n in (q.subject, q.object, q.predicate, q.graph_name)
            if isinstance(n, NamedNode)
        }
    ours = (DEFAULT_BASE, VOCABULARY)
    return sorted(n.value for n in nodes if n.value.startswith(ours))


def test_every_iri_of_the_store_has_a_page_and_data(client: TestClient, store: Path) -> None:
    addresses = Addresses(DEFAULT_BASE)
    paths = sorted({addresses.of(iri).partition("#")[0] for iri in iris(store)} - {"/ns", ""})
    assert len(paths) > 150
    for path in paths[:: 1 + len(paths) // 120]:
        assert client.get(path, headers=HTML).status_code == 200, path
        assert client.get(f"/data{path}", headers=TURTLE).status_code == 200, path


def test_terms_of_the_vocabulary_are_told_by_page_and_by_data(client: TestClient) -> None:
    page, data = client.get("/ns", headers=HTML), client.get("/ns", headers=TURTLE)
    assert 'id="saidBy"' in page.text and 'id="kind/killed"' in page.text
    assert NamedNode(SAYSO + "saidBy") in {q.subject for q in parse(data.content, RdfFormat.TURTLE)}
    kind = client.get("/sayso/kind/killed", headers=TURTLE)
    store = Store()
    store.load(kind.content, format=RdfFormat.TURTLE)
    assert next(store.quads_for_pattern(NamedNode(term("kind:killed")), NamedNode(term("skos:prefLabel")), None), None)


def test_a_statement_leads_to_its_place_in_the_text(client: TestClient) -> None:
    answer = client.get("/article/a1/s0", headers=HTML, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/article/a1#s0")


@pytest.mark.parametrize(
    "path",
    [
        "/id/agent/nobody",
        "/agent/nobody",
        "/data/agent/nobody",
        "/article/none",
        "/questions/none",
        "/data/x.y",
        "/questions/find-articles.exe",
    ],
)
def test_what_is_not_there_is_told(client: TestClient, path: str) -> None:
    for accept in (HTML, TURTLE, {}):
        answer = client.get(path, headers=accept)
        assert answer.status_code == 404, (path, accept)
        assert "Traceback" not in answer.text
