"""What the endpoint says of itself (SPARQL 1.1 Service Description) and of its data (VoID)."""

from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode, Triple

from sayso.model.terms import node, number_literal
from sayso.namespaces import PREFIXES

_SD = "http://www.w3.org/ns/sparql-service-description#"
_VOID = "http://rdfs.org/ns/void#"
_FORMATS = "http://www.w3.org/ns/formats/"
_WRITTEN = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV",
    "Turtle", "N-Triples", "JSON-LD", "RDF_XML",
)  # fmt: skip
_TYPE = node("rdf:type")


def service_description(endpoint: str, graphs: Iterable[str]) -> list[Triple]:
    """The service, its formats, and its dataset with every named graph; no node is blank."""
    service, dataset, default = (NamedNode(endpoint + part) for part in ("#service", "#dataset", "#default"))
    told = [
        Triple(service, _TYPE, _sd("Service")),
        Triple(service, _sd("endpoint"), NamedNode(endpoint)),
        Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query")),
        Triple(service, _sd("feature"), _sd("UnionDefaultGraph")),
        Triple(service, _sd("defaultDataset"), dataset),
        Triple(dataset, _TYPE, _sd("Dataset")),
        Triple(dataset, _sd("defaultGraph"), default),
        Triple(default, _TYPE, _sd("Graph")),
        *(Triple(service, _sd("resultFormat"), NamedNode(_FORMATS + name)) for name in _WRITTEN),
    ]
    for graph in graphs:
        entry = NamedNode(f"{endpoint}#graph={graph}")
        told += [
            Triple(dataset, _sd("namedGraph"), entry),
            Triple(entry, _TYPE, _sd("NamedGraph")),
            Triple(entry, _sd("name"), NamedNode(graph)),
        ]
    return told


def void_description(here: str, endpoint: str, base: str, counts: dict[str, int]) -> list[Triple]:
    """The dataset with its size, its terms and where to ask; ``counts`` gives things by class (prefixed name)."""
    dataset = NamedNode(here + "#dataset")
    told = [
        Triple(dataset, _TYPE, NamedNode(_VOID + "Dataset")),
        Triple(dataset, node("dcterms:title"), Literal("Who said what, read by sayso")),
        Triple(dataset, NamedNode(_VOID + "sparqlEndpoint"), NamedNode(endpoint)),
        Triple(dataset, NamedNode(_VOID + "uriSpace"), Literal(base)),
        *(
            Triple(dataset, NamedNode(_VOID + "vocabulary"), NamedNode(PREFIXES[p]))
            for p in ("sayso", "schema", "prov", "oa", "skos")
        ),
    ]
    for curie, count in counts.items():
        part = NamedNode(f"{here}#{curie.replace(':', '-')}")
        told += [
            Triple(dataset, NamedNode(_VOID + "classPartition"), part),
            Triple(part, NamedNode(_VOID + "class"), node(curie)),
            Triple(part, NamedNode(_VOID + "entities"), number_literal(count)),
        ]
    return told


def _sd(name: str) -> NamedNode:
    return NamedNode(_SD + name)
