"""How the scopes of two figures lie to each other, side by side: event, kind, population, place, period, total.

Each side is the same, differs, or is open, where a text does not say enough. What a text leaves out and what goes
without saying from its article (the same battle, the town that all of it is about) is the same.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sayso.audit.comparing.places import lie_in_place, place_told, ward_told
from sayso.audit.comparing.said import counts_one_thing, says_its_kind, tells_again
from sayso.audit.comparing.whose import lie_in_population
from sayso.audit.telling import Telling
from sayso.audit.told.amounts import nominal, same_number
from sayso.audit.told.dates import may_be_within
from sayso.audit.told.periods import lie_in_time, period_told
from sayso.audit.told.placing import names_printed
from sayso.audit.told.populations import fights, is_anyone, is_known, singles_out
from sayso.audit.told.topics import doing, may_mean, of_kind, of_one_kind, stem
from sayso.audit.wording import first, words

_FRAME = 2
_NEAR, _DOUBLE, _DAYS = 1.5, 2, 3
_INSURED = stem("insured")
_ITS_PLACE = re.compile(r" (?:in|at|from|near) (?:the )?(?:[a-z]+ of )?[A-Z]")
Relation = Literal["narrower", "wider", "apart", "open"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One side of the scope on which two figures differ, or that is open; how the first lies to the second."""

    side: str
    relation: Relation
    left: str
    right: str


def differences(left: Telling, right: Telling) -> list[Difference]:
    """The sides of the scope on which two figures differ or that are open; none where they count the same."""
    sides = (_event, _unit, _kind, _population, _insured, _place, _period, _total)
    return [found for side in sides for found in side(left, right)]


def _event(left: Telling, right: Telling) -> Iterator[Difference]:
    if left.event != right.event:
        yield Difference("event", "apart", left.article.title, right.article.title)
    elif bool(left.recalled) != bool(right.recalled):
        yield Difference("event", "apart", left.recalled or "the event", right.recalled or "the event")
    elif left.occurrence != right.occurrence and not _one_telling_day(left, right):
        yield Difference("event", "apart", left.occurrence or "the first", right.occurrence or "the first")


def _one_telling_day(left: Telling, right: Telling) -> bool:
    return may_be_within(left.told_on, right.told_on)


def _unit(left: Telling, right: Telling) -> Iterator[Difference]:
    """Things of other measures; people against things that people live, work or learn in are another population."""
    if left.unit != right.unit and not counts_one_thing(left, right):
        side = "population" if {left.unit, right.unit} == {"person", "item"} else "unit"
        yield Difference(side, "apart", _counted(left), _counted(right))


def _kind(left: Telling, right: Telling) -> Iterator[Difference]:
    """What befell those counted: by the kind, or where one has none of its own, by what the clauses say."""
    vague = [telling.kind in words("vague_kinds") for telling in (left, right)]
    if not any(vague):
        one_fate = left.kind == right.kind or _is_one_fate(left, right) or _is_of_another(left, right)
        if not one_fate and not _are_one_part(left, right):
            relation: Relation = "narrower" if right.kind in left.kinds else "apart"
            yield Difference("kind", "wider" if left.kind in right.kinds else relation, left.kind, right.kind)
        yield from _are_still_treated(left, right)
    elif left.kind == right.kind == "money" and len({_INSURED in t.topic for t in (left, right)}) > 1:
        yield Difference("population", "apart", _said(left), _said(right))
    elif _are_rival_sums(left, right):
        return
    elif not (left.topic and right.topic) and not _said_of(left) & _said_of(right):
        named = left.root.status == right.root.status == "named" and left.article.text and right.article.text
        if all(vague) and not named and not _are_rival_counts(left, right):
            yield Difference("population", "open", _counted(left), _counted(right))
    elif not _said_of(left) & _said_of(right) and not of_one_kind(left, right):
        rivals = all(vague) and _are_rival_counts(left, right)
        if not rivals and not _is_measure_of_one(left, right) and not _is_paraphrase(left, right):
            yield Difference("kind", "apart", _said(left), _said(right))
    elif all(vague) and (swapped := _swapped(left, right)):
        yield Difference("population", "apart", *swapped)


def _are_still_treated(left: Telling, right: Telling) -> Iterator[Difference]:
    """All who were hurt, and those of them who are in hospital still."""
    still = [bool(first("in_hospital", t.sentence_text)) for t in (left, right)]
    if left.kind == right.kind == "wounded" and still[0] != still[1]:
        yield Difference(
            "kind", "narrower" if still[0] else "wider", *("in hospital" if s else "wounded" for s in still)
        )


def _is_one_fate(left: Telling, right: Telling) -> bool:
    """Whether one root tells of the same people in two words for being away: the girls missing, in captivity."""
    noun = left.population.noun
    if noun == right.population.noun == "survivor":
        return True
    if {left.kind, right.kind} == {"displaced", "evacuated"} and same_number(left, right):
        return left.root.key == right.root.key
    fates = {left.kind, right.kind} <= words("away") and noun == right.population.noun and is_known(noun)
    return fates and left.root.key == right.root.key and not fights(noun)


def _is_of_another(left: Telling, right: Telling) -> bool:
    """Whether one root gives one number for one thing, and one clause has its kind from what stands around it."""
    return tells_again(left, right) and not all(
        telling.included_in or says_its_kind(telling) for telling in (left, right)
    )


def _said_of(telling: Telling) -> frozenset[str]:
    """The stems of what is said of those counted, by their kind and in other words as well."""
    return telling.topic | telling.other_words | of_kind(telling.kind) | doing(telling.population.noun)


def _are_one_part(left: Telling, right: Telling) -> bool:
    """Whether both are the same number of the same whole, by one root, and tell it by whom it counts."""
    of_one = left.whole is not None and left.whole == right.whole
    by_whom = left.population.noun != right.population.noun or {left.kind, right.kind} & words("vague_kinds")
    return of_one and bool(by_whom) and same_number(left, right) and left.root.key == right.root.key


def _is_measure_of_one(left: Telling, right: Telling) -> bool:
    """Whether both measure one thing, or count it in the same noun and one takes its topic over from before."""
    one, other = left.population.noun, right.population.noun
    same = one == other or "" in (one, other) or stem(one or " ") in right.topic or stem(other or " ") in left.topic
    return left.unit not in ("person", "item", "percent") and "money" not in (left.kind, right.kind) and same


def _are_rival_sums(left: Telling, right: Telling) -> bool:
    """Whether two sums of money of one event lie so near each other that they are two estimates of one thing."""
    low, high = sorted((nominal(left), nominal(right)))
    return left.kind == right.kind == "money" and left.unit == right.unit and low < high <= low * _NEAR


def _are_rival_counts(left: Telling, right: Telling) -> bool:
    """Whether two numbers of one noun lie so near each other that other words hardly tell of other things."""
    if left.article.iri == right.article.iri and left.root.key == right.root.key:
        return False
    low, high = sorted((nominal(left), nominal(right)))
    noun = left.population.noun
    return noun == right.population.noun != "" and not is_anyone(noun) and 0 < high <= low * _DOUBLE


def _is_paraphrase(left: Telling, right: Telling) -> bool:
    """Whether one root gave one number in two articles of one day, or of the same noun within days.

    It tells then of one thing in other words.
    """
    says_nothing = not (left.own_topic and right.own_topic)
    of_one_noun = "" not in (left.population.noun, right.population.noun) and lie_in_population(left, right) is None
    of_one_noun = of_one_noun and may_mean(left, right) and may_mean(right, left)
    soon = of_one_noun and may_be_within(left.told_on, right.told_on, _DAYS)
    return (
        tells_again(left, right) and left.unit == right.unit and (says_nothing or soon or _one_telling_day(left, right))
    )


def _said(telling: Telling) -> str:
    return telling.kind if telling.kind not in words("vague_kinds") else " ".join(sorted(telling.topic))


def _swapped(left: Telling, right: Telling) -> tuple[str, str] | None:
    """The one word in which two clauses of the same number differ, where all else in them is the same."""
    names = {stem(name) for telling in (left, right) for name in names_printed(telling.article)}
    one, other = left.topic - right.topic - names, right.topic - left.topic - names
    if len(one) == len(other) == 1 and len(left.topic & right.topic) >= _FRAME and same_number(left, right):
        return next(iter(one)), next(iter(other))
    return None


def _population(left: Telling, right: Telling) -> Iterator[Difference]:
    relation = lie_in_population(left, right) if left.unit == right.unit else None
    if relation and not counts_one_thing(left, right):
        yield Difference("population", relation, _counted(left), _counted(right))


def _insured(left: Telling, right: Telling) -> Iterator[Difference]:
    """What is insured, as insurers count it, against all losses of another root."""
    told = (f"{t.root.name} {t.sentence_text}" for t in (left, right))
    one, other = (bool(first("insured", printed)) for printed in told)
    if one != other and left.root.key != right.root.key and (left.kind == "money" or left.unit == "item"):
        told_as = ["what is insured" if insured else "all" for insured in (one, other)]
        yield Difference("population", "narrower" if one else "wider", *told_as)


def _counted(telling: Telling) -> str:
    return telling.population.words or f"all {telling.kind}"


def _place(left: Telling, right: Telling) -> Iterator[Difference]:
    if relation := lie_in_place(left, right):
        yield Difference("place", relation, place_told(left), place_told(right))
    elif left.root.key != right.root.key and not same_number(left, right):
        wards = [ward_told(t) for t in (left, right)]
        if bool(wards[0]) != bool(wards[1]):
            yield Difference("place", "narrower" if wards[0] else "wider", *(ward or "the whole" for ward in wards))


def _period(left: Telling, right: Telling) -> Iterator[Difference]:
    if relation := lie_in_time(left, right):
        yield Difference("period", relation, period_told(left), period_told(right))


def _total(left: Telling, right: Telling) -> Iterator[Difference]:
    if left.additional != right.additional:
        told = ["an addition" if telling.additional else "a total" for telling in (left, right)]
        yield Difference("total", "apart", *told)
    elif _is_bare_part(left, right) != _is_bare_part(right, left) and left.root.key != right.root.key:
        told = ["a part" if telling.included_in else "a total" for telling in (left, right)]
        yield Difference("total", "apart", *told)


def _is_bare_part(telling: Telling, other: Telling) -> bool:
    """Whether the figure is a part of another of its article, by nothing that could be asked of others as well.

    Of farmers killed others tell as well: "26 of the dead were farmers", "71 farmers were killed".
    """
    if telling.set_apart and telling.population.noun == other.population.noun:
        return False
    placed = _ITS_PLACE.match(telling.article.text, telling.span[1])
    return bool(telling.included_in) and not placed and not singles_out(telling.population)
