"""Gives one body of an event one key, whatever the articles call it, and everybody who speaks for it that body.

"Velmora's defence ministry", "the defence ministry in Orlan" and "the defence ministry" are one, unless an article
tells two of them apart; police of two towns are two; "the League" is the one league that the event knows.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from sayso.audit.speakers.affiliations import portfolio
from sayso.audit.speakers.callings import Bodies, Body
from sayso.audit.speakers.joining import joined
from sayso.audit.speakers.labels import as_printed, broad_told, institution_told, is_called_by_kind
from sayso.audit.speakers.offices import is_institution
from sayso.audit.speakers.outlets import is_outlet, same_outlet
from sayso.audit.speakers.owning import phrases_of
from sayso.audit.speakers.persons import People, by_role, by_surname, corrected
from sayso.audit.speakers.sorts import kinds_of_acronyms, known_bodies
from sayso.audit.speakers.speaking import Speaking, renamed
from sayso.audit.speakers.spoken import Spoken, opening
from sayso.audit.speakers.titles import office_held
from sayso.audit.speakers.unnamed import same_unnamed
from sayso.audit.telling import Link, Root, Source

Nations = Mapping[str, str]
_THE_GROUP = ("The group", "The movement", "The organisation", "The organization")
_CALLED_IT = re.compile(
    r"[Tt]he\s[a-z-]+\s(?:that|who|which)\s(?:called|organi[sz]ed|staged|held|led|planned)\s(?:the|it)\b.*"
)
SEVERAL = re.compile(
    r"(?i:(?:the )?(?:[\w-]+ ){0,2}?(?:police|prosecutors|authorities|forces|organi[sz]ers))\b(?!['’])"
)
"""Bodies of which a text says "they"."""
_NO_NATIONS: Nations = MappingProxyType({})


class Naming:
    """The speakers of one event under keys by which they are known in all its articles.

    ``links`` holds each link by its IRI under its new key; ``bodies`` finds whom a phrase means; ``speaks_for`` is
    the body behind each speaker, by the link's IRI, ``goes_back`` the link of the unnamed source that "the sources"
    means, and ``in_office`` holds the keys of persons with an office of their own, such as a mayor.
    """

    def __init__(
        self, spoken: Sequence[Spoken], outlets: frozenset[str] = frozenset(), nations: Nations = _NO_NATIONS
    ) -> None:
        self._outlets = outlets
        known = known_bodies(spoken)
        printing = frozenset(one.article.outlet for one in spoken if one.article.outlet)
        called = kinds_of_acronyms(spoken)

        def renamed_by(known: frozenset[str]) -> list[Spoken]:
            return [replace(one, link=same_outlet(one, printing) or as_printed(one, known, called)) for one in spoken]

        told = renamed_by(known)
        more = known_bodies(told) - known
        told = corrected(renamed_by(known | more) if more else told)
        speaking = Speaking(told)
        keys, labels = _keys(self._no_outlets([*told, *speaking.phrases]), nations)
        speaking.rename(keys)
        told = _renamed([_labelled(one, labels) for one in told], keys)
        bodies = Bodies(self._no_outlets([*told, *speaking.bodies]))
        told = [_as(one, _meant(one, bodies)) for one in told]
        told = _renamed(told, by_surname(told))
        one_body = speaking.one_body(told, bodies)
        speaking.rename(one_body)
        told = _renamed(told, one_body)
        role = by_role(told)
        told = [_as_person(one, role[one.link.iri]) if one.link.iri in role else one for one in told]
        meant = _it(told, bodies)
        told = [_as(one, meant.get(one.link.iri)) for one in told]
        self.goes_back: Mapping[str, str] = same_unnamed(told)
        self.links: Mapping[str, Link] = {one.link.iri: one.link for one in told}
        self.speaks_for = speaking.held(told, Bodies(self._no_outlets([*told, *speaking.bodies])))
        self.bodies = Bodies(self._no_outlets([*told, *speaking.shared(told, self.speaks_for)]))
        self.people = People(told, self.speaks_for)
        holders = (one for one in told if one.link.kind == "Person")
        self.in_office = frozenset(one.link.key for one in holders if office_held(one) or portfolio(one.printed))
        self._told: dict[str, list[Spoken]] = defaultdict(list)
        for one in told:
            self._told[one.article.iri].append(one)

    def _no_outlets(self, spoken: Iterable[Spoken]) -> list[Spoken]:
        return [one for one in spoken if not is_outlet(one.link, self._outlets)]

    def heard(self, article: Source, start: int, end: int) -> list[Root]:
        """On whose word each speaker in a stretch of an article speaks, in the order of the text."""
        spoken = sorted(
            (one for one in self._told.get(article.iri, ()) if start <= one.at < end and one.link.source),
            key=lambda one: one.at,
        )
        return [self._root(one.link) for one in spoken]

    def behind(self, body: Body) -> Root:
        """On whose word it is where a body speaks: the sheriff's, for the sheriff's office."""
        return next(
            (self.speaks_for[one.link.iri] for one in body.spoken if one.link.iri in self.speaks_for), body.root
        )

    def _root(self, link: Link) -> Root:
        if body := self.speaks_for.get(link.iri):
            return body
        named = link.is_named and not is_outlet(link, self._outlets)
        return Root(link.key or f"at:{link.iri}", link.speaker, "named" if named else "unnamed", country=link.country)

    def who(self, phrase: str, article: Source, at: int) -> Root | None:
        """On whose word it is where a phrase is the subject: a body's, a person's, or that of "it", "he" and "she"."""
        word = phrase.casefold()
        if word in ("it", "its", "he", "she", "his", "her"):
            if word not in ("it", "its"):
                return self.people.last(article, at)
            body = self.bodies.before(article, at)
            return self.behind(body) if body else None
        plain = word.removeprefix("the ")
        same = [one for one in self._told.get(article.iri, ()) if one.link.speaker.casefold() == plain]
        if same and phrase[:1].islower():
            return self._root(same[0].link)
        if phrase[:1].islower() and not is_institution(phrase):
            body = self.bodies.called(phrase, article, at) if phrase.startswith("the ") else None
            return self.behind(body) if body else self.people.bearing(phrase)
        body = self.bodies.called(phrase, article, at)
        return self.behind(body) if body else self.people.named(phrase, article)


def _renamed(told: Sequence[Spoken], keys: Mapping[str, str]) -> list[Spoken]:
    return [replace(one, link=renamed(one, keys)) for one in told]


def _labelled(one: Spoken, labels: Mapping[str, str]) -> Spoken:
    """The speaker under the name with its owner, where its words leave that out and the label has another's."""
    label = labels.get(one.link.iri)
    return replace(one, link=replace(one.link, speaker=label, country="")) if label else one


def _meant(one: Spoken, bodies: Bodies) -> Body | None:
    """The body that "the group" or "the company" means, told under another's name, where the event knows one."""
    own = bodies.of(one.link.key)
    if own and (noun := broad_told(one) or institution_told(one)) and noun not in own.words | own.heads:
        known = bodies.called(f"the {noun}", one.article, one.at, but=one.link.key)
        return known if known and (noun in known.heads or not broad_told(one)) else None
    if _CALLED_IT.fullmatch(one.printed):  # "the unions that called the march"
        return bodies.known_as("organisers", one.article) or bodies.known_as("organizers", one.article)
    plain = not one.link.country and is_called_by_kind(one, own.names if own else (one.link.speaker,))
    return _by_kind(one, own, bodies) if plain else None


def _by_kind(one: Spoken, own: Body | None, bodies: Bodies) -> Body | None:
    """The body that a phrase means which tells nothing but what it is."""
    if one.printed in _THE_GROUP and (last := bodies.before(one.article, one.at)) and last.is_of_no_sort:
        return last
    if one.link.kind == "UnnamedSource":
        return bodies.known_as(one.printed.split()[-1], one.article)
    proper = own is not None and any(name[:1].isupper() for name in own.names)
    return bodies.called(one.printed, one.article, one.at, but="" if proper else one.link.key)


def _as(one: Spoken, body: Body | None) -> Spoken:
    """The speaker as the body that its words mean, if they mean another than was thought."""
    if body is None or body.root.key == one.link.key:
        return one
    root = body.root
    return replace(
        one, link=replace(one.link, key=root.key, speaker=root.name, country=root.country, kind="Organization")
    )


def _as_person(one: Spoken, person: Spoken) -> Spoken:
    """The speaker as the person who bears the role that its words tell."""
    link = person.link
    return replace(one, link=replace(one.link, key=link.key, speaker=link.speaker, kind="Person"))


def _it(told: Sequence[Spoken], bodies: Bodies) -> dict[str, Body]:
    """The bodies meant by "It said", by link: the one that speaks in the sentence before, or that it names first."""
    spoken: dict[str, list[Spoken]] = defaultdict(list)
    for one in told:
        if one.link.source and bodies.of(one.link.key):
            spoken[one.article.iri].append(one)
    found = {}
    for one in told:
        text = one.article.text
        start = opening(text, one.at)
        if one.printed == "It" and one.at == start and start > 1 and text[start - 1] != "\n":
            before = opening(text, start - 2)
            keys = {other.link.key for other in spoken[one.article.iri] if before <= other.at < start}
            subject = bodies.before(one.article, start) if not keys else None
            body = bodies.of(next(iter(keys))) if len(keys) == 1 else subject
            if body:
                found[one.link.iri] = body
        elif _goes_back(one.printed, text, start) and (body := bodies.opening(one.article, start, one.at)):
            found[one.link.iri] = body
    return found


def _goes_back(pronoun: str, text: str, start: int) -> bool:
    """Whether a pronoun may mean the body with which its sentence opens."""
    return pronoun in ("it", "its") or (pronoun == "they" and SEVERAL.match(text, start) is not None)


def _keys(told: Sequence[Spoken], nations: Nations) -> tuple[dict[str, str], dict[str, str]]:
    """The key of each body that speaks, and the name of those whose words leave out whose they are; by link."""
    phrases = phrases_of(told, nations)
    event = told[0].event if told else ""
    found: dict[str, str] = {}
    for members in joined(phrases):
        fixed = sorted({phrases[iri].known for iri in members} - {""})
        first = min((phrases[iri].name for iri in members), key=lambda n: (-len(n.names), n.office, sorted(n.names)))
        key = fixed[0] if fixed else f"name:{event}|{'-'.join(first.office)}|{'-'.join(sorted(first.names))}"
        found.update(dict.fromkeys(members, key))
    return found, {iri: phrase.label for iri, phrase in phrases.items() if phrase.label}
