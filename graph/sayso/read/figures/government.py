"""Government: the verb or event noun before a counted phrase that has it as its object."""

from sayso.read.figures.events import Told, past_teller, together, told_at
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
    if s.isin(k, "bodies") or s.isin(k, "settlements"):
        return Told("people", k, j)
    if s.isin(k, "crowds"):
        counted = s.low(k) in ("turnout", "attendance", "audience") and not s.mentions("protests")
        return Told("people" if counted else "protesters", k, j)
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


def _taken(s: Sentence, i: int, end: int) -> Told | None:
    """``took 30 passengers hostage``"""
    taken = next((k for k in range(end, end + 3) if s.isin(k, "captives")), None)
    return Told("captured", i - 1, taken + 1) if taken and s.isin(i - 1, "take") else None


def _forced(s: Sentence, start: int, i: int) -> Told | None:
    """What people are made to do: "forced 300 families to flee", "forced 40 from their homes"."""
    if not s.isin(start - 1, "force"):
        return None
    if s.low(i) == "to" and s.low(i + 1) in ("leave", "evacuate"):
        return Told("evacuated", i, i + 2)
    verb = s.lexicon.verbs.get(s.low(i + 1))
    if s.low(i) == "to" and verb and verb.form == "base" and not verb.undergone:
        return Told(verb.kind, i, i + 2)
    out = s.low(i) in ("from", "out") and {"home", "homes"} & set(s.lows(i, 6))
    return Told("displaced", i, i + 1) if out else None


def companion(s: Sentence, i: int) -> Told | None:
    """The fate that those share whom "along with" names: "he was killed along with 12 guards"."""
    beside = s.low(i - 1) == "alongside" or s.lows(i - 2, 2) in (("along", "with"), ("together", "with"))
    if not beside:
        return None
    for j in range(past_teller(s, i - 3) if s.low(i - 2) in ("along", "together") else i - 2, max(-1, i - 14), -1):
        if s.form(j) == "mark" or s.isin(j, "barriers"):
            return None
        if kind := s.lexicon.participle(s.low(j)):
            return Told(kind, j, j + 1)
    return None


def alike(s: Sentence, i: int) -> Told | None:
    """The event before "as did" or "so were", of which the phrase at ``i`` is the new subject."""
    if s.low(i - 2) not in ("as", "so") or not s.isin(i - 1, "did"):
        return None
    for j in range(i - 3, -1, -1):
        verb = s.lexicon.verbs.get(s.low(j))
        if kind := verb.kind if verb and verb.form == "ed" else s.lexicon.participle(s.low(j)):
            return Told(kind, j, j + 1)
    return None


def joined_object(s: Sentence, i: int) -> Told | None:
    """The verb whose object is "a teacher and" the phrase that begins at ``i``."""
    if s.low(i - 1) not in ("and", "&"):
        return None
    for j in range(i - 2, max(-1, i - 9), -1):
        if s.form(j) == "number" and (told := _active(s, j - 1)):
            return told
        if s.form(j) != "word" or s.isin(j, "barriers") or s.isin(j, "auxiliaries"):
            return None
        if s.isin(j, "object_openers") and (told := _active(s, j - 1)):
            return told
    return None


def complement(s: Sentence, i: int, end: int) -> Told | None:
    """What "left … dead" tells of the phrase from ``i`` up to ``end``."""
    if s.isin(i - 1, "pulled") and "alive" in s.lows(end, 6):
        return Told("rescued", i - 1, i)
    if s.isin(i - 1, "take") or s.isin(i - 1, "force"):
        return _taken(s, i, end) or _forced(s, i, end)
    return _left(s, i, end)


def _left(s: Sentence, i: int, end: int) -> Told | None:
    """``left 12 dead``, ``leaves 40 with burns``"""
    if not s.isin(i - 2 if s.isin(i - 1, "quotes") else i - 1, "leave"):
        return None
    if s.low(end) == "with" and any(s.isin(k, "harms") for k in range(end + 1, end + 5)):
        return Told("wounded", i - 1, i)
    for j in range(end, min(end + 14, len(s.tokens))):
        if s.low(j) in (";", "that", "who") or s.isin(j, "auxiliaries"):
            return None
        if told := told_at(s, j):
            return told
    return None
