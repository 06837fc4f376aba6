"""The clause that a figure stands in, apart from the words that tell who gave it."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.audit.telling import Link
from sayso.audit.wording import words
from sayso.ingest.article import Span

NUMBER_WORDS = r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?)\b"
"""The numbers in words that a figure may begin with, as a pattern."""
_NUMBER = re.compile(rf"(?<!\d)(?!(?:19|20)\d\d\b)\d|{NUMBER_WORDS}")
_CUT = re.compile(r"[,;:]\s|\band\b")
_DATELINE = re.compile(r"[A-Z][^\n]{2,80}?[)\d]\s[-–—]\s")
_ALWAYS = re.compile(r";\s|,?\sand that\b|,\s(?:but|while)\b")
_RELATIVE = re.compile(r",\s(?:which|who|whose|where)\b")
_ASIDE = re.compile(r",\s(?:which|who|whose|where)\b[^,.;]*,")
_LETTERS = re.compile(r"[^\W\d_]{3,}")
_MEETING = (
    r"(?:briefing|news conference|press conference|meeting|rally|session)(?: of [a-z]+)?(?: on [A-Z][a-z]+day)?"
    r"(?: (?:in|at) (?:the )?[A-Z][\w-]+)?"
)
_BRIEFING = re.compile(
    rf"\b[Aa]t (?:his|her|its|their|an?|the) (?:[a-z]+ ){{0,2}}{_MEETING}"
    rf"|\btold (?:an?|the|[\w-]+[’']s) (?:[a-z]+ ){{0,2}}{_MEETING}"
    r"|\btold (?:reporters|journalists) in (?:the )?[A-Z][\w-]+"
)
_SHARE = re.compile(
    r",\s(?:(?:[^,.;]|(?<=\d)[,.](?=\d)){0,40}?\bof (?:them|whom|which|these|those)\b|(?:including|among them)\b)"
    r"[^.;]{1,80}?(?<!\d),(?=\s[a-z])"
)  # 24,000 people, 15,000 of them children, have come
_BRINGS = re.compile(
    r"(?:,\s(?:which\s|and\s)?|\band\s|\bwhich\s)"
    r"(?:bring(?:s|ing)|tak(?:es|ing)|(?<!,\s)(?:has\s)?(?:brought|took|taken))\s(?:the|its|his|her|their)\s"
    r"(?:[\w’'-]+\s){0,3}?(?:total|number|toll|count|tally|losses|dead)\b"
)
_TO_MANY = re.compile(
    r"\btold (?:reporters|journalists|parliament|(?:a|the|\w+[’']s) (?:(?:news|press) conference|briefing))\b"
    r"|\bsaid in an? (?:statement|speech|interview|report|letter)\b"
)


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


def clause_of(text: str, sentence: Span, span: Span, chain: Sequence[Link] = (), saying: Sequence[Span] = ()) -> Clause:
    """The part of the sentence around a figure: between commas and semicolons that other figures stand behind.

    ``saying`` is where the article tells who said something, in order: that says nothing of those counted either.

    >>> text = "Of 900 patients, 40 died in Asvere; 12 in Orlan."
    >>> text[slice(*clause_of(text, (0, 48), (17, 24)).span)]
    '40 died in Asvere'
    """
    start, end = sentence
    if dateline := _DATELINE.match(text, start, min(end, span[0])):
        start = dateline.end()
    if brings := next(_BRINGS.finditer(text, start, span[0]), None):
        start = brings.start()  # where and when a fifth body was found is not where and when all five died
    if inner := next((m for m in _ASIDE.finditer(text, start, end) if m.start() < span[0] and span[1] < m.end()), None):
        start, end = inner.start() + 1, inner.end() - 1
    taken = _taken(text, chain, saying, sentence, span)
    shares = [m.span() for m in _SHARE.finditer(text, span[1], end)]
    taken = tuple(sorted((*taken, *shares)))
    for cut in _CUT.finditer(text, start, end):
        if any(a <= cut.start() < b for a, b in shares):
            continue
        if cut.start() >= span[1] and _RELATIVE.match(text, cut.start()):
            return Clause((start, cut.start()), taken)
        always = _ALWAYS.match(text, cut.start()) or _ALWAYS.match(text, cut.start() - 1)
        if cut[0] == "and" and not always and 0 <= cut.start() - span[1] <= 1:
            continue  # "263 passengers and 14 crew had been on board": both were
        if cut.end() <= span[0] and (always or _NUMBER.search(text, start, cut.start())):
            start = cut.end()
        elif cut.start() >= span[1] and (always or _NUMBER.search(text, cut.end(), end)):
            return Clause((start, cut.start()), taken)
    return Clause((start, end), taken)


def of_the_total(text: str, clause: Clause) -> bool:
    """Whether a clause tells the total that an addition before it brings: what that says of time is not the total's.

    >>> of_the_total("Two more died on Friday, bringing the toll to 61.", Clause((23, 49)))
    True
    """
    return _BRINGS.match(text, clause.span[0]) is not None


def cues_of(text: str, link: Link) -> tuple[Span, ...]:
    """The cues that say nothing but that something was said; "admitted 83 patients" and "asked for aid" say what."""
    return tuple(
        span for span in link.cue if set(_LETTERS.findall(text[slice(*span)].lower())) <= words("number_words")
    )


def _taken(text: str, chain: Iterable[Link], saying: Sequence[Span], sentence: Span, span: Span) -> tuple[Span, ...]:
    """Where the sentence tells who said it: sources and cues, and all from there to what was said.

    Where reporters were told something, what stands before is where they were told it.
    """
    taken = {*saying[bisect_left(saying, (sentence[0], 0)) : bisect_left(saying, (sentence[1], 0))]}
    taken |= {m.span() for m in _BRIEFING.finditer(text, *sentence) if not m.start() < span[0] < m.end()}
    taken |= {m.span() for m in _ASIDE.finditer(text, *sentence) if not m.start() < span[0] < m.end()}
    for link in chain:
        cues = cues_of(text, link)
        told = [s for s in (*link.source, *cues) if sentence[0] <= s[0] < sentence[1]]
        content = [c for c in link.content if c[0] <= span[0] < c[1]]
        leads = [s for s in told if content and s[0] < content[0][0]]
        taken |= set(told)
        if leads and (cues or not link.cue):
            opens = min(leads)[0]
            told_many = _TO_MANY.search(text, opens, content[0][0])
            taken.add((sentence[0] if told_many else opens, content[0][0]))
    return tuple(sorted(s for s in taken if not (s[0] <= span[0] and span[1] <= s[1])))
