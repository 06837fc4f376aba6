"""The vocabulary as a page: each term with its definition, an example and what it is not."""

from functools import cache

from pyoxigraph import RdfFormat, parse
from starlette.requests import Request
from starlette.responses import Response

from sayso.namespaces import SAYSO, VOCABULARY
from sayso.resources import resource
from sayso.serve.pages.facts import Facts
from sayso.serve.pages.rendering import page


def vocabulary_page(request: Request) -> Response:
    """``/ns``: classes and properties, then the lists of values."""
    return page(request, "vocabulary.html", sections=_sections())


@cache
def _sections() -> tuple[tuple[str, tuple[dict[str, str], ...]], ...]:
    folders = ("modules", "vocabularies")
    files = [file for folder in folders for file in sorted(resource(f"ontology/{folder}").glob("*.ttl"))]
    facts = Facts(q.triple for file in files for q in parse(path=str(file), format=RdfFormat.TURTLE))
    classes = ("owl:Class", "owl:ObjectProperty", "owl:DatatypeProperty", "skos:Concept")
    headings = ("Classes", "Properties that link", "Properties that hold values", "Values")
    return tuple(
        (heading, tuple(_entry(facts, iri) for iri in facts.of_class(kind)))
        for heading, kind in zip(headings, classes, strict=True)
    )


def _entry(facts: Facts, iri: str) -> dict[str, str]:
    local = iri.removeprefix(SAYSO) if iri.startswith(SAYSO) else iri.removeprefix(VOCABULARY)
    return {
        "anchor": local,
        "name": f"sayso:{local}" if iri.startswith(SAYSO) else local.replace("/", ":"),
        "label": facts.one(iri, "rdfs:label") or facts.one(iri, "skos:prefLabel"),
        "definition": facts.one(iri, "skos:definition"),
        "example": facts.one(iri, "skos:example"),
        "note": facts.one(iri, "skos:scopeNote"),
    }
