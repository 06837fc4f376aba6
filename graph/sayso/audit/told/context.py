"""What the words around a figure say about it: an addition, a stretch of time, a place, a hedge, an occasion."""

import re
from datetime import timedelta

from sayso.audit.told.clauses import NUMBER_WORDS, Clause
from sayso.audit.told.dates import days
from sayso.audit.wording import first, patterns
from sayso.ingest.article import Span
from sayso.read.stance import certainty

_YEAR = re.compile(r"(?<!end )(?<!start )(?<!middle )\b(?:in|of|at) (?:the )?((?:19|20)\d\d)\b", re.IGNORECASE)
_MADE = re.compile(
    r"\b(?:built|born|founded|launched|opened|made|elected|established|signed|completed|commissioned|closed|retired"
    r"|concluded|found|reported|estimated|ruled|said|established|counted) in (?:19|20)\d\d\b"
)  # of what age a ship is, and not when it sank
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)"
_SINCE = re.compile(rf"\bsince (?:[a-z ]{{1,40}} on )?(?:{_MONTH} (\d{{1,2}})|(\d{{1,2}}) {_MONTH})\b", re.IGNORECASE)
_MONTH_ALONE = re.compile(r"\d{4}-\d{2}")
_NAMED = re.compile(r"\b[Tt]he (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*(?= [A-Z])")
_SINCE_MONTH = re.compile(
    rf"\bsince (?:the (?:start|beginning|first) of|early) (?:{_MONTH}|(?:the|this) month)\b", re.IGNORECASE
)
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = r"((?:mon|tues|wednes|thurs|fri|satur|sun)day)"
_WEEKDAY = re.compile(rf"(?<!by )(?<!until )(?<!since )(?<!as of )\b{_DAY}\b", re.IGNORECASE)
_NIGHT_TO = re.compile(rf"\bthe night (?:to|into|before) {_DAY}\b", re.IGNORECASE)
_ACT = r"(?:briefing|statement|conference|interview|speech|letter|report|meeting)"
_SAID = re.compile(
    rf"\b{_ACT}\b(?:[^.;,]{{0,30}}?|[^.;,]{{0,60}} (?:read|read out|made|gave|issued|released)) on {_DAY}"
    rf"|\b{_DAY}[’']s (?:news |press )?{_ACT}|\b(?:gave|given) on {_DAY}",
    re.IGNORECASE,
)
_THAT_DAY = re.compile(r"\bsaid (?:that|the same|later that) (?:day|evening|night|morning|afternoon)\b")
COURSE = "the whole war"
"""The stretch of what counts over the course of a war or the like, whatever day of it is told of."""
_SUPERLATIVE = re.compile(
    r"\b(?:the|its|their) (?:(?:\w{3,}est|worst|first|most \w+|heaviest) )+(?:[\w’'-]+ ){0,8}?"
    r"(?:this|last|in|of|for|since)\b[^.;]*"
)  # the heaviest shelling of the town this year: a rank, and not the time over which is counted
_TOTAL = re.compile(r"\bbringing the\b")
_NUMBERED = re.compile(r"^(?:second|third|fourth)\b.*")
_SENTENCE = re.compile(r" ?[^.\n]*\.")
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(rf"\d|{NUMBER_WORDS}")
_BEFORE, _AFTER = 30, 90
BESIDE = ("wounded", "casualties", "missing", "captured", "arrested", "rescued")
"""Kinds of those who are told beside the dead: "another" and "more" say of them that they are not dead."""


def is_additional(text: str, span: Span, kind: str = "people") -> bool:
    """Whether the figure is told as an addition to another of its kind.

    "Another" and "more" add to the dead or to those sent; of the hurt and the missing they say that these are not dead.

    >>> is_additional("Another 230 people were hurt.", (0, 18), "wounded"), is_additional("3,000 more came.", (0, 5))
    (False, True)
    """
    start, end = span
    number = _NUMBER.search(text[start:end])
    lead = text[max(0, start - _BEFORE) : start + (number.start() if number else 0)]
    rest = text[start + (number.end() if number else 0) : end + 15]
    rest = re.sub(r"^[\d,. ]*(?:million|thousand|hundred)?", "", rest)
    after = text[end : end + _AFTER]
    if any(p.search(after) for p in patterns("total_after")):
        return True
    if kind in BESIDE:
        return any(p.search(lead) for p in patterns("additional"))
    before = [*patterns("additional"), *patterns("another")]
    return any(p.search(lead) for p in before) or any(p.search(rest) for p in patterns("additional_after"))


def window(text: str, clause: Clause, published: str = "", since: str = "") -> str:
    """The words that limit a figure to a stretch of time, or nothing: those of its own clause.

    A year that is not that of the article limits it as well, unless it is the one that the count begins with.

    >>> window("The war has killed 9,000 people.", Clause((0, 31))), window("The blast has killed 9.", Clause((0, 22)))
    ('the whole war', '')
    """
    printed = _SUPERLATIVE.sub("", clause.text(text))
    printed = _MADE.sub("", printed)
    years = [year for year in _YEAR.findall(printed) if published and year not in (published[:4], since[:4])]
    if told := first("window", printed):
        return told
    return COURSE if first("course", printed) else f"in {years[0]}" if years else ""


def is_updated(text: str, sentence: Span) -> bool:
    """Whether the sentence gives a newer total in place of an older one."""
    return bool(first("updated", text[slice(*sentence)]))


def occurrence(text: str, sentence: Span, title: str = "", span: Span = (0, 0)) -> str:
    """The words that tell one of several events alike from the others, such as "second march"; none for the first.

    >>> occurrence("Police counted 900.", (0, 19), "Second march in Halden")
    'second march'
    """
    total = _TOTAL.search(text, sentence[0], max(span[0], sentence[0]))  # what it brings a total to is no part of it
    own = first("occurrence", text[total.start() if total else sentence[0] : sentence[1]]).casefold()
    lead = text.removeprefix(title).strip().partition("\n")[0]
    scenes = () if first("happening", text[slice(*sentence)]) else (title, lead)
    told = (first("occurrence", scene).casefold() for scene in scenes)
    found = own or next((words for words in told if _NUMBERED.match(words)), "")
    return "" if found.startswith(("first", "previous", "earlier")) else found


def recalled(text: str, sentence: Span, span: Span, published: str) -> str:
    """The words by which a sentence goes back to an event of before, of which its figure is then told; else empty.

    >>> text = "It was the worst attack since May, when shells killed 14 people."
    >>> recalled(text, (0, 64), (54, 63), "2025-11-06")
    'since May, when'
    """
    told = first("recalled", text[sentence[0] : span[0]])
    printed = text[slice(*sentence)]
    if told or first("course", printed) or not first("happening", printed):
        return told  # what has been since a war broke out in 2011 is of now
    years = (match for pattern in patterns("recalled_year") for match in pattern.finditer(text, *sentence))
    return next((match[0].casefold() for match in years if published[:4] > match[1]), "")


def untold(text: str, sentence: Span) -> str:
    """The side of the scope of which the sentence, or the next, says that it is not told: population, place, period.

    >>> untold("Eighty had died, he said without saying on which side.", (0, 54))
    'population'
    """
    printed = text[slice(*sentence)]
    behind = _SENTENCE.match(text, sentence[1])
    if behind and not _DIGIT.search(behind[0]) and first("untold", behind[0]) and not first("untold", printed):
        printed = behind[0]
    if not (found := first("untold", printed)):
        return ""
    rest = printed[printed.index(found) :]
    sides = ("population", "place", "period")
    told = next((side for side in sides if first(f"untold_{side}", rest)), "")
    return told or ("place" if first("untold_there", printed) else "")


def happens_often(text: str, sentence: Span, title: str = "") -> bool:
    r"""Whether a sentence counts over happenings of which it says neither when nor which: "have died in accidents".

    What the headline or the first paragraph tells of in the plural before is what the article is about.

    >>> text = "A boat sank.\n\nSome 90 people have died in accidents at sea, a union said."
    >>> happens_often(text, (14, 73))
    True
    """
    printed = text[slice(*sentence)].strip()
    found = first("happenings", printed)
    if not found or sentence[0] < len(title) or first("time", printed) or first("window", printed):
        return False
    lead = text[: sentence[0]].removeprefix(title).strip().partition("\n")[0]
    return found.rsplit(maxsplit=1)[-1].casefold() not in f"{title} {lead}".casefold()


def talks_of_the_number(clause: str) -> bool:
    """Whether a date in the clause says when the number was given, and not when it held."""
    return bool(first("talk", clause))


def names_a_day(sentence: str) -> bool:
    """Whether a sentence tells any day, month or time of day.

    >>> names_a_day("Nine of the dead were children, he said."), names_a_day("Nine died on the 4th.")
    (False, True)
    """
    return bool(first("time", sentence))


def names_a_month(sentence: str) -> bool:
    """Whether a sentence tells a month, or a stretch of months."""
    return bool(first("months", sentence))


def is_named_by(sentence: str, month: str) -> bool:
    """Whether a sentence has a month only in a name: "the March Front took the town".

    >>> is_named_by("Fighters of the March Front took it.", "2025-03"), is_named_by("In March they took it.", "2025-03")
    (True, False)
    """
    if not _MONTH_ALONE.fullmatch(month):
        return False
    name = _MONTHS[int(month[5:]) - 1]
    return any(m[1].lower() == name for m in _NAMED.finditer(sentence)) and name not in _NAMED.sub("", sentence).lower()


def said_day(sentence: str, published: str) -> str:
    """The day of the briefing or count that a sentence cites, the last of its name up to the article; else empty.

    >>> said_day("It used 24 litres, quoting the chief's briefing on Monday", "2025-05-07")
    '2025-05-05'
    """
    that_day = _THAT_DAY.search(sentence) and len(set(map(str.lower, _WEEKDAY.findall(sentence)))) == 1
    found, printed = _WEEKDAY.search(sentence) if that_day else _SAID.search(sentence), days(published)
    if not found or not printed:
        return ""
    day = _DAYS.index(next(filter(None, found.groups()))[:3].lower())
    return str(printed[1] - timedelta(days=(printed[1].weekday() - day) % 7))


def night(sentence: str, published: str) -> tuple[str, str]:
    """The two days of a night that a sentence tells by the day that it led to, the last of its name; else empty.

    >>> night("In the night to Tuesday it counted 58 drones.", "2025-11-04")
    ('2025-11-03', '2025-11-04')
    """
    found, printed = _NIGHT_TO.search(sentence), days(published)
    if not found or not printed:
        return "", ""
    morning = printed[1] - timedelta(days=(printed[1].weekday() - _DAYS.index(found[1][:3].lower())) % 7)
    return str(morning - timedelta(days=1)), str(morning)


def happened_day(text: str, sentence: Clause, said_on: str, published: str) -> str:
    """The one day of the week that a sentence tells of what happened, the last of its name; else empty.

    >>> text = "A convoy was attacked on Tuesday evening and 24 soldiers were killed, police said on Thursday."
    >>> happened_day(text, Clause((0, 94), ((70, 81),)), "2025-06-12", "2025-06-13")
    '2025-06-10'
    """
    printed = days(published)
    if not printed:
        return ""
    told = {_DAYS.index(day[:3].lower()) for day in _WEEKDAY.findall(sentence.text(text))}
    dates = {str(printed[1] - timedelta(days=(printed[1].weekday() - day) % 7)) for day in told} - {said_on[:10]}
    return dates.pop() if len(dates) == 1 else ""


def since_day(clause: str, published: str) -> str:
    """The day since which a clause counts, as an ISO date, the last of its name before the article; else empty.

    >>> since_day("120 cases since the outbreak was declared on August 3", "2025-09-09")
    '2025-08-03'
    """
    found, printed = _SINCE.search(clause), days(published)
    if printed and not found and (begun := _SINCE_MONTH.search(clause)):
        month = _MONTHS.index(begun[1][:3].lower()) + 1 if begun[1] else printed[1].month
        return f"{printed[1].year - (month > printed[1].month)}-{month:02}-01"
    if not found or not printed:
        return ""
    month = _MONTHS.index((found[1] or found[4])[:3].lower()) + 1
    told = f"{printed[1].year}-{month:02}-{int(found[2] or found[3]):02}"
    return told if told <= published[:10] else f"{printed[1].year - 1}{told[4:]}"


def gathering(text: str, sentences: tuple[Span, ...]) -> str:
    """The kind of occasion on which several heard the same, if the sentences name one."""
    for start, end in sentences:
        for pattern in patterns("gathering"):
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
