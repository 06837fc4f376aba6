"""From a stretch of text to its dates, each with the word that says how it holds."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from sayso.ingest.article import Span
from sayso.read.dates import stretches
from sayso.read.dates.anchoring import Anchor, Precision, Value, one
from sayso.read.dates.patterns import BEFORE, COMPARED, DATE, HINT, SAID, SINCE, STRETCH
from sayso.read.dates.tense import looks_ahead, runs_on
from sayso.read.dates.values import value_of
from sayso.read.lexicon import table

Relation = Literal["on", "since", "until", "by", "as of", "between"]

_WORDS = table("dates")
_DAYTIMES = ("day", "evening", "night", "morning", "afternoon")
_LOOK_BACK = 250
_DAY = len("2024-06-12")
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
    if not HINT.search(text, *within):
        return []
    published = Anchor.of(anchor)
    found: list[_Found] = []
    for match in DATE.finditer(text, *within):
        word = _word_before(text, within[0], match.start())
        known = next((f.value for f in reversed(found) if f.value.start), None)
        known = known or _told_before(text, within[0], match, anchor)
        if value := value_of(match, word, _looking(text, within, match.span(), published, word), known):
            stretch = STRETCH.search(text, max(within[0], match.start() - 50), match.start())
            value = stretches.ending(stretch["n"] or "", stretch["unit"].casefold(), value) if stretch else value
            found.append(_Found(match.span(), value, "" if stretch else word))
    return _related(text, found, published)


def _told_before(text: str, floor: int, match: re.Match[str], anchor: str | None) -> Value | None:
    """From what "the same evening" or "a week earlier" counts where its sentence has no date before.

    A comparison ("up from 830 a week earlier") counts from the day of publication, "the same evening" from the
    day that was told just before the sentence.
    """
    if not (match["near"] or match["back"]):
        return None
    if match["back"] and COMPARED.search(text, max(floor, match.start() - 60), match.start()):
        return one(Anchor.of(anchor).day, "day")
    if match["near_unit"] not in _DAYTIMES:
        return None
    lead = text[max(0, floor - _LOOK_BACK) : floor]
    days = find_dates(lead, (0, len(lead)), anchor)
    told = (d for d in reversed(days) if d.precision == "day" and d.relation == "on" and d.start == d.end)
    last = next(told, None)
    return one(last.start, "day") if last and not SAID.search(lead, 0, last.span[0]) else None


def _looking(text: str, within: Span, span: Span, published: Anchor, word: str) -> Anchor:
    """The day of publication, with whether the clause of a date looks ahead from it."""
    ahead = looks_ahead(text, within, span, word)
    return replace(published, ahead=ahead, open_end=ahead or runs_on(text, within[0], span))


def _word_before(text: str, floor: int, start: int) -> str:
    """The preposition that a date stands under; "since" also over a clause: "since fighting began in March"."""
    match = BEFORE.search(text, max(floor, start - 30), start)
    word = re.sub(r"\s+", " ", match["word"].casefold()) if match else ""
    if match and word == "at":
        word = "of" if " of " in match.group().casefold() else ""
    if match and word == "from" and text[max(floor, match.start() - 5) : match.start()].endswith(("up ", "down ")):
        return ""
    since = word in ("in", "on", "") and SINCE.search(text, max(floor, start - 90), start)
    return "since" if since else word


def _related(text: str, found: list[_Found], published: Anchor) -> list[Dated]:
    """Dates with their relation; "between A and B" and "from A to B" become one."""
    dates: list[Dated] = []
    k = 0
    while k < len(found):
        lower, upper = found[k], found[k + 1] if k + 1 < len(found) else None
        if upper and _spans(text, lower, upper):
            start, end = _in_order(_in_year_of(lower.value, upper.value), upper.value.end, published)
            span = (lower.span[0], upper.span[1])
            dates.append(Dated(span, start, end, "between", lower.value.precision))
            k += 2
            continue
        relation = "between" if _is_stretch(lower) else _RELATIONS.get(lower.word, "on")
        start = None if relation in ("until", "by") else lower.value.start
        end = None if relation == "since" else lower.value.end
        dates.append(Dated(lower.span, start, end, relation, lower.value.precision))
        k += 1
    return dates


def _is_stretch(found: _Found) -> bool:
    """Days that are a stretch by themselves: "from 3 to 7 May"."""
    value = found.value
    return found.word in ("from", "between") and value.precision == "day" and value.start != value.end


def _spans(text: str, lower: _Found, upper: _Found) -> bool:
    opened = lower.word in ("between", "from") or upper.word == "through" or _months(text, lower, upper)
    joined = opened and upper.word in ("and", "to", "until", "till", "through")
    return joined and upper.span[0] - lower.span[1] < 22 and "," not in text[lower.span[1] : upper.span[0]]


def _months(text: str, lower: _Found, upper: _Found) -> bool:
    """``4,600 for January to March``: two months with no more than "to" between them."""
    alike = lower.value.precision == upper.value.precision == "month"
    return alike and text[lower.span[1] : upper.span[0]].strip() in ("to", "–", "-")


def _in_year_of(lower: Value, upper: Value) -> str | None:
    """The lower end of a stretch, in the year that only the upper end prints."""
    if not (lower.start and upper.start) or lower.precision not in ("day", "month"):
        return lower.start
    same = upper.start[:4] + lower.start[4:]
    return same if same <= upper.start else lower.start


def _in_order(start: str | None, end: str | None, published: Anchor) -> tuple[str | None, str | None]:
    """A stretch of weekdays whose start lies after its end is moved by a week: what is to come ends later."""
    if start is None or end is None or start <= end:
        return start, end
    if len(start) != _DAY or len(end) != _DAY:
        return None, end
    if published.day and start > published.day.isoformat():
        return start, (date.fromisoformat(end) + timedelta(7)).isoformat()
    return (date.fromisoformat(start) - timedelta(7)).isoformat(), end
