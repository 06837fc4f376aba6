"""Bodies and people by what they are: "the ministry", "Norland's spy agency", "the lawmaker", "a senior official"."""

import re
from functools import cached_property

from sayso.read.actor import Actor
from sayso.read.antecedents import is_one_person, person_before
from sayso.read.bodies import kind_of_body, plain_kind
from sayso.read.bodies_meant import BodiesMeant
from sayso.read.discourse import Discourse
from sayso.read.gazetteer import Entry
from sayso.read.lexicon import words
from sayso.read.offices import PEOPLE, of_its_field, plays, role_words
from sayso.read.phrase import DETERMINERS, Phrase, label_of, role_in, seat_in
from sayso.read.reading import EntityType

DEFINITE = frozenset(["the", "his", "her", "their", "its", "this", "that"])


_ADJECTIVES = ("ish", "ch")
"""How adjectives end where a country has a noun besides: "Swedish", not "Swede"; else the first is one: "Somali"."""

_REACH = 1_000
"""Characters back in which somebody may have been brought in by the noun alone."""


class Descriptions:
    """Finds whom a description means among those told of before it, and remembers whom it brings in."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._cast, self._text = discourse.cast, discourse.text
        self._meant = BodiesMeant(discourse)
        self._described: dict[str, Actor] = {}

    def body(self, phrase: Phrase, speaking: bool = True) -> Actor | None:
        """A body told of before or known to the gazetteer; ``None`` where it is neither.

        ``speaking`` says that it is a source, and not told of in passing.
        """
        if not kind_of_body(phrase.noun):
            return self._meant.called_so(phrase)
        country = self.country(phrase)
        if country:
            entry = self._of_a_state(phrase, country)
            return self._cast.of_entry(entry, phrase.span[0]) if entry else self._meant.told(phrase, country, speaking)
        definite = phrase.determiner in DEFINITE or len(phrase.head) == 1
        return self._meant.told(phrase, None, speaking) if definite else None

    def known(self, phrase: Phrase) -> Actor | None:
        """The body or person told of before that a definite description means."""
        return self.body(phrase, speaking=False) or self.person(phrase)

    def new_body(self, phrase: Phrase) -> Actor:
        """A body that nothing before it names: kept under its description."""
        return self.described(phrase, "UnnamedSource" if phrase.determiner in ("a", "an") else "Organization")

    def person(self, phrase: Phrase) -> Actor | None:
        """Somebody told of before it, or where an article opens with "a lawmaker", the one named later."""
        noun, country = phrase.noun, self.country(phrase)
        if noun not in PEOPLE or self._introduces(phrase):
            return None
        if phrase.determiner in DEFINITE:
            return self._who_plays(phrase, noun, country)
        recent = [actor for _, _, actor in self._discourse.recent(phrase.span[0])]
        if phrase.determiner in ("a", "an", "") and not any(a.type == "Person" and not a.tentative for a in recent):
            later = {a for a in self._cast.actors if a.type == "Person" and plays(a, noun, country, sure=False)}
            return later.pop() if len(later) == 1 else None
        return None

    def _introduces(self, phrase: Phrase) -> bool:
        """Whether a clause tells who that is, as of one not known yet: "its spokesman, who calls himself Roe"."""
        return phrase.determiner in words("possessives") and self._text.startswith(", who ", phrase.head[-1].end)

    def described(self, phrase: Phrase, kind: EntityType) -> Actor:
        """A source known by a description alone; "the official" goes back to "an official"."""
        sort = [w.bare for w in phrase.head[:-1] if w.bare not in DETERMINERS] if kind == "Organization" else []
        key, seat = " ".join([*sort, phrase.noun]), seat_in(phrase)
        known = self._described.get(key) if phrase.determiner in DEFINITE or kind == "Organization" else None
        if known and (seat in ("", known.seat) or not known.seat):
            return known
        country = self.country(phrase)
        made = Actor(self._label(phrase, kind, country), kind, phrase.span[0], country=country, described=True)
        of_several = [word.bare for word in phrase.words[:2]] == ["one", "of"]
        made.noun, made.seat = "one" if of_several else phrase.noun, seat
        made.state = self._adjective(country)
        made.kinds = frozenset(filter(None, [kind_of_body(phrase.noun)]))
        made.plural = phrase.noun.endswith("s") or phrase.noun in ("people", "police")
        self._described[key] = self._cast.add(made)
        return made

    def country(self, phrase: Phrase) -> str | None:
        """The country in the phrase: its adjective or possessive, or the seat behind "in"."""
        gazetteer = self._cast.gazetteer
        texts = [w.text for w in phrase.words]
        for width in (3, 2, 1):
            for k in range(len(texts) - width + 1):
                if phrase.words[k].named and (found := gazetteer.country_of(" ".join(texts[k : k + width]))):
                    return found
        return None

    def _adjective(self, country: str | None) -> str:
        """The adjective of a country; empty where the gazetteer has none."""
        gazetteer = self._cast.gazetteer
        place = gazetteer.get(country)
        state = gazetteer.government(place) if place else None
        return min(state.demonyms, key=lambda word: (not word.endswith(_ADJECTIVES), word), default="") if state else ""

    def _label(self, phrase: Phrase, kind: EntityType, country: str | None) -> str:
        """The description; of a body whose state is known, without the state."""
        label = label_of(self._text, phrase)
        if kind == "Organization" and country:
            of_state = re.match(r"(?:[A-Z][\w’'-]*\s+){1,2}(?=[a-z])", label)
            rest = label[of_state.end() :] if of_state else label
            label = label if rest.split()[0] in words("prepositions_inside") else rest
        return label[:120]

    def _of_a_state(self, phrase: Phrase, country: str) -> Entry | None:
        """The gazetteer's body of this kind in a country: its defence ministry, its government itself."""
        gazetteer, kind = self._cast.gazetteer, kind_of_body(phrase.noun) or ""
        for wanted in (" ".join(w.bare for w in phrase.head[-2:]), phrase.noun, kind):
            if len(found := gazetteer.bodies(country, wanted)) == 1:
                return found[0]
        sort = plain_kind(w.bare for w in phrase.head[-2:])
        alike = [e for e in gazetteer.entries if e.country == country and sort in map(_plain, e.body_kinds)]
        if len(alike) == 1:
            return alike[0]
        state = gazetteer.get(country) if kind == "government" else None
        return gazetteer.government(state) if state else None

    def _who_plays(self, phrase: Phrase, noun: str, country: str | None) -> Actor | None:
        """The person of that role named or heard last; or the only one just named, of whom no role is known."""
        people = [(s, a) for s, _, a in self._discourse.recent(phrase.span[0]) if is_one_person(a)]
        for _, actor in people:
            if actor.type == "Person" and plays(actor, noun, country) and of_its_field(actor, phrase):
                return actor
        if (described := self._described.get(noun)) is not None:
            return described
        if (later := self._named_later(phrase, noun, country)) is not None:
            return later
        if noun in words("female_or_male", "roles"):
            return self._just_told(phrase)
        here = self._discourse.sentence(phrase.span[0])
        near = {
            a for s, a in people if here - self._discourse.sentence(s) <= 1 and a.type == "Person" and not a.tentative
        }
        only = near.pop() if len(near) == 1 and noun in words("offices", "roles") else None
        besides = noun in words("besides_an_office", "roles")
        if (
            only is None
            or (set(role_words(only)) - words("honorifics", "roles") and not besides)
            or only.described
            or phrase.determiner in words("possessives")
            or any(word.possessive for word in phrase.head)
        ):
            return None
        self._cast.role(role_in(self._text, phrase), (phrase.head[0].start, phrase.head[-1].end), only, country)
        return only

    def _just_told(self, phrase: Phrase) -> Actor | None:
        """Whom "the woman" means: whoever "she" would mean, unless the article has told of "a woman" before."""
        at, noun = phrase.span[0], phrase.noun
        if re.search(
            rf"\b(?:an?|another|one|two)\s+(?:[\w-]+\s+){{0,3}}{noun}\b", self._text[max(0, at - _REACH) : at]
        ):
            return None
        found = person_before(self._discourse, at, "she" if noun in words("female", "roles") else "he")
        return None if phrase.determiner in words("possessives") else found

    def _named_later(self, phrase: Phrase, noun: str, country: str | None) -> Actor | None:
        """The only one whom the article names later by the very office: "the mayor" before "Mayor Ana Roe"."""
        if phrase.determiner != "the" or len(phrase.head) > 2 or len(phrase.words) > len(phrase.head):
            return None
        known = (a for a in self._officials.get(noun, ()) if a.type == "Person" and not (a.tentative or a.described))
        bearing = [a for a in known if plays(a, noun, country) and of_its_field(a, phrase)]
        only = bearing[0] if len(bearing) == 1 else None
        return only if only and only.start > phrase.span[0] else None

    @cached_property
    def _officials(self) -> dict[str, list[Actor]]:
        """The people of each office, as titles beside their names tell anywhere in the article."""
        found: dict[str, list[Actor]] = {}
        for actor in self._cast.actors:
            for word in set(role_words(actor)):
                found.setdefault(word, []).append(actor)
        return found


def _plain(kind: str) -> frozenset[str]:
    return plain_kind(kind.split())
