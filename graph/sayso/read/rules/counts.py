"""Counts: whose number it is, where no verb of saying tells it.

"The union's own count of the dead is 94", "by the ministry's estimate, 40 are missing", "police counted 12,000",
"the ministry raised the death toll".
"""

from collections.abc import Iterator

from sayso.read.attribution import Attribution
from sayso.read.bodies import body_words
from sayso.read.lexicon import words
from sayso.read.rules.contents import Range
from sayso.read.rules.holdings import COUNTED, OF_PEOPLE, OWN_COUNTS, bare_number, holding, speaks
from sayso.read.rules.phrases import nominal, phrase_after, phrase_before
from sayso.read.rules.reckonings import number_in
from sayso.read.rules.sources import subject
from sayso.read.rules.units import Unit

_COUNTS = frozenset(["count", "tally", "estimate", "reckoning", "toll", "figure", "calculation", "calculations"])
_ACCOUNTS = _COUNTS | frozenset(["account", "accounts", "telling", "version", "words", "figures", "estimates"])
_GIVEN = frozenset(["given", "put", "placed", "set", "counted", "estimated", "calculated", "reckoned"])
COMES = frozenset(["comes", "came", "stems", "stemmed", "originated", "originates"])
_HAS = frozenset(["has", "have", "had", "gives", "gave", "offers", "offered"])
_IS = frozenset(["is", "was", "are", "were", "stands", "stood", "puts", "put", "has"])
REVISED = frozenset(["raised", "raises", "lowered", "lowers", "revised", "revises", "updated", "updates", "doubled"])
_BE = frozenset(["is", "are", "was", "were", "be", "been", "being"])
_SPEAKING = (
    words("persons", "roles") | words("unnamed", "roles") | body_words().keys() | {"they", "he", "she", "it", "city"}
)
_SURE = 0.9
_BEFORE_A_COUNT = 4
_AFTER_A_COUNT = 9


def counts(unit: Unit) -> Iterator[Attribution]:
    """The attributions of a unit that tell whose count something is, in the order of the text."""
    for i, token in enumerate(unit.tokens):
        if token.kind != "w":
            continue
        found = (
            _by_count(unit, i)
            or _given_by(unit, i)
            or _comes_from(unit, i)
            or _has_figure(unit, i)
            or _own_count(unit, i)
            or _others_count(unit, i)
            or holding(unit, i)
            or _counted(unit, i)
            or _revised(unit, i)
        )
        if found:
            source, cue, content = found
            yield Attribution(
                (unit.between(*source),), (unit.between(*cue),), (unit.between(*content),), "speech", _SURE
            )


Found = tuple[Range, Range, Range]


def _by_count(unit: Unit, i: int) -> Found | None:
    """As in "By the agency's count, 40 fell", "40 fell, by its count", "On its account of Friday, 40 fell"."""
    if unit.lower(i) not in ("by", "on", "in"):
        return None
    owner = next((k for k in range(i + 1, i + 9) if _possessive(unit, k)), None)
    count = next((k for k in range(owner + 1, owner + 4) if unit.lower(k) in _ACCOUNTS), None) if owner else None
    if owner is None or count is None or any(unit.kind(k) != "w" for k in range(i + 1, count)):
        return None
    behind = next((k for k in range(count + 1, count + 6) if unit.lower(k) == ","), count)
    opening = i <= 1 and (behind > count or unit.lower(i) == "by")
    if not opening and (unit.lower(i) != "by" and unit.lower(i - 1) != ","):
        return None
    content = _to_the_end(unit, behind + 1) if opening else _from_the_start(unit, i - 1)
    return ((i + 1, owner), (count, count), content) if content else None


def _given_by(unit: Unit, i: int) -> Found | None:
    """As in "The figure of 40 was given to the Echo by an official" and "The toll was put at 40 by insurers"."""
    if unit.lower(i) not in _GIVEN or unit.lower(i - 1) not in _BE:
        return None
    near = range(i + 1, min(i + _AFTER_A_COUNT, len(unit.tokens)))
    by = next((k for k in near if unit.lower(k) == "by" and unit.lower(k - 1) not in (",", ";")), None)
    end = phrase_after(unit, by + 1) if by is not None else None
    start = next((k + 1 for k in range(i - 1, -1, -1) if unit.kind(k) == "p"), 0)
    if by is None or end is None or start > i - 2:
        return None
    put = unit.lower(i + 1) in ("at", "as") and number_in(unit, i + 2, by)
    named = any(unit.lower(k) in _COUNTS for k in range(start, i)) and number_in(unit, start, i)
    return ((by + 1, end), (i, i), (start, by - 1)) if put or named else None


def _comes_from(unit: Unit, i: int) -> Found | None:
    """As in "The figure of 40 comes from a doctor"."""
    if unit.lower(i) not in COMES or unit.lower(i + 1) != "from":
        return None
    count = next((k for k in range(i - 1, i - _AFTER_A_COUNT, -1) if unit.lower(k) in _COUNTS), None)
    end = phrase_after(unit, i + 2)
    if count is None or end is None or not number_in(unit, count, i) or not speaks(unit, i + 2, end):
        return None
    return (i + 2, end), (i, i), (max(count - 1, 0), i - 1)


def _has_figure(unit: Unit, i: int) -> Found | None:
    """As in "The ministry has a lower figure: 12 dead"."""
    if unit.lower(i) not in _HAS:
        return None
    noun = next((k for k in range(i + 1, i + 5) if unit.lower(k) in _COUNTS), None)
    if noun is None or unit.lower(noun + 1) != ":" or not number_in(unit, noun + 2, noun + 6):
        return None
    end = i - 2 if unit.lower(i - 1) == "," else i - 1
    first = phrase_before(unit, end) if end >= 0 else None
    content = _to_the_end(unit, noun + 2)
    return ((first, end), (i, i), content) if first is not None and content and speaks(unit, first, end) else None


def _own_count(unit: Unit, i: int) -> Found | None:
    """As in "The agency's own count of the dead is 94"."""
    if unit.lower(i) not in OWN_COUNTS | _COUNTS or unit.tokens[i].capital:
        return None
    owner = next((k for k in range(i - 1, i - _BEFORE_A_COUNT, -1) if _possessive(unit, k)), None)
    verb = next((k for k in range(i + 1, i + _AFTER_A_COUNT) if unit.lower(k) in _IS), None)
    if owner is not None and unit.lower(i + 1) in (",", "of", "(") and bare_number(unit, i + 2):
        verb = i + 1
    if owner is None or verb is None or any(unit.kind(k) != "w" for k in range(owner, verb)):
        return None
    if any(unit.lower(k) == "by" for k in range(owner - 3, owner)):
        return None
    first = owner if unit.lower(owner) in words("possessives") else phrase_before(unit, owner)
    content = _to_the_end(unit, verb + 1)
    if first is None or content is None or not number_in(unit, verb + 1, verb + 5):
        return None
    return (first, owner), (i, i), content


def _others_count(unit: Unit, i: int) -> Found | None:
    """As in "her count was 25; the Youth Assembly's was 41"."""
    if not _possessive(unit, i) or unit.lower(i + 1) not in _IS or not bare_number(unit, i + 2):
        return None
    first, content = phrase_before(unit, i), _to_the_end(unit, i + 2)
    told = any(unit.lower(k) in OWN_COUNTS | _COUNTS for k in range(i))
    return ((first, i), (i + 1, i + 1), content) if told and first is not None and content else None


def _counted(unit: Unit, i: int) -> Found | None:
    """As in "Police counted eleven dead"."""
    if unit.lower(i) not in COUNTED or not number_in(unit, i + 1, i + 4):
        return None
    return _active(unit, i)


def _revised(unit: Unit, i: int) -> Found | None:
    """As in "The ministry has again raised the number of dead"."""
    if unit.lower(i) not in REVISED:
        return None
    near = [unit.lower(k) for k in range(i + 1, i + 6)]
    toll = any(word in ("toll", "tally", "count", "estimate", "figure", "total", "losses") for word in near)
    number = "number" in near and bool(OF_PEOPLE & {unit.lower(k) for k in range(i + 2, i + _AFTER_A_COUNT)})
    return _active(unit, i) if toll or number else None


def _active(unit: Unit, verb: int) -> Found | None:
    """A verb with its subject before it and its object behind it."""
    before = verb - 1
    while unit.lower(before) in words("auxiliaries") | words("adverbs") - words("pronouns"):
        before -= 1
    if before < 0 or {unit.lower(k) for k in range(before + 1, verb)} & {"was", "were", "be", "been", "is", "are"}:
        return None
    if unit.lower(before) == "and" and (shared := subject(unit)):
        content = _to_the_end(unit, verb + 1)
        return (shared, (verb, verb), content) if content and speaks(unit, *shared) else None
    before = _before_time(unit, before)
    relative = unit.lower(before) in ("who", "which")
    plain = nominal(unit, before) or unit.lower(before) in ("it", "they")
    first = before if relative else phrase_before(unit, before) if plain else None
    content = _to_the_end(unit, verb + 1)
    told = relative or unit.lower(before) in _SPEAKING or (before > 0 and unit.tokens[before].capital)
    return ((first, before), (verb, verb), content) if first is not None and content and told else None


def _before_time(unit: Unit, i: int) -> int:
    """Past a day that stands between a subject and its verb: "which on Thursday had counted 151"."""
    k = i
    while k > 0 and unit.lower(k) in words("time_words"):
        k -= 1
    return k - 1 if 0 < k < i and unit.lower(k) in ("on", "by", "in", "since") else k


def _possessive(unit: Unit, i: int) -> bool:
    return unit.lower(i).endswith(("'s", "’s", "s'", "s’")) or unit.lower(i) in words("possessives")


def _to_the_end(unit: Unit, start: int) -> Range | None:
    last = next((k for k in range(start, len(unit.tokens)) if unit.lower(k) == ";"), len(unit.tokens)) - 1
    while last > start and unit.kind(last) == "p":
        last -= 1
    return (start, last) if start <= last else None


def _from_the_start(unit: Unit, last: int) -> Range | None:
    while last > 0 and unit.kind(last) == "p":
        last -= 1
    return (0, last) if last > 0 else None
