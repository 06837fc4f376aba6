"""Compares two tellings: a verdict, the reason in words and the two values. Pure; nothing is ever retired."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from sayso.audit.altering import Change, given_to_another, relay_changes, stops_short
from sayso.audit.amounts import allowed, can_both_hold, is_narrower, nominal, same_number, same_value
from sayso.audit.context import growing
from sayso.audit.dates import gap
from sayso.audit.occasions import DAYS_OF_AN_OCCASION, cites, is_newer, one_occasion
from sayso.audit.scope import Difference, differences
from sayso.audit.standing import Relation, relate
from sayso.audit.telling import Telling

_ROUNDING = 0.1
_PARTITIVE = re.compile(r"^[^.;]{1,30}?\bof (?:them|these|those|whom|the (?!country|nation)[a-z]+)\b", re.IGNORECASE)
_TAIL = 20
_SAYS_LITTLE = frozenset(("people", "other", "money", "share", "equipment", "munitions"))
_FAR_OFF = 10
_VAGUE = frozenset(("other", "money", "share", "equipment", "munitions"))


@dataclass(frozen=True, slots=True)
class Comparison:
    """The second telling seen from the first, which was told no later; ``missing`` names what is not told."""

    left: Telling
    right: Telling
    verdict: str
    reason: str
    changes: tuple[Change, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def values(self) -> tuple[str, str]:
        """The two values compared, as printed."""
        return self.left.words, self.right.words

    @property
    def name(self) -> str:
        """32 hex digits that name the comparison, whatever its verdict."""
        ends = "\n".join(sorted((" ".join(self.left.identity), " ".join(self.right.identity))))
        return sha256(ends.encode()).hexdigest()[:32]


def compare(
    one: Telling, other: Telling, copied: Mapping[str, str] | None = None, *, by_date: bool = True
) -> Comparison:
    """The verdict on two tellings, the earlier first; the first rule that fits decides.

    ``copied`` maps articles to the first of their wire copies. Without ``by_date`` the first given is the one
    that the second is measured by.
    """
    left, right = sorted((one, other), key=lambda t: t.order) if by_date else (one, other)
    standing = relate(left, right, copied or {})
    apart = differences(left, right)
    for rule in (_not_comparable, _alters, _refines, _supersedes, _restates, _different_scope):
        if found := rule(left, right, standing, apart):
            return found
    return _by_value(left, right, standing)


def _not_comparable(left: Telling, right: Telling, standing: Relation, apart: list[Difference]) -> Comparison | None:
    if left.event != right.event:
        return None
    missing = [t.untold for t in (left, right) if t.untold and not standing.is_one]
    for telling in (left, right):
        if telling.low is None and telling.high is None:
            missing.append("number")
        told = telling.population.noun or telling.unit == "percent" or standing.is_one or _one_subject(left, right)
        if telling.kind in _VAGUE and not told:
            missing.append("population")
    if left.kind == right.kind and left.kind in _SAYS_LITTLE and not standing.is_one and not _one_subject(left, right):
        missing.append("population")
    if not missing:
        return None
    gaps = tuple(dict.fromkeys(missing))
    reason = f"nobody can say whether they count the same: {' and '.join(gaps)} not told"
    return Comparison(left, right, "not comparable", reason, missing=gaps)


def _one_subject(left: Telling, right: Telling) -> bool:
    shared = left.subject & right.subject
    return "aboard" in shared or len(shared) > 1


def _alters(left: Telling, right: Telling, standing: Relation, apart: list[Difference]) -> Comparison | None:
    if left.article.iri == right.article.iri or not one_occasion(left, right):
        return None
    short = stops_short(left, right) or given_to_another(left, right)
    if not (standing.is_one or short or cites(left, right)):
        return None
    changes = relay_changes(left, right, apart, short)
    if changes is None or not changes:
        return None
    told = "; ".join(map(str, changes))
    return Comparison(left, right, "alters", f"one occasion ({standing.reason}), and the relay changed {told}", changes)


def _refines(left: Telling, right: Telling, standing: Relation, apart: list[Difference]) -> Comparison | None:
    if not standing.is_one:
        return None
    sides = {d.side for d in apart}
    if part := _counted_among(left, right):
        reason = f"{standing.reason}, and “{part.words}” is counted among the other"
        return Comparison(left, right, "refines", reason)
    later = not one_occasion(left, right) or is_newer(left, right)
    if later and not _is_a_range(left):
        return None
    if not sides and not same_value(left, right) and is_narrower(allowed(right), allowed(left)):
        return Comparison(
            left, right, "refines", f"{standing.reason}, and {right.amount} is narrower than {left.amount}"
        )
    if not later and sides and sides <= {"kind", "population"}:
        relations = {d.relation for d in apart}
        inner = (left, right) if relations == {"narrower"} else (right, left) if relations == {"wider"} else None
        if inner and _fits_in(*inner):
            told = ", ".join(f"{d.left} / {d.right}" for d in apart)
            return Comparison(left, right, "refines", f"{standing.reason}, and one is a part of the other ({told})")
    return None


def _counted_among(left: Telling, right: Telling) -> Telling | None:
    """The one that is counted among the other: its article says so, or its own words do ("12 of them")."""
    for part, whole in ((left, right), (right, left)):
        if part.included_in and (part.included_in == whole.iri or part.whole == nominal(whole)):
            return part
        bears = part.kind == whole.kind or whole.kind in part.kinds or part.kind in whole.kinds
        smaller = nominal(part) < nominal(whole) and part.unit == whole.unit
        if bears and smaller and _is_a_part(part) and not _is_a_part(whole):
            return part
    return None


def _is_a_range(telling: Telling) -> bool:
    """Whether both ends are told: a number inside, on whatever day, makes it narrower and does not replace it."""
    return telling.low is not None and telling.high is not None and telling.low < telling.high


def _is_a_part(telling: Telling) -> bool:
    """Whether the words, or what stands right behind them, say that the figure is of a whole ("7 of the drowned")."""
    start, end = telling.span
    return _PARTITIVE.search(telling.article.text[start : end + _TAIL] or telling.words) is not None


def _fits_in(part: Telling, whole: Telling) -> bool:
    return allowed(part)[0] <= allowed(whole)[1]


def _supersedes(left: Telling, right: Telling, standing: Relation, apart: list[Difference]) -> Comparison | None:
    if not standing.is_one or apart or same_number(left, right):
        return None
    if one_occasion(left, right) and not is_newer(left, right):
        return None
    if not (left.told_on and right.told_on):
        reason = "one source, two numbers, and no date tells which came later"
        return Comparison(left, right, "not comparable", reason, missing=("period",))
    reason = f"{standing.reason}: {left.amount} of {left.told_on}, then {right.amount} of {right.told_on}"
    return Comparison(left, right, "supersedes", reason)


def _restates(left: Telling, right: Telling, standing: Relation, apart: list[Difference]) -> Comparison | None:
    if standing.is_one and not apart and same_number(left, right):
        return Comparison(left, right, "restates", f"{standing.reason}, and the same value: {right.amount}")
    return None


def _different_scope(left: Telling, right: Telling, standing: Relation, apart: list[Difference]) -> Comparison | None:
    if apart:
        told = "; ".join(f"{d.side}: {d.left} / {d.right}" for d in apart)
        return Comparison(left, right, "different scope", f"they do not count the same ({told})")
    if standing.is_one or left.kind not in growing() or same_number(left, right):
        return None
    lower, higher = sorted((left, right), key=nominal)
    one_text = left.article.iri == right.article.iri  # what it sets side by side holds as of the days that it gives
    lower_day, higher_day = ((t.told_on if one_text else t.first_told) for t in (lower, higher))
    least, most = gap(lower_day, higher_day)
    told = f"{lower_day} / {higher_day}"
    if least > (0 if one_text else DAYS_OF_AN_OCCASION) and nominal(higher) > nominal(lower) * (1 + _ROUNDING):
        return Comparison(left, right, "different scope", f"a total that grows, as of other days (period: {told})")
    undated = bool(lower_day) != bool(higher_day)
    if (undated or most > DAYS_OF_AN_OCCASION) and not can_both_hold(allowed(left), allowed(right)):
        reason = f"a total that grows, and nobody can say which is the later (period: {told})"
        return Comparison(left, right, "not comparable", reason, missing=("period",))
    return None


def _by_value(left: Telling, right: Telling, standing: Relation) -> Comparison:
    both = (
        f"{left.amount} ({left.root.name or 'nobody named'}) and {right.amount} ({right.root.name or 'nobody named'})"
    )
    low, high = sorted((nominal(left), nominal(right)))
    if not standing.is_one and high > low * _FAR_OFF:
        reason = f"{both} are so far apart that they hardly count the same"
        return Comparison(left, right, "not comparable", reason, missing=("population",))
    if can_both_hold(allowed(left), allowed(right)):
        return Comparison(left, right, "agrees", f"{standing.reason}; {both} can both hold")
    if standing.is_one:
        reason = (
            f"{standing.reason}, which gave both on one occasion: {left.amount} and {right.amount} count two things"
        )
        return Comparison(left, right, "different scope", reason)
    if gap_ := _unsure_of_scope(left, right, standing):
        what, why = gap_
        return Comparison(left, right, "not comparable", f"{both} differ, and {why}", missing=(what,))
    return Comparison(left, right, "contradicts", f"{standing.reason}; {both} cannot both hold")


def _unsure_of_scope(left: Telling, right: Telling, standing: Relation) -> tuple[str, str] | None:
    """What would have to be told before two numbers that differ could be said to contradict each other."""
    least, most = gap(left.told_on, right.told_on)
    if standing.standing == "undetermined" and (least > DAYS_OF_AN_OCCASION or most < -DAYS_OF_AN_OCCASION):
        return "period", "days lie between them and nobody is named"
    if left.article.iri == right.article.iri and "not stated" in (left.root.status, right.root.status):
        return "population", "the article that gives both does not say that they count the same"
    return None
