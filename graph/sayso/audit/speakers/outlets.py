"""Which speakers publish what others say, and which outlets a telling names as where it has its figure from."""

import re
from dataclasses import replace

from sayso.audit.speakers.spoken import Spoken
from sayso.audit.telling import Link, Telling, outlet_slug
from sayso.audit.wording import compiled
from sayso.namespaces import slug

_OUTLET = re.compile(
    r"\b(?:radio|television|tv|news|newspaper|news agency|wire|times|post|herald|gazette|courier|tribune|daily"
    r"|chronicle|observer news|media|agence|press|mirror|ledger|sentinel|examiner|telegraph|inquirer|newsroom)\b|press$"
    r"|\s(?:sun|mail|echo|journal|argus|dispatch)$",
    re.IGNORECASE,
)
_NO_OUTLET = re.compile(
    r"\b(?:cent(?:re|er)|council|committee|association|union|federation|institute|foundation|commission|ministry)$",
    re.I,
)
_INITIALS = 2
_THE_SAME = re.compile(
    r"[Tt]he (?:same )?(?:newspaper|paper|broadcaster|station|channel|daily|weekly|magazine|(?:news )?agency)"
)
_TOLD = re.compile(
    r"\b(?:told|tells|(?:given|provided|passed|leaked|disclosed|confided)\sto|interview\swith|quoted\sby|cited\sby"
    r"|reported\sby)\s(?:the\s(?:[a-z]+\s){0,2})?([A-Z][\w&’' -]+)"
)

_NAME = re.compile(r"[A-Z][\w&’'-]*(?:\s(?:of\s(?:the\s)?)?[A-Z][\w&’'-]*)+")
_PAPER = r"(?:(?:news\s)?agency|newspaper|paper|broadcaster|station|channel|daily|weekly|magazine|website)"
_TOLD_IT = re.compile(
    rf"\b(?:told|tells|to)\sthe\s(?:same\s)?{_PAPER}\b|\b[Tt]he\s(?:same\s)?{_PAPER}\s(?:reported|reports|wrote|cited|quoted)\b"
)
_REPORTED = re.compile(
    rf"(?:[Tt]he\s)?([A-Z][\w&’'-]*(?:\s[A-Z][\w&’'-]*)*)(?:\s{_PAPER})?\s(?:has\s|had\s)?"
    r"(?:reported|reports|wrote|writes|quoted|quotes|cited|cites|carried)\b"
)
_ACCORDING = re.compile(
    rf"\b(?:according\sto|quoted\s(?:in|by)|cited\s(?:in|by)|citing)\s(?:the\s)?"
    rf"([A-Z][\w&’' -]+?)(?:\s{_PAPER})?(?=[,.;]|\s[a-z]|$)"
)


_WORK = (
    r"(?:[\w-]+\s){0,2}?"
    r"(?:survey|count|tally|tallies|database|poll|analysis|investigation|calculations?|census|headcount)"
)
_OWN_WAYS = (
    r"\b{name}(?:['’]s?)?\s{work}\b",
    r"\b{name}\b.*\b(?:its|their)\s(?:own\s)?{work}\b",
    r"\b{work}\s(?:[\w-]+\s){{0,2}}?(?:by|of|from)\s(?:the\s)?{name}\b",
    r"\b{name}\s(?:has\s|had\s)?(?:itself\s)?(?:counted|surveyed|tallied|calculated)\b",
)


def own_key(outlet: str) -> str:
    """The key of an outlet as the source of what it counted itself."""
    return f"outlet:{known_as(outlet)}"


def is_outlet(link: Link, outlets: frozenset[str] = frozenset()) -> bool:
    """Whether a speaker publishes what others say: known as an outlet, in the store, or by its name."""
    named = link.kind in ("Organization", "Person", "Outlet") and is_outlet_name(link.speaker)
    return link.kind == "Outlet" or named or outlet_slug(link.speaker) in outlets


def is_outlet_name(name: str) -> bool:
    """Whether a name is such as outlets bear: "The Night Ledger"."""
    return _OUTLET.search(name) is not None and not _NO_OUTLET.search(name)


def same_outlet(one: Spoken, printing: frozenset[str]) -> Link | None:
    """The outlet, of those that print on the event, that "the same newspaper", its initials or "the Observer" mean."""
    last = ""
    if _THE_SAME.fullmatch(one.printed):
        named = {name: one.before.rfind(name.removeprefix("The ")) for name in sorted(printing)}
        last = max(named, key=lambda name: named[name], default="")
        last = last if named.get(last, -1) >= 0 else ""
    elif one.link.kind != "Outlet" and not re.fullmatch(r"[Tt]he [a-z-]+", one.printed):
        meant = [name for name in sorted(printing) if outlet_slug(one.link.speaker) in short_names(name)]
        last = meant[0] if len(meant) == 1 else ""
    return replace(one.link, speaker=last, key=f"name:{slug(last)}", kind="Outlet") if last else None


def short_names(outlet: str) -> frozenset[str]:
    """What an outlet may be called for short, as slugs: by its initials, by its first word or by its last.

    >>> sorted(short_names("Kosira Press Service")), sorted(short_names("The World Observer"))
    (['kosira', 'kps', 'service'], ['observer', 'world'])
    """
    words = outlet.removeprefix("The ").split()
    initials = "".join(word[0] for word in words) if len(words) > _INITIALS else ""
    return frozenset(slug(name) for name in (initials, words[0], words[-1]) if name) if len(words) > 1 else frozenset()


def known_as(name: str) -> str:
    """What knows an outlet that is cited again: state television is the state's TV.

    >>> known_as("state television (Syria)") == known_as("TV (Syria)")
    True
    """
    return re.sub(r"^state-|-channel$", "", outlet_slug(name).replace("television", "tv"))


def cited(telling: Telling) -> frozenset[str]:
    """The slugs of whom a telling may have its figure from: its speakers, and whoever was told or reported it."""
    text, (start, end) = telling.article.text, telling.sentence
    within = text[:end] if _TOLD_IT.search(text, start, end) else text[start:end]  # "told the agency" named before
    told = [name for way in (_TOLD, _REPORTED, _ACCORDING) for name in way.findall(within)]
    named = [link for link in telling.chain if link.kind != "UnnamedSource"]
    told += [name for link in telling.chain for a, b in link.source for name in _NAME.findall(text[a:b])]
    return frozenset(outlet_slug(name) for name in (*(link.speaker for link in named), *_starts(told)) if name)


def counted_itself(telling: Telling, outlet: str) -> bool:
    """Whether a telling rests on what an outlet counted itself: "according to an AFP tally", "its own survey"."""
    name, sentence = re.escape(re.sub(r"^[Tt]he\s", "", outlet)), telling.sentence_text
    printed = " ".join(telling.article.text[a:b] for link in telling.chain[-1:] for a, b in link.source)
    if (
        telling.chain and telling.chain[-1].speaker == outlet and compiled(rf"\s{_WORK}$").search(printed)
    ):  # "an AFP tally"
        return True
    return any(re.search(way.format(name=name, work=_WORK), sentence) for way in _OWN_WAYS)


def _starts(names: list[str]) -> list[str]:
    """Each stretch of capitalised words, and all shorter ones that it begins with: where a name ends nobody knows.

    One word alone is none where the name goes on, or where somebody is its owner: "told the Elb Doctors' Union".
    """
    return [
        " ".join(words[:n])
        for words in (name.split() for name in names)
        for n in range(1, len(words) + 1)
        if not words[n - 1].endswith(("'s", "’s", "s'", "s’")) and (n > 1 or len(words) == 1 or not _goes_on(words[1]))
    ]


def _goes_on(word: str) -> bool:
    return word[:1].isupper() and not word.endswith("day")
