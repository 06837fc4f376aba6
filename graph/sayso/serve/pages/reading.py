"""What an article reports, picked from its graph for the page that shows it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from pyoxigraph import Triple

from sayso.serve.addresses import Addresses
from sayso.serve.pages.facts import Facts
from sayso.serve.pages.wording import numbers

Span = tuple[int, int]
ROLES = {
    "source": "sayso:sourceSpan",
    "cue": "sayso:cueSpan",
    "content": "sayso:contentSpan",
    "hedge": "sayso:hedgeSpan",
}


@dataclass(frozen=True)
class Link:
    """One step of a chain: who says it, how, and the statement in which."""

    id: str
    speaker: str
    agent: str
    address: str
    kind: str
    stance: str


@dataclass(frozen=True)
class Told:
    """One statement as the article prints it, with the chain that it starts, outermost first."""

    id: str
    iri: str
    words: str
    chain: tuple[Link, ...]
    act: str
    manner: str
    certainty: str
    said_on: str
    occasion: str
    origin: str
    basis: str
    confidence: str
    spans: dict[str, tuple[Span, ...]]
    figures: tuple[str, ...] = ()

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return min((start for spans in self.spans.values() for start, _ in spans), default=0)


@dataclass(frozen=True)
class Counted:
    """One figure with the statements that tell it."""

    id: str
    iri: str
    words: str
    kind: str
    low: str
    high: str
    bound: str
    unit: str
    counts: str
    place: str
    when: str
    span: Span | None
    chain: tuple[Link, ...] = ()

    @property
    def number(self) -> str:
        """Both ends as people write them."""
        return numbers(self.low, self.high)


@dataclass(frozen=True)
class ArticleView:
    """An article with all that its page shows."""

    iri: str
    key: str
    headline: str
    published: str
    outlet: str
    outlet_iri: str
    authors: tuple[str, ...]
    url: str
    language: str
    digest: str
    text: str
    statements: tuple[Told, ...] = ()
    figures: tuple[Counted, ...] = ()
    relayed: frozenset[str] = field(default=frozenset())

    @property
    def outermost(self) -> list[Told]:
        """The statements that no other one here passes on, in the order of the text."""
        return [told for told in self.statements if told.id not in self.relayed]


def article_view(iri: str, triples: Iterable[Triple], text: str, addresses: Addresses) -> ArticleView:
    """The view of one article."""
    facts = Facts(triples)
    told = sorted((_statement(facts, s, addresses) for s in facts.of_class("sayso:Statement")), key=lambda t: t.start)
    by_figure = {figure: statement for statement in reversed(told) for figure in statement.figures}
    relayed = frozenset(link.id for statement in told for link in statement.chain[1:])
    outer = {
        figure: statement for statement in reversed(told) if statement.id not in relayed for figure in statement.figures
    }
    counted = (_figure(facts, f, {**by_figure, **outer}) for f in facts.of_class("sayso:Figure"))
    publisher = facts.one(iri, "schema:publisher")
    return ArticleView(
        iri,
        iri.rpartition("/")[2],
        facts.one(iri, "schema:headline"),
        facts.one(iri, "schema:datePublished")[:10],
        facts.one(publisher, "schema:name"),
        publisher,
        tuple(facts.one(author, "schema:name") for author in facts.all(iri, "schema:author")),
        facts.one(iri, "schema:url"),
        facts.one(iri, "schema:inLanguage"),
        facts.one(iri, "sayso:textDigest"),
        text,
        tuple(told),
        tuple(sorted(counted, key=lambda f: f.span or (0, 0))),
        relayed,
    )


def _statement(facts: Facts, iri: str, addresses: Addresses) -> Told:
    claims = facts.all(iri, "sayso:claims")
    figures = set(facts.of_class("sayso:Figure"))
    words = next((facts.one(claim, "sayso:words") for claim in claims if claim not in figures), "")
    spans = {role: _spans(facts, iri, predicate) for role, predicate in ROLES.items()}
    return Told(
        _part(iri),
        iri,
        words,
        tuple(_chain(facts, iri, addresses)),
        facts.local(iri, "sayso:act"),
        facts.local(iri, "sayso:manner"),
        facts.local(iri, "sayso:certainty"),
        facts.one(iri, "sayso:saidOn"),
        facts.one(iri, "sayso:occasion"),
        facts.local(iri, "sayso:origin"),
        facts.local(iri, "sayso:basis"),
        facts.one(iri, "sayso:confidence"),
        spans,
        tuple(_part(claim) for claim in claims if claim in figures),
    )


def _chain(facts: Facts, iri: str, addresses: Addresses) -> Iterable[Link]:
    seen: set[str] = set()
    while iri and iri not in seen:
        seen.add(iri)
        agent = facts.one(iri, "sayso:saidBy")
        name = facts.one(agent, "schema:name") or "source not stated"
        kind = facts.local(agent, "rdf:type") if agent else ""
        yield Link(_part(iri), name, agent, addresses.of(agent), kind, facts.local(iri, "sayso:stance"))
        iri = facts.one(iri, "sayso:relays")


def _figure(facts: Facts, iri: str, told: dict[str, Told]) -> Counted:
    statement = told.get(_part(iri))
    period = [facts.one(iri, predicate) for predicate in ("sayso:from", "sayso:until")]
    return Counted(
        _part(iri),
        iri,
        facts.one(iri, "sayso:words"),
        facts.local(iri, "sayso:kind"),
        facts.one(iri, "sayso:low"),
        facts.one(iri, "sayso:high"),
        facts.local(iri, "sayso:bound"),
        facts.local(iri, "sayso:unit"),
        facts.one(facts.one(iri, "sayso:counts"), "schema:name"),
        facts.one(facts.one(iri, "sayso:place"), "schema:name"),
        facts.one(iri, "sayso:asOf") or " to ".join(dict.fromkeys(end for end in period if end)),
        facts.span(facts.one(iri, "sayso:span")),
        statement.chain if statement else (),
    )


def _spans(facts: Facts, iri: str, predicate: str) -> tuple[Span, ...]:
    return tuple(sorted(span for evidence in facts.all(iri, predicate) if (span := facts.span(evidence))))


def _part(iri: str) -> str:
    return iri.partition("#")[2]
