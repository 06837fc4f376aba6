"""Dates as printed, resolved against the day of publication."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from sayso.read.lexicon import table

Precision = Literal["day", "week", "month", "season", "year", "period"]


def _numbered(rows: list[str], first: int) -> dict[str, int]:
    return {name: n for n, row in enumerate(rows, first) for name in row.split()}


_NAMES = table("dates")
MONTHS = _numbered(_NAMES["months"], 1)
_DAYS = _numbered(_NAMES["weekdays"], 0)
_NUMBERS = {"the": 1, **_numbered(_NAMES["numbers"].split(), 0), "a": 1, "an": 1, "": 1}
_AMBIGUOUS = {name for name in MONTHS if len(name) <= 3} | {"march"}
_STEPS = {"last": -1, "past": -1, "this": 0, "next": 1}


@dataclass(frozen=True, slots=True)
class Value:
    """First and last day, month or year of what a date covers, inclusive; None where it is not resolved."""

    start: str | None
    end: str | None
    precision: Precision


@dataclass(frozen=True, slots=True)
class Anchor:
    """When the article was published, as far as that is known: the day, the month, the year.

    ``ahead`` holds for a date whose clause looks ahead from there ("will meet on Monday"), ``open_end`` where
    nothing says that it looks back.
    """

    day: date | None = None
    month: tuple[int, int] | None = None
    year: int | None = None
    ahead: bool = False
    open_end: bool = False

    @classmethod
    def of(cls, printed: str | None) -> "Anchor":
        """The anchor for an ISO date or date-time, a year-month, a year, or nothing.

        >>> Anchor.of("2024-06").month
        (2024, 6)
        """
        match = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\d-])", printed or "")
        if match is None:
            return cls()
        year, month, day = (int(part) if part else None for part in match.groups())
        try:
            known = date(year, month, day) if year and month and day else None
        except ValueError:
            return cls()
        return cls(known, (year, month) if year and month else None, year)


def one(value: date | str | None, precision: Precision) -> Value:
    """A date that starts and ends with the same day, month or year."""
    printed = value.isoformat() if isinstance(value, date) else value
    return Value(printed, printed, precision)


def iso(printed: str) -> Value | None:
    """A date or year-month in ISO form."""
    try:
        date.fromisoformat(printed if len(printed) == 10 else printed + "-01")
    except ValueError:
        return None
    return one(printed, "day" if len(printed) == 10 else "month")


def month_number(printed: str) -> int:
    """The number of a month by its name, which may follow "early" or "late"."""
    return MONTHS[re.split(r"[-\s]+", printed.casefold())[-1].rstrip(".")]


def day_of_month(name: str, number: str, year: str | None, anchor: Anchor) -> Value | None:
    """A day and a month; without a year, the latest such day that is not after publication, or the next one ahead."""
    month, day = month_number(name), int(number)
    known = int(year) if year else _latest_year(month, day, anchor)
    try:
        resolved = date(known or 2000, month, day)
    except ValueError:
        return None
    return one(resolved if known else None, "day")


def _latest_year(month: int, day: int, anchor: Anchor) -> int | None:
    """A day of grace is given, for time zones."""
    if anchor.day is None or anchor.day == date.max:
        return None
    if anchor.ahead:
        return anchor.day.year + ((month, day) < (anchor.day.month, anchor.day.day))
    latest = anchor.day + timedelta(1)
    return latest.year if (month, day) <= (latest.month, latest.day) else latest.year - 1


def this_or_last(word: str, unit: str, anchor: Anchor) -> Value:
    """The last, present or next week, month, year, weekday or named month."""
    unit = unit.rstrip(".")
    if unit in _DAYS:
        return one(_day_of_week(_DAYS[unit], anchor.day, word), "day")
    if unit in MONTHS:
        return _named_month(word, unit, anchor)
    step = _STEPS[word]
    if unit == "year":
        return one(f"{anchor.year + step:04d}" if anchor.year else None, "year")
    if unit == "month":
        return one(month_from(anchor.month, step), "month")
    if anchor.day is None:
        return one(None, "week")
    monday = anchor.day - timedelta(anchor.day.weekday()) + timedelta(7 * step)
    sunday = monday + timedelta(6)
    running = step == 0 and not anchor.open_end
    return Value(monday.isoformat(), (min(sunday, anchor.day) if running else sunday).isoformat(), "week")


def _named_month(word: str, name: str, anchor: Anchor) -> Value:
    """``last June`` said in June is that of the year before; ``next March`` is still to come."""
    if anchor.month is None:
        return one(None, "month")
    year, published = anchor.month
    month = month_number(name)
    if word == "next":
        return one(f"{year + (month <= published):04d}-{month:02d}", "month")
    back = month >= published if word == "last" else word == "past" and month > published
    return one(f"{year - back:04d}-{month:02d}", "month")


def month_of_year(name: str, step: str, anchor: Anchor) -> Value:
    """``March last year``"""
    year = f"{anchor.year + _STEPS[step]:04d}-{month_number(name):02d}" if anchor.year else None
    return one(year, "month")


def month_from(month: tuple[int, int] | None, step: int) -> str | None:
    """The month so many months after another, as year-month."""
    if month is None:
        return None
    index = month[0] * 12 + month[1] - 1 + step
    return f"{index // 12:04d}-{index % 12 + 1:02d}"


def _day_of_week(number: int, day: date | None, word: str = "") -> date | None:
    if day is None:
        return None
    back = (day.weekday() - number) % 7
    if word == "this":
        return day - timedelta(day.weekday() - number)
    if word == "next":
        return day + timedelta(7 - back)
    return day - timedelta(7 if word == "last" and back == 0 else back)


def weekday(name: str, anchor: Anchor) -> Value:
    """The latest such day of the week that is not after publication, or the next one ahead."""
    number = _DAYS[name.casefold()]
    if anchor.ahead and anchor.day:
        return one(anchor.day + timedelta((number - anchor.day.weekday()) % 7), "day")
    return one(_day_of_week(number, anchor.day), "day")


def month_of(name: str, anchor: Anchor) -> Value:
    """A month without a year: the latest such month that is not after publication, or the next one ahead."""
    month = month_number(name)
    if anchor.month is None:
        return one(None, "month")
    year, published = anchor.month
    shift = month < published if anchor.ahead else -(month > published)
    return one(f"{year + shift:04d}-{month:02d}", "month")


def ambiguous(name: str) -> bool:
    """Whether the name of a month is as often another word: may, march, or a short form."""
    return re.split(r"[-\s]+", name.casefold())[-1].rstrip(".") in _AMBIGUOUS


def relative_day(word: str, anchor: Anchor) -> Value:
    """Yesterday, today, tonight or tomorrow, and the day before or after."""
    shift = {"yesterday": -1, "tomorrow": 1, "before yesterday": -2, "after tomorrow": 2}.get(word, 0)
    return one(anchor.day + timedelta(shift) if anchor.day else None, "day")


def ago(count: str, unit: str, anchor: Anchor) -> Value:
    """So many days, weeks, months or years before publication, no more precise than that unit."""
    number = count_of(count)
    if unit in ("year", "decade"):
        number *= 10 if unit == "decade" else 1
        return one(f"{anchor.year - number:04d}" if anchor.year and number else None, "year")
    if unit == "month":
        return one(month_from(anchor.month, -number) if number else None, "month")
    whole = unit != "hour" or number % 24 == 0
    if anchor.day is None or not number or not whole:
        return one(None, "day")
    if unit in ("week", "fortnight"):
        at = anchor.day - timedelta((14 if unit == "fortnight" else 7) * number)
        monday = at - timedelta(at.weekday())
        return Value(monday.isoformat(), (monday + timedelta(6)).isoformat(), "week")
    return one(anchor.day - timedelta(number // 24 if unit == "hour" else number), "day")


def past(count: str, unit: str, anchor: Anchor) -> Value:
    """A stretch that ends on the day of publication: "the past 24 hours", "the last two weeks"."""
    number = count_of(count)
    if not number or anchor.day is None:
        return one(None, "period")
    if unit == "decade":
        return Value(f"{anchor.day.year - 10 * number:04d}", f"{anchor.day.year:04d}", "period")
    if unit in ("month", "year"):
        return Value(
            month_from(anchor.month, -number * (12 if unit == "year" else 1)), month_from(anchor.month, 0), "period"
        )
    days = {"hour": -(-number // 24), "day": number, "week": 7 * number, "fortnight": 14 * number}[unit]
    return Value((anchor.day - timedelta(days)).isoformat(), anchor.day.isoformat(), "period")


def count_of(printed: str) -> int:
    """A small number in digits or words; 0 where the word is vague ("several")."""
    return int(printed) if printed.isdecimal() else _NUMBERS.get(printed, 0)
