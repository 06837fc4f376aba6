"""Persons of an event: who is told by a surname alone is the one of that surname whom the article names in full."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from sayso.audit.speakers.spoken import Spoken
from sayso.audit.telling import Link, Root, Source
from sayso.audit.wording import compiled
from sayso.namespaces import slug

_OFFICE = re.compile(r"(?:[A-Z][\w-]+\s)*([A-Z][\w-]+)['’]s?\soffice")
_ITS_MAN = re.compile(
    r"(?:[Ii]ts|[Tt]heir)\s(?:[a-z-]+\s){0,2}(?:spokes(?:man|woman|person)|head|chief|leader|director)\b"
)
_ONE = re.compile(r"An?\s(?![a-z]+s\b)|One\s")
_NEAR, _MOST = 90, 5
"""Characters before a name in which its role stands, and words that a role may have."""
_BETWEEN = re.compile(r"(?:\s((?:of|for|in)\s[^,.;]{2,40}))?,?\s(?:[A-Z][\w.]*\s){0,2}")
_APPOSED = re.compile(r",\s(?:the\s|an?\s)?((?:[\w-]+\s){0,4}[\w-]+)(?=[,.\s])")
_ROLE = re.compile(r"[Tt]he ([a-z]+(?: [a-z]+){0,2})")


def by_surname(told: Sequence[Spoken]) -> dict[str, str]:
    """Keys for statements of persons under a surname that one person of the article, else of the event, bears."""
    here: dict[tuple[str, str], set[str]] = defaultdict(set)
    anywhere: dict[str, set[str]] = defaultdict(set)
    short: list[tuple[Link, str]] = []
    for one in told:
        link, words = one.link, one.link.speaker.split()
        if link.kind != "Person" or not link.key or not words:
            continue
        if len(words) > 1:
            here[one.article.iri, _surname(words)].add(link.key)
            anywhere[_surname(words)].add(link.key)
        else:
            short.append((link, one.article.iri))
    found = _by_name(told)
    for link, article in short:
        name = _surname([link.speaker])
        keys = here.get((article, name)) or anywhere.get(name, set())
        if len(keys) == 1:
            found[link.iri] = next(iter(keys))
    return found


def corrected(told: Sequence[Spoken]) -> list[Spoken]:
    """The speakers, with persons put right whom a label takes for others.

    "Its spokesman" is nobody who is named elsewhere, and "he" behind it is the same; a surname is no body.
    """
    surnames = {
        _surname(one.link.speaker.split()) for one in told if one.link.kind == "Person" and " " in one.link.speaker
    }
    found: list[Spoken] = []
    wrong: dict[str, tuple[str, Spoken]] = {}
    for one in sorted(told, key=lambda o: (o.article.iri, o.at)):
        right = _right(one, surnames, wrong.get(one.article.iri))
        if nobody := _unnamed_before(right, found[-1:]):
            right = replace(
                one, link=replace(nobody.link, iri=one.link.iri, source=one.link.source), words=nobody.printed
            )
        if _is_its_man(one):
            wrong[one.article.iri] = (one.link.speaker, right)
        elif one.printed and right is one:
            wrong.pop(one.article.iri, None)
        found.append(right)
    return found


def _right(one: Spoken, surnames: set[str], wrong: tuple[str, Spoken] | None) -> Spoken:
    """A speaker put right; ``wrong`` is the label and the right form of the one before it that was put right."""
    link = one.link
    if link.kind == "Organization" and link.speaker in surnames and one.printed.startswith(link.speaker):
        return replace(one, link=replace(link, key=f"name:{slug(link.speaker)}", kind="Person"))
    if _is_its_man(one):
        return _unnamed(one, one.printed)
    if (office := _OFFICE.fullmatch(one.printed)) and office[1] in surnames:
        return replace(one, link=replace(link, speaker=office[1], key=f"name:{slug(office[1])}", kind="Person"))
    if wrong and link.speaker == wrong[0] and one.printed.casefold() in ("he", "she"):
        return replace(one, link=replace(wrong[1].link, iri=link.iri, source=link.source), words=wrong[1].printed)
    return one


def _unnamed_before(one: Spoken, before: Sequence[Spoken]) -> Spoken | None:
    """The source without a name that "he" means, where it spoke last and the person of the label stands further off."""
    if one.printed.casefold() not in ("he", "she") or one.link.kind != "Person" or not one.link.speaker:
        return None
    last = next((o for o in before if o.article.iri == one.article.iri and o.at < one.at), None)
    if last is None or last.link.kind != "UnnamedSource" or not _ONE.match(last.printed):
        return None
    start = max(0, one.before.rfind("\n\n"))
    told = _surname(one.link.speaker.split()) in one.before[start:]
    return last if last.at > start and not told else None


def _is_its_man(one: Spoken) -> bool:
    """Whether a person is called "its spokesman" without the name of the label."""
    label = one.link.speaker
    if one.link.kind != "Person" or not label or not _ITS_MAN.match(one.printed):
        return False
    return _ITS_MAN.match(label) is not None or _surname(label.split()) not in one.printed


def _unnamed(one: Spoken, printed: str) -> Spoken:
    return replace(one, link=replace(one.link, speaker=printed.partition(",")[0], key="", kind="UnnamedSource"))


def by_role(told: Sequence[Spoken]) -> dict[str, Spoken]:
    """The person whom a role without a name means, by link: "the harbour master", if one of the event bears it."""
    named = (one for one in told if one.link.kind == "Person" and " " in one.link.speaker)
    people = [one for one in named if one.link.speaker[0].isupper()]
    found: dict[str, Spoken] = {}
    for one in told:
        role = _ROLE.fullmatch(one.printed)
        if role is None or one.link.kind not in ("UnnamedSource", "Person") or one.link.speaker[:1].isupper():
            continue
        bearing = {other.link.key: other for other in people if _bears(role[1], other)}
        if len(bearing) == 1:
            found[one.link.iri] = next(iter(bearing.values()))
    return found


def _bears(role: str, one: Spoken) -> bool:
    """Whether the article of a person puts a role beside the name: "harbour master of Lahui, Joseph Kani".

    Words of the role may be left out, or others told with it: "data commissioner" for a data protection commissioner.
    """
    *what, head = role.casefold().split()
    return any(told[-1:] == (head,) and {*what} <= {*told} for told in _roles(one.link.speaker, one.article.text))


@lru_cache(maxsize=1_000)
def _roles(name: str, text: str) -> tuple[tuple[str, ...], ...]:
    """The words in lower case that stand beside a name in a text as roles do, those of the role's place first."""
    found = []
    for named in compiled(re.escape(name)).finditer(text):
        before = text[max(0, named.start() - _NEAR) : named.start()]
        for told in re.finditer(r"[\w-]+", before):
            if between := _BETWEEN.fullmatch(before, told.end()):
                lead = re.findall(r"[\w-]+", before[: told.end()])[-_MOST:]
                found.append((*re.findall(r"[\w-]+", (between[1] or "").casefold()), *map(str.casefold, lead)))
        if behind := _APPOSED.match(text, named.end()):
            found += [tuple(behind[1].casefold().split()[: n + 1]) for n in range(len(behind[1].split()))]
    return tuple(found)


def _by_name(told: Sequence[Spoken]) -> dict[str, str]:
    """Keys for persons who bear one name in several parts, of whom one is known across articles."""
    known = {one.link.speaker: one.link.key for one in told if not one.link.key.startswith("name:")}
    alike = (one.link for one in told if one.link.kind == "Person" and " " in one.link.speaker)
    return {link.iri: known[link.speaker] for link in alike if link.speaker in known and link.key.startswith("name:")}


def _surname(words: Sequence[str]) -> str:
    """The last part of a name, without the article that Arabic names may have or leave out.

    >>> _surname(["Malek", "al-Jabri"]), _surname(["Jabri"])
    ('Jabri', 'Jabri')
    """
    return re.sub(r"^(?:[Aa]l|[Ee]l|[Aa]s|[Aa]sh|[Aa]n|[Aa]r|[Aa]d|[Aa]z|[Aa]t)-(?=\w)", "", words[-1])


class People:
    """The persons who speak in an event, each with the root that their word is; ``speaks_for`` is by link."""

    def __init__(self, told: Sequence[Spoken], speaks_for: Mapping[str, Root]) -> None:
        self._told = [one for one in told if one.link.kind == "Person" and one.link.key and one.link.speaker]
        self._speaks_for = speaks_for

    def named(self, phrase: str, article: Source) -> Root | None:
        """The person whose surname ends a phrase: the one of the article, else the only one of the event."""
        words = phrase.split()
        if not words or not words[-1][:1].isupper():
            return None
        bearing = [one for one in self._told if _surname(one.link.speaker.split()) == _surname(words)]
        here = [one for one in bearing if one.article.iri == article.iri]
        keys = {one.link.key for one in here or bearing}
        return self._root((here or bearing)[0]) if len(keys) == 1 else None

    def bearing(self, phrase: str) -> Root | None:
        """The one person of the event who bears a role that a phrase tells: "the provincial administrator"."""
        role = _ROLE.fullmatch(phrase if phrase.startswith("the ") else f"the {phrase}")
        people = [one for one in self._told if " " in one.link.speaker and one.link.speaker[:1].isupper()]
        found = {one.link.key: one for one in people if role and _bears(role[1], one)}
        return self._root(next(iter(found.values()))) if len(found) == 1 else None

    def last(self, article: Source, at: int) -> Root | None:
        """The person who spoke last in the paragraph before an offset."""
        start = article.text.rfind("\n\n", 0, at)
        before = [one for one in self._told if one.article.iri == article.iri and start < one.at < at]
        return self._root(max(before, key=lambda one: one.at)) if before else None

    def _root(self, one: Spoken) -> Root:
        return self._speaks_for.get(one.link.iri) or Root(one.link.key, one.link.speaker, "named")
