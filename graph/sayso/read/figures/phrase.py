"""The noun phrase that a number counts: its modifiers, its head, and what a modifier tells of it."""

from dataclasses import dataclass

from sayso.read.figures.numbers import PLURALS, SCALES, SMALL, number_at
from sayso.read.figures.sentence import Sentence
from sayso.read.lexicon import words

_CLOSED = ("prepositions", "conjunctions", "auxiliaries", "pronouns", "possessives", "time_words")
_STOPS = frozenset().union(*map(words, _CLOSED), words("stops", "counting")) - words("stop_exceptions", "counting")
NUMERALS = frozenset({*SMALL, *PLURALS, *(w for w in SCALES if len(w) > 2)})
_BRACKETS = {"[": "]", "(": ")"}
_LONGEST = 7
_VERBS = frozenset(("lists", "enlists", "exists", "insists", "consists", "persists", "resists", "assists", "twists"))
_PEOPLE_ENDINGS = ("men", "women", "ists", "ians", "crats", "children", "aires", "goers")


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


def noun_phrase(s: Sentence, i: int, plural: bool = True) -> Phrase:
    """The phrase that begins right after a number."""
    first = _more(s, i + 1 if s.isin(i, "quotes") else i)
    if s.low(first) == "of":
        first += 1
        while s.isin(first, "articles"):
            pronoun = s.low(first) in ("them", "these", "those")
            first += 1
            verbal = s.low(first).endswith("ed") and s.lexicon.participle(s.low(first)) is None
            if pronoun and (
                verbal or s.isin(first, "articles")
            ):  # "240,000 of them the thieves", "12 of them involved"
                return Phrase(i, first)
        first = _past_owner(s, first)
        if whole := number_at(s.tokens, first):
            return _of_whole(s, i, whole.last)
    head, known, modifier, j = _walk(s, first, plural)
    if head is None:
        return Phrase(i, first if s.isin(first - 1, "articles") or first > i + 1 else _more(s, i))
    return Phrase(i, j, head, modifier, known)


def _past_owner(s: Sentence, i: int) -> int:
    """Past a possessor that stands before a number: "10 of the town's 8,000 inhabitants"."""
    for k in range(i, i + 3):
        if s.low(k).endswith("'s") and (s.form(k + 1) == "number" or s.low(k + 1) in NUMERALS):
            return k + 1
    return i


def _of_whole(s: Sentence, i: int, last: int) -> Phrase:
    """The noun that a part shares with its whole: "15 of the 350 hostages"; the whole's number ends at ``last``."""
    inner = noun_phrase(s, last)
    if inner.head is None and (kind := s.lexicon.participle(s.low(last))):
        return Phrase(last, last + 1, None, kind)
    return inner if inner.head is not None and inner.known else Phrase(i, i)


def _more(s: Sentence, i: int) -> int:
    while s.isin(i, "more"):
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
        foreign = (
            low in ("and", "a", "an", "the") or s.isin(j, "particles")
            if j == i
            else s.isin(j, "articles") or low in ("hostage", "prisoner", "captive")
        )
        if form in ("mark", "number") or foreign or _ends_phrase(s, j, head is not None):
            break
        if kind := s.lexicon.participle(low):
            modifier = kind
        elif is_head(s, j) and (not (plural and singular(s, j)) or _head_follows(s, j)):
            head = j
        elif head is not None:
            break
        elif plural and _foreign_plural(s, j):
            return j, False, modifier, j + 1
        j += 1
    last = j - 1 if head is None else head
    compound = plural and singular(s, last) and s.low(j).endswith("s") and s.form(j) == "word" and j == last + 1
    people = last >= i and s.low(last) in s.lexicon.people and s.low(last) not in s.lexicon.singulars
    if head is not None or (people and not compound):
        return last, True, modifier, last + 1
    if last >= i and j - i <= 4 and s.form(last) == "word" and not _verbal(s, last):
        return last, False, modifier, last + 1
    return None, False, None, i


def _foreign_plural(s: Sentence, j: int) -> bool:
    """A plural noun of something else, which ends the phrase: "38 countries cast votes", not "two rights activists"."""
    low = s.low(j)
    plural = low.endswith("s") and not low.endswith(("ss", "us", "is", "'s")) and len(low) > 3
    known = any(is_head(s, k) or s.low(k) in _STOPS or s.form(k) != "word" for k in (j + 1,))
    return plural and not s.tokens[j].capital and not known


def _ends_phrase(s: Sentence, j: int, headed: bool) -> bool:
    """A word that cannot stand inside the phrase; a verb form can, before a head that is still to come."""
    low = s.low(j)
    if low == "and" and not headed and _head_follows(s, j):
        return False
    if low == "stands" and s.form(j + 1) in ("mark", ""):
        return True
    if low in _STOPS or s.phrase_kind(j) or s.isin(j, "auxiliaries") or low in NUMERALS or _speaks(s, j):
        return True
    told = s.lexicon.participle(low) is not None
    verbal = told or (low in s.lexicon.verbs and not is_head(s, j))
    return verbal and (headed or not (_head_follows(s, j) or (told and _a_people(s, j + 1))))


def _a_people(s: Sentence, j: int) -> bool:
    """A people in the plural that ends the phrase: "of the freed Ostrelis have"."""
    capital = s.form(j) == "word" and s.tokens[j].capital
    named = capital and s.low(j).endswith("s") and not s.low(j).endswith(("'s", "ss"))
    return named and (s.isin(j + 1, "auxiliaries") or s.form(j + 1) in ("mark", ""))


def ends_noun(s: Sentence, j: int) -> bool:
    """A function word or an auxiliary, which no noun phrase of things goes on with."""
    return s.low(j) in _STOPS or s.isin(j, "auxiliaries") or s.isin(j, "articles") or s.isin(j, "relatives")


def _speaks(s: Sentence, j: int) -> bool:
    """A verb of saying, which is an adjective before what can be told ("87 confirmed cases")."""
    told = s.isin(j + 1, "cases") or s.low(j + 1) in s.lexicon.nouns
    return s.isin(j, "speech") and not told


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


def is_whole(s: Sentence, i: int) -> bool:
    """Whether the phrase at ``i`` is the whole of which a part is told: "three of the 40 passengers"."""
    j = i - 1
    while s.low(j).endswith("'s") or (j < i - 1 and s.isin(j, "articles")):
        j -= 1
    part = s.low(j - 1)
    fraction = part.endswith(("-thirds", "-third", "-quarters", "-quarter", "-fifths", "-tenths"))
    return s.low(j) == "of" and (fraction or s.isin(j - 1, "parts") or s.form(j - 1) == "number" or part in NUMERALS)


def singular(s: Sentence, j: int) -> bool:
    """A noun that names one of those whom the lexicon also has in the plural."""
    low, people = s.low(j), s.lexicon.people
    return (
        low + "s" in people
        or low in s.lexicon.singulars
        or s.isin(j, "singulars")
        or (low.endswith("man") and low[:-3] + "men" in people)
    )


def is_head(s: Sentence, j: int) -> bool:
    """Whether the token can head a count: a noun the lexicon knows, or one that is formed like people."""
    low = s.low(j)
    verb = s.lexicon.verbs.get(low)
    if s.isin(j, "cases"):
        return True
    if low == "pieces":
        return s.low(j - 1) in ("artillery", "field")
    return (s.lexicon.head(low) and not (verb and verb.form == "ing")) or is_people(s, j)


def is_people(s: Sentence, j: int) -> bool:
    """People by the lexicon, or by form: ``-men``, ``-ists``, a capitalised plural in ``-ans``."""
    low = s.low(j)
    if low in s.lexicon.people or (
        low in ("bomber", "bombers") and (s.low(j - 1) in ("suicide", "car") or s.low(j + 1) in ("blew", "killed"))
    ):
        return True
    if s.form(j) != "word" or low in s.lexicon.things or low in s.lexicon.nouns:
        return False
    if low in _VERBS:
        return False
    lead, hyphen, last = low.rpartition("-")
    if hyphen and len(lead) > 1 and last.endswith("ers") and last in s.lexicon.people:  # "stone-throwers"
        return True
    demonym = s.tokens[j].capital and len(low) > 5 and low.endswith(("ans", "crats", "ese"))
    return demonym or low.endswith(_PEOPLE_ENDINGS)


def _verbal(s: Sentence, j: int) -> bool:
    """A past form or -ly adverb that cannot head a noun phrase."""
    low = s.low(j)
    past = low.endswith(("ed", "ly", "ing")) or s.isin(j, "pasts") or s.isin(j, "participles")
    return past or low in s.lexicon.verbs or low in s.lexicon.sets["speech"]
