"""Where a figure holds: names of places in the words around it, and the places that they mean."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from sayso.ingest.article import Span
from sayso.namespaces import slug
from sayso.read.gazetteer import Entry, Gazetteer
from sayso.resources import resource

_SORTS = "region|province|oblast|state|governorate|county|district|prefecture|department|republic|krai"
_SORT = re.compile(rf"\s+(?:{_SORTS})s?$", re.IGNORECASE)
_CITY = re.compile(r"\s+(?:city|town|village|area|valley|countryside|neighbou?rhood|suburbs?)$", re.IGNORECASE)
_OWNER = re.compile(r"^(?P<owner>[^\s]+(?:\s[A-Z][^\s]+)?)['’]s?\s+")
_AFTER = re.compile(r"\s*,\s*(?:in\s+)?(?:the\s+)?(?P<name>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,2})")


@cache
def world() -> dict[str, tuple[Entry, ...]]:
    """Regions and cities of the world by the slug of their name."""
    found: dict[str, list[Entry]] = {}
    for line in resource("ontology/gazetteer/geonames/places.tsv").read_text(encoding="utf-8").splitlines()[2:]:
        key, name, whole = line.split("\t")
        found.setdefault(slug(name), []).append(Entry(key, "Place", name, part_of=whole))
    return {name: tuple(entries) for name, entries in found.items()}


@cache
def _by_id() -> dict[str, Entry]:
    return {entry.id: entry for entries in world().values() for entry in entries}


def place_entry(gazetteer: Gazetteer, place_id: str | None) -> Entry | None:
    """The place with this id, in the gazetteer or among those of the world."""
    return gazetteer.get(place_id) or _by_id().get(place_id or "")


def wholes(gazetteer: Gazetteer, place: Entry) -> Iterator[Entry]:
    """All places that contain a place, the nearest first, up to the country."""
    seen, at = {place.id}, place.part_of
    while at and at not in seen and (entry := place_entry(gazetteer, at)):
        seen.add(at)
        yield entry
        at = entry.part_of


def locate(gazetteer: Gazetteer, text: str, span: Span) -> str | None:
    """The id of the place that a name means; None where it is not known, or where several bear it.

    A name of several places is that of the one in a country that stands right behind it ("Portland, Oregon")
    or is named elsewhere in the text.
    """
    name = text[slice(*span)]
    owner = _OWNER.match(name)
    if owner and (inner := locate(gazetteer, text, (span[0] + owner.end(), span[1]))):
        return inner
    found = _named(gazetteer, owner["owner"] if owner else name)
    if len(found) == 1:
        return found[0].id
    beside = _AFTER.match(text, span[1])
    whole = {e.id for e in _named(gazetteer, beside["name"])} if beside else set()
    inside = [e for e in found if whole & {w.id for w in wholes(gazetteer, e)}]
    if len(inside) == 1:
        return inside[0].id
    if not found:
        return whole.pop() if len(whole) == 1 else None
    return _in_named_country(gazetteer, text, found)


def _in_named_country(gazetteer: Gazetteer, text: str, found: Iterable[Entry]) -> str | None:
    """The only one of several places whose country the text names."""
    told = []
    for entry in found:
        country = next((w for w in wholes(gazetteer, entry) if w.part_of is None), None)
        if country and re.search(rf"\b{re.escape(country.label)}\b", text):
            told.append(entry.id)
    return told[0] if len(told) == 1 else None


def _named(gazetteer: Gazetteer, name: str) -> list[Entry]:
    """Places of a name; with the sort of a division behind it, divisions alone, and plainly, cities first."""
    own = [e for e in gazetteer.named(name) if e.type == "Place"]
    if own:
        return own
    plain = _CITY.sub("", name)
    if plain != name:
        return _named(gazetteer, plain)
    stem = _SORT.sub("", name)
    listed = list(world().get(slug(name), ()))
    if listed or stem == name:
        return listed
    regions = [] if name.casefold().endswith(" region") else _named(gazetteer, f"{stem} region")
    return regions or [e for e in _named(gazetteer, stem) if e.part_of]
