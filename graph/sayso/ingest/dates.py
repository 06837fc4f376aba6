"""Printed dates of publication as ISO 8601, as precise as they are printed and no more."""

import re
from datetime import UTC, datetime

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s{1,3})?"
_ZONES = {"z": 0, "utc": 0, "gmt": 0, "est": -5, "edt": -4, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7}
_ZONES |= {"cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3, "kst": 9, "jst": 9}
_CLOCK = (
    r"(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?\s?(?P<half>[ap]\.?m\b\.?)?"
    rf"(?:\s?\(?(?P<zone>[+-]\d{{2}}:?\d{{2}}|(?:{'|'.join(_ZONES)})\b)(?P<more>\s?[+-]\d{{1,2}}:?\d{{2}})?\)?)?"
)
_OTHER_ZONE = re.compile(rf"(?<=\d)\s\(?(?!(?:{'|'.join(_ZONES).upper()})\b)[A-Z]{{2,5}}\)?$")
_YEAR = r"(?P<{0}>[12]\d{{3}})"
_DAYS = (
    rf"{_YEAR.format('y1')}[-/.](?P<m1>\d{{1,2}})[-/.](?P<d1>\d{{1,2}})(?!\d)",
    rf"{_YEAR.format('y2')}(?P<m2>0\d|1[0-2])(?P<d2>[0-3]\d)(?!\d)",
    rf"(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?(?:\s{{1,3}}of)?[\s-]{{1,3}}{_MONTH.format('m3')},?[\s-]{{1,3}}{_YEAR.format('y3')}\b",
    rf"{_MONTH.format('m4')}\s{{1,3}}(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,3}}{_YEAR.format('y4')}\b",
    rf"(?P<a5>\d{{1,2}})(?P<sep>[-/.])(?P<b5>\d{{1,2}})(?P=sep){_YEAR.format('y5')}\b",
)
_DAY = "|".join(_DAYS)
_WHEN = re.compile(rf"{_WEEKDAY}(?:{_DAY})(?:(?:T|,?\s{{1,3}}(?:at\s|[-–—|·]\s)?){_CLOCK})?", re.IGNORECASE)
_CLOCK_FIRST = re.compile(rf"{_CLOCK},?\s{{1,3}}(?:on\s)?{_WEEKDAY}(?:{_DAY})", re.IGNORECASE)
_MONTH_ONLY = re.compile(rf"{_MONTH.format('m')},?\s{{1,3}}{_YEAR.format('y')}|{_YEAR.format('y0')}-(?P<m0>\d\d)", re.I)
_MONTH_DAY = re.compile(rf"{_MONTH.format('m1')}\s(?P<d1>\d{{1,2}})|(?P<d2>\d{{1,2}})\s{_MONTH.format('m2')}", re.I)


def parse_date(words: str) -> str | None:
    """The date that the words print, as ISO 8601, or None where they print none or an ambiguous one.

    A time keeps the offset that is printed with it and gets none otherwise.

    >>> parse_date("12 Mar. 2024, 09:30")
    '2024-03-12T09:30:00'
    >>> parse_date("May 3, 2025"), parse_date("2025-04-30T05:12:00Z"), parse_date("March 2024")
    ('2025-05-03', '2025-04-30T05:12:00+00:00', '2024-03')
    >>> parse_date("03/04/2024") is None, parse_date("30/04/2024")
    (True, '2024-04-30')
    """
    words = words.strip().rstrip(".,;") if len(words) <= 200 else ""
    words = _OTHER_ZONE.sub("", words)
    if found := _WHEN.fullmatch(words) or _CLOCK_FIRST.fullmatch(words):
        return _iso(found)
    if found := _MONTH_ONLY.fullmatch(words):
        month = _month(found["m"] or found["m0"])
        return f"{found['y'] or found['y0']}-{month:02}" if 1 <= month <= 12 else None
    return words if re.fullmatch(r"[12]\d{3}", words) else None


def leading_date(words: str) -> tuple[str, int] | None:
    """The full date with which the words begin, and where it ends.

    >>> leading_date("Sun 16 Apr 2017 Fire at the port")
    ('2017-04-16', 15)
    """
    found = _WHEN.match(words[:120])
    iso = _iso(found) if found else None
    return (iso, found.end()) if found and iso else None


def parse_month_day(words: str, year: str) -> str | None:
    """A month and a day in a year that is known from elsewhere.

    >>> parse_month_day("May 3", "2024")
    '2024-05-03'
    """
    if not (found := _MONTH_DAY.fullmatch(words.strip())):
        return None
    return _valid(int(year), _month(found["m1"] or found["m2"]), int(found["d1"] or found["d2"]))


def from_epoch(seconds: float) -> str | None:
    """A number that a program wrote for a moment: seconds, or milliseconds, since 1970 in UTC."""
    seconds = seconds / 1000 if seconds > 1e11 else seconds
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds") if 1e8 < seconds < 4e9 else None


def _iso(found: re.Match[str]) -> str | None:
    for n in "1234":
        if found[f"y{n}"]:
            day = _valid(int(found[f"y{n}"]), _month(found[f"m{n}"]), int(found[f"d{n}"]))
            break
    else:
        day = _unambiguous(int(found["a5"]), int(found["b5"]), int(found["y5"]))
    return day + (_time(found) or "") if day else None


def _unambiguous(first: int, second: int, year: int) -> str | None:
    if first == second or second > 12:
        return _valid(year, first, second)
    return _valid(year, second, first) if first > 12 else None


def _time(found: re.Match[str]) -> str | None:
    if not found["hour"]:
        return None
    hour, half = int(found["hour"]), (found["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    minute, second = int(found["minute"]), int(found["second"] or 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    return f"T{hour:02}:{minute:02}:{second:02}{_offset(found)}"


def _offset(found: re.Match[str]) -> str:
    zone = ((found["more"] or "").strip() or found["zone"] or "").lower()
    if zone[:1] in ("+", "-"):
        digits = zone[1:].replace(":", "").rjust(4, "0")
        return f"{zone[0]}{digits[:2]}:{digits[2:]}" if int(digits[:2]) <= 14 and int(digits[2:]) < 60 else ""
    return f"{_ZONES[zone]:+03}:00" if zone in _ZONES else ""


def _month(words: str) -> int:
    return int(words) if words.isdigit() else _MONTHS.index(words[:3].lower()) + 1


def _valid(year: int, month: int, day: int) -> str | None:
    try:
        return datetime(year, month, day).date().isoformat()
    except ValueError:
        return None
