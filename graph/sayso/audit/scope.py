"""The scope of a figure: event, kind, population, place, period and whether it is a total; how two scopes lie."""

from dataclasses import dataclass
from typing import Literal

from sayso.audit.amounts import same_number
from sayso.audit.dates import days, gap
from sayso.audit.offices import seat
from sayso.audit.populations import relate as relate_populations
from sayso.audit.populations import singles_out
from sayso.audit.telling import Period, Telling
from sayso.namespaces import slug

_LONG_PAST = 180
_NO_KIND = "people"
Relation = Literal["same", "narrower", "wider", "apart", "unknown"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One side of the scope on which two figures differ: how the first lies to the second, and both values."""

    side: str
    relation: Relation
    left: str
    right: str


def differences(left: Telling, right: Telling) -> list[Difference]:
    """The sides of the scope on which two figures differ; none where they count the same.

    What a text leaves out goes without saying from its article and makes no difference.
    """
    found = []
    if left.event != right.event:
        found.append(Difference("event", "apart", left.article.title, right.article.title))
    elif left.occurrence != right.occurrence and not _one_telling_day(left, right):
        found.append(Difference("event", "apart", left.occurrence or "the first", right.occurrence or "the first"))
    if left.unit != right.unit:
        found.append(Difference("unit", "apart", left.unit, right.unit))
    found += _kind(left, right)
    found += _population(left, right)
    found += _place(left, right)
    found += _period(left, right)
    if left.additional != right.additional:
        values = ("an addition", "a total") if left.additional else ("a total", "an addition")
        found.append(Difference("total", "apart", *values))
    return found


def _one_telling_day(left: Telling, right: Telling) -> bool:
    least, most = gap(left.told_on, right.told_on)
    return least <= 0 <= most


def _kind(left: Telling, right: Telling) -> list[Difference]:
    if left.kind == right.kind or _may_be_one_kind(left, right):
        return []
    relation: Relation = "apart"
    if right.kind in left.kinds:
        relation = "narrower"
    elif left.kind in right.kinds:
        relation = "wider"
    return [Difference("kind", relation, left.kind, right.kind)]


def _may_be_one_kind(left: Telling, right: Telling) -> bool:
    """Whether one says only that people were counted, and its sentence may be about what befell those of the other."""
    if _NO_KIND not in (left.kind, right.kind) or left.unit != right.unit:
        return False
    return same_number(left, right) or len(left.subject & right.subject) > 1


def _population(left: Telling, right: Telling) -> list[Difference]:
    relation: Relation = relate_populations(left.population, right.population)
    if left.unit == right.unit == "percent" and relation == "same":
        groups = [t.population.words.startswith("among ") for t in (left, right)]
        if groups[0] != groups[1]:
            return [Difference("population", "narrower" if groups[0] else "wider", _counted(left), _counted(right))]
    if relation == "same":
        one, other = singles_out(left.population), singles_out(right.population)
        if one == other:
            return []
        relation = "narrower" if one else "wider"
    return [Difference("population", relation, _counted(left), _counted(right))]


def _counted(telling: Telling) -> str:
    return telling.population.words or f"all {telling.kind}"


def _place(left: Telling, right: Telling) -> list[Difference]:
    if left.reach and right.reach and left.reach != right.reach:
        return [Difference("place", "apart", left.place_name or left.reach, right.place_name or right.reach)]
    if wide := _nation_and_place(left, right):
        return [Difference("place", wide, _where(left), _where(right))]
    if left.unit == right.unit == "percent" and bool(left.reach) != bool(right.reach):
        inner = (left if left.reach else right).reach != "nation"  # a share with no place is that of the whole
        if inner:
            relation_: Relation = "narrower" if left.reach else "wider"
            return [Difference("place", relation_, _where(left), _where(right))]
    one, other = place_of(left), place_of(right)
    if not one or not other or _same_name(one, other):
        return []
    relation: Relation = "apart"
    if right.place in left.wholes:
        relation = "narrower"
    elif left.place in right.wholes:
        relation = "wider"
    return [Difference("place", relation, one, other)]


def place_of(telling: Telling) -> str:
    """The place that is told, or the town that the name of the local body tells which speaks."""
    return telling.place_name or seat(telling.root.key, telling.root.name)


def _nation_and_place(left: Telling, right: Telling) -> Relation | None:
    """How a count for the whole country lies to one of a place, which its own article may have told before."""
    for one, other, relation in ((left, right, "wider"), (right, left, "narrower")):
        if one.reach == "nation" and not other.reach and (other.place_name or other.scene):
            return relation  # type: ignore[return-value]
    return None


def _where(telling: Telling) -> str:
    return telling.place_name or telling.reach or telling.scene or "the whole"


def _same_name(left: str, right: str) -> bool:
    one, other = (set(slug(name).split("-")) - {"the", "its", "all", "their"} for name in (left, right))
    return bool(one & other)


def _period(left: Telling, right: Telling) -> list[Difference]:
    one, other = left.period, right.period
    told = (_told(left), _told(right))
    if bool(one.window) != bool(other.window):
        return [Difference("period", "narrower" if one.window else "wider", *told)]
    if one.window and one.window.casefold() != other.window.casefold():
        return [Difference("period", "apart", *told)]
    if _end_apart(one, other):
        return [Difference("period", "apart", *told)]
    ends = ((one.since, other.since), (one.until, other.until), (one.as_of, other.as_of))
    if any(a and b and _differ(a, b) for a, b in ends) or _is_long_past(left) != _is_long_past(right):
        return [Difference("period", "apart", *told)]
    return []


def _end_apart(one: Period, other: Period) -> bool:
    """Whether two periods without a beginning have other last days: "by the end of June", "by the end of the year"."""
    ends = [days(period.until) for period in (one, other) if period.until and not period.since]
    return len(ends) == 2 and None not in ends and ends[0][1] != ends[1][1]  # type: ignore[index]


def _is_long_past(telling: Telling) -> bool:
    """Whether the figure is of a time that had ended long before its article: an older event, told beside this one."""
    ended = telling.period.until or telling.period.as_of
    return bool(ended) and gap(ended, telling.article.published)[0] > _LONG_PAST


def _differ(left: str, right: str) -> bool:
    """Whether two dates cannot be the same day."""
    least, most = gap(left, right)
    return least > 0 or most < 0


def _told(telling: Telling) -> str:
    period = telling.period
    if period.window:
        return period.window
    bounds = "–".join(dict.fromkeys(end for end in (period.since, period.until) if end))
    return bounds or (f"as of {period.as_of}" if period.as_of else "the whole time")
