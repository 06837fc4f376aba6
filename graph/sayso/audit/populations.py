"""The population that a figure counts, from its words, and how two populations lie to each other."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

from sayso.audit.telling import Population

Relation = Literal["same", "narrower", "wider", "apart"]
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_PARTITIVE = re.compile(
    r"\bof (?:the|those|these|its|their)\s+(?:\w+\s+)?(dead|wounded|injured|killed|casualties|missing)"
)
_AMONG = re.compile(r"\W{0,2}(?:[\w ]{0,20}\s)?among (?:the |its )?([a-z]+)\b")
_IRREGULAR = {"people": "person", "men": "man", "women": "woman", "children": "child", "forces": "force"}


@cache
def _lexicon() -> tuple[dict[str, str], frozenset[str]]:
    data = tomllib.loads(files("sayso.audit").joinpath("populations.toml").read_text(encoding="utf-8"))
    return data["wider"], frozenset(data["alike"]["any"].split())


def population(words: str, counted: str, nations: Mapping[str, str], after: str = "") -> Population:
    """Who is counted, from the figure's words, the name of its group ("North Korean soldiers") and what follows.

    ``nations`` maps lower-case names and demonyms of states to one key each.

    >>> population("some 15,000 North Korean labourers", "North Korean labourers", {"north korean": "kp"})
    Population(noun='labourer', nations=frozenset({'kp'}), words='North Korean labourers', part=False)
    """
    text = f"{counted} {words}".casefold()
    named = _longest(text, nations)
    head = _head(counted)
    if any(head == singular(name.split()[-1]) for name, _ in named):  # "North Koreans" says nothing more of them
        head = ""
    among = _AMONG.match(after)
    noun = (singular(among[1].casefold()) if among else "") or head or _known(words)
    part = _PARTITIVE.search(words.casefold()) is not None
    told = f"among {among[1]}" if among else counted or noun
    return Population(noun, frozenset(key for _, key in named), told, part)


def relate(left: Population, right: Population) -> Relation:
    """How the first lies to the second; what is left out is taken to be the same.

    >>> relate(Population("officer"), Population("soldier")), relate(Population("man"), Population("troop"))
    ('narrower', 'same')
    """
    if left.nations and right.nations and not left.nations & right.nations:
        return "apart"
    if left.part != right.part:
        return "narrower" if left.part else "wider"
    _, anyone = _lexicon()
    one, other = left.noun, right.noun
    if one == other or not one or not other or one in anyone or other in anyone:
        return "same"
    above, below = _wider(one), _wider(other)
    if _is_force(one) and _is_force(other):
        return "same"
    if other in above or (_is_force(other) and "military" in above):
        return "narrower"
    return "wider" if one in below or (_is_force(one) and "military" in below) else "apart"


def singles_out(population: Population) -> bool:
    """Whether the noun picks a part that a reader would take note of: officers, children, civilians."""
    return population.noun == "civilian" or bool(
        {population.noun, *_wider(population.noun)} & {"officer", "child", "woman"}
    )


def _is_force(noun: str) -> bool:
    """Whether the press calls the members of an armed force as a whole by this noun."""
    return noun in ("soldier", "troop", "serviceman", "personnel", "fighter", "combatant", "force", "military", "army")


def _wider(noun: str) -> list[str]:
    wider, _ = _lexicon()
    chain = []
    while noun in wider and noun not in chain:
        noun = wider[noun]
        chain.append(noun)
    return chain


def _head(counted: str) -> str:
    words = _WORD.findall(counted.casefold())
    return singular(words[-1]) if words else ""


def _known(words: str) -> str:
    wider, _ = _lexicon()
    found = (singular(word) for word in _WORD.findall(words.casefold()))
    return next((noun for noun in found if noun in wider), "")


def singular(noun: str) -> str:
    """An English noun in the singular, as far as regular forms go.

    >>> singular("labourers"), singular("families"), singular("people"), singular("policemen")
    ('labourer', 'family', 'person', 'policeman')
    """
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("men"):
        return noun[:-2] + "an"
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "ches", "shes", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us")) else noun


def _longest(text: str, nations: Mapping[str, str]) -> list[tuple[str, str]]:
    """The nations named in a text, a longer name before the shorter one that it holds."""
    words = _WORD.findall(text)
    found, at = [], 0
    while at < len(words):
        for size in (4, 3, 2, 1):
            name = " ".join(words[at : at + size])
            key = nations.get(name) or nations.get(singular(name))
            if len(words[at : at + size]) == size and key:
                found.append((name, key))
                at += size - 1
                break
        at += 1
    return found
