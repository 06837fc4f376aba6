"""Gathers articles, statements and figures from a store by a few queries, each once over all articles."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pyoxigraph import QuerySolution, QuerySolutions, Store

from sayso.audit.telling import Link, Source
from sayso.ingest.article import Span
from sayso.namespaces import PREFIXES, VOCABULARY, DataIris, slug
from sayso.resolve import canonical_agents

_ARTICLES = """
SELECT ?article ?title ?published ?outlet WHERE { GRAPH ?g {
  ?article a schema:NewsArticle .
  OPTIONAL { ?article schema:headline ?title } OPTIONAL { ?article schema:datePublished ?published }
  OPTIONAL { ?article schema:publisher/schema:name ?outlet } } }"""
_AUTHORS = "SELECT ?article ?author WHERE { GRAPH ?g { ?article schema:author/schema:name ?author } }"
_TEXTS = "SELECT ?article ?text WHERE { GRAPH ?g { ?article schema:articleBody ?text } }"
_SPEAKERS = """
SELECT ?agent ?name ?class WHERE { GRAPH ?g { ?s sayso:saidBy ?agent . ?agent a ?class ; schema:name ?name } }
"""
_COUNTRIES = "SELECT ?agent ?country WHERE { GRAPH ?g { ?agent sayso:country ?country } }"
_STATEMENTS = """
SELECT ?statement ?article ?agent ?relays ?stance ?act ?manner ?certainty ?said ?occasion WHERE { GRAPH ?g {
  ?statement a sayso:Statement ; sayso:reportedIn ?article ; sayso:stance ?stance ; sayso:act ?act ;
    sayso:manner ?manner .
  OPTIONAL { ?statement sayso:saidBy ?agent } OPTIONAL { ?statement sayso:relays ?relays }
  OPTIONAL { ?statement sayso:certainty ?certainty } OPTIONAL { ?statement sayso:saidOn ?said }
  OPTIONAL { ?statement sayso:occasion ?occasion } } }"""
_SPANS = """
SELECT ?statement ?role ?span WHERE {
  VALUES ?role { sayso:sourceSpan sayso:cueSpan sayso:contentSpan } GRAPH ?g { ?statement ?role ?span } }"""
_CLAIMS = "SELECT ?statement ?claim WHERE { GRAPH ?g { ?statement sayso:claims ?claim . ?claim a ?class } %s }"
_CLAIM_WORDS = """
SELECT ?statement ?claim ?words WHERE { GRAPH ?g {
  ?statement sayso:claims ?claim . ?claim a sayso:Claim ; sayso:words ?words } }"""
_FIGURES = """
SELECT ?figure ?article ?words ?span ?kind ?bound ?unit ?low ?high ?counts ?place ?placeName ?from ?until ?asOf
WHERE { GRAPH ?g {
  ?figure a sayso:Figure ; sayso:reportedIn ?article ; sayso:words ?words ; sayso:span ?span ;
    sayso:kind ?kind ; sayso:bound ?bound ; sayso:unit ?unit .
  OPTIONAL { ?figure sayso:low ?low } OPTIONAL { ?figure sayso:high ?high }
  OPTIONAL { ?figure sayso:counts/schema:name ?counts }
  OPTIONAL { ?figure sayso:place ?place . ?place schema:name ?placeName }
  OPTIONAL { ?figure sayso:from ?from } OPTIONAL { ?figure sayso:until ?until }
  OPTIONAL { ?figure sayso:asOf ?asOf } } }"""
_LINKS = """
SELECT ?figure ?relation ?other WHERE {
  VALUES ?relation { sayso:includedIn sayso:addsTo sayso:negated } GRAPH ?g { ?figure ?relation ?other } }"""
_KINDS = "SELECT ?kind ?wider WHERE { GRAPH ?g { ?kind skos:broader+ ?wider . ?wider skos:broader ?top } }"
_WHOLES = "SELECT ?part ?whole WHERE { GRAPH ?g { ?part sayso:partOf ?whole } }"
_NATIONS = """
SELECT ?country ?name WHERE { GRAPH ?g {
  ?government a sayso:Government ; sayso:country ?country .
  { ?government schema:name ?name } UNION { ?government sayso:demonym ?name }
  UNION { ?government skos:altLabel ?name } } }"""
_ROLES = {"sourceSpan": "source", "cueSpan": "cue", "contentSpan": "content"}
_PREFERRED = ("UnnamedSource", "Outlet", "Government", "Organization", "MilitaryUnit", "JointSource", "Person")


@dataclass(frozen=True, slots=True)
class RawFigure:
    """A figure as the graph holds it; ``kind``, ``bound`` and ``unit`` are local names."""

    iri: str
    article: str
    words: str
    span: Span
    kind: str
    bound: str
    unit: str
    low: float | None
    high: float | None
    counts: str
    place: str
    place_name: str
    since: str
    until: str
    as_of: str
    included_in: str = ""
    adds_to: str = ""
    negated: bool = False


@dataclass(frozen=True)
class Gathered:
    """All that an audit knows of a store. ``carried`` lists the statements that tell each figure.

    ``relays`` and ``links`` are by statement; ``kinds`` and ``wholes`` map to everything wider; ``nations``
    maps lower-case names and demonyms to the IRI of a state; ``home`` is the article of each statement, ``claims``
    its claim with the words.
    """

    articles: Mapping[str, Source]
    links: Mapping[str, Link]
    home: Mapping[str, str]
    relays: Mapping[str, str]
    figures: tuple[RawFigure, ...]
    carried: Mapping[str, tuple[str, ...]]
    claims: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    kinds: Mapping[str, frozenset[str]] = field(default_factory=dict)
    wholes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    nations: Mapping[str, str] = field(default_factory=dict)

    def chains(self) -> dict[str, list[tuple[Link, ...]]]:
        """Every chain of each article, by the article's IRI, from its outermost statement."""
        found: dict[str, list[tuple[Link, ...]]] = defaultdict(list)
        for statement in sorted(set(self.links) - set(self.relays.values())):
            found[self.home[statement]].append(self.chain(statement))
        return found

    def chain(self, statement: str) -> tuple[Link, ...]:
        """The statement and those that it relays, to the end; a loop is left at its start."""
        links, seen = [], set()
        while statement in self.links and statement not in seen:
            seen.add(statement)
            links.append(self.links[statement])
            statement = self.relays.get(statement, "")
        return tuple(links)


def gather(store: Store, iris: DataIris) -> Gathered:
    """Read everything that is compared; what a graph leaves out is empty."""
    texts = {row[0]: row[1] for row in _rows(store, _TEXTS)}
    authors = _grouped(_rows(store, _AUTHORS))
    articles = {
        iri: Source(iri, title, outlet, published, tuple(sorted(authors.get(iri, ()))), texts.get(iri, ""))
        for iri, title, published, outlet in _rows(store, _ARTICLES)
    }
    links, home, relays = _statements(store, canonical_agents(store, iris))
    figures = sorted(_figures(store), key=lambda f: (f.article, f.span, f.iri))
    outermost = set(links) - set(relays.values())
    carried = _grouped(
        (figure, statement)
        for statement, figure in _rows(store, _CLAIMS % "FILTER (?class = sayso:Figure)")
        if statement in outermost
    )
    return Gathered(
        articles,
        links,
        home,
        relays,
        tuple(figures),
        {figure: tuple(sorted(told)) for figure, told in carried.items()},
        {statement: (claim, words) for statement, claim, words in _rows(store, _CLAIM_WORDS)},
        {_local(kind): frozenset(map(_local, wider)) for kind, wider in _grouped(_rows(store, _KINDS)).items()},
        {part: frozenset(wholes) for part, wholes in _grouped(_rows(store, _WHOLES)).items()},
        {name.casefold(): country for country, name in sorted(_rows(store, _NATIONS))},
    )


def _statements(store: Store, canonical: Mapping[str, str]) -> tuple[dict[str, Link], dict[str, str], dict[str, str]]:
    agents = _agents(store)
    countries = {agent: country for agent, country in _rows(store, _COUNTRIES)}  # noqa: C416  rows are of any length
    spans: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for statement, role, span in _rows(store, _SPANS):
        spans[statement][_ROLES[role.rpartition("#")[2]]].append(_span(span))
    links, home, relays = {}, {}, {}
    for iri, article, agent, relayed, stance, act, manner, certainty, said, occasion in _rows(store, _STATEMENTS):
        name, kind = agents.get(agent, ("", ""))
        at = {role: tuple(sorted(found)) for role, found in spans[iri].items()}
        key = canonical.get(agent, agent) if kind != "UnnamedSource" else ""
        links[iri] = Link(
            iri, name, _key(key, name), kind, countries.get(agent, ""), _local(stance), _local(act), _local(manner),
            _local(certainty), said, occasion, **at,
        )  # fmt: skip
        home[iri] = article
        if relayed:
            relays[iri] = relayed
    return links, home, relays


def _key(iri: str, name: str) -> str:
    """What names a speaker across articles: the IRI, or where that is bound to one article, the name."""
    if "#" not in iri:
        return iri
    return f"name:{slug(name.removeprefix('the ').removeprefix('The '))}"


def _agents(store: Store) -> dict[str, tuple[str, str]]:
    agents: dict[str, tuple[str, str]] = {}
    for agent, name, class_ in sorted(_rows(store, _SPEAKERS)):
        kind = class_.rpartition("#")[2].rpartition("/")[2]
        known = agents.get(agent)
        if kind in _PREFERRED and (known is None or _PREFERRED.index(kind) < _PREFERRED.index(known[1])):
            agents[agent] = (name, kind)
    return agents


def _figures(store: Store) -> Iterator[RawFigure]:
    links: dict[str, dict[str, str]] = defaultdict(dict)
    for figure, relation, other in _rows(store, _LINKS):
        links[figure][relation.rpartition("#")[2]] = other
    for row in _rows(store, _FIGURES):
        iri, article, words, span, kind, bound, unit, low, high, counts, place, place_name, since, until, as_of = row
        ends = (float(low) if low else None, float(high) if high else None)
        yield RawFigure(
            iri, article, words, _span(span), _local(kind), _local(bound), _local(unit), *ends, counts, place,
            place_name, since, until, as_of, links[iri].get("includedIn", ""), links[iri].get("addsTo", ""),
            "negated" in links[iri],
        )  # fmt: skip


def _rows(store: Store, query: str) -> Iterator[tuple[str, ...]]:
    found = store.query(query, prefixes=PREFIXES)
    assert isinstance(found, QuerySolutions)
    names = [variable.value for variable in found.variables]
    for solution in found:
        yield tuple(_text(solution, name) for name in names)


def _text(solution: QuerySolution, name: str) -> str:
    term = solution[name]
    return "" if term is None else str(getattr(term, "value", term))


def _grouped(pairs: Iterable[tuple[str, ...]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found


def _span(iri: str) -> Span:
    """The offsets at the end of the IRI of a span (``char=12,40``); 0, 0 where it has none."""
    start, comma, end = iri.rpartition("=")[2].partition(",")
    return (int(start), int(end)) if comma and start.isdecimal() and end.isdecimal() else (0, 0)


def _local(iri: str) -> str:
    """The local name of a concept: what follows its scheme, or for one of the user's own, the last segment."""
    return iri.rpartition("/")[2] if iri.startswith(VOCABULARY) else iri.rpartition("/")[2].rpartition("#")[2]
