"""The ontology stays within OWL 2 RL, and within OWL 2 DL: axioms of few kinds between named, declared terms.

This check needs nothing but rdflib; test_description_logic.py asks the OWL API the same where Java is installed.
"""

from rdflib import RDF, RDFS, BNode, Graph, URIRef
from rdflib.collection import Collection
from rdflib.namespace import OWL, XSD

from sayso.store.reference import ontology_files

AXIOMS = {
    RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range,
    OWL.disjointWith, OWL.inverseOf, OWL.propertyChainAxiom,
}  # fmt: skip
NOTES = {RDFS.label, RDFS.isDefinedBy, RDFS.seeAlso, RDFS.comment, OWL.imports, OWL.versionIRI, OWL.versionInfo}
KINDS = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty}
TRAITS = {OWL.TransitiveProperty, OWL.AsymmetricProperty, OWL.IrreflexiveProperty, OWL.FunctionalProperty}
DATATYPES = {XSD.string, XSD.decimal, XSD.integer, XSD.boolean, XSD.dateTime}

GRAPH = Graph()
for _file in ontology_files():
    GRAPH.parse(_file)


def of(kind: URIRef) -> set[object]:
    return set(GRAPH.subjects(RDF.type, kind))


def test_axioms_are_of_kinds_that_owl_rl_has_and_lie_between_named_terms() -> None:
    used = {p for p in GRAPH.predicates() if str(p).startswith((str(OWL), str(RDFS)))}
    assert used <= AXIOMS | NOTES
    types = {o for o in GRAPH.objects(None, RDF.type) if str(o).startswith((str(OWL), str(RDFS), str(RDF)))}
    assert types <= KINDS | TRAITS | {OWL.Ontology}
    blank = {s for s in GRAPH.subjects() if isinstance(s, BNode)}
    assert {p for node in blank for p in GRAPH.predicates(node)} <= {RDF.first, RDF.rest}


def test_every_term_is_declared_once_and_as_one_kind() -> None:
    kinds = [of(kind) for kind in KINDS]
    assert sum(map(len, kinds)) == len(set().union(*kinds))
    classes, objects, data = of(OWL.Class), of(OWL.ObjectProperty), of(OWL.DatatypeProperty)
    predicates = {p for p in GRAPH.predicates() if not str(p).startswith((str(OWL), str(RDFS), str(RDF)))}
    assert predicates <= set().union(*kinds)
    assert {o for p in (RDFS.subClassOf, OWL.disjointWith, RDFS.domain) for o in GRAPH.objects(None, p)} <= classes
    for property_, range_ in GRAPH.subject_objects(RDFS.range):
        assert range_ in (classes if property_ in objects else DATATYPES), property_
    for narrow, wide in GRAPH.subject_objects(RDFS.subPropertyOf):
        assert {narrow, wide} <= objects or {narrow, wide} <= data


def test_what_chains_or_is_transitive_has_no_trait_that_owl_dl_forbids_it() -> None:
    chained = set(GRAPH.subjects(OWL.propertyChainAxiom)) | of(OWL.TransitiveProperty)
    not_simple = chained | {w for p in chained for w in GRAPH.transitive_objects(p, RDFS.subPropertyOf)}
    assert chained
    assert not not_simple & (of(OWL.AsymmetricProperty) | of(OWL.IrreflexiveProperty) | of(OWL.FunctionalProperty))
    for property_, links in GRAPH.subject_objects(OWL.propertyChainAxiom):
        chain = list(Collection(GRAPH, links))
        assert chain[-1] == property_ and property_ not in chain[:-1], "a chain recurs at its end alone"
