"""The order in which people like to read a graph: subjects by kind and place in the text, predicates by topic."""

import re
from collections.abc import Iterable, Mapping

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from sayso.namespaces import PREFIXES, term

Node = NamedNode | BlankNode | Triple
Term = Node | Literal
Description = tuple[Node, list[tuple[NamedNode, list[Term]]]]

_CLASSES = (
    "schema:NewsArticle",
    "sayso:Statement",
    "sayso:Figure",
    "sayso:Claim",
    "sayso:Role",
    "sayso:Mention",
    "oa:SpecificResource",
    "oa:TextPositionSelector",
    "oa:TextQuoteSelector",
    "schema:Person",
    "schema:Organization",
    "sayso:Government",
    "sayso:MilitaryUnit",
    "sayso:Outlet",
    "sayso:JointSource",
    "sayso:UnnamedSource",
    "sayso:Group",
    "schema:Place",
)
_PREDICATES = (
    "rdf:type",
    "schema:name",
    "schema:headline",
    "sayso:reportedIn",
    "sayso:saidBy",
    "sayso:relays",
    "sayso:stance",
    "sayso:words",
    "sayso:claims",
    "sayso:kind",
    "sayso:low",
    "sayso:high",
    "sayso:bound",
    "sayso:unit",
    "sayso:counts",
    "oa:start",
    "oa:end",
    "oa:prefix",
    "oa:exact",
    "oa:suffix",
)
_CLASS_RANK = {NamedNode(term(curie)): rank for rank, curie in enumerate(_CLASSES)}
_PREDICATE_RANK = {NamedNode(term(curie)): rank for rank, curie in enumerate(_PREDICATES)}
_TYPE = NamedNode(term("rdf:type"))
_PREFIX_OF = {namespace: prefix for prefix, namespace in PREFIXES.items()}
_LOCAL = re.compile(r"[A-Za-z][\w-]*", re.ASCII)
_NUMBERS = re.compile(r"(\d+)")


def describe(triples: Iterable[Triple]) -> list[Description]:
    """Triples by subject, then predicate, in reading order; repeated triples once."""
    subjects: dict[Node, dict[NamedNode, set[Term]]] = {}
    for triple in triples:
        subjects.setdefault(triple.subject, {}).setdefault(triple.predicate, set()).add(triple.object)
    ordered = sorted(subjects.items(), key=lambda item: (_rank(item[1]), place_of(item[0])))
    return [(subject, _predicates(predicates)) for subject, predicates in ordered]


def prefixed(iri: str, prefixes: Mapping[str, str] = _PREFIX_OF) -> str | None:
    """The prefixed name of an IRI in a known namespace, where its local part needs no escape.

    ``prefixes`` gives the prefix of a namespace.

    >>> prefixed("https://w3id.org/sayso/kind/killed"), prefixed("https://schema.org/a.b")
    ('kind:killed', None)
    """
    end = max(iri.rfind("#"), iri.rfind("/")) + 1
    prefix, local = prefixes.get(iri[:end]), iri[end:]
    return f"{prefix}:{local}" if prefix and _LOCAL.fullmatch(local) else None


def place_of(value: Term) -> tuple[str | int, ...]:
    """The sort key of a term: IRIs and literals by their text, digits as numbers."""
    return natural(value.value if isinstance(value, NamedNode | Literal) else str(value))


def natural(text: str) -> tuple[str | int, ...]:
    """A sort key by which ``s9`` comes before ``s10``.

    >>> sorted(["#s10", "#s9", "#f2"], key=natural)
    ['#f2', '#s9', '#s10']
    """
    return tuple(int(part) if number % 2 else part for number, part in enumerate(_NUMBERS.split(text)))


def _rank(predicates: dict[NamedNode, set[Term]]) -> int:
    classes = predicates.get(_TYPE, ())
    return min((_CLASS_RANK.get(c, len(_CLASSES)) for c in classes if isinstance(c, NamedNode)), default=len(_CLASSES))


def _predicates(predicates: dict[NamedNode, set[Term]]) -> list[tuple[NamedNode, list[Term]]]:
    def rank(predicate: NamedNode) -> tuple[int, str]:
        return _PREDICATE_RANK.get(predicate, len(_PREDICATES)), predicate.value

    return [(p, _ordered(predicates[p])) for p in sorted(predicates, key=rank)]


def _ordered(objects: set[Term]) -> list[Term]:
    return list(objects) if len(objects) == 1 else sorted(objects, key=lambda o: (place_of(o), str(o)))
