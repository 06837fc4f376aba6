"""Whether a capitalised name is a body's, and of what kind, as far as the words beside it tell."""

import re
from collections.abc import Iterable, Sequence

from sayso.ingest.article import Span
from sayso.namespaces import slug
from sayso.read.actor import Actor
from sayso.read.bodies import is_generic, kind_of_body
from sayso.read.lexicon import words
from sayso.read.names import Named
from sayso.read.personhood import has_given_name
from sayso.read.phrase import phrase_of

_BEFORE = re.compile(r"(?:^|[\s(“\"])(?P<noun>[^\W\d_][\w-]*)(?P<comma>,?)\s+$")
_AFTER = re.compile(
    r"(?:,\s+|\s+\()(?:an?|the|its|one\s+of\s+the)\s+(?P<what>[^,.;:()“”\"—–]{3,90}?)(?P<mark>[,.;)—–]|\s(?:said|says)\b)"
)
_OWNS = re.compile(
    r"['’]s?\s+(?:[\w-]+\s+)?(?:shares|stock|share\s+price|chief\s+executive|CEO|works\s+council|subsidiary|revenues?"
    r"|profits?|sales|shareholders|customers|headquarters)\b"
)
_HEARS = re.compile(
    r"\b(?:told|tells|informed|asked|warned|assured|reminded|sued|urged|tell|in|at|outside|of|to|from|by)\s+(?:the|an?|its)\s+(?:[\w-]+\s+){0,3}$"
)
_CAPITAL = re.compile(r"(?<![^\s(“\"])(?:New|North|South|East|West|San|Santa|Los|Las|St\.?|Saint|El|La)\s+$")
_PLACED = re.compile(r"\b(?:in|near)\s+$", re.IGNORECASE)
_ADJECTIVE = re.compile(r"(?:ean|ian|can|ese|ish|ern|al|ic|ed)$")
_SHORTEST = 4
_LOOK_BACK = 60
_LOOK_AHEAD = 110


def kind_told(text: str, span: Span) -> str | None:
    """The kind of body that the words beside a name call it; ``None`` where they call it none.

    >>> text = "Medical group Orvel grew. The operator, Tarn, shrank. Ilm, a charity, fled. Oda, a nurse, wept."
    >>> [kind_told(text, (at, at + n)) for at, n in ((14, 5), (40, 4), (54, 3), (75, 3))]
    ['group', 'company', 'group', None]
    """
    name = text[slice(*span)]
    if has_given_name(name) or name.endswith("ly") or _CAPITAL.search(text, max(0, span[0] - 20), span[0]):
        return None
    return _before(text, span) or _after(text, span) or ("company" if _OWNS.match(text, span[1]) else None)


def told_bodies(text: str, names: Sequence[Named]) -> dict[str, frozenset[str]]:
    """The slug of each name that is called a body somewhere, with the kinds; none that a person of the text bears."""
    kinds: dict[str, set[str]] = {}
    people = {slug(part) for name in names if name.titles or " " in name.text for part in name.text.split()[-1:]}
    for name in names:
        plain = name.type is None and not (name.entries or name.titles)
        if plain and (kind := kind_told(text, (name.start, name.end))):
            kinds.setdefault(slug(name.text), set()).add(kind)
    return {key: frozenset(held) for key, held in kinds.items() if key not in people}


class FirstWords:
    """The first words that stand for bodies named in several: "Kestrel" for "Kestrel Resources".

    None that is an adjective, a common word of names, a word that the text prints without a capital, or the
    first of two bodies: not "European", "Red" or "National".
    """

    def __init__(self, actors: Iterable[Actor], text: str) -> None:
        self._uncapitalised = frozenset(re.findall(r"\b[a-z][\w’'-]*", text))
        self._bodies: dict[str, list[Actor]] = {}
        for actor in actors:
            if actor.type in ("Organization", "Outlet") and " " in actor.label and not is_generic(actor.label):
                self._bodies.setdefault(actor.label.split()[0], []).append(actor)

    def body(self, word: str) -> Actor | None:
        """The body that a word alone stands for."""
        bodies = self._bodies.get(word, ())
        return bodies[0] if len(bodies) == 1 and self._may_stand_alone(word) else None

    def _may_stand_alone(self, word: str) -> bool:
        lower = word.casefold()
        common = words("generic_words", "roles") | words("things", "roles") | words("name_stop", "roles")
        plain = len(word) >= _SHORTEST and lower not in common and not _ADJECTIVE.search(lower)
        return plain and not {lower, lower + "s"} & self._uncapitalised


def _before(text: str, span: Span) -> str | None:
    """The kind in "medical group Orvel" or "the operator, Orvel,"; not in "told the court Roe had lied"."""
    start = max(0, span[0] - _LOOK_BACK)
    found = _BEFORE.search(text, start, span[0])
    if found is None or found["noun"][1:] != found["noun"][1:].lower():
        return None
    noun = found["noun"].casefold()
    kind = _kind(noun)
    if kind is None:
        return None
    closed = text[span[1] : span[1] + 1] in (",", ".", "")
    if found["comma"] and (not closed or found["noun"][0].isupper()):
        return None
    return None if _HEARS.search(text, start, found.start("noun")) else kind


def _after(text: str, span: Span) -> str | None:
    """The kind in "Orvel, the maker of ships," and "Orvel, a charity,"."""
    found = _AFTER.match(text, span[1], span[1] + _LOOK_AHEAD)
    if found is None or _PLACED.search(text, max(0, span[0] - 8), span[0]):
        return None
    phrase = phrase_of(text, found.span("what"))
    plain = not any(word.bare in ("and", "or") for word in phrase.head[:1])
    spoken = found["mark"].strip() in ("said", "says")
    return _kind(phrase.noun) if plain and not spoken and not phrase.head[-1].named else None


def _kind(noun: str) -> str | None:
    """The kind of body that a noun tells beside a name: "the firm Orvel", not "the ministry Orvel"."""
    named = noun in words("called_by_name", "roles") or noun.endswith("maker")
    return kind_of_body(noun) if named else None
