"""How the places of two figures lie to each other: by name, by level from town to nation, and as unnamed sites."""

import re
from typing import Literal

from sayso.audit.speakers.offices import seat
from sayso.audit.telling import Telling, Where
from sayso.audit.told.amounts import nominal, same_number
from sayso.audit.told.dates import gap
from sayso.audit.told.placing import names_printed, setting, tokens
from sayso.audit.wording import first

_LEVELS = ("town", "province", "several", "nation")
_SMALLER = 2
_HEAD_OF = re.compile(
    r"\b(?:mayor|council|sheriff|police(?: chief| commissioner)?|fire (?:chief|service|brigade)) (?:of|in) "
    r"([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)"
)
_WIDE = {"several", "nation"}
Relation = Literal["narrower", "wider", "apart"]


def lie_in_place(left: Telling, right: Telling) -> Relation | None:
    """How the first place lies to the second; None where they are the same, or one goes without saying."""
    inmost, others = _inmost(left), _inmost(right)
    if left.root.key == right.root.key and not same_number(left, right):
        inmost, others = inmost - left.where.said_at, others - right.where.said_at  # it may be where it was said
    if left.article.iri == right.article.iri and left.headline != right.headline and same_number(left, right):
        return None  # a headline tells of the place of its text, in fewer words
    if inmost & others and bool(left.where.beside) != bool(right.where.beside):
        return "wider" if left.where.beside else "narrower"
    if not inmost & others and (relation := _by_level(left, right)):
        return relation
    if _two_sites(left.where.site, right.where.site) or (not inmost | others and _two_seats(left, right)):
        return "apart"
    if inmost and others:
        return None if inmost & others else _by_name(left, right)
    told, silent = (left, right) if inmost else (right, left)
    return "apart" if (inmost or others) and _is_elsewhere(told, silent) else None


def _by_level(left: Telling, right: Telling) -> Relation | None:
    """How two places lie that are told as town, province or nation; a place that is singled out is the narrower one."""
    one, other = left.where, right.where
    within = _around(one) & _inmost(right) or _around(other) & _inmost(left)
    if bool(one.alone) != bool(other.alone) and not within and not same_number(left, right):
        return "narrower" if one.alone else "wider"
    if one.level == other.level:
        return None
    if one.level and other.level:
        return "narrower" if _LEVELS.index(one.level) < _LEVELS.index(other.level) else "wider"
    inner, level = (other, one.level) if one.level else (one, other.level)
    contrasted = inner.names or (inner.scene and level == "nation") or left.article.iri == right.article.iri
    if level in _WIDE and contrasted:
        return "wider" if one.level else "narrower"
    if level not in _WIDE and left.unit == right.unit == "percent":
        return "narrower" if one.level else "wider"  # a share with no place is that of the whole
    return None


def _around(where: Where) -> frozenset[str]:
    """The words of all names in the clause, and where it names no place those of the place told of before."""
    return where.mentions if where.names else where.mentions | where.scene


def _by_name(left: Telling, right: Telling) -> Relation | None:
    one, other = _inmost(left), _inmost(right)
    governed = [_governed(t) for t in (left, right)]
    two = all(governed) and left.root.key != right.root.key
    states = [t.where.states | (frozenset() if two else own) for t, own in zip((left, right), governed, strict=True)]
    if (one <= states[0]) != (other <= states[1]) and not {
        left.where.level,
        right.where.level,
    } & _WIDE:
        return None  # "in Velmora" tells which state the event was in, and not that all of it was counted
    if one & right.where.mentions or other & left.where.mentions or _is_venue(left, right) or _is_venue(right, left):
        return None
    for inner, outer, relation in ((left, right, "narrower"), (right, left, "wider")):
        if _inmost(outer) & inner.where.within or outer.place in inner.wholes:
            known = _inmost(inner) & names_printed(outer.article) or not outer.article.text
            return relation if known else None  # type: ignore[return-value]
    return "apart"


def _governed(telling: Telling) -> frozenset[str]:
    """The words of the name of a ministry: "the health ministry of Norvik" counts in Norvik, as goes without saying."""
    return tokens(telling.root.name) if first("ministries", telling.root.name) else frozenset()


def _is_venue(inner: Telling, outer: Telling) -> bool:
    """Whether a figure told "at" a works or hospital may be of the town, which its own article names as well."""
    places = _inmost(inner)
    known = names_printed(inner.article) | tokens(inner.article.outlet) | setting(outer.article)
    return bool(places) and places <= inner.where.venue and bool(_inmost(outer) & known)


def _inmost(telling: Telling) -> frozenset[str]:
    place = place_of(telling)
    return telling.where.inmost or tokens("" if place == telling.where.site else place)


def _two_seats(left: Telling, right: Telling) -> bool:
    """Whether the heads of two towns speak, who say no place: each counts in its own."""
    one, other = (tokens(m[1]) if (m := _HEAD_OF.search(_speaker(t))) else frozenset() for t in (left, right))
    return bool(one and other) and not one & other


def _speaker(telling: Telling) -> str:
    """The words that tell who gave the figure."""
    spans = telling.chain[-1].source if telling.chain else ()
    return " ".join(telling.article.text[slice(*span)] for span in spans)


def _is_set_beside(told: Telling, silent: Telling) -> bool:
    """Whether one text opens a sentence with the place of a far lower number: "In Orlan, eleven had been killed"."""
    one_text = told.article.iri == silent.article.iri and told.root.key != silent.root.key
    lower = nominal(told) * _SMALLER < nominal(silent)
    return one_text and lower and bool(told.where.fronted - told.where.said_at)


def _is_elsewhere(told: Telling, silent: Telling) -> bool:
    """Whether a place is neither that of its own article nor known to the other, and set against that of the other.

    It is where the other told of another place before, or where its own sentence opens with it.
    """
    places, before = _inmost(told), silent.where.scene
    if _is_set_beside(told, silent):
        return True
    one_text = told.article.iri == silent.article.iri and same_number(told, silent)
    if one_text and told.root.key == silent.root.key:
        return False
    if places & (silent.where.mentions if one_text else names_printed(silent.article) | silent.where.mentions):
        return False
    if before:
        return not before & (places | told.where.within)
    newer = told.root.key == silent.root.key and gap(silent.told_on, told.told_on)[0] >= 0
    if newer and nominal(told) * _SMALLER < nominal(silent):
        return True  # a number that is far lower is no newer one of one source, but of that place
    shown = told.where.fronted & places or one_text
    return bool(shown and setting(silent.article)) and not places & setting(told.article)


def _two_sites(one: str, other: str) -> bool:
    """Whether two places without a name are two: many and one, or each told by another word before its noun."""
    if not one or not other:
        return False
    (*left, head), (*right, other_head) = one.split(), other.split()
    if head.endswith("s") != other_head.endswith("s") and {"works"} & {head, other_head} != {head, other_head}:
        return head.rstrip("s") == other_head.rstrip("s") or "works" in (head, other_head)
    return bool(left[1:]) and bool(right[1:]) and not set(left[1:]) & set(right[1:])


def place_of(telling: Telling) -> str:
    """The place that is told, or the town that the name of the local body tells which speaks."""
    return telling.place_name or seat(telling.root.key, telling.root.name)


def place_told(telling: Telling) -> str:
    """The place in words: by name, by level, by the scene that the text told of, or "the whole" where none is told."""
    told = telling.where
    return telling.place_name or told.alone or told.level or " ".join(sorted(told.scene)).title() or "the whole"


def ward_told(telling: Telling) -> str:
    """That one hospital, of several perhaps, counts whom it has taken in; where hospitals do, they may be all."""
    sentence = telling.sentence_text
    return "" if first("wards", sentence) else first("ward", sentence)
