"""Clustering of sparse likenesses by average linkage (Sokal and Michener 1958) with a part of the nearest.

Average linkage alone parts a group from one that is like its newest member only; single linkage runs chains together.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

Pairs = dict[tuple[int, int], float]
"""The likeness of two items by their numbers, the lower first; pairs that are not given count as 0."""
_OF_NEAREST = 0.2
_MARGIN = 2.5


def merged(pairs: Pairs, count: int, least: float, faint: float = 1.0) -> list[list[int]]:
    """The groups of ``count`` items, each sorted, in the order of their first members.

    The two groups that are most alike are merged first, as long as they are at least so much alike. A group that is
    left is joined to the one with the nearest member, at least ``faint``-ly alike, where no third is nearly as near;
    for an item that is left alone beside a group, half of that is enough.

    >>> merged({(0, 1): 0.9, (1, 2): 0.5, (2, 3): 0.8}, 4, 0.3)
    [[0, 1], [2, 3]]
    """
    groups = _Groups({item: [item] for item in range(count)})
    for (one, other), likeness in pairs.items():
        groups.between[one][other] = groups.between[other][one] = (likeness, likeness)
    heap = [(-likeness, *pair, 1, 1) for pair, likeness in pairs.items() if likeness >= least]
    heapify(heap)
    while heap:
        _, one, other, *sizes = heappop(heap)
        if [groups.size(one), groups.size(other)] != sizes:
            continue  # one of them has been merged since
        groups.join(one, other)
        for third in groups.between[one]:
            if (likeness := groups.likeness(one, third)) >= least:
                first, second = sorted((one, third))
                heappush(heap, (-likeness, first, second, groups.size(first), groups.size(second)))
    for group in sorted(groups.members, key=groups.size):
        near = groups.only_one_alike(group, faint) if group in groups.members else None
        if near is not None:
            groups.join(group, near)
    return [sorted(group) for _, group in sorted((min(group), group) for group in groups.members.values())]


@dataclass(frozen=True)
class _Groups:
    """Groups by a member; ``between`` two of them lie the sum of the likenesses of their members, and the highest."""

    members: dict[int, list[int]]
    between: dict[int, dict[int, tuple[float, float]]] = field(default_factory=lambda: defaultdict(dict))

    def size(self, group: int) -> int:
        return len(self.members.get(group, ()))

    def likeness(self, one: int, other: int) -> float:
        total, nearest = self.between[one][other]
        return (1 - _OF_NEAREST) * total / (self.size(one) * self.size(other)) + _OF_NEAREST * nearest

    def only_one_alike(self, group: int, faint: float) -> int | None:
        """The group with the nearest member, where each of the two is far less alike to any third."""
        ranked = self._ranked(group)
        if not ranked:
            return None
        likeness, other = ranked[0]
        if likeness < (faint / 2 if self.size(group) == 1 < self.size(other) else faint):
            return None
        thirds = [found for of in (group, other) for found, third in self._ranked(of) if third not in (group, other)]
        return other if max(thirds, default=0.0) * _MARGIN <= likeness else None

    def _ranked(self, group: int) -> list[tuple[float, int]]:
        return sorted(((nearest, other) for other, (_, nearest) in self.between[group].items()), reverse=True)

    def join(self, one: int, other: int) -> None:
        """Put the second group into the first, with all that it shares with others."""
        self.members[one] += self.members.pop(other)
        self.between[one].pop(other)
        for third, (total, nearest) in self.between.pop(other).items():
            if third != one:
                known, best = self.between[one].get(third, (0.0, 0.0))
                self.between[third].pop(other)
                self.between[one][third] = self.between[third][one] = (known + total, max(best, nearest))
