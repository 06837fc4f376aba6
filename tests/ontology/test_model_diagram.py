"""The diagram of the model speaks of terms that there are, and was drawn from its source as it is now."""

import re
from pathlib import Path

from rdflib import Graph, URIRef

from sayso.namespaces import term
from sayso.resources import resource

DOCS = Path(__file__).resolve().parents[2] / "docs"
NAME = re.compile(r"\b(?:sayso|schema|oa):[A-Za-z]+")


def names(file: str) -> set[str]:
    return set(NAME.findall((DOCS / file).read_text(encoding="utf-8").replace("\\n", " ")))


def test_every_term_of_ours_in_the_diagram_is_in_the_ontology() -> None:
    ontology = Graph()
    for file in (resource("ontology") / "modules").glob("*.ttl"):
        ontology.parse(file)
    ours = {name for name in names("model.dot") if name.startswith("sayso:")}
    assert len(ours) > 20
    assert {name for name in ours if (URIRef(term(name)), None, None) not in ontology} == set()


def test_the_picture_was_drawn_from_its_source() -> None:
    assert names("model.svg") == names("model.dot")
