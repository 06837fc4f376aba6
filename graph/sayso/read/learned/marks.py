"""Quotation marks of every style as the model knows them: what it learned from has curly and straight ones alone."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from tokenizers import Tokenizer

from sayso.ingest.article import Span
from sayso.read.learned.tokens import CLOSING, OPENING, Tokens
from sayso.read.quotation import quotations
from sayso.read.sentences import paragraphs

_KNOWN = frozenset('"“”')
_OPENING, _CLOSING = "“", "”"


def with_known_marks(text: str, body: Sequence[Span], tokens: Tokens, tokenizer: Tokenizer) -> Tokens:
    """The tokens, with ‘single’, «angle» and „low“ marks that enclose a quotation read as “curly” ones.

    No offset changes: the text keeps its marks, and spans still slice to it.
    """
    kinds, pieces = tokens.quote_kind.copy(), list(tokens.pieces)
    for quotation in quotations(text, paragraphs(text, body)):
        if text[quotation.start] in _KNOWN and (not quotation.closed or text[quotation.end - 1] in _KNOWN):
            continue
        ends = [(quotation.start, OPENING, _OPENING)]
        ends += [(quotation.end - 1, CLOSING, _CLOSING)] if quotation.closed else []
        for offset, kind, mark in ends:
            at = int(np.searchsorted(tokens.start, offset))
            if at < len(tokens) and tokens.start[at] == offset and tokens.end[at] == offset + 1:
                kinds[at] = kind
                pieces[at] = tuple(tokenizer.encode(mark, add_special_tokens=False).ids)
    return replace(tokens, quote_kind=kinds, pieces=tuple(pieces))
