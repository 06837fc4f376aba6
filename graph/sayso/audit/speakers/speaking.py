"""Whose word it is when a spokesman, a head or a minister speaks: that of the body."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations

from sayso.audit.speakers.affiliations import Office, offices_told, portfolio
from sayso.audit.speakers.callings import Bodies, Body
from sayso.audit.speakers.labels import is_body_of_its_own, minister_of
from sayso.audit.speakers.offices import POSSESSIVE, TOKEN, name_of, words_of
from sayso.audit.speakers.sorts import only_company
from sayso.audit.speakers.spoken import Spoken
from sayso.audit.speakers.titles import office_held
from sayso.audit.speakers.within import body_called
from sayso.audit.telling import Link, Root

_FOR = "#for"


class Speaking:
    """The offices of the speakers of an event, each with a phrase for the body that it is of.

    ``phrases`` are those of all bodies that words beside speakers tell. A body counts where it speaks itself too, by a
    spokesman without a name or by two people; one who alone speaks for a body stays the root. The sheriff's office is
    the sheriff.
    """

    def __init__(self, told: Sequence[Spoken]) -> None:
        self._posts = {one.link.iri: offices_told(one) for one in told if one.link.kind in ("Person", "UnnamedSource")}
        self._implied = {iri: _implied(one, self._posts[iri]) for one in told if (iri := one.link.iri) in self._posts}
        held = {one.link.iri: (one, office) for one in told if (office := office_held(one))}
        self._titles = {iri: _phrase(one, office, f"the {office}", one.at) for iri, (one, office) in held.items()}

    @property
    def phrases(self) -> list[Spoken]:
        """A phrase for each body that an office is of, and for each office that is called by a title."""
        return [*self.bodies, *self._titles.values()]

    @property
    def bodies(self) -> list[Spoken]:
        """A phrase for each body that an office is of."""
        return [phrase for held in self._implied.values() for phrase in held.values()]

    def rename(self, keys: Mapping[str, str]) -> None:
        """Give each phrase the key of its body, by the link's IRI."""
        self._implied = {
            iri: {office: replace(phrase, link=renamed(phrase, keys)) for office, phrase in held.items()}
            for iri, held in self._implied.items()
        }
        self._titles = {iri: replace(one, link=renamed(one, keys)) for iri, one in self._titles.items()}

    def held(self, told: Sequence[Spoken], bodies: Bodies) -> dict[str, Root]:
        """The body behind each speaker by the link: as its article tells it, else the one that all others tell."""
        found = self._behind(told, bodies)
        supported = self._supported(told, found)
        behind = {iri: root for iri, root in found.items() if root.key in supported}
        return self._bearers(told, behind) | behind

    def one_body(self, told: Sequence[Spoken], bodies: Bodies) -> dict[str, str]:
        """New keys, by link, where one person speaks for two bodies that may be one: those of the first by key."""
        behind = self._behind(told, bodies)
        spoken: dict[str, set[str]] = defaultdict(set)
        for one in told:
            if one.link.kind == "Person" and one.link.key and one.link.iri in behind:
                spoken[one.link.key].add(behind[one.link.iri].key)
        same: dict[str, str] = {}
        for _, keys in sorted(spoken.items()):
            for one_key, other_key in combinations(sorted(keys), 2):
                one_, other = bodies.of(one_key), bodies.of(other_key)
                if one_ and other and one_.may_be(other):
                    same[other_key] = same.get(one_key, one_key)
        return {one.link.iri: same[one.link.key] for one in (*told, *self.phrases) if one.link.key in same}

    def shared(self, told: Sequence[Spoken], speaks_for: Mapping[str, Root]) -> list[Spoken]:
        """The phrases whose bodies somebody in fact speaks for."""
        keys = {root.key for root in speaks_for.values()} | {one.link.key for one in told}
        return [phrase for phrase in self.bodies if phrase.link.key in keys]

    def _behind(self, told: Sequence[Spoken], bodies: Bodies) -> dict[str, Root]:
        own = {one.link.iri: self._bodies(one, bodies) for one in told if one.link.iri in self._posts}
        here: dict[tuple[str, str], list[Body]] = defaultdict(list)
        anywhere: dict[str, dict[str, Body]] = defaultdict(dict)
        plainly: dict[str, dict[str, Body]] = defaultdict(dict)
        for one in told:
            in_words = any(office.body for office in self._posts.get(one.link.iri, ()))
            for body in own.get(one.link.iri, ()) if one.link.kind == "Person" else ():
                if in_words:
                    plainly[one.link.key][body.root.key] = body
                here[one.link.key, one.article.iri].append(body)
                anywhere[one.link.key][body.root.key] = body
        found = {}
        for one in told:
            if one.link.iri in self._posts:
                others = list((plainly[one.link.key] or anywhere[one.link.key]).values())
                meant = own[one.link.iri] or here[one.link.key, one.article.iri] or (others if len(others) == 1 else [])
                if len(plainly[one.link.key]) == 1 and meant and not meant[0].may_be(others[0]):
                    meant = others  # "its spokesman" of one report is of the body that others name
                if meant and meant[0].root.key != one.link.key:
                    found[one.link.iri] = meant[0].root
        return found

    def _supported(self, told: Sequence[Spoken], found: Mapping[str, Root]) -> set[str]:
        """The bodies that speak themselves, or for which two people speak."""
        behind: dict[str, set[str]] = defaultdict(set)
        for one in told:
            if one.link.iri in found:
                behind[found[one.link.iri].key].add(one.link.key or one.link.speaker)
        speak = {one.link.key for one in told if one.link.kind != "Person"}
        speak |= {found[one.link.iri].key for one in told if one.link.kind == "UnnamedSource" and one.link.iri in found}
        return {key for key, speakers in behind.items() if key in speak or len(speakers) > 1}

    def _bearers(self, told: Sequence[Spoken], behind: Mapping[str, Root]) -> dict[str, Root]:
        """For an office that is called by a title, the one person of the event who bears it, or the office itself."""
        bearers: dict[str, dict[str, Root]] = defaultdict(dict)
        for one in told:
            if (phrase := self._titles.get(one.link.iri)) and _is_person(one):
                own = Root(one.link.key, one.link.speaker, "named")
                bearers[phrase.link.key][one.link.key] = behind.get(one.link.iri, own)
        only = {key: next(iter(held.values())) for key, held in bearers.items() if len(held) == 1}
        found = {one.link.iri: only[one.link.key] for one in told if one.link.key in only}
        for one in told:
            if (phrase := self._titles.get(one.link.iri)) and not _is_person(one):
                key = phrase.link.key
                found[one.link.iri] = only.get(key) or Root(key, one.link.speaker, "named")
        return found

    def _bodies(self, one: Spoken, bodies: Bodies) -> list[Body]:
        """The bodies that the offices of a speaker are of, those told in so many words first."""
        posts, implied = self._posts[one.link.iri], self._implied[one.link.iri]
        ordered = sorted(dict.fromkeys((*posts, *implied)), key=lambda office: (not office.body, office.is_plain))
        told = [_body_of(one, office, implied.get(office), bodies) for office in ordered]
        found = [body for body in told if body and body.root.key != one.link.key]
        if not found and any(office.is_company for office in posts):
            firms = bodies.companies(one.article)
            found = [firm for firm in firms if len(firms) == 1]  # of two companies nobody knows which
        return found


def _is_person(one: Spoken) -> bool:
    return one.link.kind == "Person" and one.link.speaker[:1].isupper()


def renamed(one: Spoken, keys: Mapping[str, str]) -> Link:
    """The link of a speaker under its new key, if it has one, and under the name that its words give it."""
    link = one.link
    key = keys.get(link.iri)
    if key is None or (key == link.key and link.kind not in ("UnnamedSource", "")):
        return link
    owners = name_of(one.printed, link.speaker).names
    if owners and not owners & {w.casefold() for w in TOKEN.findall(POSSESSIVE.sub("", link.speaker))}:
        link = replace(link, speaker=one.printed)  # the label is that of another country's body of the same name
    return replace(link, key=key, kind="Organization" if link.kind in ("UnnamedSource", "") else link.kind)


def _implied(one: Spoken, posts: Iterable[Office]) -> dict[Office, Spoken]:
    """The bodies that the words beside a speaker give, each as a phrase of its own."""
    found = {}
    for office in posts:
        named = office.body[:1].isupper() and " " in office.body
        if (not office.is_plain or named) and is_body_of_its_own(office.body) and office.body not in _kinds():
            found[office] = _phrase(one, office.body, office.body, office.at)
        elif one.link.kind == "UnnamedSource" and (name := body_called(office.body)):
            found[office] = _phrase(one, name, name, office.at)
    if any(office.is_company and not office.body for office in posts) and (firm := only_company(one.article.text)):
        found[Office(firm, one.at)] = _phrase(one, firm, firm, one.at)
    if what := portfolio(one.printed):
        body, printed = minister_of(what, one)
        found[Office(body, one.at)] = _phrase(one, body, printed, one.at)
    return found


@cache
def _kinds() -> frozenset[str]:
    """What stands for a body that has been named, and is none by itself: "the company's chief executive"."""
    return words_of("company") | words_of("kinds") | words_of("narrow")


def _phrase(one: Spoken, body: str, printed: str, at: int) -> Spoken:
    iri = f"{one.link.iri}{_FOR}{at}-{body}"
    return Spoken(
        Link(iri, body, f"name:{body}", "Organization", source=((at, at + len(body)),)), one.article, one.event, printed
    )


def _body_of(one: Spoken, office: Office, phrase: Spoken | None, bodies: Bodies) -> Body | None:
    """The body that an office is of, by the phrase for it, by the words, or as whom "its" means."""
    if phrase and (known := bodies.of(phrase.link.key)):
        return known
    if not office.body:
        return bodies.before(one.article, office.at) if office.is_its else None
    return bodies.called(office.body, one.article, office.at, sort=not office.is_plain, whole=office.is_plain)
