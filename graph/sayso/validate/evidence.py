"""Whether the evidence fits the text: every quote is the slice that its position names."""

import hashlib
from collections.abc import Iterator

from rdflib import RDF, Graph, URIRef
from rdflib.term import Node

from sayso.namespaces import term
from sayso.validate.report import Finding

_SPAN, _SELECTOR = URIRef(term("oa:SpecificResource")), URIRef(term("oa:hasSelector"))
_START, _END, _EXACT = (URIRef(term(f"oa:{name}")) for name in ("start", "end", "exact"))
_FIGURE, _WORDS, _AT = (URIRef(term(f"sayso:{name}")) for name in ("Figure", "words", "span"))
_DIGEST, _LENGTH = URIRef(term("sayso:textDigest")), URIRef(term("sayso:textLength"))


def check_evidence(graph: Graph, text: str) -> Iterator[Finding]:
    """The spans whose quote is not what the text prints there (shape ``Evidence-slice``)."""
    for span in graph.subjects(RDF.type, _SPAN):
        selectors = list(graph.objects(span, _SELECTOR))
        start, end, exact = (_one(graph, selectors, predicate) for predicate in (_START, _END, _EXACT))
        if start is None or end is None or exact is None or not (start + end).isdecimal():
            continue  # the shapes Evidence, Position and Quote report what is missing or malformed
        if not int(start) < int(end) <= len(text):
            problem = f"The position {start} to {end} is no stretch of a text of {len(text)} characters"
            yield _wrong(span, f"{problem}: nobody can find the words there.", exact)
        elif (printed := text[int(start) : int(end)]) != exact:
            yield _wrong(span, f"The text prints “{printed}” there: the quote proves nothing.", exact)


def check_words(graph: Graph) -> Iterator[Finding]:
    """The figures whose words are not those of their span (shape ``Figure-words``)."""
    for figure in graph.subjects(RDF.type, _FIGURE):
        words = _one(graph, [figure], _WORDS)
        selectors = [s for span in graph.objects(figure, _AT) for s in graph.objects(span, _SELECTOR)]
        exact = _one(graph, selectors, _EXACT)
        if None not in (words, exact) and words != exact:
            message = f"Its span prints “{exact}”: the words that the number rests on were altered."
            yield Finding("violation", "Figure-words", str(figure), message, "sayso:words", words or "")


def check_text(graph: Graph, text: str) -> Iterator[Finding]:
    """The articles whose digest or length is not that of the text (shape ``Article-text``)."""
    digest = "sha256:" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    for predicate, actual in ((_DIGEST, digest), (_LENGTH, str(len(text)))):
        for article, value in graph.subject_objects(predicate):
            if str(value) != actual:
                message = f"The text at hand has {actual}: the offsets of this graph belong to another text."
                yield Finding("violation", "Article-text", str(article), message, value=str(value))


def _one(graph: Graph, selectors: list[Node], predicate: URIRef) -> str | None:
    """The only value that the selectors have for a predicate, if there is just one."""
    values = [str(value) for selector in selectors for value in graph.objects(selector, predicate)]
    return values[0] if len(values) == 1 else None


def _wrong(span: Node, message: str, exact: str) -> Finding:
    return Finding("violation", "Evidence-slice", str(span), message, "oa:hasSelector", exact)
