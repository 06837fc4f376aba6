"""Whether two quotations of the same words give them alike."""

import re
from difflib import SequenceMatcher

from sayso.audit.claims.propositions import stems

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_LEAST = 4
_ALIKE = 0.5


def quotes_differ(left: str, right: str) -> bool:
    """Whether two quotations are of the same words and do not give them alike; one may be cut short.

    >>> quotes_differ("“We dug with roasting tins until dawn.”", "“We dug with kitchen tins until dawn.”")
    True
    """
    one, other = ([w.casefold() for w in _WORD.findall(t)] for t in (left, right))
    short, long = sorted((one, other), key=len)
    if len(short) < _LEAST or f" {' '.join(short)} " in f" {' '.join(long)} ":
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    shared = sum(block.size for block in matcher.get_matching_blocks())
    return shared / len(short) >= _ALIKE and stems(left) != stems(right)
