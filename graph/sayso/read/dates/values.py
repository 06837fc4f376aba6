"""From a match of the date pattern to what it covers: one short rule a form, told by the groups that matched."""

import re
from collections.abc import Callable, Mapping

from sayso.read.dates import anchoring, stretches
from sayso.read.dates.anchoring import Anchor, Value
from sayso.read.lexicon import table

_Groups = Mapping[str, str]
_WORDS = table("dates")
_BEFORE_YEAR = frozenset(_WORDS["before_year"].split()) | {"up to", "as of", "prior to", "no later than"}
_BEFORE_MONTH = _BEFORE_YEAR | frozenset(_WORDS["before_month"].split())
_SEASONS = ("spring", "summer", "fall", "autumn", "winter")


def value_of(match: re.Match[str], word: str, anchor: Anchor, known: Value | None) -> Value | None:
    """What a match covers; None where it only looks like a date, or lies outside the calendar.

    ``word`` stands before it; ``known`` is the date before it in the sentence, from which "a day earlier" counts.
    """
    g = {name: found for name, found in match.groupdict().items() if found}
    try:
        if "month" in g:
            return anchoring.month_of(g["month"], anchor) if _names_month(g["month"], word) else None
        if "year" in g:
            return _year(g["year"], word, match.group())
        if "back" in g or "near" in g:
            return _from_known({name: found.casefold() for name, found in g.items()}, known)
        rule = next((rule for name, rule in _RULES.items() if name in g), None)
        return rule(g, anchor) if rule else None
    except (OverflowError, ValueError):
        return None


def _names_month(printed: str, word: str) -> bool:
    if not re.split(r"[-\s]+", printed)[-1][0].isupper():
        return False
    return not anchoring.ambiguous(printed) or word in _BEFORE_MONTH or " " in printed or "-" in printed


def _year(printed: str, word: str, matched: str) -> Value | None:
    told = word in _BEFORE_YEAR or len(matched) > len(printed)
    return anchoring.one(str(int(printed)), "year") if told else None


def _from_known(g: _Groups, known: Value | None) -> Value:
    """``the previous day``, ``three weeks earlier``: counted from the date before in the sentence."""
    if "near" in g:
        shift = {"same": 0, "following": 1, "next": 1}.get(g["near"], -1)
        return stretches.beside(g["near_unit"], shift, known)
    count = anchoring.count_of(g["bn"])
    back = -1 if g["back_to"] in ("earlier", "before") else 1
    unit = g["back"].rstrip("s")
    return stretches.beside(unit, back * count, known if count and unit != "decade" else None)


def _day(g: _Groups, anchor: Anchor) -> Value | None:
    if "m1" in g:
        return anchoring.day_of_month(g["m1"], g["d1"], g.get("y1"), anchor)
    return anchoring.day_of_month(g["m2"], g["d2"], g.get("y2"), anchor)


def _days(g: _Groups, anchor: Anchor) -> Value | None:
    if "rm1" in g:
        return stretches.days(g["rm1"], g["r1"], g["r2"], g.get("ry1"), anchor)
    return stretches.days(g["rm2"], g["r3"], g["r4"], g.get("ry2"), anchor)


def _stepped(g: _Groups, anchor: Anchor) -> Value:
    step, unit = g["step"].casefold(), g["stepped"].casefold()
    if unit == "weekend":
        return stretches.weekend(step, anchor)
    if unit in _SEASONS:
        return stretches.season(unit, step, anchor)
    if step == "past" and unit in ("week", "month", "year"):
        return anchoring.past("", unit, anchor)
    return anchoring.this_or_last(step, unit, anchor)


def _part(g: _Groups, anchor: Anchor) -> Value | None:
    step = g["part_of"].casefold() if "part_of" in g else None
    return stretches.part_of_year(g["nth"].casefold(), g["split"].casefold(), g.get("y5"), step, anchor)


def _whole(g: _Groups, anchor: Anchor) -> Value:
    step = g["whole_step"].casefold()
    return anchoring.this_or_last("this" if step == "the" else step, g["whole"].casefold(), anchor)


_RULES: dict[str, Callable[[_Groups, Anchor], Value | None]] = {
    "iso": lambda g, anchor: anchoring.iso(g["iso"]),
    "digits": lambda g, anchor: stretches.digits(g["digits"], anchor),
    "rm1": _days,
    "rm2": _days,
    "m1": _day,
    "m2": _day,
    "m3": lambda g, anchor: anchoring.one(f"{int(g['y3'])}-{anchoring.month_number(g['m3']):02d}", "month"),
    "y4": lambda g, anchor: anchoring.one(str(int(g["y4"])), "season"),
    "m5": lambda g, anchor: anchoring.month_of_year(g["m5"], g["of_year"].casefold(), anchor),
    "split": _part,
    "quarter": lambda g, anchor: stretches.part_of_year(g["quarter"].casefold(), "quarter", None, None, anchor),
    "whole": _whole,
    "step": _stepped,
    "the_season": lambda g, anchor: stretches.season(g["the_season"].casefold(), "the", anchor),
    "feast": lambda g, anchor: (
        stretches.feast(g["feast"].casefold(), g.get("y6"), anchor) if g["feast"][0].isupper() else None
    ),
    "other_day": lambda g, anchor: anchoring.relative_day(" ".join(g["other_day"].casefold().split()), anchor),
    "ago": lambda g, anchor: anchoring.ago(g["n"].casefold(), g["ago"].casefold().rstrip("s"), anchor),
    "past": lambda g, anchor: anchoring.past(g.get("pastn", "").casefold(), g["past"].casefold().rstrip("s"), anchor),
    "recent": lambda g, anchor: anchoring.one(None, "period"),
    "weekend": lambda g, anchor: stretches.weekend("", anchor),
    "night": lambda g, anchor: stretches.night(g["night"].casefold(), anchor),
    "day": lambda g, anchor: anchoring.relative_day(g["day"].casefold(), anchor),
    "weekday": lambda g, anchor: anchoring.weekday(g["weekday"], anchor),
    "decade": lambda g, anchor: stretches.decade(g["decade"]),
    "y7": lambda g, anchor: stretches.years(g["y7"], g["y8"]),
}
