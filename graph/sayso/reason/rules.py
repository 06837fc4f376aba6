"""The rules that apply the axioms of the ontology, as SPARQL queries in ``ontology/rules``."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from pyoxigraph import NamedNode, QueryBoolean, QuerySolutions, QueryTriples, Store

from sayso.namespaces import PREFIXES, DataIris
from sayso.resources import resource

_DERIVED = ("comparisons", "identities", "inferred", "judgements")
"""Graphs that are written anew from the others, so that nothing may rest on what they held before."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One axiom, or one kind of axiom, as a query over a dataset; ``name`` is that of its file."""

    name: str
    text: str


@cache
def rules(kind: Literal["conclusions", "contradictions"]) -> tuple[Rule, ...]:
    """The rules of a kind, by name."""
    files = sorted(resource(f"ontology/rules/{kind}").glob("*.rq"))
    return tuple(Rule(file.stem, file.read_text(encoding="utf-8")) for file in files)


def ask(store: Store, rule: Rule, iris: DataIris) -> QuerySolutions | QueryBoolean | QueryTriples:
    """What the rule finds in a store.

    Its default graph holds the ontology, the gazetteer and whatever else belongs to no article, so that axioms
    can be matched without naming a graph; facts are matched with GRAPH. To list those graphs one by one would
    make a rule slow, and so the rules themselves leave out what is derived.
    """
    others = (iris.article_graph(""), iris.text_graph(""), *map(iris.graph, _DERIVED))
    named = (graph for graph in store.named_graphs() if isinstance(graph, NamedNode))
    shared = sorted((graph for graph in named if not graph.value.startswith(others)), key=str)
    return store.query(rule.text, prefixes=PREFIXES, default_graph=[*shared])
