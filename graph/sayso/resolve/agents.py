"""The agents of a store, as far as resolution needs them: IRI, class, names, roles, and when they were told of."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, QuerySolutions, Store

from sayso.namespaces import PREFIXES, DataIris

_CLASSES = "schema:Person schema:Organization sayso:Outlet sayso:MilitaryUnit sayso:Government"
_NAMES = f"""
SELECT DISTINCT ?agent ?class ?name ?first WHERE {{
  VALUES ?class {{ {_CLASSES} }}
  VALUES (?naming ?first) {{ (schema:name "1") (schema:alternateName "2") (skos:altLabel "2") }}
  GRAPH ?graph {{ ?agent a ?class ; ?naming ?name . }}
}}
"""
_ELSEWHERE = f"""
SELECT DISTINCT ?agent ?same WHERE {{
  VALUES ?class {{ {_CLASSES} }}
  GRAPH ?graph {{ ?agent a ?class ; schema:sameAs ?same . }}
}}
"""
_ROLES = """
SELECT DISTINCT ?agent ?role ?day WHERE {
  GRAPH ?graph {
    ?held a sayso:Role ; sayso:heldBy ?agent ; schema:roleName ?role ; sayso:reportedIn ?article .
    OPTIONAL { ?article schema:datePublished ?published }
  }
  BIND (SUBSTR(STR(?published), 1, 10) AS ?day)
}
"""
_AUTHORS = "SELECT DISTINCT ?agent WHERE { GRAPH ?graph { ?article schema:author ?agent } }"


@dataclass(frozen=True, slots=True)
class Agent:
    """A named agent. One whose IRI holds ``#`` is bound to its article: a surname alone, say.

    ``names`` begin with those under which it is shown; ``days`` are ISO dates of the articles that report
    a role of it; ``elsewhere`` are IRIs of other data sets.
    """

    iri: str
    kind: str
    names: tuple[str, ...]
    roles: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()

    @property
    def bound(self) -> bool:
        """Whether it belongs to one article."""
        return "#" in self.iri


def agents_of(store: Store) -> list[Agent]:
    """Every named agent of the store, by IRI; unnamed sources and the authors of articles are left out."""
    names: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for agent, kind, name, rank in _rows(store, _NAMES):
        names[agent, kind][name] = min(rank, names[agent, kind].get(name, rank))
    roles, days, elsewhere = (defaultdict[str, set[str]](set) for _ in range(3))
    for agent, role, day in _rows(store, _ROLES):
        roles[agent].add(role)
        days[agent] |= {day} if len(day) == 10 else set()
    for agent, same in _rows(store, _ELSEWHERE):
        elsewhere[agent].add(same)
    authors = {agent for (agent,) in _rows(store, _AUTHORS)}
    return [
        Agent(
            iri,
            kind,
            tuple(sorted(called, key=lambda name: (called[name], name))),
            *(tuple(sorted(held)) for held in (roles[iri], days[iri], elsewhere[iri])),
        )
        for (iri, kind), called in sorted(names.items())
        if iri not in authors
    ]


def known_agents(store: Store, iris: DataIris) -> set[str]:
    """The IRIs that the gazetteer describes."""
    graph = NamedNode(iris.graph("gazetteer"))
    found = store.quads_for_pattern(None, NamedNode(PREFIXES["schema"] + "name"), None, graph)
    return {quad.subject.value for quad in found if isinstance(quad.subject, NamedNode)}


def named_things(store: Store, iris: DataIris) -> set[str]:
    """The IRIs of all that articles or the gazetteer name: agents, unnamed sources, groups and places."""
    start, gazetteer = iris.article_graph(""), iris.graph("gazetteer")
    found = store.quads_for_pattern(None, NamedNode(PREFIXES["schema"] + "name"), None, None)
    told = ((quad.subject, quad.graph_name) for quad in found)
    return {
        thing.value
        for thing, graph in told
        if isinstance(thing, NamedNode)
        and isinstance(graph, NamedNode)
        and (graph.value == gazetteer or graph.value.startswith(start))
    }


def untold_agents(store: Store, iris: DataIris) -> set[str]:
    """The IRIs that the gazetteer describes and no article does."""
    name, graph = NamedNode(PREFIXES["schema"] + "name"), iris.graph("gazetteer")
    found = [quad for quad in store.quads_for_pattern(None, name, None, None) if isinstance(quad.subject, NamedNode)]
    told = {q.subject for q in found if getattr(q.graph_name, "value", "") != graph}
    return known_agents(store, iris) - {getattr(agent, "value", "") for agent in told}


def _rows(store: Store, query: str) -> Iterator[tuple[str, ...]]:
    """The answers as plain text, an unbound value as an empty one."""
    found = store.query(query, prefixes=PREFIXES)
    assert isinstance(found, QuerySolutions)
    for solution in found:
        yield tuple(getattr(value, "value", "") for value in solution)
