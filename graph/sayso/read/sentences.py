"""Paragraphs and sentences of an article's body, as spans; no text is copied or changed.

A line break ends a paragraph, unless the text is hard-wrapped: then a blank line, or a line that
stops well short of the margin, does.
"""

import re
from collections.abc import Iterable, Iterator

from sayso.ingest.article import Span
from sayso.read.lexicon import words

_LONGEST = 4_000
_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
_BREAK = re.compile(r"\r\n|[\r\n\u2028\u2029\x0b\x0c\x85]")
_CLOSERS = "\"'”’»›)\\]}"
_END = re.compile(rf"[.!?…‽]+[{_CLOSERS}]*(?=\s)|[。！？｡؟۔।॥]+[{_CLOSERS}」』]*\s*")
_WORD_BEFORE = re.compile(r"[^\W_]+(?:\.[^\W_]+)*\.?$")
_NEXT_WORD = re.compile(r"\s+[\"'“‘«„‹(\[]*\s?([\w’'-]*)")
_ASKED = re.compile(
    r"\s+(?:(?:[A-Z][\w’'.-]*|the|a|an|his|her|one|of|for)\s+){1,5}(?:asked|said|says|told|added|replied|wrote|tweeted"
    r"|shouted|asks|wondered|demanded|exclaimed|responded|answered|continued|joked|cried|yelled)\b"
)
_ABBREVIATIONS = words("abbreviations")
_NEVER_FINAL = words("never_final")
_OPENERS_OF_A_SENTENCE = words("openers")


def paragraphs(text: str, body: Iterable[Span]) -> list[Span]:
    r"""The paragraphs inside the body, in order, without the white space around them.

    >>> paragraphs("One.\r\n\r\n Two. ", [(0, 14)])
    [(0, 4), (9, 13)]
    """
    found: list[Span] = []
    for start, end in body:
        lines = [m.span() for m in _LINE.finditer(text, start, end)]
        margin = _margin(text, lines)
        opened: Span | None = None
        for line in lines:
            if opened and _continues(text, (opened[0], opened[1]), line, margin):
                opened = (opened[0], line[1])
            else:
                found += [opened] if opened else []
                opened = line
        found += [opened] if opened else []
    return [span for span in (_trim(text, *p) for p in found) if span[0] < span[1]]


def sentences(text: str, body: Iterable[Span]) -> list[Span]:
    """The sentences inside the body, in order; a paragraph is never joined to the next.

    >>> text = 'Gen. Roe spoke. "Why?" the U.S. envoy asked. No. 5 fell.'
    >>> [text[a:b] for a, b in sentences(text, [(0, len(text))])]
    ['Gen. Roe spoke.', '"Why?" the U.S. envoy asked.', 'No. 5 fell.']
    """
    return [sentence for p in paragraphs(text, body) for sentence in split_paragraph(text, p)]


def split_paragraph(text: str, paragraph: Span) -> Iterator[Span]:
    """The sentences of one paragraph; unpunctuated text is cut into pieces of at most 4,000 characters."""
    start, end = paragraph
    for match in _END.finditer(text, start, end):
        if match.end() >= end or not _ends_sentence(text, match):
            continue
        yield from _pieces(text, start, match.end())
        start = match.end()
    yield from _pieces(text, start, end)


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentence, or where no sentence can be that long, pieces of it cut at white space."""
    start, end = _trim(text, start, end)
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + 1, start + _LONGEST)
        cut = cut if cut > 0 else start + _LONGEST
        yield start, _trim(text, start, cut)[1]
        start, end = _trim(text, cut, end)
    if start < end:
        yield start, end


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    mark = match.group()
    if mark[0] in "。！？｡؟۔।॥":
        return True
    following = _NEXT_WORD.match(text, match.end(), match.end() + 60)
    word = following.group(1) if following else ""
    if mark[0] == "." and not mark.startswith("..") and _abbreviates(text, match.start(), word):
        return False
    if word and word[0].islower():
        return False
    if mark[-1] in "\"'”’»" and _ASKED.match(text, match.end(), match.end() + 120):
        return False
    return following is not None


def _abbreviates(text: str, stop: int, following: str) -> bool:
    before = _WORD_BEFORE.search(text, max(0, stop - 20), stop)
    if not before:
        return False
    word = before.group().casefold()
    if word in _NEVER_FINAL:
        return word != "no" or following[:1].isdigit()
    initial = len(word) == 1 and word.isalpha() and before.group().isupper()
    if initial and before.group() != "I":
        return True
    known = word in _ABBREVIATIONS or re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]", word) is not None
    return known and following.casefold() not in _OPENERS_OF_A_SENTENCE


def _margin(text: str, lines: list[Span]) -> int | None:
    """The width at which the text was hard-wrapped, or None where each line is a paragraph."""
    if len(lines) < 4:
        return None
    widths = sorted(end - start for start, end in lines)
    widest = widths[-1]
    if not 40 <= widest <= 120:
        return None
    full = sum(width >= 0.75 * widest for width in widths)
    unfinished = sum(text[end - 1] not in '.!?"”’:' for _, end in lines if end)
    return widest if full >= 0.5 * len(lines) and unfinished >= 0.4 * len(lines) else None


def _continues(text: str, before: Span, line: Span, margin: int | None) -> bool:
    gap = text[before[1] : line[0]]
    if margin is None or len(_BREAK.findall(gap)) > 1 or not text[before[0] : before[1]].strip():
        return False
    last_line = max(text.rfind("\n", before[0], before[1]), text.rfind("\r", before[0], before[1])) + 1
    width = before[1] - max(last_line, before[0])
    first = text[line[0] : line[1]].split(maxsplit=1)
    return bool(first) and width + 1 + len(first[0]) >= margin * 0.9


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
