"""What no rule for people, arms, money or shares has taken: things of any sort, and numbers whose noun stands before.

"It has counted 14 swarms" counts things that no lexicon lists; "the police still say 35,000" and "2.5 billion was
needed" count what a figure before them counted, and it is known again by its size.
"""

from dataclasses import replace

from sayso.read.figures.count import Count
from sayso.read.figures.joining import of_opening, of_them, opens_part
from sayso.read.figures.numbers import number_at
from sayso.read.figures.phrase import Phrase, ends_noun, is_people, noun_phrase
from sayso.read.figures.resuming import RESUMED, is_definite, of_hers, resumes
from sayso.read.figures.sentence import Sentence
from sayso.read.figures.tolls import INHERITED

_SMALL, _FEW = 10, 3
"""Up to ten things can be known again by "the"; two or three, in words, are description ("two besieged towns")."""
_FAR = 14
_LARGE = 1_000_000
_OF_THE_SUM = (("of", "that"), ("of", "it"), ("of", "this"))
_LONGEST = 4
_UNMARKED = ("cattle", "sheep", "livestock", "poultry")
_AGAIN = ("more", "other", "further")
_SINGULAR = frozenset(("gas", "news", "politics", "series", "species", "means", "physics", "canvas", "atlas", "lens"))


def left_over(s: Sentence, count: Count) -> Count | None:
    """The count as it is where its kind is told, else as one of things, or of what was counted before, or None."""
    if (thing := _of_opened_things(s, count)) is not None:
        return thing
    if count.kind not in (None, INHERITED):
        return count
    if count.kind is None and (told := _pointing_back(s, count)):
        return told
    if of_hers(s, count.bounded.last):
        last = count.bounded.last + 2
        return replace(count, phrase=Phrase(last, last), kind=RESUMED, told=None, last=last, weak=False)
    if phrase := _numbered(s, count) or _among(s, count):
        last = max(count.bounded.last, phrase.last) if phrase.first >= count.bounded.last else count.bounded.last
        return replace(count, phrase=phrase, kind="other", unit="item", told=None, last=last, weak=False)
    return count if count.kind == INHERITED else _of_things(s, count) or _without_noun(s, count)


def _pointing_back(s: Sentence, count: Count) -> Count | None:
    """``six of them``, ``12 more than on Tuesday``, ``18 million of that``"""
    at = count.bounded.last
    if of_them(s, at):
        return _part_of_those(s, count)
    if _more_than_before(s, count):
        return replace(count, phrase=Phrase(at, at), kind=INHERITED, told=None)
    if s.lows(at, 2) in _OF_THE_SUM and count.bounded.number.high >= _LARGE:
        return replace(count, phrase=Phrase(at + 2, at + 2), kind=RESUMED, told=None, last=at + 2, weak=False)
    return None


def _more_than_before(s: Sentence, count: Count) -> bool:
    """``58 children have died, 12 more than on Tuesday``"""
    compared = s.lows(count.bounded.last, 2) == ("more", "than")
    return compared and s.low(count.bounded.outer - 1) == "," and count.phrase.head is None


def _of_opened_things(s: Sentence, count: Count) -> Count | None:
    """A part of the things that open the sentence: "Of the drones, 118 were shot down"."""
    verbal = count.phrase.head is not None and _did(s, count.phrase.head)  # "22 sank"
    bare = (count.phrase.head is None or (verbal and not count.phrase.known)) and count.unit == "person"
    if not bare or not of_opening(s, count.bounded.outer):
        return None
    things = any(s.low(k) in s.lexicon.things for k in range(1, min(_LONGEST, count.bounded.outer)))
    if not things:
        return None
    phrase = Phrase(count.bounded.last, count.bounded.last)
    return replace(count, phrase=phrase, kind=RESUMED, unit="item", told=None, last=phrase.last, weak=False)


def _did(s: Sentence, k: int) -> bool:
    """Whether what was taken for a noun is the verb that ends its clause."""
    return s.isin(k, "pasts") or s.low(k) in s.lexicon.destroyed


def _of_things(s: Sentence, count: Count) -> Count | None:
    phrase = _things(s, count) or _people_by_name(s, count)
    if phrase is None:
        return None
    kind, unit = ("people", "person") if s.tokens[phrase.last - 1].capital else ("other", "item")
    return replace(count, phrase=phrase, kind=kind, unit=unit, told=None, last=phrase.last, weak=False)


def _without_noun(s: Sentence, count: Count) -> Count | None:
    verbal = s.isin(count.bounded.last, "pasts")  # "of which 41 hit schools"
    if opens_part(s, count.bounded.outer) and (verbal or not _plural(s, count.phrase.head)):
        phrase = Phrase(count.bounded.last, count.bounded.last)
        return replace(count, phrase=phrase, kind=RESUMED, told=None, last=count.bounded.last, weak=False)
    resumed = not _labels_things(s, count) and resumes(s, count)
    return replace(count, kind=RESUMED, told=None, weak=False) if resumed else None


def _part_of_those(s: Sentence, count: Count) -> Count:
    """``six of them minors``, ``61 of them international``: a part of those counted before, whatever they are."""
    last, head = count.bounded.last + 2, count.phrase.head
    named = head is not None and is_people(s, head) and not s.isin(last, "articles")
    phrase = count.phrase if named else Phrase(count.bounded.last, last)
    return replace(count, phrase=phrase, kind=RESUMED, told=None, last=phrase.last, weak=False)


def _plural(s: Sentence, head: int | None) -> bool:
    low = s.low(head) if head is not None else ""
    return low in _UNMARKED or (
        low.endswith("s") and not low.endswith(("ss", "us", "is", "'s")) and low not in _SINGULAR
    )


def _things(s: Sentence, count: Count) -> Phrase | None:
    """The plural noun that ends the run of words after a number: "410 polling stations", where nothing says people."""
    b = count.bounded
    k = head = b.last
    while k < b.last + _LONGEST and _inside(s, k):
        head, k = k, k + 1
        if _plural(s, head):
            break
    things = k > b.last and _plural(s, head) and not is_people(s, head) and s.low(head) not in s.lexicon.nouns
    if not things or b.number.high == 1:
        return None
    doing = b.number.plural is not None and s.low(b.last).endswith("ing")
    vague = doing or any(s.isin(head, name) for name in ("measures", "uncountable", "unspecific"))
    known_again = b.number.high <= _SMALL and is_definite(s, b)
    few = b.number.high <= _FEW and b.bound == "exactly" and s.form(b.number.first) == "word"
    few = few and not _harmed(s, b.outer, head + 1)
    return None if vague or known_again or few else Phrase(b.last, head + 1, head)


def _harmed(s: Sentence, first: int, last: int) -> bool:
    """Whether the clause tells that the things were destroyed, hit, taken or made, or that there are so many."""
    after = last
    while s.isin(after, "auxiliaries") or s.isin(after, "adverbs"):
        after += 1
    harmed = any(s.isin(k, "takes_places") or s.low(k) in s.lexicon.destroyed for k in (first - 1, after))
    there = s.isin(first - 1, "be") and any(s.low(k) == "there" for k in range(first - 4, first))
    made = after > last + 1 and any(s.isin(k, "made") for k in (after, after - 1))
    return harmed or ((there or made) and not s.isin(last - 1, "notions"))


def _inside(s: Sentence, k: int) -> bool:
    """Whether a word can stand in a phrase of things: no name but the short one of a country, and no past verb."""
    name = s.tokens[k].capital and not s.low(k).endswith(".") if k < len(s.tokens) else True
    return s.form(k) == "word" and not (ends_noun(s, k) or name or s.isin(k, "pasts"))


def _people_by_name(s: Sentence, count: Count) -> Phrase | None:
    """A people, of whom the clause tells something in the passive or the plural: "2,410 Ostrelis had been freed"."""
    b = count.bounded
    head = b.last + 1 if s.low(b.last) in _AGAIN else b.last
    capital = s.form(head) == "word" and s.tokens[head].capital
    named = capital and s.low(head).endswith("s") and b.number.high != 1
    told = s.isin(head + 1, "auxiliaries") and s.low(head + 1) not in ("is", "was", "has")
    return Phrase(b.last, head + 1, head) if named and told else None


def _labels_things(s: Sentence, count: Count) -> bool:
    """``Beds: 300``; not "Police: 8,000", which says who counts."""
    return count.bounded.outer == 2 and s.low(1) == ":" and _plural(s, 0) and not is_people(s, 0)


def _numbered(s: Sentence, count: Count) -> Phrase | None:
    """The things whose number is told: "the number of jobs lost so far is 860"."""
    outer = count.bounded.outer
    if risen := _risen(s, count):
        return risen
    if count.phrase.head is not None or not (s.isin(outer - 1, "gives_number") or s.isin(outer - 1, "link")):
        return None
    for k in range(outer - 2, max(outer - _FAR, -1), -1):
        if s.form(k) == "mark":
            return None
        counted = s.isin(k, "toll") and (s.low(k + 1) == "of" or (s.low(k + 1) == "for" and s.low(k) != "estimate"))
        if counted or (s.isin(k, "put") and s.low(outer - 1) == "at" and s.isin(k + 1, "articles")):
            phrase = noun_phrase(s, k + 2)
            things = phrase.head is not None and phrase.last < outer and not is_people(s, phrase.head)
            things = things and s.low(phrase.head or 0) not in s.lexicon.nouns
            return phrase if things and _plural(s, phrase.head) else None
    return None


def _risen(s: Sentence, count: Count) -> Phrase | None:
    """The things that are the subject of a change: "complaints have risen to 1,100"."""
    k = count.bounded.outer - 2
    if count.phrase.head is not None or s.low(k + 1) != "to" or not s.isin(k, "stands"):
        return None
    while s.isin(k - 1, "auxiliaries") or s.isin(k - 1, "adverbs"):
        k -= 1
    head = k - 1
    begins = head == 0 or s.form(head - 1) == "mark" or s.isin(head - 1, "articles") or s.isin(head - 1, "barriers")
    things = _plural(s, head) and not is_people(s, head) and s.low(head) not in s.lexicon.nouns and begins
    return Phrase(head, head + 1, head) if things and not s.isin(head, "measures") else None


def _among(s: Sentence, count: Count) -> Phrase | None:
    """The things that a part is told of, with their number or as known: "12 of the 20 races", "40 of the schools"."""
    k = count.bounded.last + 1
    numbered = number_at(s.tokens, k) is not None
    if of_them(s, k - 1) or s.low(k - 1) != "of" or not (numbered or s.isin(k, "articles")):
        return None
    while s.isin(k, "articles"):
        k += 1
    whole = number_at(s.tokens, k)
    end = whole.last if whole else k
    head = next((j for j in range(end, end + _LONGEST) if _plural(s, j) or s.form(j) != "word" or ends_noun(s, j)), end)
    things = _plural(s, head) and not is_people(s, head) and not s.tokens[head].capital
    return Phrase(end, head + 1, head) if things and s.low(head) not in s.lexicon.nouns else None
