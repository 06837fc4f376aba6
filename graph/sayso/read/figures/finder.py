"""From an article and its sentences to Figures."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice

from sayso.ingest.article import Article, Span
from sayso.namespaces import slug
from sayso.read.dates import Dated, find_dates
from sayso.read.figures.coding import Coding
from sayso.read.figures.count import Count
from sayso.read.figures.counts import counts
from sayso.read.figures.frames import scenes_of
from sayso.read.figures.joining import linked, opens_part
from sayso.read.figures.kinds import lexicon
from sayso.read.figures.population import population
from sayso.read.figures.relations import Placed, related
from sayso.read.figures.sentence import Sentence
from sayso.read.figures.setting import Locate, period, place_of
from sayso.read.figures.spoken import Spoken, names_group, of_group, spoken_group
from sayso.read.figures.taking import taking_up
from sayso.read.figures.tokens import Token, tokens
from sayso.read.figures.tolls import toll_named
from sayso.read.lexicon import words as listed
from sayso.read.reading import Figure

_PARTS = 4
_REACH = 400
_HINT = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
    r"|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w+teenth|twentieth|a\s+single"
    r"|dozens?|scores?|tens|hundreds?|thousands?|millions?|billions?|half|thirds?|quarters?|fifths?|tenths?)\b",
    re.IGNORECASE,
)
_TOLL = re.compile(rf"\b(?:how\s+many|{'|'.join(sorted(listed('toll', 'counting')))})\b", re.IGNORECASE)
_DISEASE = re.compile(rf"\b(?:{'|'.join(sorted(listed('disease', 'counting')))})\b", re.IGNORECASE)


def find_figures(
    article: Article, sentences: Sequence[Span], locate: Locate | None = None, coding: Coding | None = None
) -> list[Figure]:
    """Every counted quantity inside the sentences, in order; ``statement`` is left None.

    ``locate`` knows places; ``coding`` says what "dozens" count for at the least, by default as ``coding.toml``.

    >>> from sayso.ingest.article import Article
    >>> text = "The quake killed at least 40 villagers."
    >>> [figure] = find_figures(Article("-", text, ((0, 39),)), [(0, 39)])
    >>> figure.kind, figure.low, figure.high, figure.bound, text[slice(*figure.span)], figure.counts
    ('killed', 40, None, 'at-least', 'at least 40 villagers', 'group/villagers')
    """
    found: list[Placed] = []
    scenes = scenes_of(article.text, sentences) | ({"illness"} if _about_illness(article.text, sentences) else set())
    told_of = _Telling(article, locate, coding, scenes)
    spoken_of: Spoken | str | None = None
    for start, end in sentences:
        told, before = len(found), spoken_of
        if _HINT.search(article.text, start, end):
            _in_sentence(told_of, (start, end), before, found)
        spoken_of = _spoken_of(told_of, (start, end)) if len(found) == told else None
    return related(_numbered(found))


@dataclass(frozen=True, slots=True)
class _Telling:
    """What holds for a whole article: who knows places, what plurals count for, and what it is about."""

    article: Article
    locate: Locate | None
    coding: Coding | None
    scenes: frozenset[str]


def _about_illness(text: str, sentences: Sequence[Span]) -> bool:
    """Whether an article names a disease in its first sentence, or more than once."""
    if sentences and _DISEASE.search(text, *sentences[0]):
        return True
    named = (match for span in sentences for match in _DISEASE.finditer(text, *span))
    return next(islice(named, 1, None), None) is not None


def _spoken_of(told_of: _Telling, span: Span) -> Spoken | str | None:
    """The kind of the toll that a sentence speaks of without a figure, or the people who are its subject."""
    text = told_of.article.text
    s = Sentence(tokens(text, *span), lexicon(), told_of.coding, scenes=told_of.scenes)
    toll = toll_named(s) if _TOLL.search(text, *span) else None
    return toll or spoken_group(s)


def _in_sentence(told_of: _Telling, span: Span, before: Spoken | str | None, found: list[Placed]) -> None:
    """Adds the figures of a sentence to those ``found``; ``before`` tells what the sentence before it speaks of."""
    group, spoken_of = (before, None) if isinstance(before, Spoken) else (None, before)
    wholes = (p.figure for p in reversed(found[-_PARTS:]) if not opens_part(p.sentence, p.count.bounded.outer))
    earlier = next((f.kind for f in wholes if f.unit == "person" and f.kind != "people"), None)
    text = told_of.article.text
    dates = find_dates(text, span, told_of.article.published)
    words = tokens(text, *span)
    s = Sentence(words, lexicon(), told_of.coding, _dated(words, dates), told_of.scenes)
    here = counts(s)
    for k, count in enumerate(here):
        meant = of_group(s, count, group) if not (found and found[-1].sentence is s) else None
        told = meant if names_group(s, count) else None
        if told := told or taking_up(s, count, found, spoken_of or earlier, spoken_of) or meant:
            figure = _figure(told_of, s, dates, told, (_end(here, k), _limit(s, here, k)))
            found.append(Placed(figure, told, s))


def _dated(words: Sequence[Token], dates: Sequence[Dated]) -> frozenset[int]:
    """The tokens that belong to dates."""
    starts = [token.start for token in words]
    ranges = (range(bisect_left(starts, d.span[0]), bisect_left(starts, d.span[1])) for d in dates)
    return frozenset(chain.from_iterable(ranges))


def _end(told: Sequence[Count], k: int) -> int:
    """The token after a count's own words, without those of the whole that it is a part of ("15 of the 350 men")."""
    count = told[k]
    end = max(count.last, count.bounded.last)
    inside = k + 1 < len(told) and count.bounded.last < told[k + 1].bounded.last <= end
    return count.bounded.last if inside else end


def _figure(told_of: _Telling, s: Sentence, dates: Sequence[Dated], count: Count, ends: tuple[int, int]) -> Figure:
    """``ends``: the token after its own words, and the offset up to which time and place are looked for."""
    text, limit = told_of.article.text, ends[1]
    first = count.bounded.outer if count.bounded.added else count.bounded.first
    start, end = s.tokens[first].start, s.tokens[ends[0] - 1].end
    low, high = count.bounded.limits
    covers = period(text, s, count, dates, limit)
    group = population(text, s, count)
    return Figure(
        id=f"f{start}",
        span=(start, end),
        kind=count.kind or "other",
        low=low,
        high=high,
        bound=count.bounded.bound,
        unit=count.unit,
        counts=f"group/{slug(group)}" if group else count.taken_up,
        place=place_of(text, s, count, limit, told_of.locate),
        from_=covers.start,
        until=covers.end,
        as_of=covers.as_of,
    )


def _limit(s: Sentence, told: Sequence[Count], k: int) -> int:
    """Where the words that set the time and place of a count end: at the next count that is not part of it."""
    for j in range(k, min(k + _PARTS, len(told) - 1)):
        if not linked(s, told[j], told[j + 1]):
            return s.tokens[told[j + 1].bounded.first].start
    return min(s.tokens[-1].end, s.tokens[told[k].bounded.first].start + _REACH)


def _numbered(found: Sequence[Placed]) -> list[Placed]:
    """Figures with ids that differ: a letter is added where two begin at one offset."""
    seen: dict[str, int] = {}
    numbered = []
    for one in found:
        name = one.figure.id
        again = seen.get(name, 0)
        seen[name] = again + 1
        figure = replace(one.figure, id=name + chr(ord("a") + again)) if again else one.figure
        numbered.append(replace(one, figure=figure))
    return numbered
