"""Under which name a speaker is known: what stands in the text, where the label is another's or says less."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from sayso.audit.speakers.callings import nouns_of
from sayso.audit.speakers.common import house, is_bystander
from sayso.audit.speakers.offices import TOKEN, is_institution, opening_place, own_name, words_of
from sayso.audit.speakers.rereading import named_by_self, without_headline
from sayso.audit.speakers.sorts import is_many, kind_told
from sayso.audit.speakers.spoken import Spoken
from sayso.audit.speakers.titles import of_name, without_title
from sayso.audit.speakers.within import body_within, cut_off
from sayso.audit.telling import Link
from sayso.audit.wording import compiled
from sayso.namespaces import slug
from sayso.read.bodies import body_words, kind_of_body
from sayso.read.personhood import has_given_name

_NONE: Mapping[str, frozenset[str]] = MappingProxyType({})
"""Texts that are remembered."""
_PROPER = r"[A-Z][\w&’'-]*(?:\s+(?:(?:of|and|for|the)\s+)*[A-Z][\w&’'-]*)*"
_APPOSED = re.compile(
    rf"(?:[Tt]he|[Ii]ts)\s+(?P<noun>[a-z-]+)(?:\s(?:that|which|of|in|behind|for)\s[^,;.]{{2,60}})?,\s+(?P<name>{_PROPER})"
)
_A_PERSON = re.compile(
    r"(?:[Tt]he|[Ii]ts|[Aa]n?)\s+[a-z][^,]{2,60},\s+(?P<name>(?:(?:Dr|Mr|Mrs|Ms)\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)+)"
)
_INTRODUCES = re.compile(r"(?:[Tt]he|[Ii]ts|[Tt]heir|[Aa]n?)\s+((?:[a-z’'-]+\s+){0,3}[a-z-]+)")
_NAME_BEHIND = re.compile(rf",\s(?P<the>the\s)?(?P<name>{_PROPER})[,.;]")
_DAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
_A_NUMBER = re.compile(r"\d[\d,.]*\s[a-z]+$")
_PEOPLE = re.compile(r"(?!general\s)(?:[a-z-]+\s)?(?:staff|personnel|crew)")
_PREPOSITION = re.compile(r"(?:in|at|of|from|for|with)\s")
_NAMED = re.compile(rf"[Tt]he\s+(?P<name>{_PROPER})(?:,.*)?$")
_BARE = re.compile(r"(?:[Tt]he|[Tt]hat|[Tt]his)\s+((?:[a-z’'-]+\s+)?[a-z-]+)")
_FIELD = 2
"""Words of a body that is told by its field and its noun."""
_NOBODY = re.compile(r"(?:Neither|Either|None|No)\s")
_DETERMINERS = ("the", "a", "an", "his", "her", "my", "their", "this", "that", "one")
_WHEN = re.compile(
    r"\s+(?:there|here|itself|too|alone|now|also|again|on\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|on\s+[A-Z][a-z]+\s+\d+|today|yesterday|late|earlier)\b.*$"
)


def as_printed(one: Spoken, known: frozenset[str] = frozenset(), called: Mapping[str, frozenset[str]] = _NONE) -> Link:
    """The link under the name that stands in the text, where that is the name of another body than its label.

    ``known`` are the names that bodies have elsewhere in the event (see ``known_bodies``), ``called`` what the texts
    say that the bearers of acronyms are.
    """
    one = _put_right(named_by_self(without_headline(one)))
    link = one.link
    if link.country or link.kind in ("Government", "JointSource", "Outlet"):
        return link
    if _DAY.fullmatch(link.speaker) or _A_NUMBER.match(link.speaker):
        return replace(link, speaker="", key="", kind="")
    if told := _told(one, known, called):
        return told
    cut = without_title(_WHEN.sub("", link.speaker) or link.speaker)
    key = link.key if cut == link.speaker or not link.key else f"name:{slug(cut)}"
    return replace(link, speaker=cut, key=key, kind=kind_told(one, known))


def _another(one: Spoken) -> str:
    """The body that words name, where its label has another field or noun: "the ministry of agriculture", "a union".

    The label is one that a reader gave a body for a part of its words alone: "health ministry", "the police".
    """
    bare = _BARE.fullmatch(
        re.sub(r"^([Tt]he\s[a-z]+)\sof\s(?:the\s)?([a-z]+)$", r"the \2 \1", one.printed)
        .replace(" the ", " ")
        .replace(" The ", " ")
    )
    said = bare[1].split() if bare else []
    label = [word.casefold() for word in TOKEN.findall(one.link.speaker)]
    if len(said) < _FIELD or not label or said[-1] not in words_of("institutions"):
        return ""
    fields = {*label} & words_of("portfolios")
    other_field = said[0] in words_of("portfolios") and fields and said[0] not in fields and said[-1] in label
    other_noun = said[-1] in words_of("narrow") and said[-1] not in label and said[0] in label
    return bare[1] if bare and (other_field or other_noun) else ""


def _whole(one: Spoken) -> str:
    """The name of a body of which the label has only what stands before "of": "Memory" of "Memory of Dzola"."""
    label = one.link.speaker
    found = compiled(rf"({re.escape(label)}\s(?:of|for)\s(?:the\s)?{_PROPER})(?:,.*)?").fullmatch(one.printed)
    plain = found is not None and " " not in label and label[:1].isupper() and not has_given_name(label)
    return found[1] if found and plain and not is_institution(label) else ""


def _owned(one: Spoken) -> str:
    """The body that another owns or pays, where the label is the other's: "Medora's insurer"; not its own parts."""
    found = compiled(rf"{re.escape(one.link.speaker)}['’]s?\s(?:[a-z-]+\s){{0,2}}([a-z-]+)").fullmatch(one.printed)
    own = words_of("parts") | words_of("kinds") | words_of("company") | words_of("governing") | {"board", "management"}
    body = found is not None and (kind_of_body(found[1]) or found[1] in words_of("narrow")) and found[1] not in own
    return one.printed if body else ""


def _put_right(one: Spoken) -> Spoken:
    """The speaker under what stands in the text, where its label is an outlet's, nobody's, or no name at all."""
    link = one.link
    if _NOBODY.match(one.printed):  # "neither the insurer nor the police"
        return replace(one, link=replace(link, kind="JointSource"))
    if (
        link.kind in ("Organization", "Person")
        and not link.country
        and (name := _another(one) or _owned(one) or _whole(one))
    ):
        return _called_so(one, name)
    if link.kind == "Outlet" and (noun := _no_outlet(one.printed)):
        return _called_so(one, noun)
    if _NOBODY.match(link.speaker):
        return _called_so(one, _BARE.sub(r"\1", one.printed))
    if _PREPOSITION.match(link.speaker) and one.printed and not _PREPOSITION.match(one.printed):
        name = re.sub(r"^[Tt]he\s+", "", re.split(r",", one.printed)[0])
        return replace(one, link=replace(link, speaker=name, key=f"name:{slug(name)}"))
    return one


def _called_so(one: Spoken, noun: str) -> Spoken:
    return replace(one, link=replace(one.link, speaker=noun, key=f"name:{slug(noun)}", kind="Organization"))


def _told(one: Spoken, known: frozenset[str], called: Mapping[str, frozenset[str]]) -> Link | None:
    """The link of a speaker under the name or noun that the text tells it by, where its label is another."""
    link = one.link
    if office := of_name(one.printed):
        return replace(link, speaker=office, key=f"name:{slug(office)}", kind="Organization")
    name, kind = _set_behind(one) if link.kind == "UnnamedSource" else ("", "")
    if not name and (name := _name_told(one, known, called)):
        person = link.kind == "UnnamedSource" and _A_PERSON.fullmatch(one.printed) is not None
        kind = "Person" if person else "Organization"
    return replace(link, speaker=name, key=f"name:{slug(name)}", kind=kind) if name else _common(one)


def _no_outlet(printed: str) -> str:
    """What a speaker is who was taken for an outlet and is called "the company" or "the union"; empty for others."""
    bare = _BARE.fullmatch(printed)
    noun = bare[1].split()[-1] if bare else ""
    body = noun in words_of("company") | words_of("narrow") | words_of("establishments") - words_of("broad")
    return bare[1] if bare and body else ""


def _common(one: Spoken) -> Link | None:
    """The link of a speaker whom a common noun tells: of a house, or of people without a name."""
    if one.link.kind == "UnnamedSource" and (name := house(one.printed)):
        return replace(one.link, speaker=name, key=f"name:{slug(name)}", kind="Organization")
    link = one.link
    several = (link.kind == "Person" and is_many(link.speaker, one.printed)) or _PEOPLE.fullmatch(link.speaker)
    many = several or (link.speaker and _is_one_of_many(one))
    return replace(link, kind="UnnamedSource", key="") if many else None


def _is_one_of_many(one: Spoken) -> bool:
    """Whether a speaker under no name of its own is one of many people: "the witness", "her neighbour, a guard"."""
    label = one.link.speaker
    own = label if label.split()[0].casefold() in _DETERMINERS else f"the {label}"
    return is_bystander(own) and is_bystander(one.printed)


def _name_told(one: Spoken, known: frozenset[str], called: Mapping[str, frozenset[str]]) -> str:
    """The name that the text gives a body, where it is not that of the label; a headline may run into it."""
    if one.is_split and one.printed and one.link.speaker not in one.printed:
        return re.sub(r"^[Tt]he\s+", "", one.printed)
    return _own(one, known, called) or _followed_by(one.link.speaker, one.article.text)


def _own(one: Spoken, known: frozenset[str], called: Mapping[str, frozenset[str]]) -> str:
    """The name that the words give a body: apposed to what it is, behind "the", or with another noun than the label."""
    printed, link = one.printed, one.link
    apposed = _APPOSED.fullmatch(printed)
    if apposed and apposed["noun"] in body_words().keys() | words_of("company") | words_of("owners"):
        return apposed["name"]
    if within := body_within(one) if link.kind in ("UnnamedSource", "Organization") else "":
        return within if link.kind == "UnnamedSource" or link.speaker not in within else ""
    if link.kind == "UnnamedSource":
        return _of_the_unnamed(printed, link.speaker, known)
    named = _NAMED.match(printed)
    if link.kind == "Person" and (whole := cut_off(one)):
        return whole
    if link.kind == "Person":
        longer = named and " " in named["name"] and link.speaker != named["name"]
        return named["name"] if named and longer and link.speaker in named["name"].split() else ""
    kinds = called.get(link.speaker, frozenset()) | {*nouns_of(link.speaker, one.article.text)}
    return _agency(printed, link) or own_name(printed, link.speaker) or _unlike(printed, link.speaker, kinds)


def _set_behind(one: Spoken) -> tuple[str, str]:
    """The name and kind of whoever is named right behind what it is: "a monitor, the Border Watch"."""
    bare = _INTRODUCES.fullmatch(one.printed)
    behind = _NAME_BEHIND.match(one.article.text, one.link.source[-1][1]) if bare and one.link.source else None
    if bare is None or behind is None:
        return "", ""
    noun = bare[1].split()[-1]
    if kind_of_body(noun) or noun in words_of("kinds") | words_of("company") | words_of("institutions"):
        return behind["name"], "Organization"
    role = is_bystander(f"a {noun}") or noun in words_of("posts")
    person = role and " " in behind["name"] and not behind["the"]
    return (behind["name"], "Person") if person else ("", "")


def _of_the_unnamed(printed: str, label: str, known: frozenset[str]) -> str:
    """The name of a body in a phrase that was taken for a source without one."""
    named = _NAMED.match(printed)
    if person := _A_PERSON.fullmatch(printed):
        return person["name"]
    return label if label in known else named["name"] if named and " " in named["name"] else ""


def _agency(printed: str, link: Link) -> str:
    """The body of a body whose label is that of the whole: "United Nations food agency"."""
    told = (
        compiled(rf"(?:[Tt]he\s+)?({re.escape(link.speaker)}(?:\s[a-z’'-]+){{1,3}})").fullmatch(printed)
        if link.speaker
        else None
    )
    proper = told is not None and link.speaker[0].isupper() and link.kind == "Organization"
    return told[1] if told and proper and is_institution(told[1]) else ""


def _followed_by(label: str, text: str) -> str:
    """The name that a text puts right behind what a body is called: Orlen Norsk of "the power company Orlen Norsk"."""
    kinds = body_words().keys() | words_of("company")
    if not label or label != label.casefold() or label.rsplit(maxsplit=1)[-1] not in kinds:
        return ""
    names = {found[1] for found in compiled(rf"\b(?i:{re.escape(label)}) ({_PROPER})").finditer(text)}
    return names.pop() if len(names) == 1 else ""


def _unlike(printed: str, label: str, kinds: frozenset[str] = frozenset()) -> str:
    """The phrase, where its noun tells that the label, a company's, a place's or another body's, is not meant.

    ``kinds`` are the nouns that the text says the bearer of the label is.

    >>> _unlike("The union", "Norvik Shipyards"), _unlike("the agency", "Norvik Shipyards"), _unlike("the union", "UGT")
    ('union', '', '')
    """
    words = {word.casefold() for word in TOKEN.findall(label)}
    last = label.rsplit(maxsplit=1)[-1].casefold() if label else ""
    bare = _BARE.fullmatch(printed)
    noun = bare[1].split()[-1] if bare else ""
    told = {last, *kinds} & (words_of("firms") | words_of("narrow"))
    if noun in words_of("narrow") and noun not in words | told | kinds and (told or (bare and " " in bare[1])):
        return bare[1] if bare else ""
    said = {word.casefold() for word in TOKEN.findall(printed)}
    tells = is_institution(printed) and any(word[0].isupper() for word in TOKEN.findall(printed)[1:])
    body = label.isupper() or words & (words_of("institutions") | words_of("firms") | body_words().keys())
    return re.sub(r"^[Tt]he\s+", "", printed) if tells and not body and not words & said and label else ""


def is_body_of_its_own(phrase: str) -> bool:
    """Whether a phrase names a body by its office, or by a name that ends as those of bodies or companies do.

    >>> is_body_of_its_own("fire service"), is_body_of_its_own("Dockers' Federation"), is_body_of_its_own("fire")
    (True, True, False)
    """
    last = [word.casefold() for word in TOKEN.findall(phrase)][-1:]
    firm = phrase[:1].isupper() and " " in phrase and bool({*last} & words_of("firms"))
    return bool(phrase) and (is_institution(phrase) or firm)


def institution_told(one: Spoken) -> str:
    """The noun of an institution that is all that a phrase tells of a body: "the regulator, which has seen it"."""
    bare = _BARE.fullmatch(one.printed.partition(",")[0].strip())
    noun = bare[1].split()[-1] if bare else ""
    return noun if noun in words_of("institutions") - words_of("broad") else ""


def broad_told(one: Spoken) -> str:
    """The broad noun that is all that a phrase tells of a body: "the agency"."""
    bare = re.fullmatch(r"[Tt]he\s([a-z]+)", one.printed)
    return bare[1] if bare and bare[1] in words_of("broad") else ""


def is_called_by_kind(one: Spoken, names: Iterable[str]) -> bool:
    """Whether a body is told by nothing but what it is, "the company", under a name that is no more or another's."""
    bare = _BARE.fullmatch(one.printed.strip())
    noun = bare[1].split()[-1] if bare else ""
    if one.link.kind == "UnnamedSource":
        return bool(noun) and noun == bare[1] if bare else False
    firm = noun in words_of("company") or kind_of_body(noun) == "company"
    plain = firm or noun in words_of("narrow") | words_of("kinds")
    return plain and (noun in words_of("kinds") or all(_is_plain(name, noun) for name in names))


def _is_plain(name: str, noun: str) -> bool:
    return name.casefold().split()[-1] != noun or name == name.casefold()


def minister_of(what: str, one: Spoken) -> tuple[str, str]:
    """The ministry of a minister, and the phrase that calls it, with the owner that the words or sentence tell."""
    body = f"{what} ministry"
    text, at = one.article.text, one.at
    around = text[max(0, at - 40) : at + len(one.printed) + 60]
    owner = compiled(rf"([A-Z][\w-]+)['’]s?\s+(?:[a-z]+\s+)*{what} (?:minister|secretary)", re.IGNORECASE).search(
        around
    )
    behind = re.search(
        rf"\b(?:minister|secretary)\b(?:\s+(?:of|for)\s+(?:the\s+)?{what})?(?:\s+[A-Z][\w-]+){{0,3}}\s+of\s+(?:the\s+)?([A-Z][\w-]+)",
        one.printed + text[at + len(one.printed) : at + len(one.printed) + 40],
    )
    known = owner or behind
    opened = opening_place(text, at) if known is None else ""
    name = known[1] if known else opened
    return body, f"{name}'s {body}" if name else f"the {body}"
