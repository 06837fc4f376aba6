"""Entities of a Reading: the cast, and the groups and places that its figures count in."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sayso.namespaces import slug
from sayso.read.cast import Cast
from sayso.read.gazetteer import Entry
from sayso.read.places import place_entry, wholes
from sayso.read.reading import Entity, Figure, Role


def entities(cast: Cast, figures: Sequence[Figure]) -> list[Entity]:
    """Everyone and everything that a Reading refers to, each id once, in the order of mention, the unmentioned last."""
    alike: dict[str, list[Entity]] = {}
    shown = (actor.to_entity() for actor in cast.actors if actor.spans and not actor.tentative)
    for entity in (*shown, *_counted(cast, figures)):
        alike.setdefault(entity.id, []).append(entity)
    joined = (_joined(same) if len(same) > 1 else same[0] for same in alike.values())
    return sorted(joined, key=lambda e: (not e.mentions, e.mentions[:1], e.id))


def _joined(same: Sequence[Entity]) -> Entity:
    """The first of them, with what the others add."""
    return replace(
        same[0],
        roles=_each_once(role for entity in same for role in entity.roles),
        mentions=tuple(sorted({mention for entity in same for mention in entity.mentions})),
        names=tuple(sorted({name for entity in same for name in entity.names})),
        part_of=next((entity.part_of for entity in same if entity.part_of), same[0].part_of),
    )


def _each_once(roles: Iterable[Role]) -> tuple[Role, ...]:
    """The roles, each the first time that it is worded so, in capitals or not."""
    found: dict[str, Role] = {}
    for role in roles:
        found.setdefault(slug(role.words), role)
    return tuple(found.values())


def _counted(cast: Cast, figures: Iterable[Figure]) -> Iterator[Entity]:
    """The group that each figure counts and the place it is told of."""
    for figure in figures:
        if figure.counts:
            yield _group(cast.text, figure)
        if entry := place_entry(cast.gazetteer, figure.place):
            yield from _place(cast, entry, figure)


def _place(cast: Cast, entry: Entry, figure: Figure) -> Iterator[Entity]:
    """The place of a figure and all that contain it, each with those that contain it in turn."""
    containing = list(wholes(cast.gazetteer, entry))
    known = cast.gazetteer.get(entry.id)
    place = cast.of_entry(known, figure.span[0]).to_entity() if known else _named(cast.text, entry, figure)
    yield replace(place, part_of=tuple(whole.id for whole in containing))
    for i, whole in enumerate(containing, 1):
        further = tuple(other.id for other in containing[i:])
        yield Entity(whole.id, "Place", whole.label, same_as=whole.same_as, part_of=further)


def _named(text: str, entry: Entry, figure: Figure) -> Entity:
    """A place of the world with its mention nearest the figure."""
    pattern = re.compile(rf"\b{re.escape(entry.label)}\b")
    start, end = figure.span
    found = pattern.search(text, start, end + 300) or pattern.search(text, max(0, start - 300), start)
    return Entity(entry.id, "Place", entry.label, (), (found.span(),) if found else ())


def _group(text: str, figure: Figure) -> Entity:
    """The group under the words as printed nearest the figure; its label is its id in words where they differ."""
    name = (figure.counts or "").removeprefix("group/")
    pattern = re.compile(r"[\W_]+".join(re.escape(part) for part in name.split("-")), re.IGNORECASE)
    start, end = figure.span
    found = pattern.search(text, start, end + 200) or pattern.search(text, max(0, start - 600), start)
    if found is None:
        return Entity(figure.counts or "", "Group", name.replace("-", " "))
    return Entity(figure.counts or "", "Group", " ".join(found.group().split()), (), (found.span(),))
