"""Verdicts that somebody checked against both reports: kept by report and characters, found again on a later audit."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

Span = tuple[int, int]
Words = tuple[str, Span]  # the id of a report, and half-open characters of its canonical text
ELSE = "told otherwise now"
"""The class of a verdict that is wrong in another way than the one that was marked."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A verdict on the words of two reports; of ``is_claim`` on what was said without a number."""

    left: Words
    right: Words
    told: str
    is_claim: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """What is right for a pair; ``pair.told`` is what the program said when it was marked, ``error`` why it erred."""

    pair: Pair
    right: str
    error: str = ""


@dataclass(frozen=True, slots=True)
class Draw:
    """The marks that were made on the verdicts of one commit."""

    commit: str
    marks: tuple[Mark, ...]


def draws_in(page: Mapping[str, Any]) -> list[Draw]:
    """
    >>> entry = {"left": "7", "at": [0, 9], "right": "8", "and": [4, 13], "told": "agrees", "is": "restates"}
    >>> draws_in({"draw": [{"commit": "e77c823", "pairs": [entry]}]})[0].marks[0].right
    'restates'
    """
    return [Draw(draw["commit"], tuple(_mark(entry) for entry in draw["pairs"])) for draw in page["draw"]]


def _mark(entry: Mapping[str, Any]) -> Mark:
    left, right = (entry["left"], tuple(entry["at"])), (entry["right"], tuple(entry["and"]))
    pair = Pair(left, right, entry["told"], entry.get("claim", False))
    return Mark(pair, entry.get("is", pair.told), entry.get("error", ""))


def line(pair: Pair) -> str:
    """The pair as a line of the page, to be marked: whoever finds it wrong adds ``is`` and ``error``."""
    (left, at), (right, and_) = pair.left, pair.right
    claim = ", claim = true" if pair.is_claim else ""
    return (
        f'{{ left = "{left}", at = {list(at)}, right = "{right}", and = {list(and_)}{claim}, told = "{pair.told}" }},'
    )


def marked(pairs: Iterable[Pair], marks: Iterable[Mark]) -> dict[Pair, Mark]:
    """The mark of each pair that has one: on the same words, or on words that overlap them on both sides; the last."""
    by_reports: dict[tuple[str, ...], list[Mark]] = defaultdict(list)
    for mark in marks:
        by_reports[_reports(mark.pair)].append(mark)
    found = {}
    for pair in pairs:
        fitting = [(n, mark) for mark in by_reports[_reports(pair)] if (n := _shared(pair, mark.pair))]
        if fitting:
            found[pair] = max(reversed(fitting), key=lambda f: f[0])[1]
    return found


def _reports(pair: Pair) -> tuple[str, ...]:
    return tuple(sorted((pair.left[0], pair.right[0])))


def _shared(one: Pair, other: Pair) -> int:
    """The characters that both pairs share; 0 unless they do so on both sides, whichever way round."""
    if one.is_claim != other.is_claim:
        return 0
    ways = ((other.left, other.right), (other.right, other.left))
    ends = ((_overlap(one.left, left), _overlap(one.right, right)) for left, right in ways)
    return max(sum(both) if all(both) else 0 for both in ends)


def _overlap(one: Words, other: Words) -> int:
    (report, (start, end)), (other_report, (from_, to)) = one, other
    return max(0, min(end, to) - max(start, from_)) if report == other_report else 0


@dataclass(frozen=True, slots=True)
class Count:
    """How many verdicts of one name there are, how many of them are marked, and how many of those are right."""

    verdict: str
    all: int
    marked: int
    right: int


def counts(pairs: Iterable[Pair], marks: Mapping[Pair, Mark]) -> list[Count]:
    """By verdict, most first."""
    pairs = list(pairs)
    told = Counter(pair.told for pair in pairs)
    known = Counter(pair.told for pair in marks)
    right = Counter(pair.told for pair, mark in marks.items() if pair.told == mark.right)
    return [Count(verdict, n, known[verdict], right[verdict]) for verdict, n in told.most_common()]


def errors(marks: Mapping[Pair, Mark]) -> dict[str, Counter[str]]:
    """The verdicts told wrongly, by class of error, most first."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for pair, mark in marks.items():
        if pair.told != mark.right:
            found[mark.error if pair.told == mark.pair.told else ELSE][pair.told] += 1
    return dict(sorted(found.items(), key=lambda f: (-f[1].total(), f[0])))


def grouping(days: Iterable[Iterable[str]], event: Mapping[str, str], truth: Mapping[str, str]) -> tuple[int, int, int]:
    """Pairs of reports of one day: rightly taken for one event, wrongly so, and of one event but kept apart.

    >>> grouping([["a", "b", "c"]], {"a": "1", "b": "1", "c": "2"}, {"a": "fire", "b": "flood", "c": "fire"})
    (0, 1, 1)
    """
    right = wrong = missed = 0
    for reports in days:
        for one, other in combinations((r for r in reports if r in event), 2):
            together, same = event[one] == event[other], truth[one] == truth[other]
            right += together and same
            wrong += together and not same
            missed += same and not together
    return right, wrong, missed
