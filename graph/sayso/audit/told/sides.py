"""Whose people a figure counts in a fight: those of the side that a clause says lost them.

A side is told by a name ("Velmora had lost 22 soldiers", "Velmoran losses came to 860") or as the own of whoever
speaks ("it gave its own dead as 41").
"""

import re
from dataclasses import replace

from sayso.audit.telling import Population
from sayso.audit.told.populations import people_of
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
_LOSSES = re.compile(
    rf"(?:\b{_OWN}|(?:^|[\s“\"]){_NAME}(?:['’]s?)?(?: own)?) "
    r"(?:military |army |total |combined )?(?:losses|dead|casualties|fatalities|killed|wounded|toll)\b"
    r"[^.;:]{0,70}? (?:at|as|to|were|was|totalled|numbered|reached|exceeded)"
    r" (?:[a-z]+ ){0,2}$"
)
_ITS_OWN = re.compile(rf"(?:^|[\s“\"]){_NAME} {_HAD}(?:received|recovered|got|welcomed|buried|lost|missed) [^.;:]*$")


def with_side(counted: Population, text: str, start: int, span: Span) -> Population:
    """The population, with the side that lost it as its clause, which begins at ``start``, tells before the figure.

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
    found = _LOST.search(lead) or _LOSSES.search(lead)
    if not found:
        return counted
    told = found.groupdict()
    if told["name"]:
        return counted if counted.nations else _of_name(counted, told["name"])
    return replace(counted, owned=True)


def _of_name(counted: Population, name: str) -> Population:
    return replace(counted, nations=people_of(name))
