"""Readings as one self-contained HTML page: the text, with sources, cues, contents and figures marked."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import pairwise

from sayso.cli.read_text import describe_figure
from sayso.ingest.article import Span
from sayso.read.reading import Reading

_STYLE = """
body { font: 1.05rem/1.6 Georgia, serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a }
article { white-space: pre-wrap; overflow-wrap: anywhere } h1 { font-size: 1.2rem }
mark { background: none; color: inherit } .outside { color: #6b6b6b }
.content { background: #fdf3d0 } .source { background: #d8ecd8; font-weight: bold }
.cue { background: #d5e3f5; font-style: italic }
.figure { border-bottom: 3px double #a02c2c } .hedge { text-decoration: underline dotted #6a3d9a 2px }
"""
_LEGEND = " ".join(
    f'<mark class="{name}">{name}</mark>' for name in ("source", "cue", "content", "figure", "hedge", "outside")
)


def page(readings: Sequence[Reading]) -> str:
    """The page; a mark's title says who is reported to have said it, so that it shows on hover."""
    articles = "\n".join(_article(reading) for reading in readings)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Who said what</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<p>{_LEGEND}: not part of the story</p>\n{articles}\n</body>\n</html>"
    )


def _article(reading: Reading) -> str:
    marks = sorted(_marks(reading))
    text = reading.article.text
    cuts = sorted({0, len(text), *(at for (start, end), _, _ in marks for at in (start, end))})
    covering: dict[int, list[tuple[str, str]]] = defaultdict(list)
    position = {at: index for index, at in enumerate(cuts)}
    for (start, end), name, title in marks:
        for index in range(position[start], position[end]):
            covering[index].append((name, title))
    pieces = (_piece(text[a:b], covering[index]) for index, (a, b) in enumerate(pairwise(cuts)))
    return f"<h1>{escape(reading.article.file)}</h1>\n<article>{''.join(pieces)}</article>"


def _piece(words: str, covering: list[tuple[str, str]]) -> str:
    if not covering:
        return escape(words)
    names = " ".join(sorted({name for name, _ in covering}))
    title = "; ".join(dict.fromkeys(title for _, title in covering if title))
    return f'<mark class="{names}" title="{escape(title)}">{escape(words)}</mark>'


def _marks(reading: Reading) -> Iterator[tuple[Span, str, str]]:
    """Every span to be marked, with its class and what its title says."""
    labels = {entity.id: entity.label for entity in reading.entities}
    for statement in reading.statements:
        title = f"{labels.get(statement.speaker or '', 'source not stated')}: {statement.stance}"
        for name in ("source", "cue", "content", "hedge"):
            yield from ((span, name, title) for span in getattr(statement, name) or ())
    for figure in reading.figures:
        yield figure.span, "figure", describe_figure(figure, reading.article.text)
    outside = _outside(reading.article.body, len(reading.article.text))
    yield from ((span, "outside", "not part of the story") for span in outside)


def _outside(body: Iterable[Span], length: int) -> Iterator[Span]:
    at = 0
    for start, end in [*body, (length, length)]:
        if start > at:
            yield at, start
        at = end
