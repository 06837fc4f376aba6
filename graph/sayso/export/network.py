"""Who publishes, quotes and relays whom, as GraphML and GEXF for Gephi, Cytoscape, igraph and networkx."""

import io
import re
from collections.abc import Iterable, Sequence
from typing import IO

import networkx
from pyoxigraph import NamedNode, Store

from sayso.export.solutions import solutions

_ARTICLE = """
SELECT ?article (MIN(?title) AS ?headline) (MIN(STR(?date)) AS ?published) ?outlet (MIN(?name) AS ?outlet_name) ?graph
WHERE {
  GRAPH ?graph {
    ?article a schema:NewsArticle .
    OPTIONAL { ?article schema:headline ?title }
    OPTIONAL { ?article schema:datePublished ?date }
    OPTIONAL { ?article schema:publisher ?outlet . ?outlet schema:name ?name }
  }
}
GROUP BY ?article ?outlet ?graph
ORDER BY ?article ?outlet
"""
_SPEAKER = """
SELECT ?speaker (MIN(?class) AS ?type) (MIN(?called) AS ?name) ?graph
WHERE { GRAPH ?graph { ?statement sayso:saidBy ?speaker . ?speaker a ?class ; schema:name ?called } }
GROUP BY ?speaker ?graph
ORDER BY ?speaker
"""
_QUOTES = """
SELECT ?from ?to (COUNT(DISTINCT ?statement) AS ?statements) ?graph
WHERE {
  GRAPH ?graph {
    ?statement sayso:reportedIn ?from ; sayso:saidBy ?to ; sayso:act act:speech .
    FILTER NOT EXISTS { ?outer sayso:relays ?statement }
  }
}
GROUP BY ?from ?to ?graph
ORDER BY ?from ?to
"""
_RELAYS = """
SELECT ?from ?to (COUNT(DISTINCT ?statement) AS ?statements) ?graph
WHERE { GRAPH ?graph { ?outer sayso:relays ?statement ; sayso:saidBy ?from . ?statement sayso:saidBy ?to } }
GROUP BY ?from ?to ?graph
ORDER BY ?from ?to
"""
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_UNWANTED_IN_GEXF = re.compile(rb' (?:lastmodifieddate|name)="[^"]*"')


def network(store: Store, graphs: Sequence[NamedNode]) -> "networkx.DiGraph[str]":
    """Outlets publish articles, articles quote sources, sources relay one another.

    A node is named by its IRI and has ``iri``, ``label``, ``type`` and, for an article, ``published``. An
    edge has ``relation`` (publishes, quotes, relays), ``weight`` and ``statements`` (how many), ``articles``
    (in how many) and ``article_iris`` (in which, a space between). ``quotes`` counts speech at the outer
    end of its chain; a source that is not stated is no node.
    """
    made: networkx.DiGraph[str] = networkx.DiGraph()
    for graph in graphs:
        articles = [row["article"] for row in solutions(store, _ARTICLE, graph)]
        for row in solutions(store, _ARTICLE, graph):
            article = row["article"]
            _add_node(made, article, "NewsArticle", row["headline"] or article, published=row["published"])
            if row["outlet"]:
                _add_node(made, row["outlet"], "Outlet", row["outlet_name"])
                _add_edge(made, row["outlet"], article, "publishes", statements=0, articles=[article])
        for row in solutions(store, _SPEAKER, graph):
            _add_node(made, row["speaker"], re.split("[#/]", row["type"])[-1], row["name"])
        for kind, query in (("quotes", _QUOTES), ("relays", _RELAYS)):
            for row in solutions(store, query, graph):
                _add_edge(made, row["from"], row["to"], kind, statements=int(row["statements"]), articles=articles)
    return made


def write_graphml(store: Store, graphs: Sequence[NamedNode], out: IO[bytes]) -> None:
    """Write the network as GraphML 1.0; its schema takes no IRIs as names, so nodes are n0, n1 and so on."""
    made = network(store, graphs)
    names = {iri: f"n{number}" for number, iri in enumerate(made)}
    networkx.write_graphml_xml(networkx.relabel_nodes(made, names), out)


def write_gexf(store: Store, graphs: Sequence[NamedNode], out: IO[bytes]) -> None:
    """Write the network as GEXF 1.2, without the date that networkx adds and the name its schema does not know."""
    written = io.BytesIO()
    networkx.write_gexf(network(store, graphs), written)
    head, nodes, rest = written.getvalue().partition(b"<nodes")
    out.write(_UNWANTED_IN_GEXF.sub(b"", head) + nodes + rest)


def _add_node(made: "networkx.DiGraph[str]", iri: str, kind: str, label: str, **facts: str) -> None:
    """Add a node, or leave it as the first article that named it had it."""
    if iri not in made:
        told = {name: _clean(fact) for name, fact in facts.items() if fact}
        made.add_node(iri, iri=iri, label=_clean(label), type=kind, **told)


def _add_edge(
    made: "networkx.DiGraph[str]", start: str, end: str, kind: str, *, statements: int, articles: Iterable[str]
) -> None:
    before = made.get_edge_data(start, end, {"statements": 0, "article_iris": ""})
    told = sorted({*before["article_iris"].split(), *articles})
    count = before["statements"] + statements
    facts = {"statements": count, "articles": len(told), "article_iris": " ".join(told)}
    made.add_edge(start, end, relation=kind, weight=max(count, 1), **facts)


def _clean(text: str) -> str:
    """Text on one line, without the characters that XML 1.0 cannot hold."""
    return " ".join(_NOT_XML.sub(" ", text).split())
