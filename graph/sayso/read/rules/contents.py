"""Content: where what a cue introduces begins and ends."""

from sayso.read.lexicon import cue_forms, words
from sayso.read.rules.cuefinder import CueHit
from sayso.read.rules.phrases import full_quotation, nominal, phrase_after, phrase_before
from sayso.read.rules.units import Unit

_BEFORE_CONTENT = frozenset(["like", "about", "between", "over", "around", "as", "in", "after", "with", "under", "up"])

Range = tuple[int, int]
"""First and last token index."""

_REACH = 400
_MOST_CUES = 12  # more cue words than this in one clause: the text lacks punctuation
_TIMES = words("time_words")
_ADVERBIAL = frozenset(
    [
        "on",
        "in",
        "at",
        "during",
        "to",
        "by",
        "after",
        "before",
        "via",
        "through",
        "with",
        "from",
        "following",
        "while",
        "since",
    ]
)
_QUESTION = frozenset(["if", "whether", "how", "why", "what", "who", "when", "where"])
_ABOUT = frozenset(["of", "about", "against", "for", "over", "at", "on", "from", "with"])


def content_after(unit: Unit, hit: CueHit, before: bool) -> tuple[Range | None, int]:
    """The content behind an active cue, and the index of the first token after what belongs to the cue.

    ``before`` tells that there is something before the source that could be the content.
    """
    frames, i = hit.cue.frames, hit.last + 1
    i = _skip_addressee(unit, hit, i)
    if hit.cue.lemma == "tell" and unit.lower(i) == "of":
        return _clause(unit, i + 1, hit), i
    if "n" in frames and unit.lower(i) in _ABOUT and "c" in frames and unit.lower(i) in ("of", "about", "against"):
        return _clause(unit, i, hit), i
    start = _skip_adverbials(unit, i) if "c" in frames else _skip_times(unit, i)
    if _ends(unit, start):
        return None, start
    word = unit.lower(start)
    if word == "," and (not before or unit.kind(start + 1) == "q"):
        return _after_comma(unit, start, hit), start
    if word in (",", "—", "–", "-", "(", ")"):
        return None, start
    return (_clause(unit, _opening(unit, start), hit) if _may_open(unit, start, hit, before) else None), start


def _opening(unit: Unit, i: int) -> int:
    return i + 1 if unit.lower(i) in ("that", ":") else i


def _after_comma(unit: Unit, comma: int, hit: CueHit) -> Range | None:
    if unit.kind(comma + 1) == "q":
        return _clause(unit, comma + 1, hit)
    closing = next((j for j in range(comma + 1, min(comma + 15, len(unit.tokens))) if unit.lower(j) == ","), None)
    if closing is not None and (unit.lower(closing + 1) == "that" or unit.kind(closing + 1) == "q"):
        return _clause(unit, _opening(unit, closing + 1), hit)
    return None


def _may_open(unit: Unit, i: int, hit: CueHit, before: bool) -> bool:
    word, frames = unit.lower(i), hit.cue.frames
    if word in ("that", ":") or unit.kind(i) == "q":
        return "c" in frames or unit.kind(i) == "q" or "p" in frames
    if word in ("to", "not"):
        return "t" in frames
    if word in _QUESTION:
        return "c" in frames
    if before and "n" not in frames:
        return False
    if word in words("prepositions") - _BEFORE_CONTENT and not _bounds(unit, i):
        return False
    return "n" in frames or ("c" in frames and (hit.cue.lemma in ("say", "tell", "add") or _has_verb(unit, i)))


def _has_verb(unit: Unit, i: int) -> bool:
    near = range(i, min(i + 30, len(unit.tokens)))
    return any(unit.lower(k) in words("auxiliaries") | words("verbs") or unit.lower(k).endswith("ed") for k in near)


def _skip_addressee(unit: Unit, hit: CueHit, i: int) -> int:
    """Step over the person told: "told reporters", "warned lawmakers that"; an accused person is content."""
    if "p" not in hit.cue.frames or unit.kind(i) == "q" or unit.lower(i) in ("that", ":", ","):
        return i
    end = phrase_after(unit, i)
    if end is None:
        return i
    if hit.cue.lemma in ("tell", "inform", "notify", "remind", "assure", "reassure", "convince", "persuade"):
        of = next((k for k in range(i + 1, end) if unit.lower(k) == "of"), end + 1)
        return of if hit.cue.lemma == "tell" else end + 1
    return end + 1 if unit.lower(end + 1) in ("that", "to", "if", "whether", "not", "about", "of", ":") else i


def _skip_times(unit: Unit, i: int) -> int:
    while (unit.lower(i) in _TIMES and unit.lower(i) not in ("this", "that", "last", "next", "may")) or _dated(unit, i):
        i += 2 if _dated(unit, i) else 1
    return i


def _dated(unit: Unit, i: int) -> bool:
    lead = unit.lower(i) in ("on", "last", "this", "next", "late", "early", "earlier", "later")
    return lead and unit.lower(i + 1) in _TIMES


def _skip_adverbials(unit: Unit, i: int) -> int:
    """Step over time, place and manner between cue and content: "on Thursday", "in a statement"."""
    for _ in range(4):
        begun = i
        i = _skip_times(unit, i)
        if unit.lower(i) in words("adverbs") or (
            unit.lower(i).endswith("ly") and unit.lower(i + 1) in ("that", ",", ".")
        ):
            i += 1
        elif unit.lower(i) in _ADVERBIAL and not _infinitive(unit, i) and not _bounds(unit, i):
            end = phrase_after(unit, i + 1)
            if end is None or (
                unit.lower(i) == "to" and not nominal(unit, i + 1) and unit.lower(i + 1) not in words("determiners")
            ):
                break
            i = end + 1
            while unit.lower(i) in _TIMES or unit.lower(i).isdigit():
                i += 1
        if i == begun:
            break
    return i


def _bounds(unit: Unit, i: int) -> bool:
    """Whether a bound on a number stands here: "at least 40"."""
    return unit.lower(i + 1) in ("least", "most", "fewer", "more", "excess")


def _infinitive(unit: Unit, i: int) -> bool:
    plain = not unit.tokens[min(i + 1, len(unit.tokens) - 1)].capital
    told = {"reporters", "journalists", "him", "her", "them", "us", "me"}
    listed = unit.lower(i + 1) in words("determiners") | words("possessives") | told
    return unit.lower(i) == "to" and plain and not listed


def _ends(unit: Unit, i: int) -> bool:
    return i >= len(unit.tokens) or (unit.lower(i) in (".", "!", "?", ";") and unit.kind(i) == "p")


def _clause(unit: Unit, start: int, hit: CueHit) -> Range | None:
    """From ``start`` to the end of what was said."""
    if _ends(unit, start):
        return None
    last = len(unit.tokens) - 1
    i = start
    if unit.kind(start) == "q" and unit.lower(start - 1) in (":", ","):
        while unit.kind(i + 1) == "q":
            i += 1
        return start, i
    cues_passed = 0
    while i < min(last, start + _REACH) and cues_passed < _MOST_CUES and not _stops(unit, i + 1, hit):
        i += 1
        cues_passed += unit.lower(i) in cue_forms()
    while i > start and unit.kind(i) == "p" and unit.lower(i) not in (")", "]", "%"):
        i -= 1
    return start, i


def _stops(unit: Unit, i: int, hit: CueHit) -> bool:
    word = unit.lower(i)
    if word == ";" or (
        word in (".", "!", "?") and unit.kind(i) == "p" and i + 1 < len(unit.tokens) and unit.kind(i + 1) != "q"
    ):
        return word == ";" or unit.tokens[i + 1].capital
    if word == ",":
        return _parallel(unit, i + 1) or (full_quotation(unit, i - 1) and hit.last + 1 <= i - 1)
    if word in ("and", "but"):
        j = i + 1
        while unit.lower(j) in words("adverbs") | {"has", "have", "had"}:
            j += 1
        return _form(unit, j) == _form(unit, hit.core) and _form(unit, j) in ("ed", "ing")
    return False


def _parallel(unit: Unit, i: int) -> bool:
    """Whether what follows a comma leaves the content: another cue with its source, or the writer's own remark."""
    word = unit.lower(i)
    if word in words("pauses") or word in ("according", "but"):
        return True
    if word == "further" and unit.lower(i + 1) in words("pauses"):
        return True
    if word == "with":
        end = phrase_after(unit, i + 1)
        return end is not None and _form(unit, end + 1) == "ing"
    joined = word == "and" and _form(unit, i + 1) == "ed"
    return joined or _form(unit, i) == "ing" or _said_at_end(unit, i)


def _form(unit: Unit, i: int) -> str:
    return cue_forms().get(unit.lower(i), ("", ""))[1]


def _said_at_end(unit: Unit, i: int) -> bool:
    """Whether "he said." or "said the ministry." follows and nothing more is said after it."""
    form = cue_forms().get(unit.lower(i))
    if form and form[1] in ("ed", "s") and form[0] in ("say", "add", "note", "report", "tell", "write"):
        return True
    end = phrase_after(unit, i)
    if end is None or end - i > 12:
        return False
    form = cue_forms().get(unit.lower(end + 1))
    return bool(form and form[1] != "ing" and (unit.lower(end + 2) in (".", ",", "") or _dated(unit, end + 2)))


def content_before(unit: Unit, source_first: int, floor: int = 0) -> Range | None:
    """What stands before the source up to a comma, a quotation mark or, unpunctuated, directly before it."""
    last = source_first - 1
    while last >= floor and unit.kind(last) == "p" and unit.lower(last) in (",", "—", "–", "--", "-"):
        last -= 1
    first = max(floor, last - _REACH)
    while first < last and (unit.kind(first) == "p" or (unit.lower(first) in ("and", "but") and first > 0)):
        first += 1
    if unit.kind(last) == "q" and unit.lower(last - 1) in (",", ":", ""):
        return (last, last)
    return (first, last) if last - first >= 1 or unit.kind(last) == "q" else None


def subject_content(unit: Unit, hit: CueHit) -> Range | None:
    """The content of a passive cue: its subject, with the cue, as the words stand."""
    end = hit.first - 1
    first = phrase_before(unit, end) if end >= 0 else None
    return (first, hit.last) if first is not None else None
