"""The noun phrase that a number counts: its modifiers, its head, and what a modifier tells of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.read.figures.kinds import Lexicon
from sayso.read.figures.tokens import Token
from sayso.read.lexicon import words

_STOPS = frozenset().union(
    *(words(name) for name in ("prepositions", "conjunctions", "auxiliaries", "pronouns", "possessives", "time_words")),
    ("not", "ago", "also", "then", "there", "it", "them", "him", "her", "us", "me", "yesterday", "today", "tomorrow"),
) - {"other", "others", "late", "early"}
_MORE = {"more", "other", "others", "additional", "further", "new", "extra", "fewer"}
_ARTICLES = {"the", "a", "an", "its", "their", "his", "her", "our", "these", "those", "them", "all"}
_BRACKETS = {"[": "]", "(": ")"}
_SINGULARS = {"person", "man", "woman", "child", "baby", "wife"}
_LONGEST = 7
_PEOPLE_ENDINGS = ("men", "women", "ists", "ians", "crats", "children", "aires")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens ``first`` up to ``last`` after a number; ``head`` is None where the noun is left out.

    ``modifier`` is the kind that a participle before the head tells ("12 wounded civilians").
    """

    first: int
    last: int
    head: int | None = None
    modifier: str | None = None
    known: bool = False


class Sentence:
    """The tokens of one sentence, looked up past either end without error."""

    __slots__ = ("lexicon", "tokens")

    def __init__(self, tokens: Sequence[Token], lexicon: Lexicon) -> None:
        self.tokens = tokens
        self.lexicon = lexicon

    def low(self, i: int) -> str:
        """The token at ``i`` in lower case, empty outside the sentence."""
        return self.tokens[i].low if 0 <= i < len(self.tokens) else ""

    def form(self, i: int) -> str:
        """word, number, code or mark; empty outside the sentence."""
        return self.tokens[i].form if 0 <= i < len(self.tokens) else ""

    def lows(self, i: int, n: int) -> tuple[str, ...]:
        """Up to ``n`` tokens from ``i`` on."""
        return tuple(t.low for t in self.tokens[max(0, i) : max(0, i + n)])

    def isin(self, i: int, name: str) -> bool:
        """Whether the token belongs to a word list of ``kinds.toml``."""
        return self.low(i) in self.lexicon.sets[name]


def noun_phrase(s: Sentence, i: int, plural: bool = True) -> Phrase:
    """The phrase that begins right after a number."""
    first = _more(s, i)
    if s.low(first) == "of":
        first += 1
        while s.low(first) in _ARTICLES:
            first += 1
        if s.form(first) == "number":
            return Phrase(i, i)
    head, known, modifier, j = _walk(s, first, plural)
    if head is None:
        return Phrase(i, _more(s, i))
    return Phrase(i, j, head, modifier, known)


def _more(s: Sentence, i: int) -> int:
    while s.low(i) in _MORE:
        i += 1
    return i


def _walk(s: Sentence, i: int, plural: bool) -> tuple[int | None, bool, str | None, int]:
    """Head, whether the lexicon knows it, kind of a modifier, end."""
    head: int | None = None
    modifier: str | None = None
    j = i
    while j < min(i + _LONGEST, len(s.tokens)):
        low, form = s.tokens[j].low, s.tokens[j].form
        if low in _BRACKETS and (closed := _closed(s, j)):
            j = closed
            continue
        if form == "mark" or form == "number" or low in _STOPS:
            break
        if kind := _told_before(s, j):
            if head is not None or not _head_follows(s, j):
                break
            modifier = kind
        elif is_head(s, j) and not (plural and singular(s, j)):
            head = j
        elif head is not None:
            break
        elif low in s.lexicon.verbs and not _head_follows(s, j):
            break
        j += 1
    if head is not None:
        return head, True, modifier, head + 1
    last = j - 1
    if last >= i and j - i <= 4 and s.form(last) == "word" and not low_is_verb(s, last):
        return last, False, modifier, last + 1
    return None, False, None, i


def _told_before(s: Sentence, j: int) -> str | None:
    """The kind of a participle or adjective that is not itself a noun of the phrase."""
    return s.lexicon.participle(s.low(j))


def _head_follows(s: Sentence, j: int) -> bool:
    for k in range(j + 1, min(j + 4, len(s.tokens))):
        low = s.low(k)
        if s.form(k) in ("mark", "number") or low in _STOPS:
            return False
        if is_head(s, k) and not singular(s, k):
            return True
    return False


def _closed(s: Sentence, j: int) -> int | None:
    """The token after a bracket that closes within a few words."""
    closing = _BRACKETS[s.low(j)]
    return next((k + 1 for k in range(j + 1, j + 5) if s.low(k) == closing), None)


def singular(s: Sentence, j: int) -> bool:
    """A noun that names one of those whom the lexicon also has in the plural."""
    low = s.low(j)
    return low + "s" in s.lexicon.people or low in _SINGULARS or (low.endswith("man") and low[:-3] + "men" in s.lexicon.people)


def is_head(s: Sentence, j: int) -> bool:
    """Whether the token can head a count: a noun the lexicon knows, or one that is formed like people."""
    low = s.low(j)
    verb = s.lexicon.verbs.get(low)
    return (s.lexicon.head(low) and not (verb and verb.form == "ing")) or is_people(s, j)


def is_people(s: Sentence, j: int) -> bool:
    """People by the lexicon, or by form: ``-men``, ``-ists``, a capitalised plural in ``-ans``."""
    low = s.low(j)
    if low in s.lexicon.people or (low in ("bomber", "bombers") and s.low(j - 1) in ("suicide", "car")):
        return True
    if s.form(j) != "word" or low in s.lexicon.things or low in s.lexicon.nouns:
        return False
    return low.endswith(_PEOPLE_ENDINGS) or (s.tokens[j].capital and len(low) > 5 and low.endswith(("ans", "crats", "ese")))


def low_is_verb(s: Sentence, j: int) -> bool:
    """A past form or -ly adverb that cannot head a noun phrase."""
    low = s.low(j)
    return low.endswith(("ed", "ly", "ing")) or low in s.lexicon.verbs or low in s.lexicon.sets["speech"]
