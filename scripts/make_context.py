"""Writes ontology/context.jsonld from the prefixes and the ontology; --check says whether it is up to date.

A property that links to something is "@type": "@id"; one that is always a decimal says so, since JSON would
make it a double. The ends of a figure are integers as well, and carry their type each.
"""

import json
import sys

from rdflib import RDF, RDFS, SH, XSD, Graph, URIRef
from rdflib.namespace import OWL

from generated import write_or_check
from sayso.namespaces import PREFIXES
from sayso.resources import resource
from sayso.validate.graphs import shorten

CONTEXT = resource("ontology") / "context.jsonld"


def context() -> str:
    """The whole file."""
    ontology, shapes = Graph(), Graph()
    for file in [resource("ontology/borrowed.ttl"), *resource("ontology/modules").glob("*.ttl")]:
        ontology.parse(file)
    for file in resource("ontology/shapes").glob("*.ttl"):
        shapes.parse(file)
    of_several_types = {shapes.value(shape, SH.path) for shape in shapes.subjects(SH["or"])}
    links = {str(p): "@id" for p in ontology.subjects(RDF.type, OWL.ObjectProperty) if isinstance(p, URIRef)}
    decimals = {str(p): "xsd:decimal" for p in ontology.subjects(RDFS.range, XSD.decimal) if p not in of_several_types}
    types = {shorten(p): {"@type": type_} for p, type_ in {**links, **decimals}.items()}
    whole = {"@version": 1.1, **dict(sorted(PREFIXES.items())), **dict(sorted(types.items()))}
    return json.dumps({"@context": whole}, indent=2) + "\n"


def main() -> int:
    """Write the context, or compare it: 1 where it is out of date."""
    return write_or_check(CONTEXT, context())


if __name__ == "__main__":
    sys.exit(main())
