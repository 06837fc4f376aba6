"""The graph of outlets that cite one another, and the circles in it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

import networkx as nx

from sayso.audit.findings.finding import Finding
from sayso.audit.telling import Telling
from sayso.namespaces import slug

_LONGEST = 6
"""Links of the longest circle that is looked for."""


def circles(tellings: Iterable[Telling]) -> Iterator[Finding]:
    """Circular sourcing: on one event, A cites B for a kind of figure, and B, directly or through others, cites A."""
    by_question: dict[tuple[str, str], list[Telling]] = defaultdict(list)
    for telling in tellings:
        by_question[telling.event, telling.kind].append(telling)
    for _, told in sorted(by_question.items()):
        graph = source_graph(told)
        for circle in sorted(nx.simple_cycles(graph, length_bound=_LONGEST)):
            if len(circle) > 1:
                start = circle.index(min(circle))
                yield _finding(graph, [*circle[start:], *circle[:start]])


def source_graph(tellings: Iterable[Telling]) -> "nx.DiGraph[str]":
    """Outlets by slug; an edge from one that cites to the one cited, with the first ``telling`` that does."""
    ordered = sorted(tellings, key=lambda t: t.order)
    printing = {slug(t.article.outlet) for t in ordered if t.article.outlet}
    graph: nx.DiGraph[str] = nx.DiGraph()
    for telling in ordered:
        for link in telling.chain:
            citing, cited = slug(telling.article.outlet), slug(link.speaker)
            if cited in printing and telling.article.outlet and citing != cited and not graph.has_edge(citing, cited):
                graph.add_edge(citing, cited, telling=telling)
    return graph


def _finding(graph: "nx.DiGraph[str]", circle: list[str]) -> Finding:
    edges = zip(circle, [*circle[1:], circle[0]], strict=True)
    tellings: list[Telling] = [graph.edges[edge]["telling"] for edge in edges]
    first = tellings[0]
    path = " ← ".join([*(t.article.outlet for t in tellings), first.article.outlet])
    return Finding(
        "high", "circular sourcing",
        f"“{first.words}” goes in a circle: {path}.",
        "Find who of them knew it first, and from whom.",
        first.article, first.span, first.sentence, tuple(t.iri for t in tellings),
    )  # fmt: skip
