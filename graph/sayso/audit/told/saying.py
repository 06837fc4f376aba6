"""When a figure was said whose sentence does not tell it: on the day on which its speaker spoke right before."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.audit.telling import Source, Telling
from sayso.audit.told.context import said_day
from sayso.audit.told.gathering import Gathered

_PRECISE = len("2025-01")
_REACH = 200
"""Characters: a sentence or two."""
_SENTENCE = re.compile(r"[^.\n]*")


@dataclass(frozen=True, slots=True)
class SaidThen:
    """Where an article tells that somebody said something, the day if it is told, and who spoke: keys of the chain."""

    at: int
    day: str
    keys: frozenset[str]


def days_told(gathered: Gathered) -> Mapping[str, Sequence[SaidThen]]:
    """What each article tells of who spoke on which day, in the order of its text."""
    found: dict[str, list[SaidThen]] = defaultdict(list)
    for iri, link in gathered.links.items():
        if (spans := link.source or link.cue) and gathered.home[iri] in gathered.articles:
            keys = frozenset(told.key for told in gathered.chain(iri) if told.key)
            article = gathered.articles[gathered.home[iri]]
            day = link.said_on if len(link.said_on) > _PRECISE else _day_behind(article, spans[0][0])
            found[article.iri].append(SaidThen(spans[0][0], day, keys))
    return {article: sorted(told, key=lambda s: (s.at, s.day)) for article, told in found.items()}


def _day_behind(article: Source, start: int) -> str:
    """The day of the briefing or statement that the rest of a sentence tells, if it tells one."""
    rest = _SENTENCE.match(article.text, start)
    return said_day(rest[0], article.published) if rest else ""


def with_days(tellings: Iterable[Telling], said: Sequence[SaidThen]) -> Iterable[Telling]:
    """The tellings of one article, each without a day of saying with that of what its speaker said just before."""
    return (replace(t, said_on=day) if (day := _day(t, said)) else t for t in tellings)


def _day(telling: Telling, said: Sequence[SaidThen]) -> str:
    """The day on which the same one spoke last in the paragraph, or where the sentence names nobody, who spoke last."""
    if telling.said_on or telling.is_updated or telling.headline:
        return ""
    start, text = telling.sentence[0], telling.article.text
    keys = {link.key for link in telling.chain if link.key}
    opens = max(text.rfind("\n", 0, start), start - _REACH)
    before = [s for s in said if opens < s.at < start]
    if not keys:
        here = [s for s in said if start <= s.at < telling.sentence[1]]
        before = [s for s in here if s.at < telling.span[0]] if here else before[-1:]
    day = next((s.day for s in reversed(before) if s.day and (not keys or s.keys & keys)), "")
    after_that = telling.happened_on > day or telling.period.as_of > day or telling.period.until > day
    return "" if after_that else day
