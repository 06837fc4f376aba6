"""Cues: which words of a unit say that somebody says something, and in which voice."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from sayso.read.lexicon import Cue, ambiguous_forms, cue_forms, cues, noun_cues, words
from sayso.read.rules.phrases import nominal, phrase_after, phrase_before
from sayso.read.rules.reckonings import tells_number
from sayso.read.rules.units import Unit

Voice = Literal["active", "passive", "participle", "according", "noun"]
_BE = frozenset(
    ["is", "are", "was", "were", "be", "been", "being", "'s", "'re", "isn't", "aren't", "wasn't", "weren't"]
)
_DETERMINERS = words("determiners") | words("possessives")
_MODALS = frozenset(["may", "might", "could", "would", "should", "must", "can"])
_BEFORE_A_GERUND = frozenset(["of", "for", "in", "from", "about", "with", "without", "on", "at", "to"])
_NOUNS_IN_LY = frozenset(
    ["rally", "family", "assembly", "supply", "reply", "bully", "anomaly", "monopoly", "butterfly"]
)
_NOT_BEFORE_A_VERB = words("prepositions_inside") | {
    "the",
    "a",
    "an",
    "its",
    "their",
    "his",
    "no",
    "any",
    "every",
    "each",
}


@dataclass(frozen=True, slots=True)
class CueHit:
    """A cue at tokens ``core`` to ``last``; its verb group, with auxiliaries and adverbs, begins at ``first``."""

    first: int
    core: int
    last: int
    cue: Cue
    voice: Voice


@cache
def _phrasal() -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = {}
    for lemma in cues():
        head, *rest = lemma.split("_")
        found.setdefault(head, []).append(rest)
    return {head: sorted(rests, key=len, reverse=True) for head, rests in found.items()}


def find_cues(unit: Unit) -> list[CueHit]:
    """The cues of a unit outside its quotations, in order."""
    hits = []
    for i, token in enumerate(unit.tokens):
        if token.kind != "w":
            continue
        hit = _according(unit, i) or _counting(unit, i) or _verb(unit, i) or _noun(unit, i)
        if hit:
            hits.append(hit)
    return hits


def _according(unit: Unit, i: int) -> CueHit | None:
    if unit.lower(i) == "according" and unit.lower(i + 1) == "to":
        return CueHit(i, i, i + 1, Cue("according to", "asserts", "speech", "c"), "according")
    return None


def _counting(unit: Unit, i: int) -> CueHit | None:
    """A verb by which a number is told: "put the toll at 41", "gave a figure of 41", "gave the number as 41"."""
    if not tells_number(unit, i):
        return None
    first = _group_start(unit, i)
    voice: Voice = "participle" if unit.lower(i).endswith("ing") else "active"
    passive = {unit.lower(k) for k in range(first, i)} & _BE
    return None if passive else CueHit(first, i, i, Cue("put_at", "estimates", "speech", "n"), voice)


def _verb(unit: Unit, i: int) -> CueHit | None:
    known = cue_forms().get(unit.lower(i))
    if known is None:
        return None
    lemma, form = known
    found = _lemma_at(unit, i, lemma)
    if found is None:
        return None
    cue, last = found
    first = _group_start(unit, i)
    voice = None if lemma in ("accuse", "charge") and unit.numbered(i - 1) else _voice(unit, i, first, form)
    if voice is None or (unit.lower(i) in ambiguous_forms() and not _verbal(unit, first, i, last)):
        return None
    return CueHit(first, i, last, cue, voice)


def _lemma_at(unit: Unit, i: int, head: str) -> tuple[Cue, int] | None:
    """The cue whose first word stands at ``i``, and its last token; a day may part it: "appealed on Tuesday for"."""
    for rest in _phrasal()[head]:
        day = 2 * (unit.lower(i + 1) == "on" and unit.lower(i + 2) in words("time_words"))
        for skipped in {0, day if rest else 0}:
            if all(unit.lower(i + 1 + skipped + k) == word for k, word in enumerate(rest)):
                return cues()["_".join([head, *rest])], i + skipped + len(rest)
    return None


def _group_start(unit: Unit, i: int) -> int:
    first = i
    while first > 0 and unit.kind(first - 1) == "w":
        before = unit.lower(first - 1)
        loose = before in words("adverbs") or (
            before.endswith("ly")
            and len(before) > 4
            and before not in _NOUNS_IN_LY
            and not unit.tokens[first - 1].capital
        )
        if not loose and before not in words("auxiliaries"):
            break
        first -= 1
    return first


def _voice(unit: Unit, i: int, first: int, form: str) -> Voice | None:
    group = {unit.lower(k) for k in range(first, i)}
    before = unit.lower(first - 1)
    if form == "ing":
        return "active" if group & _BE else _participle(before)
    if form == "ed":
        return _past(unit, i, first, group)
    if form == "s":
        return None if group & words("auxiliaries") else "active"
    infinitive = before in ("to", "the", "a") or unit.lower(first) == "to"
    bare = not group & words("auxiliaries") and infinitive
    return None if bare or group & _MODALS or unit.tokens[i].capital else "active"


def _past(unit: Unit, i: int, first: int, group: set[str]) -> Voice | None:
    """The voice of an "-ed" form: passive with "be" or before "by", no cue as an adjective."""
    if group & _BE and "having" not in group:
        return "passive"
    if unit.lower(i + 1) == "by" and not group & {"has", "have", "had"}:
        return "passive"
    if first == i and unit.lower(i) == "found" and unit.lower(i + 1) in words("prepositions"):
        return None
    loose = {"that", "all", "both", "many", "some", "few", "most"}
    return None if unit.lower(first - 1) in _DETERMINERS - loose else "active"


def _participle(before: str) -> Voice | None:
    return None if before in _DETERMINERS | _BEFORE_A_GERUND else "participle"


def _verbal(unit: Unit, first: int, i: int, last: int) -> bool:
    """Whether a form that may be a noun is a verb here: a subject before it, content behind it."""
    before, after = unit.lower(first - 1), unit.lower(last + 1)
    if first < i and not unit.lower(i - 1).endswith("ly"):
        return True
    if first == 0 or before in _NOT_BEFORE_A_VERB or before.endswith("'s") or before.endswith("s'"):
        return False
    if before in words("conjunctions") - {"that", "which", "and"} and before != "who":
        return False
    subject = nominal(unit, first - 1) or before in words("pronouns") or before in (",", "who", "which", "that", "and")
    opens = after in _DETERMINERS | words("pronouns") | {"that", ":", "if", "whether", "how", "why", "what"}
    said = last > i or unit.lower(i) in ("say", "tell")
    numbered = said and (unit.numbered(last + 1) or after in ("$", "€", "£"))
    start = phrase_before(unit, first - 1) if after in (".", "") and nominal(unit, first - 1) else None
    ends = start is not None and unit.lower(start - 1) == ","
    return subject and (opens or numbered or ends or unit.kind(last + 1) == "q" or _content_word(unit, last + 1))


def _content_word(unit: Unit, i: int) -> bool:
    return unit.kind(i) == "w" and unit.tokens[i].capital and unit.lower(i) not in words("time_words")


def _noun(unit: Unit, i: int) -> CueHit | None:
    """A noun with its "that" clause: "reports from officials that", "the ministry's claim that"."""
    lemma = noun_cues().get(unit.lower(i))
    if lemma is None or lemma not in cues():
        return None
    after = i + 1
    if unit.lower(after) in ("from", "by", "in"):
        end = phrase_after(unit, after + 1)
        after = end + 1 if end is not None else after
    if unit.lower(after) != "that":
        return None
    return CueHit(i, i, i, cues()[lemma], "noun")
