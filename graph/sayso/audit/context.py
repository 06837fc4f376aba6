"""What the words around a figure say about it: an addition, a stretch of time, a place, a hedge, an occasion."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from sayso.audit.offices import is_company
from sayso.ingest.article import Span
from sayso.read.stance import certainty

_PLACE = re.compile(
    r"\b(?:in|at|near|across|around|outside|inside|from|off|on the outskirts of|throughout)\s+"
    r"(?:the\s+)?(?:(?:[a-z-]+\s+){0,3}(?:town|city|village|district|province|region|area|governorate|valley|port)\s+of\s+)?"
    r"((?:[A-Z][\w’'-]+)(?:\s+(?:[A-Z][\w’'-]+|al-\w+))*)"
)
_OPENING = re.compile(
    r"(?:In|At|Across|Throughout|Near|Around|Outside)\s+"
    r"(?:the\s+)?(?:[a-z]+\s+(?:of\s+)?){0,3}((?:[A-Z][\w’'-]+)(?:\s+[A-Z][\w’'-]+)*)(?:\s+[a-z]+)?,"
)
_IN_OPENING = re.compile(r"(?<![^\s“\"])(?:In|At|Near|Across|Around|Outside)\s+([A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*)")
_PART = re.compile(
    r"[,;]\s+(?:including|among them|of whom|of which|[\w,.]+(?:\s\w+){0,2}\s+of\s+(?:them|those|these|whom|which))\b"
)
_SITE = re.compile(
    r"\b(?:[Aa]t|[Aa]cross|[Ii]n|[Tt]hroughout)\s+((?:the|its|all|their)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:works|plants?|factory|factories|mines?|sites?|shops?|stores?|branches|capital|hospitals?|schools?|camps?"
    r"|prisons?))\b"
)
_NO_PLACE = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October"
    r"|November|December|President|Minister|General|Governor|Mayor|Christmas|Easter|Ramadan|Eid"
)
_NUMBER = re.compile(
    r"(?<!\d)(?!(?:19|20)\d\d\b)\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?)\b"
)
_YEAR = re.compile(r"\b(?:in|of|at) (?:the )?((?:19|20)\d\d)\b", re.IGNORECASE)
_TOTAL = re.compile(r"\bbringing the\b")
_NUMBERED = re.compile(r"^(?:second|third|fourth)\b.*")
_CUT = re.compile(r"[,;:]\s|\band\b")
_BEFORE, _AFTER = 30, 90
_BESIDE = ("wounded", "casualties", "missing", "captured", "arrested", "rescued")
_CONTENT = re.compile(r"[^\W\d_]{4,}")


@cache
def empty_words() -> frozenset[str]:
    """Words that say nothing of what a sentence is about."""
    return frozenset(_data()["empty_words"].split())


@cache
def _patterns(name: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in _data()[name])


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("sayso.audit").joinpath("context.toml").read_text(encoding="utf-8"))


def is_additional(text: str, span: Span, kind: str = "people") -> bool:
    """Whether the figure is told as an addition to another of its kind.

    "Another" adds to the dead or to those sent; of the hurt and the missing it says that they are not the dead.

    >>> is_additional("Another 230 people were hurt.", (0, 18), "wounded"), is_additional("3,000 more came.", (0, 5))
    (False, True)
    """
    start, end = span
    number = re.search(
        r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?)\b", text[start:end]
    )
    lead = text[max(0, start - _BEFORE) : start + (number.start() if number else 0)]
    rest = text[start + (number.end() if number else 0) : end + 15]
    rest = re.sub(r"^[\d,. ]*(?:million|thousand|hundred)?", "", rest)
    after = text[end : end + _AFTER]
    if any(p.search(after) for p in _patterns("total_after")):
        return True
    before = [*_patterns("additional"), *(() if kind in _BESIDE else _patterns("another"))]
    return any(p.search(lead) for p in before) or any(p.search(rest) for p in _patterns("additional_after"))


def window(text: str, sentence: Span, span: Span, published: str = "") -> str:
    """The words that limit a figure to a stretch of time, or nothing: those of its own clause.

    A year that is not that of the article limits it as well.
    """
    printed = text[slice(*_clause(text, sentence, span))]
    years = [year for year in _YEAR.findall(printed) if published and year != published[:4]]
    return _first("window", printed) or (f"in {years[0]}" if years else "")


def _clause(text: str, sentence: Span, span: Span) -> Span:
    """The part of the sentence around a span, between commas and semicolons that other figures stand behind."""
    start, end = sentence
    for cut in _CUT.finditer(text, start, end):
        if cut.end() <= span[0] and _NUMBER.search(text, start, cut.start()):
            start = cut.end()
        elif cut.start() >= span[1] and _NUMBER.search(text, cut.end(), end):
            return start, cut.start()
    return start, end


def is_updated(text: str, sentence: Span) -> bool:
    """Whether the sentence gives a newer total in place of an older one."""
    return bool(_first("updated", text[slice(*sentence)]))


def occurrence(text: str, sentence: Span, title: str = "", span: Span = (0, 0)) -> str:
    """The words that tell one of several events alike from the others, such as "second march"; none for the first.

    >>> occurrence("Police counted 900.", (0, 19), "Second march in Halden")
    'second march'
    """
    total = _TOTAL.search(text, sentence[0], max(span[0], sentence[0]))  # what it brings a total to is no part of it
    own = _first("occurrence", text[total.start() if total else sentence[0] : sentence[1]]).casefold()
    lead = text.removeprefix(title).strip().partition("\n")[0]
    scenes = () if _first("happening", text[slice(*sentence)]) else (title, lead)
    told = (_first("occurrence", scene).casefold() for scene in scenes)
    found = own or next((words for words in told if _NUMBERED.match(words)), "")
    return "" if found.startswith(("first", "previous", "earlier")) else found


def reach(text: str, sentence: Span, span: Span) -> str:
    """How far the figure reaches, where its own clause says so: town, province or nation."""
    printed = text[slice(*_clause(text, sentence, span))]
    return next((name for name in ("nation", "province", "town") if _first(name, printed)), "")


def untold(text: str, sentence: Span) -> str:
    """The side of the scope of which the sentence says that it is not told: population, place or period.

    >>> untold("Eighty had died, he said without saying on which side.", (0, 54))
    'population'
    """
    printed = text[slice(*sentence)]
    if not (found := _first("untold", printed)):
        return ""
    rest = printed[printed.index(found) :]
    sides = ("population", "place", "period")
    return next((side for side in sides if _first(f"untold_{side}", rest)), "")


def talks_of_the_number(text: str, sentence: Span) -> bool:
    """Whether a date in the sentence says when the number was given, and not when it held."""
    return bool(_first("talk", text[slice(*sentence)]))


@cache
def growing() -> frozenset[str]:
    """The kinds whose totals grow from day to day."""
    return frozenset(_data()["growing"].split())


def subject(text: str, sentence: Span) -> frozenset[str]:
    """The stems of the content words of a sentence, with "aboard" for all that says that people were on board."""
    printed = text[slice(*sentence)]
    stems = {word[:6] for word in _CONTENT.findall(printed.casefold()) if word not in empty_words()}
    return frozenset(stems | ({"aboard"} if _first("aboard", printed) else set()))


def gathering(text: str, sentences: tuple[Span, ...]) -> str:
    """The kind of occasion on which several heard the same, if the sentences name one."""
    for start, end in sentences:
        for pattern in _patterns("gathering"):
            if found := pattern.search(text, start, end):
                return found[1].casefold()
    return ""


def hedge(text: str, content: tuple[Span, ...], span: Span) -> str:
    """The certainty that a hedge in the clause of the figure gives, as a local name of the vocabulary."""
    for start, end in content:
        if start <= span[0] < end:
            lead = text.rfind(";", start, span[0]) + 1 or start
            return certainty(text, ((lead, span[1]),), (0, 0))[0] or ""
    return ""


def place_near(text: str, sentence: Span, span: Span, taken: tuple[Span, ...]) -> str:
    """The name of a place in the sentence, outside the spans ``taken``: behind the figure, else at the start.

    A site without a name counts as a place: "the harbour works".

    >>> place_near("Police said 12 people died in Asvere on Monday.", (0, 47), (12, 21), ())
    'Asvere'
    """
    end = next((m.start() for m in _PART.finditer(text, span[1], sentence[1])), sentence[1])
    after = [*_PLACE.finditer(text, span[0], end), *_SITE.finditer(text, span[0], end)]
    opening = _OPENING.match(text, sentence[0], span[0])
    site = _SITE.match(text, sentence[0], span[0])
    for match in (*after, *(found for found in (opening, site) if found)):
        start, end = match.span(1)
        inside = any(a < end and start < b for a, b in taken)
        if not inside and not _NO_PLACE.search(match[1]) and not is_company(match[1]):
            return re.split(r"['’]s\s+", match[1])[-1].removesuffix("’s").removesuffix("'s")
    return ""


def place_before(text: str, sentence: Span, span: Span) -> str:
    """The place that "there" or "in the town" means: the last one that the article names before; else empty.

    >>> text = "Fever broke out in Asvere. Nine people had died there, a doctor said."
    >>> place_before(text, (27, 70), (27, 48))
    'Asvere'
    """
    if not _first("back", text[slice(*_clause(text, sentence, span))]):
        return ""
    found = (*_PLACE.finditer(text, 0, span[0]), *_IN_OPENING.finditer(text, 0, span[0]))
    told = [match for match in found if not _NO_PLACE.search(match[1]) and not is_company(match[1])]
    return max(told, key=lambda match: match.start())[1] if told else ""


def own_place(text: str, sentence: Span, span: Span) -> bool:
    """Whether the figure is of the source's own country, told as "in its own towns"."""
    return bool(_first("own", text[slice(*_clause(text, sentence, span))]))


def _first(name: str, text: str) -> str:
    found = (p.search(text) for p in _patterns(name))
    return next((match[0] for match in found if match), "")
