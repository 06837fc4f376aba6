"""Text to tokens: words and single punctuation marks, with offsets, word pieces and two features."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from sayso.ingest.article import Span

Ints = npt.NDArray[np.int64]

LOWER, TITLE, UPPER, MIXED, NUMBER, MARK = range(6)
"""Letter case of a token; NUMBER has digits and no letters, MARK neither."""

PLAIN, STRAIGHT, OPENING, CLOSING = range(4)
"""What a token does to quotation: nothing, toggles, opens or closes it."""

OUTSIDE, INSIDE, QUOTE = range(3)
"""Where a token stands: outside quotation marks, inside them, or itself one of them."""

QUOTE_KINDS = {'"': STRAIGHT, "“": OPENING, "„": OPENING, "«": OPENING, "”": CLOSING, "»": CLOSING}
LONGEST_STRETCH = 20_000
"""Characters tokenised at once; bounds the memory that a text without line breaks takes."""

PARAGRAPH = re.compile(r"[^\r\n\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Aligned arrays, one row a token in text order.

    `pieces` holds each token's word-piece ids. `paragraph` numbers the paragraphs from 0.
    """

    start: Ints
    end: Ints
    paragraph: Ints
    case: Ints
    quote_kind: Ints
    pieces: tuple[tuple[int, ...], ...]

    def __len__(self) -> int:
        return len(self.start)


def tokenize(text: str, body: Sequence[Span], tokenizer: Tokenizer) -> Tokens:
    """Tokenise the paragraphs of `text` that lie inside the `body` spans."""
    rows: list[tuple[int, int, int, int, int]] = []
    pieces: list[tuple[int, ...]] = []
    for number, (begin, finish) in enumerate(paragraphs(text, body)):
        for low, high in stretches(text, begin, finish):
            encoding = tokenizer.encode(text[low:high], add_special_tokens=False)
            for start, end, ids in paragraph_words(encoding):
                word = text[low + start : low + end]
                kind = QUOTE_KINDS.get(word, PLAIN)
                rows.append((low + start, low + end, number, letter_case(word), kind))
                pieces.append(ids)
    columns = np.array(rows, dtype=np.int64).reshape(-1, 5).T
    return Tokens(columns[0], columns[1], columns[2], columns[3], columns[4], tuple(pieces))


def paragraphs(text: str, body: Sequence[Span]) -> Iterator[Span]:
    """The non-blank lines inside the body spans."""
    for begin, end in body:
        for match in PARAGRAPH.finditer(text, begin, end):
            if not match[0].isspace():
                yield match.span()


def stretches(text: str, begin: int, end: int) -> Iterator[Span]:
    """A paragraph, cut at spaces if it is longer than `LONGEST_STRETCH` characters."""
    while end - begin > LONGEST_STRETCH:
        space = text.rfind(" ", begin + 1, begin + LONGEST_STRETCH)
        cut = space if space > 0 else begin + LONGEST_STRETCH
        yield begin, cut
        begin = cut
    yield begin, end


def paragraph_words(encoding: Any) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """Start, end and piece ids of each word of one encoded paragraph."""
    word: int | None = None
    ids: list[int] = []
    begin = end = 0
    for piece, owner, (b, e) in zip(encoding.ids, encoding.word_ids, encoding.offsets, strict=True):
        if owner != word and ids:
            yield begin, end, tuple(ids)
            ids = []
        if not ids:
            begin = b
        word, end = owner, e
        ids.append(piece)
    if ids:
        yield begin, end, tuple(ids)


def letter_case(word: str) -> int:
    """LOWER, TITLE, UPPER, MIXED, NUMBER or MARK."""
    if word.islower():
        return LOWER
    if word.isupper():
        return TITLE if len(word) == 1 else UPPER
    if word.istitle():
        return TITLE
    if any(c.isalpha() for c in word):
        return MIXED
    return NUMBER if any(c.isalnum() for c in word) else MARK


def quotation(quote_kind: Ints, paragraph: Ints) -> Ints:
    """OUTSIDE, INSIDE or QUOTE for each token; a quotation left open ends with its paragraph."""
    out = np.zeros(len(quote_kind), dtype=np.int64)
    inside, current = False, -1
    for i, (kind, number) in enumerate(zip(quote_kind.tolist(), paragraph.tolist(), strict=True)):
        if number != current:
            inside, current = False, number
        if kind == PLAIN:
            out[i] = INSIDE if inside else OUTSIDE
        else:
            out[i] = QUOTE
            inside = kind == OPENING or (kind == STRAIGHT and not inside)
    return out
