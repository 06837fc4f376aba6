"""The gazetteer: agents, units and places known beforehand, looked up by name, demonym, seat and kind of body."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

import pyoxigraph

from sayso.errors import SaysoError
from sayso.namespaces import PREFIXES, term
from sayso.read.reading import EntityType
from sayso.resources import resource

_BASE = "x:/"
_TYPES: dict[str, EntityType] = {
    term("schema:Person"): "Person",
    term("schema:Organization"): "Organization",
    term("sayso:Outlet"): "Outlet",
    term("sayso:MilitaryUnit"): "MilitaryUnit",
    term("sayso:Government"): "Government",
    term("schema:Place"): "Place",
    term("sayso:Group"): "Group",
}
_RDF_TYPE = PREFIXES["rdf"] + "type"
_WORD = re.compile(r"[^\s,;()]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """One known entity; ``country``, ``seat`` and ``part_of`` are ids of places."""

    id: str
    type: EntityType
    label: str
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    country: str | None = None
    seat: str | None = None
    part_of: str | None = None
    body_kinds: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()


def name_key(name: str) -> str:
    """The form under which a name is looked up: an acronym keeps its case, the rest loses it.

    >>> name_key("the White  House"), name_key("WHO"), name_key("Ukraine’s army")
    ('white house', 'WHO', "ukraine's army")
    """
    plain = " ".join(name.replace("’", "'").split())
    plain = re.sub(r"^[Tt]he\s+(?=\S)", "", plain)
    letters = plain.replace(".", "")
    return plain if letters.isupper() and len(letters) <= 5 and " " not in plain else plain.casefold()


@dataclass(frozen=True)
class Gazetteer:
    """Entries and the indexes over them; never changed once made."""

    entries: tuple[Entry, ...]
    _by_id: dict[str, Entry] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._by_id.update((entry.id, entry) for entry in self.entries)

    def get(self, entry_id: str | None) -> Entry | None:
        """The entry with this id."""
        return self._by_id.get(entry_id) if entry_id else None

    def named(self, name: str) -> tuple[Entry, ...]:
        """All entries that bear this name, label or alias."""
        return self._names.get(name_key(name), ())

    def agents(self, name: str, country: str | None = None) -> tuple[Entry, ...]:
        """Entries of this name that can speak; a capital or other seat stands for its government."""
        found = [self.government(e) or e if e.type == "Place" else e for e in self.named(name)]
        spoken = tuple(dict.fromkeys(e for e in found if e.type != "Place"))
        return tuple(e for e in spoken if e.country == country) or spoken if country else spoken

    def government(self, place: Entry) -> Entry | None:
        """The government that a country or its seat stands for: "Seoul" is South Korea's."""
        return self._governments.get(place.id)

    def country_of(self, words: str) -> str | None:
        """The country's place id that a demonym, possessive, country or capital names: "Ukrainian", "Moscow's"."""
        return self._countries.get(name_key(re.sub(r"['’]s?$", "", words.strip())))

    def bodies(self, country: str, kind: str) -> tuple[Entry, ...]:
        """The bodies of one kind that belong to a country: its defence ministry, its spy agency."""
        return self._bodies.get((country, kind.casefold().replace("defense", "defence")), ())

    def lengths(self, first_word: str) -> tuple[int, ...]:
        """How many words the names have that begin with this one, longest first."""
        return self._lengths.get(first_word.casefold().replace("’", "'"), ())

    @cached_property
    def _names(self) -> dict[str, tuple[Entry, ...]]:
        found: dict[str, dict[str, Entry]] = {}
        for entry in self.entries:
            for name in (entry.label, *entry.aliases):
                found.setdefault(name_key(name), {})[entry.id] = entry
        return {key: tuple(by_id.values()) for key, by_id in found.items()}

    @cached_property
    def _governments(self) -> dict[str, Entry]:
        states = [e for e in self.entries if e.type == "Government" and not e.body_kinds]
        return {place: e for e in states for place in (e.seat, e.country) if place}

    @cached_property
    def _countries(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for state in (e for e in self.entries if e.type == "Government" and not e.body_kinds and e.country):
            seat = self.get(state.seat)
            for name in (state.label, *state.aliases, *state.demonyms, *((seat.label, *seat.aliases) if seat else ())):
                found.setdefault(name_key(name), state.country or "")
        return found

    @cached_property
    def _bodies(self) -> dict[tuple[str, str], tuple[Entry, ...]]:
        found: dict[tuple[str, str], list[Entry]] = {}
        for entry in self.entries:
            for kind in entry.body_kinds if entry.country else ():
                found.setdefault((entry.country or "", kind.casefold().replace("defense", "defence")), []).append(entry)
        return {key: tuple(held) for key, held in found.items()}

    @cached_property
    def _lengths(self) -> dict[str, tuple[int, ...]]:
        found: dict[str, set[int]] = {}
        for entry in self.entries:
            for name in (entry.label, *entry.aliases, *entry.demonyms):
                split = _WORD.findall(re.sub(r"^[Tt]he\s+", "", name.replace("’", "'")))
                if split:
                    found.setdefault(split[0].casefold(), set()).add(len(split))
        return {word: tuple(sorted(sizes, reverse=True)) for word, sizes in found.items()}


def gazetteer_from(paths: Iterable[Path]) -> Gazetteer:
    """A gazetteer from Turtle files; an entry described in several is joined.

    Raises SaysoError where a file is not Turtle.
    """
    facts: dict[str, dict[str, list[str]]] = {}
    for path in sorted(paths):
        for quad in _triples(path):
            if isinstance(quad.subject, pyoxigraph.NamedNode) and not isinstance(quad.object, pyoxigraph.Triple):
                held = facts.setdefault(quad.subject.value.removeprefix(_BASE), {})
                held.setdefault(quad.predicate.value, []).append(quad.object.value.removeprefix(_BASE))
    return Gazetteer(tuple(_entries(facts)))


def _triples(path: Path) -> list[pyoxigraph.Quad]:
    try:
        return list(pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE, base_iri=_BASE))
    except (SyntaxError, OSError, ValueError) as error:
        raise SaysoError(f"{path}: not a Turtle file that can be read: {error}") from error


def load_gazetteer(extra: Sequence[str | Path] = ()) -> Gazetteer:
    """The gazetteer that comes with sayso, joined by the user's own Turtle files; read once a process."""
    return _shipped_with(tuple(Path(path) for path in extra))


@cache
def _shipped_with(extra: tuple[Path, ...]) -> Gazetteer:
    return gazetteer_from([*resource("ontology").joinpath("gazetteer").glob("*.ttl"), *extra])


def _entries(facts: dict[str, dict[str, list[str]]]) -> Iterator[Entry]:
    for key, held in sorted(facts.items()):
        types = [_TYPES[t] for t in held.get(_RDF_TYPE, ()) if t in _TYPES]
        labels = held.get(term("schema:name"), ())
        if not types or not labels:
            continue
        first = {name: next(iter(held.get(term(name), ())), None) for name in _SINGLE}
        yield Entry(
            key,
            types[0],
            labels[0],
            tuple(sorted({*labels[1:], *held.get(term("skos:altLabel"), ())})),
            tuple(sorted(held.get(term("sayso:demonym"), ()))),
            first["sayso:country"],
            first["sayso:seat"],
            first["sayso:partOf"],
            tuple(sorted(held.get(term("sayso:bodyKind"), ()))),
            tuple(sorted(held.get(term("schema:sameAs"), ()))),
        )


_SINGLE = ("sayso:country", "sayso:seat", "sayso:partOf")
