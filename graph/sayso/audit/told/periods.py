"""How the times over which two figures count lie to each other: stretches, days, totals that grow, older events."""

import re
from datetime import timedelta
from typing import Literal

from sayso.audit.telling import Period, Telling
from sayso.audit.told.amounts import nominal, same_number
from sayso.audit.told.context import COURSE
from sayso.audit.told.dates import days, gap
from sayso.audit.wording import words

_LONG_PAST, _WEEK = 180, 7
_AS_LARGE = 3
_STRETCH = re.compile(r"^(?:in|over|during|within) (?:(?:the|a|one|this) )?(?:(?:single|past|last|previous) )?")
_A_DAY = re.compile(r"\b(?:the (?:last|past|previous) )?(?:24|twenty-four) hours\b")
_THIS_YEAR = re.compile(
    r"so far this year|this year|since january|since the (?:start|beginning|turn) of (?:the|this) year"
)
_TOP = 300
_TERM = re.compile(r"\b(?:quarter|half-year|that (?:week|month|year)|same (?:week|months?|year))\b")
_LAST = {"week": 7, "month": 31}


def lie_in_time(left: Telling, right: Telling) -> Literal["narrower", "wider", "apart"] | None:
    """How the time over which the first counts lies to that of the second; None where they are the same."""
    one, other = left.period, right.period
    if COURSE in (one.window, other.window) and _is_as_large(left, right):
        return None  # a number as large as that of the whole war is that of the war, which goes without saying
    windows = [_narrowing(left, right), _narrowing(right, left)]
    if bool(windows[0]) != bool(windows[1]):
        return "narrower" if windows[0] else "wider"
    if windows[0] and windows[0] != windows[1] and not (one.since and other.since):
        return "apart"
    begun = _other_days(one.since, other.since) and not _overlap(one, other)
    of_one_day = one.since != "" and one.since == other.since
    if begun or (_is_long_past(left) != _is_long_past(right) and not of_one_day):
        return "apart"
    if _is_another_incident(left, right) or _is_another_incident(right, left):
        return "apart"
    grows = left.kind in words("growing") or not (one.since or other.since)
    grown = grows and not same_number(left, right) and _is_past(left) and _is_past(right)
    ended = _other_ends(_end(one), _end(other)) or _other_days(one.as_of, other.as_of)
    return "apart" if ended and not grown else None


def _narrowing(telling: Telling, other: Telling) -> str:
    """The window of a figure, unless it may only say when that happened of which the other told since."""
    window, printed, told = _plain(telling.period.window), days(telling.article.published), days(other.told_on)
    if not window and other.period.window and telling.period.since.endswith("-01-01") and not telling.period.until:
        return "this year"
    if not window and _plain(other.period.window) == "this month" and _begins_with_month(telling):
        return "this month"
    if telling.period.window.casefold() == "during the day" or _goes_without_saying(telling, other):
        return ""
    length = next((n for word, n in _LAST.items() if window in (f"last {word}", f"the previous {word}")), 0)
    if not (length and printed and told):
        return window
    ended = printed[1] - timedelta(days=printed[1].weekday() + 1 if length == _WEEK else printed[1].day)
    begun = ended - timedelta(days=length - 1)
    within = days(other.period.since), days(other.period.until)
    if within[0] and within[1]:
        return "" if begun <= within[1][1] and within[0][0] <= ended else window
    return "" if begun <= told[0] else window


def _is_of_a_later_day(told: Telling, other: Telling) -> bool:
    """Whether one counts only what happened on a day after the other was told, and is no newer total of the same.

    A number that may grow is one where it is the higher.
    """
    period = told.period
    one_day = period.since and period.since == period.until
    newer = told.kind in words("growing") and nominal(told) >= nominal(other)
    return bool(one_day) and not newer and gap(other.told_on, period.since)[0] > 0


def _begins_with_month(telling: Telling) -> bool:
    """Whether a figure counts since the first of the month in which it was printed."""
    month = telling.article.published[:7]
    return telling.period.since in (month, f"{month}-01") and not telling.period.until


def _goes_without_saying(telling: Telling, other: Telling) -> bool:
    """Whether a total "since January" may be that which the other tells without its beginning, and of no one day."""
    told, open_ = telling.period, other.period
    of_a_day = open_.window or open_.since or other.happened_on
    window = _plain(told.window)
    counts_on = window == "this year" or (window.startswith("since") and not same_number(telling, other))
    return counts_on and not of_a_day and _is_as_large(telling, other)


def _plain(window: str) -> str:
    """The window with words of one meaning as one: in a week, over the past week.

    >>> _plain("in the past week"), _plain("In a week"), _plain("in the last 24 hours")
    ('in the week', 'in the week', 'in the day')
    """
    told = _A_DAY.sub("a day", window.casefold())
    return "this year" if _THIS_YEAR.fullmatch(told) else _STRETCH.sub("in the ", told)


def _is_as_large(left: Telling, right: Telling) -> bool:
    low, high = sorted((nominal(left), nominal(right)))
    return high <= low * _AS_LARGE


def _is_another_incident(told: Telling, other: Telling) -> bool:
    return _is_past_incident(told, other) or _is_of_a_later_day(told, other)


def _opens(telling: Telling) -> bool:
    """Whether a figure stands in the first sentence of its report: of that the report is, however long ago it was."""
    text, title = telling.article.text, telling.article.title
    before = text[: telling.span[0]].removeprefix(title).strip()
    return bool(text) and len(before) < _TOP and ". " not in before and "\n" not in before


def _is_past_incident(told: Telling, other: Telling) -> bool:
    """Whether one is of a time over a week before the other was told, which names no time: an earlier event."""
    period, open_ = told.period, other.period
    closed = period.since and period.until and not (open_.since or open_.until or open_.as_of)
    if _opens(told) or _TERM.search(other.article.text, *other.sentence):
        return False  # what a report tells at its top is what it is about; "in the quarter" is a time
    return bool(closed) and gap(period.until, other.told_on)[0] > _WEEK


def _end(period: Period) -> str:
    """The last day of a period; empty for a single day, which is that of what happened."""
    return period.until if period.until != period.since else ""


def _is_past(telling: Telling) -> bool:
    """Whether a total is of a day that its article knows, and not of one to come."""
    ended, printed = days(_end(telling.period)), days(telling.article.published)
    return not ended or not printed or ended[0] <= printed[1]


def _is_long_past(telling: Telling) -> bool:
    """Whether the figure is of a time that had ended long before its article: an older event, told beside this one."""
    ended = telling.period.until or telling.period.as_of
    return bool(ended) and not _opens(telling) and gap(ended, telling.article.published)[0] > _LONG_PAST


def _other_days(left: str, right: str) -> bool:
    """Whether two dates, both told, cannot be the same day."""
    least, most = gap(left, right)
    return least > 0 or most < 0


def _overlap(one: Period, other: Period) -> bool:
    """Whether a night and one of its two days may be one time; two nights with a day in common are two."""
    starts, ends = [days(p.since) for p in (one, other)], [days(p.until) for p in (one, other)]
    if None in starts or None in ends:
        return False
    lengths = sorted((e[1] - s[0]).days for s, e in zip(starts, ends, strict=True) if s and e)
    return lengths == [0, 1] and max(s[0] for s in starts if s) <= min(e[1] for e in ends if e)


def _other_ends(left: str, right: str) -> bool:
    """Whether two periods, both with an end, have other last days: "by the end of June", "by the end of the year"."""
    one, other = days(left), days(right)
    return one is not None and other is not None and one[1] != other[1]


def period_told(telling: Telling) -> str:
    """The time over which a figure counts, in words."""
    period = telling.period
    if period.window:
        return period.window
    bounds = "–".join(dict.fromkeys(end for end in (period.since, period.until) if end))
    return bounds or (f"as of {period.as_of}" if period.as_of else "the whole time")
