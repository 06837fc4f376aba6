"""Units: sentences as tokens, with each quotation as one token, so that a sentence reads past what it quotes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sayso.ingest.article import Article, Span
from sayso.read.quotation import Quotation, quotations
from sayso.read.sentences import paragraphs, split_paragraph

_MARKS = r"\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0903\u093a-\u0dff\u0e31-\u0e4e\u200c\u200d"
_TITLES = "Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Cpl|Cmdr|Adm|Brig|Sen|Rep|Gov|Rev|St|Fr|Insp|Supt|Messrs"
_ACRONYMS = frozenset(["WHO", "US", "IT"])
"""Names in capitals that would be other words without them."""

_TOKEN = re.compile(
    rf"(?:{_TITLES})\.(?=\s+[^\W\d_])|(?:[^\W\d_]\.){{2,}}|\d[\d,.]*\d(?:[\w{_MARKS}-]*)|[^\W_][\w{_MARKS}]*(?:[’'.\-‑&/](?=\w)[\w{_MARKS}]+)*"
    rf"(?:(?<=s)[’'](?=\s))?|--+|[^\w\s]"
)


class Token(NamedTuple):
    """A word (w), a punctuation mark (p) or a whole quotation (q)."""

    start: int
    end: int
    lower: str
    kind: str
    capital: bool


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence, or several that one quotation holds together."""

    text: str
    span: Span
    tokens: list[Token]
    paragraph: int

    def lower(self, i: int) -> str:
        """The token's text in lower case; empty outside the unit."""
        return self.tokens[i].lower if 0 <= i < len(self.tokens) else ""

    def kind(self, i: int) -> str:
        """The token's kind; empty outside the unit."""
        return self.tokens[i].kind if 0 <= i < len(self.tokens) else ""

    def numbered(self, i: int) -> bool:
        """Whether the token opens with a digit."""
        return self.lower(i)[:1].isdigit()

    def between(self, first: int, last: int) -> Span:
        """The characters from token ``first`` to token ``last``, both included."""
        return self.tokens[first].start, self.tokens[last].end


def units(article: Article) -> Iterator[Unit]:
    """The units of the article's body, in order."""
    text = article.text
    stories = paragraphs(text, article.body)
    quoted = quotations(text, stories)
    at = 0
    for number, paragraph in enumerate(stories):
        first = at
        while at < len(quoted) and quoted[at].start < paragraph[1]:
            at += 1
        here = quoted[first:at]
        inner = 0
        for span in _joined(list(split_paragraph(text, paragraph)), here):
            while inner < len(here) and here[inner].end <= span[0]:
                inner += 1
            stop = inner
            while stop < len(here) and here[stop].start < span[1]:
                stop += 1
            yield Unit(text, span, list(_tokens(text, span, here[inner:stop])), number)


def _joined(sentences: list[Span], quoted: Sequence[Quotation]) -> Iterator[Span]:
    """Sentences, joined where a quotation runs across their boundary."""
    at, held = 0, None
    for begin, end in sentences:
        start = held if held is not None else begin
        while at < len(quoted) and quoted[at].end <= end:
            at += 1
        if at < len(quoted) and quoted[at].start < end < quoted[at].end:
            held = start
            continue
        held = None
        yield start, end
    if held is not None:
        yield held, sentences[-1][1]


def _tokens(text: str, span: Span, quoted: Sequence[Quotation]) -> Iterator[Token]:
    at = span[0]
    for q in quoted:
        yield from _words(text, at, max(at, q.start))
        start, end = max(at, q.start), min(q.end, span[1])
        yield Token(start, end, "", "q", False)
        at = end
    yield from _words(text, at, span[1])


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    for m in _TOKEN.finditer(text, start, end):
        word = m.group()
        if word[0].isalnum():
            lower = word if word in _ACRONYMS else word.lower().replace("’", "'")
            yield Token(m.start(), m.end(), lower, "w", word[0].isupper())
        else:
            yield Token(m.start(), m.end(), word, "p", False)
