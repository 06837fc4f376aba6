"""The clause that a figure stands in, apart from the words that tell who gave it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.audit.telling import Link
from sayso.ingest.article import Span

_NUMBER = re.compile(
    r"(?<!\d)(?!(?:19|20)\d\d\b)\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?)\b"
)
_CUT = re.compile(r"[,;:]\s|\band\b")


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence; ``taken`` are the spans in it that tell who said it, and where and when they did."""

    span: Span
    taken: tuple[Span, ...] = ()

    def is_taken(self, span: Span) -> bool:
        """Whether a span lies in the words that tell who said it."""
        return any(a < span[1] and span[0] < b for a, b in self.taken)

    def text(self, text: str) -> str:
        """The clause without what is taken, which leaves a gap of one character."""
        kept, at = [], self.span[0]
        for start, end in sorted(self.taken):
            kept.append(text[at : max(at, min(start, self.span[1]))])
            at = max(at, end)
        kept.append(text[at : self.span[1]] if at < self.span[1] else "")
        return "\n".join(part for part in kept if part)


def clause_of(text: str, sentence: Span, span: Span, chain: Sequence[Link] = ()) -> Clause:
    """The part of the sentence around a figure: between commas and semicolons that other figures stand behind.

    >>> text = "Of 900 patients, 40 died in Asvere; 12 in Orlan."
    >>> text[slice(*clause_of(text, (0, 48), (17, 24)).span)]
    '40 died in Asvere'
    """
    start, end = sentence
    for cut in _CUT.finditer(text, start, end):
        if cut.end() <= span[0] and _NUMBER.search(text, start, cut.start()):
            start = cut.end()
        elif cut.start() >= span[1] and _NUMBER.search(text, cut.end(), end):
            return Clause((start, cut.start()), _saying(chain, sentence, span))
    return Clause((start, end), _saying(chain, sentence, span))


def _saying(chain: Iterable[Link], sentence: Span, span: Span) -> tuple[Span, ...]:
    """Where the sentence tells who said it: sources and cues, and all from there to what was said."""
    taken: list[Span] = []
    for link in chain:
        told = [s for s in (*link.source, *link.cue) if sentence[0] <= s[0] < sentence[1]]
        content = [c for c in link.content if c[0] <= span[0] < c[1]]
        leads = [s for s in told if content and s[0] < content[0][0]]
        taken += [s for s in told if not (s[0] <= span[0] and span[1] <= s[1])]
        if leads:
            taken.append((min(leads)[0], content[0][0]))
    return tuple(sorted(set(taken)))
