"""What a clause says of those whom its figure counts: the stems of its content words.

For a figure of people, things or money of no particular kind they are all that tells what is counted.
"""

import re

from sayso.audit.clauses import Clause
from sayso.audit.wording import groups, words
from sayso.ingest.article import Span

_SMALL = re.compile(r"(?<![\w’'-])[a-z][a-z’'-]{2,}")
_ENDS = ("ings", "ing", "edly", "ied", "ies", "ed", "es", "ly", "s", "e", "y")
_LEAST = 3


def topic(text: str, clause: Clause, span: Span, noun: str = "") -> frozenset[str]:
    """The stems of what the clause says beside the number and the noun counted; names are left out.

    >>> text = "Some 300 people had been inside the building, the owner said."
    >>> sorted(topic(text, Clause((0, 61), ((46, 60),)), (0, 15)))
    ['build', 'insid']
    """
    around = Clause(clause.span, (*clause.taken, span)).text(text)
    found = {stem(word) for word in _SMALL.findall(around) if word not in words("number_words")}
    return frozenset(found - {"", stem(noun)})


def stem(word: str) -> str:
    """The stem of an English word, as far as regular endings go; one stem for words of one meaning.

    >>> stem("crossing"), stem("crossed"), stem("houses"), stem("joined") == stem("attended")
    ('cross', 'cross', 'hous', True)
    """
    folded = word.casefold().removesuffix("’s").removesuffix("'s")
    folded = groups("one_meaning").get(folded, folded)
    for end in _ENDS:
        if folded.endswith(end) and not folded.endswith("ss") and len(folded) - len(end) >= _LEAST:
            return folded[: -len(end)]
    return folded
