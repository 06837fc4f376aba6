"""Compares two tellings: a verdict, the reason in words and the two values. Pure; nothing is ever retired.

The rules stand in the order of the definitions, and the first that fits decides.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from math import inf

from sayso.audit.comparing.altering import Change, given_to_another, relay_changes, stops_short
from sayso.audit.comparing.occasions import (
    DAYS_OF_AN_OCCASION,
    cites,
    counts_longer,
    is_newer,
    one_occasion,
    was_printed_first,
)
from sayso.audit.comparing.parts import counted_among, inner_of, is_a_range, narrows, told_as_part
from sayso.audit.comparing.scope import Difference, differences
from sayso.audit.comparing.standing import Relation, relate
from sayso.audit.comparing.whose import is_disputed
from sayso.audit.telling import Telling
from sayso.audit.told.amounts import allowed, can_both_hold, nominal, same_number
from sayso.audit.told.dates import gap, may_be_within
from sayso.audit.wording import words

_ROUNDING = 0.1
_FAR_OFF = 10
_LEAD, _WEEK = 300, 7
_DAY = len("2025-01-31")
_AT_THE_SITE = re.compile(r" (?:at|on) the (?:site|scene|spot)\b")
_VAGUE = ("dozens", "hundreds", "thousands")


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


@dataclass(frozen=True, slots=True)
class _Pair:
    """What is known of two tellings before they are judged: roots, sides of the scope that differ, sides left open."""

    left: Telling
    right: Telling
    standing: Relation
    apart: list[Difference]
    open: tuple[str, ...]

    @property
    def is_later(self) -> bool:
        """Whether the second was told on another occasion, or says of itself that it is newer."""
        newer = (is_newer, was_printed_first, counts_longer)
        if any(is_so(self.left, self.right) for is_so in newer):
            return True
        return not one_occasion(self.left, self.right)

    def verdict(
        self, verdict: str, reason: str, *, changes: tuple[Change, ...] = (), missing: tuple[str, ...] = ()
    ) -> Comparison:
        return Comparison(self.left, self.right, verdict, reason, changes, missing)


def compare(
    one: Telling, other: Telling, copied: Mapping[str, str] | None = None, *, by_date: bool = True
) -> Comparison:
    """The verdict on two tellings, the earlier first; the first rule that fits decides.

    ``copied`` maps articles to the first of their wire copies. Without ``by_date`` the first given is the one
    that the second is measured by.
    """
    left, right = sorted((one, other), key=_order) if by_date else (one, other)
    sides = differences(left, right)
    open_ = tuple(side.side for side in sides if side.relation == "open")
    pair = _Pair(left, right, relate(left, right, copied or {}), [s for s in sides if s.relation != "open"], open_)
    rules = (_not_comparable, _alters, _refines, _supersedes, _restates, _different_scope, _agrees, _unsure)
    found = next((found for rule in rules if (found := rule(pair))), None)
    reason = f"{pair.standing.reason}; {_both(pair)} cannot both hold"
    return found or pair.verdict("contradicts", reason)


def _order(telling: Telling) -> tuple[object, ...]:
    """Sorts tellings by when they were told; of one day, the one that hedges first, since a relay drops a hedge."""
    return telling.told_on, telling.article.published, not telling.certainty, telling.iri


def _not_comparable(pair: _Pair) -> Comparison | None:
    """A side of the scope is open, or the texts say themselves that it is not told; one root knows what it counts."""
    if pair.left.event != pair.right.event:
        return None
    missing = [] if pair.standing.is_one else [t.untold for t in (pair.left, pair.right) if t.untold]
    relayed = same_number(pair.left, pair.right) and cites(pair.left, pair.right)
    if not pair.standing.is_one and not pair.apart and not relayed:
        missing += pair.open
    missing += ["number" for t in (pair.left, pair.right) if t.low is None and t.high is None]
    if not missing:
        return None
    gaps = tuple(dict.fromkeys(missing))
    reason = f"nobody can say whether they count the same: {' and '.join(gaps)} not told"
    return pair.verdict("not comparable", reason, missing=gaps)


def _alters(pair: _Pair) -> Comparison | None:
    left, right = pair.left, pair.right
    if left.article.iri == right.article.iri or not one_occasion(left, right):
        return None
    short = stops_short(left, right) or given_to_another(left, right)
    if not (pair.standing.is_one or short or cites(left, right)):
        return None
    changes = relay_changes(left, right, pair.apart, short)
    if not changes:
        return None
    told = "; ".join(map(str, changes))
    return pair.verdict(
        "alters", f"one occasion ({pair.standing.reason}), and the relay changed {told}", changes=changes
    )


def _refines(pair: _Pair) -> Comparison | None:
    left, right, reason = pair.left, pair.right, pair.standing.reason
    if not pair.standing.is_one and not told_as_part(left, right):
        return None
    if part := counted_among(left, right, pair.apart):
        return pair.verdict("refines", f"{reason}, and “{part.words}” is counted among the other")
    if pair.is_later and not is_a_range(left):
        return None
    if not pair.apart and narrows(left, right):
        return pair.verdict("refines", f"{reason}, and {right.amount} is narrower than {left.amount}")
    if not pair.is_later and inner_of(left, right, pair.apart):
        told = ", ".join(f"{d.left} / {d.right}" for d in pair.apart)
        return pair.verdict("refines", f"{reason}, and one is a part of the other ({told})")
    return None


def _supersedes(pair: _Pair) -> Comparison | None:
    left, right = pair.left, pair.right
    if not pair.standing.is_one or pair.apart or same_number(left, right) or not pair.is_later:
        return None
    if not (left.told_on and right.told_on):
        reason = "one source, two numbers, and no date tells which came later"
        return pair.verdict("not comparable", reason, missing=("period",))
    told = f"{left.amount} of {left.told_on}, then {right.amount} of {right.told_on}"
    return pair.verdict("supersedes", f"{pair.standing.reason}: {told}")


def _restates(pair: _Pair) -> Comparison | None:
    if pair.standing.is_one and not pair.apart and same_number(pair.left, pair.right):
        return pair.verdict("restates", f"{pair.standing.reason}, and the same value: {pair.right.amount}")
    return None


def _different_scope(pair: _Pair) -> Comparison | None:
    if pair.apart:
        told = "; ".join(f"{d.side}: {d.left} / {d.right}" for d in pair.apart)
        return pair.verdict("different scope", f"they do not count the same ({told})")
    return None if pair.standing.is_one else _as_of_other_days(pair)


def _as_of_other_days(pair: _Pair) -> Comparison | None:
    """Whether two running totals of two roots hold as of days so far apart that both can be right."""
    left, right = pair.left, pair.right
    if left.kind not in words("growing") or same_number(left, right):
        return None
    lower, higher = sorted((left, right), key=nominal)
    one_text = left.article.iri == right.article.iri  # what it sets side by side holds as of the days that it gives
    lower_day, higher_day = (_as_of(t) or (t.told_on if one_text else t.first_told) for t in (lower, higher))
    least, most = gap(lower_day, higher_day)
    told = f"{lower_day} / {higher_day}"
    ranges = allowed(left), allowed(right)
    if max(high for _, high in ranges) < inf and can_both_hold(*ranges):
        return None  # fewer than 15 may be five
    if least > DAYS_OF_AN_OCCASION - one_text and nominal(higher) > nominal(lower) * (1 + _ROUNDING):
        return pair.verdict("different scope", f"a total that grows, as of other days (period: {told})")
    undated = bool(lower_day) != bool(higher_day)
    if (undated or most > DAYS_OF_AN_OCCASION) and not can_both_hold(*ranges):
        reason = f"a total that grows, and nobody can say which is the later (period: {told})"
        return pair.verdict("not comparable", reason, missing=("period",))
    return None


def _as_of(telling: Telling) -> str:
    """The day up to which a figure counts, where it tells one that is past: "by Wednesday"."""
    period, printed = telling.period, telling.article.published
    day = period.as_of or ("" if period.since else period.until)
    return day if len(day) >= _DAY and gap(day, printed)[1] >= 0 else ""


def _agrees(pair: _Pair) -> Comparison | None:
    low, high = sorted((pair.left, pair.right), key=nominal)
    far = _FAR_OFF**2 if low.bound in _VAGUE or is_disputed(low, high) else _FAR_OFF
    if not pair.standing.is_one and nominal(high) > nominal(low) * far:
        return pair.verdict("different scope", f"{_both(pair)} are so far apart that they cannot count the same")
    holds = can_both_hold(allowed(pair.left), allowed(pair.right))
    if holds:
        return pair.verdict("agrees", f"{pair.standing.reason}; {_both(pair)} can both hold")
    return None


def _unsure(pair: _Pair) -> Comparison | None:
    """What would have to be told before two numbers that differ could be said to contradict each other."""
    left, right = pair.left, pair.right
    if pair.standing.is_one:
        told = f"which gave both on one occasion: {left.amount} and {right.amount} count two things"
        return pair.verdict("different scope", f"{pair.standing.reason}, {told}")
    if not _says_of_what(left, right) and (loose := next((t for t in (left, right) if _leaves_open(t)), None)):
        reason = f"{_both(pair)} differ, and {loose.root.name}, who has no name, says neither where nor of whom"
        return pair.verdict("not comparable", reason, missing=("place",))
    days = _WEEK if _says_of_what(left, right) else DAYS_OF_AN_OCCASION
    one, other = (_as_of(t) or t.told_on for t in (left, right))
    soon = left.kind == "money" or may_be_within(one, other, days)
    if pair.standing.standing == "undetermined" and not soon:
        reason = f"{_both(pair)} differ, and days lie between them and nobody is named"
        return pair.verdict("not comparable", reason, missing=("period",))
    return None


def _says_of_what(left: Telling, right: Telling) -> bool:
    """Whether two figures of money or things count the same by the words of their clauses."""
    return left.kind == "money" or (left.unit != "person" and bool(left.topic & right.topic))


def _leaves_open(telling: Telling) -> bool:
    """Whether one person without a name gives a number of people, and not where, when or of what people it is.

    What the top of a report tells is what it is about.
    """
    period = telling.period
    told = telling.where.names or telling.where.site or period.since or period.until or period.as_of
    on_site = _AT_THE_SITE.search(telling.root.name)
    alone = telling.root.status == "unnamed" and telling.root.name.casefold().startswith(("a ", "an ", "one "))
    opens = telling.article.text and telling.span[0] < len(telling.article.title) + _LEAD
    return alone and telling.population.noun in ("", "people") and not (told or on_site or opens)


def _both(pair: _Pair) -> str:
    return " and ".join(f"{t.amount} ({t.root.name or 'nobody named'})" for t in (pair.left, pair.right))
