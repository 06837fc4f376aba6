"""The agents of a store, as far as resolution needs them: IRI, class, names."""

from collections import defaultdict
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from sayso.namespaces import PREFIXES

_QUERY = """
SELECT DISTINCT ?agent ?class ?name WHERE {
  VALUES ?class { schema:Person schema:Organization sayso:Outlet sayso:MilitaryUnit }
  GRAPH ?graph { ?agent a ?class ; schema:name ?name . }
  FILTER (!CONTAINS(STR(?agent), "#"))
}
"""


@dataclass(frozen=True, slots=True)
class Agent:
    """A named agent that may occur in several articles; those bound to one article are left out."""

    iri: str
    kind: str
    names: tuple[str, ...]


def agents_of(store: Store) -> list[Agent]:
    """Every agent that is named across articles, by IRI, with its names in order."""
    names: dict[tuple[str, str], set[str]] = defaultdict(set)
    found = store.query(_QUERY, prefixes=PREFIXES)
    assert isinstance(found, QuerySolutions)
    for solution in found:
        agent, kind, name = solution["agent"], solution["class"], solution["name"]
        if isinstance(agent, NamedNode) and isinstance(kind, NamedNode) and isinstance(name, Literal):
            names[agent.value, kind.value].add(name.value)
    return [Agent(iri, kind, tuple(sorted(found))) for (iri, kind), found in sorted(names.items())]
