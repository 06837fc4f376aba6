"""What a relay changed of the figure that it passes on: number, bound, population, place, date, hedge or source."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.audit.comparing.occasions import (
    DAYS_OF_AN_OCCASION,
    cites,
    counts_longer,
    is_newer,
    one_day,
    tell_another_alike,
)
from sayso.audit.comparing.replacing import where_otherwise
from sayso.audit.comparing.retelling import when_otherwise, whom_otherwise
from sayso.audit.comparing.said import what_is_said
from sayso.audit.comparing.scope import Difference
from sayso.audit.telling import Telling
from sayso.audit.told.amounts import (
    allowed,
    is_a_slip,
    is_an_end,
    is_narrower,
    is_rounded,
    nominal,
    same_number,
    same_value,
)
from sayso.audit.told.dates import gap, may_be_within
from sayso.audit.told.populations import is_anyone, nouns_of
from sayso.audit.wording import first, words

_RECOGNISABLE = 3
_ROUNDING = 0.1
_WITHIN = re.compile(r"\b(?:within|in|over|after|for) ([\w-]+ (?:hours?|days?|weeks?|months?|years?))\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CARRIER = r"(?:bus|boat|train|lorry|truck|convoy|group|crowd|camp)"
_CARRYING = re.compile(
    rf"\b(?:carrying|transporting|packed with|full of|{_CARRIER} (?:of|with)) ([a-z]+(?: [a-z]+)?)\b"
)
_FURTHER = re.compile(r"\b(?:and|but) (?:had|have|has|was|were|is|are|would|could|may|might)\b")
_SHORT_OF = re.compile(r"(?:well |far )?short of the\b", re.IGNORECASE)
_OWN_RECORDS = re.compile(
    r"(?:its|their|his|her) |.*\b(?:images?|imagery|footage|videos?|photos?|records|data)\b", re.IGNORECASE
)
_ALTERED = {"kind": "population", "period": "date"}


@dataclass(frozen=True, slots=True)
class Change:
    """What a relay altered: number, bound, population, kind, place, hedge or source, from what to what."""

    what: str
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.what}: from {self.before} to {self.after}"


def relay_changes(
    left: Telling, right: Telling, apart: list[Difference], short: Change | None
) -> tuple[Change, ...] | None:
    """What differs between two relays of one figure; None where it is another figure that they tell."""
    if not _is_one_figure(left, right, apart):
        return None
    changes = [Change(_ALTERED.get(d.side, d.side), d.left, d.right) for d in apart]
    if not same_number(left, right):
        return (*changes, Change("number", left.amount, right.amount)) if _is_misheard(left, right) else None
    if not apart:
        changes += _beside_the_scope(left, right)
    if not right.headline and not _SHORT_OF.match(right.words) and _is_bound_changed(left, right):
        changes.append(Change("bound", left.bound.replace("-", " "), right.bound.replace("-", " ")))
    if not right.headline and not _hedged(right) and (hedge := _hedged(left)):
        changes.append(Change("hedge", hedge.replace("-", " ").casefold(), "plain fact"))
    if short and (not changes or cites(left, right)):
        changes.append(short)
    return tuple(changes)


def _beside_the_scope(left: Telling, right: Telling) -> Iterator[Change]:
    """What the clauses of two figures of one scope tell otherwise: what sort of people, at which site, when."""
    if _are_others(left, right):
        yield Change("population", left.population.words, right.population.words)
    ways = (("population", whom_otherwise), ("place", where_otherwise), ("date", when_otherwise))
    if may_be_within(left.told_on, right.told_on, DAYS_OF_AN_OCCASION) or cites(left, right):
        yield from (Change(side, *found) for side, told in ways if (found := told(left, right)))
    terms = [_term(t) for t in (left, right)]
    if all(terms) and terms[0] != terms[1]:
        yield Change("date", *terms)
    if _are_of_two_days(left, right):
        yield Change("date", left.happened_on, right.happened_on)


def _is_one_figure(left: Telling, right: Telling, apart: list[Difference]) -> bool:
    """Whether enough is in place to know one figure again in the other."""
    if any(d.side in ("event", "unit", "total") for d in apart):
        return False
    if not same_number(left, right) and (apart or _whom_else(left, right) or _has_grown(left, right)):
        return False
    if any(d.side == "period" for d in apart) and _is_of_other_year(left) != _is_of_other_year(right):
        return False
    if any(left.population.part != right.population.part for d in apart if d.side == "population"):
        return False
    days = one_day(left, right) or cites(left, right) or _only_dates(left, right, apart)
    days = days or (tell_another_alike(left, right) and may_be_within(left.told_on, right.told_on, DAYS_OF_AN_OCCASION))
    return days or not any(_needs_a_day(d, left, right) for d in apart)


def _is_of_other_year(telling: Telling) -> bool:
    """Whether a figure is of a year before that of its article: of what was then, and not of what is told of now."""
    told = _YEAR.search(f"{telling.period.window} {telling.period.since}")
    return told is not None and told[0] < telling.article.published[:4]


def _is_misheard(left: Telling, right: Telling) -> bool:
    """Whether another number may be the first one misheard or rounded, and is no bound of it and no newer one."""
    fits = is_narrower(allowed(right), allowed(left)) and not is_an_end(right, left) and not _are_open(left, right)
    if fits or not _recognisable(left, right):
        return False
    one_news = tell_another_alike(left, right) or (left.is_updated and right.is_updated and one_day(left, right))
    return (one_news and _is_near_slip(left, right)) or not (is_newer(left, right) or counts_longer(left, right))


def _is_bound_changed(left: Telling, right: Telling) -> bool:
    """Whether the bounds differ; "about" left out or put before a number changes nothing that could be held to it."""
    return {left.bound, right.bound} == {"at-least", "more-than"} or not same_value(left, right)


def _hedged(telling: Telling) -> str:
    """What makes a figure less than a fact: words for how sure it is, or that its count is no more than a first."""
    sentence = telling.sentence_text
    said = _FURTHER.split(what_is_said(telling))[0]
    return telling.certainty or first("tentative", said) or first("preliminary", sentence)


def _term(telling: Telling) -> str:
    """The stretch of time within which a sentence says that something is done, if it tells just one."""
    found = _WITHIN.findall(telling.article.text, *telling.sentence)
    return found[0].casefold() if len(found) == 1 else ""


def _are_of_two_days(left: Telling, right: Telling) -> bool:
    """Whether the sentences of a toll tell two days on which it happened, outside the clause of the number too."""
    told = left.happened_on and right.happened_on and left.kind in words("tolls")
    return bool(told) and left.happened_on != right.happened_on


def _are_others(left: Telling, right: Telling) -> bool:
    """Whether the first prints that it counts people, and the second what sort of people: 26 people, 26 smugglers.

    Of civilians much of the press speaks as of people: where the first report speaks of them too, nothing is altered,
    nor where it says that a bus carrying pilgrims crashed.
    """
    noun = right.population.noun
    printed = "person" in nouns_of(left.words) and noun in nouns_of(right.words) and not is_anyone(noun)
    carried = nouns_of(" ".join(_CARRYING.findall(left.article.text)))
    known = noun in carried or (noun == "civilian" and noun in nouns_of(left.article.text))
    return printed and left.population.noun == "person" and not known


def _whom_else(left: Telling, right: Telling) -> bool:
    """Whether the two say of whom in other words: with another number that is another figure."""
    one, other = left.population, right.population
    goes_on = one.words.startswith(other.words) or other.words.startswith(one.words)
    nouns = {t.population.noun for t in (left, right)} - {left.kind, right.kind}
    return len(nouns - {""}) > 1 and nouns != {"person", "civilian"} and not goes_on


def _has_grown(left: Telling, right: Telling) -> bool:
    """Whether a toll may have risen within the day: a higher number later, if both are not of one named occasion."""
    dated = (left.said_on and right.said_on) or (_is_retold(right) and is_a_slip(left, right))
    told_on = dated or cites(left, right) or is_rounded(left, right)
    return left.kind in words("tolls") and nominal(right) > nominal(left) and not told_on


def _needs_a_day(difference: Difference, left: Telling, right: Telling) -> bool:
    """Whether two figures that differ so are one figure altered only where they were told on one day."""
    by_words = difference.side == "kind" and {left.kind, right.kind} & words("vague_kinds")
    return difference.side in ("place", "period") or bool(by_words)


def _only_dates(left: Telling, right: Telling, apart: list[Difference]) -> bool:
    """Whether nothing but dates, or the place, differs in what was printed within days, with no two days of saying."""
    least, most = gap(left.told_on, right.told_on)
    soon = least >= 0 and most <= DAYS_OF_AN_OCCASION
    return {d.side for d in apart} in ({"period"}, {"place"}) and soon and not (left.said_on and right.said_on)


def _are_open(left: Telling, right: Telling) -> bool:
    """Whether both leave the same end open: "more than 300" heard as "more than 350"."""
    return (left.low is None) == (right.low is None) and None in (left.low, left.high) and left.bound == right.bound


def given_to_another(left: Telling, right: Telling) -> Change | None:
    """That a report which names the other's outlet gives its figure to another root than that outlet did."""
    one, other = left.root, right.root
    if other.given_to and one.key == other.key and cites(left, right):
        return Change("source", one.name, other.given_to)
    known = other.status == "named" and one.status in ("named", "unnamed")
    if cites(left, right) and one.key != other.key and known:
        return Change("source", one.name, other.name)
    return None


def _recognisable(left: Telling, right: Telling) -> bool:
    """Whether one number can be the other, misheard or rounded; what cites the other's outlet may be further off."""
    low, high = sorted((nominal(left), nominal(right)))
    if low <= 0:
        return False
    retold = cites(left, right) or _is_retold(right)
    return (retold and high / low <= _RECOGNISABLE) or (high - low) <= high * _ROUNDING or _is_near_slip(left, right)


def _is_retold(telling: Telling) -> bool:
    """Whether a report tells what was said on a day before it was printed."""
    return "" < telling.said_on < telling.article.published[:10]


def _is_near_slip(left: Telling, right: Telling) -> bool:
    """Whether two numbers differ by one digit, or otherwise by what is misheard or misprinted."""
    one, other = (f"{nominal(telling):.10g}" for telling in (left, right))
    wrong = sum(a != b for a, b in zip(one, other, strict=True)) if len(one) == len(other) > 1 else 0
    return wrong == 1 or is_a_slip(left, right)


def stops_short(left: Telling, right: Telling) -> Change | None:
    """That the later relay names as the source one who had it from another, or an outlet's figure as another's."""
    for end, passer in ((left.root, right.root), (right.root, left.root)):
        in_order = end is left.root or end.status == "unnamed"  # who told it first is not the later of one day
        if _OWN_RECORDS.match(end.name):
            continue
        if in_order and end.key != passer.key and passer.status == "named" and passer.key in end.via:
            return Change("source", end.name, passer.name)
    return None
