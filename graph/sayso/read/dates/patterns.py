"""What a date looks like in print, and the words that stand before one."""

import re
from collections.abc import Iterable

from sayso.read.dates import anchoring
from sayso.read.lexicon import table

_FULL = {row.split()[0] for row in table("dates")["months"]}
_LONG = "|".join(sorted(_FULL))
_SHORT = "|".join(sorted(anchoring.MONTHS.keys() - _FULL, reverse=True))
_MONTH = rf"(?:(?:{_LONG})|(?:{_SHORT})\b\.?)"
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_WEEKDAY = rf"(?:{_DAY}s?|(?:mon|tue|wed|thu|thurs|fri|sat|sun)\b\.?)"
_YEAR = r"(?:1[89]|20)\d\d"
_UNIT = r"(?:hour|day|week|fortnight|month|year|decade)s?"
_WHOLE = r"(?!\w|-|[’'](?!s\b))"
_COUNT = r"\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|few"
_PART = r"(?:early|late|mid)[-\s]+"
_SEASON = r"spring|summer|fall|autumn|winter"
_FEASTS = sorted({**table("dates")["feasts"], **table("dates")["moveable"]}, key=len, reverse=True)
_IN_FULL = re.compile(r".*(?:day|eve)")
_CLOSED = "|".join(table("dates")["after_feast"].split())


def _any_of(names: Iterable[str]) -> str:
    return "|".join(re.escape(name).replace("'", "[’']").replace(r"\ ", r"\s") for name in names)


_FEAST = (
    rf"(?:{_any_of(name for name in _FEASTS if _IN_FULL.fullmatch(name))}"
    rf"|(?:{_any_of(name for name in _FEASTS if not _IN_FULL.fullmatch(name))})"
    rf"(?=[,.;:!?)”\"]|\s*$|\s+(?:{_CLOSED})\b|\s+\d))"
)
_TH = r"(?:st|nd|rd|th)?"
_KILLING = rf"killed(?!\s+(?:at|more|over|about|some|up|dozens|\d|{_COUNT})\b)"
_COUNTED = rf"(?![\w:%]|,\d|\.\d|\s+(?:people|per\s?cent|dead|{_KILLING}))"
# "the March Front" is a name, and no month
DATE = re.compile(
    rf"""\b(?:
      (?P<iso>{_YEAR}-(?:0[1-9]|1[0-2])(?:-\d\d)?)(?![\d-])
    | (?P<digits>\d{{1,2}}[./-]\d{{1,2}}[./-]{_YEAR})(?![\d./-]\d)
    | (?:{_WEEKDAY}[,\s]+)?(?P<r1>\d{{1,2}}){_TH}\s?(?:-|–|to|and)\s?(?P<r2>\d{{1,2}}){_TH}\s+
      (?:of\s+)?(?P<rm1>{_MONTH})(?![\w’'])(?:,?\s+(?P<ry1>{_YEAR})\b)?
    | (?P<rm2>{_MONTH})\s+(?P<r3>\d{{1,2}}){_TH}\s?(?:-|–|to)\s?(?P<r4>\d{{1,2}}){_TH}{_COUNTED}
      (?:,?\s+(?P<ry2>{_YEAR})\b)?
    | (?:{_WEEKDAY}[,\s]+)?(?:the\s+)?(?P<d1>\d{{1,2}}){_TH}\s+(?:of\s+)?(?P<m1>{_MONTH})(?![\w’'])
      (?:,?\s+(?P<y1>{_YEAR})\b)?
    | (?:{_WEEKDAY}[,\s]+)?(?P<m2>{_MONTH})\s+(?P<d2>[0-2]?\d|3[01]){_TH}{_COUNTED}(?:,?\s+(?P<y2>{_YEAR})\b)?
    | (?:{_PART})?(?P<m3>{_MONTH}),?\s+(?:of\s+)?(?P<y3>{_YEAR})\b
    | (?P<season>{_SEASON})\s+(?:of\s+)?(?P<y4>{_YEAR})\b
    | (?:{_PART})?(?P<m5>{_MONTH})\s+(?:of\s+)?(?P<of_year>last|this|next)\s+year(?![\w’'-])
    | (?P<nth>first|second|third|fourth|last|1st|2nd|3rd|4th)\s+(?P<split>half|quarter|(?:three|six)\s+months)
      \s+of\s+(?:(?P<y5>{_YEAR})|(?P<part_of>last|this|next|the)\s+year)(?![\w-])
    | (?<=the\s)(?P<quarter>first|second|third|fourth)\s+quarter(?!\s+of)(?![\w-])
    | (?:start|beginning|end|turn|close|middle)\s+of\s+(?P<whole_step>the|this|last|next)\s+
      (?P<whole>week|month|year)(?![\w’'-])
    | (?P<step>last|this|next|past)\s+(?P<stepped>weekend|week|month|year|{_WEEKDAY}|{_MONTH}|{_SEASON}){_WHOLE}
    | (?<=the\s)(?P<the_season>spring|summer|autumn)
      (?=[,.;:!?)”"’]|\s+(?:and|when|but|after|before|had|has|have|were|was|is|are|will|of\s+(?:last|this))\b|\s*$)
    | (?P<feast>{_FEAST})(?![\w’'-])(?:,?\s+(?P<y6>{_YEAR})\b)?
    | the\s+day\s+(?P<other_day>before\s+yesterday|after\s+tomorrow)
    | (?P<n>{_COUNT})\s+(?P<ago>{_UNIT})\s+ago\b
    | (?P<bn>{_COUNT})\s+(?P<back>{_UNIT})\s+(?P<back_to>earlier|later|before|afterwards)\b
    | the\s+(?P<near>previous|preceding|following|same|next)\s+
      (?P<near_unit>day|week|month|year|evening|night|morning|afternoon)\b
    | (?:past|last|previous|preceding)\s+(?:(?P<pastn>{_COUNT})\s+)?(?P<past>{_UNIT})\b
    | (?P<recent>recent|coming)\s+(?:hours|days|weeks|months|years|decades)\b
    | the\s+(?P<weekend>weekend)\b
    | (?P<night>overnight|last\s+night|this\s+(?:morning|afternoon|evening))\b
    | (?P<day>yesterday|today|tomorrow|tonight)(?![\w’'])
    | (?P<weekday>{_DAY})(?!\w)
    | (?:(?<!the\s)|(?!{_MONTH}\s+(?-i:[A-Z][a-z])))(?P<month>(?:{_PART})?{_MONTH}){_WHOLE}
    | (?P<decade>(?:1[89]|20)\d0)s\b
    | (?P<y7>{_YEAR})[-–/](?P<y8>\d\d|{_YEAR})(?![\w%-]|,\d|\.\d)
    | (?:{_PART})?(?P<year>{_YEAR})(?![\w%-]|,\d|\.\d)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
HINT = re.compile(
    rf"\d|day\b|\b(?:{_LONG}|{_SHORT}|last|past|previous|preceding|following|this|next|recent|ago|tomorrow|tonight|overnight"
    rf"|weekend|quarter|half|spring|summer|autumn|end of|start of|beginning of|same day|earlier|later"
    rf"|{_any_of(_FEASTS)})\b",
    re.IGNORECASE,
)
_CLOCK = (
    r"(?:\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?|o’?clock|GMT)?,?\s*|(?:midnight|noon|midday)\s+)?(?:local\s+time,?\s+)?"
)
BEFORE = re.compile(
    r"\b(?P<word>as\s+of|since|until|till|through|up\s+to|prior\s+to|no\s+later\s+than|by|between|from|and|to|in|on|at|during"
    r"|of|late|early|mid|before|after|starting|over|last|for|ended|ending)\s+"
    rf"{_CLOCK}(?:the\s+)?(?:(?:beginning|start|end|middle|close|night|morning|evening|afternoon|first\s+(?:day|week)|eve)\s+of\s+)?"
    r"(?:(?:earlier|later|late|early|mid)\s+)?(?:(?:on|in)\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
SINCE = re.compile(
    r"\bsince\s(?:[\w’'-]+\s){0,8}(?:began|begun|started|erupted|broke out|[a-z]{3,}ed|launch|outbreak|onset|start"
    r"|beginning|invasion|coup|quake|earthquake|attacks?|massacre|election|ceasefire|truce|war|conflict|uprising|revolution"
    r"|offensive|siege|assault|eruption|disaster|storm|crisis)(?:\s[\w’'-]+){0,5}\s*$",
    re.IGNORECASE,
)
STRETCH = re.compile(
    rf"\b(?:(?:past|last)\s+)?(?:(?P<n>{_COUNT}|\d{{1,3}})\s+)?(?P<unit>hour|day|week|month|year)s?\s+(?:up\s+)?(?:to|ending|ended|until)\s+"
    rf"(?:the\s+(?:end|start|close)\s+of\s+)?{_CLOCK}(?:on\s+)?$",
    re.IGNORECASE,
)
COMPARED = re.compile(
    r"\b(?:from|than|as|compared\s+(?:with|to)|against|twice|double|up|down)\b(?:\s+[\w.,%’'-]+){0,6}\s*$",
    re.IGNORECASE,
)
SAID = re.compile(
    r"\b(?:said|says|told|announced|reported|added|confirmed)(?:\s+[\w’'-]+){0,2}?(?:\s+(?:on|late|early))*\s*$",
    re.IGNORECASE,
)
