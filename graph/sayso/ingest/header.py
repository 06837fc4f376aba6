"""What the first lines of an article say of it: headline, date, byline, dateline; and where the story begins."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.ingest.article import Span
from sayso.ingest.dates import leading_date, parse_date, parse_month_day

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_LABEL = re.compile(
    r"(?P<label>title|headline|publication date|date published|published(?: on| at)?|posted(?: on| at)?|dated?|"
    r"(?:last )?(?:updated|modified)(?: on| at)?|source|publisher|outlet|publication|authors?|writer|byline|url|link|"
    r"section|category|tags|keywords|topics?|language|location|section)\s?[:：]\s?(?P<value>\S.*)",
    re.IGNORECASE,
)
_DATED = re.compile(r"(?P<label>published|posted|(?:last )?updated)(?: on| at)?\s(?P<value>.*\d.*)", re.IGNORECASE)
_BYLINE = re.compile(r"(?i:words )?(?i:by)\s+(?P<names>(?i:the\s)?[^\W\d_a-z].{1,150})")
_ENDING = re.compile(r"[.!:;,][\"'”’»)\]]*$")
_CITY = r"[A-Z][A-ZÀ-Ý.'’-]+(?:[ ][A-ZÀ-Ý.'’-]+){0,4}"
_TOWN = r"[A-ZÀ-Ý][\w.'’-]{1,30}(?:[ ][A-ZÀ-Ý][\w.'’-]{0,30}){0,3}"
_MONTH_DAY = r"(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8}\.?)"
_DATELINE = re.compile(
    rf"(?P<place>(?P<caps>{_CITY})|{_TOWN})(?:[/,]\s?{_TOWN}){{0,2}}?"
    rf"(?:,\s(?P<day>{_MONTH_DAY})(?:,?\s(?P<year>[12]\d{{3}}))?)?"
    r"(?:\s?\((?P<agency>[^()\d]{2,40})\))?,?\s?(?:[-–—]{1,2}|--)\s+(?=\S)"
)
_AGENCY = re.compile(r"\((?P<agency>[A-Z][^()\d]{1,40})\)\s?[-–—]{1,2}\s+(?=\S)")
_ORGANISATION = re.compile(
    r"\b(?:news|times|post|agency|press|wire|courier|review|herald|journal|tribune|gazette|daily|radio|tv|ledger|"
    r"chronicle|mail|standard|observer|guardian|telegraph|today|magazine|weekly|monitor)\b",
    re.IGNORECASE,
)
_JOB = re.compile(
    r"(?:\w+ ){0,3}(?:correspondent|reporter|editor|writer|staff|columnist|analyst|in [A-Z].*|agencies)$",
    re.IGNORECASE,
)
_FUNCTION_WORD = re.compile(
    r"\b(?:a|an|the|of|in|to|and|for|with|by|at|on|from|that|as|or|but|is|are|was|were|has)$", re.IGNORECASE
)
_DATES = {
    "published": ("published", "posted", "date", "dated", "publication date", "date published"),
    "updated": ("updated", "modified", "last updated", "last modified"),
}
_AFTER_DATE = re.compile(r"\s*[-–—|:•]*\s*(?=[^\W\d_a-z]|[“\"‘'])")
_MOST_LINES = 14


@dataclass(frozen=True, slots=True)
class Header:
    """What the top of an article states; ``headline`` lies inside the body, the rest up to ``story`` outside."""

    story: int = 0
    headline: Span | None = None
    title: str | None = None
    published: str | None = None
    updated: str | None = None
    publisher: str | None = None
    agency: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    month_day: str | None = None
    lead_date: str | None = None


def read_header(text: str, title: str | None = None) -> Header:
    r"""The header of a text whose title may be known from elsewhere.

    >>> found = read_header("Port reopens\nBy Jane Doe\n3 May 2025\n\nGENEVA, May 3 (Wire) - The port is open.")
    >>> found.title, found.published, found.authors, found.agency, found.story
    ('Port reopens', '2025-05-03', ('Jane Doe',), 'Wire', 60)
    """
    header = Header()
    lines = list(_first_lines(text))
    for number, (start, line) in enumerate(lines):
        if (facts := _facts_of(line)) is not None:
            header = _merge(header, facts)
            continue
        following = lines[number + 1] if number + 1 < len(lines) else None
        if header.headline is None and _is_headline(text, start, line, following, title):
            header = replace(header, headline=(start, start + len(line)), title=header.title or line)
            continue
        return _read_lead(text, replace(header, story=start))
    return replace(header, story=len(text))


def split_names(words: str) -> tuple[str, ...]:
    """The people in a byline, without "By", jobs, places, addresses and the outlet.

    >>> split_names("By Jane Doe and John Roe, Staff Writer")
    ('Jane Doe', 'John Roe')
    """
    words = re.sub(r"^\s*(?:words |written |reported )?by:?\s", "", words[:400], flags=re.IGNORECASE)
    parts = (part.strip(" .-–—\t") for part in re.split(r",|;|&|\||·|•|\band\b|\bwith\b", words))
    names = (re.sub(r"\s+in [A-ZÀ-Ý].*$", "", part) for part in parts)
    return tuple(dict.fromkeys(name for name in names if _is_name(name)))


def _first_lines(text: str) -> Iterator[tuple[int, str]]:
    for number, found in enumerate(_LINE.finditer(text)):
        line = found[0].strip()
        if number >= 3 * _MOST_LINES:
            return
        if line:
            yield found.start() + len(found[0]) - len(found[0].lstrip()), line


def _facts_of(line: str) -> dict[str, object] | None:
    """What a header line states by field, or None where the line is none."""
    if len(line) > 300:
        return None
    if found := _LABEL.fullmatch(line) or (len(line) < 100 and _DATED.fullmatch(line)) or None:
        return _labelled(found["label"].lower(), found["value"].strip())
    if (date := parse_date(line)) and len(line) > 4:
        return {"published": date}
    if re.fullmatch(r"https?://\S+", line):
        return {"url": line}
    return _byline(line)


def _labelled(label: str, value: str) -> dict[str, object] | None:
    """What a line such as "Source: X" states; None where it reads like a sentence of the story."""
    if field := next((name for name, labels in _DATES.items() if re.sub(r"\W(?:on|at)$", "", label) in labels), None):
        date = _some_date(value)
        return {field: date} if date or len(value) < 60 else None
    if label in ("url", "link"):
        return {"url": value} if value.startswith(("http://", "https://")) else {}
    if label in ("author", "authors", "writer", "byline"):
        return {"authors": split_names(value)}
    if label in ("title", "headline"):
        return {"title": value}
    if len(value) >= 120 or value.endswith("."):
        return None
    return {"publisher": value} if label in ("source", "publisher", "outlet", "publication") else {}


def _some_date(value: str) -> str | None:
    """The first of the dates that a line gives, side by side."""
    pieces = re.split(r"\s[|•·–—]\s|\s\(|;|,?\s(?=updated|last)", value, flags=re.IGNORECASE)
    return parse_date(value) or next((date for piece in pieces if (date := parse_date(piece))), None)


def _byline(line: str) -> dict[str, object] | None:
    pieces = [piece.strip() for piece in re.split(r"\s[|•·]\s", line)]
    found = _BYLINE.fullmatch(pieces[0])
    if not found or len(line) > 160 or re.search(r"[a-z]{3}[.?!][\"'”’)]*$", line):
        return None
    facts: dict[str, object] = {"published": next((d for p in pieces[1:] if (d := parse_date(p))), None)}
    words = found["names"]
    if desk := re.fullmatch(r"the\s(.+?)\s(?:desk|staff|team|newsroom)", words, re.IGNORECASE):
        return facts | {"publisher": desk[1]}
    outlets = [p.strip() for p in words.split(",")[1:] if p.strip().startswith("The ") or _is_outlet(p)]
    names = split_names(words)
    if not names and not outlets:
        return {"publisher": words} if _is_outlet(words) else None
    return facts | {"authors": names, "publisher": outlets[0] if outlets else None}


def _is_outlet(words: str) -> bool:
    return bool(_ORGANISATION.search(words)) and not _JOB.search(words.strip())


def _is_name(words: str) -> bool:
    """Whether the words could be a person: one to five, capitalised, no address and no job."""
    parts = words.split()
    if not 1 <= len(parts) <= 5 or re.search(r"[\d@/:<>]", words) or _JOB.search(words) or _is_outlet(words):
        return False
    return not words.startswith("The ") and parts[0][0].isalpha() and not parts[0][0].islower()


def _merge(header: Header, facts: dict[str, object]) -> Header:
    """The header with what it did not state before."""
    new = {key: value for key, value in facts.items() if value and not getattr(header, key)}
    return replace(header, **new)  # type: ignore[arg-type]


def _is_headline(text: str, start: int, line: str, following: tuple[int, str] | None, title: str | None) -> bool:
    if title and _same(line, title):
        return True
    if following is None or not 8 <= len(line) <= 180 or _ENDING.search(line) or _FUNCTION_WORD.search(line):
        return False
    if _DATELINE.match(line) or leading_date(line) or line[0] in '•*-–—>“"' or line[0].islower():
        return False
    adjacent = text[start + len(line) : following[0]].count("\n") <= 1
    return not (adjacent and following[1][0].islower())


def _same(line: str, title: str) -> bool:
    return " ".join(line.casefold().split()) == " ".join(title.casefold().split())


def _read_lead(text: str, header: Header) -> Header:
    """The dateline, or the date, with which the story itself begins."""
    lead = text[header.story : header.story + 160]
    if found := _DATELINE.match(lead):
        day, year, agency = found["day"], found["year"], found["agency"]
        month_day = parse_month_day(day, year or "2000") if day else None
        if (found["caps"] and len(found["caps"]) > 3) or agency or month_day:
            header = replace(header, story=header.story + found.end(), agency=agency)
            return replace(header, lead_date=month_day) if year else replace(header, month_day=day)
    elif found := _AGENCY.match(lead):
        return replace(header, story=header.story + found.end(), agency=found["agency"])
    if (dated := leading_date(lead)) and (rest := _AFTER_DATE.match(lead[dated[1] :])):
        return replace(header, story=header.story + dated[1] + rest.end(), lead_date=dated[0])
    return header
