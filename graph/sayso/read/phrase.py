"""A source phrase taken apart: its determiner, its head, and what hangs on it."""

import re
from dataclasses import dataclass
from itertools import takewhile

from sayso.ingest.article import Span
from sayso.read.lexicon import words
from sayso.read.printed import Word, split_words

DETERMINERS = words("determiners") | words("possessives")
_LINKS = frozenset(["of", "for", "from", "in", "at", "with", "on", "to", "by", "near", "who", "which", "that", "whose"])
_REDUCED = words("reduced", "roles")
"""Participles that open a clause without "which": "the institute published today"."""

_LISTED = re.compile(r",\s+(?:and\s+[A-Z]|(?:[A-Z][\w.’'-]*\s?){1,3},?\s+and\s+[A-Z])")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source phrase taken apart: its words, and the words up to its head."""

    span: Span
    words: list[Word]
    head: list[Word]

    @property
    def determiner(self) -> str:
        """The first word, if it is a determiner; else empty."""
        first = self.words[0].bare if self.words else ""
        return first if first in DETERMINERS else ""

    @property
    def noun(self) -> str:
        """The head noun in lower case."""
        return self.head[-1].bare if self.head else ""


def phrase_of(text: str, span: Span) -> Phrase:
    """The phrase without determiner-only words behind its first comma or linking preposition.

    >>> p = phrase_of("the deputy head of the mission, Ana", (0, 35))
    >>> p.determiner, p.noun
    ('the', 'head')
    """
    found = split_words(text, *span)
    head: list[Word] = []
    for i, word in enumerate(found):
        if word.text == "," and _LISTED.match(text, word.start, span[1]):
            head.append(word)
            continue
        if (
            i
            and (word.bare in _LINKS | _REDUCED or word.text in (",", "(", ":", "—"))
            and any(w.bare not in DETERMINERS for w in head)
        ):
            break
        head.append(word)
    return Phrase(span, found, head)


def label_of(text: str, phrase: Phrase) -> str:
    """The description as printed, up to a comma or a relative clause, without "the".

    >>> label_of("the head of the mission, who left", phrase_of("the head of the mission, who left", (0, 33)))
    'head of the mission'
    """
    stop = phrase.head[-1].end
    before = ""
    for word in phrase.words[len(phrase.head) : len(phrase.head) + 10]:
        relative = word.bare in ("who", "which", "that", "whose") and before not in _LINKS
        shortened = len(before) == 1 or before in words("honorifics", "roles") | words("ranks", "roles")
        titled = word.text == "." and shortened
        if relative or not (titled or word.text[0].isalnum()):
            break
        if before in ("on", "in", "by", "last", "this") and word.bare in words("time_words"):
            return label_of(text, Phrase(phrase.span, phrase.words[: phrase.words.index(word) - 1], phrase.head))
        before = word.bare
        stop = word.end
    label = " ".join(text[phrase.head[0].start : stop].split())
    return re.sub(r"^[Tt]he\s+(?=\S)|(?<=\w)[’']s$|(?<=s)[’']$", "", label)


def role_in(text: str, phrase: Phrase) -> str:
    """The head without its determiner: the words of a role."""
    rest = [w for w in phrase.head if w.bare not in DETERMINERS]
    return text[rest[0].start : rest[-1].end] if rest else ""


def seat_in(phrase: Phrase) -> str:
    """The place that a description says its body is of or in, in lower case: "police in Port Alder"."""
    behind = phrase.words[len(phrase.head) :]
    if len(behind) < 2 or behind[0].bare not in ("in", "of", "at", "for"):
        return ""
    named = list(takewhile(lambda word: word.named, behind[1:]))
    return " ".join(word.bare for word in named)
