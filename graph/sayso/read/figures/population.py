"""The population that a figure counts, as a name in the plural: "North Korean soldiers"."""

from sayso.read.figures.count import Count
from sayso.read.figures.kinds import Lexicon
from sayso.read.figures.phrase import is_people, noun_phrase
from sayso.read.figures.sentence import Sentence
from sayso.read.figures.tolls import is_toll

_IRREGULAR = {
    "person": "people", "persons": "people",
    "man": "men", "woman": "women", "child": "children", "wife": "wives", "police": "police",
    "cattle": "cattle", "livestock": "livestock", "poultry": "poultry", "sheep": "sheep",
    "baby": "babies", "family": "families", "aircraft": "aircraft", "crew": "crew", "staff": "staff", "troop": "troops",
}  # fmt: skip


def population(text: str, s: Sentence, count: Count) -> str | None:
    """The noun phrase counted, in the plural; None where the noun is left out or names an event."""
    head = count.phrase.head
    if head is None and (numbered := _numbered(s, count)) is not None:
        return _named(text, s, *numbered)
    if head is not None and s.low(head) in s.lexicon.nouns:
        return _sufferers(text, s, count, head)
    if head is None or (not is_people(s, head) and s.low(head) not in s.lexicon.things and count.phrase.known):
        return None
    if s.isin(head, "unspecific"):
        return None
    return _named(text, s, count.phrase.first, head)


def _numbered(s: Sentence, count: Count) -> tuple[int, int] | None:
    """Where the people stand, up to their noun, whose number is told: "the number of local nurses hurt rose to 12"."""
    toll = count.told.first if count.told else -1
    if not 0 <= toll < count.bounded.first or not is_toll(s, toll) or s.low(toll + 1) != "of":
        return None
    first = toll + 3 if s.isin(toll + 2, "articles") else toll + 2
    phrase = noun_phrase(s, first)
    if phrase.head is None or not is_people(s, phrase.head) or s.isin(phrase.head, "unspecific"):
        return None
    return (phrase.first, phrase.head) if phrase.head < count.bounded.first else None


def _sufferers(text: str, s: Sentence, count: Count, head: int) -> str | None:
    """Those whom an event noun is told of: "civilian deaths", "North Korean casualties", "deaths among the crew"."""
    after = next((k for k in (head + 1, head + 2) if s.low(k) in ("of", "among")), None)
    if after is not None:
        at = after + 2 if s.low(after + 1) in ("a", "an", "the") else after + 1
        named = noun_phrase(s, at)
        return _named(text, s, named.first, named.head) if named.head is not None and named.known else None
    if head > count.phrase.first and is_people(s, head - 1):
        return _named(text, s, count.phrase.first, head - 1)
    return None


def _named(text: str, s: Sentence, first: int, head: int) -> str:
    words = [
        text[s.tokens[k].start : s.tokens[k].end]
        for k in range(first, head)
        if not s.isin(k, "uncounted") and s.lexicon.participle(s.low(k)) is None and not s.low(k).endswith("ly")
    ]
    return " ".join([*words, plural(s.low(head), s.lexicon)])


def plural(noun: str, lexicon: Lexicon) -> str:
    """A noun in the plural, unless it is one already.

    >>> from sayso.read.figures.kinds import lexicon
    >>> plural("policeman", lexicon()), plural("child", lexicon()), plural("troops", lexicon())
    ('policemen', 'children', 'troops')
    """
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("man") and noun not in ("human", "german"):
        return noun[:-3] + "men"
    if noun.endswith("ese") or (noun.endswith("s") and not noun.endswith(("ss", "us"))):
        return noun
    for form in (noun + "s", noun + "es", noun.removesuffix("y") + "ies"):
        if (form in lexicon.people or form in lexicon.things) and form != noun:
            return form
    return noun
