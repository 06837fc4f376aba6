"""The times that a claim names, and where two claims name other ones."""

from functools import lru_cache

from sayso.audit.wording import patterns_by_name


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
