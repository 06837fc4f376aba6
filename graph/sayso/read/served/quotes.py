"""Finds quoted words in a text: as printed, or else whatever white space and quotation marks they were given."""

from collections.abc import Iterator
from unicodedata import combining

from sayso.ingest.article import Span

MARKS = frozenset("\"'`´“”„‟‘’‚‛«»‹›「」『』＂＇")
_UNSPACED = "\u2e80"  # from here on, scripts that write without spaces between words


class Words:
    """A text in which quotes are looked up."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._kept = [at for at, sign in enumerate(text) if _counts(sign)]
        self._bare = "".join(text[at] for at in self._kept)

    def occurrences(self, quote: str) -> list[Span]:
        """Where the quote stands, in order: as given, or else with other white space and quotation marks.

        A quote never begins or ends inside a word of the text, and one without a word is nowhere.

        >>> Words("“We  tried,” he said, as the others did.").occurrences('"We tried," he')
        [(0, 15)]
        >>> Words("As the others did.").occurrences("he")
        []
        """
        quote = quote.strip()
        if not any(sign.isalnum() or sign == ":" for sign in quote):
            return []
        exact = (span for at in _all(self.text, quote) if self._is_whole(span := (at, at + len(quote))))
        return list(exact) or [self._with_marks(span, quote) for span in self._alike(quote)]

    def _alike(self, quote: str) -> Iterator[Span]:
        bare = "".join(filter(_counts, quote))
        for at in _all(self._bare, bare):
            span = (self._kept[at], self._kept[at + len(bare) - 1] + 1)
            if self._is_whole(span):
                yield span

    def _with_marks(self, span: Span, quote: str) -> Span:
        """The span with the quotation marks beside it, where the quote had them."""
        start, end = span
        start -= quote[0] in MARKS and self.text[start - 1 : start] in MARKS
        end += quote[-1] in MARKS and self.text[end : end + 1] in MARKS
        return start, end

    def _is_whole(self, span: Span) -> bool:
        return not (self._inside_word(span[0]) or self._inside_word(span[1]))

    def _inside_word(self, at: int) -> bool:
        beside = self.text[at - 1 : at + 1] if at else ""
        if len(beside) < 2:
            return False
        return combining(beside[1]) > 0 or all(sign.isalnum() and sign < _UNSPACED for sign in beside)


def gap(one: Span, other: Span) -> int:
    """Characters between two spans; 0 where they touch or overlap.

    >>> gap((0, 3), (5, 8)), gap((5, 8), (0, 3)), gap((0, 6), (5, 8))
    (2, 2, 0)
    """
    return max(0, one[0] - other[1], other[0] - one[1])


def nearest(found: list[Span], to: Span, avoided: list[Span], penalty: int) -> Span:
    """The span that stands nearest; one that overlaps what it should avoid counts as ``penalty`` further off."""
    return min(found, key=lambda span: (gap(span, to) + penalty * any(overlap(span, a) for a in avoided), span))


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans share a character."""
    return one[0] < other[1] and other[0] < one[1]


def _counts(sign: str) -> bool:
    return not sign.isspace() and sign not in MARKS


def _all(text: str, part: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)
