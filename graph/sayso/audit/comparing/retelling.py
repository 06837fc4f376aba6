"""What the clauses of two figures of one scope and number tell otherwise: of whom, where or when it was."""

import re
from collections.abc import Iterator, Mapping

from sayso.audit.comparing.said import what_is_said
from sayso.audit.telling import Telling
from sayso.audit.told.topics import stem
from sayso.audit.wording import compiled, groups, senses, words

Told = tuple[str, str]
"""What the first says and what the second says."""
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATES = {
    "day": re.compile(rf"\b(?:{_MONTH}) \d{{1,2}}\b"),
    "end": re.compile(rf"\b(?:(?:end|middle|start|beginning) of|by|until|since|before) (?:{_MONTH})\b"),
    "month": re.compile(rf"\b(?:{_MONTH})\b(?! \d)"),
}
_AND_OTHERS = re.compile(
    r" ((?:and|or) (?:[a-z]+ )?[a-z]+[^s\W]s)\b(?= (?:had|have|were|are|was|would|will|died|left|fled)\b|[.,;])"
)
_OR, _OR_AND = " or (?:[\\w-]+ ){0,2}", "(?: and| or|,) (?:[\\w-]+ ){0,2}"


def whom_otherwise(left: Telling, right: Telling) -> Told | None:
    """What is said of those counted, in senses of one sort that exclude one another: 143 flights delayed, cancelled."""
    vague = left.unit == "person" and {left.kind, right.kind} & words("vague_kinds")
    told = [what_is_said(telling) for telling in (left, right)]
    for listed in ("contrasts", "fates") if vague else ("contrasts",):
        for sort in senses(listed).values():
            if found := _contrasted(sort, *told):
                return found
    return _sorts_of(left, right) or _with_others(left, right)


def when_otherwise(left: Telling, right: Telling) -> Told | None:
    """When it was, by the hour of the day, by a deadline, or over what time it counts: by noon, by the evening."""
    told = [what_is_said(telling, timed=True) for telling in (left, right)]
    sorts = ("hours", "deadlines", "stretches", "beginnings")
    contrasts = (_contrasted(senses(sort)[sort], *told) for sort in sorts)
    return next((found for found in (*contrasts, *_dates_otherwise(*told)) if found), None)


def _dates_otherwise(one: str, other: str) -> Iterator[Told | None]:
    """Days of a month and months by name, of which the two tell none alike: by September 20, by September 30."""
    for sort in ("day", "end", "month"):
        ours, theirs = (_DATES[sort].findall(text) for text in (one, other))
        if ours and theirs and not set(ours) & set(theirs):
            yield ours[0], theirs[0]


def _contrasted(sort: Mapping[str, re.Pattern[str]], one: str, other: str) -> Told | None:
    """The words in which two clauses differ, where they have no sense in common or one tells a second sense beside."""
    ours, theirs = ({s: m[0] for s, p in sort.items() if (m := p.search(text))} for text in (one, other))
    if not ours or not theirs or ours.keys() == theirs.keys():
        return None
    if not ours.keys() & theirs.keys() or _are_side_by_side(ours, one) or _are_side_by_side(theirs, other):
        return " and ".join(ours.values()).casefold(), " and ".join(theirs.values()).casefold()
    return None


def _are_side_by_side(told: Mapping[str, str], text: str) -> bool:
    """Whether two senses are told in one breath: killed or wounded, banks and suppliers; not found and buried."""
    pairs = ((a, b) for a in told.values() for b in told.values() if a != b)
    return any(
        compiled(re.escape(a) + (_OR_AND if a[-1] == b[-1] == "s" else _OR) + re.escape(b)).search(text)
        for a, b in pairs
    )


def _sorts_of(left: Telling, right: Telling) -> Told | None:
    """The words before one noun, where both have one and none in common: temporary workers, night workers."""
    one, other = (_before_noun(telling) for telling in (left, right))
    if left.population.noun != right.population.noun or not one or not other:
        return None
    meant = [{groups("same_sense").get(word, stem(word)) for word in told} for told in (one, other)]
    return None if meant[0] & meant[1] else (" ".join(one), " ".join(other))


def _with_others(left: Telling, right: Telling) -> Told | None:
    """One noun counted, and it with another: cattle, cattle and goats."""
    one, other = ((m[1] if (m := _AND_OTHERS.match(t.article.text, t.span[1])) else "") for t in (left, right))
    if bool(one) == bool(other) or left.population.noun != right.population.noun:
        return None
    return f"{left.words} {one}".strip(), f"{right.words} {other}".strip()


def _before_noun(telling: Telling) -> list[str]:
    told = telling.population.words.split()
    plain = [word for word in told[:-1] if word.islower() and word.isalpha()]
    return [word for word in plain if word not in words("plain_adjectives") | words("number_words")]
