"""Figures told on: bare sentences that carry on what a source said, and a figure that its teller had from somebody.

Both are conclusions of the reader and not words of the article: the statements made here are inferred, and
each says what it was concluded from.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.ingest.article import Span
from sayso.read.lexicon import words
from sayso.read.page import Page
from sayso.read.reading import Figure, Statement
from sayso.read.trailing import trailed

_COUNTED = (
    "casualties|losses|deaths|dead|killed|injured|wounded|victims|missing|fallen|displaced|arrested|detained|prisoners"
    "|survivors|injuries|fatalities|arrests|refugees|evacuees|cases|patients|infections"
)
_PART = re.compile(
    rf"\b(?:of|among)\s+(?:them|these|those|whom|the\s+(?:\w+\s+)?(?:{_COUNTED}|total|number))\b", re.IGNORECASE
)
_RESUMED = re.compile(
    rf"(?:The|These|Those|That|This)\s+(?:\w+\s+)?(?:{_COUNTED}|figures?|numbers?|toll|total|count|tally|estimate|rest"
    r"|remainder|others)\b|It\s+(?:now\s+)?(?:stands|stood)\s+at\b"
)
_ADDED = re.compile(
    r"(?:Another|A\s+further|An\s+additional|In\s+(?:all|total)|Altogether|Overall|The\s+(?:rest|remainder|others)|Some\s+of\s+them)\b"
)
_NUMBERED = re.compile(
    r"(?:(?:At\s+least|About|Around|Some|Nearly|Almost|Over|More\s+than|All|All\s+but|The\s+other)\s+)?"
    rf"(?:\d[\d,]*|{'|'.join(words('ones', 'counting') | words('tens', 'counting'))})(?:-[a-z]+)?"
    r"\s+(?:were|are|was|is|have|had|has|died)\b",
    re.IGNORECASE,
)
"""A sentence whose subject is a bare number."""
_BACKSHIFTED = re.compile(
    r"\bhad\s+(?:also\s+|already\s+|since\s+)?(?:been\s+)?(?:\w+ed|\w+en|\w+wn|\w+ought|\w+ught|lost|sent|left|died|fled|gone|made|held|met|won|put|set|hit|shot)\b"
)
_OWN_VOICE = re.compile(r"\b(?:I|we|our|my)\b")


def told_on(page: Page, statements: Sequence[Statement], figures: Sequence[Figure]) -> list[Statement]:
    """Statements for figures in bare sentences that carry on the speech of the sentence before, chain and all.

    A sentence is bare where nothing in it is attributed or quoted. It carries on where it shares out or takes
    up what was counted ("of them", "the toll", "another 40"), at most one bare sentence between; or stands in
    the tense of reported speech right behind some.
    """
    sentences = page.sentences
    at = _BySentence(sentences, statements)
    by_id = {statement.id: statement for statement in statements}
    found: dict[int, list[Statement]] = {}
    for figure in figures:
        here = at.index(figure.span[0])
        if here in found:
            continue
        if at.touched(here):
            found |= _trailing(page, figure, here, at, by_id)
            continue
        if here < 1:
            continue
        start = _paragraph_start(page.paragraphs, sentences[here][0])
        last = next((k for k in range(here - 1, max(-1, here - 3), -1) if k in found or at.touched(k)), None)
        if last is None or sentences[last][0] < start:
            continue
        before = found.get(last) or at.last_speech(last)
        next_to = last == here - 1 and bool(before) and before[0].manner == "indirect"
        reason = _carries_on(page.text, sentences[here], next_to) if before else None
        if reason:
            found[here] = list(_again(before, by_id, sentences[here], reason))
    return [statement for again in found.values() for statement in again]


def _trailing(
    page: Page, figure: Figure, here: int, at: "_BySentence", by_id: Mapping[str, Statement]
) -> dict[int, list[Statement]]:
    """Whose words a figure trails behind, under the number of its sentence; empty where nothing shows it."""
    statements = at.all_of(here)
    if any(a <= figure.span[0] < b for s in statements for a, b in s.content):
        return {}
    behind = trailed(page.text, figure.span, page.sentences[here], statements)
    if behind is None:
        return {}
    told, span = behind
    words = " ".join(page.text[slice(*span)].split()[:2])
    return {
        here: list(_again([told], by_id, span, f"it carries on the sentence in which its source is named ({words!r})"))
    }


def had_from(statements: Sequence[Statement], figures: Sequence[Figure]) -> list[Statement]:
    """The statements, one that gives a figure joined to whom its speaker had that figure from elsewhere.

    "600 were killed, a lawmaker said" goes back to the agency whom the lawmaker cites for the same figure.
    """
    by_id = {statement.id: statement for statement in statements}
    relayed = {statement.relays for statement in statements}
    sourced: dict[tuple[object, ...], Statement] = {}
    for figure in figures:
        told = by_id.get(figure.statement or "")
        if told and told.relays in by_id:
            sourced.setdefault((told.speaker, *_value(figure)), told)
    out: list[Statement] = []
    joined: set[str] = set()
    for figure in figures:
        told = by_id.get(figure.statement or "")
        known = sourced.get((told.speaker, *_value(figure))) if told and told.speaker else None
        if told and known and not told.relays and told.id not in relayed and told.id not in joined:
            reason = "the same source gives this figure elsewhere in the article on the word of the one relayed"
            link = by_id[known.relays or ""]
            chain = list(_chain(link, by_id, told.content, f"{told.id}-i", reason))
            out += [replace(told, relays=chain[0].id), *chain]
            joined.add(told.id)
    return [*(s for s in statements if s.id not in joined), *out]


def _value(figure: Figure) -> tuple[object, ...]:
    return figure.kind, figure.low, figure.high, figure.unit


def _carries_on(text: str, sentence: Span, next_to: bool) -> str | None:
    """What tells that a sentence carries on reported speech, in words; ``None`` where nothing does.

    ``next_to`` says that indirect speech stands right before it.
    """
    if _OWN_VOICE.search(text, *sentence):
        return None
    start = sentence[0] + len(text[slice(*sentence)]) - len(text[slice(*sentence)].lstrip("“\"'‘ "))
    if part := _PART.search(text, *sentence):
        return f"it shares out what the sentence before counts ({' '.join(part.group().split())!r})"
    if resumed := _RESUMED.match(text, start, sentence[1]) or _ADDED.match(text, start, sentence[1]):
        return f"it takes up what the sentence before counts ({' '.join(resumed.group().split())!r})"
    if next_to and (counted := _NUMBERED.match(text, start, sentence[1])):
        return f"it shares out what the sentence before counts ({' '.join(counted.group().split())!r})"
    if next_to and (shifted := _BACKSHIFTED.search(text, *sentence)):
        return f"it stands in the tense of reported speech ({' '.join(shifted.group().split())!r}) behind some"
    return None


def _again(
    before: Sequence[Statement], by_id: Mapping[str, Statement], sentence: Span, reason: str
) -> Iterator[Statement]:
    """The first of ``before`` and whom it relays, once more, with the sentence as content."""
    held = {**by_id, **{statement.id: statement for statement in before}}
    yield from _chain(before[0], held, (sentence,), f"s{sentence[0]}i", reason)


def _chain(
    first: Statement, by_id: Mapping[str, Statement], content: tuple[Span, ...], name: str, reason: str
) -> Iterator[Statement]:
    link: Statement | None = first
    depth, seen = 0, set[str]()
    while link is not None and link.id not in seen:
        seen.add(link.id)
        deeper = by_id.get(link.relays) if link.relays else None
        deeper = None if deeper is None or deeper.id in seen else deeper
        yield Statement(
            id=f"{name}-{depth}" if depth else name,
            source=(),
            cue=(),
            content=content,
            speaker=link.speaker,
            manner="indirect",
            confidence=round(0.8 * link.confidence, 3),
            relays=f"{name}-{depth + 1}" if deeper else None,
            basis="inferred",
            occasion=link.occasion,
            reason=reason,
        )
        link, depth = deeper, depth + 1


class _BySentence:
    """Which statements touch which sentence."""

    def __init__(self, sentences: Sequence[Span], statements: Sequence[Statement]) -> None:
        self._starts = [start for start, _ in sentences]
        self._speech: dict[int, list[Statement]] = {}
        self._touched: set[int] = set()
        self._all: dict[int, dict[str, Statement]] = {}
        relayed = {statement.relays for statement in statements}
        for statement in statements:
            for start, end in (*statement.source, *statement.cue, *statement.content):
                for sentence in range(self.index(start), self.index(max(start, end - 1)) + 1):
                    self._all.setdefault(sentence, {})[statement.id] = statement
                    if statement.speaker or statement.act == "speech":
                        self._touched.add(sentence)
            if statement.act == "speech" and statement.speaker and statement.id not in relayed and statement.content:
                self._speech.setdefault(self.index(statement.content[-1][1] - 1), []).append(statement)

    def index(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    def touched(self, sentence: int) -> bool:
        return sentence in self._touched

    def all_of(self, sentence: int) -> list[Statement]:
        """All that have a word in it."""
        return list(self._all.get(sentence, {}).values())

    def last_speech(self, sentence: int) -> list[Statement]:
        """The last to speak in a sentence, where only one does."""
        held = self._speech.get(sentence, [])
        return held[-1:] if len({statement.speaker for statement in held}) == 1 else []


def _paragraph_start(paragraphs: Sequence[Span], offset: int) -> int:
    return paragraphs[max(0, bisect_right(paragraphs, offset, key=lambda span: span[0]) - 1)][0]
