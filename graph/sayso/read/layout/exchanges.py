"""Exchanges: an interview without labels, in which paragraphs ask and those behind them answer."""

import re
from collections.abc import Iterator, Sequence

from sayso.ingest.article import Span
from sayso.namespaces import slug
from sayso.read.attribution import Attribution
from sayso.read.gazetteer import load_gazetteer
from sayso.read.names import names_in
from sayso.read.personhood import is_person

_ASKS = re.compile(r"\?[\"”’'»*_)\s]*$")
_ADDRESSES = re.compile(r"\b(?:you|your|yourself)\b", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|me|my|we|We|our|us)\b")
_COLOPHON = re.compile(r"\binterview\s+(?:has\s+been|was)\b|\bedited\s+(?:for|and)\b", re.IGNORECASE)
_QUOTES = "\"“„«‘'"
_LONGEST_QUESTION = 400
_MOST_PARAGRAPHS = 6
_FEWEST = 2
"""An answer runs over no more paragraphs than that, and fewer exchanges than these make no interview."""

CONFIDENCE = 0.8
REASON = "it stands behind a question in an interview with the one whom the introduction names"


def exchanges(text: str, paragraphs: Sequence[Span]) -> tuple[Span | None, list[Attribution]]:
    r"""Who is interviewed, and each answer, still without its source; nobody and nothing where that is not plain.

    It is where questions address somebody, answers speak in the first person, and what stands before the first
    question names one person alone.

    >>> text = "Ana Roe runs the port.\n\nDid you sleep?\n\nI did not.\n\nAnd your crew?\n\nWe all stood by."
    >>> lines = [(0, 22), (24, 38), (40, 50), (52, 66), (68, 84)]
    >>> who, answers = exchanges(text, lines)
    >>> text[slice(*who)], [text[slice(*a.content[0])] for a in answers]
    ('Ana Roe', ['I did not.', 'We all stood by.'])
    """
    asked = [k for k, span in enumerate(paragraphs) if _is_question(text, span)]
    if len(asked) < _FEWEST:
        return None, []
    pairs = [(k, answer) for k, answer in zip(asked, _answers(text, paragraphs, asked), strict=True) if answer]
    personal = [answer for _, answer in pairs if _FIRST_PERSON.search(text, *answer[0])]
    addressed = any(_ADDRESSES.search(text, *paragraphs[k]) for k, _ in pairs)
    if len(pairs) < _FEWEST or not addressed or 2 * len(personal) < len(pairs):
        return None, []
    who = _interviewed(text, paragraphs[: asked[0]])
    if who is None:
        return None, []
    return who, [Attribution((), (), tuple(answer), "speech", CONFIDENCE, "direct", REASON) for _, answer in pairs]


def _is_question(text: str, span: Span) -> bool:
    short = span[1] - span[0] <= _LONGEST_QUESTION
    return short and text[span[0]] not in _QUOTES and _ASKS.search(text, *span) is not None


def _answers(text: str, paragraphs: Sequence[Span], asked: Sequence[int]) -> Iterator[list[Span]]:
    """The paragraphs behind each question, before the next one."""
    for k, following in zip(asked, [*asked[1:], len(paragraphs)], strict=True):
        behind = paragraphs[k + 1 : min(following, k + 1 + _MOST_PARAGRAPHS)]
        yield [span for span in behind if not _COLOPHON.search(text, *span)]


def _interviewed(text: str, introduction: Sequence[Span]) -> Span | None:
    """The first full mention of the only person whom the introduction names in full."""
    found: dict[str, Span] = {}
    for name in names_in(text, introduction, load_gazetteer()):
        span = (name.start, name.end)
        plain = name.type is None and not name.entries and is_person(text, span)
        if " " in name.text and (name.type == "Person" or plain):
            found.setdefault(slug(name.text), span)
    return next(iter(found.values())) if len(found) == 1 else None
