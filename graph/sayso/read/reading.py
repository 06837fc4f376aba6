"""The Reading: stand-off annotations over one article, and their JSON form.

All spans are half-open ``(start, end)`` pairs in Unicode code points of the article's canonical
text; a role that is interrupted has several. Identifiers of entities begin with ``agent/`` (a named
one, the same wherever the name occurs), ``mention/`` (unnamed or known by a part of a name alone:
bound to this article), ``outlet/``, ``place/``, ``unit/`` or ``group/``.
"""

from dataclasses import dataclass, field
from typing import Any, Literal

from sayso.ingest.article import Article, Span
from sayso.read.cost import Cost

Act = Literal["speech", "attitude"]
Manner = Literal["direct", "indirect", "mixed"]
Origin = Literal["named", "unnamed", "not stated"]
Basis = Literal["stated", "inferred"]
EntityType = Literal[
    "Person", "Organization", "Outlet", "MilitaryUnit", "Government", "UnnamedSource", "JointSource", "Place", "Group"
]
Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """One source saying, believing, denying or asking something, in one place of the article.

    ``relays`` is the id of the statement that this one passes on; ``origin`` says how the chain
    ends that starts here; ``said_on`` is an ISO date, year-month or year, as precise as the text.
    ``reason`` tells what an inferred statement was concluded from.
    """

    id: str
    source: Spans
    cue: Spans
    content: Spans
    speaker: str | None
    act: Act = "speech"
    manner: Manner = "indirect"
    stance: str = "asserts"
    confidence: float = 1.0
    certainty: str | None = None
    hedge: Spans | None = None
    said_on: str | None = None
    relays: str | None = None
    origin: Origin = "not stated"
    basis: Basis = "stated"
    occasion: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A counted quantity; ``low`` and ``high`` are inclusive, ``None`` where the text leaves an end open.

    ``statement`` is the id of the statement that carries it, or ``None`` where the article speaks
    in its own voice. ``unit`` is ``person``, a thing counted, an ISO 4217 currency or ``percent``.

    ``included_in``, ``adds_to`` and ``share_of`` are ids of other figures of the article: the whole of which
    this is a part, the figure that it comes on top of, the figure that it is a share of. ``derived_low`` and
    ``derived_high`` are what a share comes to: worked out, not printed. ``cumulative`` marks a running total,
    ``negated`` a clause that says it did not happen, ``additional`` words that put it on top of what was before,
    whether the article gives that or not.
    """

    id: str
    span: Span
    kind: str
    low: int | float | None
    high: int | float | None
    bound: str
    unit: str = "person"
    counts: str | None = None
    place: str | None = None
    from_: str | None = None
    until: str | None = None
    as_of: str | None = None
    statement: str | None = None
    included_in: str | None = None
    adds_to: str | None = None
    share_of: str | None = None
    derived_low: int | float | None = None
    derived_high: int | float | None = None
    cumulative: bool = False
    negated: bool = False
    additional: bool = False


@dataclass(frozen=True, slots=True)
class Role:
    """What the article calls somebody, and where; ``body`` is the id of the entity that it is held in or for,
    ``country`` that of the state it is told of ("the Norwegian minister").
    """

    words: str
    span: Span
    body: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something the article names, with every mention; ``same_as`` holds IRIs elsewhere.

    ``roles`` are what the article itself calls a person ("lawmaker"), with the words that do; ``names`` are
    its other names in the article, such as an acronym: no descriptions and no pronouns. ``part_of`` holds the ids
    of the places that contain a place, the nearest first.
    """

    id: str
    type: EntityType
    label: str
    roles: tuple[Role, ...] = ()
    mentions: Spans = ()
    same_as: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What one article says, and on whose say-so. Everything is in the order of the text.

    ``cost`` is what a server took for it: two readings that differ in nothing else are equal.
    """

    article: Article
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    entities: tuple[Entity, ...] = ()
    warnings: tuple[str, ...] = field(default=())
    cost: Cost = field(default=Cost(), compare=False)

    def to_json(self) -> dict[str, Any]:
        """The Reading in the form of the design page, ready for ``json.dumps``."""
        return {
            "file": self.article.file,
            "article": _article_json(self.article),
            "statements": [_plain(s) for s in self.statements],
            "figures": [_plain(f) for f in self.figures],
            "entities": [_plain(e) for e in self.entities],
        }


def _article_json(article: Article) -> dict[str, Any]:
    return {
        "title": article.title,
        "published": article.published,
        "publisher": article.publisher,
        "authors": list(article.authors),
        "url": article.url,
        "digest": article.digest,
        "length": len(article.text),
        "body": [list(span) for span in article.body],
    }


def _plain(record: Statement | Figure | Entity | Role) -> dict[str, Any]:
    """A record as a dictionary: tuples become lists, the key ``from_`` becomes ``from``."""
    return {name.rstrip("_"): _listed(getattr(record, name)) for name in record.__slots__}


def _listed(value: Any) -> Any:
    if isinstance(value, Role):
        return _plain(value)
    return [_listed(item) for item in value] if isinstance(value, tuple) else value
