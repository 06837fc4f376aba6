"""Numbers whose noun stands before them: where one is told at all; ``taking`` finds the figure that it takes up.

"The police still say 35,000", "Vostria concedes two" and "Four were children" count what was counted before.
"""

from sayso.read.figures.bounds import Bounded
from sayso.read.figures.count import Count
from sayso.read.figures.events import past_teller
from sayso.read.figures.phrase import NUMERALS, is_people
from sayso.read.figures.sentence import Sentence

RESUMED = "resumed"
"""The kind of a number that takes up that of a figure before it."""
_NEAR, _SMALL = 3, 10
_LARGE = 1_000_000
_HOURS = 12
_GIVEN = frozenset(("given", "gave", "listed", "counted", "recorded", "registered", "cited", "published", "named"))
_DEFINITE = frozenset(("the", "these", "those", "its", "their", "his", "her", "our", "both", "my", "your"))
_AFTER = ("prepositions", "barriers", "auxiliaries", "adverbs", "times_told")
_HOLDS = frozenset(("has", "have", "had", "with"))
_SO_FAR = (("so", "far"), ("to", "date"), ("in", "all"), ("in", "total"))
_TIMES = frozenset(("day", "week", "month", "year", "night", "evening", "morning"))
_STOPS = frozenset(("mark", ""))
_JOINS = frozenset(("and", "while", "but", ",", ";"))


def resumes(s: Sentence, count: Count) -> bool:
    """Whether a number without a noun stands where a clause gives a count: "put it at 900", "sees two", "all 34"."""
    b = count.bounded
    if count.phrase.head is not None or _names_hour(s, b):
        return False
    if is_definite(s, b):
        return _restricted(s, b)
    if s.form(b.first - 1) == "number" or b.first == 0:
        return opens(s, count)
    if s.isin(b.last, "leave") and s.low(b.outer - 1) in _HOLDS:
        return True
    if not _closed(s, b.last):
        return opens(s, count)
    given = s.isin(b.outer - 1, "gives_number") or b.number.high >= _LARGE
    return given or opens(s, count) or _told_alone(s, b) or _set_beside(s, b)


def _closed(s: Sentence, i: int) -> bool:
    """Whether no noun can follow at ``i``."""
    earlier = s.low(i) in ("a", "the", "an") and (s.isin(i + 1, "measures") or s.low(i + 1) in _TIMES)
    return s.form(i) in _STOPS or any(s.isin(i, name) for name in _AFTER) or s.lows(i, 2) in _SO_FAR or earlier


def is_definite(s: Sentence, b: Bounded) -> bool:
    """Whether its determiner says that it was told before: "40 of the 300"."""
    return any(s.low(k) in _DEFINITE for k in range(min(b.outer, b.number.first - 1), b.number.first))


def _restricted(s: Sentence, b: Bounded) -> bool:
    """Whether words after a definite number say whom it counts: "the 9,000 with deposits", "the 52 whom it held"."""
    told = s.isin(b.last, "relatives") or s.low(b.last) in ("with", "without", "from", "in", "inside", "on", "still")
    others = any(s.low(k) == "other" for k in range(b.outer, b.number.first)) and (
        s.isin(b.last, "pasts") or s.isin(b.last, "auxiliaries") or s.low(b.last).endswith("ed")
    )
    return (told or others or _given_before(s, b)) and b.number.high > 1


def _given_before(s: Sentence, b: Bounded) -> bool:
    """Whether words after a number say that it was told before: "the 38 it had given", "the 12 announced earlier"."""
    at = b.last
    if s.isin(at, "adverbs") or s.low(at) in ("previously", "earlier", "first", "initially"):
        at += 1
    elif s.low(at) in ("it", "he", "she", "they", "we"):
        at += 2 if s.isin(at + 1, "auxiliaries") else 1
    return s.isin(at, "speech") or (at > b.last and s.isin(at, "puts")) or s.low(at) in _GIVEN


def opens(s: Sentence, count: Count) -> bool:
    """A number that is the subject of its clause: "At least 1,300 were still in captivity", "Four were children"."""
    b = count.bounded
    before = b.outer - 1
    timed = before in s.dated or s.low(before) in ("alone", "now", "then", "itself")
    starts = b.outer == 0 or s.form(before) == "mark" or s.low(before) in ("that", "and", "but") or timed
    after = b.last + 1 if s.isin(b.last, "quotes") else b.last
    does = s.isin(after, "auxiliaries") or (s.isin(after, "pasts") and b.number.high > _SMALL)
    does = does or (s.low(after) in s.lexicon.destroyed and _closed(s, after + 1))
    return count.phrase.head is None and starts and does and b.number.high > 1


def _told_alone(s: Sentence, b: Bounded) -> bool:
    """A bare number that is what a verb, or a preposition of one, tells: "sees two", "stands by 163"."""
    i = past_teller(s, b.outer - 1)
    tells = s.low(i).endswith(("s", "ed")) or s.isin(i, "auxiliaries") or s.low(i - 1).endswith("s")
    if b.number.high == 1 and (s.low(b.last) not in (".", ";", "") or not tells):
        return False
    noun = is_people(s, i) or (s.low(i) in s.lexicon.things and not s.low(i).endswith("s"))
    if s.form(i) != "word" or s.tokens[i].capital or noun:
        return False
    return not any(s.isin(i, name) for name in ("naming_numbers", "articles", "particles"))


def of_hers(s: Sentence, i: int) -> bool:
    """``120 of hers``: as many of what another had, and no part of those."""
    return s.low(i) == "of" and s.isin(i + 1, "owners") and _closed(s, i + 2)


def _set_beside(s: Sentence, b: Bounded) -> bool:
    """A bare number in apposition to a figure, or beside another one: "gave a new figure, 1,260", "and Halmar 40"."""
    i = b.outer - 1
    if s.low(i) in (",", ":", ";", "(", "–", "—"):
        return s.low(i) == ";" or any(s.isin(k, "toll") or s.isin(k, "accounts_given") for k in range(i))
    if _another_subject(s, i):
        return True
    while i > 0 and s.tokens[i].capital and s.form(i) == "word":
        i -= 1
    return i < b.outer - 1 and s.low(i) in _JOINS


def _another_subject(s: Sentence, i: int) -> bool:
    """Whether who says so is put beside another of whom the number is told: "the army says 12, the rebels 30"."""
    at = next((k for k in range(i - 1, max(i - _NEAR, 0) - 1, -1) if s.low(k) in ("the", "its", "their")), None)
    if at is None or s.low(at - 1) not in _JOINS or s.isin(i, "prepositions"):
        return False
    if any(s.form(k) != "word" for k in range(at, i + 1)):
        return False
    beside = next((k for k in range(at - 1, -1, -1) if s.low(k) not in _JOINS), 0)
    given = _number_before(s, beside)
    return given is not None and s.isin(given - 1, "gives_number")


def _number_before(s: Sentence, i: int) -> int | None:
    """Where the number begins that ends at token ``i``."""
    first = i
    while s.form(first) == "number" or s.low(first) in NUMERALS:
        first -= 1
    return first + 1 if first < i else None


def _names_hour(s: Sentence, b: Bounded) -> bool:
    """An hour of the day: "since six", "shut at seven"."""
    hour = b.number.high <= _HOURS and s.isin(b.outer - 1, "clock")
    return hour and not any(s.isin(k, "stands") or s.isin(k, "puts") for k in range(b.outer - 1))
