"""Which of the forms on offer a client likes best (RFC 9110, section 12.5.1)."""

from collections.abc import Mapping

ROW_TYPES = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv; charset=utf-8",
    "tsv": "text/tab-separated-values; charset=utf-8",
}
GRAPH_TYPES = {
    "turtle": "text/turtle; charset=utf-8",
    "ntriples": "application/n-triples",
    "jsonld": "application/ld+json",
    "rdfxml": "application/rdf+xml",
}
_ALIASES = {
    "json": ("application/json",),
    "xml": ("application/xml", "text/xml"),
    "turtle": ("application/x-turtle", "text/n3"),
    "ntriples": ("text/plain",),
    "jsonld": ("application/json",),
    "rdfxml": ("application/xml", "text/xml"),
    "html": ("application/xhtml+xml",),
}
HTML = {"html": "text/html; charset=utf-8"}


def chosen(accept: str | None, offered: Mapping[str, str]) -> str:
    """The form liked best, the earlier on offer where several are liked alike; empty where none is accepted.

    >>> chosen("text/csv;q=0.5, application/sparql-results+xml", ROW_TYPES), chosen(None, ROW_TYPES)
    ('xml', 'json')
    >>> chosen("image/png", ROW_TYPES), chosen("text/*", GRAPH_TYPES)
    ('', 'turtle')
    """
    ranges = _ranges(accept) if accept and accept.strip() else [("*/*", 1.0)]
    liked = [(_quality(form, offered[form], ranges), -place, form) for place, form in enumerate(offered)]
    quality, _, form = max(liked)
    return form if quality > 0 else ""


def _ranges(accept: str) -> list[tuple[str, float]]:
    found = []
    for part in accept.split(","):
        name, *parameters = (piece.strip().lower() for piece in part.split(";"))
        quality = next((p[2:] for p in parameters if p.startswith("q=")), "1")
        found.append((name, _number(quality)))
    return found


def _number(text: str) -> float:
    try:
        return min(max(float(text), 0.0), 1.0)
    except ValueError:
        return 0.0


def _quality(form: str, media_type: str, ranges: list[tuple[str, float]]) -> float:
    """The quality of the most specific range that covers the form; a mere alias counts a little less."""
    own = media_type.partition(";")[0]
    best = (-1, 0.0)
    for name, alias in ((own, 0.0), *((other, 1e-6) for other in _ALIASES.get(form, ()))):
        for accepted, quality in ranges:
            exact = {name: 3, name.partition("/")[0] + "/*": 2, "*/*": 1}.get(accepted, 0)
            if exact and not (alias and exact < 3):
                best = max(best, (exact, quality - alias if quality else 0.0))
    return max(best[1], 0.0) if best[0] > 0 else 0.0
