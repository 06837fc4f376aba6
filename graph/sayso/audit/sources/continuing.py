"""Who gives a number whose sentence leaves the speaker out: who spoke before, or a second subject without a verb."""

import re

from sayso.audit.sources.subjects import body_named, is_somebody, who
from sayso.audit.speakers.labels import is_body_of_its_own
from sayso.audit.speakers.naming import Naming
from sayso.audit.speakers.spoken import opening
from sayso.audit.telling import Root, Telling

_GAP = re.compile(
    r"(?:,|;)\s(?:and\s|but\s)?(?P<who>(?:the\s|an?\s|(?=[A-Z]))[\w’'-]+(?:\s[\w’'-]+){0,9}?)(?:\s(?:that|of|at)\s(?:[\w’'-]+\s){0,3}|\s)$"
)
_SAYS = re.compile(
    r"\b(?:has|have|said|says?|put|puts|estimated?s?|spoken?|speaks|counted|claim(?:ed|s)|reckons?|believes?)\b"
)
_A_VERB = re.compile(r"\b(?:said|says?|put|puts|has|had|have|was|were|is|are)\b|,")
_OPENS = re.compile(r"((?:The\s)?[A-Z][\w-]*(?:\s[A-Z][\w-]*)*(?:['’]s?\soffice)?)\s[a-z]")
CONTRAST = re.compile(r";|\b(?:but|while|whereas|although|though|against|than|compared)\b")
_FOLLOWS = re.compile(
    r",\s(?:which|who|and|along|as\swell|among|including|bringing|taking"
    r"|an?\s(?:sum|total|loss|share|rate|rise|fall|number)\sof)\b[^,;]*$"
)
_REACH = 3
"""Sentences of a paragraph over which one speaker is carried on."""


def gapped(telling: Telling, names: Naming) -> tuple[Root, str] | None:
    """The second subject of a sentence that leaves out the verb: "the army put it at 40, the rebels at 60"."""
    text, start = telling.article.text, telling.sentence[0]
    found = _GAP.search(text, start, telling.span[0])
    if found is None or _A_VERB.search(found["who"]) or not _SAYS.search(text, start, found.start()):
        return None
    root = who(found, telling, names) or body_named(found, telling)
    if root is None and not found[0].endswith(found["who"] + " ") and is_somebody(found["who"]):
        root = Root(f"at:{telling.iri}", found["who"], "unnamed")
    return (root, f"{root.name} gave the number") if root else None


def is_contrasted(telling: Telling) -> bool:
    """Whether "while", "but" or a semicolon parts a number from the words that name its speaker, in one sentence."""
    end = max((b for a, b in telling.chain[-1].source if a >= telling.sentence[0]), default=-1)
    return 0 <= end < telling.span[0] and bool(CONTRAST.search(telling.article.text, end, telling.span[0]))


def carried_on(telling: Telling, names: Naming) -> tuple[Root, str] | None:
    """Who spoke last in the paragraph, where that is one, and the sentence names nobody else."""
    text, (start, end) = telling.article.text, telling.sentence
    if here := names.heard(telling.article, start, end):
        before = names.heard(telling.article, start, telling.span[0])
        return _goes_on(telling, here[0]) if len(here) == len(before) == 1 else None
    opens, subject = _other_subject(telling, names)
    if opens and subject is None:
        return None
    for _ in range(_REACH):
        if not start or text[start - 1] == "\n":
            return None
        before_ = opening(text, start - 2)
        if spoken := names.heard(telling.article, before_, start):
            root = spoken[0] if len({root.key for root in spoken}) == 1 else None
            if opens and root and subject and root.key != subject.key:
                return None  # what a sentence tells that opens with another is what that one did
            return (root, f"{root.name} spoke before it in the paragraph") if root and root.status == "named" else None
        start = before_
    return None


def _other_subject(telling: Telling, names: Naming) -> tuple[bool, Root | None]:
    """Whether the sentence opens with a body or a person by name, and on whose word it is where that one speaks."""
    text, (start, end) = telling.article.text, telling.sentence
    opens = _OPENS.match(text, start, min(end, telling.span[0]))
    known = names.who(opens[1], telling.article, start) if opens else None
    return known is not None or (opens is not None and " " in opens[1] and is_body_of_its_own(opens[1])), known


def _goes_on(telling: Telling, root: Root) -> tuple[Root, str] | None:
    """The one speaker of a sentence, where it names the number behind what it lets that speaker say."""
    lead = telling.article.text[telling.sentence[0] : telling.span[0]]
    follows = _FOLLOWS.search(lead) and not CONTRAST.search(lead)
    return (root, f"{root.name} speaks in the sentence") if follows and root.status == "named" else None
