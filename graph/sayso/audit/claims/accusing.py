"""Whether a claim names the one who answers it."""

import re

from sayso.audit.claims.propositions import Proposition, terms_of
from sayso.audit.telling import Telling

_PROPER = re.compile(r"(?<![.“\"] )(?<!^)\b[A-Z][a-z]{3,}|^[A-Z][a-z]{3,}(?=[’']s\b)")


def names(claim: Proposition, speaking: Telling) -> bool:
    """Whether a claim names whoever speaks, or a people or a thing called after them.

    Most words of the name are enough, or half of them with the last.
    """
    name = terms_of(speaking.root.name)
    told = len(name & claim.terms) * 2
    if told > len(name) > 0 or (told == len(name) > 0 and terms_of(speaking.root.name.split()[-1]) & claim.terms):
        return True
    printed = " ".join(speaking.article.text[a:b] for link in speaking.chain[-1:] for a, b in link.source)
    proper = [word.casefold() for word in _PROPER.findall(printed or speaking.root.name)]
    called = [word.casefold() for word in _PROPER.findall(claim.telling.words)]
    return any(word.startswith(own) for own in proper for word in called)
