"""The article with what the stages of reading share: its paragraphs, sentences and quotations."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.ingest.article import Article, Span
from sayso.read.quotation import Quotation, quotations
from sayso.read.reading import Spans
from sayso.read.sentences import paragraphs, split_paragraph

_AROUND = 400


@dataclass(frozen=True)
class Page:
    """The article with what its stages share: its sentences and quotations."""

    text: str
    published: str | None
    paragraphs: list[Span]
    sentences: list[Span]
    starts: list[int]
    quoted: list[Quotation]
    quote_starts: list[int]

    @staticmethod
    def of(article: Article) -> "Page":
        """The page of an article, its body alone."""
        stories = paragraphs(article.text, article.body)
        sentences = [s for p in stories for s in split_paragraph(article.text, p)]
        quoted = quotations(article.text, stories)
        starts = [start for start, _ in sentences]
        quote_starts = [quotation.start for quotation in quoted]
        return Page(article.text, article.published, stories, sentences, starts, quoted, quote_starts)

    def sentence(self, offset: int) -> Span:
        """The sentence that holds an offset, or of a very long one what stands near."""
        if not self.sentences:
            return 0, 0
        start, end = self.sentences[max(0, bisect_right(self.starts, offset) - 1)]
        return max(start, offset - _AROUND), min(end, offset + _AROUND)

    def sentence_of(self, offset: int) -> Span:
        """The whole sentence that holds an offset."""
        return self.sentences[max(0, bisect_right(self.starts, offset) - 1)] if self.sentences else (0, 0)

    def quotations_near(self, spans: Spans) -> Sequence[Quotation]:
        """The quotations that touch the stretch from the first span to the last."""
        first = max(0, bisect_right(self.quote_starts, spans[0][0]) - 1)
        last = bisect_right(self.quote_starts, spans[-1][1])
        return self.quoted[first:last]
