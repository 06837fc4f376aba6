"""The population that a figure counts, from its words, and how two populations lie to each other."""

import re
import tomllib
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from sayso.audit.telling import Population, Source
from sayso.audit.wording import words as listed

Relation = Literal["same", "narrower", "wider", "apart"]
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_PARTITIVE = re.compile(
    r"\bof (?:the|those|these|its|their)\s+(?:\w+\s+)?(dead|wounded|injured|killed|casualties|missing)"
)
_AMONG = re.compile(
    r"\s?(?:[a-z]+\s){0,3}among (?:the |its |their )?(?!the\b|its\b|their\b|those\b|them\b|at\b)([a-z]+)\b"
)
_NUMBER_OF = re.compile(r"\b(?:number|count|toll|tally|total|share|percentage)s? of ([^,;:]+)", re.IGNORECASE)
_OWN_BEHIND = re.compile(r"\s?(?:[a-z]+\s){0,2}(?:of|among) (?:its|their|his|her) ")
_OWN = re.compile(r"\b(?:of|among) (?:its|their|his|her) (?:own )?[a-z]")
_NOUN_WITHIN, _SHORTEST = 3, 3
_MANY = 3
_LETTERS = 5
_LEADS = re.compile(r"(?:among|of|in|at|from|with)\b", re.IGNORECASE)
_DEMONYM = re.compile(r"(?:[ae]ns?|is?|ish|ese)$")
_UNLISTED = "people:"
_BEHIND_NOUN = re.compile(r"(?<=\w) (?:off|of|in|at|from|on|for|with|to|by|near|under|over|across|along)\b")
_NO_NOUN = frozenset(
    (
        "a",
        "an",
        "the",
        "it",
        "its",
        "they",
        "them",
        "their",
        "his",
        "her",
        "this",
        "that",
        "these",
        "those",
        "which",
        "who",
    )
)
_IRREGULAR = {"people": "person", "men": "man", "women": "woman", "children": "child", "forces": "force"}


@cache
def _data() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("sayso.audit.told").joinpath("populations.toml").read_text(encoding="utf-8"))


@cache
def _lexicon() -> tuple[dict[str, str], frozenset[str]]:
    return _data()["wider"], _facet("any")


def population(words: str, counted: str, nations: Mapping[str, str], after: str = "") -> Population:
    """Who is counted, from the figure's words, the name of its group ("North Korean soldiers") and what follows.

    ``nations`` maps lower-case names and demonyms of states to one key each.

    >>> told = population("some 15,000 North Korean labourers", "North Korean labourers", {"north korean": "kp"})
    >>> told.noun, sorted(told.nations)
    ('labourer', ['kp'])
    """
    text = f"{counted} {words}".casefold()
    named = _longest(text, nations)
    head = "" if _LEADS.match(counted) or len(counted) < _SHORTEST else _head(counted)
    if any(head == singular(name.split()[-1]) for name, _ in named) or _is_people(counted):
        head = ""  # "North Koreans" says nothing more of them
    nations_of = {key for _, key in named} or _peoples(counted)
    among = _AMONG.match(after) if not head or head in _lexicon()[1] else None
    if among and singular(among[1]) not in _lexicon()[0]:
        among = None
    noun = (singular(among[1]) if among else "") or head or _known(words)
    part = _PARTITIVE.search(words.casefold()) is not None
    told = f"among {among[1]}" if among else "" if _LEADS.match(counted) else counted or noun
    owned = bool(noun) and bool(_OWN.search(words.casefold()) or _OWN_BEHIND.match(after))
    return Population(noun, frozenset(nations_of), told, part, owned)


def is_of_bodies(printed: str, clause: str) -> bool:
    """Whether a figure counts bodies with which something was done, and not the dead.

    >>> is_of_bodies("16 bodies", "it had identified 16 bodies"), is_of_bodies("16 bodies", "16 bodies so far")
    (True, False)
    """
    done = listed("bodies") & set(_WORD.findall(clause.casefold()))
    return bool(done) and any(singular(word) in ("body", "corpse") for word in _WORD.findall(printed.casefold()))


def _is_people(counted: str) -> bool:
    """Whether the group is called by its people alone: the last word is printed with a capital, in the plural."""
    last = counted.split()[-1:]
    return bool(last) and last[0][:1].isupper() and last[0].endswith("s")


def _peoples(counted: str) -> set[str]:
    """What tells peoples apart that no list knows: the first letters of names, which nouns and adjectives share."""
    named = (word for word in _WORD.findall(counted) if word[0].isupper() and _DEMONYM.search(word))
    return {key for word in named if singular(word.casefold()) not in _lexicon()[0] for key in people_of(word)}


def people_of(name: str) -> frozenset[str]:
    """What tells the people of a name that no list knows from others: its first letters, which adjectives share.

    >>> people_of("Velmoran") == people_of("Velmora"), people_of("The")
    (True, frozenset())
    """
    words = [word for word in _WORD.findall(name) if len(word) > _SHORTEST]
    return frozenset(f"{_UNLISTED}{word[:_LETTERS].casefold()}" for word in words[-1:])


def noun_before(lead: str) -> str:
    """The noun that a clause names before its number: civilians of "the number of civilians killed rose to 51".

    >>> noun_before("The number of civilians killed in the strike has gone up to "), noun_before("The toll rose to ")
    ('civilian', '')
    """
    found = _NUMBER_OF.search(lead)
    wider, (_, anyone) = _lexicon()[0], _lexicon()
    near = [w for w in _WORD.findall(found[1].casefold()) if w not in _NO_NOUN][:_NOUN_WITHIN] if found else []
    nouns = [(word, singular(word)) for word in near]
    return next((noun for word, noun in nouns if noun in wider or noun in anyone or word.endswith("s")), "")


def relate(left: Population, right: Population) -> Relation:
    """How the first lies to the second; what is left out is taken to be the same.

    >>> relate(Population("officer"), Population("soldier")), relate(Population("man"), Population("troop"))
    ('narrower', 'same')
    """
    if _are_two_peoples(left, right):
        return "apart"
    if left.part != right.part:
        return "narrower" if left.part else "wider"
    _, anyone = _lexicon()
    left, right = _plain(left), _plain(right)
    one, other = left.noun, right.noun
    if one == other or not one or not other:
        return "same"
    if _is_household(one) != _is_household(other):
        return "same" if {one, other} == {"household", "house"} else "apart"  # a family is several people
    if one in anyone or other in anyone or "body handled" in (one, other):
        return "same"
    return _relate_nouns(left, right)


def _are_two_peoples(left: Population, right: Population) -> bool:
    """Whether both tell a people and no one in common; a state and a name that no list knows are not set against."""
    for unlisted in (False, True):
        one, other = ({n for n in p.nations if n.startswith(_UNLISTED) == unlisted} for p in (left, right))
        if one and other and not left.nations & right.nations:
            return True
    return False


def _relate_nouns(left: Population, right: Population) -> Relation:
    one, other = left.noun, right.noun
    above, below = _wider(one), _wider(other)
    if (is_soldier(one) and is_soldier(other)) or (_is_fighter(one) and _is_fighter(other)):
        return "same"
    if (is_soldier(one) and _is_fighter(other)) or (_is_fighter(one) and is_soldier(other)):
        return "same" if left.nations & right.nations else "apart"  # an army and those whom it fights
    facets = {
        ("sex_or_age" if noun in _facet("sex_or_age") else "does" if noun in _facet("does") else "")
        for noun in (one, other)
    }
    if facets == {"sex_or_age", "does"}:
        return "same"
    if other in above or (is_soldier(other) and "military" in above):
        return "narrower"
    if one in below or (is_soldier(one) and "military" in below):
        return "wider"
    return "same" if _goes_on(left.words, right.words) or _goes_on(right.words, left.words) else "apart"


def _plain(population: Population) -> Population:
    """The population under the noun that stands for all of its meaning."""
    noun = _data()["synonyms"].get(population.noun)
    return population if noun is None else replace(population, noun=noun)


@cache
def _facet(name: str) -> frozenset[str]:
    return frozenset(_data()["alike"][name].split())


def _goes_on(short: str, long: str) -> bool:
    """Whether the one phrase is the other with words behind it: waste, waste poured."""
    return bool(short) and long.casefold().startswith(f"{short.casefold()} ")


def singles_out(population: Population) -> bool:
    """Whether a reader would take note of the noun: officers, children, a body's own, people whom no other names."""
    if population.rare:
        return True
    noun = _plain(population).noun
    told_apart = not fights(noun) and not is_anyone(noun) and noun not in _facet("lives_there")
    if population.owned and noun and told_apart:
        return True
    if is_of_a_state(noun) and (population.nations or noun == "foreigner"):
        return True
    return bool({noun, *_wider(noun)} & {"officer", "child", "woman"})


def with_rare(populations: Iterable[Population], articles: Collection[Source]) -> list[Population]:
    """The populations of an event, those marked rare whose noun or next wider noun one article alone prints.

    Of two articles neither can be said to be the odd one; fighters, those who live there and words for
    anybody are never rare.
    """
    printed = Counter(noun for article in articles for noun in nouns_of(article.text))

    def is_rare(population: Population) -> bool:
        noun = population.noun
        if len(articles) < _MANY or not is_known(noun) or fights(noun) or noun in _facet("lives_there"):
            return False
        kin = {noun, *_wider(noun)} - {"person", "civilian", "thing"}
        return max((printed[n] for n in kin), default=_MANY) <= 1

    return [replace(population, rare=is_rare(population)) for population in populations]


@lru_cache(maxsize=1024)
def nouns_of(text: str) -> frozenset[str]:
    """All words of a text in the singular, which the nouns in it are among."""
    return frozenset(singular(word) for word in _WORD.findall(text.casefold()))


def _is_household(noun: str) -> bool:
    return noun == "household" or "household" in _wider(noun)


def fights(noun: str) -> bool:
    """Whether the noun is for members of an army, or for others who fight."""
    return is_soldier(noun) or _is_fighter(noun)


def is_bystander(noun: str) -> bool:
    """Whether the noun is for people at large: people, civilians, villagers, children."""
    return noun == "person" or "civilian" in (noun, *_wider(noun))


def is_soldier(noun: str) -> bool:
    """Whether the press calls the members of an army as a whole by this noun."""
    return noun in ("soldier", "troop", "serviceman", "personnel", "force", "military", "army")


def _is_fighter(noun: str) -> bool:
    """Whether the noun is for those who fight in no army."""
    return noun == "combatant" or "combatant" in _wider(noun)


def _wider(noun: str) -> list[str]:
    wider, _ = _lexicon()
    chain = []
    while noun in wider and noun not in chain:
        noun = wider[noun]
        chain.append(noun)
    return chain


def _head(counted: str) -> str:
    words = _WORD.findall(_BEHIND_NOUN.split(counted, maxsplit=1)[0].casefold())
    return singular(words[-1]) if words and words[-1] not in _NO_NOUN else ""


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


def is_anyone(noun: str) -> bool:
    """Whether a noun in the singular says nothing of who it was: person, victim, member."""
    return noun in _lexicon()[1]


def is_of_a_state(noun: str) -> bool:
    """Whether a noun in the singular says no more than that a person belongs to a state: citizen, national."""
    return noun in _facet("of_a_state")


def is_known(noun: str) -> bool:
    """Whether a noun in the singular is one of those for people that can be set against one another."""
    wider, anyone = _lexicon()
    return noun in wider and noun not in anyone


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
