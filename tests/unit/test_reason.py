"""What follows by each axiom, on a few triples that can be followed by eye, and what cannot all be true."""

import pytest
from pyoxigraph import NamedNode, RdfFormat, Store

from sayso.namespaces import PREFIXES, DataIris, term
from sayso.reason import contradictions, infer
from sayso.store.reference import reference_graphs
from sayso.validate.consistency import check_consistency

IRIS = DataIris("https://x.example/")
TURTLE = "".join(f"@prefix {p}: <{iri}> .\n" for p, iri in PREFIXES.items())
ONTOLOGY = reference_graphs(IRIS)["ontology"]


def store(trig: str) -> Store:
    filled = Store()
    filled.load(TURTLE + trig, RdfFormat.TRIG, base_iri=IRIS.base)
    filled.extend(ONTOLOGY)
    return filled


def inferred(trig: str, predicate: str) -> set[tuple[str, str]]:
    quads = [q for q in infer(store(trig), IRIS) if q.predicate.value == term(predicate)]
    return {(str(q.subject)[1:-1].removeprefix(IRIS.base), str(q.object)[1:-1].removeprefix(IRIS.base)) for q in quads}


CHAIN = """<graph/article/1> {
  <a#1> a sayso:Statement ; sayso:saidBy <agent/outlet> ; sayso:relays <a#2> ; sayso:contentSpan <a#c> .
  <a#2> a sayso:Statement ; sayso:saidBy <agent/governor> ; sayso:relays <a#3> ; sayso:rootStatement <a#3> .
  <a#3> a sayso:Statement ; sayso:saidBy <agent/team> ; sayso:rootSource <agent/team> .
}"""


def test_the_root_source_is_passed_out_along_the_chain() -> None:
    assert inferred(CHAIN, "sayso:rootSource") == {("a#1", "agent/team"), ("a#2", "agent/team")}


def test_the_root_statement_is_that_of_the_whole_chain() -> None:
    assert inferred(CHAIN, "sayso:rootStatement") == {("a#1", "a#3")}


def test_a_client_that_knows_prov_alone_finds_speakers_and_primary_sources() -> None:
    attributed = inferred(CHAIN, "prov:wasAttributedTo")
    assert attributed == {("a#1", "agent/outlet"), ("a#2", "agent/governor"), ("a#3", "agent/team")}
    assert inferred(CHAIN, "prov:hadPrimarySource") == {("a#1", "a#3"), ("a#2", "a#3")}
    assert inferred(CHAIN, "prov:wasDerivedFrom") == {("a#1", "a#2"), ("a#1", "a#3"), ("a#2", "a#3")}


def test_an_inverse_property_links_the_other_way() -> None:
    assert inferred(CHAIN, "grasp:hasAttribution") == {("a#c", "a#1")}


def test_classes_come_from_wider_classes_domains_and_ranges() -> None:
    types = inferred(CHAIN, "rdf:type")
    assert {("a#1", term("prov:Entity")), ("agent/team", term("prov:Agent"))} <= types
    assert ("a#c", term("oa:SpecificResource")) in types


def test_a_ring_of_relays_has_no_root() -> None:
    ring = "<graph/article/1> { <a#1> sayso:relays <a#2> . <a#2> sayso:relays <a#3> . <a#3> sayso:relays <a#1> }"
    assert inferred(ring, "sayso:rootSource") == inferred(ring, "sayso:rootStatement") == set()


def test_part_of_is_transitive_across_graphs_and_says_nothing_new_about_what_is_asserted() -> None:
    places = "<g/1> { <p/village> sayso:partOf <p/district> } <g/2> { <p/district> sayso:partOf <p/country> }"
    assert inferred(places, "sayso:partOf") == {("p/village", "p/country")}
    assert ("p/village", "p/country") in inferred(places, "schema:containedInPlace")


def test_inferring_twice_gives_the_same() -> None:
    filled = store(CHAIN)
    first = infer(filled, IRIS)
    filled.extend(first)
    assert infer(filled, IRIS) == first != []


@pytest.mark.parametrize(
    ("facts", "rule", "focus"),
    [
        ("<a#1> a sayso:Statement, sayso:Claim .", "disjoint-classes", "a#1"),
        ("<a#1> sayso:relays <a#1> .", "irreflexive-property", "a#1"),
        ("<a#1> sayso:relays <a#2> . <a#2> sayso:relays <a#1> .", "asymmetric-property", "a#1"),
        ("<a#1> sayso:claims <a#2> . <a#3> sayso:claims <a#1> .", "disjoint-classes", "a#1"),
    ],
)
def test_a_broken_axiom_is_a_finding_that_explains_itself(facts: str, rule: str, focus: str) -> None:
    words = "<a#2> sayso:words 'no ship sank' . <a#1> sayso:words 'it was so' ."
    filled = store(f"<graph/article/1> {{ {facts} {words} }}")
    filled.extend(infer(filled, IRIS))
    findings = check_consistency(filled, IRIS)
    assert (rule, IRIS.base + focus) in {(f.shape, f.focus) for f in findings}
    found = next(f for f in findings if f.shape == rule)
    assert found.words == "it was so" and found.article == IRIS.article("1")
    assert "mistake" in found.message and found.severity == "violation"


def test_what_is_sound_contradicts_nothing() -> None:
    filled = store(CHAIN)
    filled.extend(infer(filled, IRIS))
    assert contradictions(filled, IRIS) == []


def test_the_ontology_is_stored_without_blank_nodes_and_the_same_every_time() -> None:
    assert all(isinstance(q.subject, NamedNode) for q in ONTOLOGY)
    assert reference_graphs(IRIS)["ontology"] == ONTOLOGY
