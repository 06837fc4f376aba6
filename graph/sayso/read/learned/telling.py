"""Whether a cue tells of speech: the corpus that the model learned from does not say, its words do."""

import re

from sayso.ingest.article import Span
from sayso.read.lexicon import cue_forms, cues, noun_cues, table
from sayso.read.reading import Act

_WORD = re.compile(r"\w+")
_ALWAYS = frozenset({"according", "citing", "cited", "per", "quoting", "quoted", "told"})


def act_of(text: str, source: tuple[Span, ...], cue: tuple[Span, ...]) -> Act:
    """Speech where somebody speaks and a word of the cue is one of saying; otherwise attitude.

    A participle in which writers draw a conclusion of their own ("…, suggesting that") is no speech.

    >>> text = "The mayor said so, the crowd wants more."
    >>> act_of(text, ((0, 9),), ((10, 14),)), act_of(text, ((19, 28),), ((29, 34),))
    ('speech', 'attitude')
    """
    words = [word.casefold() for start, end in cue for word in _WORD.findall(text[start:end])]
    if not source or not words or words[-1] in _remarks():
        return "attitude"
    return "speech" if any(_says(word) for word in words) else "attitude"


def _says(word: str) -> bool:
    if word in _ALWAYS:
        return True
    lemma = noun_cues().get(word) or cue_forms().get(word, ("", ""))[0]
    known = cues().get(lemma)
    return known.act == "speech" if known else any(name.startswith(f"{lemma}_") for name in cues() if lemma)


def _remarks() -> frozenset[str]:
    return frozenset(table("cues")["nouns"]["remarks"].split())
