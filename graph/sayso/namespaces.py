"""Namespaces and IRIs: our terms, borrowed terms, and the IRIs of data, which come from content."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

SAYSO = "https://w3id.org/sayso/ns#"
VOCABULARY = "https://w3id.org/sayso/"
DEFAULT_BASE = "https://w3id.org/sayso/id/"

PREFIXES: dict[str, str] = {
    "act": VOCABULARY + "act/",
    "basis": VOCABULARY + "basis/",
    "bound": VOCABULARY + "bound/",
    "certainty": VOCABULARY + "certainty/",
    "cito": "http://purl.org/spar/cito/",
    "dcterms": "http://purl.org/dc/terms/",
    "grade": VOCABULARY + "grade/",
    "grasp": "http://groundedannotationframework.org/grasp#",
    "kind": VOCABULARY + "kind/",
    "manner": VOCABULARY + "manner/",
    "np": "http://www.nanopub.org/nschema#",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "origin": VOCABULARY + "origin/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "outcome": VOCABULARY + "outcome/",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "sayso": SAYSO,
    "schema": "https://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "stance": VOCABULARY + "stance/",
    "time": "http://www.w3.org/2006/time#",
    "unit": VOCABULARY + "unit/",
    "vann": "http://purl.org/vocab/vann/",
    "verdict": VOCABULARY + "verdict/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def term(curie: str) -> str:
    """The full IRI of a prefixed name.

    >>> term("sayso:saidBy")
    'https://w3id.org/sayso/ns#saidBy'
    """
    prefix, _, local = curie.partition(":")
    return PREFIXES[prefix] + local


@lru_cache(maxsize=1 << 14)
def slug(name: str) -> str:
    """A name as the last part of an IRI: letters and digits of any script, lower case, no accents.

    >>> slug("Lee Seong-kweun"), slug("Μαρία Παπαδοπούλου")
    ('lee-seong-kweun', 'μαρια-παπαδοπουλου')
    """
    folded = unicodedata.normalize("NFKD", name.casefold())
    kept = "".join(c for c in folded if not unicodedata.combining(c))
    apart = re.sub(r"['’]s?\b", "", kept)
    return unicodedata.normalize("NFC", re.sub(r"[\W_]+", "-", apart).strip("-")) or "unknown"


@dataclass(frozen=True, slots=True)
class DataIris:
    """The IRIs of one dataset under its base, which ends in ``/``."""

    base: str = DEFAULT_BASE

    def article(self, key: str) -> str:
        """One version of an article, by ``Article.key``."""
        return f"{self.base}article/{key}"

    def part(self, key: str, fragment: str) -> str:
        """Something that belongs to one article version: a statement, a figure, a span."""
        return f"{self.base}article/{key}#{fragment}"

    def entity(self, key: str, entity_id: str) -> str:
        """An entity of a Reading: shared by name, or bound to its article (``mention/…``)."""
        if entity_id.startswith("mention/"):
            return self.part(key, entity_id.removeprefix("mention/"))
        return self.base + entity_id

    def article_graph(self, key: str) -> str:
        """The named graph that holds all that one article version brought, its text excepted."""
        return f"{self.base}graph/article/{key}"

    def text_graph(self, key: str) -> str:
        """The named graph that holds the text alone, so that it can be left out where it may not be passed on."""
        return f"{self.base}graph/text/{key}"

    def graph(self, name: str) -> str:
        """A graph that is not one article's: gazetteer, inferred, judgements, runs."""
        return f"{self.base}graph/{name}"
