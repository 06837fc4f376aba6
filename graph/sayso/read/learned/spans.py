"""Runs of tokens back to spans of the text, as a careful reader would underline them."""

import unicodedata
from collections.abc import Iterable

import numpy as np

from sayso.ingest.article import Span
from sayso.read.learned.tokens import INSIDE, MARK, PLAIN, QUOTE, Ints, Tokens, quotation


class Underliner:
    """Turns token runs of one text into spans, quotation marks included where they enclose the run."""

    def __init__(self, text: str, tokens: Tokens) -> None:
        self.text = text
        self._tokens = tokens
        self._quote = quotation(tokens.quote_kind, tokens.paragraph)

    def spans(self, runs: Iterable[Ints], *, quoted: bool = False) -> tuple[Span, ...]:
        """The spans of the runs in text order, one a paragraph; `quoted` takes enclosing quotation marks in."""
        parts = [part for run in runs for part in self._by_paragraph(run)]
        ends = [self._widen(run) if quoted else (int(run[0]), int(run[-1])) for run in parts]
        return tuple(self._span(first, last) for first, last in sorted(ends))

    def _by_paragraph(self, run: Ints) -> list[Ints]:
        return np.split(run, np.flatnonzero(np.diff(self._tokens.paragraph[run])) + 1)

    def _span(self, first: int, last: int) -> Span:
        end = int(self._tokens.end[last])
        while end < len(self.text) and unicodedata.combining(self.text[end]):
            end += 1
        return int(self._tokens.start[first]), end

    def _widen(self, run: Ints) -> tuple[int, int]:
        first, last = int(run[0]), int(run[-1])
        if first > 0 and self._quote[first] == INSIDE and self._is_quote(first - 1, first):
            first -= 1
        after = last + 1
        while after < len(self._tokens) and self._is_stop(after, last):
            after += 1
        opened = np.any(self._tokens.quote_kind[first : last + 1] != PLAIN)
        if opened and self._quote[last] == INSIDE and after < len(self._tokens) and self._is_quote(after, last):
            last = after
        return first, last

    def _is_quote(self, i: int, near: int) -> bool:
        same = self._tokens.paragraph[i] == self._tokens.paragraph[near]
        return bool(same and self._quote[i] == QUOTE)

    def _is_stop(self, i: int, near: int) -> bool:
        same = self._tokens.paragraph[i] == self._tokens.paragraph[near]
        return bool(same and self._tokens.case[i] == MARK and self.text[self._tokens.start[i]] in ".,!?…")
