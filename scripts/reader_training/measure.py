"""The measure of a reading against annotators: exact spans, who said what, and what was kept.

Words are runs of letters and digits; spans are compared as sets of words. Two attributions match
greedily by the overlap of their contents. Who said what: the sources share a word, or both are
empty, and the contents overlap by half (intersection over union).
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.ingest.article import Span

from .brat import ROLES

WORD = re.compile(r"\w+")
Words = frozenset[int]
Spans = Mapping[str, Sequence[Span]]


@dataclass(slots=True)
class Score:
    """Counts over articles; `report` gives precision, recall and F1 in percent."""

    counts: Counter[str] = field(default_factory=Counter)

    def add(self, text: str, gold: Iterable[Spans], found: Iterable[Spans]) -> None:
        """Count one article."""
        wanted = [{role: words(text, a[role]) for role in ROLES} for a in gold]
        read = [{role: words(text, a[role]) for role in ROLES} for a in found]
        for role in ROLES:
            left, right = (Counter(a[role] for a in side if a[role]) for side in (wanted, read))
            self._count(role, sum((left & right).values()), sum(right.values()), sum(left.values()))
        matched = match([a["content"] for a in wanted], [a["content"] for a in read])
        said = [(i, j) for i, j, overlap in matched if overlap >= 0.5 and same_source(wanted[i], read[j])]
        self._count("who said what", len(said), len(read), len(wanted))
        self._count("kept", len(matched), len(read), len(wanted))

    def _count(self, name: str, right: int, found: int, wanted: int) -> None:
        self.counts[f"{name} right"] += right
        self.counts[f"{name} found"] += found
        self.counts[f"{name} wanted"] += wanted

    def report(self) -> dict[str, tuple[float, float, float]]:
        """Precision, recall and F1 of each measure."""
        return {name: self._rates(name) for name in (*ROLES, "who said what", "kept")}

    def _rates(self, name: str) -> tuple[float, float, float]:
        right, found, wanted = (self.counts[f"{name} {part}"] for part in ("right", "found", "wanted"))
        rates = (right / max(1, found), right / max(1, wanted), 2 * right / max(1, found + wanted))
        precision, recall, f1 = (round(100 * rate, 1) for rate in rates)
        return precision, recall, f1


def words(text: str, spans: Sequence[Span]) -> Words:
    """Start offsets of the words that the spans touch."""
    return frozenset(m.start() for span in spans for m in WORD.finditer(text, *widen(text, *span)))


def widen(text: str, begin: int, end: int) -> Span:
    """The span with the words that it cuts made whole."""
    while 0 < begin < len(text) and text[begin - 1 : begin + 1].isalnum():
        begin -= 1
    while 0 < end < len(text) and text[end - 1 : end + 1].isalnum():
        end += 1
    return begin, end


def match(wanted: Sequence[Words], found: Sequence[Words]) -> list[tuple[int, int, float]]:
    """One-to-one pairs of overlapping contents with their overlap, best first."""
    pairs = [(-len(a & b) / len(a | b), i, j) for i, a in enumerate(wanted) for j, b in enumerate(found) if a & b]
    left: set[int] = set()
    right: set[int] = set()
    out = []
    for overlap, i, j in sorted(pairs):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            out.append((i, j, -overlap))
    return out


def same_source(gold: Mapping[str, Words], found: Mapping[str, Words]) -> bool:
    """The sources share a word, or neither has one."""
    return bool(gold["source"] & found["source"]) or not (gold["source"] or found["source"])
