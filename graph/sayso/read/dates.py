"""Dates in a text, resolved against the article's date: as precise as the words and no more."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from sayso.ingest.article import Span

Relation = Literal["on", "since", "until", "by", "as of", "between"]
Precision = Literal["day", "week", "month", "season", "year", "period"]

_MONTHS = {
    name: n
    for n, row in enumerate(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct"
        "|november nov|december dec".split("|"),
        1,
    )
    for name in row.split()
}
_DAYS = {
    name: n
    for n, row in enumerate("monday mon|tuesday tues tue|wednesday wed|thursday thurs thu|friday fri|saturday sat|sunday sun".split("|"))
    for name in row.split()
}
_NUMBERS = {w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())} | {
    "a": 1, "an": 1, "several": 0, "few": 0, "": 1,
}  # fmt: skip
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|(?:Mon|Tue|Wed|Thu|Thurs|Fri|Sat|Sun)\b\.?)"
_YEAR = r"(?:1[89]|20)\d\d"
_UNIT = r"(?:hour|day|week|month|year)s?"
_COUNT = r"\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|few"
_DATE = re.compile(
    rf"""\b(?:
      (?P<iso>{_YEAR}-\d\d(?:-\d\d)?)(?![\d-])
    | (?:(?P<wd1>{_WEEKDAY})[,\s]+)?(?:the\s+)?(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m1>{_MONTH})(?![\w’'])(?:,?\s+(?P<y1>{_YEAR})\b)?
    | (?:(?P<wd2>{_WEEKDAY})[,\s]+)?(?P<m2>{_MONTH})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?![\w:%]|,\d|\.\d|\s+(?:people|percent|dead|killed))(?:,?\s+(?P<y2>{_YEAR})\b)?
    | (?:(?:early|late|mid)[-\s]+)?(?P<m3>{_MONTH}),?\s+(?:of\s+)?(?P<y3>{_YEAR})\b
    | (?:(?:the|last|this|early|late)\s+)*(?P<season>spring|summer|fall|autumn|winter)\s+(?:of\s+)?(?P<y4>{_YEAR})\b
    | (?P<last>last|this|next|past)\s+(?P<lastunit>week|month|year|{_WEEKDAY}|{_MONTH})(?![\w’'-])
    | (?P<n>{_COUNT})\s+(?P<agounit>{_UNIT})\s+(?:ago|earlier)\b
    | (?:the\s+)?(?:past|last|previous|preceding)\s+(?:(?P<pastn>{_COUNT})\s+)?(?P<pastunit>{_UNIT})\b
    | (?P<day>yesterday|today|tomorrow|tonight)(?![\w’'])
    | (?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?!\w)
    | (?P<month>(?:(?:early|late|mid)[-\s]+)?{_MONTH})(?![\w’'-])
    | (?:(?:early|late|mid)[-\s]+)?(?:(?:earlier|later)\s+in\s+)?(?P<year>{_YEAR})(?![\w%-]|,\d|\.\d)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_HINT = re.compile(
    r"\d|day\b|\b(?:jan|feb|mar|apr|may\b|jun|jul|aug|sep|oct|nov|dec|last|past|previous|this|next|ago|yesterday|tomorrow|tonight|spring|summer|autumn|fall|winter)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?P<word>as\s+of|since|until|till|through|up\s+to|by|between|from|and|to|in|on|during|of|late|early|mid|before|after|starting|over|last"
    r"|for|within)\s+(?:the\s+)?(?:(?:beginning|start|end|middle)\s+of\s+)?(?:earlier\s+|later\s+)?(?:late\s+|early\s+|mid-?\s*)?(?:on\s+|in\s+)?$",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\bsince\s(?:[\w’'-]+\s){1,10}(?:in|on|back in)?\s*$", re.IGNORECASE)
_YEAR_WORDS = {"in", "since", "until", "till", "through", "by", "as of", "between", "from", "and", "to", "during", "of", "late", "early",
               "mid", "before", "after", "up to", "for"}  # fmt: skip
_MONTH_WORDS = _YEAR_WORDS | {"last", "starting"}
_RELATIONS: dict[str, Relation] = {
    "since": "since", "after": "since", "starting": "since", "until": "until", "till": "until", "through": "until",
    "up to": "until", "before": "until", "by": "by", "as of": "as of",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in the text; ``start`` and ``end`` are xsd:date, gYearMonth or gYear, inclusive.

    ``since`` leaves the end open, ``until`` and ``by`` the start. Both are None where the words
    need an anchor and there is none.
    """

    span: Span
    start: str | None
    end: str | None
    relation: Relation
    precision: Precision


@dataclass(frozen=True, slots=True)
class _Value:
    start: str | None
    end: str | None
    precision: Precision


def find_dates(text: str, within: Span, anchor: str | None) -> list[Dated]:
    """The dates inside a span of the text, in order.

    ``anchor`` is the ISO date (or date-time, year-month, year) on which the article was published.

    >>> [(d.start, d.end, d.relation) for d in find_dates("killed since December", (0, 21), "2025-01-09")]
    [('2024-12', None, 'since')]
    """
    if not _HINT.search(text, *within):
        return []
    day = _anchor_day(anchor)
    found: list[tuple[Span, _Value, str]] = []
    for match in _DATE.finditer(text, *within):
        before = _word_before(text, within[0], match.start())
        if before in ("in", "on", "") and _SINCE.search(text, max(within[0], match.start() - 90), match.start()):
            before = "since"
        if value := _value(match, before, day, anchor):
            found.append((match.span(), value, before))
    return _related(text, found)


def _anchor_day(anchor: str | None) -> date | None:
    try:
        return date.fromisoformat(anchor[:10]) if anchor else None
    except ValueError:
        return None


def _word_before(text: str, floor: int, start: int) -> str:
    match = _BEFORE.search(text, max(floor, start - 30), start)
    return re.sub(r"\s+", " ", match["word"].casefold()) if match else ""


def _related(text: str, found: list[tuple[Span, _Value, str]]) -> list[Dated]:
    """Dates with their relation; "between A and B" and "from A to B" become one."""
    dates: list[Dated] = []
    k = 0
    while k < len(found):
        span, value, word = found[k]
        if word in ("between", "from") and k + 1 < len(found):
            upper_span, upper, joint = found[k + 1]
            if joint in ("and", "to", "until", "through") and upper_span[0] - span[1] < 12 and "," not in text[span[1] : upper_span[0]]:
                dates.append(Dated((span[0], upper_span[1]), _with_year(value, upper), upper.end, "between", value.precision))
                k += 2
                continue
        relation = _RELATIONS.get("since" if word == "from" else word, "on")
        start = None if relation in ("until", "by") else value.start
        end = None if relation == "since" else value.end
        dates.append(Dated(span, start, end, relation, value.precision))
        k += 1
    return dates


def _with_year(value: _Value, upper: _Value) -> str | None:
    """The lower end takes its year from the upper one where only that prints it."""
    if value.start and upper.start and value.start > upper.start:
        return f"{int(upper.start[:4]):04d}{value.start[4:]}"
    if value.start and upper.start and value.precision == "month" and value.start[:4] != upper.start[:4]:
        same = upper.start[:4] + value.start[4:]
        return same if same <= upper.start else value.start
    return value.start


def _value(m: re.Match[str], before: str, day: date | None, anchor: str | None) -> _Value | None:
    g = m.groupdict()
    if g["iso"]:
        return _iso(g["iso"])
    if g["m1"] or g["m2"]:
        return _day_month(g["m1"] or g["m2"], g["d1"] or g["d2"], g["y1"] or g["y2"], day, anchor)
    if g["m3"]:
        return _one(f"{g['y3']}-{_month(g['m3']):02d}", "month")
    if g["season"]:
        return _one(g["y4"], "season")
    if g["last"] and not g["lastunit"].casefold().endswith(("weeks", "days")):
        return _last(g["last"].casefold(), g["lastunit"].casefold(), day)
    if g["n"]:
        return _ago(g["n"].casefold(), g["agounit"].casefold().rstrip("s"), day)
    if g["pastunit"]:
        return _past((g["pastn"] or "").casefold(), g["pastunit"].casefold().rstrip("s"), day)
    if g["day"]:
        shift = {"yesterday": -1, "tomorrow": 1}.get(g["day"].casefold(), 0)
        return _one((day + timedelta(shift)).isoformat() if day else None, "day")
    if g["weekday"]:
        return _weekday(g["weekday"], day)
    if g["month"]:
        return _bare_month(g["month"], before, day, anchor)
    return _one(g["year"], "year") if before in _YEAR_WORDS or m.group().casefold() != g["year"] else None


def _one(value: str | None, precision: Precision) -> _Value:
    return _Value(value, value, precision)


def _iso(printed: str) -> _Value | None:
    try:
        date.fromisoformat(printed if len(printed) == 10 else printed + "-01")
    except ValueError:
        return None
    return _one(printed, "day" if len(printed) == 10 else "month")


def _month(printed: str) -> int:
    return _MONTHS[re.split(r"[-\s]+", printed.casefold())[-1].rstrip(".")]


def _day_month(month: str, number: str, year: str | None, day: date | None, anchor: str | None) -> _Value | None:
    m, d = _month(month), int(number)
    known = int(year) if year else _latest_year(m, d, day, anchor)
    try:
        date(known or 2000, m, d)
    except ValueError:
        return None
    return _one(f"{known:04d}-{m:02d}-{d:02d}" if known else None, "day")


def _latest_year(month: int, number: int, day: date | None, anchor: str | None) -> int | None:
    """The year of the latest such day that is not after publication, a day of grace given for time zones."""
    if day is None:
        return int(anchor[:4]) if anchor and anchor[:4].isdigit() and len(anchor) == 4 else None
    return day.year if (month, number) <= ((day + timedelta(1)).month, (day + timedelta(1)).day) or day.month == 12 else day.year - 1


def _last(word: str, unit: str, day: date | None) -> _Value:
    if unit.rstrip(".") in _DAYS:
        shifted = _weekday_date(_DAYS[unit.rstrip(".")], day, word)
        return _one(shifted.isoformat() if shifted else None, "day")
    if unit.rstrip(".") in _MONTHS:
        return _bare_month(unit, "in", day, None) or _one(None, "month")
    if day is None:
        return _one(None, {"week": "week", "month": "month"}.get(unit, "year"))  # type: ignore[arg-type]
    step = {"last": -1, "past": -1, "this": 0, "next": 1}[word]
    if unit == "year":
        return _one(f"{day.year + step:04d}", "year")
    if unit == "month":
        return _one(_months_from(day, step), "month")
    monday = day - timedelta(day.weekday()) + timedelta(7 * step)
    end = min(monday + timedelta(6), day) if step == 0 else monday + timedelta(6)
    return _Value(monday.isoformat(), end.isoformat(), "week")


def _months_from(day: date, step: int) -> str:
    index = day.year * 12 + day.month - 1 + step
    return f"{index // 12:04d}-{index % 12 + 1:02d}"


def _weekday_date(number: int, day: date | None, word: str = "") -> date | None:
    if day is None:
        return None
    back = (day.weekday() - number) % 7
    if word == "next":
        return day + timedelta(7 - back)
    if word == "last" and back == 0:
        back = 7
    return day - timedelta(back)


def _weekday(printed: str, day: date | None) -> _Value:
    found = _weekday_date(_DAYS[printed.casefold()], day)
    return _one(found.isoformat() if found else None, "day")


def _bare_month(printed: str, before: str, day: date | None, anchor: str | None) -> _Value | None:
    """A month without a year: the latest such month that is not after publication."""
    word = re.split(r"[-\s]+", printed)[-1].rstrip(".")
    unsure = word.casefold() in ("may", "march", "mar", "jan", "sat", "sun", "apr", "aug", "dec") or len(word) == 3
    if (unsure and before not in _MONTH_WORDS and " " not in printed) or not word[0].isupper() and not printed.isupper():
        return None
    month = _MONTHS[word.casefold()]
    if day is None and anchor and len(anchor) >= 7 and anchor[:4].isdigit():
        day = date(int(anchor[:4]), int(anchor[5:7]), 28)
    if day is None:
        return _one(None, "month")
    year = day.year if month <= day.month else day.year - 1
    return _one(f"{year:04d}-{month:02d}", "month")


def _ago(count: str, unit: str, day: date | None) -> _Value | None:
    number = int(count) if count.isdigit() else _NUMBERS.get(count, 0)
    if day is None or not number:
        return _one(None, "day")
    if unit == "hour":
        return _one((day - timedelta(number // 24)).isoformat(), "day") if number % 24 == 0 else _one(None, "day")
    if unit == "day":
        return _one((day - timedelta(number)).isoformat(), "day")
    if unit == "week":
        at = day - timedelta(7 * number)
        monday = at - timedelta(at.weekday())
        return _Value(monday.isoformat(), (monday + timedelta(6)).isoformat(), "week")
    return _one(_months_from(day, -number), "month") if unit == "month" else _one(f"{day.year - number:04d}", "year")


def _past(count: str, unit: str, day: date | None) -> _Value:
    """A stretch that ends on the day of publication: "the past 24 hours", "the last two weeks"."""
    number = int(count) if count.isdigit() else _NUMBERS.get(count, 1)
    if day is None or not number:
        return _one(None, "period")
    if unit == "hour":
        first = day - timedelta(-(-number // 24))
    elif unit in ("day", "week"):
        first = day - timedelta(number * (7 if unit == "week" else 1))
    else:
        return _Value(_months_from(day, -number * (12 if unit == "year" else 1)), _months_from(day, 0), "period")
    return _Value(first.isoformat(), day.isoformat(), "period")
