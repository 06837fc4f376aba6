"""Whether two claims give other answers to one question: what caused it, from where it came, who fired first."""

import re
from collections.abc import Iterator
from functools import lru_cache

from sayso.audit.claims.propositions import Clause, Proposition, in_a_word, light, terms_of
from sayso.audit.wording import words as told_words

_BE = r"(?:was|were|is|are|had been|has been|have been|being|been)"
_HEDGE = r"(?:(?:probably|likely|most likely|apparently|deliberately|accidentally) )?"
_SET = r"(?:caused|started|triggered|sparked|ignited|touched off|set off|brought down|brought about)"
_CAUSED = re.compile(rf"(?P<what>.+?) {_BE} {_HEDGE}{_SET} by (?P<by>.+)", re.IGNORECASE)
_BURNED = re.compile(rf"(?P<what>.+?) {_BE} {_HEDGE}set (?:alight|on fire|ablaze) by (?P<by>.+)", re.IGNORECASE)
_CAUSES = re.compile(
    rf"(?P<by>.+?) (?:(?:had|has|have) )?{_HEDGE}(?:{_SET} (?P<what>.+)|set (?P<alight>.+?) (?:alight|on fire|ablaze))",
    re.IGNORECASE,
)
_CAUSE_OF = re.compile(rf"(?P<by>.+?) {_BE} {_HEDGE}the (?:sole |real |likely )?cause of (?P<what>.+)", re.IGNORECASE)
_THE_CAUSE = re.compile(rf"the cause (?:of (?P<what>.+?) )?{_BE} {_HEDGE}(?P<by>.+)", re.IGNORECASE)
_DUE = re.compile(
    rf"(?P<what>.+?) {_BE} {_HEDGE}(?:due to|the result of|because of|a result of) (?P<by>.+)", re.IGNORECASE
)
_PLACE = (
    r"(?P<by>(?!\d)[^,;]+?)"
    r"(?= (?:at|on|in|during|after|before|early|late|around|shortly|across|near|outside|north|south|east|west)\b|$)"
)
_FROM = re.compile(
    r"(?P<what>.+?) (?:(?:had |has |have )?(?:come|came|comes|originated|started)"
    rf"|{_BE} {_HEDGE}(?P<done>[a-z]+))(?: [\w’'-]+){{0,6}}? from (?P<by>[^,;]*?(?-i:\b[A-Z])[^,;]*)",
    re.IGNORECASE,
)
_BY = re.compile(
    rf"(?P<what>.+?) {_BE} {_HEDGE}(?P<done>[a-z]+) by (?P<by>(?:an? |the )?(?:[a-z]+ )?(?-i:[A-Z])[^,;]*)",
    re.IGNORECASE,
)
_BEGAN_IN = re.compile(
    r"(?P<what>.*?\b(?:fire|blaze|explosion|blast|leak|outbreak|flames))"
    rf" (?:had |has )?(?:started|begun|began|broken out|broke out|originated) in {_PLACE}",
    re.IGNORECASE,
)
_FIRST_FROM = re.compile(
    r"the first (?:shots?|rounds?|shells?|bullets?) "
    rf"(?:(?:had |have )?(?:come|came)|{_BE} (?:fired|shot)) (?:from|by) (?P<by>.+)",
    re.IGNORECASE,
)
_FIRST = re.compile(r"(?P<by>.+?) firstshot\b", re.IGNORECASE)
_WHAT = r"(?P<what>(?:(?:all|only|just|simply|mostly|ordinary|a|an|the) )*(?:(?!\w+(?:ed|ing)\b)[\w’'-]+ ?){1,2})"
_THEY_ARE = re.compile(rf"(?:that )?(?:they|he|she) {_BE} {_WHAT}", re.IGNORECASE)
_THEY_WERE = re.compile(rf"\b{_BE} (?:all |only |just )?(?P<what>(?!\w+(?:ed|en|ing)\b)[\w’'-]+s\b.*)", re.IGNORECASE)
_PASSIVE = (_CAUSED, _BURNED, _CAUSE_OF, _THE_CAUSE, _DUE, _CAUSES)


def rival(left: Proposition, right: Proposition, *, next_to: bool) -> bool:
    """Whether two claims name two causes, two origins or two who fired first, and so cannot both hold."""
    return any(
        _differ(ours, theirs, next_to=next_to)
        for one in left.clauses for other in right.clauses if not (one.negated or other.negated)
        for ours in answers(one) for theirs in answers(other)
    )  # fmt: skip


def called_otherwise(left: Proposition, right: Proposition) -> bool:
    """Whether one calls those something else of whom the other, next to it, has told what they were.

    It points to them by a pronoun: "the men had been smugglers", "they were fishermen".
    """
    return any(
        _is_called(ours, theirs)
        for one, other in ((left, right), (right, left)) for ours in one.clauses for theirs in other.clauses
        if not (ours.negated or theirs.negated)
    )  # fmt: skip


def _is_called(pointing: Clause, other: Clause) -> bool:
    found, told = _THEY_ARE.fullmatch(pointing.words.strip(" “”\"'.,")), _THEY_WERE.search(other.words)
    if not found or not told:
        return False
    ours, theirs = terms_of(found["what"]) - light(), terms_of(told["what"]) - light()
    return bool(ours) and bool(theirs) and not ours & theirs


def _differ(ours: tuple[str, str, str], theirs: tuple[str, str, str], *, next_to: bool) -> bool:
    if ours[0] != theirs[0]:
        return False
    asked, other = terms_of(ours[1]) - light(), terms_of(theirs[1]) - light()
    answer, rival_ = terms_of(ours[2]) - light(), terms_of(theirs[2]) - light()
    one_question = bool(asked & other) or (next_to and not (asked and other)) or asked == other
    return one_question and bool(answer) and bool(rival_) and not answer & rival_


def answers(clause: Clause) -> Iterator[tuple[str, str, str]]:
    """The question that a clause answers: its sort, of what, and the answer.

    >>> from sayso.audit.claims.propositions import clauses
    >>> [list(answers(c)) for c in clauses("the blaze had been started by a cigarette")]
    [[('cause', 'the blaze', 'a cigarette')]]
    """
    yield from _answers(clause.words.strip(" “”\"'.,"))


@lru_cache(maxsize=65536)
def _answers(words: str) -> tuple[tuple[str, str, str], ...]:
    words = re.sub(r"^that ", "", words)
    if found := _FIRST_FROM.match(words):
        return (("first", "", found["by"]),)
    if "firstshot" in (told := in_a_word(words)) and (found := _FIRST.match(told)):
        return (("first", "", found["by"]),)
    for pattern in _PASSIVE:
        if found := pattern.match(words):
            named = found.groupdict()
            return (("cause", named.get("what") or named.get("alight") or "", named["by"]),)
    for where in (_FROM, _BY):
        if (found := where.match(words)) and (sort := _done(where, found["done"])):
            return ((sort, found["what"], found["by"]),)
    found = _BEGAN_IN.match(words)
    return (("in", found["what"], found["by"]),) if found else ()


def _done(where: re.Pattern[str], verb: str | None) -> str:
    """The sort of what a side did: "from" for all by which something comes from it; empty where that tells nothing."""
    if verb is None or verb.casefold() in told_words("origins"):
        return "from"
    return "" if where is _FROM else f"by {min(terms_of(verb), default='')}"
