"""Compares names: two spellings that differ in script marks, hyphens or transliteration alone are one name."""

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from sayso.namespaces import slug
from sayso.resolve.agents import Agent
from sayso.resolve.judgement import Judgement

_TRANSLITERATION = ((re.compile(r"(?:iy|yy|ii|ij|yi)\b"), "y"), (re.compile(r"\bthe-"), ""))
_SCORE = 0.95


def judge(agents: Iterable[Agent]) -> list[Judgement]:
    """Judgements that agents are the same, in the order of their IRIs.

    Only whole names of at least two words are compared, within one class, so that neither a bare
    surname nor a number ("72nd", "73rd") is ever fused.

    >>> one = Agent("x:agent/ana-petrivskyy", "Person", ("Ana Petrivskyy",))
    >>> other = Agent("x:agent/ana-petrivsky", "Person", ("Ana Petrivsky",))
    >>> [j.reason for j in judge([one, other])]
    ["'Ana Petrivsky' and 'Ana Petrivskyy' are one name: they differ in transliteration or marks alone"]
    """
    alike: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for agent in agents:
        for name in agent.names:
            if "-" in (key := _spelling(name)):
                alike[agent.kind, key].setdefault(agent.iri, name)
    judgements = {_same(first, second) for group in alike.values() for first, second in pairwise(sorted(group.items()))}
    return sorted(judgements)


def _spelling(name: str) -> str:
    """What stays of a name when spelling habits are taken away."""
    key = slug(name)
    for pattern, plain in _TRANSLITERATION:
        key = pattern.sub(plain, key)
    return key


def _same(first: tuple[str, str], second: tuple[str, str]) -> Judgement:
    (left, left_name), (right, right_name) = first, second
    reason = f"{left_name!r} and {right_name!r} are one name: they differ in transliteration or marks alone"
    return Judgement(left, right, _SCORE, reason, left_name, right_name)
