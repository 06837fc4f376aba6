"""Tolls and totals: the noun that a bare number is the value of ("the death toll rose to 600")."""

from sayso.read.figures.events import Told
from sayso.read.figures.phrase import Sentence

INHERITED = "inherited"
_WINDOW = 16
_BARRIERS = {";", "that", "who", "which", "when", "after", "while", "where", "because", "including"}


def told_by_toll(s: Sentence, i: int) -> Told | None:
    """The event noun or toll that the number before token ``i`` measures; ``INHERITED`` where it says only "total"."""
    j = i - 1
    if s.low(j) == "of" and s.isin(j - 1, "toll"):
        return Told(_of_toll(s, j - 1, j), j - 1, j)
    while s.isin(j, "link"):
        j -= 1
    if s.isin(j, "crowds"):
        return Told("protesters", j, j + 1)
    if j == i - 1 and not (s.isin(j, "toll") or s.low(j) in s.lexicon.nouns or s.isin(j, "cases")):
        return None
    for k in range(j, max(-1, j - _WINDOW), -1):
        low = s.low(k)
        if low in _BARRIERS or (s.form(k) == "number" and s.low(k - 1) not in ("from", "than", "of")):
            return None
        if s.isin(k, "toll"):
            return Told(_of_toll(s, k, j + 1), k, k + 1)
        if s.isin(k, "cases") and about_illness(s):
            return Told("infected", k, k + 1)
        if low in s.lexicon.nouns and s.low(k - 1) != "of":
            return Told(s.lexicon.nouns[low], k, k + 1)
    return None


def _of_toll(s: Sentence, k: int, end: int) -> str:
    """What a toll counts: told before it ("death toll") or after it ("number of injured")."""
    for m in (k - 1, k - 2):
        kind = s.lexicon.nouns.get(s.low(m)) or s.lexicon.participle(s.low(m))
        if kind:
            return kind
    if s.low(k + 1) == "of":
        for m in range(k + 2, min(end, k + 8)):
            if kind := s.lexicon.participle(s.low(m)) or s.lexicon.nouns.get(s.low(m)):
                return kind
            if s.isin(m, "cases") and about_illness(s):
                return "infected"
        return s.lexicon.people.get(s.low(k + 2), INHERITED)
    return "killed" if s.low(k) in ("toll", "tolls") else INHERITED


def about_illness(s: Sentence) -> bool:
    """Whether the sentence names a disease."""
    return any(t.low in s.lexicon.sets["disease"] for t in s.tokens)
