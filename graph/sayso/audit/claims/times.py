"""The times that a claim names, and where two claims name other ones."""

import re
from calendar import month_name
from functools import lru_cache

from sayso.audit.wording import patterns_by_name

_MONTH = re.compile(r"\b(?P<of>the end of (?:the|this)|this|next|last) month\b", re.IGNORECASE)


def with_months(printed: str, told_on: str) -> str:
    """The words with the name of a month that they tell from the day on which they were said.

    >>> with_months("would be paid by the end of the month", "2026-02-16")
    'would be paid by the end of February'
    >>> with_months("had closed last month", "2026-01-09"), with_months("this month", "")
    ('had closed in December', 'this month')
    """
    if not re.match(r"\d{4}-\d\d", told_on):
        return printed

    def named(found: re.Match[str]) -> str:
        of = found["of"].casefold()
        month = int(told_on[5:7]) - 1 + {"next": 1, "last": -1}.get(of, 0)
        return f"{'the end of' if of.startswith('the') else 'in'} {month_name[month % 12 + 1]}"

    return _MONTH.sub(named, printed)


@lru_cache(maxsize=65536)
def without_times(printed: str) -> str:
    """The words without the times that they name: months, days of the week, years, seasons, stretches of time.

    >>> without_times("the lock had been shut since May 2019").split()
    ['the', 'lock', 'had', 'been', 'shut', 'since']
    """
    for pattern in patterns_by_name("times").values():
        printed = pattern.sub(" ", printed)
    return printed


def times_changed(left: str, right: str) -> tuple[str, str] | None:
    """The first times of one sort that two claims name, where they name none of that sort alike.

    >>> times_changed("warned two days before", "warned a week before"), times_changed("in May", "on Monday in May")
    (('two days', 'a week'), None)
    """
    for pattern in patterns_by_name("times").values():
        one, other = ([m[0] for m in pattern.finditer(text)] for text in (left, right))
        if one and other and not {t.casefold() for t in one} & {t.casefold() for t in other}:
            return one[0], other[0]
    return None
