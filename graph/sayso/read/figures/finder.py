"""From an article and its sentences to Figures."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from sayso.ingest.article import Article, Span
from sayso.namespaces import slug
from sayso.read.dates import Dated, find_dates
from sayso.read.figures.counts import Count, counts, linked
from sayso.read.figures.kinds import lexicon
from sayso.read.figures.phrase import Sentence
from sayso.read.figures.population import population
from sayso.read.figures.setting import Period, period, place_of
from sayso.read.figures.tokens import tokens
from sayso.read.reading import Figure

Locate = Callable[[str, Span], str | None]
"""Text and the span of a place name in it -> the id of the place, or None."""

_HINT = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
    r"|dozens?|scores|tens|hundreds?|thousands?|millions?|billions?|half|third|quarter)\b",
    re.IGNORECASE,
)


def find_figures(article: Article, sentences: Sequence[Span], locate: Locate | None = None) -> list[Figure]:
    """Every counted quantity inside the sentences, in order; ``statement`` is left None.

    >>> from sayso.ingest.article import Article
    >>> text = "The quake killed at least 40 villagers."
    >>> [figure] = find_figures(Article("-", text, ((0, 39),)), [(0, 39)])
    >>> figure.kind, figure.low, figure.high, figure.bound, text[slice(*figure.span)], figure.counts
    ('killed', 40, None, 'at-least', 'at least 40 villagers', 'group/villagers')
    """
    found: list[Figure] = []
    for start, end in sentences:
        if _HINT.search(article.text, start, end):
            found += _in_sentence(article, (start, end), locate)
    return _numbered(found)


def _in_sentence(article: Article, span: Span, locate: Locate | None) -> list[Figure]:
    s = Sentence(tokens(article.text, *span), lexicon())
    dates = find_dates(article.text, span, article.published)
    masked = frozenset(i for i, t in enumerate(s.tokens) if any(a <= t.start < b for a, b in (d.span for d in dates)))
    told = counts(s, masked)
    return [
        _figure(article, s, count, _limit(s, told, k), dates, locate)
        for k, count in enumerate(told)
    ]


def _figure(
    article: Article, s: Sentence, count: Count, limit: int, dates: Sequence[Dated], locate: Locate | None
) -> Figure:
    first = count.bounded.outer if count.bounded.added else count.bounded.first
    start, end = s.tokens[first].start, s.tokens[max(count.last, count.bounded.last) - 1].end
    low, high = count.bounded.limits
    covers: Period = period(article.text, s, count, dates, limit)
    return Figure(
        id=f"f{start}",
        span=(start, end),
        kind=count.kind or "other",
        low=low,
        high=high,
        bound=count.bounded.bound,
        unit=count.unit,
        counts=_group(article.text, s, count),
        place=place_of(article.text, s, count, limit, locate),
        from_=covers.start,
        until=covers.end,
        as_of=covers.as_of,
    )


def _limit(s: Sentence, told: Sequence[Count], k: int) -> int:
    """Where the words that set the time and place of a count end: at the next count that is not part of it."""
    for earlier, later in zip(told[k:], told[k + 1 :], strict=False):
        if not linked(s, earlier, later):
            return s.tokens[later.bounded.first].start
    return s.tokens[-1].end


def _group(text: str, s: Sentence, count: Count) -> str | None:
    name = population(text, s, count)
    return f"group/{slug(name)}" if name else None


def _numbered(figures: list[Figure]) -> list[Figure]:
    """Figures with ids that differ: a letter is added where two begin at one offset."""
    seen: dict[str, int] = {}
    numbered = []
    for figure in figures:
        again = seen.get(figure.id, 0)
        seen[figure.id] = again + 1
        numbered.append(replace(figure, id=figure.id + chr(ord("a") + again)) if again else figure)
    return numbered
