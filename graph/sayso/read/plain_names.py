"""Single names of which nothing tells whose they are, until a description or pronoun takes them for a body's.

"Bergholm cancelled 300 flights. The airline said" makes Bergholm an airline; by itself it might be a town or a person.
"""

import re

from sayso.read.actor import Actor
from sayso.read.discourse import Discourse
from sayso.read.names import Named

_SUBJECT_OF = re.compile(
    r"\s+(?:is|was|has|had|will|would|can|could|may|also|[a-z]{2,}(?:ed|s)|lost|made|sold|won|cut|shut|ran|began|took|put|built|grew|fell)\b"
)
_OWNER_OF = re.compile(r"['’]s?\s+[a-z]")
_SHARES = re.compile(r"\b(?:shares|stock|stake)\s+(?:in|of)\s+$", re.IGNORECASE)


def plain_body(discourse: Discourse, offset: int, reach: int) -> Actor | None:
    """The body whom a single name means that is the subject of one of the last sentences, ``reach`` of them back.

    The name has a capital wherever it stands, and stands more than once or within a sentence; the latest one counts.
    """
    here = discourse.sentence(offset)
    for name in reversed(discourse.cast.plain_names(offset)):
        if here - discourse.sentence(name.start) > reach:
            break
        if _is_foremost(discourse, name) and _is_a_name(discourse, name.text):
            return discourse.cast.take_up(name)
    return None


def _is_foremost(discourse: Discourse, name: Named) -> bool:
    text, span = discourse.text, (name.start, name.end)
    if _SHARES.search(text, max(0, span[0] - 12), span[0]):
        return True
    follows = _SUBJECT_OF.match(text, span[1]) or _OWNER_OF.match(text, span[1])
    return follows is not None and discourse.begins_sentence(span[0])


def _is_a_name(discourse: Discourse, name: str) -> bool:
    """Whether it is printed with a capital alone, and not only because it opens a sentence once."""
    printed = discourse.printed
    if name.casefold() in printed.uncapitalised:
        return False
    return printed.capitalised[name] > 1 or name in printed.within
