"""Parts of what is counted: "12 of them", "four of the dead", and narrower ranges on one scope."""

import re

from sayso.audit.comparing.scope import Difference
from sayso.audit.telling import Telling
from sayso.audit.told.amounts import allowed, is_narrower, nominal, same_number, same_value

_OF = re.compile(r"^(?:[\w’'-]+[ -]){0,6}?[\w,.’'-]+ of (?:them|these|those|whom|the ([a-z]+))\b", re.IGNORECASE)
_TAIL = 20
_PARTS_OF = {
    "killed": ("dead", "killed", "victims", "deaths", "drowned", "fatalities"),
    "wounded": ("wounded", "injured", "hurt", "patients"),
    "casualties": ("casualties",),
    "missing": ("missing",),
    "infected": ("cases", "infected", "patients", "sick"),
    "arrested": ("arrested", "detained", "detainees"),
    "captured": ("captured", "prisoners", "captives"),
}


def counted_among(left: Telling, right: Telling, apart: list[Difference]) -> Telling | None:
    """The one that is counted among the other: its article says so, or its own words do ("four of the dead").

    Two totals are never parts of one another, whichever is the higher, and nothing is a part of what counts another
    event, place or time.
    """
    elsewhere = bool({d.side for d in apart} - {"kind", "population", "total"})
    for part, whole in ((left, right), (right, left)):
        if part.included_in and (part.included_in == whole.iri or _is_same_whole(part, whole)):
            return part
        if nominal(part) < nominal(whole) and part.unit == whole.unit and _names_whole(part, whole) and not elsewhere:
            return part
    return None


def told_as_part(left: Telling, right: Telling) -> bool:
    """Whether an article tells one as a part of the other, and does not say that others counted it."""
    linked = left.included_in == right.iri or right.included_in == left.iri
    return linked and "not stated" in (left.root.status, right.root.status)


def _is_same_whole(part: Telling, whole: Telling) -> bool:
    """Whether the number that a figure is a part of is told by the other; parts of the same are not one another's."""
    return part.whole == nominal(whole) and part.included_in != whole.included_in


def _names_whole(part: Telling, whole: Telling) -> bool:
    """Whether a figure says that it is of those whom the other counts, by what befell them or who they are."""
    start, end = part.span
    found = _OF.match(part.article.text[start : end + _TAIL] or part.words)
    if not found or _is_a_part(whole):
        return False
    nouns = {whole.population.noun, f"{whole.population.noun}s"} - {"", "s"}
    return found[1] in (*_PARTS_OF.get(whole.kind, ()), *(nouns if whole.kind in ("people", "other") else ()))


def _is_a_part(telling: Telling) -> bool:
    start, end = telling.span
    return (
        bool(telling.included_in) or _OF.match(telling.article.text[start : end + _TAIL] or telling.words) is not None
    )


def is_a_range(telling: Telling) -> bool:
    """Whether both ends are told: a number inside, on whatever day, makes it narrower and does not replace it."""
    return telling.low is not None and telling.high is not None and telling.low < telling.high


def narrows(left: Telling, right: Telling) -> bool:
    """Whether the second says more of one scope than the first and fits into it; a headline leaves bounds out."""
    if same_number(left, right) and (left.headline or right.headline):
        return False
    return not same_value(left, right) and is_narrower(allowed(right), allowed(left))


def inner_of(left: Telling, right: Telling, apart: list[Difference]) -> Telling | None:
    """The one that is a part of the other by all sides: officers of soldiers, a town of its province."""
    if {d.side for d in apart} - {"kind", "population", "place"}:
        return None
    relations = {d.relation for d in apart}
    pairs = {"narrower": (left, right), "wider": (right, left)}
    if len(relations) != 1 or not (pair := pairs.get(relations.pop())):
        return None
    part, whole = pair
    return part if allowed(part)[0] <= allowed(whole)[1] else None
