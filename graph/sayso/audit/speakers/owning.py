"""The phrases that call bodies, each with whose the body is: as its words, its sentence or its article tell it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.audit.speakers.joining import Phrase
from sayso.audit.speakers.offices import Name, is_institution, last_told, name_of, opening_place, words_of
from sayso.audit.speakers.owners import OF_THE_COUNTRY, settled, state_before, states_of
from sayso.audit.speakers.spoken import Spoken, opening

Owned = frozenset[tuple[tuple[str, ...], str]]
_NO_BODIES = ("Person", "Government", "Outlet", "JointSource")


def phrases_of(told: Sequence[Spoken], nations: Mapping[str, str]) -> dict[str, Phrase]:
    """The phrases that call bodies, by the link's IRI; ``nations`` maps names of states and peoples to keys."""
    states = frozenset(state for text in {one.article.text for one in told} for state in states_of(text))
    names = [name_of(one.printed, one.link.speaker) for one in told if one.link.kind not in _NO_BODIES]
    owned = frozenset((name.office, owner) for name in names if name.office for owner in name.names)
    found: dict[str, Phrase] = {}
    of_the_country: dict[str, str] = {}
    for one in told:
        if (phrase := _phrase(one, states, owned)) is not None:
            found[one.link.iri] = phrase
            if OF_THE_COUNTRY.search(one.printed) and not phrase.name.names:
                of_the_country[one.link.iri] = one.before
    owners = settled({iri: phrase.name.names for iri, phrase in found.items()}, of_the_country, nations)
    told_of = {iri: replace(p, name=replace(p.name, names=owners[iri])) for iri, p in found.items()}
    return {iri: _labelled(phrase) if iri in of_the_country else phrase for iri, phrase in told_of.items()}


def _phrase(one: Spoken, states: frozenset[str], owned: Owned) -> Phrase | None:
    """The phrase of a body; ``owned`` are the bodies of its event by their office and by whose they are."""
    link = one.link
    local = link.key.startswith("name:") or (link.kind == "UnnamedSource" and is_institution(link.speaker))
    if link.kind in _NO_BODIES or not (local or link.kind in ("Organization", "MilitaryUnit", "Group")):
        return None
    name, known = name_of(one.printed, link.speaker), "" if local else link.key
    plain = Phrase(name, one.article.iri, one.before, one.sentence, known, text=one.article.text)
    bare = name_of(one.printed, " ".join(name.office))
    if not name.office or bare.names:
        return plain
    if OF_THE_COUNTRY.search(one.printed):
        opens = one.at == opening(one.article.text, one.at) and bool(set(name.office) & words_of("state_bodies"))
        state = state_before(one.before, states) if opens else ""
        return _of(plain, replace(bare, names=frozenset((state,)) if state else frozenset()))
    state = opening_place(one.article.text, one.at).casefold()
    if (state in states and not set(name.office) & words_of("local")) or (name.office, state) in owned:
        return _of(plain, replace(bare, names=frozenset((state,))))
    return replace(plain, name=_owned(name, one))


def _of(phrase: Phrase, name: Name) -> Phrase:
    """The phrase of a body under the owner that its text gives it, whatever its label says."""
    if name.names and name.names <= phrase.name.names:
        return phrase
    return _labelled(replace(phrase, name=name, known=""))


def _labelled(phrase: Phrase) -> Phrase:
    owner = " ".join(sorted(phrase.name.names)).title()
    return replace(phrase, label=f"{owner}'s {' '.join(phrase.name.office)}") if owner else phrase


def _owned(name: Name, one: Spoken) -> Name:
    """The name with the owner that the sentence, or another mention, gives a body that stands bare."""
    if name.names:
        return name
    town = opening_place(one.article.text, one.at) if set(name.office) & words_of("local") else ""
    if town:
        return replace(name, names=frozenset(town.casefold().split()))
    return last_told(one.article.text, one.at, name.office)
