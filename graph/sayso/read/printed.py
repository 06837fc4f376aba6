"""Words as printed: with their offsets, capitals and possessive endings."""

import re
from dataclasses import dataclass

_MARKS = r"\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0903\u093a-\u0dff\u0e31-\u0e4e\u200c\u200d"
_WORD = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}|\d{{1,3}}(?:,\d{{3}})+(?![\w,])|[^\W_][\w{_MARKS}]*(?:[’'.\-‑&/](?=\w)[\w{_MARKS}]+)*(?:(?<=s)[’'](?=\s))?|[(),;:.!?…“”\"]"
)
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark of the text; ``bare`` is without a possessive ending, in lower case."""

    start: int
    end: int
    text: str
    bare: str

    @property
    def named(self) -> bool:
        """Written as part of a name: a capital, or a script that has none."""
        first = self.text[0]
        return first.isalpha() and (first.isupper() or first.lower() == first.upper())

    @property
    def possessive(self) -> bool:
        """Ends in ’s or s’."""
        return _POSSESSIVE.search(self.text) is not None


def split_words(text: str, start: int, end: int) -> list[Word]:
    """The words and marks between two offsets."""
    return [
        Word(m.start(), m.end(), m.group(), _POSSESSIVE.sub("", m.group()).casefold())
        for m in _WORD.finditer(text, start, end)
    ]


def ending_of(name: str) -> str:
    """The possessive ending of a name; empty where it has none.

    >>> ending_of("Roe’s"), ending_of("Roe")
    ('’s', '')
    """
    found = _POSSESSIVE.search(name)
    return found.group() if found else ""
