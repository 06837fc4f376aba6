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

    def fits(self, telling: Telling) -> bool:
        """Whether the telling is asked for."""
        return (
            (not self.kind or self.kind == telling.kind or self.kind in telling.kinds)
            and _within(self.about, _topic(telling))
            and _within(self.population, telling.population.words)
            and _within(self.place, f"{telling.place_name} {telling.place} {' '.join(telling.wholes)}")
            and _within(self.who, " ".join((telling.root.name, *(link.speaker for link in telling.chain))))
            and _within_or_names(self.article, telling.article.iri, f"{telling.article.title} {telling.article.outlet}")
            and (not self.claim or telling.iri.endswith(self.claim))
            and (not self.since or telling.told_on >= self.since)
            and (not self.until or telling.told_on[: len(self.until)] <= self.until)
        )


EVERYTHING = Selection()


def select(tellings: Iterable[Telling], selection: Selection) -> list[Telling]:
    """The tellings asked for. Raises QuestionError that names near words where there are none at all."""
    everything = list(tellings)
    found = [telling for telling in everything if selection.fits(telling)]
    if not found and not selection.is_empty:
        raise QuestionError(f"no figure in this store fits: {selection.described()}{_hint(everything, selection)}")
    return found


def _hint(tellings: Iterable[Telling], selection: Selection) -> str:
    everything = list(tellings)
    for name in ("kind", "who", "about", "population", "place", "article"):
        asked = getattr(selection, name)
        if asked and not any(Selection(**{name: asked}).fits(t) for t in everything):
            known = sorted(set(_known(everything, name)))
            near = difflib.get_close_matches(asked.casefold(), [k.casefold() for k in known], n=2, cutoff=0.6)
            return f"; {name} {asked!r} fits nothing" + (f", did you mean {' or '.join(near)}?" if near else "")
    return "; each fits something, but not all together" if everything else "; it holds no figures"


def _known(tellings: Iterable[Telling], name: str) -> Iterator[str]:
    for telling in tellings:
        if name == "kind":
            yield from (telling.kind, *telling.kinds)
        elif name == "who":
            yield from (telling.root.name, *(link.speaker for link in telling.chain))
        elif name == "article":
            yield from (telling.article.outlet, telling.article.title)
        else:
            yield from (telling.place_name, telling.population.words, *_WORD.findall(telling.article.title))


def _topic(telling: Telling) -> str:
    return " ".join((telling.words, telling.population.words, telling.place_name, telling.article.title))


def _within(asked: str, text: str) -> bool:
    """Whether the words asked for stand one after the other in the text, whatever their case."""
    if not asked:
        return True
    wanted, words = (" ".join(_WORD.findall(t.casefold())) for t in (asked, text))
    return f" {wanted} " in f" {words} "


def _within_or_names(asked: str, iri: str, text: str) -> bool:
    return not asked or iri == asked or iri.rpartition("/")[2].startswith(asked) or _within(asked, text)
