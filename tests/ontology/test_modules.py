"""The modules define every term that sayso uses, once, in a sentence that a journalist understands."""

import re
from pathlib import Path

import pytest
from rdflib import RDF, RDFS, Graph, URIRef
from rdflib.namespace import OWL, SKOS

from sayso.namespaces import PREFIXES
from sayso.resources import resource

ONTOLOGY = resource("ontology")
ROOT = ONTOLOGY.parent
MODULES = sorted((ONTOLOGY / "modules").glob("*.ttl"))
TERM = re.compile(r"\bsayso:([A-Za-z]\w*)")


def terms() -> dict[URIRef, Graph]:
    """Every term with the module that defines it."""
    found: dict[URIRef, Graph] = {}
    for file in MODULES:
        module = Graph().parse(file)
        for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty):
            for term in module.subjects(RDF.type, kind):
                assert term not in found, f"{term} is defined in two modules"
                found[URIRef(term)] = module
    assert found
    return found


TERMS = terms()


def mentioned(files: list[Path]) -> set[str]:
    assert files
    return {name for file in files for name in TERM.findall(file.read_text(encoding="utf-8"))}


def test_the_header_imports_every_module_and_the_borrowed_terms() -> None:
    header = Graph().parse(ONTOLOGY / "sayso.ttl")
    imported = {str(o).rpartition("/")[2] for o in header.objects(None, OWL.imports)}
    assert imported == {file.stem for file in MODULES} | {"borrowed"}


@pytest.mark.parametrize("term", sorted(TERMS), ids=lambda term: term.removeprefix(PREFIXES["sayso"]))
def test_a_term_has_one_label_one_definition_and_an_example(term: URIRef) -> None:
    module = TERMS[term]
    assert term.startswith(PREFIXES["sayso"])
    labels, definitions = list(module.objects(term, RDFS.label)), list(module.objects(term, SKOS.definition))
    assert len(labels) == len(definitions) == 1
    assert 10 <= len(definitions[0].split()) <= 25, f"{len(definitions[0].split())} words"
    assert re.fullmatch(r"[A-Z].*\.", definitions[0]), "a definition is one sentence"
    assert module.value(term, SKOS.example)
    assert all(str(note).startswith("Not: ") for note in module.objects(term, SKOS.scopeNote))


@pytest.mark.parametrize("term", sorted(TERMS), ids=lambda term: term.removeprefix(PREFIXES["sayso"]))
def test_a_label_is_the_name_in_words(term: URIRef) -> None:
    name = term.removeprefix(PREFIXES["sayso"])
    label = str(TERMS[term].value(term, RDFS.label))
    assert label == re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


def test_code_queries_and_data_use_only_terms_that_are_defined_and_all_of_them() -> None:
    defined = {term.removeprefix(PREFIXES["sayso"]) for term in TERMS}
    data = [f for folder in ("examples", "gazetteer", "vocabularies") for f in (ONTOLOGY / folder).glob("*.ttl")]
    others = [*(ROOT / "graph").rglob("*.py"), *(ROOT / "queries").rglob("*.rq"), *(ONTOLOGY / "shapes").glob("*.ttl")]
    assert mentioned(data) | mentioned(others) <= defined, "used and not defined"
    assert defined <= mentioned(data), "defined and without an example"


def test_domains_and_ranges_are_classes_that_we_define_or_borrow() -> None:
    borrowed = {"schema", "oa", "prov", "skos", "xsd"}
    for term, module in TERMS.items():
        for predicate in (RDFS.domain, RDFS.range):
            for class_ in module.objects(term, predicate):
                known = class_ in TERMS or any(str(class_).startswith(PREFIXES[prefix]) for prefix in borrowed)
                assert known, f"{term}: {class_}"
