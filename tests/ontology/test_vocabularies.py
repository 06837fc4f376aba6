"""The vocabularies: one scheme a file, and every concept defined, exemplified and in its scheme."""

import tomllib
from pathlib import Path
from typing import get_args

import pytest
from rdflib import RDF, Graph, URIRef
from rdflib.namespace import SKOS

from sayso.namespaces import PREFIXES
from sayso.read import figures, reading
from sayso.resources import resource

FILES = sorted((resource("ontology") / "vocabularies").glob("*.ttl"))


def concepts(name: str) -> set[str]:
    """The local names of the concepts of a scheme."""
    graph = Graph().parse(resource("ontology") / "vocabularies" / f"{name}.ttl")
    return {str(c).removeprefix(PREFIXES[name]) for c in graph.subjects(RDF.type, SKOS.Concept)}


def test_there_is_a_vocabulary_for_every_prefix_that_names_one() -> None:
    assert {file.stem for file in FILES} == {p for p, space in PREFIXES.items() if space.endswith(f"sayso/{p}/")}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_concept_is_defined_and_in_its_scheme(file: Path) -> None:
    graph, scheme = Graph().parse(file), URIRef(PREFIXES[file.stem])
    assert list(graph.subjects(RDF.type, SKOS.ConceptScheme)) == [scheme]
    found = set(graph.subjects(RDF.type, SKOS.Concept))
    assert found
    for concept in found:
        assert str(concept).startswith(str(scheme))
        assert len(list(graph.objects(concept, SKOS.prefLabel))) == 1
        assert [10 <= len(d.split()) <= 25 for d in graph.objects(concept, SKOS.definition)] == [True], concept
        assert graph.value(concept, SKOS.example)
        assert (concept, SKOS.inScheme, scheme) in graph
        on_top = (concept, SKOS.topConceptOf, scheme) in graph and (scheme, SKOS.hasTopConcept, concept) in graph
        assert on_top != ((concept, SKOS.broader, None) in graph), f"{concept} is either on top or below another"
        assert all(broader in found for broader in graph.objects(concept, SKOS.broader))


@pytest.mark.parametrize(
    ("name", "type_"), [("act", "Act"), ("manner", "Manner"), ("origin", "Origin"), ("basis", "Basis")]
)
def test_a_vocabulary_has_the_values_of_a_reading_and_no_other(name: str, type_: str) -> None:
    assert concepts(name) == {value.replace(" ", "-") for value in get_args(getattr(reading, type_))}


def test_casualties_lie_above_killed_and_wounded() -> None:
    graph = Graph().parse(resource("ontology") / "vocabularies" / "kind.ttl")
    kind = PREFIXES["kind"]
    assert {str(s) for s in graph.subjects(SKOS.broader, URIRef(kind + "casualties"))} == {
        kind + "killed",
        kind + "wounded",
    }


def test_every_unit_that_is_read_is_in_the_vocabulary() -> None:
    read = tomllib.loads((Path(figures.__file__).parent / "units.toml").read_text(encoding="utf-8"))
    names = tomllib.loads((Path(figures.__file__).parent / "currencies.toml").read_text(encoding="utf-8"))["names"]
    assert {*read["amounts"], *read["nouns"], *names, "person", "item", "percent"} <= concepts("unit")
