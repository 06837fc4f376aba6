"""Groups articles into events: those that tell in their headline and first words of the same names and numbers.

A report tells what it is about at its top and recalls older events further down (the inverted pyramid), so that the
top weighs most. Two articles are the more alike, the more that they share is rare in the store (TF-IDF, cosine);
reports that lie weeks apart have to be more alike. The alike are then merged (see ``clustering``).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date
from math import log, sqrt

from sayso.audit.events.clustering import Pairs, merged
from sayso.audit.telling import Source

_TOKEN = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_NUMBER = re.compile(r"(?<![\w.,])\d[\d,]+(?!\w)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SENTENCE_START = re.compile(r"(?:^|[.!?:…]['\"”’»)]*\s+|\n\s*|[“‘\"«•]\s*)$")
_TOP = 400
"""Characters of the text behind the headline in which a report tells what it is about."""
_IN_HEADLINE, _AT_TOP, _BELOW, _PLAIN, _AS_NUMBER = 3.0, 4.0, 0.25, 1.0, 2.0
_NEAR, _FAR, _LONG_PAST = 0.11, 0.20, 0.50
"""The likeness of reports of one event on one day, weeks apart, and months apart."""
_ALONE = 0.06
"""The likeness that is enough where no other event is nearly as much alike."""
_LONG, _MONTHS = 30, 150
_NAMED = 0.15
"""The share of what is needed that names have to bring: the same headline is printed of many places."""
_MANY, _COMMON = 100, 0.5
_PRIOR = 10
"""Articles that are thought to stand beside those of a store: in a handful, even what all share says something."""
_TELLING, _CROWD = 20, 400
_FAINT = 0.02
_STOP_WORDS = """monday tuesday wednesday thursday friday saturday sunday january february march april may june july
august september october november december the and for with from that this after over says said say has have had are
was were not but its his her their they who what when where how why will would could more than about into out new mr
mrs ms dr by updated published reuters"""
_STOP = frozenset(_STOP_WORDS.split())
Weights = Mapping[str, float]


def events(articles: Iterable[Source]) -> dict[str, str]:
    """The event of each article, by IRI; an event is named by the IRI of its first article.

    The outcome does not depend on the order in which articles come.
    """
    ordered = sorted(articles, key=lambda a: (a.published, a.iri))
    proper = _proper(ordered)
    told = [terms_of(article, proper) for article in ordered]
    terms, names = [found for found, _ in told], [printed for _, printed in told]
    spread = Counter(term for found in terms for term in found)
    weighted = [_weights(found, spread, len(ordered)) for found in terms]
    days = [_day(article.published) for article in ordered]
    groups = merged(_alike(weighted, names, days), len(ordered), _NEAR, _ALONE)
    return {ordered[member].iri: ordered[group[0]].iri for group in groups for member in group}


def _proper(articles: Iterable[Source]) -> frozenset[str]:
    """The stems of words that are printed with a capital inside a sentence, and nowhere without one."""
    names, plain = set(), set()
    for article in articles:
        for match in _TOKEN.finditer(article.text):
            if match[0].islower():
                plain.add(_stem(match[0]))
            elif _is_name(article.text, match):
                names.add(_stem(match[0]))
    return frozenset(names - plain)


def terms_of(article: Source, proper: Set[str] = frozenset()) -> tuple[dict[str, float], set[str]]:
    """What an article tells by, with its weight, and the names among it, printed with a capital inside a sentence.

    ``proper`` are stems that are names wherever they stand, at the beginning of a sentence as well. Beside names it
    tells by the numbers at its top, and the words of its headline and top.

    >>> sinking = Source("a", "Ferry sinks off Port Alder", text="A ferry sank. Police in Alder found 23 bodies.")
    >>> [term for term, _ in sorted(terms_of(sinking)[0].items(), key=lambda t: (-t[1], t[0]))][:3]
    ['alder', 'ferry', 'off']
    """
    counts: dict[str, float] = defaultdict(float)
    names: set[str] = set()
    top = len(article.title) + _TOP if article.text.startswith(article.title) else _TOP
    for match in _TOKEN.finditer(article.text):
        if _is_name(article.text, match) or (match[0][0].isupper() and _stem(match[0]) in proper):
            names.add(_stem(match[0]))
            counts[_stem(match[0])] += _AT_TOP if match.start() < top else _BELOW
        elif match.start() < top and len(match[0]) > 4 and match[0].islower():
            counts[_stem(match[0])] += _PLAIN
    for match in _TOKEN.finditer(article.title):
        counts[_stem(match[0])] += _IN_HEADLINE
    for match in _NUMBER.finditer(article.text, 0, top):
        if not _YEAR.fullmatch(match[0]):
            counts[f"#{match[0].replace(',', '')}"] += _AS_NUMBER
    passed_over = _STOP | _own(article)
    return {term: weight for term, weight in counts.items() if len(term) > 2 and term not in passed_over}, names


def _is_name(text: str, match: re.Match[str]) -> bool:
    start = match.start()
    return match[0][0].isupper() and not _SENTENCE_START.search(text, max(0, start - 4), start)


def _own(article: Source) -> set[str]:
    return {_stem(match[0]) for match in _TOKEN.finditer(article.outlet)}


def _stem(word: str) -> str:
    folded = word.casefold().removesuffix("’s").removesuffix("'s")
    return folded[:-1] if folded.endswith("s") and not folded.endswith("ss") and len(folded) > 3 else folded


def _weights(terms: Weights, spread: Mapping[str, int], total: int) -> dict[str, float]:
    """TF-IDF, at length one; terms that more than half of many articles hold are left out."""
    cap = total if total < _MANY else total * _COMMON
    raw = {t: log(1 + n) * log(1 + (total + _PRIOR) / spread[t]) for t, n in terms.items() if spread[t] <= cap}
    length = sqrt(sum(w * w for w in raw.values())) or 1.0
    return {t: w / length for t, w in raw.items()}


def _alike(weighted: Sequence[Weights], names: Sequence[Set[str]], days: Sequence[date | None]) -> Pairs:
    """The likeness of each two articles that share one of their most telling terms, less where they lie far apart.

    A share of it has to come from names or from numbers.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    found: Pairs = {}
    for at, weights in enumerate(weighted):
        telling = sorted(weights, key=lambda t: (-weights[t], t))[:_TELLING]
        for other in {k for term in telling for k in holders[term][-_CROWD:]}:
            shared = {t: w * weighted[other][t] for t, w in weights.items() if t in weighted[other]}
            needed = _needed(days[at], days[other])
            named = sum(like for term, like in shared.items() if term in names[at] or term.startswith("#"))
            likeness = sum(shared.values()) * _NEAR / needed
            if likeness >= _FAINT and named >= _NAMED * needed * min(1.0, likeness / _NEAR):
                found[other, at] = likeness
        for term in telling:
            holders[term].append(at)
    return found


def _needed(one: date | None, other: date | None) -> float:
    """The likeness that makes two reports so far apart tell of one event; undated ones lie in between.

    Of months ago it has to be a report of the same thing, and not just of the same country.
    """
    if one is None or other is None:
        return (_NEAR + _FAR) / 2
    apart = abs((one - other).days)
    return _LONG_PAST if apart > _MONTHS else min(_FAR, _NEAR + (_FAR - _NEAR) * apart / _LONG)


def _day(published: str) -> date | None:
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None
