"""Which body of an event a phrase means: "the inspectorate", "the charity", "its", "Norvik" for Norvik Shipyards."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from sayso.audit.speakers.offices import POSSESSIVE, TOKEN, name_of, words_of
from sayso.audit.speakers.spoken import Spoken, opening
from sayso.audit.telling import Root, Source
from sayso.audit.wording import compiled
from sayso.read.bodies import body_words, kind_of_body

_SMALL = frozenset(("the", "of", "in", "for", "at", "from", "its", "their", "own", "and", "a", "an", "other"))
_HELD = 10_000
"""Names and texts that are remembered."""
_LEAST = 4
"""Letters of the first word of a name that may stand for the whole."""
_NO_OBJECT = "(?<!of )(?<!for )(?<!at )(?<!in )"
_BEHIND = "that|which|of|for|in|with|whose|behind"
_OF = re.compile(r"\s(?:of|for|in|at)\s")
_ANY_KIND = ("group", "organisation", "organization")
_CIVIL = ("group", "organisation")
_MANY, _LONGEST = 3, 6
_CLOSE = 5
"""Characters by which two ways to find one phrase may differ."""
_REACH = 2
"""Sentences before "its" in which the body is looked for."""


@dataclass(frozen=True)
class Body:
    """A body of an event: all names and phrases that call it, and where it speaks."""

    root: Root
    names: tuple[str, ...]
    spoken: tuple[Spoken, ...]
    called: frozenset[str]

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of its names, in lower case, and the nouns that say what it is."""
        return frozenset(word for name in self.names for word in words_in(name)) | self.called

    @cached_property
    def heads(self) -> frozenset[str]:
        """The words that may stand for it alone: the last ones of its names, before "of" too, and what it is called."""
        parts = [part for name in self.names for part in (name, re.split(r"\s(?:of|for|in|at)\s", name)[0])]
        ends = {words_in(part)[-1] for part in parts if words_in(part)}
        return frozenset(ends) | self.called | self.short

    @cached_property
    def short(self) -> frozenset[str]:
        """The first words and initials of its proper names; no first word that a town's body has from its town."""
        free = [
            parts for parts in self._proper if len(parts) > 1 and parts[-1].casefold() not in words_of("institutions")
        ]
        first = {parts[0].casefold() for parts in free if len(parts[0]) >= _LEAST}
        return frozenset(first - words_of("common")) | self.initials

    @cached_property
    def initials(self) -> frozenset[str]:
        """The initials of its proper names."""
        return frozenset(
            "".join(p[0] for p in parts if p[0].isupper()).casefold() for parts in self._proper if len(parts) > 1
        )

    @cached_property
    def _proper(self) -> list[list[str]]:
        return [POSSESSIVE.sub("", name).split() for name in self.names if name[:1].isupper()]

    @property
    def is_of_no_sort(self) -> bool:
        """Whether nothing tells what the bearer of a proper name is: "the Lions of the Plateau"."""
        plain = words_of("institutions") | words_of("firms") | body_words().keys()
        return self.root.name[:1].isupper() and not self.called and not self.heads & plain

    @property
    def is_company(self) -> bool:
        """Whether it is called a company, or a sort of company: an insurer, a chain."""
        return any(noun in words_of("company") or kind_of_body(noun) == "company" for noun in self.called)

    def may_be(self, other: "Body") -> bool:
        """Whether both are of one sort, or one is told by the noun of the other alone, and no name tells them apart."""
        ours, theirs = ([name_of(name, name) for name in body.names] for body in (self, other))
        return all(_one_sort(a.sort, b.sort) and a.may_be(b) for a in ours for b in theirs)

    @cached_property
    def owners(self) -> frozenset[str]:
        """The places and states that its names tell of it."""
        offices = [name_of(name, name) for name in self.names]
        return frozenset(owner for name in offices if name.office for owner in name.names)


class Bodies:
    """The bodies that speak in the articles of one event."""

    def __init__(self, spoken: Iterable[Spoken]) -> None:
        by_key: dict[str, list[Spoken]] = defaultdict(list)
        for one in spoken:
            if one.link.speaker and one.link.kind not in (
                "Person",
                "UnnamedSource",
                "Outlet",
                "JointSource",
                "Government",
            ):
                by_key[one.link.key].append(one)
        texts = sorted({one.article.text for held in by_key.values() for one in held})
        self.all = [_body(held, texts) for _, held in sorted(by_key.items())]
        self._of = {body.root.key: body for body in self.all}

    def of(self, key: str) -> Body | None:
        """The body with a key."""
        return self._of.get(key)

    def called(
        self, phrase: str, article: Source, at: int, *, sort: bool = False, whole: bool = False, but: str = ""
    ) -> Body | None:
        """The body that a phrase at an offset means: of its article the one heard last before it, else the only one.

        With ``sort`` the phrase may be the word alone that tells bodies of an office apart ("fire" of "fire chief");
        with ``whole`` it must be all of a name, or its initials. ``but`` is the key of one that is not meant.
        """
        said = words_in(phrase)
        if not said:
            return None
        owners = name_of(phrase, phrase).names if not phrase[:1].isupper() else frozenset[str]()
        fitting = [
            body
            for body in self.all
            if body.root.key != but
            and (_fits(phrase, said, body, sort) or (phrase.isupper() and said[0] in body.initials))
            and not (owners and body.owners and not owners & body.owners)
        ]
        if sort and set(said) <= words_of("levels"):  # a "district magistrate" is of its administration
            fitting = [body for body in fitting if body.heads & words_of("governing")]
        elif sort and (broad := [b for b in fitting if b.heads & words_of("broad")]):
            fitting = broad
        exact = [b for b in fitting if len(said) > 1 and any(words_in(name) == said for name in b.names)]
        if whole:
            exact = fitting = [b for b in fitting if any(words_in(n) == said for n in b.names) or {*said} <= b.initials]
        here = {b.root.key: _last(b, article, at) for b in (exact or fitting)}
        told = [key for key in here if here[key] is not None]
        if told:
            return self._of[max(told, key=lambda key: (here[key], key))]
        return fitting[0] if len(fitting) == 1 else exact[0] if len(exact) == 1 else None

    def opening(self, article: Source, start: int, end: int) -> Body | None:
        """The body with which a stretch of an article opens."""
        named = [(at, body.root.key) for body in self.all if (at := _first(body, article, start, end)) >= 0]
        at, key = min(named, default=(end, ""))
        if at <= start + len("The ") and key:
            return self._of[key]
        phrase = _an_institution().match(article.text, start, end)
        return self.called(phrase[1], article, start) if phrase else None

    def before(self, article: Source, at: int) -> Body | None:
        """Whom "its" means: the body named first in its sentence, else in one of the sentences before."""
        text, end = article.text, at
        for _ in range(_REACH + 1):
            start = opening(text, end)
            named = [(found, body) for body in self.all if (found := _first(body, article, start, end)) >= 0]
            phrases = [(found.start(), found[1]) for found in _an_institution().finditer(text, start, end)]
            named += [(at, body) for at, phrase in phrases if (body := self.called(phrase, article, at))]
            if named or phrases:
                first = min([*(at for at, _ in named), *(at for at, _ in phrases)])
                return next((body for at, body in sorted(named, key=lambda n: n[0]) if at <= first + _CLOSE), None)
            end = max(start - 1, 0)
            if not end:
                return None
        return None

    def known_as(self, noun: str, article: Source) -> Body | None:
        """The only body that a text says is one of those that a noun means: "the administrators"."""
        fitting = [body for body in self.all if _singular(noun) in body.called or noun in body.called]
        here = [body for body in fitting if _first(body, article, 0, len(article.text)) >= 0]
        return (here or fitting)[0] if len(here or fitting) == 1 else None

    def companies(self, article: Source) -> list[Body]:
        """The companies of an article, or where it has none those of the event."""
        firms = [body for body in self.all if body.is_company]
        here = [body for body in firms if _first(body, article, 0, len(article.text)) >= 0]
        return here or firms


@cache
def _an_institution() -> re.Pattern[str]:
    return re.compile(
        rf"\b[Tt]he ((?:[a-z’'-]+ ){{0,3}}?(?:{'|'.join(sorted(words_of('institutions') | body_words().keys()))}))\b"
    )


def _one_sort(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two offices are one, or one no more than the noun of the other: "ministry", "interior ministry"."""
    return one == other or (1 in (len(one), len(other)) and one[-1:] == other[-1:])


def _singular(noun: str) -> str:
    return noun.removesuffix("s")


def words_in(phrase: str) -> tuple[str, ...]:
    """The words of a name or phrase that tell something, in lower case and order."""
    words = (word.casefold() for word in TOKEN.findall(POSSESSIVE.sub("", phrase)))
    return tuple(word for word in words if word not in _SMALL)


def _fits(phrase: str, said: Sequence[str], body: Body, sort: bool) -> bool:
    told = set(said)
    kind = kind_of_body(said[-1]) or said[-1]
    own = {word for name in body.names for word in words_in(name)}
    if said[-1] not in own and phrase == phrase.casefold() and len(said) > 1 and told & own:
        return False  # "the river group" is no group by the name of River Watch
    if told <= body.words:
        whole = body.heads if not sort else body.heads | (body.words - body.owners)
        head = words_in(_OF.split(phrase)[0])[-1:]  # "ministry" of "Tarvia's ministry of health"
        begins = bool({*head} & whole) or (
            len(said) > 1 and any(words_in(name)[: len(said)] == tuple(said) for name in body.names)
        )
        return bool(told & body.short) or said[-1] in whole or begins
    names = [set(words_in(name)) for name in body.names]
    if any(len(name) > 1 and name <= told for name in names):
        return True
    nouns = words_of("institutions")
    if any(len(name) == 1 and name < told and told - name <= nouns and not name <= nouns for name in names):
        return True  # and the police are no police union
    firm = words_of("company")
    alone = len(said) < _MANY and (kind in firm or said[-1] in firm)
    if said[-1] in _ANY_KIND and set(said[:-1]) <= words_of("described"):
        return any(head in words_of("kinds") or kind_of_body(head) in _CIVIL for head in body.heads)
    return alone and body.is_company


def _last(body: Body, article: Source, at: int) -> int | None:
    """Where a body stands last before an offset of an article; below zero where it stands behind it alone."""
    places = [one.at for one in body.spoken if one.article.iri == article.iri]
    before = [place for place in places if place < at]
    if before:
        return max(before)
    last = max((article.text.rfind(name, 0, at) for name in body.names if name[:1].isupper()), default=-1)
    if last >= 0:
        return last
    return -min(places) - 1 if places else None


def _first(body: Body, article: Source, start: int, end: int) -> int:
    """Where a body is first named in a stretch of an article; -1 where it is not."""
    found = [one.at for one in body.spoken if one.article.iri == article.iri and start <= one.at < end]
    for name in body.names:
        if " " in name or name[:1].isupper() or name.casefold() in words_of("institutions"):
            told = compiled(rf"\b{re.escape(name)}\b", re.IGNORECASE).search(article.text, start, end)
            found += [told.start()] if told else []
    return min(found, default=-1)


def _body(held: Sequence[Spoken], texts: Sequence[str]) -> Body:
    printed = [one for one in held if one.link.source] or held
    labels = sorted({name for one in printed for name in (one.link.speaker, _proper(one.printed))} - {""}, key=_best)
    spoken = sorted((one.link for one in printed), key=lambda link: _best(link.speaker))
    first = spoken[0]
    labels += [short for name in labels for short in re.findall(r"\(([A-Z]{2,})\)", name)]
    names = tuple(dict.fromkeys(re.sub(r"^(?:the|an?)\s+", "", n, flags=re.IGNORECASE) for n in labels if n))
    root = Root(first.key, first.speaker, "named", country=first.country)
    beside = [(name, text) for name in names if name[:1].isupper() for text in texts]
    called = frozenset(noun for pair in beside for noun in (*nouns_of(*pair), *apposed_nouns(*pair)))
    return Body(root, names, tuple(held), called | _own_nouns(names))


def _best(name: str) -> tuple[bool, int, str]:
    return not name[:1].isupper(), -len(name), name


def _proper(printed: str) -> str:
    """The phrase that names a body, where it is a proper name as printed; else empty."""
    name = re.sub(r"^[Tt]he\s+", "", printed)
    plain = "," not in name and name[:1].isupper() and name != printed and 1 < len(name.split()) <= _LONGEST
    return name if plain else ""


def _own_nouns(names: Iterable[str]) -> frozenset[str]:
    """What a name itself says that its bearer is: a union, a company."""
    ends = {words_in(name)[-1] for name in names if name[:1].isupper() and len(words_in(name)) > 1}
    return frozenset({"company"} if ends & words_of("firms") else ()) | (ends & body_words().keys())


@lru_cache(maxsize=_HELD)
def nouns_of(name: str, text: str) -> tuple[str, ...]:
    """What a text says that the bearer of a proper name is, beside the name.

    >>> nouns_of("Orlen Norsk", "The company that runs it, Orlen Norsk, fled. Orlen Norsk, a refinery operator, fled.")
    ('company', 'operator')
    """
    if name not in text:
        return ()
    before = compiled(rf"(?:^|(?<!\bof)[\s(“])([A-Za-z-]+)\s+{re.escape(name)}\b").findall(text)
    found = (*(noun.casefold() for noun in before), *apposed_nouns(name, text))
    return tuple(noun for noun in dict.fromkeys(found) if noun in words_of("company") or kind_of_body(noun))


@lru_cache(maxsize=_HELD)
def apposed_nouns(name: str, text: str) -> tuple[str, ...]:
    """What a proper name is set beside in a text, between commas.

    >>> apposed_nouns("Orl Tarn", "Its trustees, Orl Tarn, left. Then Orl Tarn, the new trustee, fled.")
    ('trustees', 'trustee')
    """
    if name not in text:
        return ()
    around = re.escape(name)
    before = rf"{_NO_OBJECT}\b(?:[Tt]he|[Ii]ts)\s+([a-z-]+)(?:\s+(?:that|which)\s[^,.;]{{3,60}})?,\s+{around}[,.]"
    behind = rf"\b{around},\s+(?:an?|the|its)\s+(?:[\w-]+\s+){{0,4}}?([a-z-]+)\s*(?:[,.;]|\s(?:{_BEHIND})\b)"
    return tuple(dict.fromkeys(noun for pattern in (before, behind) for noun in re.findall(pattern, text)))
