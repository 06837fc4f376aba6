"""Entities of a Reading: the cast, and the groups and places that its figures count in."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sayso.read.cast import Cast
from sayso.read.reading import Entity, Figure


def entities(cast: Cast, figures: Sequence[Figure]) -> list[Entity]:
    """Everyone and everything that a Reading refers to, each id once, in the order of first mention."""
    joined: dict[str, Entity] = {}
    shown = (actor.to_entity() for actor in cast.actors if actor.spans and not actor.tentative)
    for entity in (*shown, *_counted(cast, figures)):
        known = joined.get(entity.id)
        joined[entity.id] = _join(known, entity) if known else entity
    return sorted(joined.values(), key=lambda e: (e.mentions[:1], e.id))


def _join(one: Entity, other: Entity) -> Entity:
    roles = tuple(dict.fromkeys((*one.roles, *other.roles)))
    names = tuple(sorted({*one.names, *other.names}))
    return replace(one, roles=roles, mentions=tuple(sorted({*one.mentions, *other.mentions})), names=names)


def _counted(cast: Cast, figures: Iterable[Figure]) -> Iterator[Entity]:
    """The group that each figure counts and the place it is told of."""
    for figure in figures:
        if figure.counts:
            yield _group(cast.text, figure)
        entry = cast.gazetteer.get(figure.place)
        if entry:
            yield cast.of_entry(entry, figure.span[0]).to_entity()


def _group(text: str, figure: Figure) -> Entity:
    """The group under the words as printed nearest the figure; its label is its id in words where they differ."""
    name = (figure.counts or "").removeprefix("group/")
    pattern = re.compile(r"[\W_]+".join(re.escape(part) for part in name.split("-")), re.IGNORECASE)
    start, end = figure.span
    found = pattern.search(text, start, end + 200) or pattern.search(text, max(0, start - 600), start)
    if found is None:
        return Entity(figure.counts or "", "Group", name.replace("-", " "))
    return Entity(figure.counts or "", "Group", " ".join(found.group().split()), (), (found.span(),))
