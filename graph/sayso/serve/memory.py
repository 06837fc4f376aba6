"""Answers that were given before, kept as long as the data stay the same and there is room."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace

from sayso.serve.engine import Backend
from sayso.serve.engine.tasks import Ask, Excerpt, within

_ROOM = 100_000
"""Rows that are kept in all; a triple of a graph counts as a row."""


class Memory:
    """Asks a backend, and remembers; the answers used longest ago go first."""

    def __init__(self, backend: Backend) -> None:
        self._backend, self._generation, self._held = backend, backend.generation, 0
        self._known: OrderedDict[tuple[str, tuple[tuple[str, str], ...]], Excerpt] = OrderedDict()

    async def answers(self, asked: Sequence[Ask]) -> list[Excerpt]:
        """The answers, in order. Raises RefusedError and QuestionError."""
        if self._generation != self._backend.generation:
            self._known.clear()
            self._generation, self._held = self._backend.generation, 0
        missing = [one for one in asked if (one.name, one.params) not in self._known]
        fresh = dict(zip(missing, await self._backend.answers(*missing), strict=True)) if missing else {}
        found = [fresh[one] if one in fresh else self._recalled(one) for one in asked]
        for one, answer in fresh.items():
            self._keep(one, answer)
        return [_part(answer, one) for one, answer in zip(asked, found, strict=True)]

    def _recalled(self, one: Ask) -> Excerpt:
        self._known.move_to_end((one.name, one.params))
        return self._known[one.name, one.params]

    def _keep(self, one: Ask, answer: Excerpt) -> None:
        key = (one.name, one.params)
        if key in self._known or len(answer.rows) < answer.total or _size(answer) > _ROOM // 4:
            return
        self._known[key] = answer
        self._held += _size(answer)
        while self._held > _ROOM:
            self._held -= _size(self._known.popitem(last=False)[1])


def _size(answer: Excerpt) -> int:
    return len(answer.rows) + len(answer.graph or ()) + 1


def _part(answer: Excerpt, one: Ask) -> Excerpt:
    return replace(answer, rows=within(answer.rows, one)) if len(answer.rows) == answer.total else answer
