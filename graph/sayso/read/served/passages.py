"""Passages: pieces of the story that are short enough to ask about, cut between paragraphs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from sayso.ingest.article import Article, Span
from sayso.read.reading import Spans
from sayso.read.sentences import paragraphs, split_paragraph

LONGEST = 6_000
"""Characters in a passage, unless a single piece of text without a break is longer."""

_JOINT = "\n\n"
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class Passage:
    """Paragraphs one after the other, and where each stands in the article.

    ``text`` joins them with a blank line; what lies between them in the article is left out. A code
    point that cannot be sent (half a surrogate pair) stands as U+FFFD in it.
    """

    pieces: Spans
    text: str

    @staticmethod
    def of(text: str, pieces: Sequence[Span]) -> "Passage":
        """The passage that these spans of an article make."""
        joined = _JOINT.join(text[start:end] for start, end in pieces)
        return Passage(tuple(pieces), _LONE_SURROGATE.sub("\ufffd", joined))

    def in_article(self, span: Span) -> Spans:
        r"""Where a stretch of the passage stands in the article: one span for each paragraph that it touches.

        >>> Passage.of("One. An advert. Two.", [(0, 4), (16, 20)]).in_article((0, 9))
        ((0, 4), (16, 19))
        """
        lengths = [end - start for start, end in self.pieces]
        begins = accumulate((length + len(_JOINT) for length in lengths[:-1]), initial=0)
        found = []
        for (start, _), length, begin in zip(self.pieces, lengths, begins, strict=True):
            first, last = max(span[0], begin), min(span[1], begin + length)
            if first < last:
                found.append((start + first - begin, start + last - begin))
        return tuple(found)


def passages(article: Article, longest: int = LONGEST) -> Iterator[Passage]:
    """The story in passages, in order; a paragraph that is longer than one is cut between sentences."""
    held: list[Span] = []
    size = 0
    for start, end in _pieces(article, longest):
        if held and size + end - start > longest:
            yield Passage.of(article.text, held)
            held, size = [], 0
        held.append((start, end))
        size += end - start + len(_JOINT)
    if held:
        yield Passage.of(article.text, held)


def _pieces(article: Article, longest: int) -> Iterator[Span]:
    for paragraph in paragraphs(article.text, article.body):
        if paragraph[1] - paragraph[0] <= longest:
            yield paragraph
        else:
            yield from split_paragraph(article.text, paragraph)
