"""When and where a figure holds: the dates and the place in the words around it."""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sayso.ingest.article import Span
from sayso.namespaces import slug
from sayso.read.dates import Dated
from sayso.read.figures.count import Count
from sayso.read.figures.sentence import Sentence
from sayso.read.lexicon import words

Locate = Callable[[str, Span], str | None]
"""Text and the span of a place name in it -> the id of the place, or None."""

_NAME = (
    r"(?:the\s+)?(?:(?:central|eastern|western|northern|southern|north|south|east|west|north-?eastern|north-?western"
    r"|south-?eastern|south-?western|coastal|neighbou?ring|nearby|besieged|rebel-held|government-held)\s+){0,2}"
    r"(?:(?:town|city|village|province|region|port|district|island|state|suburb|neighbou?rhood|area|outskirts|capital"
    r"|countryside|governorate|camp|resort|county)s?\s+(?:of\s+|in\s+)?(?:the\s+)?)?"
    r"(?P<name>[A-Z][\w’'-]+(?:\s+(?:(?:of|and|al|el|de|del|la)\s+)?[A-Z][\w’'-]*){0,3}"
    r"(?:\s+(?:region|province|governorate|district|county|oblast|state|valley|peninsula|area|city))?)"
)
_PLACE = re.compile(rf"\b(?i:in|near|at|around|outside|inside|across|throughout|off)\s+{_NAME}")
_STRUCK = re.compile(
    r"\b(?i:attacks?|strikes?|raids?|shelling|bombing|bombardment|assault|fire|rockets?|shells?|missiles?|clashes|hit|hits|struck"
    rf"|targeted|pounded)\s+(?:on|over|against|for)?\s*{_NAME}",
)
_NEAREST = 3
_NO_PLACE = re.compile(
    r"(?:[a-z](?:ian|ican|ean|ese|ish)|Israeli|Iraqi|Pakistani|Saudi|Afghan|Arab|Democratic|^Mrs?$|^Mr|^Dr|-(?:led|held|majority|controlled|backed|run|based|owned))(?:\s|$)"
    r"|\b(?:Attack|Raid|Strike|Air[Ss]trike|Clash|Blast|Explosion|Fire|Bombing|Shelling|Crash|Accident|Battle|War|Fighting)(?:s|es)?\b"
)
_SAID = re.compile(
    r"\b(?:said|says|told|reported|announced|claimed|stated|added|confirmed|disclosed|revealed|according|acknowledged"
    r"|statement|briefing|wrote|noted|declared|warned|estimated)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:which|who|where|when|whose|after|before|because|although|while|than|compared|will|would|expected|plans?"
    r"|(?:up|down)\s+from)\b|;",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r",\s+and\s+(?:its|their|his|her|the|an?)\s+[a-z]|\b(?:built|born|founded|established|launched|inspected|elected|appointed|signed)"
    r"\s+(?:(?:in|on|since)\s+)?(?:\w+\s+)?$"
)
"""What goes before the date of something else: ", and its hull was inspected in March", "the ship, built in 1974"."""
_CLAUSE = re.compile(r"\b(?:that|which|who|where|when|whose|after|before|because|although|while)\b|[;:]", re.IGNORECASE)
_BEGINNING = re.compile(r"\b(?:began|begun|started|erupted|broke out)\b[^.;:]{0,60}$", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[;:.]\s|\b(?:said|says|that|while|but|after|before)\b", re.IGNORECASE)
_AT_END = re.compile(r"\bat\s+the\s+(?:end|start|beginning)\s+of\s+(?:the\s+)?$")
_RECORD = re.compile(r"\b(?:\w{3,}est|first(?!\s+\w+(?:ed|gan)\b)|worst|most|record)\b[^.;]{0,40}$", re.IGNORECASE)
_DOING = re.compile(
    r"[’']?s?\s+(?:air\s?)?(?:strikes?|airstrikes?|raids?|attacks?|shelling|bombing|bombardment|forces?|troops|soldiers|custody|fire|"
    r"jails?|prisons?|dollars|officials?|government|army|police|military|warplanes|drones?|missiles?)\b|-",
)
_DATELINE = re.compile(r"\d.*\b(?:1[89]|20)\d\d$")
_JUST_SAID = re.compile(
    r"\b(?:said|says|told|reported|announced|claimed|stated|added|confirmed|wrote|noted|declared|warned)"
    r"(?:\s+\w+)?(?:\s+on|\s+late|\s+early)?\s+$",
    re.IGNORECASE,
)
_SAYING = re.compile(
    r"^[\s,]*(?:[\w’'().-]+[\s,]+){0,9}?(?:said|says|reported|reports|announced|claimed|stated|disclosed|revealed|told|estimated|confirmed)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Period:
    """What span of time a figure covers, and as of when; each as precise as the text."""

    start: str | None = None
    end: str | None = None
    as_of: str | None = None


def period(text: str, s: Sentence, count: Count, dates: Sequence[Dated], limit: int) -> Period:
    """The period that the dates around a figure give it, those apart that tell when something was said."""
    begin = s.tokens[count.bounded.first].start
    found = Period()
    around = bisect_left(dates, begin, key=lambda d: d.span[0])
    near = [*dates[around : around + _NEAREST], *reversed(dates[max(0, around - _NEAREST) : around])]
    for date in near:
        if (date.start is None and date.end is None) or _is_dateline(text, date):
            continue
        after = begin < date.span[0] < limit
        before = date.span[1] <= begin and (_leads(text, date, s, begin) or _acts(text, date, s, count))
        if not (after or before):
            continue
        if date.relation == "since" and _RECORD.search(text, max(0, date.span[0] - 60), date.span[0]):
            continue
        if after and _ELSEWHERE.search(text, end_of(s, count), date.span[0]) and date.relation != "since":
            continue
        if after and date.relation != "since" and _OF_OTHERS.search(text, end_of(s, count), date.span[0]):
            continue
        lead = text[max(end_of(s, count), date.span[0] - 60) : date.span[0]]
        if after and date.relation != "since" and _SAID.search(lead):
            continue
        at_end = after and _AT_END.search(lead) is not None
        found = _filled(found, date, began=_began(text, s, date) and not after, at_end=at_end)
    return found


def end_of(s: Sentence, count: Count) -> int:
    """Where the words that carry a count end."""
    return s.tokens[max(count.last, count.bounded.last) - 1].end


def _leads(text: str, date: Dated, s: Sentence, begin: int) -> bool:
    """A date that opens the sentence and sets the time of what is told, not of the telling."""
    opening = s.tokens[0].start
    if date.span[0] - opening > 12 or begin - date.span[1] > 120:
        return False
    return not _SAYING.match(text[date.span[1] : begin])


def _acts(text: str, date: Dated, s: Sentence, count: Count) -> bool:
    """A date of the event that is the subject: "the raid on July 25 killed 12"."""
    if count.told is None or count.told.first >= count.bounded.first:
        return False
    verb = s.tokens[count.told.first].start
    between = text[date.span[1] : verb]
    if not 0 <= verb - date.span[1] <= 60 or date.span[0] < s.tokens[0].start:
        return False
    said = _JUST_SAID.search(text, max(s.tokens[0].start, date.span[0] - 30), date.span[0])
    return not (said or _CLAUSE.search(between) or _SAYING.match(between) or _SAID.search(between))


def _is_dateline(text: str, date: Dated) -> bool:
    """A whole date that no word leads in tells when the article came out: "AFP Friday 10 Oct 2014"."""
    lead = text[max(0, date.span[0] - 4) : date.span[0]].casefold()
    whole = date.relation == "on" and date.precision == "day" and _DATELINE.search(text[slice(*date.span)])
    return bool(whole) and not re.search(r"\b(?:on|the|of|in|by)\s$", lead)


def _began(text: str, s: Sentence, date: Dated) -> bool:
    """Whether a date tells when what is told of began: "the war, which erupted in 2011, has killed …"."""
    return _BEGINNING.search(text, max(s.tokens[0].start, date.span[0] - 70), date.span[0]) is not None


def _filled(found: Period, date: Dated, began: bool, at_end: bool) -> Period:
    """``at_end``: a level that was reached "at the end of August"."""
    if date.relation == "as of" or at_end:
        return Period(found.start, found.end, found.as_of or date.start)
    if found.start or found.end:
        return found
    return Period(date.start, None if began else date.end, found.as_of)


def place_of(text: str, s: Sentence, count: Count, limit: int, locate: Locate | None) -> str | None:
    """The place that the clause of a figure names; ``locate`` decides where it is given.

    Behind the figure after in, near or at; else before the verb that has it as its object ("a bomb in Homs
    killed 12"), or where it opens the sentence ("In Homs, 12 died").
    """
    end = s.tokens[count.last - 1].end
    after = (m for m in _PLACE.finditer(text, end, limit) if not _far(text, end, m.start()))
    if locate is None:
        first = next(after, None)
        return _as_printed(first["name"]) if first else None
    known = (p for m in after if (p := _located(text, m, locate)))
    return next(known, None) or _place_before(text, s, count, locate)


def _as_printed(name: str) -> str | None:
    word = name.split(maxsplit=1)[0].casefold().rstrip("s")
    return None if word in words("time_words") or _NO_PLACE.search(name) else f"place/{slug(name)}"


def _located(text: str, match: re.Match[str], locate: Locate) -> str | None:
    """The place of a name; a country before what it does ("in US airstrikes") is none."""
    if _NO_PLACE.search(match["name"]) or _DOING.match(text, match.end("name")):
        return None
    return locate(text, match.span("name"))


def _place_before(text: str, s: Sentence, count: Count, locate: Locate) -> str | None:
    opening, begin = s.tokens[0].start, s.tokens[count.bounded.first].start
    led = _PLACE.match(text, opening, begin)
    if led and (place := _located(text, led, locate)):
        return place
    if count.told is None or count.told.first >= count.bounded.first:
        return None
    verb = s.tokens[count.told.first].start
    start = _clause_start(text, max(opening, verb - 160), verb)
    found = [*_PLACE.finditer(text, start, verb), *_STRUCK.finditer(text, start, verb)]
    return next((place for m in reversed(found) if (place := _located(text, m, locate))), None)


def _clause_start(text: str, start: int, end: int) -> int:
    """Where the clause that reaches up to ``end`` begins, as far as words and marks tell."""
    breaks = [m.end() for m in _CLAUSE_END.finditer(text, start, end)]
    return breaks[-1] if breaks else start


def _far(text: str, end: int, start: int) -> bool:
    between = text[end:start]
    return len(between) > 90 or any(mark in between for mark in ";:.—")
