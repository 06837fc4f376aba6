"""Compares two tellings: a verdict, the reason in words and the two values. Pure; nothing is ever retired."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from math import log10

from sayso.audit.amounts import allowed, can_both_hold, is_narrower, nominal, same_number, same_value
from sayso.audit.context import growing
from sayso.audit.dates import gap
from sayso.audit.scope import Difference, differences
from sayso.audit.standing import Relation, relate
from sayso.audit.telling import Telling
from sayso.namespaces import slug

_ONE_OCCASION = 2
_ROUNDING = 0.1
_RECOGNISABLE = 3
_PARTITIVE = re.compile(
    r"\bof (?:them|these|those|whom|the (?:dead|killed|wounded|injured|missing|victims|casualties))\b"
)
_ALTERED = {"kind": "population", "period": "date"}
_SAYS_LITTLE = frozenset(("people", "other", "money", "share", "equipment", "munitions"))
_FAR_OFF = 10
_VAGUE = frozenset(("other", "money", "share", "equipment", "munitions"))


@dataclass(frozen=True, slots=True)
class Change:
    """What a relay altered: number, bound, population, kind, place, hedge or source, from what to what."""

    what: str
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.what}: from {self.before} to {self.after}"


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
    short = _stops_short(left, right) or _given_to_another(left, right)
    if not (standing.is_one or short or _cites(left, right)):
        return None
    changes = _changes(left, right, apart, short)
    if changes is None or not changes:
        return None
    told = "; ".join(map(str, changes))
    return Comparison(left, right, "alters", f"one occasion ({standing.reason}), and the relay changed {told}", changes)


def _changes(left: Telling, right: Telling, apart: list[Difference], short: Change | None) -> tuple[Change, ...] | None:
    """What differs between two relays of one figure; None where it is another figure that they tell."""
    if any(d.side in ("event", "unit", "total") for d in apart):
        return None
    number = same_number(left, right)
    if apart and not number:
        return None
    if any(left.population.part != right.population.part for d in apart if d.side == "population"):
        return None
    if any(d.side in ("place", "period") for d in apart) and not (_one_day(left, right) or _cites(left, right)):
        return None
    changes = [Change(_ALTERED.get(d.side, d.side), d.left, d.right) for d in apart]
    if not number:
        fits = is_narrower(allowed(right), allowed(left))
        if fits or _is_newer(left, right) or not _recognisable(left, right):
            return None
        changes.append(Change("number", left.amount, right.amount))
    elif not same_value(left, right):
        changes.append(Change("bound", left.bound.replace("-", " "), right.bound.replace("-", " ")))
    if left.certainty and not right.certainty and number and not right.headline:
        changes.append(Change("hedge", left.certainty.replace("-", " "), "plain fact"))
    if short and number and (not changes or _cites(left, right)):
        changes.append(short)
    return tuple(changes)


def _one_day(left: Telling, right: Telling) -> bool:
    least, most = gap(left.told_on, right.told_on)
    return bool(left.told_on) == bool(right.told_on) and least <= 0 <= most


def _cites(left: Telling, right: Telling) -> bool:
    """Whether the second names the outlet of the first as where it has the figure from."""
    return bool(left.article.outlet) and any(slug(k.speaker) == slug(left.article.outlet) for k in right.chain)


def _given_to_another(left: Telling, right: Telling) -> Change | None:
    """That a report which names the other's outlet gives its figure to another root than that outlet did."""
    one, other = left.root, right.root
    if _cites(left, right) and one.key != other.key and one.status == other.status == "named":
        return Change("source", one.name, other.name)
    return None


def _recognisable(left: Telling, right: Telling) -> bool:
    """Whether one number can be the other, misheard or rounded: not far off, or off by a power of ten."""
    low, high = sorted((nominal(left), nominal(right)))
    if low <= 0:
        return False
    return high / low <= _RECOGNISABLE or log10(high / low).is_integer()


def _stops_short(left: Telling, right: Telling) -> Change | None:
    """That the later relay names as the source one who had it from another, or an outlet's figure as another's."""
    one, other = left.root, right.root
    if one.key != other.key and other.status == "named" and other.key in one.via:
        return Change("source", one.name, other.name)
    return None


def _refines(left: Telling, right: Telling, standing: Relation, apart: list[Difference]) -> Comparison | None:
    if not standing.is_one:
        return None
    sides = {d.side for d in apart}
    if part := _counted_among(left, right):
        reason = f"{standing.reason}, and “{part.words}” is counted among the other"
        return Comparison(left, right, "refines", reason)
    if not one_occasion(left, right) or _is_newer(left, right):
        return None
    if not sides and not same_value(left, right) and is_narrower(allowed(right), allowed(left)):
        return Comparison(
            left, right, "refines", f"{standing.reason}, and {right.amount} is narrower than {left.amount}"
        )
    if sides and sides <= {"kind", "population"}:
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
        if bears and smaller and _PARTITIVE.search(part.words) and not _PARTITIVE.search(whole.words):
            return part
    return None


def _fits_in(part: Telling, whole: Telling) -> bool:
    return allowed(part)[0] <= allowed(whole)[1]


def _supersedes(left: Telling, right: Telling, standing: Relation, apart: list[Difference]) -> Comparison | None:
    if not standing.is_one or apart or same_number(left, right):
        return None
    if one_occasion(left, right) and not _is_newer(left, right):
        return None
    if not (left.told_on and right.told_on):
        reason = "one source, two numbers, and no date tells which came later"
        return Comparison(left, right, "not comparable", reason, missing=("period",))
    reason = f"{standing.reason}: {left.amount} of {left.told_on}, then {right.amount} of {right.told_on}"
    return Comparison(left, right, "supersedes", reason)


def _is_newer(left: Telling, right: Telling) -> bool:
    """Whether the second says of itself that it takes the place of an older number; both must be dated."""
    return right.is_updated and bool(left.told_on and right.told_on)


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
    if least > (0 if one_text else _ONE_OCCASION) and nominal(higher) > nominal(lower) * (1 + _ROUNDING):
        return Comparison(left, right, "different scope", f"a total that grows, as of other days (period: {told})")
    undated = bool(lower_day) != bool(higher_day)
    if (undated or most > _ONE_OCCASION) and not can_both_hold(allowed(left), allowed(right)):
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
    if standing.standing == "undetermined" and (least > _ONE_OCCASION or most < -_ONE_OCCASION):
        return "period", "days lie between them and nobody is named"
    if left.article.iri == right.article.iri and "not stated" in (left.root.status, right.root.status):
        return "population", "the article that gives both does not say that they count the same"
    return None


def one_occasion(left: Telling, right: Telling) -> bool:
    """Whether both may tell of one act of saying.

    Where both say when it was: on one day. Otherwise where the number is the same, or where they were told on
    one day, or a few days apart with one named occasion or one naming the other's outlet.
    """
    if left.said_on and right.said_on:
        least, most = gap(left.said_on, right.said_on)
        return least <= 0 <= most
    if same_number(left, right):
        return not (_printed_before(left, right) or _printed_before(right, left))
    if bool(left.told_on) != bool(right.told_on):
        return False
    least, most = gap(left.told_on, right.told_on)
    if least <= 0 <= most:
        return True
    named = bool(left.occasion) and left.occasion == right.occasion
    return (named or _cites(left, right)) and least <= _ONE_OCCASION and most >= -_ONE_OCCASION


def _printed_before(printed: Telling, said: Telling) -> bool:
    """Whether the first was printed before the day on which the second was said."""
    return bool(said.said_on) and gap(printed.article.published, said.said_on)[0] > 0
