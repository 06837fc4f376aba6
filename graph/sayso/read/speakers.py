"""Speakers: which actor of the cast a source phrase means, by name, description or pronoun."""

import re

from sayso.read.bodies import body_words, synonyms
from sayso.read.cast import Actor, Cast
from sayso.read.lexicon import noun_cues, words
from sayso.read.phrase import Phrase, label_of, phrase_of, role_in
from sayso.read.reading import Spans

_ROLES = words("persons", "roles")
_UNNAMED = words("unnamed", "roles")
_SINGULAR_PRONOUNS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
_PRONOUNS = frozenset(
    {*_SINGULAR_PRONOUNS, "they", "their", "them", "it", "its", "who", "which", "that", "we", "i", "you"}
)
_REMEMBERED = 20
_DEFINITE = frozenset(["the", "his", "her", "their", "its", "this", "that"])
_DETERMINERS = words("determiners") | words("possessives")
_DOCUMENTS = frozenset(
    {
        *noun_cues(),
        "briefing",
        "data",
        "figures",
        "documents",
        "document",
        "study",
        "survey",
        "interview",
        "analysis",
        "letter",
        "post",
        "video",
        "report",
        "reports",
        "account",
        "accounts",
        "poll",
    }
)
_DIRECTIONS = frozenset(["by", "from", "of"])


class Speakers:
    """Finds the speaker of each source, in the order of the text, and remembers who spoke last."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.text = cast.text
        self._spoke: list[tuple[int, Actor]] = []
        self._described: dict[str, Actor] = {}

    def speaker(self, source: Spans) -> Actor | None:
        """The actor a source means; ``None`` where there is no source."""
        if not source:
            return None
        span = (source[0][0], source[-1][1])
        phrase = phrase_of(self.text, span)
        actor = self._resolve(phrase)
        if actor is not None and actor.type == "Place":  # a place as such says nothing: somebody there does
            actor = self._fresh(phrase, "UnnamedSource")
        if actor is not None:
            actor.tentative = False
            self._spoke = [(span[0], actor), *self._spoke[:_REMEMBERED]]
        return actor

    def _resolve(self, phrase: Phrase) -> Actor | None:
        if not phrase.words:
            return None
        first = phrase.words[0].bare
        if first in _PRONOUNS and len(phrase.head) == 1:
            return self._pronoun(first, phrase)
        relayed = self._document(phrase)
        if relayed:
            return relayed
        return (
            self._several(phrase)
            or self._named(phrase)
            or self._body(phrase)
            or self._role(phrase)
            or self._unrecognised(phrase)
        )

    def _document(self, phrase: Phrase) -> Actor | None:
        """The author of a document: "a report by the ministry" speaks for the ministry."""
        if phrase.noun not in _DOCUMENTS or len(phrase.words) < len(phrase.head) + 2:
            return None
        link = phrase.words[len(phrase.head)]
        if link.bare not in _DIRECTIONS or (link.bare == "of" and not phrase.words[len(phrase.head) + 1].named):
            return None
        return self._resolve(phrase_of(self.text, (link.end + 1, phrase.span[1])))

    def _several(self, phrase: Phrase) -> Actor | None:
        """Two or more named ones together: "both Seoul and Washington"."""
        conjunction = next((w for w in phrase.head if w.bare == "and"), None)
        if conjunction is None:
            return None
        held = self.cast.within(*phrase.span)
        if any(start < conjunction.start < end for start, end, _ in held):
            return None
        left = [a for s, e, a in held if e <= conjunction.start]
        right = [a for s, e, a in held if s > conjunction.end]
        last = phrase.head[-1]
        ends_named = bool(right) and any(e >= last.start + len(last.bare) for s, e, _ in held if s > conjunction.end)
        if left and right and ends_named and left[-1] is not right[-1]:
            return self._fresh(phrase, "JointSource")
        return None

    def _named(self, phrase: Phrase) -> Actor | None:
        """A name that closes the head, or that explains it: "lawmaker Ana Roe", "the envoy, Ana Roe"."""
        end = phrase.head[-1].end
        held = self.cast.within(*phrase.span)
        for start, stop, actor in held:
            possessive = self.text[stop : stop + 2] in ("’s", "'s") and stop + 2 == end
            across = start < end < stop
            if (stop == end or possessive or across) and start >= phrase.head[0].start:
                return self._with_roles(actor, phrase)
        brackets = [a for s, e, a in held if self.text[max(0, s - 1) : s] == "(" and s - 3 <= end]
        if brackets:
            return brackets[0]
        apposed = [a for start, _, a in held if 0 < start - end < 8 and self.text[end : end + 1] == ","]
        if apposed and phrase.noun in _ROLES | _UNNAMED | body_words().keys():
            return self._explained(apposed[0], phrase)
        bodies = [a for s, e, a in held if e <= end and a.type in ("Organization", "Outlet", "MilitaryUnit")]
        if bodies and phrase.noun in body_words():
            return bodies[-1]
        return None

    def _explained(self, actor: Actor, phrase: Phrase) -> Actor:
        """The one named behind a description: "the envoy, Ana Roe" gains a role, "the firm, Alder Lines" is a body."""
        role = role_in(self.text, phrase)
        if phrase.noun in body_words():
            actor.type = "Organization" if actor.tentative else actor.type
        elif role and role not in actor.roles:
            actor.roles.append(role)
        return actor

    def _with_roles(self, actor: Actor, phrase: Phrase) -> Actor:
        """Add what the apposition tells: "Ana Roe, a member of parliament,"."""
        rest = self.text[phrase.head[-1].end : phrase.span[1]]
        told = re.match(r",\s+(?:an?|the)?\s*([^,]{3,80})", rest)
        if told and actor.type == "Person" and any(w.casefold() in _ROLES | {"member"} for w in told[1].split()):
            actor.roles += [told[1].strip()] if told[1].strip() not in actor.roles else []
        return actor

    def _body(self, phrase: Phrase) -> Actor | None:
        """A body by what it is: "the ministry", "South Korea's spy agency", "the Russian army"."""
        kind = body_words().get(phrase.noun)
        if kind is None:
            return None
        country = self._country(phrase)
        printed = " ".join(w.bare for w in phrase.head[-2:])
        if country:
            gazetteer = self.cast.gazetteer
            for wanted in (printed, phrase.noun, kind):
                if len(found := gazetteer.bodies(country, wanted)) == 1:
                    return self._at(self.cast.of_entry(found[0], phrase.span[0]), phrase)
            if kind == "government" and (state := gazetteer.get(country)) and (agent := gazetteer.government(state)):
                return self._at(self.cast.of_entry(agent, phrase.span[0]), phrase)
        if country is None and phrase.determiner in _DEFINITE:
            for actor in self._recent(phrase.span[0]):
                if self._is_body(actor, kind, phrase):
                    return self._at(actor, phrase)
        return self._described_as(phrase, "UnnamedSource" if phrase.determiner in ("a", "an") else "Organization")

    def _recent(self, offset: int) -> list[Actor]:
        """Those named or heard before an offset, the latest first."""
        named = [(start, actor) for start, _, actor in self.cast.before(offset)]
        heard = [(at, actor) for at, actor in self._spoke if at < offset]
        return [actor for _, actor in sorted((*named, *heard), key=lambda pair: -pair[0])]

    def _is_body(self, actor: Actor, kind: str, phrase: Phrase) -> bool:
        """Whether the body is of this kind, and of the sort that the words before the noun tell."""
        if actor.type not in ("Organization", "Outlet", "Government", "MilitaryUnit"):
            return False
        known = {k.casefold().replace("defense", "defence") for k in actor.kinds}
        told = {word for words_ in (actor.label.casefold(), *known) for word in words_.split()}
        sort = {w.bare.replace("defense", "defence") for w in phrase.head[:-1]} - _DETERMINERS
        of_kind = any(kind == k or k.endswith(" " + phrase.noun) for k in known) or phrase.noun in told
        return of_kind and sort <= told

    def _country(self, phrase: Phrase) -> str | None:
        """The country in the phrase: its adjective or possessive, or the seat behind "in"."""
        gazetteer = self.cast.gazetteer
        texts = [w.text for w in phrase.words]
        for width in (3, 2, 1):
            for k in range(len(texts) - width + 1):
                if phrase.words[k].named and (found := gazetteer.country_of(" ".join(texts[k : k + width]))):
                    return found
        return None

    def _role(self, phrase: Phrase) -> Actor | None:
        """A person by what they are: "the lawmaker" is the last one so called, "a lawmaker" one named later."""
        noun = phrase.noun
        if noun not in _ROLES:
            return None
        people = [a for a in self._recent(phrase.span[0]) if a.type == "Person"]
        country = self._country(phrase)
        if phrase.determiner in _DEFINITE:
            fitting = [a for a in people if self._plays(a, noun, country)]
            if fitting:
                return self._at(fitting[0], phrase)
            return self._described_as(phrase, "Person")
        if phrase.determiner in ("a", "an", ""):
            opening = all(a.tentative for a in people)
            later = {a for a in self.cast.actors if opening and a.type == "Person" and self._plays(a, noun, country)}
            if len(later) == 1:
                return self._at(later.pop(), phrase)
        return self._described_as(phrase, "UnnamedSource")

    def _plays(self, actor: Actor, noun: str, country: str | None) -> bool:
        if country and actor.country and actor.country != country:
            return False
        said = {w for role in actor.roles for w in re.findall(r"[\w-]+", role.casefold())}
        return bool(said & synonyms(noun)) or (
            "member" in said and bool({"parliament", "assembly", "congress"} & said) and noun in synonyms("lawmaker")
        )

    def _pronoun(self, word: str, phrase: Phrase) -> Actor | None:
        spoken = [a for at, a in self._spoke if at < phrase.span[0]]
        named = [a for _, _, a in self.cast.before(phrase.span[0], 60)]
        if word in _SINGULAR_PRONOUNS or word == "who":
            gender = _SINGULAR_PRONOUNS.get(word)
            people = [
                a
                for a in (*spoken[:6], *named, *spoken)
                if a.type == "Person" and not (a.tentative and a not in spoken)
            ]
            fitting = [a for a in people if not (gender and a.gender and a.gender != gender)]
            unnamed = [a for a in spoken[:1] if a.type == "UnnamedSource" and not a.plural and self._person_like(a)]
            found = unnamed or fitting
            if found:
                found[0].pronoun = found[0].pronoun or gender
            return self._at(found[0], phrase) if found else self._fresh(phrase, "UnnamedSource")
        if word in ("it", "its", "which"):
            things = [
                a for a in (*spoken[:4], *named) if a.type in ("Organization", "Government", "Outlet", "MilitaryUnit")
            ]
            return self._at(things[0], phrase) if things else self._fresh(phrase, "UnnamedSource")
        if word in ("they", "their", "them"):
            many = [a for a in spoken[:4] if a.plural or a.type in ("JointSource", "Organization", "Government")]
            return self._at(many[0], phrase) if many else self._fresh(phrase, "UnnamedSource")
        return self._fresh(phrase, "UnnamedSource")

    def _person_like(self, actor: Actor) -> bool:
        return bool({w.strip(",").casefold() for w in actor.label.split()} & (_ROLES | _UNNAMED))

    def _unrecognised(self, phrase: Phrase) -> Actor:
        """A name of unknown form is a person or body; anything in lower case is a source without a name."""
        head = [w for w in phrase.head if w.bare not in _DETERMINERS]
        if head and all(w.named for w in head) and phrase.noun not in _UNNAMED and len(head) <= 4:
            start, end = head[0].start, head[-1].end
            name = re.sub(r"['’]s?$", "", self.text[start:end])
            known = self.cast.gazetteer.agents(name, self.cast.country_before(start))
            if len(known) == 1:
                return self._at(self.cast.of_entry(known[0], start), phrase)
            actor = self.cast.person(name, start) if len(head) > 1 else self._single(name, phrase)
            actor.spans.add((start, start + len(name)))
            return actor
        tail = next((k for k, w in enumerate(phrase.head) if w.bare in body_words() or w.bare in _ROLES), len(head)) + 1
        named = phrase.head[tail:]
        if named and all(w.named for w in named):
            return self._tail(self.text[named[0].start : named[-1].end], phrase, phrase.head[tail - 1].bare)
        return self._described_as(phrase, "UnnamedSource")

    def _tail(self, name: str, phrase: Phrase, noun: str) -> Actor:
        """A name unknown so far, behind the noun that says what it is: "state news agency Velpress"."""
        actor = self._single(name, phrase)
        actor.type = "Organization" if noun in body_words() else "Person"
        return self._at(actor, phrase)

    def _single(self, name: str, phrase: Phrase) -> Actor:
        key = "name " + name
        if key not in self._described:
            kind = "Organization" if name.isupper() and len(name) > 1 else "Person"
            self._described[key] = self.cast.add(
                Actor(name, "Organization" if kind == "Organization" else "Person", phrase.span[0])
            )
        return self._described[key]

    def _described_as(self, phrase: Phrase, kind: str) -> Actor:
        """A source known by a description alone; "the official" goes back to "an official"."""
        label = label_of(self.text, phrase)
        definite = phrase.determiner in _DEFINITE
        sort = [w.bare for w in phrase.head[:-1] if w.bare not in _DETERMINERS] if kind == "Organization" else []
        key = " ".join([*sort, phrase.noun])
        if definite and key in self._described:
            return self._at(self._described[key], phrase)
        made = self._fresh(
            phrase, "Person" if kind == "Person" else "Organization" if kind == "Organization" else "UnnamedSource"
        )
        made.label = label
        made.country = self._country(phrase)
        made.plural = phrase.noun.endswith("s") or phrase.noun in ("people", "police")
        self._described[key] = made
        return made

    def _fresh(self, phrase: Phrase, kind: str) -> Actor:
        label = " ".join(self.text[phrase.span[0] : phrase.span[1]].split())
        made = Actor(label[:120], "JointSource" if kind == "JointSource" else "UnnamedSource", phrase.span[0])
        if kind in ("Person", "Organization"):
            made.type = "Person" if kind == "Person" else "Organization"
        made.plural = kind == "JointSource"
        made.spans.add(phrase.span)
        return self.cast.add(made)

    def _at(self, actor: Actor, phrase: Phrase) -> Actor:
        actor.spans.add(phrase.span)
        return actor
