"""What a speaker is that only common nouns name: a house that speaks, "the state railway", or one of many people."""

import re
from functools import cache

from sayso.audit.speakers.offices import words_of
from sayso.read.lexicon import words

_HEAD_ENDS = re.compile(r",|\s(?:of|in|at|for|from|on|who|which|that|with)\s")
_DEFINITE = re.compile(r"(?:[Tt]he|[Ii]ts)\s+((?:[a-z’'-]+\s+){0,3}[a-z-]+)")
_ONE = re.compile(
    r"(?:[Tt]he|[Tt]h(?:is|at)|[Hh]is|[Hh]er|[Mm]y|[Tt]heir|[Oo]ne\sof\s\w+|[Aa]n?)\s+(?:[\w-]+\s+){0,3}?([a-z-]+)"
)


def house(phrase: str) -> str:
    """The phrase without its article, where it means the one house or place of its sort that an event has.

    >>> house("the state railway"), house("the zoo of Orlan"), house("a railway"), house("the driver")
    ('state railway', 'zoo', '', '')
    """
    found = _DEFINITE.fullmatch(_HEAD_ENDS.split(phrase, maxsplit=1)[0])
    return found[1] if found and found[1].split()[-1] in words_of("establishments") else ""


def is_bystander(phrase: str) -> bool:
    """Whether a phrase without a name means one of many people, and none who holds a post.

    >>> [is_bystander(phrase) for phrase in ("her neighbour, a guard", "the witness", "the manager", "the mine")]
    [True, True, False, False]
    """
    found = _ONE.fullmatch(_HEAD_ENDS.split(phrase, maxsplit=1)[0])
    return found is not None and found[1] in _bystanders()


@cache
def _bystanders() -> frozenset[str]:
    people = words("persons", "roles") | words("occupations", "roles") | words("unnamed", "roles")
    return people - words_of("posts") - words_of("titles")
