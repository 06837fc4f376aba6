"""Average-linkage clustering of sparse likenesses (Sokal and Michener 1958): pairs that are not given count as 0."""

from collections import defaultdict
from heapq import heapify, heappop, heappush

Pairs = dict[tuple[int, int], float]
"""The likeness of two items by their numbers, the lower first."""


def merged(pairs: Pairs, count: int, least: float) -> list[list[int]]:
    """The groups of ``count`` items, each sorted, the first by its first member.

    The two groups that are most alike on average are merged, as long as they are at least that much alike.

    >>> merged({(0, 1): 0.9, (1, 2): 0.5, (2, 3): 0.8}, 4, 0.3)
    [[0, 1], [2, 3]]
    """
    groups = {item: [item] for item in range(count)}
    between: dict[int, dict[int, float]] = defaultdict(dict)
    for (one, other), likeness in pairs.items():
        between[one][other] = between[other][one] = likeness
    heap = [(-likeness, *pair, 1, 1) for pair, likeness in pairs.items() if likeness >= least]
    heapify(heap)
    while heap:
        _, one, other, *sizes = heappop(heap)
        if [len(groups.get(k, ())) for k in (one, other)] != sizes:
            continue  # one of them has been merged since
        _join(one, other, groups, between)
        for third, total in between[one].items():
            average = total / (len(groups[one]) * len(groups[third]))
            if average >= least:
                first, second = sorted((one, third))
                heappush(heap, (-average, first, second, len(groups[first]), len(groups[second])))
    return [sorted(group) for _, group in sorted((min(group), group) for group in groups.values())]


def _join(one: int, other: int, groups: dict[int, list[int]], between: dict[int, dict[int, float]]) -> None:
    """Put the second group into the first, with all that it shares with others."""
    groups[one] += groups.pop(other)
    between[one].pop(other)
    for third, total in between.pop(other).items():
        if third != one:
            between[third].pop(other)
            between[one][third] = between[third][one] = between[one].get(third, 0.0) + total
