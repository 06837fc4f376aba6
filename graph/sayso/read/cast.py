"""The cast of an article: everyone and everything it names, each once, with every mention."""

import re
from bisect import bisect_left, insort
from collections.abc import Sequence

from sayso.ingest.article import Span
from sayso.namespaces import slug
from sayso.read.actor import BODIES, Actor
from sayso.read.bodies import body_words, is_generic
from sayso.read.bodyhood import FirstWords, told_bodies
from sayso.read.gazetteer import Entry, Gazetteer
from sayso.read.names import Named, names_in
from sayso.read.personhood import acts, has_given_name, is_no_person, is_person
from sayso.read.reading import EntityType, Role
from sayso.read.roles import apposed_role, role_before

_LOCATIVE = re.compile(
    r"\b(?:in|near|from|at|inside|outside|around|across|into|to|through|toward|towards|over|above|throughout|within"
    r"|(?:north|south|east|west)\s+of|leaving|reaching|visiting)\s+(?:the\s+|central\s+|eastern\s+|western\s+|northern\s+"
    r"|southern\s+)?$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:al|el|ad|as|an|ar|ash)[-'’](?=[A-Z])", re.IGNORECASE)
_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
_THE = re.compile(r"\bthe\s+$", re.IGNORECASE)
Mention = tuple[int, int, Actor]


class Cast:
    """Everyone an article names. Short forms, acronyms and titles lead to the one actor they belong to."""

    def __init__(self, text: str, body: Sequence[Span], gazetteer: Gazetteer) -> None:
        self.text = text
        self.gazetteer = gazetteer
        self.actors: list[Actor] = []
        self.mentions: list[Mention] = []
        self._by_id: dict[str, Actor] = {}
        self._by_name: dict[str, Actor] = {}
        self._short: dict[str, list[Actor]] = {}
        self._acronyms: dict[str, Actor] = {}
        waiting: list[Named] = []
        names = list(names_in(text, body, gazetteer))
        self._told_bodies = told_bodies(text, names)
        for name in names:
            actor = self._place(name)
            if actor is None:
                waiting.append(name)
            else:
                actor.named_at.append(name.start)
                actor.names.add(name.text)
                self._mention(name, actor)
        self._first_words = FirstWords(self.actors, text)
        self._plain: list[Named] = []
        for name in waiting:
            actor = self._short_form(name) or self._short_body(name) or self._surname_alone(name)
            if actor:
                self._mention(name, actor)
            elif not name.entries:
                self._plain.append(name)
        for start, end, actor in list(self.mentions):
            if actor.type == "Person" and not actor.tentative:
                self._note_apposed_role(actor, (start, end))

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions that lie inside a stretch of text, in order."""
        first, last = self._at(start), self._at(end)
        return [mention for mention in self.mentions[first:last] if mention[1] <= end]

    def before(self, offset: int, limit: int = 400) -> list[Mention]:
        """The mentions before an offset, the latest first."""
        stop = self._at(offset)
        return self.mentions[max(0, stop - limit) : stop][::-1]

    def mention(self, actor: Actor, span: Span) -> Actor:
        """Note one more mention of an actor."""
        if span not in actor.spans:
            actor.spans.add(span)
            insort(self.mentions, (*span, actor), key=_order)
        return actor

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
        parts = [part for part in key.split("-") if part not in _SUFFIXES] or [key]
        outer = f"{parts[0]} {parts[-1]}"
        found = self._by_name.get(key) or (self._by_name.get(outer) if len(name.split()) > 1 else None)
        if found is None:
            found = self.add(Actor(name, "Person", start, tentative=tentative))
            self._by_name[key] = found
            self._by_name.setdefault(outer, found)
            self._call_short(name, found)
        found.tentative = found.tentative and tentative
        return found

    def one_word(self, name: str, start: int, kind: EntityType) -> Actor:
        """The one of a name that nothing but its place in a source tells to be somebody's."""
        key = "alone " + name
        if key not in self._by_name:
            self._by_name[key] = self.add(Actor(name, kind, start))
        return self._by_name[key]

    def country_before(self, start: int) -> str | None:
        """The country whose adjective or possessive stands before a name, titles between them or not."""
        lead = self.text[max(0, start - 70) : start].split()
        for k in range(len(lead) - 1, max(-1, len(lead) - 7), -1):
            for width in (3, 2, 1):
                if k + 1 >= width and (found := self.gazetteer.country_of(" ".join(lead[k + 1 - width : k + 1]))):
                    return found
            if lead[k][-1] in '.,;:!?”"' or lead[k].casefold() == "the":
                break
        return None

    def role(self, words: str, span: Span, actor: Actor, country: str | None = None) -> None:
        """Note a role of an actor, with the body that its words name."""
        bodies = [held for start, end, held in self.within(*span) if held.type in BODIES]
        actor.take_role(Role(words, span, country=country), bodies[0] if bodies else None)

    def plain_names(self, before: int) -> list[Named]:
        """The single names before an offset of which nothing tells whose they are, in order."""
        return self._plain[: bisect_left(self._plain, before, key=lambda name: name.start)]

    def take_up(self, name: Named) -> Actor:
        """A single name as a body's, wherever the article prints it."""
        body = self.one_word(name.text, name.start, "Organization")
        body.type = "Organization"
        for same in (other for other in self._plain if other.text == name.text):
            self.mention(body, (same.start, same.end))
        self._plain = [other for other in self._plain if other.text != name.text]
        return body

    def _at(self, offset: int) -> int:
        return bisect_left(self.mentions, offset, key=lambda mention: mention[0])

    def _call_short(self, name: str, actor: Actor) -> None:
        """From here on the last part of a person's name, or the first, may stand for the whole."""
        pieces = [part for part in name.split() if slug(part) not in _SUFFIXES] or [name]
        for part in dict.fromkeys((pieces[-1], pieces[0], _ARTICLE.sub("", pieces[-1]))):
            self._short.setdefault(slug(part), []).append(actor)

    def _mention(self, name: Named, actor: Actor) -> None:
        self.mention(actor, (name.start, name.end))
        if name.titles:
            country = self.country_before(name.start)
            actor.country = actor.country or country
            for words, span in name.titles:
                self.role(words, span, actor, country)
        if name.acronym:
            printed = self.text[slice(*name.acronym)]
            self._acronyms[printed] = actor
            actor.names.add(printed)
            self.mention(actor, name.acronym)

    def _note_apposed_role(self, actor: Actor, span: Span) -> None:
        for found in (apposed_role(self.text, span[1]), role_before(self.text, span)):
            if found:
                self.role(self.text[slice(*found)], found, actor, self.country_named(found))

    def country_named(self, span: Span) -> str | None:
        """The country that words of a stretch name, by its adjective or possessive."""
        parts = self.text[slice(*span)].split()
        for width in (2, 1):
            for k in range(len(parts) - width + 1):
                if parts[k][:1].isupper() and (found := self.gazetteer.country_of(" ".join(parts[k : k + width]))):
                    return found
        return None

    def _place(self, name: Named) -> Actor | None:
        if name.text in self._acronyms:
            return self._acronyms[name.text]
        if name.entries:
            return self._known(name)
        if name.type in ("Organization", "MilitaryUnit") or slug(name.text) in self._told_bodies:
            return self._organisation(name)
        if len(name.text.split()) > 1 and name.type != "Place":
            return self._two_words(name)
        return None

    def _two_words(self, name: Named) -> Actor:
        """A name in two or more parts: a person's, unless what stands around it says otherwise."""
        span = (name.start, name.end)
        if name.titles:
            return self.person(name.text, name.start)
        behind_the = _THE.search(self.text, max(0, name.start - 4), name.start) is not None
        if is_no_person(self.text, span) and not (has_given_name(name.text) and not behind_the):
            found = self._by_name.get(slug(name.text))
            if found is None:
                kind: EntityType = "Organization" if behind_the else "Person"
                found = self.add(Actor(name.text, kind, name.start, tentative=True))
                self._by_name[slug(name.text)] = found
            return found
        return self.person(name.text, name.start, tentative=not is_person(self.text, span))

    def _known(self, name: Named) -> Actor | None:
        entries = name.entries
        located = _LOCATIVE.search(self.text, max(0, name.start - 30), name.start) is not None
        places = [e for e in entries if e.type == "Place"]
        spoken = [self.gazetteer.government(e) if e.type == "Place" else e for e in entries]
        agents = list(dict.fromkeys(e for e in spoken if e))
        if " " not in name.text and not located and self._is_surname(name):
            return None
        if places and (located or not agents):
            return self.of_entry(places[0], name.start)
        if len(agents) > 1:
            agents = self._one_of(agents, name) or []
        if len(agents) == 1:
            shortened = self._shortened(name) if agents[0].id not in self._by_id else None
            return shortened or self.of_entry(agents[0], name.start)
        return self._organisation(name) if name.type == "Organization" else None

    def _is_surname(self, name: Named) -> bool:
        """Whether it is a place's name that somebody named before it bears, and who acts here: "Paris said"."""
        held = self._short.get(slug(name.text), ())
        return acts(self.text, name.end) and any(a.start < name.start and not a.tentative for a in held)

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
        key = _one_form(slug(name.text)) + (f"@{country}" if generic and country else "")
        found = self._by_name.get(key)
        if found is None and not country:
            named = (a for k, a in self._by_name.items() if k.startswith(_one_form(slug(name.text)) + "@"))
            found = (next(named, None) if generic else None) or self._shortened(name)
        if found is None:
            kinds = frozenset(kind for word, kind in body_words().items() if word in name.text.casefold().split())
            kinds |= self._told_bodies.get(slug(name.text), frozenset())
            tentative = name.text.isupper() and len(name.text.split()) == 1 and not name.acronym
            found = Actor(
                name.text, name.type or "Organization", name.start, country=country, kinds=kinds, tentative=tentative
            )
            self._by_name[key] = self.add(found)
        return found

    def _shortened(self, name: Named) -> Actor | None:
        """The body named before it whose name has these words: "the Church", "the Supreme Court", "the Observatory"."""
        wanted = slug(name.text)
        if name.type != "Organization" or not _THE.search(self.text, max(0, name.start - 4), name.start):
            return None
        for start, _, actor in reversed(self.mentions):
            key = slug(actor.label)
            held = f"-{wanted}-" in f"-{key}-" and key != wanted
            if start < name.start and actor.type in BODIES and held and not is_generic(actor.label):
                return actor
        return None

    def _short_form(self, name: Named) -> Actor | None:
        """The person whose surname, or family name put first, this is: the last one named before it."""
        held = self._short.get(slug(name.text), ())
        if not name.titles and _LOCATIVE.search(self.text, max(0, name.start - 30), name.start):
            return None
        gender = _gender_of([words for words, _ in name.titles])
        fitting = [a for a in held if not (gender and a.gender and a.gender != gender)] or list(held)
        surnamed = [a for a in fitting if not a.tentative] or fitting
        earlier = [a for a in surnamed if a.start <= name.start]
        chosen = max(earlier, key=lambda a: a.last_named(name.start), default=None)
        chosen = chosen or next(iter(surnamed), None)
        if chosen and (acts(self.text, name.end) or name.titles):
            chosen.tentative = False
        return chosen

    def _short_body(self, name: Named) -> Actor | None:
        """The only body of whose name this is the first word: "Kestrel" after "Kestrel Resources"."""
        body = self._first_words.body(name.text)
        if body is None or name.titles or name.entries or self.gazetteer.country_of(name.text):
            return None
        located = _LOCATIVE.search(self.text, max(0, name.start - 30), name.start) is not None
        return None if located else body

    def _surname_alone(self, name: Named) -> Actor | None:
        key = "surname " + slug(name.text)
        if key not in self._by_name:
            if not name.titles:
                return None
            self._by_name[key] = self.add(Actor(name.text, "Person", name.start))
        return self._by_name[key]


def _order(mention: Mention) -> tuple[int, int]:
    return mention[0], mention[1]


def _one_form(key: str) -> str:
    """The slug of a ministry in the one form of the two that it may have.

    >>> _one_form("ministry-of-health"), _one_form("health-ministry")
    ('health-ministry', 'health-ministry')
    """
    found = re.fullmatch(r"(ministry|department)-(?:of|for)-(?:the-)?(.+)", key)
    return f"{found[2]}-{found[1]}" if found else key


def _gender_of(titles: Sequence[str]) -> str | None:
    bearer = Actor("", "Person", 0)
    for k, title in enumerate(titles):
        bearer.take_role(Role(title, (k, k)))
    return bearer.gender
