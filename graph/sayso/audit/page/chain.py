"""The chain of a telling as steps from the outlet to the root, for drawing."""

from dataclasses import dataclass
from typing import Literal

from sayso.audit.telling import Telling

Part = Literal["outlet", "relay", "root", "unnamed", "completed"]


@dataclass(frozen=True, slots=True)
class Step:
    """One box of the chain: who it is, and what part they play. ``completed`` is what its own words left out."""

    name: str
    part: Part


def steps(telling: Telling) -> tuple[Step, ...]:
    """The outlet, those who pass on, and the root.

    >>> from sayso.audit.telling import Source
    >>> steps(Telling("x", Source("a", outlet="Example Wire"), "40", "killed", 40, 40))
    (Step(name='Example Wire', part='outlet'), Step(name='nobody named', part='unnamed'))
    """
    names = [link.speaker or "somebody" for link in telling.chain]
    found = [Step(telling.article.name, "outlet"), *(Step(name, "relay") for name in names)]
    root = telling.root
    if root.status != "named":
        if not names:
            return (*found, Step("nobody named", "unnamed"))
        return (*found[:-1], Step(names[-1], "unnamed"))
    if names and names[-1] == root.name:
        return (*found[:-1], Step(root.name, "root"))
    return (*found, Step(root.name, "completed"))
