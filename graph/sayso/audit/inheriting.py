"""What a figure takes over from the one before it in its article: topic and scene where it tells none, and the whole.

"Up to 30,000, relief workers say" counts what the last figure of its sort counted; "12 of them" is a part of it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sayso.audit.amounts import nominal
from sayso.audit.placing import tokens
from sayso.audit.telling import Telling

_OF_THEM = re.compile(r"\b(?:of (?:which|whom|this|that|these|those|them)|including|among them)[, ]+$", re.IGNORECASE)
_THEM = re.compile(r"^[^,;.]{0,30}? of (?:them|these|those|whom|which)\b", re.IGNORECASE)
_OLD = re.compile(r"\b(?:from|than)\s+$")
_NEAR = 200


def inherited(tellings: Iterable[Telling]) -> Iterator[Telling]:
    """The tellings of one article in the order of its text, each with what it takes over."""
    scenes: dict[str, frozenset[str]] = {}
    topics: dict[str, Telling] = {}
    wholes: dict[str, Telling] = {}
    for telling in tellings:
        before = topics.get(telling.unit)
        told = _part_of(wholes.get(telling.unit), telling)
        if not told.topic and before and _goes_on(before, told):
            told = replace(told, topic=before.topic, own_topic=False)
            if told.kind == "people":
                told = replace(told, kind=before.kind, kinds=before.kinds)
        yield replace(told, where=replace(told.where, scene=scenes.get(telling.kind, frozenset())))
        if told.where.names:
            scenes[telling.kind] = frozenset(token for name in told.where.names[:1] for token in tokens(name))
        if told.topic and not told.included_in:
            topics[telling.unit] = told
        if not told.included_in and not _OLD.search(telling.article.text, 0, telling.span[0]):
            wholes[telling.unit] = told


def _part_of(before: Telling | None, telling: Telling) -> Telling:
    """The telling as a part of the figure before it, where it says so and the reading did not."""
    if before is None or telling.included_in or telling.iri == before.iri:
        return telling
    (start, end), text = telling.span, telling.article.text
    says_so = _OF_THEM.search(text, max(before.span[1], start - _NEAR), start) or _THEM.match(text[start : end + 20])
    if not says_so or start - before.span[1] > _NEAR or nominal(telling) >= nominal(before):
        return telling
    return replace(telling, included_in=before.iri, whole=nominal(before))


def _goes_on(before: Telling, telling: Telling) -> bool:
    """Whether a figure that says nothing of its own may count what the one before it counted."""
    one, other = before.population.noun, telling.population.noun
    return not telling.included_in and (not one or not other or one == other)
