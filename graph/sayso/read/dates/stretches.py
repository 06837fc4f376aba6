"""Stretches of time: ranges of days, quarters, seasons, weekends, decades, and those that end on a date."""

from datetime import date, timedelta

from dateutil.easter import easter

from sayso.read.dates.anchoring import Anchor, Value, count_of, day_of_month, month_from, one
from sayso.read.lexicon import table

_FEASTS: dict[str, str] = table("dates")["feasts"]
_MOVEABLE: dict[str, int] = table("dates")["moveable"]
_NTH = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_MONTHS_IN = {"half": 6, "quarter": 3, "three months": 3, "six months": 6}


def days(month: str, first: str, last: str, year: str | None, anchor: Anchor) -> Value | None:
    """``3-7 May``: from the first day to the last."""
    start, end = (day_of_month(month, number, year, anchor) for number in (first, last))
    if start is None or end is None or int(first) >= int(last):
        return None
    if start.start and end.end and start.start > end.end:
        return Value(None, None, "day")
    return Value(start.start, end.end, "day")


def part_of_year(nth: str, split: str, year: str | None, step: str | None, anchor: Anchor) -> Value | None:
    """``the second quarter of 2021``, ``the first half of the year``: its first and last month."""
    length = _MONTHS_IN[" ".join(split.split())]
    number = _NTH.get(nth, 12 // length)
    if number * length > 12 or (split.endswith("months") and nth not in ("first", "last")):
        return None
    shift = {"last": -1, "next": 1}.get(step or "", 0)
    whole = int(year) if year else anchor.year + shift if anchor.year else None
    if whole is None:
        return Value(None, None, "period")
    first = (number - 1) * length + 1
    if year is None and step is None and anchor.month:
        last = first + length - 1
        whole += (whole, last) < anchor.month if anchor.ahead else -((whole, first) > anchor.month)
    return Value(f"{whole:04d}-{first:02d}", f"{whole:04d}-{first + length - 1:02d}", "period")


def season(name: str, step: str, anchor: Anchor) -> Value:
    """``last summer``, ``the spring``: its year, since the months of a season depend on the hemisphere."""
    if anchor.year is None or anchor.month is None:
        return one(None, "season")
    if step == "last":
        late = {"spring": 6, "summer": 9, "autumn": 12, "fall": 12}.get(name, 13)
        return one(f"{anchor.year - (anchor.month[1] < late):04d}" if name != "winter" else None, "season")
    if step == "the":
        begins = {"spring": 3, "summer": 6, "autumn": 9}.get(name)
        if begins is None:
            return one(None, "season")
        over = anchor.ahead and anchor.month[1] >= begins + 3
        return one(f"{anchor.year + over - (begins > anchor.month[1] and not anchor.ahead):04d}", "season")
    return one(f"{anchor.year + (step == 'next'):04d}", "season")


def weekend(step: str, anchor: Anchor) -> Value:
    """Saturday and Sunday of the weekend that is meant; one under way ends on the day of publication."""
    if anchor.day is None:
        return one(None, "period")
    saturday = anchor.day - timedelta((anchor.day.weekday() - 5) % 7)
    if step == "" and anchor.ahead:
        saturday += timedelta(7 * (anchor.day.weekday() < 5))
        return Value(saturday.isoformat(), (saturday + timedelta(1)).isoformat(), "period")
    if step == "next" or (step == "this" and anchor.day.weekday() < 5 and anchor.day.weekday() > 1):
        saturday += timedelta(7)
    if step == "last" and anchor.day.weekday() >= 5:
        saturday -= timedelta(7)
    sunday = saturday + timedelta(1)
    return Value(
        saturday.isoformat(), max(saturday, min(sunday, anchor.day) if step == "" else sunday).isoformat(), "period"
    )


def night(printed: str, anchor: Anchor) -> Value:
    """``overnight`` covers the day before publication and that day; ``last night`` is the day before."""
    if anchor.day is None:
        return one(None, "day")
    before = anchor.day - timedelta(1)
    if printed == "overnight":
        return Value(before.isoformat(), anchor.day.isoformat(), "period")
    return one(before if printed.startswith("last") else anchor.day, "day")


def feast(name: str, year: str | None, anchor: Anchor) -> Value:
    """A day that has a name of its own: the latest that is not after publication, or the next one ahead."""
    name = " ".join(name.replace("’", "'").split())
    if year:
        return one(_feast_in(name, int(year)), "day")
    if anchor.day is None or not date.min.year < anchor.day.year < date.max.year:
        return one(None, "day")
    days = [_feast_in(name, anchor.day.year + shift) for shift in (-1, 0, 1)]
    if anchor.ahead:
        return one(next(day for day in days if day >= anchor.day), "day")
    return one(next(day for day in reversed(days) if day <= anchor.day), "day")


def _feast_in(name: str, year: int) -> date:
    if name in _MOVEABLE:
        return easter(year) + timedelta(_MOVEABLE[name])
    return date.fromisoformat(f"{year:04d}-{_FEASTS[name]}")


def beside(unit: str, count: int, known: Value | None) -> Value:
    """``a day earlier``, ``the following week``: counted from the date before it in the sentence."""
    if known is None or known.start is None or known.start != known.end or not count_fits(unit, known):
        return one(None, "day" if unit in ("hour", "day") else "period")
    if unit == "year":
        return one(f"{int(known.start[:4]) + count:04d}{known.start[4:] if count == 0 else ''}", "year")
    if unit == "month":
        year, month = int(known.start[:4]), int(known.start[5:7])
        index = year * 12 + month - 1 + count
        return one(f"{index // 12:04d}-{index % 12 + 1:02d}", "month")
    at = date.fromisoformat(known.start) + timedelta(count * {"week": 7, "fortnight": 14}.get(unit, 1))
    if unit == "week":
        monday = at - timedelta(at.weekday())
        return Value(monday.isoformat(), (monday + timedelta(6)).isoformat(), "week")
    return one(at, "day")


def count_fits(unit: str, known: Value) -> bool:
    """Whether a date is precise enough to count such units from."""
    needed = {"year": 4, "month": 7}.get(unit, 10)
    return unit != "hour" and known.start is not None and len(known.start) >= needed


def ending(count: str, unit: str, end: Value) -> Value:
    """``the 24 hours to Monday``: a stretch that ends on a date."""
    number = count_of(count or "one")
    if end.end is None or not number:
        return Value(None, end.end, "period")
    if len(end.end) == 7 and unit in ("month", "year"):
        months = number * (12 if unit == "year" else 1)
        return Value(month_from((int(end.end[:4]), int(end.end[5:])), 1 - months), end.end, "period")
    if len(end.end) != 10:
        return Value(None, end.end, "period")
    back = {"hour": -(-number // 24), "day": number, "week": 7 * number}.get(unit)
    if back is None:
        return Value(None, end.end, "period")
    return Value((date.fromisoformat(end.end) - timedelta(back)).isoformat(), end.end, "period")


def decade(first: str) -> Value:
    """``the 1990s``"""
    return Value(first, f"{int(first) + 9:04d}", "period")


def years(first: str, last: str) -> Value | None:
    """``2015-16``"""
    until = last if len(last) == 4 else first[:2] + last
    return Value(first, until, "period") if first < until else None


def digits(printed: str, anchor: Anchor) -> Value | None:
    """``25.12.2023``; where day and month could change places, only the reading near publication is taken."""
    first, second, year = (int(part) for part in _split(printed))
    found = [made for day, month in ((first, second), (second, first)) if (made := _day(year, month, day))]
    if len(set(found)) == 2 and "." in printed:
        found = found[:1]
    if len(set(found)) == 2 and anchor.day is not None:
        published = anchor.day
        found = [d for d in found if abs((d - published).days) <= 7] or found
    if not found:
        return None
    return one(found[0] if len(set(found)) == 1 else None, "day")


def _split(printed: str) -> list[str]:
    return printed.replace("/", "-").replace(".", "-").split("-")


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
