"""Whether somebody says something: the model leans one way or the other, the words of the cue may overrule it.

What only shows ("the video shows"), what is left unsaid ("did not reply") and what the writer concludes
("…, suggesting that") is no speech, whatever the cue.
"""

import re
from functools import cache

from sayso.ingest.article import Span
from sayso.read.lexicon import cue_forms, cues, inflect, noun_cues, table, words
from sayso.read.reading import Act

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_ALWAYS = frozenset({"according", "citing", "cited", "per", "quoting", "quoted", "told"})
_PLAINLY = frozenset({"said", "told", "tells"})
_DOUBT = 2.0
_SURE = -0.5
"""Log odds that the model must reach where no word of the cue is one of saying."""

ADDRESSED = words("addressed")
"""Passives whose subject is spoken to: "families were told"."""

_BE = frozenset(["is", "are", "was", "were", "be", "been", "being"])

_ANSWER = (
    r"respond\w*|repl(?:y|ied)|answer\w*|comment\w*|return\w*|say|said|speak|spoken|disclos\w+|provid\w+|gi?ven?|reveal\w*"
    r"|specif\w+|elaborat\w+|explain\w*|address\w*|mention\w*|acknowledg\w+|apologi[sz]\w+|confirm\w*|unveil\w*|releas\w+"
    r"|offer\w*|discuss\w*|identif\w+|nam(?:e|ed)|publish\w*|announc\w+|propos\w+|recommend\w*|tell|told|report\w*"
)
_SILENT = re.compile(
    rf"\b(?:did|do|does|has|have|had|is|are|was|were)(?:\s+not|n[’']t)\s+(?:yet\s+|\w+ly\s+)*(?:been\s+)?(?:{_ANSWER})\b"
    rf"|\b(?:has|have|had)\s+(?:never\s+(?:{_ANSWER})\b|yet\s+to\b)"
    rf"|\bneither\s+(?:{_ANSWER})\s+nor\b|\bsilen(?:t|ce)\b|\b(?:said|say|says|saying|told)\s+nothing\b"
    r"|\b(?:gave|give|gives|given|offer|offered|offers|provided?|provides|made|makes|had|has|issued?|issues)\s+no\b",
    re.IGNORECASE,
)
_ITSELF = re.compile(r"this\s+(?:article|story|piece|page|post|explainer|section|timeline|guide)", re.IGNORECASE)
_LEAD = 24
"""Characters before a cue in which its negation may stand."""


def act_of(text: str, source: tuple[Span, ...], cue: tuple[Span, ...], leaning: float) -> Act:
    """Speech or attitude; ``leaning`` is the model's score, above 0 for speech.

    >>> text = "The mayor warned us. The video shows the mayor, who did not reply to us."
    >>> act_of(text, ((0, 9),), ((10, 16),), 5.0), act_of(text, ((0, 9),), ((10, 16),), -5.0)
    ('speech', 'attitude')
    >>> act_of(text, ((21, 30),), ((31, 36),), 5.0), act_of(text, ((48, 51),), ((52, 68),), 5.0)
    ('attitude', 'attitude')
    """
    printed = [word.casefold() for start, end in cue for word in _WORD.findall(text[start:end])]
    if (
        not printed
        or _unsaid(text, cue)
        or _remarks(printed)
        or _own_voice(text, source)
        or _shows(text, source, printed)
    ):
        return "attitude"
    says = any(tells_of_saying(word) for word in printed)
    if not source:
        passive = _BE & set(printed[:-1]) and not ADDRESSED & set(printed)
        return "speech" if says and passive and leaning > _DOUBT else "attitude"
    plain = _PLAINLY & set(printed) and not _BE & set(printed)
    return "speech" if plain or leaning > (_SURE if says else _DOUBT) else "attitude"


def is_unspoken(text: str, source: tuple[Span, ...], cue: tuple[Span, ...]) -> bool:
    """Whether nothing is said, whatever the cue: something only shows, nobody answers, or the writer remarks."""
    printed = _printed(text, cue)
    if printed and (_unsaid(text, cue) or _remarks(printed)):
        return True
    return _own_voice(text, source) or _shows(text, source, printed)


def _printed(text: str, cue: tuple[Span, ...]) -> list[str]:
    return [word.casefold() for start, end in cue for word in _WORD.findall(text[start:end])]


def _unsaid(text: str, cue: tuple[Span, ...]) -> bool:
    start, end = cue[0][0], cue[-1][1]
    lead = re.split(r"[.;,:“”\"]", text[max(0, start - _LEAD) : start])[-1]
    return _SILENT.search(lead + text[start:end]) is not None


def _own_voice(text: str, source: tuple[Span, ...]) -> bool:
    """Whether the article speaks of itself: "this story looks at"."""
    return any(_ITSELF.fullmatch(text, start, end) for start, end in source)


def _remarks(printed: list[str]) -> bool:
    """Whether the cue is a participle in which writers draw a conclusion of their own."""
    listed = frozenset(table("cues")["nouns"]["remarks"].split())
    return printed[0] in listed or printed[-1] in listed


def _shows(text: str, source: tuple[Span, ...], printed: list[str]) -> bool:
    """Whether the source is a thing or an event, and the cue tells what can be seen by it."""
    if not any(word in _showing() for word in printed):
        return False
    if not source:
        return False
    phrase = [word.casefold() for word in _WORD.findall(text[source[0][0] : source[-1][1]])]
    head = next((k - 1 for k in range(1, len(phrase)) if phrase[k] in words("prepositions")), len(phrase) - 1)
    noun = re.sub(r"[’']s$", "", phrase[max(0, head)]) if phrase else ""
    if noun in words("evidence"):
        return True
    return noun not in words("speaking_abstracts") and noun.rstrip("s").endswith(tuple(words("abstract_endings")))


def tells_of_saying(word: str) -> bool:
    """Whether the lexicon knows a word, in lower case, as one of saying."""
    if word in _ALWAYS:
        return True
    lemma = noun_cues().get(word) or cue_forms().get(word, ("", ""))[0]
    known = cues().get(lemma)
    return known.act == "speech" if known else any(name.startswith(f"{lemma}_") for name in cues() if lemma)


@cache
def _showing() -> frozenset[str]:
    return frozenset(form for verb in table("cues")["nouns"]["showing"].split() for form, _ in inflect(verb))
