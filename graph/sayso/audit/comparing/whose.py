"""How the populations of two figures lie to each other: who is counted, whose people they are, and of which state."""

from dataclasses import replace
from typing import Literal

from sayso.audit.telling import Population, Telling
from sayso.audit.told.placing import tokens
from sayso.audit.told.populations import Relation, fights, is_of_a_state, relate, singles_out
from sayso.audit.told.sides import KINDS as SIDED
from sayso.audit.told.topics import doing, of_kind
from sayso.audit.wording import first, table

Side = Literal["narrower", "wider"]


def lie_in_population(left: Telling, right: Telling) -> Literal["narrower", "wider", "apart"] | None:
    """How the people or things of the first figure lie to those of the second; None where they are the same."""
    if _are_of_one_state(left, right) or _does(left, right) or _does(right, left):
        return None
    if _are_two_bodies(left, right) or _is_of_others(left, right) or _is_of_others(right, left):
        return "apart"
    counted = [_without_kind(telling) for telling in (left, right)]
    relation: Relation = relate(*counted)
    if relation != "same":
        return relation
    bodies = _bodies(left, right) if left.root.key != right.root.key else None
    return _shares(left, right) or bodies or _sorts(left, right, *counted)


def _does(one: Telling, other: Telling) -> bool:
    """Whether the noun of the one tells what is said of the other: deserters, soldiers who deserted."""
    return bool(doing(one.population.noun) & (other.topic | of_kind(other.kind)))


def _shares(left: Telling, right: Telling) -> Side | None:
    """A share among one group and a share of all."""
    groups = [t.population.words.startswith("among ") for t in (left, right)]
    if left.unit != "percent" or groups[0] == groups[1]:
        return None
    return "narrower" if groups[0] else "wider"


def _sorts(left: Telling, right: Telling, one: Population, other: Population) -> Side | None:
    """People of a sort that a reader takes note of, and people of any sort."""
    if one.noun == other.noun and one.noun:
        return None
    stands_out = singles_out(one)
    if stands_out == singles_out(other) or _are_same_fighters(left, right):
        return None
    return "narrower" if stands_out else "wider"


def _are_of_one_state(left: Telling, right: Telling) -> bool:
    """Whether one counts the citizens of a state and the other people of it by what they do."""
    if not any(is_of_a_state(t.population.noun) for t in (left, right)):
        return False
    one, other = (_states(t) for t in (left, right))
    return bool(one & other)


def _states(telling: Telling) -> frozenset[str]:
    """The first letters of the names of the states whose people are counted; those of whoever counts its own."""
    told = frozenset(nation.rpartition(":")[2] for nation in telling.population.nations)
    return told | tokens(telling.root.name) if telling.population.owned else told


def _is_of_others(own: Telling, other: Telling) -> bool:
    """Whether a root counts its own in the one, and in the other those of a name that it has not."""
    if own.root.key != other.root.key:
        return False
    told = {nation.rpartition(":")[2] for nation in other.population.nations}
    return own.population.owned and bool(told) and not other.population.owned and not told & tokens(own.root.name)


def _are_two_bodies(left: Telling, right: Telling) -> bool:
    """Whether two named roots speak, each of its own: "its soldiers", "its soldiers"."""
    if not (left.population.owned or right.population.owned):
        return False
    shared = left.population.nations & right.population.nations
    if shared or not (_tells_of_its_own(left) and _tells_of_its_own(right)):
        return False
    return left.root.status == right.root.status == "named" and left.root.key != right.root.key


def _tells_of_its_own(telling: Telling) -> bool:
    """Whether a root counts its own people: "its soldiers", or those of the name that it has itself."""
    told = {nation.rpartition(":")[2] for nation in telling.population.nations}
    return telling.population.owned or bool(told & tokens(telling.root.name))


def _bodies(left: Telling, right: Telling) -> Side | None:
    """How bodies that one root received or identified lie to the dead that another counts."""
    one, other = (t.population.noun == "body handled" for t in (left, right))
    both = all(first("of_bodies", t.words) or first("handled", t.sentence_text) for t in (left, right))
    return None if one == other or both else "narrower" if one else "wider"


def _are_same_fighters(left: Telling, right: Telling) -> bool:
    """Whether fighters may be those whom the other calls men, or by one root members or people."""
    counted = (left.population, right.population)
    if not any(fights(one.noun) for one in counted):
        return False
    return left.root.key == right.root.key or any(one.noun == "man" for one in counted)


def _without_kind(telling: Telling) -> Population:
    """The population, without a noun that says no more than its kind."""
    known = table("kind_nouns").get(telling.kind, "").split()
    says_more = telling.population.noun not in known
    return telling.population if says_more else replace(telling.population, noun="", rare=False)


def is_disputed(left: Telling, right: Telling) -> bool:
    """Whether parties give numbers of it that lie far apart: what a side lost in a fight, how many marched."""
    if left.kind != right.kind:
        return False
    counted = (left.population, right.population)
    of_a_side = any(fights(c.noun) or c.owned or c.nations for c in counted)
    return left.kind == "protesters" or (left.kind in SIDED and of_a_side)
