"""What a clause says of those whom its figure counts: the stems of its content words.

For a figure of people, things or money of no particular kind they are all that tells what is counted.
"""

import re
from functools import cache

from sayso.audit.telling import Telling
from sayso.audit.told.clauses import Clause
from sayso.audit.told.populations import is_known
from sayso.audit.wording import groups, table, words
from sayso.ingest.article import Span

_SMALL = re.compile(r"(?<![\w’'-])[a-z][a-z’'-]{2,}")
_WORD = re.compile(r"(?<![\w’'-])[A-Za-z][a-z’'-]{2,}")
_OPENING = re.compile(r"[A-Z][a-z]{2,}(?= [a-z])")
_BARE = re.compile(
    r"\b(?:(?:put|puts|putting|estimat\w+|gives?|gave|sets?|valued?|narrowed|raised|lowered|revised"
    r"|corrected)\s+"
    r"(?:(?:its|his|her|their|the|of|estimate|count|number|figure|total)\s+)*(?P<what>[^,;]*?)\s*(?:at|as|to)"
    r"|counts?|counted|insists? on|speaks? of|spoke of|admits? to|admitted to|says?|said|stands? by"
    r"|it (?:was|is)|at)\s*$",
    re.IGNORECASE,
)
_WAS_GIVEN = re.compile(
    r"\b(?:figure|number|total|estimate|count|toll) of (?:[\w,.-]+ ){1,6}?(?:was|had been|were|is) "
    r"(?:given|cited|quoted|provided|put about|reported|supplied|passed on|mentioned)\b",
    re.IGNORECASE,
)
_ON_BOARD = re.compile(
    r"\bon (?:the|its|a) (?:\w+ )?(?:plane|aircraft|flight|airliner|ship|vessel|boat|bus|coach|train)s?\b|\bon it\b"
)
_DOER = re.compile(r"([a-z]{4,})(?:er|or|ee|ant)")
_TENS = re.compile(r"(?:twen|thir|for|fif|six|seven|eigh|nine)(?:ty|teen)\b")
_ENDS = ("ings", "ing", "edly", "ied", "ies", "ed", "en", "es", "ly", "s", "e", "y")
_LEAST = 3


def topic(text: str, clause: Clause, span: Span, unit: str = "person", counted: str = "") -> frozenset[str]:
    """The stems of what the clause says beside the number and the noun counted; names and bodies are left out.

    Words that only give the number say nothing ("the police say 35,000"), save what they give it of ("put the loss
    at 30,000"). For a share names belong to it: that of one candidate is not that of another; to a measure its unit
    does not.

    >>> text = "Some 300 people had been inside the building, the owner said."
    >>> sorted(topic(text, Clause((0, 61), ((46, 60),)), (0, 15)))
    ['build', 'insid']
    """
    own = _counted(counted.lower())
    measured = unit not in ("person", "item")
    whole = Clause(clause.span, (*clause.taken, span)) if measured else clause
    pattern = _WORD if unit == "percent" else _SMALL
    behind = _stems(Clause((span[1], max(span[1], clause.span[1])), clause.taken).text(text), pattern)
    if _WAS_GIVEN.search(text, *clause.span):
        return frozenset()
    if not behind and (bare := _BARE.search(text, clause.span[0], max(clause.span[0], span[0]))):
        return _stems(bare["what"] or _before_colon(text, clause, bare), pattern) - own
    opening = _OPENING.match(text, clause.span[0], clause.span[1])
    boards = {stem("aboard")} if _ON_BOARD.search(clause.text(text)) else set()
    opens = _stems(opening[0].lower(), _SMALL) if opening and not clause.is_taken(opening.span()) else frozenset()
    return (opens | boards | _stems(whole.text(text), pattern)) - own


def _counted(words: str) -> frozenset[str]:
    """The stems of the noun counted and what is said of it, save what befell it: burnt of "burnt lorries"."""
    found = _SMALL.findall(words)
    return frozenset(stem(word) for at, word in enumerate(found) if at == len(found) - 1 or stem(word) not in _known())


def _before_colon(text: str, clause: Clause, bare: re.Match[str]) -> str:
    """What the number is given of where that stands before a colon: "a hole in the fund: trustees put it at 80"."""
    lead, colon, _ = text[clause.span[0] : bare.start()].rpartition(":")
    return Clause((clause.span[0], clause.span[0] + len(lead)), clause.taken).text(text) if colon else ""


@cache
def _phrasal() -> re.Pattern[str]:
    """Every verb of two words, in a group by the name of the one word of its meaning."""
    return re.compile("|".join(f"(?P<{word}>{told})" for word, told in table("phrasal").items()), re.IGNORECASE)


def _stems(printed: str, pattern: re.Pattern[str]) -> frozenset[str]:
    printed = _phrasal().sub(lambda told: str(told.lastgroup), printed)
    found = {stem(word) for word in pattern.findall(printed) if not says_number(word.lower())}
    return frozenset(found - {""})


@cache
def of_kind(kind: str) -> frozenset[str]:
    """The stems of what is said of those of a kind, such as hospital of the wounded."""
    return frozenset(map(stem, table("kind_words").get(kind, "").split()))


@cache
def of_kinds() -> frozenset[str]:
    """The stems of what is said of those of any kind."""
    return frozenset().union(*map(of_kind, table("kind_words")))


def doing(noun: str, *, known: bool = False) -> frozenset[str]:
    """The stem of what those do whom a noun in the singular tells by it: desert of deserter; none where it has none.

    Nouns that are listed, such as soldier, tell who they are before what they do: asked for with ``known``.

    >>> doing("deserter") == {stem("deserted")}, doing("worker"), doing("worker", known=True) == {stem("worked")}
    (True, frozenset(), True)
    """
    found = _DOER.fullmatch(noun) if known or not is_known(noun) else None
    return frozenset({stem(f"{found[1]}ed")} if found else ())


def of_one_kind(one: Telling, other: Telling) -> bool:
    """Whether both topics tell of one kind in other words: cattle that died, cattle that perished."""
    kinds = table("kind_words").keys() - {"protesters"}  # whoever came may have come to anything
    return any(one.topic & of_kind(kind) and other.topic & of_kind(kind) for kind in kinds)


@cache
def _known() -> frozenset[str]:
    """The stems of words whose meaning is listed."""
    return of_kinds() | {stem(word) for word in groups("one_meaning")}


def may_mean(one: Telling, other: Telling) -> bool:
    """Whether what the first says of those counted may mean the kind of the second.

    Whoever is without power was not evacuated, though it is the same number by the same body.
    """
    return one.kind == other.kind or not one.topic & _known()


def says_number(word: str) -> bool:
    """Whether a lower-case word gives a number, or tells that one is given, and not what is counted."""
    return word in words("number_words") or _TENS.match(word) is not None


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
