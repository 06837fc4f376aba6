"""Tolls and totals: the noun that a bare number is the value of ("the death toll rose to 600")."""

from sayso.read.figures.events import Told, together
from sayso.read.figures.phrase import is_people, noun_phrase
from sayso.read.figures.predicates import predicate
from sayso.read.figures.sentence import Sentence

INHERITED = "inherited"
_WINDOW, _PLACED, _PUT = 28, 7, 6
_AFTER = ("auxiliaries", "adverbs", "prepositions", "barriers")
_DRIVEN = {(verb, way) for verb in ("driven", "forced", "chased") for way in ("from", "out")}
_OWNED = ("the", "its", "their", "our", "his")


def told_by_toll(s: Sentence, i: int) -> Told | None:
    """The event noun or toll that the number before token ``i`` measures; ``INHERITED`` where it says only "total"."""
    j = i - 1
    if s.low(j) == "of" and s.isin(j - 1, "toll"):
        return Told(_of_toll(s, j - 1, j), j - 1, j)
    while s.isin(j, "link") or (s.isin(j, "quotes") and s.low(j - 1) in ("at", "to", "reached")):
        j -= 1
    return _of_crowd(s, j) or _those_hurt(s, j) or _of_measure(s, j, i) or _put(s, j)


def toll_behind(s: Sentence, i: int) -> Told | None:
    """``puts at 22 the number of its soldiers killed``, ``raised to 18 its toll``: the toll named behind a number."""
    toll = next((k for k in (i + 1, i + 2) if s.isin(k, "toll")), None) if s.low(i) in _OWNED else None
    return Told(_of_toll(s, toll, len(s.tokens)), toll, toll + 1) if toll else None


def _put(s: Sentence, j: int) -> Told | None:
    """``put the attackers at``: people whose number is told."""
    if s.low(j + 1) != "at":
        return None
    j = next((k for k in range(j, j - _PUT, -1) if is_people(s, k) or s.form(k) != "word"), j)
    if not is_people(s, j):  # "put the people in need at"
        return None
    put = next((k for k in range(j - 1, j - _PUT, -1) if s.isin(k, "put")), None)
    if put is None or s.low(put + 1) not in _OWNED:
        return None
    return Told(s.lexicon.people.get(s.low(j), "people"), put, j + 1)


def toll_named(s: Sentence) -> str | None:
    """The kind of the toll that a sentence without numbers speaks of, for "it now stands at" in the next one."""
    if asked := _asked(s):
        return asked
    tolls = [k for k in range(len(s.tokens)) if s.isin(k, "toll")]
    kinds = (_of_toll(s, k, len(s.tokens)) for k in tolls)
    return next((kind for kind in kinds if kind != INHERITED), _of_the_dead(s) if tolls else None)


def _asked(s: Sentence) -> str | None:
    """``Nobody knows how many fled``: the kind that a question for a number tells."""
    many = next((k for k in range(1, len(s.tokens)) if s.lows(k - 1, 2) == ("how", "many")), None)
    told = predicate(s, many + 1, True) if many else None
    noun = noun_phrase(s, many + 1) if many and told is None else None
    told = predicate(s, noun.last, True) if noun and noun.head is not None and is_people(s, noun.head) else told
    return told.kind if told else None


def _of_the_dead(s: Sentence) -> str | None:
    """``The dead still have no agreed number``: the kind of those whom a participle stands for."""
    owned = (k for k in range(1, len(s.tokens)) if s.low(k - 1) in _OWNED and s.lexicon.participle(s.low(k)))
    alone = (k for k in owned if s.form(k + 1) == "mark" or any(s.isin(k + 1, name) for name in _AFTER))
    return next((s.lexicon.participle(s.low(k)) for k in alone), None)


def _of_crowd(s: Sentence, j: int) -> Told | None:
    """``a crowd of``, ``the tribe, who number``"""
    if s.isin(j, "crowds"):
        return Told("protesters", j, j + 1)
    at = j - 1 if s.low(j) == "number" else j
    if s.low(at + 1) in ("numbered", "number") and (head := subject_of(s, at)) is not None:
        return Told(s.lexicon.participle(s.low(head)) or s.lexicon.people.get(s.low(head)) or "people", head, at + 2)
    who = j if s.low(j + 1) in ("number", "numbered") else j - 1
    if s.low(who + 1) not in ("number", "numbered") or s.low(who) not in ("who", "that", "which", "they"):
        return None
    noun = s.low(who - 2 if s.low(who - 1) == "," else who - 1)
    return Told(s.lexicon.people.get(noun, "people"), who, who + 2)


def subject_of(s: Sentence, j: int) -> int | None:
    """The people who are the subject of a verb behind token ``j``, past where they are: "the marchers in Harun"."""
    for k in range(j, max(-1, j - _PLACED), -1):
        stand_for = s.low(k - 1) in _OWNED and s.lexicon.participle(s.low(k)) is not None
        if is_people(s, k) or stand_for or s.low(k) == "those":
            behind = k + 2 if s.low(k + 1) in ("still", "now", "already") else k + 1
            placed = k == j or s.low(behind) in ("in", "at", "from", "on", "near", "outside", "around", "along")
            return k if placed else None
        if s.form(k) != "word" or s.isin(k, "auxiliaries") or s.isin(k, "barriers"):
            return None
    return None


def _of_measure(s: Sentence, j: int, i: int) -> Told | None:
    if j == i - 1 and not s.isin(i, "link") and _measured(s, j, j + 1) is None:
        return None
    circumstance = False
    for k in range(j, max(-1, j - _WINDOW), -1):
        if s.low(k) == "those" and s.isin(j + 1, "link") and (kind := s.lexicon.participle(s.low(k + 1))):
            return Told(kind, k, k + 2)
        if s.isin(k, "relatives") and s.lows(k, 2) != ("that", "of") and (told := _of_those_who(s, k, j + 1)):
            return told
        named = s.low(k - 1) in ("from", "than", "of", "by") or s.isin(k - 1, "designators")
        number = s.form(k) == "number" and k not in s.dated and not named
        if s.low(k) in ("after", "when", "while", "since", "because") and j < i - 1:
            circumstance = True  # "the number of people missing after the flood fell to 73"
            continue
        barrier = s.isin(k, "toll_barriers") and not is_toll(s, k)
        if number or barrier or (circumstance and s.form(k) == "mark"):
            return None
        if circumstance and not (s.isin(k, "toll") and s.low(k + 1) == "of"):
            continue
        if (kind := _measured(s, k, j + 1)) and (s.low(k - 1) != "of" or s.isin(k, "toll")):
            return Told(_driven(s, k, j) or kind, k, k + 1)
    return None


def _driven(s: Sentence, k: int, end: int) -> str | None:
    """``the number of people driven from the villages``: what a set verb tells of those whose number is given."""
    driven = any(s.lows(m, 2) in _DRIVEN for m in range(k + 2, end))
    return "displaced" if driven else None


def _of_those_who(s: Sentence, who: int, end: int) -> Told | None:
    """``the number of miners who suffocated below Hullin``: what the clause at ``who`` tells of those counted."""
    told = predicate(s, who, True)
    kind = told.kind if told and told.last <= end else None
    if s.low(who - 1) == "those" and s.isin(end, "link"):
        return Told(kind or "people", who - 1, end) if told and told.first < end else None
    of = next((k for k in range(who - 2, who - 6, -1) if s.low(k) == "of"), 0)
    kind = kind or s.lexicon.people.get(s.low(who - 1))
    return Told(kind, of - 1, who) if kind and s.isin(of - 1, "toll") else None


def _those_hurt(s: Sentence, j: int) -> Told | None:
    """``The dead and injured number 3,000``: participles that stand for people, up to token ``j``."""
    while s.low(j) in ("number", "total", "numbered", "totalled") or s.isin(j, "adverbs"):
        j -= 1
    j = _before_place(s, j)
    first = j
    while s.lexicon.participle(s.low(first - 1)) or s.low(first - 1) in ("and", "or"):
        first -= 1
    kinds = [kind for k in range(first, j + 1) if (kind := s.lexicon.participle(s.low(k)))]
    owner = first - (2 if s.low(first - 1) == "own" else 1)
    put = s.low(j + 1) == "at" and any(s.isin(k, "put") for k in range(owner - 2, owner)) and s.tokens[owner].capital
    owned = s.low(owner) in _OWNED or s.low(owner).endswith(("'s", "s'")) or put  # "put Ostavian dead at 150"
    return Told(together(kinds), first, j + 1) if kinds and owned else None


def is_toll(s: Sentence, k: int) -> bool:
    """A noun for a number, or what stands for one: "the number of dead as 12 and that of the wounded as 40"."""
    again = s.lows(k, 2) == ("that", "of") and any(s.isin(j, "toll") for j in range(k))
    return again or s.isin(k, "toll")


def _before_place(s: Sentence, j: int) -> int:
    """Before where they were hurt: "its own dead in the battle as 31"."""
    if s.isin(j, "prepositions"):  # "closed its list of the dead of the fire with 52 names"
        return j
    for k in range(j, max(j - _PUT, 0), -1):
        if (s.form(k) != "word" and k not in s.dated) or s.isin(k, "auxiliaries") or s.isin(k, "toll"):
            return j
        if s.isin(k, "prepositions") and s.lexicon.participle(s.low(k - 1)):
            return k - 1
    return j


def _measured(s: Sentence, k: int, end: int) -> str | None:
    """The kind that the noun at ``k`` is a measure of."""
    if is_toll(s, k):
        return _of_toll(s, k, end)
    if s.isin(k, "cases") and about_illness(s):
        return "infected"
    if s.low(k) == "population" or (s.isin(k, "bodies") and s.low(k + 1) in ("of", "in", "at")):
        return "people"
    return s.lexicon.nouns.get(s.low(k))


def _of_toll(s: Sentence, k: int, end: int) -> str:
    """What a toll counts: told before it ("death toll") or after it ("number of injured")."""
    for m in (k - 1, k - 2):
        kind = s.lexicon.nouns.get(s.low(m)) or s.lexicon.participle(s.low(m))
        if kind and kind != "people":
            return kind
    dead = s.low(k) in ("toll", "tolls")
    if s.low(k + 1) in ("of", "for", "among") and k + 2 < end:
        kind = _of_those(s, k + 2, min(end, k + 14)) or _of_people(s, k + 2)
        return "killed" if dead and kind in (INHERITED, "people", "protesters") else kind
    if s.low(k + 1) in ("aboard", "onboard") or s.lows(k + 1, 2) == ("on", "board"):
        return "people"
    return "killed" if dead else INHERITED


def _of_those(s: Sentence, start: int, end: int) -> str | None:
    """The kind that the words from ``start`` up to ``end`` tell of those whose number is given."""
    for m in range(start, end):
        if kind := s.lexicon.participle(s.low(m)) or s.lexicon.nouns.get(s.low(m)):
            return kind
        if phrase := s.phrase_kind(m):
            return "infected" if phrase[0] == "wounded" and about_illness(s) else phrase[0]
        verb = s.lexicon.verbs.get(s.low(m))
        if verb and verb.form == "ed" and not verb.undergone and s.isin(m - 1, "perfect"):
            return verb.kind
        if (s.isin(m, "cases") and about_illness(s)) or s.isin(m, "disease"):
            return "infected"
        if s.isin(m, "crowds"):
            return "protesters"
    return None


def about_illness(s: Sentence) -> bool:
    """Whether the sentence names a disease, or stands in an article about one."""
    return "illness" in s.scenes or s.mentions("disease")


def _of_people(s: Sentence, i: int) -> str:
    """``the number of Rwandan soldiers inside Congo``, ``its estimate of the marchers``"""
    phrase = noun_phrase(s, i + 1 if s.isin(i, "articles") else i)
    if phrase.head is None or not is_people(s, phrase.head):
        return INHERITED
    sent = s.isin(phrase.head, "ranks") and s.low(phrase.last) in ("in", "inside", "on", "at", "along", "across")
    return "deployed" if sent else s.lexicon.people.get(s.low(phrase.head), "people")
