"""Dates as precise as they are told: a day, a month or a year as the days that it leaves open."""

from calendar import monthrange
from datetime import date
from functools import lru_cache


@lru_cache(maxsize=10_000)
def days(told: str) -> tuple[date, date] | None:
    """The first and the last day that an ISO date, year-month or year leaves open; None where it is none.

    >>> days("2025-03")
    (datetime.date(2025, 3, 1), datetime.date(2025, 3, 31))
    """
    parts = told[:10].split("-")
    try:
        year, month, day = (int(part) for part in (*parts, "0", "0")[:3])
        if not month:
            return date(year, 1, 1), date(year, 12, 31)
        if not day:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except ValueError:
        return None


def gap(left: str, right: str) -> tuple[int, int]:
    """The least and the most days by which the second may lie after the first; 0, 0 where either is not told.

    >>> gap("2025-03", "2025-04-02"), gap("2025-04-02", "2025-04-01")
    ((2, 32), (-1, -1))
    """
    one, other = days(left), days(right)
    if one is None or other is None:
        return 0, 0
    return (other[0] - one[1]).days, (other[1] - one[0]).days


def may_be_within(left: str, right: str, apart: int = 0) -> bool:
    """Whether two dates may lie at most so many days apart, whichever is first; true where either is not told.

    >>> may_be_within("2025-04-02", "2025-04-01"), may_be_within("2025-04-02", "2025-04-01", 1)
    (False, True)
    """
    least, most = gap(left, right)
    return least <= apart and most >= -apart
