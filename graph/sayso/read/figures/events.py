"""What happened to those counted: the event word that governs a number, by the grammar of its clause."""

from dataclasses import dataclass

from sayso.read.figures.phrase import Sentence, is_people

_OBJECT = {"the", "a", "an", "his", "her", "its", "their", "our", "my", "him", "them", "us", "himself", "themselves", "another"}
_SKIP = {"more", "others", "other", "already", "also", "reportedly", "were", "total", "alone", "people", "in", "so", "far"}
_ADVERBS = {"also", "already", "still", "not", "now", "since", "again", "either", "both", "just", "even", "then", "later"}
_BARRIERS = {";", ":", "that", "and", "but", "or", "while", "when", "after", "because", "as", "where", "before", "although",
             "if", "during_", "whose", "said", "says", "told"}  # fmt: skip
_RELATIVE = {"who", "which", "that", "whom"}
_SINGULAR = {"is", "was", "has"}
_PASTS = ("were", "are", "have", "had", "could", "may", "might", "would", "will", "can", "should", "must", "did")
_WINDOW = 16
_FATES = {"killed", "wounded", "casualties", "missing"}


@dataclass(frozen=True, slots=True)
class Told:
    """A kind and the tokens that tell it, ``first`` up to ``last``; ``finite`` for a full predicate."""

    kind: str
    first: int
    last: int
    finite: bool = False


def told_at(s: Sentence, i: int) -> Told | None:
    """A participle, an adjective or a set phrase at ``i``, with those it is joined to ("killed or wounded")."""
    for n in (5, 4, 3, 2, 1):
        words = s.lows(i, n)
        if len(words) == n and (kind := s.lexicon.phrases.get(words)):
            return Told(kind, i, i + n)
    kind = s.lexicon.participle(s.low(i))
    if kind is None:
        return None
    kinds, last = [kind], i + 1
    while joined := _joined(s, last):
        kinds.append(joined[0])
        last = joined[1]
    return Told(together(kinds), i, last)


def _joined(s: Sentence, i: int) -> tuple[str, int] | None:
    j = i
    while s.low(j) in (",", "and", "or", "/", "otherwise", "badly", "seriously"):
        j += 1
    kind = s.lexicon.participle(s.low(j)) if j > i else None
    if kind is None:
        return None
    return kind, j + 1


def together(kinds: list[str]) -> str:
    """One kind for several told of the same people: killed or wounded makes casualties."""
    return kinds[0] if len(set(kinds)) == 1 or not set(kinds) <= _FATES else "casualties"


def _adverbs(s: Sentence, i: int) -> int:
    while s.low(i).endswith("ly") and s.form(i) == "word" or s.low(i) in _ADVERBS:
        i += 1
    return i


def takes_object(s: Sentence, i: int) -> bool:
    """Whether what begins at ``i`` is the object of the verb before it, which then is active."""
    low = s.low(i)
    if s.form(i) == "number" or (low in _NUMERALS and s.form(i) == "word"):
        return _told_after_number(s, i) is None
    return low in _OBJECT or (is_people(s, i) and not s.lexicon.participle(low))


_NUMERALS = frozenset("one two three four five six seven eight nine ten eleven twelve dozens hundreds thousands".split())


def _told_after_number(s: Sentence, i: int) -> Told | None:
    for k in (i + 1, i + 2):
        if told := told_at(s, k):
            return told
    return None


def undergone(s: Sentence, i: int, bare: bool = False) -> Told | None:
    """The reduced participle right after a phrase that ends at ``i``: "600 soldiers killed", "600 dead".

    Where the phrase is ``bare`` of a noun, it cannot be the subject of an active verb.
    """
    j = _adverbs(s, i)
    told = told_at(s, j)
    if told is None:
        return None
    verb = s.lexicon.verbs.get(s.low(told.last - 1))
    if not bare and verb and verb.undergone and told.first + 1 >= told.last - 2 and takes_object(s, told.last):
        return None
    return told


def predicate(s: Sentence, i: int, plural: bool) -> Told | None:
    """The event that the clause tells of a phrase that ends at ``i``, its subject."""
    start = _past_including(s, _past_aside(s, _adverbs(s, i)))
    if s.low(start) in _RELATIVE:
        told = _relative(s, start + 1)
        if told and told.kind != "people":
            return told
        return _finite(s, told.last if told else start + 3, plural) or told
    done = _done(s, start)
    if done and not (plural and _singular_form(s, start)):
        return done
    reduced = undergone(s, start)
    if reduced and not s.low(reduced.last) in _PREPOSITIONS:
        return reduced
    if reduced is None and not (_opens_modifier(s, start) or s.low(start) in _AUXILIARIES):
        return None
    return _finite(s, reduced.last if reduced else start, plural) or reduced


_PREPOSITIONS = frozenset("in to from of on at with by near for inside outside under aboard against across during since into onto around among between along over".split())
_AUXILIARIES = frozenset("is are was were has have had will would could may might can should must did do be being been got gets get getting".split())


def _opens_modifier(s: Sentence, i: int) -> bool:
    low = s.low(i)
    return low in _PREPOSITIONS or low.endswith("ing") or (low.endswith("ed") and s.low(i + 1) in _PREPOSITIONS)


def _past_aside(s: Sentence, i: int) -> int:
    """Past one aside between commas or dashes that stands right after the phrase."""
    if s.low(i) not in (",", "(", "–", "—", "-"):
        return i
    closing = {"(": ")"}.get(s.low(i), s.low(i))
    for k in range(i + 1, min(i + 14, len(s.tokens))):
        if s.low(k) == closing:
            after = _adverbs(s, k + 1)
            return after if s.low(after) in _AUXILIARIES or _done(s, after) else i
    return i


def _past_including(s: Sentence, i: int) -> int:
    """Past "including women and children", as far as the verb that follows it."""
    if s.low(i) not in ("including", "among"):
        return i
    for k in range(i + 1, min(i + 12, len(s.tokens))):
        if s.low(k) in _AUXILIARIES:
            return k
        if s.form(k) == "mark" or (s.low(k) in _BARRIERS and s.low(k) not in ("and", "or")):
            return i
    return i


def _relative(s: Sentence, i: int) -> Told | None:
    return _done(s, _adverbs(s, i)) or (_chain(s, i) if s.low(i) in _AUXILIARIES else None)


def _done(s: Sentence, i: int) -> Told | None:
    """An active verb whose subject is the phrase: "12 people died", "thousands marched"."""
    if phrase := _phrase(s, i):
        return phrase
    verb = s.lexicon.verbs.get(s.low(i))
    if verb and not verb.undergone and (verb.form != "base" or s.low(i - 1) not in _OBJECT):
        return Told(verb.kind, i, i + 1)
    return None


def _singular_form(s: Sentence, i: int) -> bool:
    verb = s.lexicon.verbs.get(s.low(i))
    return verb is not None and verb.form == "s"


def _phrase(s: Sentence, i: int) -> Told | None:
    for n in (5, 4, 3, 2, 1):
        words = s.lows(i, n)
        if len(words) == n and (kind := s.lexicon.phrases.get(words)):
            return Told(kind, i, i + n)
    return None


def _finite(s: Sentence, i: int, plural: bool) -> Told | None:
    """The first finite passive or perfect after ``i`` within the clause."""
    for j in range(i, min(i + _WINDOW, len(s.tokens))):
        low = s.low(j)
        if low in _BARRIERS or s.form(j) == "number" or (low == "," and j > i):
            return None
        if low in _AUXILIARIES and (not plural or low not in _SINGULAR):
            return _chain(s, j)
        if j > i and (done := _done(s, j)) and s.low(j - 1) not in _PREPOSITIONS:
            return done
    return None


def _chain(s: Sentence, i: int) -> Told | None:
    """Auxiliaries, hedges ("are believed to have been") and then the event."""
    passive = False
    for j in range(i, min(i + 10, len(s.tokens))):
        low = s.low(j)
        passive = passive or s.isin(j, "be")
        if low == "among" and (told := _among(s, j + 1)):
            return told
        if done := _done(s, j):
            return Told(done.kind, j, done.last, finite=True)
        if told := told_at(s, j):
            adjective = low in s.lexicon.adjectives
            return Told(told.kind, j, told.last, finite=True) if passive or adjective else None
        if low not in _AUXILIARIES and not s.isin(j, "reports") and _adverbs(s, j) == j:
            return None
    return None


def _among(s: Sentence, i: int) -> Told | None:
    """Those whom a phrase is said to be among: "among eight people killed", "among the victims"."""
    for j in range(i, i + 7):
        low = s.low(j)
        kind = s.lexicon.people.get(low, "people")
        if told := told_at(s, j):
            return Told(told.kind, i, told.last, finite=True)
        if kind != "people":
            return Told(kind, i, j + 1, finite=True)
        if low in _PREPOSITIONS or s.form(j) == "mark":
            return None
    return None


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
    while s.low(k - 1) in ("and", "or", ",", "&") and (earlier := s.lexicon.verbs.get(s.low(k - 2))) and earlier.undergone:
        kinds.append(earlier.kind)
        k -= 2
    if verb.form == "ed" and any(s.isin(m, "be") for m in range(max(0, k - 3), k)):
        return None
    return Told(together(kinds), k, j + 1)


def complement(s: Sentence, i: int, end: int) -> Told | None:
    """What "left … dead" tells of the phrase from ``i`` up to ``end``."""
    if not s.isin(i - 1, "leave"):
        return None
    for j in range(end, min(end + 14, len(s.tokens))):
        if s.low(j) in (";", "that", "who") or s.low(j) in _AUXILIARIES:
            return None
        if told := told_at(s, j):
            return told
    return None
