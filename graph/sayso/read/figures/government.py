"""Government: the verb or event noun before a counted phrase that has it as its object."""

from sayso.read.figures.events import Told, together, told_at
from sayso.read.figures.sentence import Sentence


def governed(s: Sentence, i: int) -> Told | None:
    """The verb or event noun right before a phrase that begins at ``i``: "killing 12", "the deaths of 12"."""
    j = i - 1
    while s.low(j) in ('"', "“", "‘", "'", "the", "all"):
        j -= 1
    for n in (3, 2, 1):
        if kind := s.lexicon.before.get(s.lows(j - n + 1, n)):
            return Told(kind, j - n + 1, j + 1)
    if s.low(j) == "of":
        return _of(s, j)
    return _active(s, j)


def _of(s: Sentence, j: int) -> Told | None:
    k = j - 1
    low = s.low(k)
    if low == "population":
        return Told("people", k, j)
    if s.isin(k, "crowds"):
        return Told("protesters", k, j)
    if low in s.lexicon.nouns:
        return Told(s.lexicon.nouns[low], k, j)
    verb = s.lexicon.verbs.get(low)
    if verb and verb.form == "ing" and verb.undergone:
        return Told(verb.kind, k, j)
    if s.isin(k, "groups"):
        while s.low(k - 1) not in ("a", "the", "another") and k > j - 4:
            k -= 1
        return governed(s, k - 1)
    return None


def _active(s: Sentence, j: int) -> Told | None:
    verb = s.lexicon.verbs.get(s.low(j))
    if verb is None or not verb.undergone:
        return None
    kinds = [verb.kind]
    k = j
    while s.low(k - 1) in ("and", "or", ",", "&"):
        earlier = s.lexicon.verbs.get(s.low(k - 2))
        if earlier is None or not earlier.undergone:
            break
        kinds.append(earlier.kind)
        k -= 2
    if verb.form == "ed" and any(s.isin(m, "be") for m in range(max(0, k - 3), k)):
        return None
    return Told(together(kinds), k, j + 1)


def joined_object(s: Sentence, i: int) -> Told | None:
    """The verb whose object is "a teacher and" the phrase that begins at ``i``."""
    if s.low(i - 1) not in ("and", "&"):
        return None
    for j in range(i - 2, max(-1, i - 9), -1):
        if s.form(j) != "word" or s.isin(j, "barriers") or s.isin(j, "auxiliaries"):
            return None
        if s.isin(j, "object_openers") and (told := _active(s, j - 1)):
            return told
    return None


def complement(s: Sentence, i: int, end: int) -> Told | None:
    """What "left … dead" tells of the phrase from ``i`` up to ``end``."""
    if s.isin(i - 1, "pulled") and "alive" in s.lows(end, 6):
        return Told("rescued", i - 1, i)
    if not s.isin(i - 2 if s.isin(i - 1, "quotes") else i - 1, "leave"):
        return None
    for j in range(end, min(end + 14, len(s.tokens))):
        if s.low(j) in (";", "that", "who") or s.isin(j, "auxiliaries"):
            return None
        if told := told_at(s, j):
            return told
    return None
