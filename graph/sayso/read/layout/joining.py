"""Joins what layout says with what was read from the words: print goes before words, and words inside a turn stay."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from sayso.ingest.article import Article
from sayso.read.attribution import Attribution
from sayso.read.layout.exchanges import exchanges
from sayso.read.layout.headlines import headlines
from sayso.read.layout.signatures import signatures
from sayso.read.layout.turns import turns
from sayso.read.overlap import length, shared
from sayso.read.sentences import paragraphs

_SPEAKER = re.compile(r"(?:I|we|me|us|my|our)", re.IGNORECASE)
_ADDRESSED = re.compile(r"your?", re.IGNORECASE)


def laid_out(article: Article, found: Sequence[Attribution]) -> list[Attribution]:
    """``found`` with what layout attributes, in the order of cues; where both tell the same, layout's stands."""
    text, lines = article.text, paragraphs(article.text, article.body)
    labelled = turns(text, lines)
    interviewed, answers = (None, []) if labelled else exchanges(text, lines)
    told = sorted([*labelled, *answers, *signatures(text, lines)], key=lambda a: a.start)
    starts = [turn.start for turn in told]
    plain = [_without_label(a, _near(told, starts, a)) for a in found]
    kept = [a for a in plain if all(_stands(text, a, turn) for turn in _near(told, starts, a))]
    titles = [a for a in headlines(text, lines, found) if not any(_same_content(a, b) for b in (*kept, *told))]
    sourced = (replace(a, source=(interviewed,)) if interviewed and a in answers else a for a in told)
    return sorted((*kept, *sourced, *titles), key=lambda a: (a.cue or a.content or a.source)[0])


def _near(told: Sequence[Attribution], starts: Sequence[int], attribution: Attribution) -> Sequence[Attribution]:
    """The turns among which an attribution stands, if any do; turns do not overlap."""
    first = max(0, bisect_right(starts, attribution.start) - 1)
    return told[first : bisect_right(starts, attribution.end)]


def _without_label(attribution: Attribution, near: Sequence[Attribution]) -> Attribution:
    """With the source that follows a label, where both were taken for one: "Echo: Officials say …"."""
    for turn in (turn for turn in near if attribution.source and turn.source):
        (start, end), said = attribution.source[0], turn.content[0][0]
        if start == turn.source[0][0] and turn.source[0][1] < end and said < end:
            return replace(attribution, source=((said, end), *attribution.source[1:]))
    return attribution


def _stands(text: str, attribution: Attribution, turn: Attribution) -> bool:
    """Whether it lies outside the turn, or is told in it by somebody else, or is what the speaker thinks: "I hope"."""
    spans = (*attribution.source, *attribution.cue, *attribution.content)
    if not shared(spans, (*turn.source, *turn.cue, *turn.content)):
        return True
    inside = shared(spans, turn.content) == length(spans)
    sources = [text[slice(*span)] for span in attribution.source]
    own = any(_SPEAKER.fullmatch(source) for source in sources)
    asked = any(_ADDRESSED.fullmatch(source) for source in sources)
    return inside and bool(sources) and not asked and (not own or attribution.act == "attitude")


def _same_content(one: Attribution, other: Attribution) -> bool:
    return shared(one.content, other.content) > 0.5 * max(length(one.content), length(other.content))
