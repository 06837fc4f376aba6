"""Noun phrases without a parser: how far one reaches to the left or right of a place in a unit."""

from functools import cache

from sayso.read.bodies import kind_of_body
from sayso.read.lexicon import ambiguous_forms, cue_forms, noun_cues, words
from sayso.read.rules.units import Unit

_LONGEST = 30
_SUBJECT_PRONOUNS = frozenset(["he", "she", "they", "it", "we", "i", "you", "who"])
_DETERMINERS = words("determiners") | words("possessives")
_INSIDE = words("prepositions_inside")
_TIMES = words("time_words")


@cache
def bounds_phrase(word: str) -> bool:
    """Whether a lower-case word can stand in no noun phrase, or only at its edge."""
    closed = ("auxiliaries", "prepositions", "conjunctions", "verbs", "pronouns", "adverbs")
    if any(word in words(name) for name in closed):
        return True
    return word in cue_forms() and word not in ambiguous_forms() and word not in noun_cues()


def nominal(unit: Unit, i: int) -> bool:
    """Whether the token can be the inside or the head of a noun phrase."""
    if unit.kind(i) == "q":
        return not full_quotation(unit, i)
    if unit.kind(i) != "w":
        return False
    token = unit.tokens[i]
    if token.lower in ("'s", "'"):
        return True
    if token.capital and i > 0 and token.lower not in _SUBJECT_PRONOUNS:
        return token.lower not in words("conjunctions") and token.lower not in words("auxiliaries")
    return not bounds_phrase(token.lower)


def full_quotation(unit: Unit, i: int) -> bool:
    """Whether the token quotes a whole clause, told by the stop or comma inside its marks, or by its length."""
    if unit.kind(i) != "q":
        return False
    start, end = unit.tokens[i].start, unit.tokens[i].end
    return end - start > 80 or unit.text[max(start, end - 3) : end].rstrip("\"'”’»")[-1:] in tuple(",.?!…")


def phrase_before(unit: Unit, end: int, floor: int = 0) -> int | None:
    """Index of the first token of the noun phrase whose last token is ``end``."""
    lower = unit.lower(end)
    if lower in _SUBJECT_PRONOUNS or lower in ("others", "many", "some", "both", "one", "critics", "most", "few"):
        return end
    if not nominal(unit, end) or (lower in _TIMES and not unit.tokens[end].capital):
        return None
    i = end
    while i - 1 >= floor and end - i < _LONGEST and _extends_left(unit, i, floor):
        i -= 1
    return _strip_opening(unit, i, end)


def _extends_left(unit: Unit, i: int, floor: int) -> bool:
    """Whether the token before ``i`` belongs to the phrase that begins at ``i``."""
    before, here = unit.lower(i - 1), unit.lower(i)
    if here == "the" and i == 1 and before in words("imperatives") and unit.tokens[i + 1].capital:
        return True  # "Save the Bay said"
    if here in _DETERMINERS and unit.kind(i) == "w":
        return before in _INSIDE or before in ("both", "all", "some", "half") or _joins(unit, i, floor)
    if unit.kind(i - 1) == "p" and before != "&":
        return before == "," and _listed(unit, i, floor)
    if before in ("and", "or", "&"):
        return _joins(unit, i, floor)
    if before in _INSIDE:
        counted = nominal(unit, i - 2) or (before == "of" and unit.lower(i - 2) in _DETERMINERS | {"one", "none"})
        return i - 2 >= floor and counted and before != "to"
    verbal = before.endswith("ed") and unit.lower(i - 2) in words("auxiliaries") | words("adverbs")
    return nominal(unit, i - 1) or before in _DETERMINERS if here in _INSIDE or not verbal else False


def _joins(unit: Unit, i: int, floor: int) -> bool:
    """Whether "A and" before ``i`` makes one phrase with it: no verb may stand to the left in its clause."""
    j = i - 1
    if unit.lower(j) not in ("and", "or", "&"):
        return False
    comma = unit.lower(j - 1) == ","
    j -= 2 if comma else 1
    if j < floor or not nominal(unit, j) or unit.lower(j) in _TIMES:
        return False
    if comma and not (unit.tokens[i].capital and unit.tokens[j].capital):
        return False
    floor = max(floor, j - _LONGEST)
    while j >= floor and unit.kind(j) == "w" and (nominal(unit, j) or unit.lower(j) in _DETERMINERS | _INSIDE):
        j -= 1
    return j < floor or unit.kind(j) == "p" or unit.lower(j) in ("both", "that", "as", "but", "when", "while")


def _listed(unit: Unit, i: int, floor: int) -> bool:
    """Whether the comma before ``i`` separates members of a list that "and" ends: "A, B, and C officials"."""
    follows = any(unit.lower(k) in ("and", "or") for k in (i, i + 1)) or any(
        unit.lower(k) in (",", "and", "or") for k in (i + 1, i + 2, i + 3)
    )
    return follows and i - 2 >= floor and nominal(unit, i - 2) and unit.tokens[i - 2].capital


def _strip_opening(unit: Unit, i: int, end: int) -> int | None:
    """Leave out an opening preposition or time: "On Monday the ministry" is "the ministry"."""
    if unit.lower(i) in words("prepositions") and i < end:
        i += 1
        while i < end and unit.lower(i) in _TIMES:
            i += 1
    while i < end and (unit.lower(i) in _TIMES and unit.lower(i) != "may") and unit.lower(i) not in _DETERMINERS:
        i += 1
    while i < end and unit.lower(i) in words("conjunctions"):
        i += 1
    return i


def phrase_after(unit: Unit, start: int) -> int | None:
    """Index of the last token of the noun phrase that begins at ``start``, its "of" and "for" phrases included."""
    i, n = start, len(unit.tokens)
    if unit.lower(i) in _SUBJECT_PRONOUNS or unit.lower(i) in ("him", "her", "them", "us", "me"):
        follows = unit.lower(i) == "her" and nominal(unit, i + 1) and unit.lower(i + 1) not in _TIMES
        if not follows:
            return i
    while i < n and unit.lower(i) in _DETERMINERS | {"both", "all", "some", "earlier", "later"}:
        i += 1
    head = None
    while i < n and i - start < _LONGEST:
        if nominal(unit, i) and not (unit.lower(i) in _TIMES and head is not None):
            head = i
        elif not (head is not None and _continues_right(unit, i, start)):
            break
        i += 1
    return head


def _continues_right(unit: Unit, i: int, start: int) -> bool:
    word = unit.lower(i)
    by = word == "by" and unit.lower(i - 1) in words("documents", "roles")
    if by or word in ("of", "for", "from", "at", "in", "and", "&", "with"):
        following = unit.lower(i + 1)
        return (nominal(unit, i + 1) or following in _DETERMINERS) and following not in _TIMES
    if word == ",":
        return _listed(unit, i + 1, start) and unit.tokens[i + 1].capital
    return word in _DETERMINERS and unit.lower(i - 1) in ("of", "for", "from", "at", "in", "and", "with")


def appositive(unit: Unit, comma: int, floor: int) -> int | None:
    """Where an apposition closes at ``comma``: index of the last token of the phrase it explains."""
    for j in range(comma - 1, max(floor, comma - 30), -1):
        if unit.kind(j) == "q" and comma - j > 1:
            continue
        if unit.lower(j) == "," and comma - j > 1 and nominal(unit, j - 1):
            if _explains(unit, j + 1):
                return j - 1
        elif unit.lower(j) in (".", ";", ":"):
            return None
    return None


_PARENTHESES = words("parentheses")
"""What may open words between commas behind a subject, besides a noun: "the ministry, in a letter, said"."""


def _explains(unit: Unit, i: int) -> bool:
    lower = unit.lower(i)
    opens = lower in _DETERMINERS | _PARENTHESES
    return opens or lower in words("adverbs") or lower.isdigit() or (unit.kind(i) == "w" and nominal(unit, i))


def abstract(unit: Unit, first: int, last: int) -> bool:
    """Whether the head of a phrase names an act or a quality, which cannot speak: "the capture of soldiers"."""
    head = last
    for k in range(first, last + 1):
        if k > first and unit.lower(k) in words("prepositions"):
            head = k - 1
            break
    word = unit.lower(head)
    if unit.kind(head) != "w" or unit.tokens[head].capital or word in words("speaking_abstracts") or kind_of_body(word):
        return False
    return word.rstrip("s").endswith(tuple(words("abstract_endings")))
