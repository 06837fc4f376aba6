"""The sheet on which one article's triples are written down, each once."""

from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, Triple

from sayso.ingest.article import Article, Span
from sayso.model.terms import node, number_literal
from sayso.namespaces import DataIris

CONTEXT = 32
"""How many code points a quote selector keeps on each side."""


@dataclass
class Sheet:
    """Collects the triples of one article; asking for the evidence of a span writes its selectors."""

    article: Article
    iris: DataIris
    triples: set[Triple] = field(default_factory=set)

    @property
    def subject(self) -> NamedNode:
        """The article itself."""
        return NamedNode(self.iris.article(self.article.key))

    def part(self, fragment: str) -> NamedNode:
        """A thing that belongs to this article version."""
        return NamedNode(self.iris.part(self.article.key, fragment))

    def entity(self, entity_id: str) -> NamedNode:
        """An entity of the Reading."""
        return NamedNode(self.iris.entity(self.article.key, entity_id))

    def add(self, subject: NamedNode, predicate: str, value: NamedNode | Literal | str) -> None:
        """Write one triple; a plain ``str`` becomes an xsd:string."""
        self.triples.add(Triple(subject, node(predicate), Literal(value) if isinstance(value, str) else value))

    def evidence(self, span: Span) -> NamedNode:
        """The span as an oa:SpecificResource with a position and a quote selector (Web Annotation 4.2).

        Its IRI ends in ``char=start,end``, after RFC 5147.
        """
        start, end = span
        text, at = self.article.text, f"{start},{end}"
        resource, position, quote = (self.part(f"{kind}={at}") for kind in ("char", "position", "quote"))
        self.add(resource, "rdf:type", node("oa:SpecificResource"))
        self.add(resource, "oa:hasSource", self.subject)
        self.add(resource, "oa:hasSelector", position)
        self.add(resource, "oa:hasSelector", quote)
        self.add(position, "rdf:type", node("oa:TextPositionSelector"))
        self.add(position, "oa:start", number_literal(start))
        self.add(position, "oa:end", number_literal(end))
        self.add(quote, "rdf:type", node("oa:TextQuoteSelector"))
        self.add(quote, "oa:exact", text[start:end])
        self.add(quote, "oa:prefix", text[max(0, start - CONTEXT) : start])
        self.add(quote, "oa:suffix", text[end : end + CONTEXT])
        return resource
