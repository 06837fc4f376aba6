"""A count: a number in its clause, with what it counts and the kind that the clause tells."""

from dataclasses import dataclass

from sayso.read.figures.bounds import Bounded
from sayso.read.figures.events import Told
from sayso.read.figures.phrase import Phrase


@dataclass(frozen=True, slots=True)
class Count:
    """A counted quantity with all that its sentence tells of it; ``told`` is None where the kind is only a default.

    ``last`` is the token after the words that carry it. A ``weak`` one may take the kind of its neighbour;
    ``taken_up`` names the group of an earlier figure whose noun it leaves out.
    """

    bounded: Bounded
    phrase: Phrase
    kind: str | None
    unit: str
    told: Told | None = None
    last: int = 0
    weak: bool = False
    taken_up: str | None = None
