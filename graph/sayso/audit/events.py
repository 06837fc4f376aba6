"""Groups articles by the event that they report: single-pass clustering over names and headline words.

After topic detection and tracking (Allan et al. 1998): articles in the order of their dates, each joined to
the most similar event so far if it is similar enough, where older events must be more similar. What is enough
is measured on the store itself, once it is large: more than nearly all pairs of its articles, so that a store
about one war is not taken for one event. An index of terms finds the events that share any.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from math import log, sqrt

from sayso.audit.telling import Source

_TOKEN = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_SENTENCE_START = re.compile(r"(?:^|[.!?:…]['\"”’»)]*\s+|\n\s*|[“‘\"«•]\s*)$")
_NEAR, _FAR, _LONG_PAST = 0.06, 0.10, 0.5
_LONG = 30
_MONTHS, _APART = 150, 0.3
_LEAST = 100
_PAIRS = 4_000
_UNLIKE, _MOST_UNLIKE = 0.98, 0.999
_COMMON = 0.5
_NAMED = 0.5
"""The share of what is needed that the names of an article have to bring."""
_STOP_WORDS = """monday tuesday wednesday thursday friday saturday sunday january february march april may june july
august september october november december the and for with from that this after over says said say has have had are
was were not but its his her their they who what when where how why will would could more than about into out new mr
mrs ms dr by updated published reuters"""
_STOP = frozenset(_STOP_WORDS.split())


@dataclass
class _Event:
    name: str
    weights: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    last: date | None = None
    length: float = 1.0

    def take_in(self, weights: Mapping[str, float], day: date | None) -> None:
        """Add an article; each is compared with many events, and an event grows seldom, so the length is kept."""
        for term, weight in weights.items():
            self.weights[term] += weight
        self.length = _length(self.weights)
        self.last = day or self.last


def events(articles: Iterable[Source]) -> dict[str, str]:
    """The event of each article, by IRI; an event is named by the IRI of its first article.

    The outcome does not depend on the order in which articles come.
    """
    ordered = sorted(articles, key=lambda a: (a.published, a.iri))
    names = {article.iri: names_of(article) for article in ordered}
    terms = {article.iri: terms_of(article, names[article.iri]) for article in ordered}
    spread = Counter(term for found in terms.values() for term in found)
    weighted = [_weights(terms[article.iri], spread, len(ordered)) for article in ordered]
    needed = _needed_here(weighted)
    found: dict[str, str] = {}
    index: dict[str, list[_Event]] = defaultdict(list)
    for article, weights in zip(ordered, weighted, strict=True):
        day = _day(article.published)
        event = _most_similar(weights, names[article.iri].keys(), day, index, needed) or _Event(article.iri)
        for term in weights.keys() - event.weights.keys():
            index[term].append(event)
        event.take_in(weights, day)
        found[article.iri] = event.name
    return found


def terms_of(article: Source, names: Counter[str]) -> Counter[str]:
    """The names that an article prints, and the words of its headline, each with how often.

    >>> sinking = Source("a", "Ferry sinks off Port Alder", text="A ferry sank. Police in Alder rushed in.")
    >>> sorted(terms_of(sinking, names_of(sinking)))
    ['alder', 'ferry', 'off', 'port', 'sink']
    """
    counts, own = names.copy(), _own(article)
    for match in _TOKEN.finditer(article.title):
        if len(match[0]) > 2:
            counts[_stem(match[0])] += 2
    return Counter({term: n for term, n in counts.items() if len(term) > 2 and term not in _STOP | own})


def names_of(article: Source) -> Counter[str]:
    """The words that an article prints with a capital inside its sentences, with how often."""
    counts: Counter[str] = Counter()
    own = _own(article)
    for match in _TOKEN.finditer(article.text):
        if match[0][0].isupper() and not _SENTENCE_START.search(article.text, max(0, match.start() - 4), match.start()):
            counts[_stem(match[0])] += 1
    return Counter({term: n for term, n in counts.items() if len(term) > 2 and term not in _STOP | own})


def _own(article: Source) -> set[str]:
    return {_stem(match[0]) for match in _TOKEN.finditer(article.outlet)}


def _stem(word: str) -> str:
    folded = word.casefold().removesuffix("’s").removesuffix("'s")
    return folded[:-1] if folded.endswith("s") and not folded.endswith("ss") and len(folded) > 3 else folded


def _weights(terms: Counter[str], spread: Mapping[str, int], total: int) -> dict[str, float]:
    """TF-IDF, at length one; terms that more than half of many articles hold are left out."""
    cap = total if total < _LEAST else total * _COMMON
    raw = {t: (1 + log(n)) * log(1 + total / spread[t]) for t, n in terms.items() if spread[t] <= cap}
    length = _length(raw)
    return {t: w / length for t, w in raw.items()}


def _needed_here(weighted: Sequence[Mapping[str, float]]) -> tuple[float, float]:
    """The similarity that joins an article to an event of today, and to one long past."""
    total = len(weighted)
    if total < _LEAST:
        return _NEAR, _FAR
    step = max(1, _PAIRS // total)
    strides = [1 + (total - 1) * (k + 1) // (step + 1) for k in range(step)]
    pairs = ((weighted[i], weighted[(i + stride) % total]) for stride in strides for i in range(min(total, _PAIRS)))
    scores = sorted(sum(w * right.get(t, 0.0) for t, w in left.items()) for left, right in pairs)
    near, far = (scores[int(share * (len(scores) - 1))] for share in (_UNLIKE, _MOST_UNLIKE))
    return max(_NEAR, near), max(_LONG_PAST, far)


def _most_similar(
    weights: Mapping[str, float],
    names: Set[str],
    day: date | None,
    index: Mapping[str, list[_Event]],
    needed: tuple[float, float],
) -> _Event | None:
    """The event that is like enough, in its names as well: the same headline is printed of many places."""
    shared: dict[str, float] = defaultdict(float)
    named: dict[str, float] = defaultdict(float)
    known: dict[str, _Event] = {}
    for term, weight in weights.items():
        for event in index.get(term, ()):
            like = weight * event.weights[term]
            shared[event.name] += like
            named[event.name] += like if term in names else 0.0
            known[event.name] = event
    fitting = []
    for name, event in known.items():
        least = _needed(day, event.last, needed) * event.length
        if shared[name] >= least and named[name] >= _NAMED * least:
            fitting.append((shared[name] / event.length, name))
    return known[max(fitting)[1]] if fitting else None


def _length(weights: Mapping[str, float]) -> float:
    return sqrt(sum(w * w for w in weights.values())) or 1.0


def _needed(day: date | None, last: date | None, needed: tuple[float, float]) -> float:
    """The similarity that joins an article to an event last told so long ago; undated ones lie in between.

    Of months ago it has to be a report of the same thing, and not just of the same country.
    """
    near, far = needed
    if day is None or last is None:
        return (near + far) / 2
    apart = abs((day - last).days)
    return max(far, _APART) if apart > _MONTHS else min(far, near + (far - near) * apart / _LONG)


def _day(published: str) -> date | None:
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None
