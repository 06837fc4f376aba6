"""Dates in a text, resolved against the article's date: as precise as the words and no more."""

import re
from dataclasses import dataclass
from typing import Literal

from sayso.ingest.article import Span
from sayso.read import anchoring
from sayso.read.anchoring import Anchor, Precision, Value
from sayso.read.lexicon import table

Relation = Literal["on", "since", "until", "by", "as of", "between"]

_FULL = {row.split()[0] for row in table("dates")["months"]}
_LONG = "|".join(sorted(_FULL))
_SHORT = "|".join(sorted(anchoring.MONTHS.keys() - _FULL, reverse=True))
_MONTH = rf"(?:(?:{_LONG})|(?:{_SHORT})\b\.?)"
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_WEEKDAY = rf"(?:{_DAY}s?|(?:mon|tue|wed|thu|thurs|fri|sat|sun)\b\.?)"
_YEAR = r"(?:1[89]|20)\d\d"
_UNIT = r"(?:hour|day|week|month|year)s?"
_COUNT = r"\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|few"
_PART = r"(?:early|late|mid)[-\s]+"
_KILLING = rf"killed(?!\s+(?:at|more|over|about|some|up|dozens|\d|{_COUNT})\b)"
_COUNTED = rf"(?![\w:%]|,\d|\.\d|\s+(?:people|per\s?cent|dead|{_KILLING}))"
_DATE = re.compile(
    rf"""\b(?:
      (?P<iso>{_YEAR}-\d\d(?:-\d\d)?)(?![\d-])
    | (?:{_WEEKDAY}[,\s]+)?(?:the\s+)?(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m1>{_MONTH})(?![\w’'])
      (?:,?\s+(?P<y1>{_YEAR})\b)?
    | (?:{_WEEKDAY}[,\s]+)?(?P<m2>{_MONTH})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?{_COUNTED}(?:,?\s+(?P<y2>{_YEAR})\b)?
    | (?:{_PART})?(?P<m3>{_MONTH}),?\s+(?:of\s+)?(?P<y3>{_YEAR})\b
    | (?:spring|summer|fall|autumn|winter)\s+(?:of\s+)?(?P<y4>{_YEAR})\b
    | (?P<step>last|this|next|past)\s+(?P<stepped>week|month|year|{_WEEKDAY}|{_MONTH})(?![\w’'-])
    | (?P<n>{_COUNT})\s+(?P<ago>{_UNIT})\s+(?:ago|earlier)\b
    | (?:past|last|previous|preceding)\s+(?:(?P<pastn>{_COUNT})\s+)?(?P<past>{_UNIT})\b
    | (?P<day>yesterday|today|tomorrow|tonight)(?![\w’'])
    | (?P<weekday>{_DAY})(?!\w)
    | (?P<month>(?:{_PART})?{_MONTH})(?![\w’'-])
    | (?:{_PART})?(?P<year>{_YEAR})(?![\w%-]|,\d|\.\d)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_HINT = re.compile(
    rf"\d|day\b|\b(?:{_LONG}|{_SHORT}|last|past|previous|this|next|ago|tomorrow|tonight)\b", re.IGNORECASE
)
_BEFORE = re.compile(
    r"\b(?P<word>as\s+of|since|until|till|through|up\s+to|by|between|from|and|to|in|on|during|of|late|early|mid|before|after"
    r"|starting|over|last|for)\s+(?:the\s+)?(?:(?:beginning|start|end|middle)\s+of\s+)?(?:(?:earlier|later|late|early|mid)\s+)?"
    r"(?:(?:on|in)\s+)?$",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\bsince\s(?:[\w’'-]+\s){0,8}(?:began|begun|started|erupted|broke out|invaded|launched|outbreak|onset|start"
    r"|beginning)(?:\s[\w’'-]+){0,5}\s*$",
    re.IGNORECASE,
)
_WORDS = table("dates")
_BEFORE_YEAR = frozenset(_WORDS["before_year"].replace("_", " ").split()) | {"up to", "as of"}
_BEFORE_MONTH = _BEFORE_YEAR | frozenset(_WORDS["before_month"].split())
_RELATIONS: dict[str, Relation] = {
    word.replace("_", " "): relation for relation, row in _WORDS["relations"].items() for word in row.split()
}


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
class _Found:
    span: Span
    value: Value
    word: str


def find_dates(text: str, within: Span, anchor: str | None) -> list[Dated]:
    """The dates inside a span of the text, in order.

    ``anchor`` is the ISO date (or date-time, year-month, year) on which the article was published.

    >>> [(d.start, d.end, d.relation) for d in find_dates("killed since December", (0, 21), "2025-01-09")]
    [('2024-12', None, 'since')]
    """
    if not _HINT.search(text, *within):
        return []
    published = Anchor.of(anchor)
    found = []
    for match in _DATE.finditer(text, *within):
        word = _word_before(text, within[0], match.start())
        if value := _value(match, word, published):
            found.append(_Found(match.span(), value, word))
    return _related(text, found)


def _word_before(text: str, floor: int, start: int) -> str:
    """The preposition that a date stands under; "since" also over a clause: "since fighting began in March"."""
    match = _BEFORE.search(text, max(floor, start - 30), start)
    word = re.sub(r"\s+", " ", match["word"].casefold()) if match else ""
    since = word in ("in", "on", "") and _SINCE.search(text, max(floor, start - 90), start)
    return "since" if since else word


def _related(text: str, found: list[_Found]) -> list[Dated]:
    """Dates with their relation; "between A and B" and "from A to B" become one."""
    dates: list[Dated] = []
    k = 0
    while k < len(found):
        lower, upper = found[k], found[k + 1] if k + 1 < len(found) else None
        if upper and _spans(text, lower, upper):
            start = _in_year_of(lower.value, upper.value)
            span = (lower.span[0], upper.span[1])
            dates.append(Dated(span, start, upper.value.end, "between", lower.value.precision))
            k += 2
            continue
        relation = _RELATIONS.get(lower.word, "on")
        start = None if relation in ("until", "by") else lower.value.start
        end = None if relation == "since" else lower.value.end
        dates.append(Dated(lower.span, start, end, relation, lower.value.precision))
        k += 1
    return dates


def _spans(text: str, lower: _Found, upper: _Found) -> bool:
    joined = lower.word in ("between", "from") and upper.word in ("and", "to", "until", "till", "through")
    return joined and upper.span[0] - lower.span[1] < 12 and "," not in text[lower.span[1] : upper.span[0]]


def _in_year_of(lower: Value, upper: Value) -> str | None:
    """The lower end of a stretch, in the year that only the upper end prints."""
    if not (lower.start and upper.start) or lower.precision not in ("day", "month"):
        return lower.start
    same = upper.start[:4] + lower.start[4:]
    return same if same <= upper.start else lower.start


def _value(match: re.Match[str], word: str, anchor: Anchor) -> Value | None:
    """What a match says; None where it only looks like a date. A year out of the calendar is not resolved."""
    try:
        return _absolute(match, word, anchor) or _relative(match, anchor)
    except (OverflowError, ValueError):
        return None


def _absolute(match: re.Match[str], word: str, anchor: Anchor) -> Value | None:
    g = match.groupdict()
    if g["iso"]:
        return anchoring.iso(g["iso"])
    if g["m1"] or g["m2"]:
        return anchoring.day_of_month(g["m1"] or g["m2"], g["d1"] or g["d2"], g["y1"] or g["y2"], anchor)
    if g["m3"] or g["y4"]:
        month = f"-{anchoring.month_number(g['m3']):02d}" if g["m3"] else ""
        return anchoring.one(f"{int(g['y3'] or g['y4'])}{month}", "month" if month else "season")
    if g["month"]:
        return anchoring.month_of(g["month"], anchor) if _names_month(g["month"], word) else None
    if g["year"] and (word in _BEFORE_YEAR or len(match.group()) > len(g["year"])):
        return anchoring.one(str(int(g["year"])), "year")
    return None


def _names_month(printed: str, word: str) -> bool:
    if not re.split(r"[-\s]+", printed)[-1][0].isupper():
        return False
    return not anchoring.ambiguous(printed) or word in _BEFORE_MONTH or " " in printed or "-" in printed


def _relative(match: re.Match[str], anchor: Anchor) -> Value | None:
    g = {name: found.casefold() for name, found in match.groupdict().items() if found}
    if "step" in g:
        return anchoring.this_or_last(g["step"], g["stepped"], anchor)
    if "ago" in g:
        return anchoring.ago(g["n"], g["ago"].rstrip("s"), anchor)
    if "past" in g:
        return anchoring.past(g.get("pastn", ""), g["past"].rstrip("s"), anchor)
    if "day" in g:
        return anchoring.relative_day(g["day"], anchor)
    return anchoring.weekday(g["weekday"], anchor) if "weekday" in g else None
