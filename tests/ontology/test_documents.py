"""What answers to which IRI: every file of the ontology has its IRI, and every IRI of ours its file."""

import tomllib
from pathlib import Path

from rdflib import RDF, Graph, URIRef
from rdflib.namespace import OWL, SKOS

from sayso.namespaces import VOCABULARY
from sayso.resources import resource

ONTOLOGY = resource("ontology")
DOCUMENTS = tomllib.loads((ONTOLOGY / "documents.toml").read_text(encoding="utf-8"))["document"]


def answers(iri: str) -> list[Path]:
    """The files of the document with that IRI: the first entry that fits and has a file."""
    for document in DOCUMENTS:
        before, _, after = document["iri"].partition("{name}")
        is_pattern = "{name}" in document["iri"]
        name = iri.removeprefix(before).removesuffix(after) if is_pattern else ""
        if iri == (before + name + after if is_pattern else document["iri"]) and "/" not in name:
            found = [f for pattern in document["files"] for f in ONTOLOGY.glob(pattern.replace("{name}", name))]
            if found:
                return sorted(found)
    return []


def described(file: Path) -> set[str]:
    """The ontologies and schemes that a file describes."""
    graph = Graph().parse(file)
    kinds = (OWL.Ontology, SKOS.ConceptScheme)
    return {str(s) for kind in kinds for s in graph.subjects(RDF.type, kind) if isinstance(s, URIRef)}


def test_every_ontology_and_scheme_is_answered_by_the_file_that_describes_it() -> None:
    files = [f for f in ONTOLOGY.rglob("*.ttl") if f.parent.name not in ("examples", "gazetteer", "shapes")]
    assert len(files) > 20
    for file in files:
        iris = described(file)
        assert len(iris) == 1, file
        assert file in answers(iris.pop()), file


def test_the_version_iri_the_imports_and_the_context_are_answered() -> None:
    header = Graph().parse(ONTOLOGY / "sayso.ttl")
    asked = {str(o) for p in (OWL.imports, OWL.versionIRI) for o in header.objects(None, p)}
    assert len(asked) > 5
    assert [iri for iri in asked if not answers(iri)] == []
    assert answers(VOCABULARY + "context.jsonld") == [ONTOLOGY / "context.jsonld"]
    assert set(answers(VOCABULARY + "shape/")) == set((ONTOLOGY / "shapes").glob("*.ttl"))


def test_what_is_not_ours_is_answered_by_nothing() -> None:
    assert answers(VOCABULARY + "nothing/") == answers("https://w3id.org/sayso/ns/alignment/nothing") == []


def test_the_changelog_begins_with_the_version_of_the_ontology() -> None:
    version = next(Graph().parse(ONTOLOGY / "sayso.ttl").objects(None, OWL.versionInfo))
    first = next(line for line in (ONTOLOGY / "CHANGELOG.md").read_text("utf-8").splitlines() if line.startswith("## "))
    assert first.split()[1] == str(version)
