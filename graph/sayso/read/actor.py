"""An actor: one entity while the article is read; it becomes an ``Entity`` at the end."""

from bisect import bisect_right
from dataclasses import dataclass, field, replace

from sayso.ingest.article import Span
from sayso.namespaces import slug
from sayso.read.bodies import is_generic
from sayso.read.gazetteer import Entry
from sayso.read.lexicon import words
from sayso.read.reading import Entity, EntityType, Role

BODIES = ("Organization", "Outlet", "Government", "MilitaryUnit")


@dataclass(eq=False)
class Actor:
    """One entity under way.

    ``described`` says that it is known by a description alone, whose head is ``noun``; ``tentative`` that its
    name may be a thing's: it is shown once something tells that it is somebody's. ``seat`` is the place, in lower
    case, that a description says it is of or in. ``personal`` says that it speaks as one person; ``state`` is
    the adjective of its state.
    """

    label: str
    type: EntityType
    start: int
    entry: Entry | None = None
    held: list[tuple[Role, "Actor | None"]] = field(default_factory=list)
    spans: set[Span] = field(default_factory=set)
    named_at: list[int] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    country: str | None = None
    kinds: frozenset[str] = frozenset()
    tentative: bool = False
    described: bool = False
    plural: bool = False
    pronoun: str | None = None
    personal: bool = False
    state: str = ""
    noun: str = ""
    seat: str = ""

    @property
    def id(self) -> str:
        """Shared by all articles for a gazetteer entry or a full name; bound to this article otherwise."""
        if self.entry:
            return self.entry.id
        if self._kind_of_a_state:
            return f"agent/{slug(self.label)}-{(self.country or '').removeprefix('place/')}"
        if self.shared:
            return ("unit/" if self.type == "MilitaryUnit" else "agent/") + slug(self.label)
        return f"mention/{slug(self.label)[:60].rstrip('-')}-{self.start}"

    @property
    def _kind_of_a_state(self) -> bool:
        """A body that many states have, and the state is known: "health ministry" of Norland."""
        return self.type == "Organization" and self.country is not None and is_generic(self.label)

    @property
    def shared(self) -> bool:
        """Whether the name alone says who this is, in whatever article it stands."""
        if self.described or self.type in ("UnnamedSource", "JointSource"):
            return False
        parts = self.label.split()
        if self.type == "Person":
            return len(parts) > 1 or (not self.label.isascii() and len(self.label) > 2 and not self.label[0].isupper())
        if self.type == "MilitaryUnit":
            return len(parts) > 1
        named = len(parts) > 1 or (self.label.isupper() and len(self.label) > 1)
        return named and self.label[:1].isupper() and not is_generic(self.label)

    @property
    def roles(self) -> list[str]:
        """The words of its roles."""
        return list(dict.fromkeys(role.words for role, _ in self.held))

    def take_role(self, role: Role, body: "Actor | None" = None) -> None:
        """Note a role that the article reports, the first time that it is worded so."""
        anew = all(role.span[0] >= known.span[1] or known.span[0] >= role.span[1] for known, _ in self.held)
        if anew and slug(role.words) not in map(slug, self.roles):
            self.held.append((role, body if body is not self else None))
            if body is not None:
                body.tentative = False

    @property
    def gender(self) -> str | None:
        """The letter m or f, where a title, role, given name or pronoun tells."""
        said = {word for role in self.roles for word in role.casefold().replace(".", "").split()}
        said |= {word.casefold() for word in self.label.split()} if self.described else set()
        if said & words("female", "roles"):
            return "f"
        if said & words("male", "roles"):
            return "m"
        return self.pronoun or self._given_gender()

    def _given_gender(self) -> str | None:
        given = slug(self.label.split()[0]) if self.type == "Person" and " " in self.label else ""
        female, male = given in words("female", "given_names"), given in words("male", "given_names")
        return ("f" if female else "m") if female != male else None

    def last_named(self, before: int) -> int:
        """Where the full name was printed last before an offset."""
        at = bisect_right(self.named_at, before)
        return self.named_at[at - 1] if at else self.start

    def to_entity(self) -> Entity:
        """The finished record."""
        same_as = self.entry.same_as if self.entry else ()
        label = self.label
        if self._kind_of_a_state and not self.entry:
            label = (
                f"{self.state} {label}"
                if self.state
                else f"{label} ({(self.country or '').removeprefix('place/').replace('-', ' ').title()})"
            )
        roles = tuple(replace(role, body=body.id if body else None) for role, body in self.held)
        names = tuple(sorted(self.names - {self.label, label}))
        return Entity(self.id, self.type, label, roles, tuple(sorted(self.spans)), same_as, names)
