"""Signatures: a quotation with a dash and a name behind it, as under a reader's letter or a pulled quotation."""

import re
from collections.abc import Iterator, Sequence

from sayso.ingest.article import Span
from sayso.read.attribution import Attribution

_SIGNED = re.compile(
    r"\s*(?P<dash>[—–―]|--?)\s*(?P<name>(?:[^\W\d_][\w’'.\-]*\s){0,3}?[^\W\d_][\w’'.\-]*(?:,\s[^.!?\n]{1,80})?)\.?\s*$"
)
_QUOTATION = re.compile(r"[\"“”„«‘'].{12,}[\"”“»’']", re.DOTALL)


def signatures(text: str, paragraphs: Sequence[Span]) -> Iterator[Attribution]:
    """Each quotation that a name signs, behind it or on the next line.

    >>> text = "“We were not asked at all.” — Ana Roe, teacher"
    >>> [text[slice(*a.source[0])] for a in signatures(text, [(0, len(text))])]
    ['Ana Roe, teacher']
    """
    before: Span | None = None
    for paragraph in paragraphs:
        quoted = _QUOTATION.match(text, *paragraph)
        if quoted and (signed := _name(text, (quoted.end(), paragraph[1]))):
            yield _attribution((quoted.start(), quoted.end()), signed)
        elif before and (signed := _name(text, paragraph)):
            yield _attribution(before, signed)
        before = paragraph if quoted and quoted.end() == paragraph[1] else None


def _name(text: str, rest: Span) -> re.Match[str] | None:
    signed = _SIGNED.match(text, *rest)
    return signed if signed and not signed["name"][0].islower() else None


def _attribution(quotation: Span, signed: re.Match[str]) -> Attribution:
    start, end = signed.span("name")
    return Attribution(
        ((start, end - signed["name"].endswith(".")),), (signed.span("dash"),), (quotation,), "speech", 0.9
    )
