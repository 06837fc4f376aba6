"""What a figure takes over from the one before it in its article: topic and scene where it tells none, and the whole.

"Up to 30,000, relief workers say" counts what the last figure of its sort counted; "12 of them" is a part of it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from sayso.audit.telling import Period, Telling
from sayso.audit.told.amounts import nominal
from sayso.audit.told.context import BESIDE
from sayso.audit.told.placing import tokens
from sayso.audit.told.populations import is_anyone, singular
from sayso.audit.told.topics import says_number
from sayso.audit.wording import first, patterns, words

_OF_THE = re.compile(r"\b[Oo]f the (?:[a-z]+ )?([a-z]+),? (?:about |some |at least |only )?$")
_SOME_OF = re.compile(r" of the (?:[a-z]+ )?([a-z]+)$")
_OF_THEM = re.compile(r"\b(?:of (?:which|whom|this|that|these|those|them)|including|among them)[, ]+$", re.IGNORECASE)
_THEM = re.compile(r"^[^,;.]{0,30}? of (?:them|these|those|whom|which)\b", re.IGNORECASE)
_AMONG_THEM = re.compile(r",? (?:were |was |are |is )?(?:among|amongst) (?:them|those)\b(?! who| whose)", re.IGNORECASE)
_THEM_ARE = re.compile(
    r"\b(?:among|amongst) (?:them|those) (?:are|were|is|was) (?:also |at least |about |some )*$", re.IGNORECASE
)
_WERE_AMONG = re.compile(r" (?:were|was|are|is)? ?among (?:the |at least |some |about |more than )*", re.IGNORECASE)
_IN_A_BAD_WAY = re.compile(
    r" (?:people |patients |of them )?(?:were|are|was|is|remained|remain) (?:still )?"
    r"(?:in (?:an? |the )?(?:critical|serious|grave|stable|intensive)|on (?:a )?(?:ventilators?|life support))"
)
_BRINGS = re.compile(
    r"\bbring(?:s|ing)? (?:the|its|their|his|her) (?:[a-z]+ )?(?:total|number|toll|count|tally)\b"
    r"(?:(?! of )[^.;]){0,40} to $"
)
_AND = re.compile(r"^[^,;.]{0,40},? (?:and|while) $")
_OLD = re.compile(r"\b(?:from|than)\s+$")
_VICTIMS = re.compile(r"\bvictims\b", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]+")
_NEAR = 200
_HAGGLED = re.compile(r"\b(?:offer(?:s|ed|ing)?|wants?|wanted|demand(?:s|ed|ing)?|propos(?:es|ed|al))\b")  # two wishes
_BESIDE, _RIVALS = 2, 10
"""Characters between the sentences of two rival counts, and how many times the one may be the other."""


def inherited(told: Iterable[Telling]) -> Iterator[Telling]:
    """The tellings of one article in the order of its text, each with what it takes over."""
    tellings = _of_what_follows(_summed(_totals(_victims(list(told)))))
    by_iri = {telling.iri: telling for telling in tellings}
    scenes: dict[str, frozenset[str]] = {}
    topics: dict[str, Telling] = {}
    wholes: dict[str, Telling] = {}
    latest: dict[str, Telling] = {}
    nouns: dict[str, Telling] = {}
    kinds: set[str] = set()
    for telling in tellings:
        before = topics.get(telling.unit)
        mine = _part_of(wholes.get(telling.unit), _taking_up(nouns, telling))
        mine = _like_whole(by_iri, _beside_part(latest.get(telling.unit), mine))
        mine = _counts_the_whole(by_iri, latest.get(telling.unit), mine)
        if not mine.topic and before and _goes_on(before, mine):
            mine = replace(mine, topic=before.topic, own_topic=False)
            if mine.kind == "people":
                mine = replace(mine, kind=before.kind, kinds=before.kinds)
        if mine.additional and mine.kind in BESIDE and mine.kind not in kinds and not _makes_a_total(mine):
            mine = replace(mine, additional=False)  # a further 214 saved add nothing to the dead
        places = frozenset(token for name in mine.where.names[:1] for token in tokens(name))
        mine = _all_that_are_there(mine, places, scenes.get(mine.kind, frozenset()))
        kinds.add(mine.kind)
        if (rival := latest.get(telling.unit)) and _is_set_against(rival, mine):
            mine = _as_rival(rival, mine)
        if whole := by_iri.get(mine.included_in):
            mine = replace(mine, set_apart=mine.population.noun not in ("", whole.population.noun))
        yield replace(mine, where=replace(mine.where, scene=scenes.get(telling.kind, frozenset())))
        if mine.where.names and not tokens(mine.where.names[0]) <= mine.where.venue:
            scenes[telling.kind] = places
        latest[telling.unit] = mine
        if mine.topic and not mine.included_in:
            topics[telling.unit] = mine
        if not mine.included_in and not _OLD.search(telling.article.text, 0, telling.span[0]):
            wholes[telling.unit] = mine
            nouns[mine.population.noun] = mine


def _makes_a_total(telling: Telling) -> bool:
    """Whether what is told right behind is the total that it adds up to."""
    return any(p.search(telling.article.text[telling.span[1] : telling.sentence[1]]) for p in patterns("total_after"))


def _all_that_are_there(telling: Telling, places: frozenset[str], scene: frozenset[str]) -> Telling:
    """An addition told of another place than the figure before is all of that: inside the country another 40,000."""
    elsewhere = telling.additional and places and scene and not places & scene
    return replace(telling, additional=False) if elsewhere else telling


def _victims(tellings: list[Telling]) -> list[Telling]:
    """Victims are the dead where an article counts dead or wounded apart: "70 victims; over 130 are injured"."""
    apart = any(t.kind in ("killed", "wounded") for t in tellings)

    def of_the_dead(t: Telling) -> Telling:
        vague = t.kind == "casualties" and _VICTIMS.search(t.article.text, *t.sentence) and apart
        return replace(t, kind="killed", kinds=t.kinds | {t.kind}) if vague else t

    return [of_the_dead(t) for t in tellings]


def _totals(tellings: list[Telling]) -> list[Telling]:
    """What an addition brings the total to counts the same: "another 160 huts burned, bringing the total to 800"."""
    found = list(tellings)
    for at, (added, total) in enumerate(pairwise(tellings), 1):
        between = added.article.text[added.span[1] : total.span[0]]
        if _BRINGS.search(between) and added.sentence == total.sentence and _is_bare(total.words):
            counted = replace(added, iri=total.iri, words=total.words, low=total.low, high=total.high)
            found[at] = replace(counted, bound=total.bound, span=total.span, additional=False, period=Period())
    return found


def _of_what_follows(tellings: list[Telling]) -> list[Telling]:
    """Parts that are told before their whole: "68 children were among the 126 people killed"."""
    found = list(tellings)
    for at, (telling, following) in enumerate(pairwise(tellings)):
        between = telling.article.text[telling.span[1] : following.span[0]]
        if _WERE_AMONG.fullmatch(between) and nominal(telling) < nominal(following):
            found[at] = replace(telling, included_in=following.iri, whole=nominal(following))
    return found


def _summed(tellings: list[Telling]) -> list[Telling]:
    """Two figures that make up a total told right before them are its parts: "21 died, 15 in a town, six elsewhere"."""
    found = list(tellings)
    for at, (whole, one, other) in enumerate(zip(tellings, tellings[1:], tellings[2:], strict=False)):
        near = other.span[0] - whole.span[1] <= _NEAR and whole.unit == one.unit == other.unit
        alike = one.kind == other.kind or {whole.kind} & one.kinds & other.kinds
        told_by_one = len({frozenset(_speaker(t)) for t in (whole, one, other)}) == 1
        if near and alike and told_by_one and nominal(one) and nominal(one) + nominal(other) == nominal(whole):
            for part in (at + 1, at + 2):
                found[part] = replace(tellings[part], included_in=whole.iri, whole=nominal(whole))
    return found


def _part_of(before: Telling | None, telling: Telling) -> Telling:
    """The telling as a part of the figure before it, where it says so and the reading did not."""
    if before is None or telling.included_in or telling.iri == before.iri:
        return telling
    (start, end), text = telling.span, telling.article.text
    lead = max(before.span[1], start - _NEAR)
    says_so = _OF_THEM.search(text, lead, start) or _THEM.match(text[start : end + 20])
    says_so = (
        says_so
        or (before.kind == telling.kind and _IN_A_BAD_WAY.match(text, end))
        or _AMONG_THEM.match(text, end)
        or _THEM_ARE.search(text, lead, start)
    )
    if not says_so or start - before.span[1] > _NEAR or nominal(telling) >= nominal(before):
        return telling
    return replace(telling, included_in=before.iri, whole=nominal(before))


def _taking_up(nouns: Mapping[str, Telling], telling: Telling) -> Telling:
    """The telling as a part of the figure whose noun the words before it take up: "of the drones, 118"."""
    named = _OF_THE.search(telling.article.text, telling.sentence[0], telling.span[0]) or _SOME_OF.search(telling.words)
    whole = nouns.get(singular(named[1])) if named else None
    if whole is None or telling.included_in or nominal(telling) >= nominal(whole):
        return telling
    return replace(telling, included_in=whole.iri, whole=nominal(whole))


def _beside_part(before: Telling | None, telling: Telling) -> Telling:
    """A bare number right behind a part is a part as well: "12 of those released were women and 37 were ill"."""
    if before is None or telling.included_in or not before.included_in or before.sentence != telling.sentence:
        return telling
    between = telling.article.text[before.span[1] : telling.span[0]]
    if not _is_bare(telling.words) or not _AND.search(between) or (telling.low or 0) >= (before.whole or 0):
        return telling
    return replace(telling, included_in=before.included_in, whole=before.whole)


def _counts_the_whole(by_iri: Mapping[str, Telling], before: Telling | None, telling: Telling) -> Telling:
    """A bare number right behind a part, and greater than it, counts whom the whole counted, not whom the part did."""
    whole = by_iri.get(before.included_in) if before else None
    if before is None or whole is None or telling.included_in or not _is_bare(telling.words):
        return telling
    takes_over = telling.population.noun == before.population.noun and nominal(telling) > nominal(before)
    return replace(telling, population=whole.population) if takes_over else telling


def _is_set_against(before: Telling, telling: Telling) -> bool:
    """Whether a bare number is set by another speaker beside the one before it: a rival count of the same."""
    near = telling.sentence[0] - before.sentence[1] <= _BESIDE and before.iri != telling.iri
    bare = not telling.included_in and not before.additional and (telling.kind == "money" or _is_bare(telling.words))
    alike = before.kind == telling.kind or {before.kind, telling.kind} <= words("vague_kinds")
    low, high = sorted((nominal(before), nominal(telling)))
    speakers = [_speaker(t) for t in (before, telling)]
    insured = any(first("insured", t.sentence_text) for t in (before, telling))
    haggled = any(_HAGGLED.search(t.article.text, *t.sentence) for t in (before, telling))
    rival = high <= low * _RIVALS and not speakers[0] & speakers[1]
    return near and bare and alike and rival and not insured and not haggled


def _speaker(telling: Telling) -> set[str]:
    return {link.key or link.iri for link in telling.chain[-1:]}


def _is_bare(printed: str) -> bool:
    """Whether a figure is a number alone, whatever its bound: at least 1,400."""
    return all(says_number(word) for word in _LETTERS.findall(printed.casefold()))


def _as_rival(before: Telling, telling: Telling) -> Telling:
    """The telling with the topic and the stretch of time of the figure that it rivals, where it tells none itself."""
    told = telling.period
    period = replace(before.period, as_of=told.as_of) if not (told.window or told.since) else told
    return replace(telling, other_words=telling.topic and before.topic, period=period)


def _like_whole(by_iri: Mapping[str, Telling], telling: Telling) -> Telling:
    """A part that only says whom it counts: what befell them is what befell the whole."""
    whole = by_iri.get(telling.included_in)
    if whole is None or telling.kind != "people" or whole.kind in words("vague_kinds"):
        return telling
    return replace(telling, kind=whole.kind, kinds=whole.kinds)


def _goes_on(before: Telling, telling: Telling) -> bool:
    """Whether a figure that says nothing of its own may count what the one before it counted."""
    one, other = before.population.noun, telling.population.noun
    return not telling.included_in and (not other or one == other or (not one and is_anyone(other)))
