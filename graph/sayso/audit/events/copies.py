"""Finds wire copy: articles whose texts are nearly the same, by shared runs of words and an index of them.

The runs kept are the smallest hashes of each text (bottom-k sketch, Broder 1997), so that an article costs
the same however long it is, and only articles that share a run are ever compared.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from hashlib import blake2b

from sayso.audit.telling import Source

_WORD = re.compile(r"\w+")
_RUN = 6
_KEPT = 96
_ALIKE = 0.5
_CROWDED = 60


def copies(articles: Iterable[Source]) -> dict[str, str]:
    """The first article, by date, of each group of near-duplicates, by the IRI of every article in such a group.

    >>> text = "The ferry sank off the port late on Saturday and the ministry said that 23 people had drowned there."
    >>> one, two = Source("x:1", text=text, published="2025-08-03"), Source("x:2", text="PORT, Aug 3. " + text)
    >>> copies([one, two, Source("x:3", text="Nothing of the kind was told by anybody on that day, or on the next.")])
    {'x:2': 'x:2', 'x:1': 'x:2'}
    """
    ordered = sorted(articles, key=lambda a: (a.published, a.iri))
    sketches = {article.iri: sketch(article.text) for article in ordered}
    holders: dict[int, list[str]] = defaultdict(list)
    leader: dict[str, str] = {}
    for article in ordered:
        for other in _candidates(sketches[article.iri], holders):
            if resemblance(sketches[article.iri], sketches[other]) >= _ALIKE:
                leader[article.iri] = leader.setdefault(other, other)
                break
        for run in sketches[article.iri]:
            holders[run].append(article.iri)
    return leader


def _candidates(runs: frozenset[int], holders: Mapping[int, list[str]]) -> list[str]:
    """The earlier articles that share most runs, a few; a run that many share is common form and counts for nothing."""
    counts: dict[str, int] = defaultdict(int)
    for run in runs:
        if len(known := holders.get(run, ())) <= _CROWDED:
            for iri in known:
                counts[iri] += 1
    return sorted(counts, key=lambda iri: (-counts[iri], iri))[:5]


def sketch(text: str) -> frozenset[int]:
    """The smallest hashes of the runs of six words of a text; empty for a text too short to tell."""
    words = _WORD.findall(text.casefold())
    runs = {" ".join(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)}
    return frozenset(sorted(_hash(run) for run in runs)[:_KEPT])


def resemblance(left: frozenset[int], right: frozenset[int]) -> float:
    """The share of common runs, estimated on the smallest hashes of both together (0 to 1)."""
    together = sorted(left | right)[: max(1, min(_KEPT, len(left | right)))]
    return sum(1 for run in together if run in left and run in right) / len(together)


def _hash(run: str) -> int:
    return int.from_bytes(blake2b(run.encode("utf-8", "surrogatepass"), digest_size=8).digest())
