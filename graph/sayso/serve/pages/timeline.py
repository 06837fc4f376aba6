"""Figures in the order of time, a lane for each root source: the geometry of a drawing, in units of its view box."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.serve.pages.wording import numbers

_WIDTH, _LEFT, _RIGHT, _LANE, _TOP = 860, 230, 30, 44, 26
_MOST_LANES = 14
_APART = 64
"""How far apart numbers are written, so that they can be read."""


@dataclass(frozen=True)
class Dot:
    """A figure to be drawn: its root source, its date (ISO, as precise as known), both ends, words and IRI."""

    root: str
    date: str
    low: str
    high: str
    words: str
    iri: str


@dataclass(frozen=True)
class Placed:
    """A dot at its place; ``label`` is empty where another is written too near."""

    x: float
    label: str
    dot: Dot
    is_this: bool
    anchor: str = "middle"

    @property
    def number(self) -> str:
        """Both ends as people write them."""
        return numbers(self.dot.low, self.dot.high)


@dataclass(frozen=True)
class Timeline:
    """Lanes from top to bottom, each with its height, name and dots; ticks are years, months or days."""

    width: int
    height: int
    left: int
    lanes: tuple[tuple[int, str, tuple[Placed, ...]], ...]
    ticks: tuple[tuple[float, str], ...]
    left_out: int


def timeline(dots: Sequence[Dot], this: str = "") -> Timeline | None:
    """The drawing; nothing where no figure has a date. Lanes that told most come first, and the one of ``this``."""
    dated = [(day, dot) for dot in dots if (day := day_of(dot.date))]
    if not dated:
        return None
    first, last = min(day for day, _ in dated), max(day for day, _ in dated)
    lanes: dict[str, list[tuple[date, Dot]]] = defaultdict(list)
    for day, dot in dated:
        lanes[dot.root].append((day, dot))
    holds = {root: any(dot.iri == this for _, dot in lane) for root, lane in lanes.items()}
    ranked = sorted(lanes.items(), key=lambda item: (not holds[item[0]], -len(item[1]), item[0]))
    shown = ranked[:_MOST_LANES]

    def across(day: date) -> float:
        span = max((last - first).days, 1)
        return round(_LEFT + (_WIDTH - _LEFT - _RIGHT) * (day - first).days / span, 1)

    drawn = tuple(
        (_TOP + _LANE * place + _LANE // 2, root, tuple(_placed(lane, across, this)))
        for place, (root, lane) in enumerate(shown)
    )
    return Timeline(
        _WIDTH,
        _TOP + _LANE * len(shown) + 30,
        _LEFT,
        drawn,
        tuple(_ticks(first, last, across)),
        sum(len(lane) for _, lane in ranked[_MOST_LANES:]) + len(dots) - len(dated),
    )


def day_of(iso: str) -> date | None:
    """The day, or the first of the month or year where the date is no more precise; none where it is no date.

    >>> day_of("2025-04"), day_of("spring")
    (datetime.date(2025, 4, 1), None)
    """
    try:
        return date.fromisoformat((iso + "-01-01" if len(iso) == 4 else iso + "-01" if len(iso) == 7 else iso)[:10])
    except ValueError:
        return None


def _placed(lane: list[tuple[date, Dot]], across: Callable[[date], float], this: str) -> Iterator[Placed]:
    written = float("-inf")
    for day, dot in sorted(lane, key=lambda item: (item[0], item[1].iri)):
        x = across(day)
        far = x - written >= _APART
        near_names = x - _LEFT < _APART / 2  # the number would be written over the name of the lane
        written = x + near_names * _APART / 2 if far else written
        anchor = "start" if near_names else "middle"
        yield Placed(x, numbers(dot.low, dot.high) if far else "", dot, dot.iri == this, anchor)


def _ticks(first: date, last: date, across: Callable[[date], float]) -> Iterator[tuple[float, str]]:
    days = (last - first).days
    if days > 730:
        marks = [date(year, 1, 1) for year in range(first.year, last.year + 1)]
        step, form = max(1, len(marks) // 8), "%Y"
    elif days > 60:
        marks = [date(year, month, 1) for year in range(first.year, last.year + 1) for month in range(1, 13)]
        step, form = max(1, days // 30 // 8), "%Y-%m"
    else:
        marks, step, form = sorted({first, last}), 1, "%Y-%m-%d"
    for mark in marks[::step]:
        if first <= mark <= last:
            yield across(mark), mark.strftime(form)
