"""Tokens of a sentence for counting: words, numerals, codes that only look like numerals, and marks."""

import re
from typing import NamedTuple

_TOKEN = re.compile(
    r"""
    (?P<code>
        \d{1,2}[:.]\d{2}\s?[ap]\.?m\b\.?             # 9.30am
      | \d+(?::\d+)+                                 # 12:15
      | \+?\d+(?:[-\u2010-\u2013/]\d+){2,}           # telephone numbers, dates in digits
      | \d+(?:\.\d+){2,}
      | \d+/\d+
      | \d[\d,.]{0,20}[-\u2010\u2011](?!(?:odd|plus)\b)[^\W\d_][\w-]*       # 34-year-old, 12-mile
      | [^\W\d_][\w]*[-\u2010-\u2013]\d[\w-]*        # Su-35, Covid-19
    )
  | (?P<number>
        (?<!\w)(?:\d{1,3}(?:\x20\d{3}){2,5}(?![\d.,]\d)(?!\d)|\d{1,3}\x20(?:000|0\d\d)(?!\d)|\d{1,3}(?:[,\u066c\uff0c\u00a0\u202f\u2009]\d{3}){1,5}(?![,\u066c\uff0c]?\d)|\d{1,18})(?:[.\u066b]\d+)?(?:(?:k|m|mn|bn|b|tn|million|billion|trillion)(?!\w)|(?!\w))
    )
  | (?P<mixed>\w*\d\w*)                              # G7, 170mm, 155th
  | (?P<initials>(?:[^\W\d_]\.){2,})
  | (?P<word>[^\W\d_]+(?:['\u2019\u2010\u2011-](?!(?:odd|plus)\b)[^\W\d_]+)*)
  | (?P<mark>[^\w\s]|_)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ACRONYMS = {"US": "u.s.", "IS": "isis", "WHO": "w.h.o.", "IT": "i.t."}
_FORM = {"code": "code", "mixed": "code", "number": "number", "initials": "word", "word": "word", "mark": "mark"}


class Token(NamedTuple):
    """One token; ``form`` is word, number, code or mark, and ``low`` its text in lower case with straight marks."""

    start: int
    end: int
    low: str
    form: str
    capital: bool


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens of a stretch of text, in order; a possessive keeps its ending.

    >>> [(t.low, t.form) for t in tokens("Two T-72s, 34-year-old, $1.5m", 0, 29)][:4]
    [('two', 'word'), ('t-72s', 'code'), (',', 'mark'), ('34-year-old', 'code')]
    """
    found = []
    shouted = text[start:end].isupper()
    for match in _TOKEN.finditer(text, start, end):
        printed = match.group()
        low = _ACRONYMS.get(printed, "") if not shouted else ""
        low = low or printed.casefold().replace("\u2019", "'").replace("\u2010", "-").replace("\u2011", "-")
        found.append(Token(match.start(), match.end(), low, _FORM[match.lastgroup or "mark"], printed[:1].isupper()))
    return found
