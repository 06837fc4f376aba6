"""Where two figures of one scope and number are said to have been, in words: at which site, how far, near or in it."""

import re

from sayso.audit.comparing.retelling import Told
from sayso.audit.comparing.said import what_is_said
from sayso.audit.telling import Telling
from sayso.audit.told.placing import names_printed, tokens
from sayso.audit.wording import compiled, words

_NAME = r"[A-Z][\w’'-]+(?: (?:[A-Z][\w’'-]+|al-\w+))*"
_THE = r"(?:the|its|his|her|their|an?)"
_AT_SITE = re.compile(
    rf"\b(?:at|in|near|inside|outside|beside|by|over|on|along|around) {_THE} ((?:[a-z]+ ){{0,2}}[a-z]+)\b"
)
_ALL_OVER = re.compile(
    r"\b(?:across|throughout|all over|over|around) (?:the|his|her|its|their) (?:whole |entire )?"
    r"(city|town|district|province|region|county|country|island|valley|state|capital)\b"
)
_HAMLETS = r"(?:villages|hamlets|towns|districts|suburbs|hills|settlements)"
_AND = re.compile(
    rf"\b({_NAME})(?:, {_NAME})*,? and (?:in |at |near |around )?(?:the )?"
    rf"(?:{_NAME}|(?:[a-z]+ ){{0,3}}(?:of )?{_NAME}|(?:[a-z]+ ){{0,2}}{_HAMLETS})"
)
_AROUND = re.compile(
    r"\b(?:in|inside|at) and (?:around|near|outside) |\band (?:its|the) (?:surroundings|hills|suburbs|outskirts)\b"
)
_IN = re.compile(rf"\b(?:[Ii]n|[Ii]nside|[Aa]t|[Ww]ithin) (?:the (?:[a-z]+ ){{1,2}}of )?(?:[a-z]+ )?({_NAME})")
_LAND = (
    r"(?i:valley|strait|bank|bay|sound|gulf|river|delta|lake|island|peninsula|desert|forest|mountains|hills|heights|plateau"
    r"|pass|channel|reef|coast|gap|plain)"
)
_LANDSCAPE = re.compile(rf"\b(?:in|on|off|at|inside|across) the ((?:[A-Z][\w’'-]+ )+{_LAND})\b")
_NEAR = re.compile(rf"\b(?:outside|near|(?:north|south|east|west)[a-z-]* of) (?:the (?:[a-z]+ )?of )?({_NAME})")
_OUTSIDE = re.compile(rf"\b(?:outside|in front of|opposite|next to) {_THE} ((?:[a-z]+ ){{0,2}}[a-z]+)\b")
_INSIDE = re.compile(rf"\b(?:in|inside|within) {_THE} ((?:[a-z]+ ){{0,2}}[a-z]+)\b")
_ON_THE_WAY = re.compile(rf"\bon the (?:road|way|outskirts|edge|approach|approaches) (?:to|of|from) (?:the )?({_NAME})")
_MANY = r"(?:two|three|four|five|six|seven|eight|nine|ten|\d+|several|many|both|all)"
_SEVERAL = re.compile(
    rf"\b(?:(?:off|in|at|across|over) (?:the |its |all |both |their )?(?:[a-z]+['’]s )?{_MANY} "
    r"|(?:off|across|over) the |(?:in|at|across) its )(?:of )?"
    r"(ports|harbours|plants|works|factories|towns|cities|villages|districts|provinces|regions|camps|schools|prisons"
    r"|hospitals|sites|mines|islands|countries)\b"
)
_LEVEL = r"(?:town|city|village|district|province|region|county|valley)"
_FROM = re.compile(
    r"\b(?:fled|flee|fleeing|driven|expelled|escaped|moved) (?:from|out of) (?:the )?(?:[a-z]+ of )?"
    rf"({_NAME}(?: {_LEVEL})?)"
)


def where_otherwise(left: Telling, right: Telling) -> Told | None:
    """Where it was, if the two say so in words that exclude one another."""
    told = [what_is_said(telling) for telling in (left, right)]
    ways = (_from_places, _at_sites, _beside_it, _as_far, _with_others, _in_landscape)
    return next((found for way in ways if (found := way(left, right, *told))), None)


def _from_places(left: Telling, right: Telling, one: str, other: str) -> Told | None:
    """Two places that people fled or were driven from."""
    here, there = _FROM.search(one), _FROM.search(other)
    if not here or not there or tokens(here[1]) & (tokens(there[1]) | right.where.within):
        return None
    return None if tokens(there[1]) & left.where.within else (here[0], there[0])


def _at_sites(_left: Telling, _right: Telling, one: str, other: str) -> Told | None:
    """Two buildings or open places: at the market, in the bank."""
    ours, theirs = ({m[1] for m in _AT_SITE.finditer(text) if _site(m[1])} for text in (one, other))
    apart = ours and theirs and not {_site(told) for told in ours} & {_site(told) for told in theirs}
    return (min(ours), min(theirs)) if apart else None


def _site(told: str) -> str:
    return next((noun for noun in reversed(told.split()) if noun in words("buildings") | words("open_places")), "")


def _beside_it(_left: Telling, _right: Telling, one: str, other: str) -> Told | None:
    """Near a town or on the way to it, and in a town; outside a building, and inside it."""
    for ours, theirs in ((one, other), (other, one)):
        out, into = _OUTSIDE.search(ours), _INSIDE.search(theirs)
        if out and into and _site(out[1]) and _site(out[1]) == _site(into[1]) and not _INSIDE.search(ours):
            return (out[0], into[0]) if ours == one else (into[0], out[0])
        inside = None if _NEAR.search(theirs) or _AROUND.search(theirs) else _IN.search(theirs)
        near = None if _IN.search(ours) else _ON_THE_WAY.search(ours) or _NEAR.search(ours)
        if inside and near and (near.re is _ON_THE_WAY or near[1] == inside[1]):
            told = near[0], inside[0]
            return told if ours == one else (told[1], told[0])
    return None


def _as_far(left: Telling, right: Telling, one: str, other: str) -> Told | None:
    """All over a town or a land, or at several places of a sort, and at a site or in a place by name in it."""
    for inner, outer, ours, theirs in ((left, right, one, other), (right, left, other, one)):
        reach = _ALL_OVER.search(theirs) or _SEVERAL.search(theirs)
        if not reach or _ALL_OVER.search(ours) or _SEVERAL.search(ours):
            continue
        if inner.where.inmost & outer.where.mentions:
            continue
        site = next((m[1] for m in _AT_SITE.finditer(ours) if _site(m[1])), "") or inner.where.site
        named = next((name for name in inner.where.names if not _is_called(name, reach[1], inner, outer)), "")
        if told := site or named:
            return (told, reach[0]) if inner is left else (reach[0], told)
    return None


def _is_called(name: str, level: str, inner: Telling, outer: Telling) -> bool:
    """Whether one of the articles calls a place by the word for how far the other count reaches, or it is a state."""
    escaped = re.escape(name)
    before, behind = rf"\b{level}s? of {escaped}\b", rf"\b{escaped}(?:['’]s)? (?:[a-z]+ )?{level}\b"
    called = compiled(rf"{before}|{behind}|\b{escaped}, (?:a|the) (?:[a-z]+ ){{0,3}}{level}\b")
    return tokens(name) <= inner.where.states or any(called.search(t.article.text) for t in (inner, outer))


def _with_others(_left: Telling, _right: Telling, one: str, other: str) -> Told | None:
    """One place, and it with another: in Asvere, in Asvere and Merrin; in and around the town."""
    for alone, wider in ((one, other), (other, one)):
        more = _AND.search(wider) or _AROUND.search(wider)
        if not more or _AND.search(alone) or _AROUND.search(alone):
            continue
        shared = {more[1]} if more.re is _AND else _places(wider)
        if both := sorted(shared & _places(alone)):
            return (both[0], more[0]) if alone == one else (more[0], both[0])
    return None


def _in_landscape(left: Telling, right: Telling, one: str, other: str) -> Told | None:
    """A valley, a strait or the like by name, and another place by name: in the Ketting Strait, on the Lorn Bank."""
    for here, there, ours, theirs in ((left, right, one, other), (right, left, other, one)):
        land, place = _LANDSCAPE.search(ours), _LANDSCAPE.search(theirs) or _IN.search(theirs)
        known = names_printed(there.article) | there.where.within
        if land and place and not tokens(land[1]) & (tokens(place[1]) | known | there.where.mentions):
            return (land[0], place[0]) if here is left else (place[0], land[0])
    return None


def _places(text: str) -> set[str]:
    """The names and sites at which a clause says that something was."""
    return {m[1] for m in _IN.finditer(text)} | {m[1] for m in _AT_SITE.finditer(text) if _site(m[1])}
