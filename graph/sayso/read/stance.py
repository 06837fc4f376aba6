"""Stance, act and certainty: how a source stands to what it says, told from cue and hedge."""

import re
from functools import cache

from sayso.ingest.article import Span
from sayso.read.lexicon import Cue, cue_forms, cues, noun_cues, table
from sayso.read.reading import Spans

_NEGATED = re.compile(r"\b(?:not|never|neither|nor|no)\b|n['’]t\b", re.IGNORECASE)
_SAYING = ("say", "comment", "answer", "discuss", "confirm", "respond", "elaborate", "provide", "give", "speak")


def cue_of(text: str, cue: Spans) -> Cue | None:
    """The lexicon's cue behind a cue span, phrasal ones first; ``None`` where it knows none.

    >>> cue_of("has repeatedly denied", ((0, 21),)).lemma
    'deny'
    """
    printed = re.findall(r"[^\W\d_]+", " ".join(text[a:b] for a, b in cue).casefold())
    for i, word in enumerate(printed):
        if lemma := cue_forms().get(word, ("", ""))[0]:
            phrasal = [c for c in cues() if c.startswith(lemma + "_")]
            for name in sorted(phrasal, key=len, reverse=True):
                if name.split("_")[1:] == printed[i + 1 : i + len(name.split("_"))]:
                    return cues()[name]
            if lemma in cues():
                return cues()[lemma]
    for word in printed:
        if (verb := noun_cues().get(word)) and verb in cues():
            return cues()[verb]
    return None


def stance(text: str, cue: Spans, content: Spans) -> str:
    """The stance of a cue, a local name of the vocabulary; plain saying asserts.

    >>> stance("denied it", ((0, 6),), ((7, 9),)), stance("declined to comment", ((0, 8),), ((9, 19),))
    ('denies', 'declines')
    """
    known = cue_of(text, cue)
    if known is None:
        return "asserts"
    start = cue[0][0]
    lead = text[max(0, start - 40) : start]
    if known.stance in ("confirms", "denies") and re.search(r"\bneither\b[^.;,]*$", lead):
        return "declines"
    if known.stance == "asserts" and re.search(r"\b(?:declined|refused)\s+to\s+(?:\w+ly\s+)?$", lead):
        return "declines"
    if known.stance == "confirms" and _NEGATED.search(text[max(0, start - 20) : start].rsplit(",", 1)[-1]):
        return "declines"
    return known.stance


@cache
def _hedges() -> tuple[re.Pattern[str], dict[str, str]]:
    meant = {words: name for name, listed in table("hedges")["certainty"].items() for words in listed.split("|")}
    longest_first = sorted(meant, key=lambda words: (-len(words), words))
    pattern = "|".join(re.escape(words).replace(r"\ ", r"\s+") for words in longest_first)
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), meant


def certainty(text: str, content: Spans, around: Span) -> tuple[str | None, Spans | None]:
    """The certainty that a hedge gives, and the hedge's spans: in the content's first clause, or beside the cue.

    ``around`` is the stretch that holds source and cue. A hedge in the content counts before one around it.

    >>> certainty("It is highly likely that X.", ((0, 26),), (0, 0))
    ('highly-likely', ((6, 19),))
    """
    pattern, meant = _hedges()
    for start, end in (*content[:1], around):
        if found := pattern.search(text, start, end):
            return meant[" ".join(found.group().casefold().split())], (found.span(),)
    return None, None
