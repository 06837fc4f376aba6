"""The JSON-LD context: it knows every prefix and every link, and examples survive the way there and back."""

import json
from pathlib import Path

import pytest
from rdflib import RDF, Graph
from rdflib.compare import isomorphic
from rdflib.namespace import OWL

from sayso.namespaces import PREFIXES
from sayso.resources import resource

ONTOLOGY = resource("ontology")
CONTEXT = json.loads((ONTOLOGY / "context.jsonld").read_text(encoding="utf-8"))["@context"]
EXAMPLES = sorted((ONTOLOGY / "examples").glob("*.ttl"))


def test_the_context_has_our_prefixes() -> None:
    assert {name: CONTEXT.get(name) for name in PREFIXES} == PREFIXES


def test_the_context_knows_which_properties_are_links() -> None:
    modules = Graph()
    for file in (ONTOLOGY / "modules").glob("*.ttl"):
        modules.parse(file)
    links = {f"sayso:{p.removeprefix(PREFIXES['sayso'])}" for p in modules.subjects(RDF.type, OWL.ObjectProperty)}
    assert links
    assert links == {k for k, v in CONTEXT.items() if v == {"@type": "@id"} and k.startswith("sayso:")}


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_an_example_round_trips(file: Path) -> None:
    graph = Graph().parse(file, publicID="https://example.org/")
    written = graph.serialize(format="json-ld", context=CONTEXT, auto_compact=False)
    assert "sayso:" in written or "schema:" in written
    assert isomorphic(Graph().parse(data=written, format="json-ld"), graph)


def test_the_context_is_read_by_hand_written_json() -> None:
    document = {"@context": CONTEXT, "@id": "https://example.org/s0", "sayso:stance": "stance:denies"}
    graph = Graph().parse(data=json.dumps(document), format="json-ld")
    assert [str(o) for o in graph.objects()] == [PREFIXES["stance"] + "denies"]
