"""Predicates: the event that a clause tells of a counted phrase that is its subject."""

from sayso.read.figures.events import Told, adverbs, set_phrase, told_at, undergone
from sayso.read.figures.phrase import NUMERALS, is_people
from sayso.read.figures.sentence import Sentence

_WINDOW = 16
_WITHIN = ("in", "on", "from", "at", "aboard", "with", "by")
_CLOSING = frozenset('"”’')


def predicate(s: Sentence, i: int, plural: bool) -> Told | None:
    """The event that the clause tells of a phrase that ends at ``i``, its subject."""
    start = subject_end(s, i)
    if s.isin(start, "relatives"):
        told = _relative(s, start + 1)
        if told and told.kind != "people":
            return told
        behind = start + (3 if s.isin(start + 1, "auxiliaries") else 2)
        return _finite(s, told.last if told else behind, plural) or told
    done = _done(s, start)
    if done and not (plural and _singular_form(s, start)):
        return done
    reduced = undergone(s, start)
    if reduced and not s.isin(reduced.last, "prepositions"):
        return reduced
    if reduced is None and not (_opens_modifier(s, start) or s.isin(start, "auxiliaries")):
        return None
    return _finite(s, reduced.last if reduced else start, plural) or reduced


def subject_end(s: Sentence, i: int) -> int:
    """Past what may stand between a counted phrase that ends at ``i`` and its verb: an aside, a second noun."""
    return _past_joined(s, _past_including(s, _past_aside(s, adverbs(s, i + 1 if s.low(i) in _CLOSING else i))))


def _opens_modifier(s: Sentence, i: int) -> bool:
    if s.isin(i, "prepositions") or s.low(i).endswith("ing"):
        return True
    return (s.low(i).endswith("ed") or s.isin(i, "participles")) and s.isin(i + 1, "prepositions")


def _past_aside(s: Sentence, i: int) -> int:
    """Past one aside between commas or dashes that stands right after the phrase."""
    if s.low(i) not in (",", "(", "–", "—", "-"):
        return i
    closing = {"(": ")"}.get(s.low(i), s.low(i))
    for k in range(i + 1, min(i + 14, len(s.tokens))):
        if s.low(k) == closing:
            after = adverbs(s, k + 1)
            return after if s.isin(after, "auxiliaries") or _done(s, after) else i
    return i


def _past_including(s: Sentence, i: int) -> int:
    """Past "including women and children", as far as the verb that follows it."""
    some = s.lows(i + 1, 2) in (("of", "them"), ("of", "whom"))
    if not (s.isin(i, "asides") or s.isin(i - 1, "asides") or some):
        return i
    for k in range(i + 1, min(i + 12, len(s.tokens))):
        if s.isin(k, "auxiliaries") or (some and _done(s, k)) or _headlined(s, k):
            return k
        if s.form(k) == "mark" or (s.isin(k, "barriers") and s.low(k) not in ("and", "or")):
            return i
    return i


def _headlined(s: Sentence, i: int) -> bool:
    """A participle that is the verb of a headline: "Four people including a child killed in blast"."""
    alone = s.isin(i + 1, "prepositions") or s.low(i + 1) in ("", ".")
    return alone and s.lexicon.participle(s.low(i)) is not None and not s.mentions("auxiliaries")


def _past_joined(s: Sentence, i: int) -> int:
    """Past a second noun that shares the number: "70 police and army recruits have died"."""
    if s.low(i) != "and" or s.form(i + 1) != "word" or s.low(i + 1) in NUMERALS:
        return i
    if s.isin(i + 1, "object_openers") and s.low(i + 1) not in ("a", "an"):
        return i
    for k in range(i + 2, i + 6):
        if s.isin(k, "auxiliaries"):
            return i if s.isin(k, "singular_auxiliaries") else k
        verbal = s.low(k) in s.lexicon.verbs and not is_people(s, k)
        if verbal or s.form(k) != "word" or s.isin(k, "prepositions") or s.low(k) in NUMERALS:
            return i
    return i


def _relative(s: Sentence, i: int) -> Told | None:
    return _done(s, adverbs(s, i)) or (_chain(s, i) if s.isin(i, "auxiliaries") else None)


def _done(s: Sentence, i: int) -> Told | None:
    """An active verb whose subject is the phrase: "12 people died", "thousands marched"."""
    if phrase := set_phrase(s, i):
        return phrase
    verb = s.lexicon.verbs.get(s.low(i))
    if verb and verb.undergone and s.low(i + 1) in ("themselves", "himself", "herself"):
        return Told(verb.kind, i, i + 2)
    if verb and not verb.undergone and (verb.form != "base" or not s.isin(i - 1, "object_openers")):
        return Told(verb.kind, i, i + 1)
    return None


def _singular_form(s: Sentence, i: int) -> bool:
    verb = s.lexicon.verbs.get(s.low(i))
    return verb is not None and verb.form == "s"


def _past_form(s: Sentence, i: int) -> bool:
    """A set phrase or a past form; other forms are as often nouns ("during protests")."""
    verb = s.lexicon.verbs.get(s.low(i))
    return verb is None or verb.form == "ed"


def _finite(s: Sentence, i: int, plural: bool) -> Told | None:
    """The first finite passive or perfect after ``i`` within the clause."""
    for j in range(i, min(i + _WINDOW, len(s.tokens))):
        low = s.low(j)
        if (low == "and" and _joins_nouns(s, j)) or (low == "as" and s.isin(j - 1, "named")):
            continue
        number = s.form(j) == "number" and (j in s.dated or s.low(j - 1) not in _WITHIN)
        if low in s.lexicon.sets["barriers"] or number or (low == "," and j > i):
            return None
        if low in s.lexicon.sets["auxiliaries"] and (not plural or low not in s.lexicon.sets["singular_auxiliaries"]):
            return _chain(s, j)
        if j > i and (done := _done(s, j)) and _past_form(s, j) and not s.isin(j - 1, "prepositions"):
            return Told(done.kind, done.first, done.last, finite=True)
    return None


def _joins_nouns(s: Sentence, i: int) -> bool:
    """Whether "and" joins two nouns before one verb: "members of the guard and police were killed"."""
    for k in range(i + 1, i + 6):
        if s.isin(k, "auxiliaries"):
            return k > i + 1
        if s.form(k) != "word" or s.isin(k, "barriers") or s.low(k) in NUMERALS or s.low(k) in s.lexicon.verbs:
            return False
    return False


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
            if told.kind == "people" and s.low(told.last) == "among":
                return _among(s, told.last + 1) or told
            adjective = low in s.lexicon.adjectives
            return Told(told.kind, j, told.last, finite=True) if passive or adjective else None
        if low not in s.lexicon.sets["auxiliaries"] and not s.isin(j, "reports") and adverbs(s, j) == j:
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
        closed = s.form(j) == "mark" and low != "-"
        if closed or (low in s.lexicon.sets["prepositions"] and s.low(j + 1) != "least"):
            return None
    return None
