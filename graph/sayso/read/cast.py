"""The cast of an article: everyone and everything it names, each once, with every mention."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.ingest.article import Span
from sayso.namespaces import slug
from sayso.read.bodies import body_words, is_generic
from sayso.read.gazetteer import Entry, Gazetteer
from sayso.read.lexicon import words
from sayso.read.names import Named, names_in
from sayso.read.reading import Entity, EntityType

_LOCATIVE = re.compile(
    r"\b(?:in|near|from|at|inside|outside|around|across|into|to|through|toward|towards|over|above|throughout|within"
    r"|(?:north|south|east|west)\s+of|leaving|reaching|visiting)\s+(?:the\s+|central\s+|eastern\s+|western\s+|northern\s+"
    r"|southern\s+)?$"
)


_ACTS = re.compile(
    r"['’]s\b|\s+(?:is|was|has|had|will|would|who|himself|herself|[a-z]+ed|said|told|says|won|met|left)\b"
)


@dataclass(eq=False)
class Actor:
    """One entity while the article is read; becomes an ``Entity`` at the end."""

    label: str
    type: EntityType
    start: int
    entry: Entry | None = None
    roles: list[str] = field(default_factory=list)
    spans: set[Span] = field(default_factory=set)
    named_at: list[int] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    country: str | None = None
    kinds: frozenset[str] = frozenset()
    tentative: bool = False
    plural: bool = False
    pronoun: str | None = None

    @property
    def id(self) -> str:
        """Shared by all articles for a gazetteer entry or a full name; bound to this article otherwise."""
        if self.entry:
            return self.entry.id
        if self.type == "Organization" and self.country and is_generic(self.label):
            return f"agent/{slug(self.label)}-{self.country.removeprefix('place/')}"
        if self.shared:
            return ("unit/" if self.type == "MilitaryUnit" else "agent/") + slug(self.label)
        return f"mention/{slug(self.label)[:60].rstrip('-')}-{self.start}"

    @property
    def shared(self) -> bool:
        """Whether the name alone says who this is, in whatever article it stands."""
        if self.type in ("UnnamedSource", "JointSource"):
            return False
        parts = self.label.split()
        if self.type == "Person":
            return len(parts) > 1 or (not self.label.isascii() and len(self.label) > 2 and not self.label[0].isupper())
        if self.type == "MilitaryUnit":
            return len(parts) > 1
        named = len(parts) > 1 or (self.label.isupper() and len(self.label) > 1)
        return named and self.label[:1].isupper() and not is_generic(self.label)

    @property
    def gender(self) -> str | None:
        """The letter m or f, where a title, role or pronoun tells."""
        said = {word for role in self.roles for word in role.casefold().replace(".", "").split()}
        if said & words("female", "roles"):
            return "f"
        return "m" if said & words("male", "roles") else self.pronoun

    def last_named(self, before: int) -> int:
        """Where the full name was printed last before an offset."""
        at = bisect_right(self.named_at, before)
        return self.named_at[at - 1] if at else self.start

    def to_entity(self) -> Entity:
        """The finished record."""
        same_as = self.entry.same_as if self.entry else ()
        roles = tuple(dict.fromkeys(self.roles))
        label = self.label
        if self.id.startswith("agent/") and not self.entry and self.country and is_generic(label):
            label = f"{label} ({self.country.removeprefix('place/').replace('-', ' ').title()})"
        names = tuple(sorted(self.names - {self.label, label}))
        return Entity(self.id, self.type, label, roles, tuple(sorted(self.spans)), same_as, names)


class Cast:
    """Everyone an article names. Short forms, acronyms and titles lead to the one actor they belong to."""

    def __init__(self, text: str, body: Sequence[Span], gazetteer: Gazetteer) -> None:
        self.text = text
        self.gazetteer = gazetteer
        self.actors: list[Actor] = []
        self.mentions: list[tuple[int, int, Actor]] = []
        self._by_id: dict[str, Actor] = {}
        self._by_name: dict[str, Actor] = {}
        self._short: dict[str, list[Actor]] = {}
        self._acronyms: dict[str, Actor] = {}
        waiting: list[Named] = []
        for name in names_in(text, body, gazetteer):
            actor = self._place(name)
            if actor is None:
                waiting.append(name)
            else:
                actor.named_at.append(name.start)
                actor.names.add(name.text)
                self._mention(name, actor)
        for name in waiting:
            actor = self._short_form(name) or self._surname_alone(name)
            if actor:
                self._mention(name, actor)
        self.mentions.sort(key=lambda m: (m[0], m[1]))
        self._starts = [m[0] for m in self.mentions]

    def within(self, start: int, end: int) -> list[tuple[int, int, Actor]]:
        """The mentions that lie inside a stretch of text, in order."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end)
        return [mention for mention in self.mentions[first:last] if mention[1] <= end]

    def before(self, offset: int, limit: int = 400) -> list[tuple[int, int, Actor]]:
        """The mentions before an offset, the latest first."""
        stop = bisect_left(self._starts, offset)
        return self.mentions[max(0, stop - limit) : stop][::-1]

    def add(self, actor: Actor) -> Actor:
        """Take in an actor known by a description alone."""
        self.actors.append(actor)
        return actor

    def of_entry(self, entry: Entry, start: int) -> Actor:
        """The actor of a gazetteer entry, made at its first mention."""
        if entry.id not in self._by_id:
            actor = Actor(
                entry.label, entry.type, start, entry, country=entry.country, kinds=frozenset(entry.body_kinds)
            )
            self._by_id[entry.id] = self.add(actor)
            if entry.type == "Person":
                self._call_short(entry.label, actor)
        return self._by_id[entry.id]

    def person(self, name: str, start: int, tentative: bool = False) -> Actor:
        """The person of a name in two or more parts; a middle name more or less is the same person."""
        key = slug(name)
        parts = key.split("-")
        outer = f"{parts[0]} {parts[-1]}"
        found = self._by_name.get(key) or (self._by_name.get(outer) if len(name.split()) > 1 else None)
        if found is None:
            found = self.add(Actor(name, "Person", start, tentative=tentative))
            self._by_name[key] = found
            self._by_name.setdefault(outer, found)
            self._call_short(name, found)
        found.tentative = found.tentative and tentative
        return found

    def _call_short(self, name: str, actor: Actor) -> None:
        """From here on the last part of a person's name, or the first, may stand for the whole."""
        pieces = name.split()
        for part in dict.fromkeys((pieces[-1], pieces[0])):
            self._short.setdefault(slug(part), []).append(actor)

    def _mention(self, name: Named, actor: Actor) -> None:
        actor.spans.add((name.start, name.end))
        actor.roles += [title for title in name.titles if title not in actor.roles]
        if name.titles and actor.country is None:
            actor.country = self.country_before(name.start)
        self.mentions.append((name.start, name.end, actor))
        if name.acronym:
            printed = self.text[slice(*name.acronym)]
            self._acronyms[printed] = actor
            actor.names.add(printed)
            actor.spans.add(name.acronym)
            self.mentions.append((*name.acronym, actor))

    def country_before(self, start: int) -> str | None:
        """The country whose adjective or possessive stands before a name, titles between them or not."""
        lead = self.text[max(0, start - 70) : start].split()
        for k in range(len(lead) - 1, max(-1, len(lead) - 7), -1):
            for width in (3, 2, 1):
                if k + 1 >= width and (found := self.gazetteer.country_of(" ".join(lead[k + 1 - width : k + 1]))):
                    return found
            if lead[k][-1] in '.,;:!?”"':
                break
        return None

    def _place(self, name: Named) -> Actor | None:
        if name.text in self._acronyms:
            return self._acronyms[name.text]
        if name.entries:
            return self._known(name)
        if name.type in ("Organization", "MilitaryUnit"):
            return self._organisation(name)
        if len(name.text.split()) > 1:
            return self.person(name.text, name.start, tentative=not name.titles)
        return None

    def _known(self, name: Named) -> Actor | None:
        entries = name.entries
        located = _LOCATIVE.search(self.text, max(0, name.start - 30), name.start) is not None
        places = [e for e in entries if e.type == "Place"]
        spoken = [self.gazetteer.government(e) if e.type == "Place" else e for e in entries]
        agents = list(dict.fromkeys(e for e in spoken if e))
        if places and (located or not agents):
            return self.of_entry(places[0], name.start)
        if len(agents) > 1:
            agents = self._one_of(agents, name) or []
        if len(agents) == 1:
            return self.of_entry(agents[0], name.start)
        return self._organisation(name) if name.type == "Organization" else None

    def _one_of(self, agents: list[Entry], name: Named) -> list[Entry]:
        """Which of several bodies of one name is meant: by its country, or because it was named before."""
        country = self.country_before(name.start)
        held = [e for e in agents if country and e.country == country] or [e for e in agents if e.id in self._by_id]
        plain = [e for e in agents if e.type == "Government" and not e.body_kinds]
        return held[:1] or plain[:1]

    def _organisation(self, name: Named) -> Actor:
        country = self.country_before(name.start)
        generic = is_generic(name.text)
        if country and generic and len(held := self.gazetteer.bodies(country, name.text)) == 1:
            return self.of_entry(held[0], name.start)
        key = slug(name.text) + (f"@{country}" if generic and country else "")
        found = self._by_name.get(key)
        if found is None and generic and not country:
            found = next((a for k, a in self._by_name.items() if k.startswith(slug(name.text) + "@")), None)
        if found is None:
            kinds = frozenset(kind for word, kind in body_words().items() if word in name.text.casefold().split())
            tentative = name.text.isupper() and len(name.text.split()) == 1 and not name.acronym
            label = name.text
            found = Actor(
                label, name.type or "Organization", name.start, country=country, kinds=kinds, tentative=tentative
            )
            self._by_name[key] = self.add(found)
        return found

    def _short_form(self, name: Named) -> Actor | None:
        """The person whose surname, or family name put first, this is: the last one named before it."""
        held = self._short.get(slug(name.text), ())
        gender = Actor("", "Person", 0, roles=list(name.titles)).gender
        fitting = [a for a in held if not (gender and a.gender and a.gender != gender)] or list(held)
        surnamed = [a for a in fitting if not a.tentative] or fitting
        earlier = [a for a in surnamed if a.start <= name.start]
        chosen = max(earlier, key=lambda a: a.last_named(name.start), default=None)
        chosen = chosen or next(iter(surnamed), None)
        last = chosen is not None and slug(chosen.label.split()[-1]) == slug(name.text)
        if chosen and last and _ACTS.match(self.text, name.end):
            chosen.tentative = False
        return chosen

    def _surname_alone(self, name: Named) -> Actor | None:
        key = "surname " + slug(name.text)
        if key not in self._by_name:
            if not name.titles:
                return None
            self._by_name[key] = self.add(Actor(name.text, "Person", name.start))
        return self._by_name[key]
