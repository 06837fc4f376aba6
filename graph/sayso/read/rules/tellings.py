"""Tellings inside quotations: whom a speaker heard it from, as in “A soldier told me there were ten more”."""

import re
from collections.abc import Iterator, Sequence

from sayso.read.attribution import Attribution
from sayso.read.overlap import shared

_TELLING = re.compile(
    r"(?:(?<=[“\"‘.!?,;] )|(?<=[“\"‘])|\b(?:and|but|then|because|when|that|today|yesterday)\s+)"
    r"(?P<who>(?:(?:[Aa]n?|[Tt]he|[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir|[Oo]ne|[Ss]ome|[Tt]wo|[Tt]hree)\s+(?:[\w’'-]+\s+){0,4}?[\w’'-]+"
    r"|[Tt]hey|[Hh]e|[Ss]he|[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}))\s+"
    r"(?P<cue>(?:(?:have|has|had)\s+)?told)\s+(?:me|us|him|her|them|people|everyone)\s+(?:[^.,;“”\"]{1,30}?\s+)??(?:that\s+)?"
    r"(?P<what>(?=\S)[^“”\".!?]{8,}?)(?=[.!?”\"]|,?[”\"]|$)"
)
_SURE = 0.7


def tellings(text: str, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Those inside what somebody says in quotation marks; none that is known already.

    >>> text = "“A soldier told me there were ten more,” Roe said."
    >>> said = Attribution(((41, 44),), ((45, 49),), ((0, 40),))
    >>> [(text[slice(*a.source[0])], text[slice(*a.content[0])]) for a in tellings(text, [said])]
    [('A soldier', 'there were ten more')]
    """
    cues = tuple(span for attribution in found for span in attribution.cue)
    for attribution in found:
        if attribution.act != "speech" or not attribution.source:
            continue
        for start, end in attribution.content:
            if text[start] not in '“"‘':
                continue
            for told in _TELLING.finditer(text, start, end):
                what = text[told.start("what") : told.end("what")].rstrip(" ,")
                content = (told.start("what"), told.start("what") + len(what))
                if not shared((told.span("cue"),), cues):
                    yield Attribution((told.span("who"),), (told.span("cue"),), (content,), "speech", _SURE)
