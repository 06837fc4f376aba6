"""Numbers that somebody holds to: the subject of a verb whose whole object is a number tells it.

"The interior ministry remains at five", "Police stand by 163", "Frontline Watch, which studies pictures, sees two",
"the army has raised it to 61". Verbs of doing something to the counted ("police freed 12") tell nothing.
"""

from sayso.read.bodies import body_words
from sayso.read.lexicon import words
from sayso.read.rules.contents import Range
from sayso.read.rules.phrases import nominal, phrase_after, phrase_before
from sayso.read.rules.reckonings import number_in
from sayso.read.rules.units import Unit

HELD = words("held")
_TO = {pair.split("_")[0]: frozenset(pair.split("_")[1:]) for pair in words("held_to")}
_CHANGED = words("changed_to")
_SPOKEN_OF = frozenset(["talk", "talks", "talked", "speak", "speaks", "spoke", "spoken"])
_LISTING = words("listing_names")
_MAKES = frozenset(["make", "makes", "made"])
_TELLING = HELD | _TO.keys() | _CHANGED | _MAKES
HOLDING = _TELLING | _LISTING
OWN_COUNTS = words("own_counts")
_PEOPLE = words("persons", "roles") | words("unnamed", "roles") | words("occupations", "roles")
_PRONOUNS = frozenset(["it", "they", "he", "she"])
_LEADS = words("bounds_of_number")
_INSIDE = words("prepositions_inside") | words("determiners") | words("possessives") | words("time_words")
_FAR, _OPENING, _LISTED = 6, 9, 12
_RANGE = frozenset(["to", "and", "or", "-", "–"])
_HAS = frozenset(["has", "have", "had"])
COUNTED = frozenset(["counts", "counted", "tallied", "logged", "documented", "registered"])
OF_PEOPLE = frozenset(
    ["dead", "deaths", "killed", "wounded", "injured", "missing", "victims", "casualties", "cases", "infections"]
)
_BE = frozenset(["is", "are", "was", "were", "be", "been", "being"])


def holding(unit: Unit, i: int) -> tuple[Range, Range, Range] | None:
    """Source, cue and content where the verb at ``i`` tells a bare number."""
    names = unit.lower(i) in _LISTING and unit.lower(i + 1) not in _LISTING and _tells_names(unit, i)
    if not names and (unit.lower(i) not in _TELLING or not _tells_number(unit, i)):
        return None
    verb = _group_start(unit, i)
    first, last = _clause(unit, i)
    if unit.lower(first) in words("prepositions") and nominal(unit, verb - 1):
        first = phrase_before(unit, verb - 1) or first  # "At the gate the guards counted 40"
    end = _subject(unit, first, verb)
    if end is None:
        return None
    if author := _author(unit, first, end):
        return author, (i, i), (i + 1, last)
    owner = _owner(unit, first, end)
    if unit.lower(end) in _PRONOUNS:
        told = unit.lower(i) in _SPOKEN_OF | _CHANGED | COUNTED
    else:
        told = nominal(unit, end) and speaks(unit, first, end)
    if not told or (owner is None and not names and unit.lower(i) in _HAS):
        return None
    if owner is not None:
        return (first, owner), (end, end), (i + 1, last)
    return (first, end), (i, i), (i + 1, last)


def _tells_number(unit: Unit, i: int) -> bool:
    verb = unit.lower(i)
    if verb in _MAKES:
        return unit.lower(i + 1) == "it" and bare_number(unit, i + 2)
    near = range(i + 1, min(i + _FAR + 1, len(unit.tokens)))
    if verb in HELD:
        return bare_number(unit, i + 1)
    if verb in _CHANGED:
        to = next((k for k in near if unit.lower(k) == "to"), i)
        changed = {unit.lower(k) for k in range(i + 1, to)}
        toll = changed & (OWN_COUNTS | {"it", "that", "range"}) and ("of" not in changed or changed & OF_PEOPLE)
        return bool(toll) and bare_number(unit, to + 1)
    at = next((k for k in near if unit.lower(k) in _TO[verb]), None)
    between = range(i + 1, at or i)
    if at is None or any(unit.lower(k) not in words("adverbs") | {"unchanged", "far"} for k in between):
        return False
    of_count = any(unit.lower(k) in OWN_COUNTS for k in range(i))
    return bare_number(unit, at + 1) or ((of_count or verb in _SPOKEN_OF) and number_in(unit, at + 1, at + 4))


def _tells_names(unit: Unit, i: int) -> bool:
    """Whether the object is a list with its length: "the names of 46", "a list of its own, with 178 names"."""
    near = range(i + 1, min(i + _LISTED + 1, len(unit.tokens)))
    names = any(unit.lower(k) == "names" and number_in(unit, k - 1, k) for k in near)
    lists = (k for k in near if unit.lower(k) in ("names", "list", "register", "record", "records"))
    return names or any(unit.lower(k + 1) == "of" and number_in(unit, k + 2, k + 5) for k in lists)


def bare_number(unit: Unit, k: int) -> bool:
    """Whether a number begins at ``k``, behind its bound, that no noun follows."""
    while unit.lower(k) in _LEADS or (unit.lower(k) == "up" and unit.lower(k + 1) == "to"):
        k += 1 + (unit.lower(k) == "up")
    if not number_in(unit, k, k + 1) or (unit.lower(k) == "one" and unit.lower(k + 1) == "of"):
        return False
    while number_in(unit, k, k + 1) or (unit.lower(k) in _RANGE and number_in(unit, k + 1, k + 2)):
        k += 1
    if unit.kind(k) != "w":
        return unit.lower(k) != "%"
    toll = unit.lower(k) in words("possessives") | {"the"} and unit.lower(k + 1) in OWN_COUNTS
    return toll or unit.lower(k) in words("after_bare_number") | words("time_words")


def _group_start(unit: Unit, i: int) -> int:
    while unit.lower(i - 1) in words("auxiliaries") | words("adverbs") and unit.lower(i - 1) not in _BE:
        i -= 1
    return i


def _clause(unit: Unit, i: int) -> Range:
    """Where the clause of the verb begins, past words of time that open it, and where it ends."""
    first = next((k + 1 for k in range(i - 1, -1, -1) if unit.lower(k) in (";", ":") or _joins(unit, k)), 0)
    if unit.lower(first) in words("prepositions"):
        comma = next((k for k in range(first, min(first + _OPENING, i)) if unit.lower(k) == ","), None)
        timed = range(first + 1, i) if comma is None else range(0)
        plain = next((k for k in timed if unit.lower(k) not in words("time_words") and not unit.numbered(k)), first)
        first = comma + 1 if comma is not None else plain if plain > first + 1 else first
    behind = (k for k in range(i + 1, len(unit.tokens)) if unit.lower(k) == ";" or _joins(unit, k))
    last = next(behind, len(unit.tokens)) - 1
    while last > i and unit.kind(last) == "p":
        last -= 1
    return first, last


def _joins(unit: Unit, k: int) -> bool:
    """Whether a clause of its own begins behind ``k``: ", and the union has 40"."""
    return unit.lower(k) in ("and", "but", "while", "whereas") and unit.lower(k - 1) == ","


def _subject(unit: Unit, first: int, verb: int) -> int | None:
    """The last token of the subject; None where more than a relative clause or an aside parts it from its verb."""
    reach = phrase_after(unit, first) if first < verb else None
    if reach is None:
        return None
    end = min(reach, verb - 1)
    while end > first and unit.lower(end) in _INSIDE:
        end -= 1
    after = unit.lower(end + 1)
    if end + 1 == verb or after in ("who", "which", "that"):
        return end
    if after == ",":
        return end if unit.lower(verb - 1) == "," and verb - end > 3 else None
    hanging = after in words("prepositions_inside") and all(
        unit.kind(k) == "w" and (nominal(unit, k) or unit.lower(k) in _INSIDE) for k in range(end + 1, verb)
    )
    return verb - 1 if hanging else None


def speaks(unit: Unit, first: int, end: int) -> bool:
    """Whether a subject is somebody who can tell a number: a body, people, a name, or their list."""
    heads = [k for k in range(first, end + 1) if unit.kind(k) == "w"]
    inside = next((k for k in heads if k > first and unit.lower(k) in words("prepositions_inside")), end + 1)
    head = inside - 1
    noun = unit.lower(head)
    if noun in words("time_words"):
        return False
    known = {noun, noun.removesuffix("s"), noun.removesuffix("es")}
    if known & (_PEOPLE | body_words().keys()):
        return True
    named = unit.tokens[head].capital and (head > 0 or noun not in words("openers"))
    return named or _owner(unit, first, end) is not None


def _author(unit: Unit, first: int, end: int) -> Range | None:
    """Whose count a subject is, told behind it: "an earlier count by the port"."""
    by = next((k for k in range(first + 1, end) if unit.lower(k) == "by" and unit.lower(k - 1) in OWN_COUNTS), None)
    return (by + 1, end) if by is not None else None


def _owner(unit: Unit, first: int, end: int) -> int | None:
    """The last token of whose list, register or toll a subject is: "the union's list", "the police toll"."""
    if unit.lower(end) not in OWN_COUNTS or end == first or unit.tokens[end].capital:
        return None
    before = unit.lower(end - 1)
    owned = before.endswith(("'s", "s'")) or before in words("possessives") or before in body_words()
    return end - 1 if owned or (unit.tokens[end - 1].capital and nominal(unit, end - 1)) else None
