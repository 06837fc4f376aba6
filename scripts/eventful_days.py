"""Days of fa-kes on which many outlets report one event, found without the audit that is measured on them.

A day is *eventful* where a rare name stands in the openings of reports by at least four outlets, that day or the next:
what happens in the evening is printed in the morning. Days in a row that share such a name are one event, and the one
that most outlets tell stands for it.
"""

import calendar
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

OUTLETS, OPENING = 4, 1000
RARE = 0.05
"""The share of reports at most whose openings hold a name, for it to tell events apart."""
_AS_A_NAME = 4
_WORD = re.compile(r"[A-Za-z][\w'-]{3,}")
_CALENDAR = frozenset(name.casefold() for name in (*calendar.month_name, *calendar.day_name))


@dataclass(frozen=True, slots=True)
class Report:
    """One line of the corpus; ``published`` is an ISO date."""

    id: str
    publisher: str
    published: str
    text: str


@dataclass(frozen=True, slots=True)
class Day:
    """An eventful day with the names that say so, and how many outlets and reports print the one printed most."""

    day: str
    names: frozenset[str]
    outlets: int
    reports: int


def reports_of(path: Path) -> list[Report]:
    lines = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [Report(r["id"], r["publisher"], r["published"], r["text"]) for r in lines]


def next_day(day: str) -> str:
    """
    >>> next_day("2016-07-31")
    '2016-08-01'
    """
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def rare_names(reports: Sequence[Report]) -> dict[str, frozenset[str]]:
    """The rare names in the opening of each report, by its id: words that are mostly printed with a capital."""
    words = [_WORD.findall(report.text) for report in reports]
    capital = Counter(w.casefold() for found in words for w in found if w[0].isupper())
    small = Counter(w for found in words for w in found if w[0].islower())
    openings = {
        r.id: {w.casefold() for w in _WORD.findall(r.text[:OPENING]) if w[0].isupper()} - _CALENDAR for r in reports
    }
    spread = Counter(w for found in openings.values() for w in found)
    rare = {w for w, n in spread.items() if n <= RARE * len(reports) and capital[w] > _AS_A_NAME * small[w]}
    return {key: frozenset(found & rare) for key, found in openings.items()}


def eventful_days(reports: Sequence[Report]) -> list[Day]:
    """One day for each event that enough outlets tell, in order."""
    names = rare_names(reports)
    by_day: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        by_day[report.published].append(report)
    found = (_eventful(day, by_day[day], by_day.get(next_day(day), []), names) for day in sorted(by_day))
    return [max(run, key=lambda d: (d.outlets, d.reports)) for run in _runs(d for d in found if d)]


def _eventful(day: str, here: list[Report], later: list[Report], names: dict[str, frozenset[str]]) -> Day | None:
    told: dict[str, list[Report]] = defaultdict(list)
    for report in (*here, *later):
        for name in names[report.id]:
            told[name].append(report)
    today = {name for report in here for name in names[report.id]}
    outlets = {name: len({r.publisher for r in told[name]}) for name in today}
    fitting = frozenset(name for name, n in outlets.items() if n >= OUTLETS)
    if not fitting:
        return None
    return Day(day, fitting, max(outlets[n] for n in fitting), max(len(told[n]) for n in fitting))


def _runs(days: Iterable[Day]) -> Iterator[list[Day]]:
    """Days one after the other that share a name."""
    run: list[Day] = []
    for day in days:
        if run and not (next_day(run[-1].day) == day.day and run[-1].names & day.names):
            yield run
            run = []
        run.append(day)
    if run:
        yield run


def drawn_days(reports: Sequence[Report], seed: int, count: int) -> list[Day]:
    """So many eventful days, each as likely as any other, in order."""
    return sorted(random.Random(seed).sample(eventful_days(reports), count), key=lambda d: d.day)


def reports_about(day: Day, reports: Iterable[Report]) -> list[Report]:
    """All reports of the day and the next, whatever they tell: the audit has to tell their events apart."""
    return [r for r in reports if r.published in (day.day, next_day(day.day))]
