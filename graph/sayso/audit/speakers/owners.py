"""Whose a body is: "Belmoran" is of Belmora, and "the country's ministry" that of the country just spoken of."""

import re
from collections.abc import Iterable, Mapping

OF_THE_COUNTRY = re.compile(
    r"\b(?:country|nation)['’]s\b|\bof (?:the|that) (?:country|nation)\b|^(?:its|their|(?:her|his)(?! office))\s",
    re.IGNORECASE,
)
_RULED = re.compile(
    r"\b(?:government|army|parliament|president|ministry|authorities|republic|kingdom|people) of (?:the )?([A-Z][\w-]+)"
    r"|\b([A-Z][\w-]+)['’]s? (?:[a-z]+ )?(?:government|army|parliament|president|ministry|minister|authorities)\b"
    r"|\b(?:neighbou?ring|over the border in|across the border in) ([A-Z][\w-]+)"
)
_SUBJECT = re.compile(r"(?!(?:The|A|An|In|At|On|It|He|She|But|And)\b)([A-Z][\w-]+)(?:['’]s?)?\s")
_CAPITALISED = re.compile(r"\b[A-Z][\w-]+")
_ENDINGS = frozenset(("n", "an", "ian", "ean", "i", "ani", "eni", "ese", "ish", "er", "ic", "ite", "ine", "ar", "ais"))
_VOWELS = "aeiouy"
_LEAST = 3


def is_demonym(word: str, place: str) -> bool:
    """Whether an adjective is made from the name of a place by a usual ending; both in lower case.

    >>> is_demonym("belmoran", "belmora"), is_demonym("ardeshi", "ardesh"), is_demonym("orlandian", "orlan")
    (True, True, False)
    """
    stem = place.rstrip(_VOWELS)
    ending = word.removeprefix(stem).removesuffix("s")
    return len(stem) >= _LEAST and word != place and word.startswith(stem) and ending in _ENDINGS


def settled(
    owners: Mapping[str, frozenset[str]], before: Mapping[str, str], nations: Mapping[str, str]
) -> dict[str, frozenset[str]]:
    """The owners of bodies, each place under its name and not its adjective.

    ``nations`` maps names and demonyms of states to one key each. ``before`` holds, for those that are said to be of
    "the country", or "its", the text that stands before them: the last owner known in its paragraph is the country
    that is meant.
    """
    places = sorted({name for names in owners.values() for name in names})
    told = sorted((place for place in places if place in nations), key=lambda place: place not in nations[place])
    state = {nations[place]: place for place in reversed(told)}  # "peru" before "peruvian"
    known = {name: state.get(nations.get(name, ""), name) for name in places}
    found = {key: frozenset(_place(known[name], places) for name in names) for key, names in owners.items()}
    for key, text in before.items():
        if not found[key] and (meant := _last_told(text.rpartition("\n\n")[2], places)):
            found[key] = frozenset((meant,))
    return found


def _place(name: str, places: Iterable[str]) -> str:
    return next((place for place in places if is_demonym(name, place)), name)


def _last_told(text: str, places: Iterable[str]) -> str:
    for word in reversed(_CAPITALISED.findall(text)):
        for place in places:
            told = word.casefold()
            if told == place or is_demonym(told, place):
                return _place(place, places)
    return ""


def states_of(text: str) -> frozenset[str]:
    """The places, in lower case, that a text says are ruled: of which it names a government, an army, a ministry.

    >>> sorted(states_of("The army of Tarvia left. In neighbouring Ostrand, Velmora's ministry said it rained."))
    ['ostrand', 'tarvia', 'velmora']
    """
    return frozenset(name.casefold() for found in _RULED.findall(text) for name in found if name)


def state_before(text: str, states: frozenset[str]) -> str:
    """The state, in lower case, that the last sentence of a text is about, or opens with, if it is one of them.

    >>> state_before("Tarvia's envoy left. The government of Ostrand closed the bridge. ", frozenset())
    'ostrand'
    """
    sentence = re.split(r"(?<=[.!?”])\s+", text.rstrip().rpartition("\n\n")[2])[-1]
    ruled = sorted(states_of(sentence), key=sentence.casefold().find)
    opened = _SUBJECT.match(sentence)
    named = opened[1].casefold() if opened else ""
    return ruled[0] if ruled else named if named in states else ""
