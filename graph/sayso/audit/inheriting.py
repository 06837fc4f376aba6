"""What a figure takes over from the figure before it in its article: the topic, and the scene, where it tells none.

"Up to 30,000, relief workers say" counts what the last figure of its sort counted.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sayso.audit.placing import tokens
from sayso.audit.telling import Telling


def inherited(tellings: Iterable[Telling]) -> Iterator[Telling]:
    """The tellings of one article in the order of its text, each with what it takes over."""
    scenes: dict[str, frozenset[str]] = {}
    topics: dict[str, Telling] = {}
    for telling in tellings:
        before = topics.get(telling.unit)
        told = telling
        if not telling.topic and before and _goes_on(before, telling):
            told = replace(telling, topic=before.topic, own_topic=False)
        yield replace(told, where=replace(told.where, scene=scenes.get(telling.kind, frozenset())))
        if told.where.names:
            scenes[telling.kind] = frozenset(token for name in told.where.names[:1] for token in tokens(name))
        if told.topic:
            topics[telling.unit] = told


def _goes_on(before: Telling, telling: Telling) -> bool:
    """Whether a figure that says nothing of its own may count what the one before it counted."""
    one, other = before.population.noun, telling.population.noun
    return not telling.included_in and (not one or not other or one == other)
