"""Which tellings an audit is about: by kind, population, place, time, person, article or claim."""

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields

from sayso.audit.telling import Telling
from sayso.errors import QuestionError

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Selection:
    """What is asked for; an empty field asks for anything.

    ``about`` fits words of the figure, its population and place, and of the headline; ``who`` fits any speaker
    of the chain; ``article`` an IRI, its key, or words of headline or outlet; ``claim`` the IRI of a figure;
    ``since`` and ``until`` are ISO days, months or years.
    """

    kind: str = ""
    about: str = ""
    population: str = ""
    place: str = ""
    since: str = ""
    until: str = ""
    who: str = ""
    article: str = ""
    claim: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether everything is asked for."""
        return not any(getattr(self, f.name) for f in fields(self))

    @property
    def is_broad(self) -> bool:
        """Whether claims without a number are asked for as well: no kind, population or figure is singled out."""
        return not (self.kind or self.population or self.claim)

    def described(self) -> str:
        """The selection in words, such as "kind killed, about Kursk"."""
        return ", ".join(f"{f.name} {value}" for f in fields(self) if (value := getattr(self, f.name)))

    def fits(self, told: "Facets") -> bool:
        """Whether the telling is asked for."""
        return (
            (not self.kind or self.kind in told.kinds)
            and _within(self.about, " ".join((told.words, told.population, told.place, told.title)))
            and _within(self.population, told.population)
            and _within(self.place, f"{told.place} {' '.join(told.places)}")
            and _within(self.who, " ".join(told.speakers))
            and _within_or_names(self.article, told.article, f"{told.title} {told.outlet}")
            and (not self.claim or told.iri.endswith(self.claim))
            and (not self.since or told.told_on >= self.since)
            and (not self.until or told.told_on[: len(self.until)] <= self.until)
        )


EVERYTHING = Selection()


@dataclass(frozen=True, slots=True)
class Facets:
    """What a telling is selected by: ``kinds`` are its own and all wider ones, ``speakers`` its root and its chain.

    ``place`` is a name; ``places`` are the IRIs of the place and of all that it lies in.
    """

    iri: str
    article: str
    title: str
    outlet: str
    told_on: str
    words: str
    kinds: tuple[str, ...]
    population: str
    place: str
    places: tuple[str, ...]
    speakers: tuple[str, ...]

    @classmethod
    def of(cls, telling: Telling) -> "Facets":
        """The facets of a telling."""
        return cls(
            telling.iri,
            telling.article.iri,
            telling.article.title,
            telling.article.outlet,
            telling.told_on,
            telling.words,
            (telling.kind, *sorted(telling.kinds)),
            telling.population.words,
            telling.place_name,
            (telling.place, *sorted(telling.wholes)),
            (telling.root.name, *(link.speaker for link in telling.chain)),
        )


def select(tellings: Iterable[Telling], selection: Selection) -> list[Telling]:
    """The tellings asked for. Raises QuestionError that names near words where there are none at all."""
    everything = list(tellings)
    if selection.is_empty:
        return everything
    facets = [Facets.of(telling) for telling in everything]
    chosen = set(choose(facets, selection))
    return [telling for telling, told in zip(everything, facets, strict=True) if told in chosen]


def choose(told: Iterable[Facets], selection: Selection) -> list[Facets]:
    """The same by facets."""
    everything = list(told)
    found = [facets for facets in everything if selection.fits(facets)]
    if not found and not selection.is_empty:
        raise QuestionError(f"no figure in this store fits: {selection.described()}{_hint(everything, selection)}")
    return found


def _hint(everything: list[Facets], selection: Selection) -> str:
    for name in ("kind", "who", "about", "population", "place", "article"):
        asked = getattr(selection, name)
        if asked and not any(Selection(**{name: asked}).fits(told) for told in everything):
            known = sorted(set(_known(everything, name)))
            near = difflib.get_close_matches(asked.casefold(), [k.casefold() for k in known], n=2, cutoff=0.6)
            return f"; {name} {asked!r} fits nothing" + (f", did you mean {' or '.join(near)}?" if near else "")
    return "; each fits something, but not all together" if everything else "; it holds no figures"


def _known(everything: Iterable[Facets], name: str) -> Iterator[str]:
    for told in everything:
        if name == "kind":
            yield from told.kinds
        elif name == "who":
            yield from told.speakers
        elif name == "article":
            yield from (told.outlet, told.title)
        else:
            yield from (told.place, told.population, *_WORD.findall(told.title))


def _within(asked: str, text: str) -> bool:
    """Whether the words asked for stand one after the other in the text, whatever their case."""
    if not asked:
        return True
    wanted, words = (" ".join(_WORD.findall(t.casefold())) for t in (asked, text))
    return f" {wanted} " in f" {words} "


def _within_or_names(asked: str, iri: str, text: str) -> bool:
    return not asked or iri == asked or iri.rpartition("/")[2].startswith(asked) or _within(asked, text)
