"""Compares agents: which are the same under another spelling or an acronym, and of which nobody can be sure."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from difflib import SequenceMatcher
from itertools import combinations, pairwise

from sayso.read.bodies import is_generic, synonyms
from sayso.resolve.agents import Agent
from sayso.resolve.judgement import Judgement, Verdict, ordered
from sayso.resolve.spelling import numbers, sound, spelling

_NEAR_IN_TIME = 7  # days between two articles that may tell of one event
_CROWD = 40  # more bearers of one surname than this are not compared with one another
_ALIKE = 0.9
_LITTLE_WORDS = frozenset(["of", "for", "and", "the", "on", "de", "la", "du", "des"])
Named = tuple[Agent, str]


def judge(agents: Iterable[Agent]) -> list[Judgement]:
    """What the rules make of the agents, one judgement a pair at most: the first rule that has one.

    Only agents of one class are compared, whole names of at least two words, and never two whose numbers
    differ. The outcome is in the order of IRIs and does not depend on the order of the agents.

    >>> one = Agent("x:agent/ana-petrivskyy", "Person", ("Ana Petrivskyy",))
    >>> other = Agent("x:agent/ana-petrivsky", "Person", ("Ana Petrivsky",))
    >>> [j.reason for j in judge([one, other])]
    ['one name: the spellings differ in transliteration or marks alone']
    """
    everyone = sorted(agents, key=lambda agent: (agent.iri, agent.kind))
    shared = [agent for agent in everyone if not agent.bound]
    rules: tuple[Iterator[Judgement], ...] = (
        _elsewhere(shared),
        _spelt_alike(shared),
        _acronyms(shared),
        _sound_alike(shared),
        _nearly_alike(shared),
        _surnames(everyone),
    )
    found: dict[tuple[str, str], Judgement] = {}
    for judgement in (judgement for rule in rules for judgement in rule):
        found.setdefault(judgement.pair, judgement)
    return sorted(found.values())


def _elsewhere(agents: Sequence[Agent]) -> Iterator[Judgement]:
    """Two that are the same as one thing in another data set."""
    held: dict[tuple[str, str], dict[str, Named]] = defaultdict(dict)
    for agent in agents:
        for iri in agent.elsewhere:
            held[agent.kind, iri][agent.iri] = agent, agent.names[0]
    for (_, iri), group in sorted(held.items()):
        yield from _chain(group, 1.0, f"both are described as the same as {iri}")


def _spelt_alike(agents: Sequence[Agent]) -> Iterator[Judgement]:
    for group in _alike(agents, spelling):
        yield from _chain(group, 0.95, "one name: the spellings differ in transliteration or marks alone")


def _sound_alike(agents: Sequence[Agent]) -> Iterator[Judgement]:
    people = [agent for agent in agents if agent.kind.endswith("Person")]
    for group in _alike(people, sound, shortest=9):
        yield from _chain(group, 0.85, "one name under two systems of transliteration")


def _alike(agents: Iterable[Agent], key: Callable[[str], str], shortest: int = 1) -> Iterator[dict[str, Named]]:
    """The groups whose names come to one key; a name of one word, or one that many bodies have, comes to none."""
    held: dict[tuple[str, str], dict[str, Named]] = defaultdict(dict)
    for agent in agents:
        for name in agent.names:
            whole = "-" in spelling(name) and not (agent.kind.endswith("Organization") and is_generic(name))
            if whole and len(found := key(name)) >= shortest:
                held[agent.kind, found].setdefault(agent.iri, (agent, name))
    return (group for _, group in sorted(held.items()) if len(group) > 1)


def _chain(group: dict[str, Named], score: float, reason: str) -> Iterator[Judgement]:
    """Each is judged with the next one by IRI: enough to make them one."""
    for one, other in pairwise(sorted(group.values(), key=lambda named: named[0].iri)):
        if numbers(one[1]) == numbers(other[1]):
            yield _judgement(one, other, "same", score, reason)


def _judgement(one: Named, other: Named, verdict: Verdict, score: float, reason: str) -> Judgement:
    (left, left_value), (right, right_value) = ordered((one[0].iri, one[1]), (other[0].iri, other[1]))
    return Judgement(left, right, round(score, 2), reason, left_value, right_value, verdict)


def _acronyms(agents: Sequence[Agent]) -> Iterator[Judgement]:
    """A body under its acronym alone, and the one body that an article introduces with it, or that it abbreviates."""
    bodies = [agent for agent in agents if not agent.kind.endswith("Person")]
    short = [(agent, name) for agent in bodies for name in agent.names if _is_acronym(name) and len(agent.names) == 1]
    for agent, name in short:
        introduced = [(other, _longest(other)) for other in bodies if other is not agent and name in other.names]
        fitting = introduced or [
            (other, full) for other in bodies for full in other.names if len(name) > 2 and _initials(full) == name
        ]
        if len({other.iri for other, _ in fitting}) == 1 and fitting[0][0].iri != agent.iri:
            sure = bool(introduced)
            reason = (
                f"an article introduces {name!r} for it" if sure else "its initials, and nothing else has them here"
            )
            yield _judgement((agent, name), fitting[0], "same" if sure else "unsure", 0.9 if sure else 0.6, reason)


def _is_acronym(name: str) -> bool:
    return name.isupper() and name.isalpha() and 1 < len(name) <= 6


def _longest(agent: Agent) -> str:
    return max(agent.names, key=lambda name: (len(name), name))


def _initials(name: str) -> str:
    parts = [word for word in name.partition("(")[0].split() if word.casefold() not in _LITTLE_WORDS]
    return "".join(word[0] for word in parts).upper() if len(parts) > 1 else ""


def _nearly_alike(agents: Sequence[Agent]) -> Iterator[Judgement]:
    """People with one surname whose given names are an initial or nearly the same: a person must decide."""
    bearers: dict[str, list[Named]] = defaultdict(list)
    for agent in agents:
        if agent.kind.endswith("Person") and len(name := agent.names[0]) and " " in name:
            bearers[spelling(name.split()[-1])].append((agent, name))
    for group in (group for _, group in sorted(bearers.items()) if len(group) <= _CROWD):
        for one, other in ((a, b) for a, b in combinations(group, 2) if numbers(a[1]) == numbers(b[1])):
            first, second = (spelling(name).split("-")[0] for _, name in (one, other))
            if first[0] == second[0] and min(len(first), len(second)) == 1:
                yield _judgement(one, other, "unsure", 0.7, "one surname, and the initial fits the given name")
            elif (score := SequenceMatcher(None, sound(one[1]), sound(other[1])).ratio()) >= _ALIKE:
                yield _judgement(one, other, "unsure", score - 0.1, "one surname, and given names that resemble")


def _surnames(agents: Sequence[Agent]) -> Iterator[Judgement]:
    """A surname alone in one article, and a full name with that surname and role in another of the same days."""
    people = [agent for agent in agents if agent.kind.endswith("Person") and agent.roles]
    full: dict[str, list[Agent]] = defaultdict(list)
    for agent in people:
        if not agent.bound and " " in agent.names[0]:
            full[spelling(agent.names[0].split()[-1])].append(agent)
    for agent in (agent for agent in people if agent.bound and " " not in agent.names[0]):
        for other in full.get(spelling(agent.names[0]), ()):
            role = next((r for r in agent.roles if any(_one_role(r, s) for s in other.roles)), None)
            if role and _near_in_time(agent, other):
                reason = f"one surname, both called {role}, in articles at most {_NEAR_IN_TIME} days apart"
                yield _judgement((agent, agent.names[0]), (other, other.names[0]), "unsure", 0.75, reason)


def _one_role(one: str, other: str) -> bool:
    """Whether the head words of two roles may name one office."""
    return bool(synonyms(one.casefold().split()[-1]) & synonyms(other.casefold().split()[-1]))


def _near_in_time(one: Agent, other: Agent) -> bool:
    days = ((date.fromisoformat(a), date.fromisoformat(b)) for a in one.days for b in other.days)
    return any(abs((a - b).days) <= _NEAR_IN_TIME for a, b in days)
