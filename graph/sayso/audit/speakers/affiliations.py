"""For which body somebody speaks: the office that stands beside a name, or in a phrase without one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.audit.speakers.offices import words_of
from sayso.audit.speakers.spoken import Spoken, closing, opening
from sayso.audit.wording import compiled

_HELD = 1_000
"""Names in texts that are remembered: an article asks for the same ones for each of its figures."""
_MOST = 6
"""Words that the name of a body may have."""
_RANK = r"(?:[A-Z][\w.-]*\s+){0,3}"
_MODIFIER = (
    r"(?:deputy|acting|vice|general|managing|executive|regional|national|senior|press|chief|medical|operations|country"
    r"|local|new|overall|founding)"
)
_HEAD = (
    r"(?:spokes(?:man|woman|person)|chief|head|executive(?:\sofficer)?|director(?:[-\s]general)?|chair(?:man|woman|person)?"
    r"|president|secretary(?:[-\s]general)?|commander(?:-in-chief)?|commissioner|superintendent|leader|manager|CEO"
    r"|governor|coordinator|officer|boss|rector|representative|administrator|magistrate|collector|prefect"
    r"|(?:co-)?founder|partner|delegate|trustee)"
)
_ROLE = rf"(?:{_MODIFIER}\s+)*(?:{_HEAD}|(?<=chief\s)[a-z]+)"
_OWN_ROLE = rf"(?:(?!former\b|ex-|late\b)[a-z-]+\s+){{0,3}}?{_ROLE}"
"""A role behind "the charity's", with whatever says which: "field coordinator"."""
_EXPERT = r"(?:lawyer|attorney|researcher|analyst|investigator|campaigner|economist|engineer|scientist)"
"""Who speaks for a body by name; a "military analyst" is not of the military."""
_BODY = r"(?P<body>(?:[\w&’'-]+\s+){0,8}?[\w&’'-]+)"
_HEADS = r"(?:heads|leads|runs|chairs|directs|commands|manages|oversees|speaks\sfor|headed|leading|heading)"
_BEFORE = tuple(
    re.compile(pattern, re.IGNORECASE if "(?i)" in pattern else 0)
    for pattern in (
        rf"\b(?i:{_ROLE})\s+(?:of|for|at)\s+(?:the\s+)?(?P<body>[^,;.]{{2,70}}),\s+{_RANK}$",
        rf"\b(?i:{_ROLE})\s+(?:of|for|at)\s+(?:the\s+)?(?P<body>[a-z]+(?:\s[a-z]+)?)\s+{_RANK}$",
        rf"{_BODY}(?:['’]s?)?\s+(?i:{_ROLE})\s+(?:of|in|for)\s+[^,;.]{{2,40}},\s+{_RANK}$",
        rf"\b(?i:(?:speaking|acting)\sfor|(?:speaking\s)?on\sbehalf\sof)\s+(?:the\s+)?(?P<body>[^,;.]{{2,70}}),\s+{_RANK}$",
        rf"{_BODY}['’]s?\s+(?:{_OWN_ROLE}|(?i:{_ROLE}|{_EXPERT})),?\s+{_RANK}$",
        rf"(?P<body>(?:[\w&’'-]+\s+){{0,8}}?[A-Z][\w&’'-]*)\s+(?i:{_EXPERT}),?\s+{_RANK}$",
        rf"{_BODY}\s+(?i:{_ROLE}),?\s+{_RANK}$",
    )
)
_FOR = (
    r"(?:[\w’'-]+\s+){0,4}?(?:(?:on\sbehalf|in\sthe\sname)\sof|(?:speaking|spoke|speaks|acting|acts|reading|appearing)\sfor"
    r"|who\srepresents|representing"
    r"|read(?:ing)?(?:\sout)?\s(?:an?\s|the\s)(?:statement|communiqu[eé]|declaration|message)\s(?:for|from|by|of))\s+(?:the\s+|an?\s+)?(?P<body>[^,;.]{2,70})"
)
"""One who speaks in the name of a body, between a name and what it says."""
_AFTER = tuple(
    re.compile(pattern)
    for pattern in (
        rf",?\s+{_FOR}",
        rf",?\s+who\s+(?:now\s+|also\s+)?{_HEADS}\s+(?:the\s+)?(?P<body>[^,;.]{{2,70}})",
        rf",\s+(?:an?\s+|the\s+)?(?:{_ROLE}|{_EXPERT})\s+(?:of|for|at|with)\s+(?:the\s+)?(?P<body>[^,;.]{{2,70}})",
        rf",\s+(?:the\s+)?{_BODY}['’]s?\s+{_OWN_ROLE}\b",
        rf",\s+(?:the\s+|an?\s+)?{_BODY}\s+{_ROLE}\b",
        r",?\s+(?:of|from)\s+(?:the\s+)?(?P<body>(?:[a-z]+\s+){0,3}[A-Z][^,;.]{2,60})",
    )
)
_ITS_BEFORE = re.compile(rf"(?:^|[\s,;])(?P<its>[Ii]ts|[Tt]heir|[Tt]he|)\s*\b(?i:{_ROLE}),?\s+{_RANK}$")
_ITS_AFTER = re.compile(rf",\s+(?P<its>its|their|the|)\s*\b{_ROLE}\b(?!\s+(?:of|for|at)\b)")
_ITS_MAN = re.compile(rf"\b(?:[Ii]ts|[Tt]heir)\s+(?:[a-z-]+\s+){{1,3}}{_RANK}$")
_POLICE = re.compile(r"(?:^|[\s,])(?:(?:Deputy|Chief|Detective)\s)?(?:Inspector(?:\sGeneral)?|Superintendent)\s+$")
_MORE = re.compile(r"(.*\b[A-Z][\w’'-]*)(?:\s[a-z-]+){1,2}")
_TITLE = re.compile(rf"(?:^|[\s,])([A-Za-z]+),?\s+{_RANK}$")
_THE_MINISTER = re.compile(rf"(?:^|[\s,])[Tt]he\sminister,\s+{_RANK}$")
_PHRASES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:[Tt]he\s+|[Ii]ts\s+)?(?i:{_ROLE})\s+(?:of|for|at)\s+(?:the\s+)?(?P<body>.{{2,70}})",
        rf"(?:[Tt]he\s+)?{_BODY}['’]s?\s+(?i:{_ROLE})",
        rf"(?:[Tt]he\s+)?{_BODY}\s+(?i:{_ROLE})",
    )
)
_SPOKESMEN = tuple(
    re.compile(pattern)
    for pattern in (
        rf"[^,]{{2,60}}?,?\s{_FOR}",
        r"(?:[Aa]\s+|[Tt]he\s+)?spokes(?:man|woman|person)\s+(?:of|for|at|from)\s+(?:the\s+)?(?P<body>.{2,70})",
        r"(?:[Aa]n?\s+|[Tt]he\s+)?(?P<body>[\w&’' -]{2,60}?)(?:['’]s?)?\s+spokes(?:man|woman|person)",
    )
)
_ITS_PHRASE = re.compile(rf"(?P<its>[Ii]ts|[Tt]heir|[Tt]he)\s+(?i:{_ROLE})")
_ITS_SPOKESMAN = re.compile(r"(?P<its>[Ii]ts|[Tt]heir|[Tt]he|[Aa])\s+spokes(?:man|woman|person)")
_JOINTS = ("of", "for", "and")


@dataclass(frozen=True, slots=True)
class Office:
    """An office as a text tells it: the words for the body that it is of, and where they stand.

    ``body`` is empty where the text says no more than "its chief"; ``is_plain`` says that only "of" stands between.
    """

    body: str
    at: int
    is_plain: bool = False
    is_its: bool = False
    is_company: bool = False


def offices_told(spoken: Spoken) -> list[Office]:
    """The offices of a speaker, as its own phrase and, of a person, all mentions in the article tell them."""
    link, text = spoken.link, spoken.article.text
    if link.kind == "Person" and link.speaker and link.speaker[0].isupper():
        return list(_beside(link.speaker, text))
    patterns = _SPOKESMEN if link.kind == "UnnamedSource" else _PHRASES
    bare = _ITS_SPOKESMAN if link.kind == "UnnamedSource" else _ITS_PHRASE
    behind = text[link.source[-1][1] : closing(text, spoken.at)] if link.source else ""
    named = _AFTER[0].match(behind)  # "a captain, reading in the name of a Council of Renewal"
    told = list(_of_phrase(spoken.printed, spoken.at, patterns, bare))
    return [*told, *(_body(_beginning(named["body"]), spoken.at) if named else ())]


def portfolio(phrase: str) -> str:
    """What the minister named in a phrase is minister of; empty where nobody is, or a deputy.

    >>> [portfolio(p) for p in ("Justice minister Ana Roe", "the minister of the interior", "the prime minister")]
    ['justice', 'interior', '']
    """
    found = _minister().search(phrase)
    return (found["what"] or found["of"]).casefold() if found else ""


@cache
def _minister() -> re.Pattern[str]:
    what = "|".join(sorted(words_of("portfolios"), key=len, reverse=True))
    return re.compile(
        rf"(?<!former )(?<!shadow )\b(?:(?P<what>{what})\s+(?:minister|secretary)"
        rf"|(?:minister|secretary)\s+(?:of|for)\s+(?:the\s+)?(?P<of>{what}))\b",
        re.IGNORECASE,
    )


@cache
def seats() -> dict[str, str]:
    """The body of a title that has a name of its own: the prefecture of a prefect."""
    return dict(pair.split("=") for pair in words_of("seats"))


@lru_cache(maxsize=_HELD)
def _beside(speaker: str, text: str) -> tuple[Office, ...]:
    """The offices that stand beside a name, wherever a text gives it."""
    found: dict[Office, None] = {}
    for named in compiled(rf"(?<!\w){re.escape(speaker)}(?!\w)").finditer(text):
        start, end = opening(text, named.start()), closing(text, named.end())
        found |= dict.fromkeys(_around(text[start : named.start()], text[named.end() : end], start, named.end()))
    return tuple(found)


def _around(before: str, after: str, start: int, end: int) -> Iterator[Office]:
    for pattern in _BEFORE:
        if told := pattern.search(before):
            name = _with_sort(_ending(told["body"]), told[0][told.end("body") - told.start() :])
            yield from _body(name, start + told.start("body"))
            if short := _MORE.fullmatch(name):  # "UN resident coordinator"
                yield from _body(short[1], start + told.start("body"))
    for pattern in _AFTER:
        if told := pattern.match(after):
            yield from _body(_beginning(told["body"]), end + told.start("body"), is_plain=pattern is _AFTER[-1])
    yield from _by_rank(before, start)
    for bare, window, at in ((_ITS_BEFORE.search(before), before, start), (_ITS_AFTER.match(after), after, end)):
        if bare:
            yield _unsaid(bare, window[bare.start() : bare.end()], at + bare.start())


def _with_sort(owner: str, role: str) -> str:
    """The body of a role that tells its sort: "Sundvik's police" of "Sundvik's police chief"."""
    sort = re.match(r"['’]s?\s+((?:[a-z]+\s+){0,2}?([a-z]+))\s+(?=[a-z])", role)
    return f"{owner}'s {sort[1]}" if sort and sort[2] in words_of("institutions") else owner


def _by_rank(before: str, start: int) -> Iterator[Office]:
    """The offices that a rank or title before a name tells: an inspector's, a prefect's, "its virologist"."""
    if its := _ITS_MAN.search(before):
        yield Office("", start + its.start(), is_its=True)
    if _POLICE.search(before):
        yield Office("police", start)
    if (title := _TITLE.search(before)) and (seat := seats().get(title[1].casefold())):
        yield Office(seat, start + title.start())
    if minister := _THE_MINISTER.search(before):
        yield Office("ministry", start + minister.start())


def _of_phrase(phrase: str, at: int, patterns: Sequence[re.Pattern[str]], its: re.Pattern[str]) -> Iterator[Office]:
    for pattern in patterns:
        if told := pattern.match(phrase):
            yield from _body(_beginning(told["body"]), at)
    if bare := its.match(phrase):
        yield _unsaid(bare, bare[0], at)


def _unsaid(bare: re.Match[str], words: str, at: int) -> Office:
    """The office of a body that its words leave out: "its chief", "chief executive"."""
    its = bare["its"].casefold() in ("its", "their") or re.search("spokes", words) is not None
    chair = "" if its else r"|chair\w*"  # "its chairman" may be a union's
    firm = re.search(rf"\b(?:executive|managing|finance|financial|operating|CEO{chair})\b", words) is not None
    return Office("", at, is_its=its, is_company=firm)


def _body(words: str, at: int, *, is_plain: bool = False) -> Iterator[Office]:
    if words:
        yield Office(words, at, is_plain)


def _ending(words: str) -> str:
    """The name with which a stretch of words ends."""
    kept: list[str] = []
    for word in reversed(words.split()):
        plain = word.casefold().rstrip(",")
        if (
            (plain in words_of("outside") and not (kept and plain in _JOINTS))
            or len(kept) == _MOST
            or word.endswith(",")
        ):
            break
        kept.insert(0, word)
    while kept and kept[0].casefold() in (*_JOINTS, *words_of("indefinite")):
        kept.pop(0)
    return " ".join(kept)


def _beginning(words: str) -> str:
    """The name with which a stretch of words begins."""
    kept: list[str] = []
    for word in words.split():
        follows = kept and word.casefold() in ("of", "for", "and", "in", "the")
        if (word.casefold() in words_of("outside") and not follows) or len(kept) == _MOST + 2:
            break
        kept.append(word)
        if word.endswith(","):
            break
    while kept and kept[-1].casefold() in (*_JOINTS, "in", "the"):
        kept.pop()
    return " ".join(kept).rstrip(",")
