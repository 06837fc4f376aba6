"""Which body told of before a description means: "the ministry", "the airline", "the charity", "the force"."""

import re

from sayso.namespaces import slug
from sayso.read.actor import BODIES, Actor
from sayso.read.antecedents import may_be_body
from sayso.read.bodies import is_generic, kind_of_body, plain_kind
from sayso.read.discourse import Discourse
from sayso.read.lexicon import words
from sayso.read.phrase import DETERMINERS, Phrase, seat_in
from sayso.read.plain_names import plain_body

_REACH = 3
"""Sentences back within which a name of unknown kind may be the body that is meant."""

_WITHIN = re.compile(
    r"(?<!shares )(?<!stake )(?<!stock )\b(?:in|near|outside|around|(?:town|city|village|port|district)\s+of)\s+$",
    re.IGNORECASE,
)
_CIVIL = frozenset(["group", "organisation", "union", "coalition", "alliance", "party", "institute"])
"""Kinds of bodies that citizens form."""

_OF_ANY_NAME = frozenset(
    ["agency", "service", "group", "company", "organisation", "institute", "union", "bank", "authority", "force"]
)
"""Kinds of bodies whose names need not tell what they are."""

_OF_STATES = frozenset(["ministry", "department", "government", "court", "police", "army", "military", "parliament"])

_CLEAR = 0.3
"""By how much one must stand out from the next."""

_NAMED_AT_WILL = frozenset(["agency", "organisation", "broadcaster", "newspaper", "outlet", "bank"])
"""Kinds of bodies, besides companies and groups, whose names seldom tell what they are."""


_KINDRED = plain_kind(["agency", "group"])
"""Kinds of which one may stand for the other where the words before them agree: "aid group" for "aid agency"."""


class BodiesMeant:
    """Finds the body that a description means among those named or heard before it."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse, self._cast = discourse, discourse.cast

    def told(self, phrase: Phrase, country: str | None, speaking: bool) -> Actor | None:
        """The body of this kind named or heard last; nobody where two of a kind stand equally near.

        Where the last one of the kind is far, or of a kindred kind alone, a name just told of whose kind nothing
        tells may be meant as well: "Orvel lost 90 boats. The company said". ``speaking`` says that it is a source.
        """
        here = self._discourse.sentence(phrase.span[0])
        if country is None and (group := self._group(phrase, here, speaking)) is not None:
            return group
        found: dict[Actor, int] = {}
        for start, _, actor in self._discourse.recent(phrase.span[0]):
            if actor.type in BODIES and is_of_kind(actor, phrase, country):
                found.setdefault(actor, here - self._discourse.sentence(start))
        called = {actor: apart for actor, apart in found.items() if _is_called(actor, phrase.noun)}
        kindred, found = not called, called or found
        nearest = min(found.values(), default=None)
        if country is None and (nearest is None or (kindred and nearest > 1)):
            unknown = self._of_no_known_kind(phrase, here, speaking) or self._just_spoke(phrase, here)
            if unknown is not None or nearest is None:
                return unknown
        closest = [actor for actor, apart in found.items() if apart == nearest]
        if len(closest) > 1 and len({actor.country for actor in closest}) > 1 and nearest:
            closest = [actor for actor in closest if self._discourse.heard(phrase.span[0])[:1] == [actor]]
        return closest[0] if closest else None

    def called_so(self, phrase: Phrase) -> Actor | None:
        """The body named before whose name ends in the noun: "the tracker" after "the Harbour Ship Tracker"."""
        if phrase.determiner not in ("the", "this") or len(phrase.head) != 2 or len(phrase.words) > 2:
            return None
        for _, _, actor in self._discourse.recent(phrase.span[0]):
            named = actor.type in ("Organization", "Outlet") and not actor.described and " " in actor.label
            if named and actor.label.casefold().split()[-1] == phrase.noun:
                return actor
        return None

    def _group(self, phrase: Phrase, here: int, speaking: bool) -> Actor | None:
        """Whom "the group" or "the aid group" means: the foremost of the bodies just named that no state has."""
        plain = phrase.determiner in ("the", "this") and len(phrase.words) == len(phrase.head)
        sort = {word.bare for word in phrase.head[1:-1]}
        if phrase.noun not in words("civil_groups", "roles") or not plain or not sort <= words("fields", "roles"):
            return None
        best: dict[Actor, float] = {}
        for start, _, actor in self._discourse.recent(phrase.span[0]):
            apart = here - self._discourse.sentence(start)
            if apart > _REACH:
                break
            unknown = self._names_a_body(actor, start, speaking and apart > 0)
            if (unknown or _is_civil(actor)) and not _is_of_another_field(actor, sort):
                score = self._standing(start, actor) - 0.5 * apart
                best[actor] = max(score, best.get(actor, score))
        foremost = max(best, key=lambda actor: best[actor], default=None)
        return _as_body(foremost, phrase) if foremost is not None and best[foremost] > -1.0 else None

    def _of_no_known_kind(self, phrase: Phrase, here: int, speaking: bool) -> Actor | None:
        """Whom "the agency" means: the foremost of the bodies just named whose names do not tell what they are.

        Bodies that are mostly called what they are ("the union") must be the only one near.
        """
        any_name = _may_be_any(phrase)
        if not (any_name or _is_broad(phrase)):
            return None
        best: dict[Actor, float] = {}
        for start, _, actor in self._discourse.recent(phrase.span[0]):
            apart = here - self._discourse.sentence(start)
            if apart > (_REACH if any_name else 1):
                break
            if self._names_a_body(actor, start, speaking and apart > 0):
                score = self._standing(start, actor) - 0.5 * apart
                best[actor] = max(score, best.get(actor, score))
        if not best and any_name and (plain := plain_body(self._discourse, phrase.span[0], 1)):
            return _as_body(plain, phrase)
        ranked = sorted(best, key=lambda actor: -best[actor])
        clear = len(ranked) == 1 or (any_name and ranked and best[ranked[0]] - best[ranked[1]] >= _CLEAR)
        return _as_body(ranked[0], phrase) if clear else None

    def _just_spoke(self, phrase: Phrase, here: int) -> Actor | None:
        """The body that spoke right before a bare noun that may mean any: "Tarnpol said today. … The agency said"."""
        kind = kind_of_body(phrase.noun)
        plain = phrase.determiner in ("the", "this") and len(phrase.words) == len(phrase.head) == 2
        if not plain or kind not in _OF_ANY_NAME:
            return None
        for start, _, actor in self._discourse.recent(phrase.span[0]):
            if here - self._discourse.sentence(start) > 1:
                break
            named = actor.type in ("Organization", "Outlet") and not actor.described
            if named and self._discourse.spoke_at(start, actor):
                state = {kind_of_body(word) for word in _told(actor)} & _OF_STATES and is_generic(actor.label)
                return actor if not state or kind == "force" else None
        return None

    def _standing(self, start: int, actor: Actor) -> float:
        """How much a mention stands out: one that spoke before a subject, and that before any other."""
        if self._discourse.spoke_at(start, actor):
            return 1.0
        return 0.6 if self._discourse.begins_sentence(start) else 0.0

    def _names_a_body(self, actor: Actor, start: int, speaking: bool) -> bool:
        """Whether a mention may be of a body of unknown kind; not "Red Hill" in "the Red Hill mine"."""
        spoke = self._discourse.spoke_at(start, actor)
        if actor.kinds or actor.described or actor.entry or (_is_thing(actor.label) and not spoke):
            return False
        if actor.type in ("Organization", "Outlet"):
            return not actor.tentative or self._discourse.begins_sentence(start)
        named = " " in actor.label or (speaking and spoke)
        return named and may_be_body(actor) and not (self._is_called_short(actor) or self._is_a_place(actor))

    def _is_a_place(self, actor: Actor) -> bool:
        """Whether something is told to be in it or near it somewhere."""
        text = self._discourse.text
        return any(_WITHIN.search(text, max(0, start - 20), start) for start, _ in actor.spans)

    def _is_called_short(self, actor: Actor) -> bool:
        """Whether the last part of the name stands for it somewhere, as a surname does."""
        text, last = self._discourse.text, actor.label.split()[-1]
        return " " in actor.label and any(text[start:end] == last for start, end in actor.spans)


def is_of_kind(actor: Actor, phrase: Phrase, country: str | None) -> bool:
    """Whether the body is of this kind, and of the sort that the words before the noun tell."""
    if actor.seat and seat_in(phrase) not in ("", actor.seat):
        return False
    unknown = actor.country is None and not (actor.described or is_generic(actor.label))
    if country and actor.country != country and not unknown:
        return False
    kinds = [kind.casefold() for kind in actor.kinds]
    told = plain_kind(word for said in (actor.label.casefold(), *kinds) for word in re.findall(r"[\w-]+", said))
    of_country = country is not None
    sort = plain_kind(w.bare for w in phrase.head[:-1] if not (of_country and w.named)) - DETERMINERS
    kind, noun = kind_of_body(phrase.noun), plain_kind([phrase.noun])
    if phrase.noun == "group" and not sort and "company" in kinds:
        return True
    return (kind in kinds or noun <= told or bool(sort and noun <= _KINDRED and told & _KINDRED)) and sort <= told


def _is_civil(actor: Actor) -> bool:
    """Whether a body's name or kind tells that it is one that citizens form."""
    if actor.type not in ("Organization", "Outlet") or any(kind.startswith("international") for kind in actor.kinds):
        return False
    return bool({kind_of_body(word) for word in _told(actor)} & _CIVIL)


def _is_of_another_field(actor: Actor, sort: set[str]) -> bool:
    """Whether its name or kind tells of another field than the words before a noun: "rights" for an aid agency."""
    fields = _told(actor) & words("fields", "roles")
    return bool(sort and fields and not sort & fields)


def _told(actor: Actor) -> set[str]:
    """The words of its name and of its kinds."""
    return set(re.findall(r"[\w-]+", " ".join((actor.label, actor.noun, *actor.kinds)).casefold()))


def _is_called(actor: Actor, noun: str) -> bool:
    """Whether its name, or what it was called, has the very noun."""
    return noun in _told(actor)


def _may_be_any(phrase: Phrase) -> bool:
    """Whether the noun fits a body of whatever name: a company or a group, however described, or a bare agency."""
    if phrase.determiner not in ("the", "this") or len(phrase.words) > len(phrase.head):
        return False
    kind, before = kind_of_body(phrase.noun), phrase.head[1:-1]
    if kind in ("company", "group"):
        return not any(w.possessive or w.named or w.bare in words("generic_words", "roles") for w in before)
    return kind in _NAMED_AT_WILL and not before


def _is_broad(phrase: Phrase) -> bool:
    owned = any(word.possessive or word.named for word in phrase.head[1:-1])
    return phrase.determiner in ("the", "this") and phrase.noun in words("broad_bodies", "roles") and not owned


def _is_thing(name: str) -> bool:
    """Whether it begins or ends as storms, waters and the like are called."""
    parts = slug(name).split("-")
    return bool({parts[0], parts[-1]} & words("no_bodies", "roles"))


def _as_body(actor: Actor, phrase: Phrase) -> Actor:
    """The actor, known from here on as a body of that kind."""
    if actor.type == "Person":
        actor.type = "Organization"
    actor.kinds |= {kind_of_body(phrase.noun) or "", phrase.noun}
    return actor
