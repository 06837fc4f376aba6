"""Quotations: which characters of a paragraph stand between quotation marks.

Curly, straight, low, angle and doubled single marks are read, single ones where they cannot be an
apostrophe. A quotation that a new paragraph opens anew is left open by the one before it.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.ingest.article import Span
from sayso.read.reading import Manner, Spans

_MARK = re.compile(r"``|''|[“”„‟«»\"‘'’‹›「」『』]")
_OPENS_ONLY = frozenset("„‟«‹「『")
_CLOSES_ONLY = frozenset("»›」』")
_REPORTING = re.compile(
    r"[,?!]\s+(?:(?:said|says|added|told|asked|wrote)\s+[^\W\d_]|[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,3}\s+(?:said|says)\b)"
)
"""A clause that says whose words an unclosed quotation holds: ", said Ana Roe"."""
_OPENERS = '“„‟«"‘「『'


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with its marks; ``closed`` is false where the paragraph ends inside it."""

    start: int
    end: int
    closed: bool = True


def quotations(text: str, paragraphs: Sequence[Span]) -> list[Quotation]:
    """All outermost quotations, in order; none crosses a paragraph.

    >>> text = 'He said “no, ‘never’, no” and "yes".'
    >>> [text[q.start:q.end] for q in quotations(text, [(0, len(text))])]
    ['“no, ‘never’, no”', '"yes"']
    """
    found: list[Quotation] = []
    for i, paragraph in enumerate(paragraphs):
        following = paragraphs[i + 1] if i + 1 < len(paragraphs) else None
        reopened = following is not None and text[following[0]] in _OPENERS
        found += _in_paragraph(text, paragraph, reopened)
    return found


def _in_paragraph(text: str, paragraph: Span, reopened: bool) -> list[Quotation]:
    start, end = paragraph
    found: list[Quotation] = []
    opened: re.Match[str] | None = None
    for mark in _MARK.finditer(text, start, end):
        if opened is None:
            opened = mark if _opens(text, mark, paragraph) else None
        elif _closes(text, mark, opened.group(), paragraph):
            found.append(Quotation(opened.start(), mark.end()))
            opened = None
    if opened and opened.group() not in "‘'":
        reporting = None if reopened else _REPORTING.search(text, opened.end(), end)
        if reporting:
            found.append(Quotation(opened.start(), reporting.start() + 1, closed=False))
        elif reopened or opened.start() == start:
            found.append(Quotation(opened.start(), end, closed=False))
        elif stop := re.compile(r"[.!?](?=\s|$)").search(text, opened.start(), end):
            found.append(Quotation(opened.start(), stop.end(), closed=False))
    return found


def _opens(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    sign, before = mark.group(), text[mark.start() - 1] if mark.start() > paragraph[0] else " "
    after = text[mark.end()] if mark.end() < paragraph[1] else " "
    if sign in _OPENS_ONLY or sign in ("“", "``"):
        return True
    if sign in "‘'":
        return not before.isalnum() and after.isalpha() and _single_closes(text, mark, paragraph)
    return sign in ('"', "''") and not after.isspace() and (before.isspace() or before in "([{—–-/:,.…")


def _single_closes(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    closer = "’" if mark.group() == "‘" else "'"
    limit = min(paragraph[1], mark.end() + 400)
    return re.compile(rf"[^\s{closer}]{closer}(?!\w)").search(text, mark.end(), limit) is not None


def _closes(text: str, mark: re.Match[str], opener: str, paragraph: Span) -> bool:
    sign = mark.group()
    before = text[mark.start() - 1] if mark.start() > paragraph[0] else " "
    after = text[mark.end()] if mark.end() < paragraph[1] else " "
    if opener in "‘'":
        return sign == ("’" if opener == "‘" else "'") and not after.isalnum() and not before.isspace()
    pairs = {"“": "”", "„": "“”", "‟": "”", "``": "''", "''": "''", "「": "」", "『": "』"}
    if opener in pairs:
        return sign in pairs[opener] or (opener in "“``" and sign == '"')
    if opener in "«‹":
        return sign in _CLOSES_ONLY
    return sign == '"' and (not before.isspace() or not after.isalnum())


def manner(content: Spans, quoted: Sequence[Quotation], text: str) -> Manner:
    """Direct where all of the content's words stand in quotation marks, mixed where some do.

    ``quoted`` is in the order of the text.

    >>> manner(((0, 9),), [Quotation(0, 5)], '“Hi,” he.')
    'mixed'
    """
    inside = outside = 0
    starts = [q.start for q in quoted]
    for start, end in content:
        for word in re.finditer(r"\w+", text[start:end]):
            at = start + word.start()
            last = bisect_right(starts, at) - 1
            held = last >= 0 and at < quoted[last].end
            inside, outside = inside + held, outside + (not held)
    if inside == 0:
        return "indirect"
    return "mixed" if outside else "direct"
