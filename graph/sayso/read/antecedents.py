"""Whom a personal pronoun means: the person who stands out most in what was told just before."""

import re

from sayso.read.actor import BODIES, Actor
from sayso.read.discourse import Discourse
from sayso.read.lexicon import words
from sayso.read.personhood import acts, has_given_name
from sayso.read.plain_names import plain_body
from sayso.read.reading import Spans

_REACH = 5  # sentences back
_REACH_OF_IT = 2
_THE = 4
_INTENDS = re.compile(
    r"\s+(?:also\s+)?(?:will|would|plans|planned|expects|expected|intends|intended|aims|hopes|hoped|regrets|regretted|does\s+not|did\s+not"
    r"|ha[sd]\s+no|(?:is|was)\s+(?:still\s+)?(?:working|investigating|looking|aware|confident|committed|reviewing|cooperating|preparing))\b"
)
"""What a body tells of itself: "the agency would say no more, it said"."""
IT, THEY = frozenset(("it", "its")), frozenset(("they", "their", "them"))
_GENDERS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}


def gender_of(pronoun: str) -> str | None:
    """The letter m or f that a pronoun of one person tells."""
    return _GENDERS.get(pronoun)


def person_before(discourse: Discourse, offset: int, pronoun: str, outside: Spans = ()) -> Actor | None:
    """The person whom a pronoun at this offset means, by nearness, prominence and gender; ``None`` where nobody fits.

    Sentences apart count most; a subject or speaker, and somebody named often, stand out; a person inside
    another quotation stands back, and so does one of whom nothing tells that it is a person at all. Whoever
    is named in the stretches ``outside`` is not meant.
    """
    best: dict[Actor, float] = {}
    gender = gender_of(pronoun)
    here, quote = discourse.sentence(offset), discourse.quote(offset)
    for start, end, actor in discourse.recent(offset):
        apart = here - discourse.sentence(start)
        if apart > _REACH:
            break
        if (
            any(a <= start < b for a, b in outside)
            or not is_one_person(actor)
            or (gender and actor.gender and actor.gender != gender)
        ):
            continue
        if actor.tentative and apart > 1:
            continue
        score = _prominence(discourse, start, end, actor) - apart
        score -= 1.0 if discourse.quote(start) not in (None, quote) else 0.0
        score += 0.4 if gender and actor.gender == gender else 0.0
        score -= 0.9 if pronoun == "him" and apart == 0 and discourse.begins_sentence(start) else 0.0
        best[actor] = max(score, best.get(actor, score))
    ranked = sorted(best, key=lambda actor: (-best[actor], -actor.last_named(offset)))
    if not ranked:
        return None
    clear = len(ranked) == 1 or best[ranked[0]] - best[ranked[1]] >= 0.3
    if gender and clear:
        ranked[0].pronoun = ranked[0].pronoun or gender
    return ranked[0]


def _prominence(discourse: Discourse, start: int, end: int, actor: Actor) -> float:
    score = 0.05 * min(6, len(actor.spans))
    if discourse.spoke_at(start, actor):
        score += 0.8
    elif discourse.begins_sentence(start):
        score += 0.6
    elif acts(discourse.text, end):
        score += 0.3
    return score - (0.6 if actor.tentative else 0.0)


def is_one_person(actor: Actor) -> bool:
    """A person, named or not, and no group of people."""
    if actor.type == "Person":
        return not actor.plural
    return (
        actor.type == "UnnamedSource"
        and not actor.plural
        and actor.noun in words("persons", "roles") | words("occupations", "roles") | _ONE
    )


_ONE = frozenset(
    [
        "one",
        "man",
        "woman",
        "person",
        "boy",
        "girl",
        "source",
        "someone",
        "somebody",
        "counterpart",
        "colleague",
        "rival",
        "successor",
        "predecessor",
        "ally",
        "friend",
        "passenger",
    ]
)


def body_before(discourse: Discourse, offset: int, told: Spans = (), outside: Spans = ()) -> Actor | None:
    """Whom "it" means: a body that spoke lately, or the subject or last one of the sentences just before.

    A document that spoke is one too, and so is somebody of whom nothing but a name is known. Who spoke in the sentence
    before goes on speaking in its paragraph, whomever the words name that stand before the pronoun (``told``): "the
    union called a strike. The firm got a loan, it said". Nobody is meant whom the stretches ``outside`` name.
    """
    here = discourse.sentence(offset)
    before = discourse.sentence(min((offset, *(start for start, _ in told)))) - 1
    near: list[tuple[float, int, Actor]] = []
    for start, end, actor in discourse.recent(offset):
        apart = here - discourse.sentence(start)
        if apart > _REACH_OF_IT:
            break
        if any(a <= start < b for a, b in outside):
            continue
        spoke = discourse.spoke_at(start, actor)
        goes_on = spoke and discourse.sentence(start) == before and discourse.in_one_paragraph(start, offset)
        itself = any(0 <= start - a <= _THE for a, _ in told) and _INTENDS.match(discourse.text, end) is not None
        if actor.type in BODIES:
            lead = 1.0 if spoke else 0.6 if discourse.begins_sentence(start) else 0.0
            near.append((lead - apart + (goes_on or itself), -start, actor))
        elif (spoke or itself) and _may_be_it(actor):
            near.append((0.5 - apart + (goes_on or itself), -start, actor))
    if near:
        return _as_body(max(near, key=lambda found: found[:2])[2])
    spoken = [actor for actor in discourse.heard(offset)[:4] if actor.type in BODIES]
    return spoken[0] if spoken else plain_body(discourse, offset, 1)


def _may_be_it(actor: Actor) -> bool:
    """Whether a speaker that is no body may be an "it": a document, an institution without a name, a bare name."""
    unnamed = actor.type == "UnnamedSource" and actor.described and not actor.plural
    return may_be_body(actor) or (unnamed and not is_one_person(actor))


def _as_body(actor: Actor) -> Actor:
    if actor.type == "Person":
        actor.type = "Organization"
    return actor


def meant(discourse: Discourse, pronoun: str, offset: int, told: Spans = (), outside: Spans = ()) -> Actor | None:
    """Whom a pronoun means that is said to say what is ``told``: "it" a body, "they" a group, any other one person."""
    if pronoun in IT:
        return body_before(discourse, offset, told, outside)
    if pronoun in THEY:
        return group_before(discourse, offset)
    return person_before(discourse, offset, pronoun, outside)


def may_be_body(actor: Actor) -> bool:
    """Whether a name taken for a person's may be a body's: no given name, role or pronoun says otherwise."""
    plain = actor.type == "Person" and not (
        actor.entry or actor.held or actor.pronoun or actor.described or actor.personal
    )
    return plain and not has_given_name(actor.label)


def group_before(discourse: Discourse, offset: int) -> Actor | None:
    """Those whom "they" means: a group, a body or several who spoke lately."""
    many = (a for a in discourse.heard(offset)[:4] if a.plural or a.type in ("JointSource", *BODIES))
    return next(many, None)
