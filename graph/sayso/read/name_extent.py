"""How far a name reaches: where it may begin, and which words go on with it."""

import re

from sayso.read.bodies import kind_of_body
from sayso.read.gazetteer import Gazetteer
from sayso.read.lexicon import words
from sayso.read.printed import Word

_ROLES = words("persons", "roles") | words("ranks", "roles") | words("honorifics", "roles")
_PARTICLES = words("particles", "roles")
_STOP = words("name_stop", "roles")
_ORGANISATION = words("organisation_words", "roles")
_CALLED = words("called_by_name", "roles")
_PREFIXED = re.compile(r"(?:al|el|ad|as|an|ar|ash|d|l)[-'’][^\W\d_]")
_OF_MANY = re.compile(r"(?:s['’]|(?:children|women|men|people)['’]s)$", re.IGNORECASE)
_SMALL = frozenset(["of", "for", "to", "without", "against", "the", "and"])
_INNER = frozenset(["of", "for", "and", "the", "&", "on"])
_PAPERS = frozenset(["times", "post", "telegraph", "mirror", "express", "mail", "herald", "tribune", "star", "world"])
"""What may follow a day in the name of a newspaper: "Sunday Post"."""

_LONGEST = 10


def name_end(text: str, tokens: list[Word], i: int, gazetteer: Gazetteer) -> int:
    """The token behind the name that begins at ``i``."""
    j, called = i + 1, _is_called(text, tokens, i)
    while j < len(tokens) and j - i < _LONGEST:
        small = (called or _bids(tokens, i)) and _joins(text, tokens, j)
        if not (_carries_on(text, tokens, j) or small or _pairs(tokens, i, j, gazetteer)):
            break
        j += 1
    while j > i and not tokens[j - 1].named and not _PREFIXED.match(tokens[j - 1].text):
        j -= 1
    return _end_of_body(text, tokens, i, j)


def is_joined(text: str, tokens: list[Word], i: int, j: int) -> bool:
    """Whether small words in a name from ``i`` to ``j`` show that it is a body's: "the charity Doctors for All"."""
    small = any(token.bare in _SMALL and not token.named for token in tokens[i:j])
    return small and (_is_called(text, tokens, i) or _bids(tokens, i) or (j < len(tokens) and _calls(tokens[j])))


def _pairs(tokens: list[Word], i: int, j: int, gazetteer: Gazetteer) -> bool:
    """Whether "and" stands within a body's name: "the Food and Drug Agency", "the Metal and Mine Workers union"."""
    before, words_before = tokens[i - 1].bare if i else "", tokens[i:j]
    if tokens[j].bare != "and" or before != "the" or len(words_before) > 2 or tokens[j - 1].possessive:
        return False
    if any(not word.named or word.bare in _ORGANISATION or gazetteer.country_of(word.text) for word in words_before):
        return False
    end = j + 1
    while end < len(tokens) and end - j < 5 and tokens[end].named:
        end += 1
    called = end < len(tokens) and _calls(tokens[end])
    return (end > j + 2 and tokens[end - 1].bare in _ORGANISATION) or (end > j + 1 and called)


def _calls(word: Word) -> bool:
    """Whether a plain noun behind a name calls it a body."""
    return not word.named and kind_of_body(word.bare) is not None


def _is_called(text: str, tokens: list[Word], i: int) -> bool:
    """Whether the word before calls what follows a body: "the charity Doctors for All"."""
    noun = tokens[i - 1] if i else None
    return noun is not None and noun.bare in _CALLED and not noun.named and text[noun.end : tokens[i].start] == " "


def _bids(tokens: list[Word], i: int) -> bool:
    """Whether a name may begin with what it bids: "Save the Bay"."""
    joined = i + 2 < len(tokens) and tokens[i + 1].bare == "the" and tokens[i + 2].named
    return joined and tokens[i].named and tokens[i].bare in words("imperatives")


def _joins(text: str, tokens: list[Word], j: int) -> bool:
    """Whether a small word goes on with a name: the "for" of "Doctors for All", the "the" of "Save the Bay"."""
    small = tokens[j].bare in _SMALL and not tokens[j].named
    near = j + 1 < len(tokens) and tokens[j + 1].named and tokens[j + 1].bare not in _STOP - {"all", "this"}
    return small and near and tokens[j - 1].named and text[tokens[j - 1].end : tokens[j].start] == " "


def _end_of_body(text: str, tokens: list[Word], i: int, j: int) -> int:
    """Where the body ends in "the head of the Harbour Council Ana Roe", in which a person's name follows it."""
    held = next((k for k in range(j - 3, i - 1, -1) if tokens[k].bare in _ORGANISATION), None)
    if held is None or not all(t.named for t in tokens[held + 1 : j]):
        return j
    lead = [t.casefold() for t in text[max(0, tokens[i].start - 40) : tokens[i].start].split()[-3:]]
    lead = lead[:-1] if lead[-1:] == ["the"] else lead
    office = len(lead) > 1 and lead[-1] in ("of", "at", "for") and lead[-2] in _ROLES
    return held + 1 if office and not {t.bare for t in tokens[held + 1 : j]} & (_ROLES | _ORGANISATION) else j


def may_begin(tokens: list[Word], i: int) -> bool:
    """Whether a name may begin at ``i``: with a capital, a particle, or the number of a unit."""
    word = tokens[i]
    if word.text[0].isdigit():
        return (
            re.fullmatch(r"\d+(?:st|nd|rd|th)", word.text) is not None and i + 1 < len(tokens) and tokens[i + 1].named
        )
    lower_particle = (
        word.bare in {"al", "el", "bin", "von", "van", "de"} and i + 1 < len(tokens) and tokens[i + 1].named
    )
    prefixed = _PREFIXED.match(word.text) is not None
    acronym = word.text.isupper() and len(word.text) > 1 and i + 1 < len(tokens) and tokens[i + 1].text.istitle()
    paper = word.bare.endswith("day") and i + 1 < len(tokens) and tokens[i + 1].named and tokens[i + 1].bare in _PAPERS
    return (word.named and (word.bare not in _STOP or acronym or paper)) or lower_particle or prefixed


def _carries_on(text: str, tokens: list[Word], j: int) -> bool:
    word, before = tokens[j], tokens[j - 1]
    gap = text[before.end : word.start]
    if word.text == "." and gap == "" and (before.bare in _ROLES | {"jr", "sr", "st"} or _is_initial(tokens, j - 1)):
        return j + 1 < len(tokens) and tokens[j + 1].named and text[word.end : tokens[j + 1].start].isspace()
    spaced = gap in (" ", "\u00a0", " & ") or (before.text == "." and gap == " ")
    of_saint = j > 1 and tokens[j - 2].bare in ("st", "saint") and word.named
    of_many = _OF_MANY.search(before.text) and any(
        t.named and t.bare in _ORGANISATION for t in tokens[j : j + 2] if tokens[j].named
    )
    owned = before.possessive and not (of_saint or of_many)
    if not spaced or owned or not word.text[0].isalpha():
        return False
    if word.named:
        initial = len(word.text) == 1 and j + 1 < len(tokens) and tokens[j + 1].text == "."
        return initial or word.bare not in _STOP - _ORGANISATION or before.bare in _INNER
    if _PREFIXED.match(word.text):
        return True
    if word.bare in _PARTICLES:
        following = tokens[j + 1 : j + 3]
        if following and following[0].bare in _PARTICLES and not following[0].named:
            following = following[1:]
        return bool(following) and following[0].named
    return word.bare in _INNER and _inside_organisation(tokens, j)


def _is_initial(tokens: list[Word], k: int) -> bool:
    """Whether a word is an initial inside a name: the J of "Ana J. Roe"."""
    return len(tokens[k].text) == 1 and tokens[k].named and k > 0 and tokens[k - 1].text[0].isalpha()


def _inside_organisation(tokens: list[Word], j: int) -> bool:
    after = tokens[j + 1].text if j + 1 < len(tokens) else ""
    if tokens[j].bare == "on" and any(c.isdigit() for c in after):
        return False
    if tokens[j].bare == "and" and (tokens[j - 1].bare in _ORGANISATION or after == "the"):
        return False
    nearby = {tokens[k].bare for k in range(max(0, j - 4), j) if tokens[k].named}
    following = tokens[j + 1 : j + 3]
    return (bool(nearby & _ORGANISATION) and any(t.named and t.bare not in _STOP for t in following[:1] or ())) or (
        bool(nearby & _ORGANISATION) and len(following) == 2 and following[0].bare == "the" and following[1].named
    )
