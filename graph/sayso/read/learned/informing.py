"""Whether what is told inside another's words is word of something: a link of a chain, and no deed that is told of.

"She said they had told her" passes on what they told; "she said they had called for help" tells what they did.
"""

import re

from sayso.read.attribution import Attribution
from sayso.read.lexicon import ambiguous_forms, noun_cues, table, words
from sayso.read.stance import cue_of

_CLAUSE = re.compile(r"[^.;,()]{0,40}?(?:\bthat\b|\bhow\b|\bwhether\b|[“\"‘«„])")
_THAT = re.compile(r"\s+(?:out\s+)?(?:that|how|whether)\b")
_SHOWING = frozenset(["show", "find", "indicate", "imply", "establish", "determine", "learn"])
"""What people do as well as documents, and then give no word of it: "the crew had found the door shut"."""

_OF = re.compile(r"[^.;,()]{0,40}?\b(?:of|about)\b")
_POSSESSIVE = re.compile(r"(?:['’]s|s['’])$")


def informs(text: str, told: Attribution) -> bool:
    """Whether an attribution that opens another's content gives word of something.

    >>> text = "She said police had found a car. She said police had found that it was stolen."
    >>> car = Attribution(((9, 15),), ((20, 25),), ((26, 31),))
    >>> stolen = Attribution(((42, 48),), ((53, 58),), ((64, 77),))
    >>> informs(text, car), informs(text, stolen)
    (False, True)
    """
    source = text[told.source[0][0] : told.source[-1][1]]
    cue = text[told.cue[0][0] : told.cue[-1][1]].casefold()
    known = cue_of(text, told.cue)
    shows = known is not None and known.lemma in _SHOWING
    if not any(c.isalpha() for c in source) or _POSSESSIVE.search(source):
        return False
    if shows and not _is_document(source):
        return _THAT.match(text, told.cue[-1][1]) is not None
    if _CLAUSE.match(text, min(told.cue[-1][1], told.content[0][0]), told.content[-1][1]):
        return True
    if cue in ambiguous_forms() or (cue.endswith("warned") and not _OF.match(text, told.cue[-1][1])):
        return False
    return known is None or shows or known.lemma in table("cues")["nouns"]["informing"].split()


def _is_document(source: str) -> bool:
    printed = [
        word.casefold() for word in re.findall(r"[\w-]+", re.split(r"\b(?:of|on|by|from|in|for|that)\b", source)[0])
    ]
    return bool(printed) and printed[-1] in words("documents", "roles") | noun_cues().keys() | words("evidence")
