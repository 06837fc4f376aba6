"""Bodies brought in without their name: "a monitoring group said. … The Orvel Centre for Human Rights said".

News leads with what a source is and names it in the next sentence. A body of a kind that is told of at the top is the
first body of that kind, named right after, that says something too; where two could be meant it keeps no name.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.read.actor import Actor
from sayso.read.bodies import kind_of_body, plain_kind
from sayso.read.cast import Cast
from sayso.read.lexicon import words
from sayso.read.reading import Statement

_TOP, _NEXT = 700, 900
"""Characters from the start in which a body is brought in, and within which it has to be named."""
_WORD = re.compile(r"[^\W\d_]+")
_CIVIL = frozenset(("organisation", "institute", "union", "hospital", "company", "bank", "university", "party"))
"""Kinds of bodies of which an article brings one in so; of a state's bodies it says whose they are."""


def named_ahead(statements: Sequence[Statement], cast: Cast) -> list[Statement]:
    """The statements, those of a body without a name given to the one that is named next."""
    actors = {actor.id: actor for actor in cast.actors}
    ordered = sorted((s for s in statements if s.source), key=lambda s: s.source[0])
    heard = [(s.source[0][0], actors[s.speaker]) for s in ordered if s.speaker in actors]
    meant: dict[str, Actor] = {}
    for at, actor in heard:
        if actor.id not in meant and (body := _next_named(actor, at, heard)) is not None:
            meant[actor.id] = body
    for name, body in meant.items():
        _take_over(cast, actors[name], body)
    return [replace(s, speaker=meant[s.speaker].id) if s.speaker in meant else s for s in statements]


def _next_named(actor: Actor, at: int, heard: Sequence[tuple[int, Actor]]) -> Actor | None:
    """The body that a description at the top means, if just one that is named soon can be meant."""
    kind = _kind(actor)
    if kind is None or at > _TOP:
        return None
    after = [(there, other) for there, other in heard if at < there <= at + _NEXT and _is_named(other)]
    fitting = list(dict.fromkeys(other for _, other in after if _may_be(kind, other)))
    sure = [other for other in fitting if kind in _kinds(other)]
    if len(sure) == 1:
        return sure[0]
    first = after[0][1] if after else None
    return first if not sure and fitting == [first] else None


def _kind(actor: Actor) -> str | None:
    """What sort of body an actor is that has no name and is told of as one; None for anybody else."""
    said = _words_of(actor)
    if not actor.described or actor.plural or not said or actor.type not in ("UnnamedSource", "Organization"):
        return None
    kind = next(iter(plain_kind([kind_of_body(said[-1]) or ""])))
    brought_in = said[0] in ("a", "an") or (said[0] != "the" and said[-1] in words("brought_in", "roles"))
    return kind if kind in _CIVIL and brought_in else None


def _kinds(actor: Actor) -> frozenset[str]:
    """The sorts of body that the words of a name, or what the article calls it, tell."""
    named = _words_of(actor)
    sorts = (sort.split()[-1] for sort in actor.kinds if sort and not sort.startswith("international"))
    called = [kind for word in (*named, *sorts) if (kind := kind_of_body(word))]
    civil = {"organisation"} if words("civil_names", "roles").intersection(named) else set()
    return plain_kind([*called, *actor.kinds]) | civil


def _may_be(kind: str, actor: Actor) -> bool:
    """Whether a name goes with a kind: it tells that kind, or is that of an organisation and tells nothing."""
    kinds = _kinds(actor)
    outlet_or_armed = words("no_civil_names", "roles").intersection(_words_of(actor))
    tells_nothing = not kinds and actor.entry is None and not outlet_or_armed
    return kind in kinds or (kind == "organisation" and tells_nothing)


def _words_of(actor: Actor) -> list[str]:
    return [word.casefold() for word in _WORD.findall(actor.label)]


def _is_named(actor: Actor) -> bool:
    return actor.type == "Organization" and not actor.described and actor.label[:1].isupper()


def _take_over(cast: Cast, described: Actor, body: Actor) -> None:
    """Give the mentions of a description to the body that it means."""
    for span in described.spans:
        cast.mention(body, span)
    cast.actors.remove(described)
