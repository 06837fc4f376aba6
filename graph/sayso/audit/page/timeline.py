"""Draws the figures of one question over time: a bar for what each leaves open, coloured by root.

Positions are in units of the SVG's view box. Values are on a logarithmic scale where the highest is more
than thirty times the lowest, otherwise the scale starts at nought.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import inf, log10

from sayso.audit.report import Question
from sayso.audit.telling import Telling
from sayso.audit.told.amounts import allowed, nominal
from sayso.audit.told.dates import days

WIDTH, HEIGHT = 760, 340
LEFT, RIGHT, TOP, BOTTOM = 70, 30, 24, 44
_COLOURS = ("#0b5394", "#b45f06", "#38761d", "#990000", "#674ea7", "#7f6000", "#0c5a63", "#a61c66")
_UNNAMED = "#595959"
_LOGARITHMIC = 30
_APART = 18
_NEAR = 30
_LABEL = 60


@dataclass(frozen=True, slots=True)
class Mark:
    """One number on one word, told by one outlet or several: its point at ``x``, ``y``, its bar from ``low`` to
    ``high``; an open end has an arrow. ``number`` is that of the proof that it opens, ``below`` says where its
    label stands.
    """

    identities: tuple[tuple[str, ...], ...]
    number: int
    x: float
    y: float
    low: float
    high: float
    open_above: bool
    open_below: bool
    colour: str
    sign: str
    outlet: str
    told: str
    below: bool = False


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything to draw: marks, the ticks of both axes as (position, label), and who is who."""

    marks: tuple[Mark, ...]
    across: tuple[tuple[float, str], ...]
    up: tuple[tuple[float, str], ...]
    roots: tuple[tuple[str, str, str], ...]
    outlets: tuple[tuple[str, str], ...]
    is_logarithmic: bool


def timeline(question: Question, numbers: Mapping[tuple[str, ...], int]) -> Timeline:
    """The timeline of a question; ``numbers`` are those of the proofs that the marks open."""
    tellings = [t for group in question.groups for t in group.tellings if t.identity in numbers]
    signs = _signs(question)
    outlets = _outlets(tellings)
    scale = _Scale(tellings)
    marks: list[Mark] = []
    for told in _together(question, scale, numbers):
        first = told[0]
        sign, colour = signs[first.identity]
        low, high = allowed(first)
        marks.append(
            Mark(
                tuple(t.identity for t in told),
                numbers[first.identity],
                *_free(scale.x(first), scale.y(nominal(first)), marks),
                round(scale.y(max(low, scale.bottom)), 1),
                round(scale.y(min(high, scale.top)), 1),
                high == inf,
                first.low is None,
                colour,
                sign,
                " ".join(dict.fromkeys(outlets[t.article.name] for t in told)),
                "; ".join(dict.fromkeys(_told(t) for t in told)),
                _crowded(scale.x(first), scale.y(nominal(first)), marks),
            )
        )
    named = {signs[t.identity]: group.name for group in question.groups for t in group.tellings}
    roots = [
        (sign, colour, name if sign != "?" else "undetermined: unnamed or not stated")
        for (sign, colour), name in named.items()
    ]
    return Timeline(
        tuple(marks), tuple(scale.across()), tuple(scale.up()), tuple(dict.fromkeys(roots)),
        tuple((code, name) for name, code in outlets.items()), scale.is_logarithmic,
    )  # fmt: skip


def _together(question: Question, scale: "_Scale", numbers: Mapping[tuple[str, ...], int]) -> Iterator[list[Telling]]:
    """The tellings of one row that lie so near in time that they are one mark."""
    for row in question.rows:
        told: list[Telling] = []
        for telling in sorted((t for t in row.tellings if t.identity in numbers), key=lambda t: t.order):
            if told and abs(scale.x(telling) - scale.x(told[0])) > _NEAR:
                yield told
                told = []
            told.append(telling)
        if told:
            yield told


def _free(x: float, y: float, marks: Sequence[Mark]) -> tuple[float, float]:
    """The nearest place beside ``x``, left or right, where no mark lies yet."""
    for step in range(40):
        for at in (x - step * _APART, x + step * _APART):
            taken = any(abs(m.x - at) < _APART and abs(m.y - y) < _APART for m in marks)
            if not taken and LEFT < at < WIDTH - RIGHT:
                return round(at, 1), round(y, 1)
    return round(x, 1), round(y, 1)


def _crowded(x: float, y: float, marks: Sequence[Mark]) -> bool:
    """Whether the label above is taken, so that this one belongs below."""
    near = [m for m in marks if abs(m.x - x) < _LABEL and abs(m.y - y) < _APART]
    return len(near) % 2 == 1


def _signs(question: Question) -> dict[tuple[str, ...], tuple[str, str]]:
    """The sign and colour of each telling's root: numbers for named roots, a question mark for the others."""
    found: dict[tuple[str, ...], tuple[str, str]] = {}
    named = 0
    for group in question.groups:
        named += group.is_named
        sign = (str(named), _COLOURS[(named - 1) % len(_COLOURS)]) if group.is_named else ("?", _UNNAMED)
        found.update((telling.identity, sign) for telling in group.tellings)
    return found


def _outlets(tellings: Sequence[Telling]) -> dict[str, str]:
    """A short code for each outlet: its initials, longer where two would be alike."""
    found: dict[str, str] = {}
    for name in sorted({t.article.name for t in tellings}):
        words = [word for word in name.replace("-", " ").split() if word.lower() not in ("the", "of", "a")] or [name]
        code = "".join(word[0] for word in words[:3]).upper()
        size = 1
        while code in found.values():
            size += 1
            code = (
                words[0][:size].upper()
                + "".join(word[0] for word in words[1:3]).upper()
                + ("" if size < 9 else str(size))
            )
        found[name] = code
    return found


def _told(telling: Telling) -> str:
    return f"{telling.words}, {telling.article.name}, on the word of {telling.root.name or 'nobody named'}"


class _Scale:
    """From dates and numbers to positions."""

    def __init__(self, tellings: Sequence[Telling]) -> None:
        known = [d for t in tellings if (d := days(t.told_on))]
        self.first = min((d[0] for d in known), default=date(2000, 1, 1))
        self.last = max((min(d[1], d[0] + timedelta(days=31)) for d in known), default=self.first)
        values = [v for t in tellings for v in (t.low, t.high) if v is not None]
        lowest, highest = min(values, default=0.0), max(values, default=1.0)
        self.is_logarithmic = lowest > 0 and highest / lowest > _LOGARITHMIC
        self.bottom = 10.0 ** int(log10(lowest)) if self.is_logarithmic else 0.0
        self.top = (highest or 1.0) * (2 if self.is_logarithmic else 1.2)

    def x(self, telling: Telling) -> float:
        known = days(telling.told_on)
        if known is None or self.first == self.last:
            return LEFT + (WIDTH - LEFT - RIGHT) / 2
        middle = known[0] + (min(known[1], self.last) - known[0]) / 2
        share = (middle - self.first).days / (self.last - self.first).days
        return LEFT + 20 + share * (WIDTH - LEFT - RIGHT - 90)

    def y(self, value: float) -> float:
        if self.is_logarithmic:
            share = log10(max(value, self.bottom) / self.bottom) / log10(self.top / self.bottom)
        else:
            share = max(value, 0.0) / self.top
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)

    def across(self) -> Iterator[tuple[float, str]]:
        """Five dates at most, evenly spread, each day once."""
        span = (self.last - self.first).days
        steps = min(4, span)
        for step in range(steps + 1):
            share = step / steps if steps else 0.5
            x = LEFT + 20 + share * (WIDTH - LEFT - RIGHT - 90) if steps else LEFT + (WIDTH - LEFT - RIGHT) / 2
            yield round(x, 1), (self.first + timedelta(days=round(share * span))).isoformat()

    def up(self) -> Iterator[tuple[float, str]]:
        """Round numbers: powers of ten, or about five steps."""
        if self.is_logarithmic:
            value = self.bottom
            while value <= self.top:
                yield round(self.y(value), 1), f"{value:,.10g}"
                value *= 10
            return
        rough = self.top / 5
        power = 10 ** int(log10(rough)) if rough >= 1 else 1
        step = next((power * factor for factor in (1, 2, 5, 10) if power * factor >= rough), power)
        for n in range(int(self.top / step) + 1):
            yield round(self.y(n * step), 1), f"{n * step:,.10g}"
