"""Headlines: a colon or a dash between what is said and who says it, where no verb does."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.ingest.article import Span
from sayso.read.attribution import Attribution
from sayso.read.bodies import body_words
from sayso.read.gazetteer import load_gazetteer
from sayso.read.lexicon import noun_cues, words

_BULLET = re.compile(r"\s*(?:[-•*·▪►–—]|\d{1,2}[.)])\s+")
_LEADING = re.compile(r"(?P<who>[^:“”\"?!.]{2,60}?)(?P<mark>:)\s+(?=\S)")
_TRAILING = re.compile(r"(?P<said>.{12,}?)(?P<mark>:|\s[-–—])\s+(?P<who>[^:,“”\"?!–—]{2,50}?)\.?$")
_LONGEST = 200
_OWN_VOICE = re.compile(r"[\"“‘']|(?:I|I[’']m|I[’']ve|I[’']ll|I[’']d|We|We[’']re|We[’']ll|My|Our)\b")
_SHORTEST_NAME = 3


class Heard(NamedTuple):
    """Who is heard in the story: the ``names`` among the words of sources, and all ``words`` of each source."""

    names: frozenset[str]
    words: list[frozenset[str]]


def headlines(text: str, paragraphs: Sequence[Span], heard: Sequence[Attribution]) -> Iterator[Attribution]:
    """The title, and the lines of a list, where they say who speaks by a mark alone: "Ministry: 5,000 killed".

    ``heard`` is what the article was found to report; who speaks there may speak in the title by a bare name.

    >>> text = "Two bridges shut: ministry"
    >>> [text[slice(*a.source[0])] for a in headlines(text, [(0, len(text))], [])]
    ['ministry']
    """
    sources = [s for a in heard if a.act == "speech" for s in a.source]
    names = Heard(
        frozenset(w for s in sources for w in _names(text, s)),
        [frozenset(w.casefold() for w in text[slice(*s)].split()) for s in sources],
    )
    for i, (start, end) in enumerate(paragraphs):
        bullet = _BULLET.match(text, start, end)
        if (i and not bullet) or end - start > _LONGEST:
            continue
        line = (bullet.end() if bullet else start, end)
        if found := _marked(text, line, names):
            yield found


def _marked(text: str, line: Span, names: Heard) -> Attribution | None:
    leading = _LEADING.match(text, *line)
    if leading:
        own = _OWN_VOICE.match(text, leading.end()) is not None
        if _may_speak(text, leading.span("who"), names, own):
            return _attribution(leading, (leading.end(), line[1]))
    trailing = _TRAILING.match(text, *line)
    if trailing and _may_speak(text, trailing.span("who"), names, False):
        return _attribution(trailing, trailing.span("said"))
    return None


def _attribution(found: re.Match[str], said: Span) -> Attribution:
    return Attribution((found.span("who"),), (found.span("mark"),), (said,), "speech", 0.8)


def _may_speak(text: str, who: Span, heard: Heard, own: bool) -> bool:
    """Whether a label names a speaker: an office, a body, a document, one known, or one who is heard in the story."""
    parts = text[slice(*who)].split()
    if len(parts) > 6 or not parts:
        return False
    last = parts[-1].casefold()
    if last in words("persons", "roles") | words("unnamed", "roles") | body_words().keys() | noun_cues().keys():
        return True
    if _is_known_agent(text[slice(*who)]):
        return True
    if len(parts) > 1 and any({part.casefold() for part in parts} <= words_ for words_ in heard.words):
        return True
    capital = all(part[0].isupper() for part in parts)
    return capital and (last in heard.names or (own and len(parts) <= 3 and last not in words("section_labels")))


def _is_known_agent(label: str) -> bool:
    """Whether the gazetteer knows a body of this name, or a seat of government; a country heads what is told of it."""
    gazetteer = load_gazetteer()
    countries = [e for e in gazetteer.named(label) if e.type == "Place" and e.part_of is None]
    return bool(gazetteer.agents(label)) and not countries


def _names(text: str, span: Span) -> Iterator[str]:
    for found in re.finditer(r"[^\W\d_][\w’\-]*", text[slice(*span)]):
        if found[0][0].isupper() and len(found[0]) >= _SHORTEST_NAME:
            yield re.sub(r"[’']s$", "", found[0]).casefold()
