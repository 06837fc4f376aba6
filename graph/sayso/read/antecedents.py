"""Whom a personal pronoun means: the person who stands out most in what was told just before."""

from sayso.read.actor import BODIES, Actor
from sayso.read.discourse import Discourse
from sayso.read.lexicon import noun_cues, words
from sayso.read.personhood import acts, has_given_name
from sayso.read.reading import Spans

_REACH = 5  # sentences back
_REACH_OF_IT = 2
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
    if discourse.spoke_at(start):
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


def body_before(discourse: Discourse, offset: int, outside: Spans = ()) -> Actor | None:
    """Whom "it" means: a body that spoke lately, or the subject or last one of the sentences just before.

    A document that spoke is one too, and so is somebody of whom nothing but a name is known, where no body stands near.
    """
    here = discourse.sentence(offset)
    near: list[tuple[float, Actor]] = []
    for start, _, actor in discourse.recent(offset):
        apart = here - discourse.sentence(start)
        if apart > _REACH_OF_IT:
            break
        if any(a <= start < b for a, b in outside):
            continue
        spoke = discourse.spoke_at(start)
        if actor.type in BODIES or (spoke and _is_document(actor)):
            lead = 1.0 if spoke else 0.6 if discourse.begins_sentence(start) else 0.0
            near.append((lead - apart, actor))
        elif spoke and may_be_body(actor):
            near.append((0.5 - apart, actor))
    if near:
        found = max(near, key=lambda pair: pair[0])[1]
        if found.type == "Person":
            found.type = "Organization"
        return found
    spoken = [actor for actor in discourse.heard(offset)[:4] if actor.type in BODIES]
    return spoken[0] if spoken else None


def meant(discourse: Discourse, pronoun: str, offset: int, outside: Spans = ()) -> Actor | None:
    """Whom a pronoun means: "it" a body, "they" a group, any other one person."""
    if pronoun in IT:
        return body_before(discourse, offset, outside)
    if pronoun in THEY:
        return group_before(discourse, offset)
    return person_before(discourse, offset, pronoun, outside)


def may_be_body(actor: Actor) -> bool:
    """Whether a name taken for a person's may be a body's: no given name, role or pronoun says otherwise."""
    plain = actor.type == "Person" and not (actor.entry or actor.held or actor.pronoun or actor.described)
    return plain and not has_given_name(actor.label)


def _is_document(actor: Actor) -> bool:
    return actor.type == "UnnamedSource" and actor.noun in words("documents", "roles") | noun_cues().keys()


def group_before(discourse: Discourse, offset: int) -> Actor | None:
    """Those whom "they" means: a group, a body or several who spoke lately."""
    many = (a for a in discourse.heard(offset)[:4] if a.plural or a.type in ("JointSource", *BODIES))
    return next(many, None)
