"""Whose people a figure counts in a fight: those of the side that a clause says lost them.

A side is told by a name ("Velmora had lost 22 soldiers", "Velmoran losses came to 860") or as the own of whoever
speaks ("it gave its own dead as 41").
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.audit.telling import Population, Telling
from sayso.audit.told.populations import fights, is_soldier, people_of
from sayso.ingest.article import Span

KINDS = ("killed", "wounded", "casualties", "missing", "captured", "repatriated")
"""The kinds of what a side loses in a fight, or gets back."""
_NAME = r"(?P<name>[A-Z][\w-]+(?: [A-Z][\w-]+)?)"
_OWN = r"(?P<own>its|their|our|his)(?: own)?"
_HAD = r"(?:had |has |have )?(?:also |already |only |so far )?"
_LOST = re.compile(
    rf"(?:(?:^|[\s“\"]){_NAME}|\b(?P<pronoun>it|they|we|he|she))"
    rf" {_HAD}lost (?:[a-z]+ )?$"
)
_AND_LOST = re.compile(r"\b(?:and|but) (?:had |has |have )?(?:itself )?(?:also |only )?lost (?:[a-z]+ )?$")
_LOSSES = re.compile(
    rf"(?:\b{_OWN}|(?:^|[\s“\"]){_NAME}(?:['’]s?)?(?: own)?) "
    r"(?:military |army |total |combined )?(?:losses|dead|casualties|fatalities|killed|wounded|toll)\b"
    r"[^.;:]{0,70}? (?:at|as|to|were|was|totalled|numbered|reached|exceeded)"
    r" (?:[a-z]+ ){0,2}$"
)
_ITS_OWN = re.compile(rf"(?:^|[\s“\"]){_NAME} {_HAD}(?:received|recovered|got|welcomed|buried|lost|missed) [^.;:]*$")


def with_side(counted: Population, text: str, start: int, span: Span) -> Population:
    """The population, with the side that lost it as its sentence, which begins at ``start``, tells before the figure.

    >>> text = "He said Velmora had lost 22 soldiers."
    >>> sorted(with_side(Population("soldier"), text, 0, (25, 36)).nations)
    ['people:velmo']
    >>> text = "It gave its own dead as 41."
    >>> with_side(Population(), text, 0, (24, 26)).owned
    True
    """
    lead = text[start : span[0]]
    if counted.owned:
        receives = _ITS_OWN.search(lead)
        return _of_name(counted, receives["name"]) if receives and not counted.nations else counted
    found = _LOST.search(lead) or _LOSSES.search(lead) or _AND_LOST.search(lead)
    if not found:
        return counted
    told = found.groupdict()
    if told.get("name"):
        return counted if counted.nations else _of_name(counted, told["name"])
    return replace(counted, owned=True)


def opponents(tellings: Sequence[Telling]) -> list[Telling]:
    """The tellings of one article, with what a side lost told as fighters where it counts soldiers as the others.

    "It had killed 80 soldiers and lost six men": the six are none of the soldiers, nor of those of any report.
    """
    found = list(tellings)
    for at, telling in enumerate(tellings):
        if telling.population.owned and not fights(telling.population.noun):
            facing = {t.population.noun for t in tellings if _is_facing(telling, t)}
            noun = "soldier" if facing and not any(map(is_soldier, facing)) else "fighter" if facing else ""
            if noun:
                found[at] = replace(telling, population=replace(telling.population, noun=noun))
    return found


def _is_facing(own: Telling, other: Telling) -> bool:
    """Whether the speaker who counts its own dead counts fighters or soldiers as well that are not its own."""
    by_one = [link.key for link in own.chain[-1:]] == [link.key for link in other.chain[-1:]]
    theirs = not other.population.owned and not other.population.nations  # states fight with soldiers on both sides
    return by_one and theirs and other.kind in KINDS and fights(other.population.noun)


def _of_name(counted: Population, name: str) -> Population:
    return replace(counted, nations=people_of(name))
