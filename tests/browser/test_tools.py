"""Programs use the endpoint: SPARQLWrapper, rdflib's SPARQLStore, Comunica, and schemathesis against the interface."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import Graph, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore

pytestmark = pytest.mark.browser
NAMES = "SELECT DISTINCT ?name { ?s <https://w3id.org/sayso/ns#saidBy>/<https://schema.org/name> ?name } ORDER BY ?name"
COMUNICA = Path(__file__).parents[1] / "interop" / "node" / "node_modules" / ".bin" / "comunica-sparql-file"


def test_sparqlwrapper(site: str) -> None:
    wrapper = pytest.importorskip("SPARQLWrapper")
    client = wrapper.SPARQLWrapper(f"{site}/sparql")
    client.setQuery(NAMES)
    for method in (wrapper.GET, wrapper.POST):
        client.setMethod(method)
        client.setReturnFormat(wrapper.JSON)
        rows = client.queryAndConvert()["results"]["bindings"]
        assert "Lee Seong-kweun" in {row["name"]["value"] for row in rows}
    client.setReturnFormat(wrapper.XML)
    assert "Lee Seong-kweun" in client.queryAndConvert().toxml()
    client.setQuery("CONSTRUCT { ?s ?p ?o } WHERE { ?s a <https://w3id.org/sayso/ns#Statement> ; ?p ?o }")
    client.setReturnFormat(wrapper.TURTLE)
    assert len(Graph().parse(data=client.queryAndConvert(), format="turtle")) > 1000


def test_rdflib_sparqlstore(site: str) -> None:
    graph = Graph(SPARQLStore(f"{site}/sparql", returnFormat="xml"))
    assert "Lee Seong-kweun" in {str(row[0]) for row in graph.query(NAMES)}
    kind = URIRef("https://w3id.org/sayso/ns#Statement")
    assert len(set(graph.subjects(URIRef("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), kind))) > 100


def test_rdflib_reads_the_linked_data(site: str) -> None:
    graph = Graph().parse(f"{site}/id/agent/lee-seong-kweun")
    assert any(str(o) == "Lee Seong-kweun" for o in graph.objects())


def test_comunica(site: str) -> None:
    if shutil.which("node") is None or not COMUNICA.exists():
        pytest.skip("Comunica is not installed; run make interop")
    command = [str(COMUNICA), f"sparql@{site}/sparql", NAMES, "-t", "application/sparql-results+json"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    assert "Lee Seong-kweun" in {row["name"]["value"] for row in json.loads(done.stdout)["results"]["bindings"]}


def test_schemathesis_finds_no_fault_of_the_server(site: str) -> None:
    """Generated requests, well-formed and not: no 5xx but those described, and no other form than announced."""
    pytest.importorskip("schemathesis", reason="run make browser")
    program = Path(sys.executable).with_name("schemathesis")
    command = [
        program,
        "run",
        f"{site}/openapi.json",
        "--url",
        site,
        "--max-examples",
        "5",
        "--seed",
        "1",
        "--checks",
        "not_a_server_error,status_code_conformance,content_type_conformance",
        "--workers",
        "1",
    ]
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, timeout=900, check=False)
    assert done.returncode == 0, done.stdout[-3000:]
