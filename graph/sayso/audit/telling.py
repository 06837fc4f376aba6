"""A telling: one figure as one article tells it, through one chain of speakers, with all that it is compared by."""

from dataclasses import dataclass, field
from typing import Literal

from sayso.ingest.article import Span
from sayso.namespaces import slug

CLAIM = "claim"
"""The kind of a telling that gives no number."""

RootStatus = Literal["named", "unnamed", "not stated"]


@dataclass(frozen=True, slots=True)
class Source:
    """An article of the store: ``published`` is an ISO date or date-time, ``text`` its canonical text or empty."""

    iri: str
    title: str = ""
    outlet: str = ""
    published: str = ""
    authors: tuple[str, ...] = ()
    text: str = ""

    @property
    def name(self) -> str:
        """What a person calls it: its outlet, or where none is known its headline."""
        return self.outlet or self.title or self.iri.rpartition("/")[2][:8]


@dataclass(frozen=True, slots=True)
class Link:
    """One statement of a chain. ``key`` names the speaker across articles where that is known.

    ``speaker`` is the name as the graph has it, empty where nobody is named; ``kind`` is the local name
    of the speaker's class; ``country`` the IRI of the state that a body or government belongs to.
    """

    iri: str
    speaker: str = ""
    key: str = ""
    kind: str = ""
    country: str = ""
    stance: str = "asserts"
    act: str = "speech"
    manner: str = "indirect"
    certainty: str = ""
    said_on: str = ""
    occasion: str = ""
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()

    @property
    def is_named(self) -> bool:
        """Whether the speaker can be known again in another article."""
        return bool(self.key) and self.kind != "UnnamedSource"


@dataclass(frozen=True, slots=True)
class Root:
    """On whose word a telling rests in the end, and why that is thought.

    ``via`` holds the keys of all named speakers of the chain, the root included; ``country`` is set for
    a body or government; ``given_to`` is whom the telling names, where the report that it cites says otherwise.
    """

    key: str
    name: str
    status: RootStatus
    reason: str = ""
    via: frozenset[str] = frozenset()
    country: str = ""
    is_government: bool = False
    given_to: str = ""


@dataclass(frozen=True, slots=True)
class Population:
    """Whom or what a figure counts: its head noun in the singular and the nations named of it.

    ``noun`` is empty where the words leave it out; ``part`` says that it is a part of the kind itself
    ("2,000 of the wounded"), ``owned`` that they are those of the body that counts ("31 of its employees"), and
    ``rare`` that no other article of the event speaks of such people at all.
    """

    noun: str = ""
    nations: frozenset[str] = frozenset()
    words: str = ""
    part: bool = False
    owned: bool = False
    rare: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """The time over which a figure counts, as ISO dates of any precision; ``window`` marks a stretch of a total."""

    since: str = ""
    until: str = ""
    as_of: str = ""
    window: str = ""


@dataclass(frozen=True, slots=True)
class Where:
    """Where a figure counts, as its own clause tells it: ``names`` as printed, behind the figure before in front of it.

    ``site`` is a place without a name ("its plants"), ``level`` town, province, several or nation, ``alone`` the
    words that single a place out, ``venue`` the words of names told with "at", ``fronted`` those of the place that the
    sentence opens with, ``mentions`` those of all names in the clause, ``states`` those of whole states; ``beside`` is
    what it names together with its place ("and two villages nearby"), ``said_at`` the words of the
    place that the sentence opens with before its speaker. ``inmost`` are the
    words of the narrowest places told, ``within`` those of places that hold them by the articles of the event, and
    ``scene`` those of the place that the article told last for a figure of the kind.
    """

    names: tuple[str, ...] = ()
    site: str = ""
    level: str = ""
    alone: str = ""
    venue: frozenset[str] = frozenset()
    fronted: frozenset[str] = frozenset()
    mentions: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    beside: str = ""
    said_at: frozenset[str] = frozenset()
    inmost: frozenset[str] = frozenset()
    within: frozenset[str] = frozenset()
    scene: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Telling:
    """One figure, told in one article through one chain, outermost speaker first.

    ``kinds`` are the wider kinds that ``kind`` lies in; ``event`` groups articles on one event; ``place`` is the
    IRI of where it holds and ``place_name`` its name, with ``wholes`` all places that it lies in; ``headline``
    says that it stands in the headline; ``sentence`` and ``span`` are where it stands; ``certainty`` is the hedge,
    as a word of the yardstick; ``said_on`` when it was said, ``told_on`` the same or, failing that, when it was
    published, and ``first_told`` when the same root told the same number first; ``included_in`` is the IRI of the
    figure of its article that it is a part of, ``whole`` the number of that, and ``set_apart``
    whether it says whom of that it counts; ``happened_on`` is the one day of
    the week that the sentence tells beside when it was said, as a date; ``is_updated`` says that the sentence puts
    a newer total in place of an older one; ``where`` is all that its clause tells of the place;
    ``occurrence`` marks one of several events alike ("a second march"), ``recalled`` one of before that the report only
    recalls ("since May, when"); ``untold`` the side of the scope of which
    the sentence says that it is not told; ``topic`` holds stems of what the clause says of those counted, for kinds
    that say little, ``other_words`` those by which the event tells of the same elsewhere, and ``own_topic`` whether
    the topic is its own and not that of the figure before.
    """

    iri: str
    article: Source
    words: str
    kind: str
    low: float | None
    high: float | None
    bound: str = "exactly"
    unit: str = "person"
    kinds: frozenset[str] = frozenset()
    span: Span = (0, 0)
    sentence: Span = (0, 0)
    population: Population = field(default=Population())
    place: str = ""
    place_name: str = ""
    wholes: frozenset[str] = frozenset()
    period: Period = field(default=Period())
    additional: bool = False
    chain: tuple[Link, ...] = ()
    certainty: str = ""
    occasion: str = ""
    told_on: str = ""
    said_on: str = ""
    first_told: str = ""
    headline: bool = False
    event: str = ""
    included_in: str = ""
    whole: float | None = None
    set_apart: bool = False
    is_updated: bool = False
    happened_on: str = ""
    where: Where = field(default=Where())
    untold: str = ""
    occurrence: str = ""
    recalled: str = ""
    topic: frozenset[str] = frozenset()
    other_words: frozenset[str] = frozenset()
    own_topic: bool = True
    root: Root = field(default=Root("", "", "not stated"))

    @property
    def is_direct(self) -> bool:
        """Whether its own chain goes to the root, and nothing had to be completed."""
        return bool(self.chain) and self.root.status == "named" and self.root.reason.startswith("named")

    @property
    def sentence_text(self) -> str:
        """The sentence that it stands in, as printed."""
        return self.article.text[slice(*self.sentence)]

    @property
    def order(self) -> tuple[str, str, str]:
        """Sorts tellings by when they were told."""
        return self.told_on, self.article.published, self.iri

    @property
    def identity(self) -> tuple[str, ...]:
        """The figure and the chain that it is told through."""
        return (self.iri, *(link.iri for link in self.chain))

    @property
    def amount(self) -> str:
        """The numbers as people write them: 600, ≥ 100, ≤ 1,000, 10,000–12,000."""
        return amount(self.low, self.high)


def outlet_slug(name: str) -> str:
    """What knows an outlet again, told with its article or without: The Harbour Standard, Harbour Standard."""
    return slug(name).removeprefix("the-")


def amount(low: float | None, high: float | None) -> str:
    """A range as people write it.

    >>> amount(100, None), amount(600, 600), amount(10000, 12000), amount(None, 40)
    ('≥ 100', '600', '10,000–12,000', '≤ 40')
    """
    left, right = (f"{number:,.10g}" if number is not None else "" for number in (low, high))
    if left == right:
        return left
    return f"≥ {left}" if not right else f"≤ {right}" if not left else f"{left}–{right}"
