"""Names in the text: gazetteer entries, people, organisations and units, found by their form."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.ingest.article import Span
from sayso.read.bodies import is_generic, kind_of_body
from sayso.read.gazetteer import Entry, Gazetteer
from sayso.read.lexicon import words
from sayso.read.name_extent import is_joined, may_begin, name_end
from sayso.read.printed import Word, ending_of, split_words
from sayso.read.reading import EntityType

_ROLES = words("persons", "roles") | words("ranks", "roles") | words("honorifics", "roles")
_STOP = words("name_stop", "roles")
_ORGANISATION = words("organisation_words", "roles")
_UNIT = words("unit_words", "roles")
_CIVIL = words("civil_words", "roles")
_CALLED = words("called_by_name", "roles")
_DOCUMENTS = words("documents", "roles")
_LONGEST_NAME = 7  # capitalised words in a row: more are a heading
_PEOPLE = re.compile(r"(?:er|or|ist|ian|man|woman|ant|eer)$")
_REGIONS = frozenset(["state", "province", "county", "district", "region", "governorate"])
_GIVEN = words("female", "given_names") | words("male", "given_names")


@dataclass(frozen=True, slots=True)
class Named:
    """A name as printed; ``titles`` are the words of rank or office before it and where
    they stand, ``entries`` what it may be.
    """

    start: int
    end: int
    text: str
    type: EntityType | None
    entries: tuple[Entry, ...] = ()
    titles: tuple[tuple[str, Span], ...] = ()
    acronym: Span | None = None


def names_in(text: str, spans: Iterable[Span], gazetteer: Gazetteer) -> Iterator[Named]:
    """The names in the spans, in order, none inside another.

    >>> found = names_in("Capt. Ana de la Cruz met Bo Li.", [(0, 31)], Gazetteer(()))
    >>> [(name.text, name.type, name.titles) for name in found]
    [('Ana de la Cruz', 'Person', (('Capt.', (0, 5)),)), ('Bo Li', None, ())]
    """
    for start, end in spans:
        tokens = split_words(text, start, end)
        i = 0
        while i < len(tokens):
            found = _known(text, tokens, i, gazetteer) or _formed(text, tokens, i, gazetteer)
            if found:
                yield found[0]
            i = found[1] if found else i + 1


def _span_name(text: str, tokens: list[Word], i: int, j: int) -> tuple[int, int, str]:
    end = tokens[j - 1].end
    ending = ending_of(text[tokens[i].start : end])
    end -= len(ending)
    return tokens[i].start, end, " ".join(text[tokens[i].start : end].split())


def _known(text: str, tokens: list[Word], i: int, gazetteer: Gazetteer) -> tuple[Named, int] | None:
    first = tokens[i]
    if not first.text[0].isalpha() or first.bare == "the":
        return None
    sizes = {*gazetteer.lengths(first.text), *gazetteer.lengths(first.bare)}
    for size in sorted(sizes, reverse=True):
        j = i + size
        if j > len(tokens) or not _adjoining(text, tokens, i, j):
            continue
        printed = text[first.start : tokens[j - 1].end]
        start, end, name = _span_name(text, tokens, i, j)
        exact = gazetteer.named(printed)
        entries = exact or gazetteer.named(name)
        if (
            entries
            and (first.named or size > 1)
            and not (size == 1 and _begins_longer_name(text, tokens, i, entries, gazetteer))
        ):
            end = tokens[j - 1].end if exact and printed != name else end
            return _with_acronym(text, tokens, j, Named(start, end, text[start:end], entries[0].type, entries))
    return None


def _adjoining(text: str, tokens: list[Word], i: int, j: int) -> bool:
    return all(text[tokens[k].end : tokens[k + 1].start].isspace() for k in range(i, j - 1))


def _begins_longer_name(
    text: str, tokens: list[Word], i: int, entries: tuple[Entry, ...], gazetteer: Gazetteer
) -> bool:
    """Whether a country, place or paper is only the first word of another name: "Jordan Smith", "Times of Alder"."""
    if [t.bare for t in tokens[i + 1 : i + 3]] in (["red", "cross"], ["red", "crescent"]):
        return True
    if entries[0].type == "Outlet" and i + 2 < len(tokens) and tokens[i + 1].bare == "of" and tokens[i + 2].named:
        return True
    if i + 1 >= len(tokens) or tokens[i].possessive or entries[0].type not in ("Government", "Place"):
        return False
    following = tokens[i + 1]
    plain = following.named and text[tokens[i].end : following.start] == " "
    body = {t.bare for t in tokens[i + 1 : i + 3]}
    if plain and (following.bare in _CIVIL or (len(body) == 2 and body <= _ORGANISATION and tokens[i + 2].named)):
        return True
    known = following.bare in _ROLES | _STOP | _ORGANISATION or gazetteer.lengths(following.bare)
    return plain and not known and not tokens[i].text.isupper()


def _formed(text: str, tokens: list[Word], i: int, gazetteer: Gazetteer) -> tuple[Named, int] | None:
    if not may_begin(tokens, i):
        return None
    j = name_end(text, tokens, i, gazetteer)
    i += _calls_a_body(text, tokens, i, j)
    adjective = _country_words(text, tokens, i, j, gazetteer)
    first = i + adjective
    first = _behind_titles(tokens, first, j)
    if first == j:
        return None
    titles = tuple(_titles(text, tokens, i + adjective, first, gazetteer))
    kind = _type(tokens, first, j)
    if kind and sum(t.named for t in tokens[first:j]) > _LONGEST_NAME:
        return None
    if kind in ("Organization", "MilitaryUnit"):
        civil = any(t.bare in _CIVIL for t in tokens[i + adjective : j]) and not tokens[i].possessive
        generic = not civil and is_generic(text[tokens[i + adjective].start : tokens[j - 1].end])
        first, titles = i + adjective if generic else i, ()
    elif kind is None and (titles or j - first > 1):
        kind = "Person" if titles else None
    if kind is None and (is_joined(text, tokens, i, j) or " & " in text[tokens[first].start : tokens[j - 1].end]):
        kind = "Organization"
    if kind not in ("Organization", "MilitaryUnit"):
        j = next((k for k in range(first + 1, j) if tokens[k].bare == "and"), j)
    start, end, name = _span_name(text, tokens, first, j)
    if j - first == 1 and (
        _opens_a_noun(tokens, first) or (kind is None and not titles and tokens[first].bare in _STOP)
    ):
        return None
    return _with_acronym(text, tokens, j, Named(start, end, name, kind, (), titles))


def _calls_a_body(text: str, tokens: list[Word], i: int, j: int) -> bool:
    """Whether a sentence opens with what a name is called, and no part of it: "Carmaker Orvel", "Insurer Tarn"."""
    before = text[max(0, tokens[i].start - 3) : tokens[i].start].rstrip(" ")
    opens = not before or before[-1] in '\n.!?”"'
    noun = tokens[i].bare
    called = kind_of_body(noun) and noun not in _ORGANISATION and (noun in _CALLED or noun.endswith("maker"))
    return bool(opens and called and j - i > 1 and not tokens[i].possessive)


def _opens_a_noun(tokens: list[Word], i: int) -> bool:
    """Whether a word is only the first of a plain noun that opens a sentence: "Court papers", "Union leaders"."""
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if tokens[i].bare not in _ORGANISATION or following is None or following.named or tokens[i].text.isupper():
        return False
    singular = following.bare.removesuffix("s")
    return bool({following.bare, singular} & (_DOCUMENTS | _ROLES | words("unnamed", "roles")))


def _behind_titles(tokens: list[Word], first: int, j: int) -> int:
    """Where the name begins behind ranks and offices: "Gen. Roe", "White House Press Secretary Ana Roe"."""
    while first < j and (tokens[first].bare.rstrip(".") in _ROLES or tokens[first].text == "."):
        first += 1
    office = next((k for k in range(j - 2, first, -1) if tokens[k].bare.rstrip(".") in _ROLES), None)
    if office is None and j - first > 2 and tokens[first + 1].bare in _GIVEN and tokens[first].bare not in _GIVEN:
        return first + bool(_PEOPLE.search(tokens[first].bare))  # "Skier Ana Roe"
    if office is None or {t.bare for t in tokens[office + 1 : j]} & (_ORGANISATION | _UNIT):
        return first
    return office + 1 + (tokens[office + 1].text == ".")


def _country_words(text: str, tokens: list[Word], i: int, j: int, gazetteer: Gazetteer) -> int:
    """How many words at ``i`` are a country's adjective: "South Korean"."""
    return next(
        (n for n in (3, 2, 1) if i + n <= j and gazetteer.country_of(text[tokens[i].start : tokens[i + n - 1].end])), 0
    )


def _type(tokens: list[Word], i: int, j: int) -> EntityType | None:
    bare = {t.bare for t in tokens[i:j]}
    if "red" in bare and bare & {"cross", "crescent"}:
        return "Organization"
    if tokens[i].text[0].isdigit() or (bare & _UNIT and j - i > 1 and tokens[j - 1].bare in _UNIT):
        return "MilitaryUnit"
    if j - i > 1 and tokens[j - 1].bare in _REGIONS and tokens[j - 1].named:
        return "Place"
    if bare & _ORGANISATION or (j - i == 1 and tokens[i].text.isupper() and 2 <= len(tokens[i].text) <= 6):
        return "Organization"
    return None


def _titles(text: str, tokens: list[Word], i: int, first: int, gazetteer: Gazetteer) -> Iterator[tuple[str, Span]]:
    """The titles before a name, lower-case ones too: "lawmaker", "Pentagon spokesperson", "Major General"."""
    k = i
    while k > 0 and i - k < 4 and _title_word(text, tokens, k - 1, gazetteer):
        k -= 1
    lower = [t for t in tokens[k:i] if not gazetteer.country_of(t.text)]
    if lower and lower[-1].bare in _ROLES:
        yield text[lower[0].start : lower[-1].end], (lower[0].start, lower[-1].end)
    ranked = [t for t in tokens[i:first] if t.bare.rstrip(".") in _ROLES]
    if ranked:
        field = tokens[i] if tokens[i].bare in words("generic_words", "roles") else ranked[0]
        start, stop = min(field.start, ranked[0].start), ranked[-1].end
        stop += text[stop : stop + 1] == "." and len(ranked[-1].text) < 6
        yield text[start:stop], (start, stop)


def _title_word(text: str, tokens: list[Word], k: int, gazetteer: Gazetteer) -> bool:
    word = tokens[k]
    if text[word.end : tokens[k + 1].start] != " " or not word.text[0].isalpha() or word.possessive:
        return False
    below = tokens[k + 1]
    if word.bare in _ROLES:
        return True
    paired = text[tokens[k - 1].start : word.end] if k else ""
    country = gazetteer.country_of(word.text) or gazetteer.country_of(paired)
    return (word.named and not country and word.bare not in _STOP and below.bare in _ROLES) or (
        word.bare in _ORGANISATION | {"foreign", "prime", "deputy", "former", "senior", "state", "opposition", "vice"}
        and below.bare in _ROLES
    )


def _with_acronym(text: str, tokens: list[Word], j: int, name: Named) -> tuple[Named, int]:
    """Take up an acronym in brackets behind the name: "National Intelligence Service (NIS)"."""
    bracket = [t.text for t in tokens[j : j + 3]]
    if len(bracket) == 3 and bracket[0] == "(" and bracket[2] == ")" and bracket[1].isupper() and len(bracket[1]) > 1:
        inner = tokens[j + 1]
        kind = "Organization" if name.type is None and not name.titles else name.type
        return Named(name.start, name.end, name.text, kind, name.entries, name.titles, (inner.start, inner.end)), j + 3
    return name, j
