"""The text of an article cut where anything begins or ends, so that each piece knows what it belongs to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from sayso.serve.pages.reading import ArticleView, Counted, Span, Told

_PARAGRAPH = re.compile(r"[^\n]+")


@dataclass(frozen=True)
class Piece:
    """Some characters of the text: their place, the roles that they play, and in which statements."""

    start: int
    text: str
    roles: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    figure: Counted | None = None
    opens: tuple[Told, ...] = ()

    @property
    def classes(self) -> str:
        """The roles as CSS classes."""
        return " ".join((*self.roles, *(["figure"] if self.figure else [])))


@dataclass(frozen=True)
class Paragraph:
    """A line of the text with the figures that begin in it, for the margin."""

    pieces: tuple[Piece, ...]
    figures: tuple[Counted, ...]
    is_heading: bool = False


def paragraphs(article: ArticleView) -> list[Paragraph]:
    """Every line of the text that is not blank, cut into pieces.

    A statement opens at its cue, or where it has none at its content: that piece takes the focus for it.
    """
    opening: dict[int, tuple[Told, ...]] = {}
    for told in article.outermost:
        opening[_handle(told)[0]] = (*opening.get(_handle(told)[0], ()), told)
    return [_paragraph(article, m.span(), opening) for m in _PARAGRAPH.finditer(article.text) if m[0].strip()]


def _handle(told: Told) -> Span:
    for role in ("cue", "content", "source"):
        if told.spans[role]:
            return told.spans[role][0]
    return (0, 0)


def _paragraph(article: ArticleView, line: Span, opening: dict[int, tuple[Told, ...]]) -> Paragraph:
    pieces = tuple(_pieces(article, line, opening))
    figures = tuple(f for f in article.figures if f.span and line[0] <= f.span[0] < line[1])
    heading = line[0] == 0 and bool(article.headline) and article.text[slice(*line)].strip() == article.headline.strip()
    return Paragraph(pieces, figures, heading)


def _pieces(article: ArticleView, line: Span, opening: dict[int, tuple[Told, ...]]) -> Iterator[Piece]:
    marks = [
        (span, role, told)
        for told in article.statements
        for role, spans in told.spans.items()
        for span in spans
        if span[0] < line[1] and span[1] > line[0]
    ]
    figures = [f for f in article.figures if f.span and f.span[0] < line[1] and f.span[1] > line[0]]
    ends = {end for span, _, _ in marks for end in span} | {end for f in figures if f.span for end in f.span}
    cuts = sorted({*line, *(end for end in ends if line[0] < end < line[1])})
    for start, end in pairwise(cuts):
        covering = [(role, told) for (a, b), role, told in marks if a <= start and end <= b]
        yield Piece(
            start,
            article.text[start:end],
            tuple(sorted({role for role, _ in covering})),
            tuple(dict.fromkeys(told.id for _, told in covering)),
            next((f for f in figures if f.span and f.span[0] <= start and end <= f.span[1]), None),
            opening.get(start, ()) if covering else (),
        )
