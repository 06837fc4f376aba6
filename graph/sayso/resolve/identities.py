"""From judgements to identities: which agent stands for all that are judged the same."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from pyoxigraph import NamedNode, Quad, Store

from sayso.model.terms import node
from sayso.namespaces import DataIris
from sayso.resolve.judgement import BY_RULE, Judgement


def identities(
    judgements: Iterable[Judgement], present: Collection[str], known: Collection[str] = ()
) -> dict[str, str]:
    """Agent -> the agent that stands for it, for all that have company; both are in ``present``.

    People are heard before rules, and a person's "same" outweighs a rule's "different". Beyond that
    "different" keeps two apart however many others are the same as both. An agent of the gazetteer
    (``known``) stands for the others, then one that is not bound to an article, then the first by IRI.

    >>> same = Judgement("x:a", "x:b", 0.95, "one spelling", "A", "B")
    >>> different = Judgement("x:a", "x:c", 1, "namesakes", "A", "C", "different", "Ada Roe")
    >>> other = Judgement("x:b", "x:c", 0.95, "one spelling", "B", "C")
    >>> identities([same, different, other], {"x:a", "x:b", "x:c"})
    {'x:b': 'x:a'}
    """
    groups = _groups(judgements)
    found: dict[str, str] = {}
    for group in groups:
        held = sorted(group & set(present), key=lambda iri: (iri not in known, "#" in iri, iri))
        found.update((iri, held[0]) for iri in held[1:])
    return dict(sorted(found.items()))


def _groups(judgements: Iterable[Judgement]) -> list[set[str]]:
    ranked = sorted(judgements, key=lambda j: (j.by == BY_RULE, -j.score, j.left, j.right))
    joined = {j.pair for j in ranked if j.verdict == "same" and j.by != BY_RULE}
    group: dict[str, set[str]] = {}
    apart: dict[str, set[str]] = defaultdict(set)
    for judgement in ranked:
        for iri in judgement.pair:
            group.setdefault(iri, {iri})
        if judgement.verdict == "different" and not (judgement.by == BY_RULE and judgement.pair in joined):
            apart[judgement.left].add(judgement.right)
            apart[judgement.right].add(judgement.left)
    for judgement in ranked:
        one, other = group[judgement.left], group[judgement.right]
        if judgement.verdict == "same" and one is not other and not any(apart[iri] & other for iri in one):
            one |= other
            for iri in other:
                group[iri] = one
    return [held for iri, held in sorted(group.items()) if len(held) > 1 and iri == min(held)]


def identity_quads(found: Mapping[str, str], named: Iterable[str], iris: DataIris) -> list[Quad]:
    """The graph of identities: all that has a name, linked to the one that stands for it, mostly itself.

    That nothing is left out lets a query join where it would have to ask whether there is a link at all.

    >>> [str(quad.object) for quad in identity_quads({"x:b": "x:a"}, ["x:a", "x:b"], DataIris("x:"))]
    ['<x:a>', '<x:a>']
    """
    graph, everything = NamedNode(iris.graph("identities")), sorted({*found, *found.values(), *named})
    return [Quad(NamedNode(one), node("sayso:canonical"), NamedNode(found.get(one, one)), graph) for one in everything]


def canonical_agents(store: Store, iris: DataIris) -> dict[str, str]:
    """The graph of identities as a mapping: whatever has a name -> the one that stands for it, mostly itself."""
    found = store.quads_for_pattern(None, node("sayso:canonical"), None, NamedNode(iris.graph("identities")))
    pairs = ((quad.subject, quad.object) for quad in found)
    return {
        one.value: other.value for one, other in pairs if isinstance(one, NamedNode) and isinstance(other, NamedNode)
    }
