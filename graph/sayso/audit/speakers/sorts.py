"""Of what sort a speaker is by its name and by what its article says of it: person, body, company or several people."""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from sayso.audit.speakers.callings import nouns_of
from sayso.audit.speakers.offices import words_of
from sayso.audit.speakers.outlets import is_outlet_name
from sayso.audit.speakers.spoken import Spoken
from sayso.audit.wording import compiled
from sayso.read.bodies import kind_of_body
from sayso.read.lexicon import words
from sayso.read.personhood import has_given_name

_HELD = 10_000
_PLURAL = re.compile(r"[A-Z][a-z]+(?:[eo]rs|ists|[ae]nts|ians|ees|men)")
_PRINTS = (
    "weekly|daily|monthly|newspaper|paper|magazine|journal|tabloid|broadcaster|website|channel|blog|news agency"
    "|news (?:site|website|portal|outlet|channel)|(?:radio|television|TV) (?:station|channel)|wire service"
)
_SEVERAL = r"\b(?:{people}),\s{name}[,.]|\b(?i:{scholars})\s(?:at|of|from)\s{name}\b"


def kind_told(one: Spoken, known: frozenset[str]) -> str:
    """What a speaker is, as the words around it tell: an outlet, a body, or what it was thought to be."""
    name = one.link.speaker
    around = rf"\b(?:{_PRINTS})\s+{re.escape(name)}\b|\b[Tt]he\s+{re.escape(name)}\s+(?:{_PRINTS})\b"
    if name and name in one.article.text and compiled(around).search(one.article.text):
        return "Outlet"
    many = compiled(rf"[Tt]he\s{re.escape(name)}(?!\w)").match(one.printed) is not None and name[:1].isupper()
    body = one.link.kind == "Person" and (name in known or many or _is_body(name, one))
    kind = "Organization" if body else one.link.kind
    group = kind == "Organization" and is_outlet_name(name) and {*nouns_of(name, one.article.text)} & words_of("kinds")
    return "Group" if group else kind


def kinds_of_acronyms(spoken: Sequence[Spoken]) -> dict[str, frozenset[str]]:
    """What the texts of an event say that the bearers of acronyms are: a federation, a union."""
    names = {one.link.speaker for one in spoken if one.link.speaker.isupper()}
    texts = {one.article.text for one in spoken} if names else set()
    return {name: frozenset(noun for text in texts for noun in nouns_of(name, text)) for name in names}


def known_bodies(spoken: Iterable[Spoken]) -> frozenset[str]:
    """The names of the bodies of an event, and the first words of the companies that its texts name."""
    spoken = list(spoken)
    names = {
        one.link.speaker
        for one in spoken
        if one.link.kind == "Organization" or (one.link.kind == "Person" and _is_body(one.link.speaker, one))
    }
    texts = {one.article.text for one in spoken}
    names |= {name.split()[0] for name in names if " " in name and name[:1].isupper()} - _surnames(spoken)
    return frozenset(names | {firm.split()[0] for text in texts for firm in _companies(text)})


def _surnames(spoken: Iterable[Spoken]) -> set[str]:
    people = (one.link.speaker for one in spoken if one.link.kind == "Person" and " " in one.link.speaker)
    return {word for name in people for word in name.split()}


def only_company(text: str) -> str:
    """The one company that a text names; empty where it names none or several."""
    firms = _companies(text)
    return firms[0] if len(firms) == 1 else ""


@lru_cache(maxsize=_HELD)
def _companies(text: str) -> tuple[str, ...]:
    """The names in a text that end as those of companies do, without what they are called before."""
    found = dict.fromkeys(_firm().findall(text))
    shorter = [name.partition(" ")[2] for name in found if name.partition(" ")[2] in found]
    first = {name: name.split()[0].casefold() for name in found}
    plain = [name for name in found if not (kind_of_body(first[name]) or first[name] in words_of("company"))]
    return tuple(plain or shorter)


@cache
def _firm() -> re.Pattern[str]:
    ends = "|".join(sorted((word.title() for word in words_of("firms")), key=len, reverse=True))
    return re.compile(rf"\b((?:[A-Z][\w&’'-]* ){{1,3}}(?:{ends}|Ltd|PLC))\b")


def _is_body(name: str, one: Spoken) -> bool:
    """Whether a name taken for a person's is a body's: by its last word, by what the text calls it, or by "which"."""
    if _is_role(name):
        return False
    last = name.rsplit(maxsplit=1)[-1].casefold() if name else ""
    text = one.article.text
    if " " in name and name in text and _are_several(name, text):
        return True
    if has_given_name(name) or (" " not in name and not nouns_of(name, text) and not _is_run(name, text)):
        return False
    ends = last in words_of("firms") | words_of("narrow") | words_of("institutions") | words_of("kinds")
    return ends or _is_run(name, text) or bool(nouns_of(name, text))


def _are_several(name: str, text: str) -> bool:
    """Whether a text puts several people before a name: "the trustees, Orl Tarn", "analysts at Orl Tarn"."""
    several = _SEVERAL.format(name=re.escape(name), people=_people(), scholars="|".join(sorted(words_of("scholars"))))
    return re.search(several, text) is not None


def _is_run(name: str, text: str) -> bool:
    """Whether a text tells of a name as of a body: ", which", or with an executive or a board of its own."""
    if name not in text:
        return False
    run = rf"{re.escape(name)}(?:, which\b|['’]s? (?:chief executive|chairman|chairwoman|board of)\b)"
    return compiled(rf"\b{run}|\b(?:chief executive|board) of {re.escape(name)}\b").search(text) is not None


@cache
def _people() -> str:
    """The plurals of what people are for a body, or by trade, as a pattern."""
    roles = words("offices", "roles") | words("occupations", "roles") | words_of("trades")
    return "|".join(sorted({*words_of("scholars"), "trustees", *(f"{role.removesuffix('s')}s" for role in roles)}))


def _is_role(name: str) -> bool:
    """Whether a phrase that was taken for a name is what a person is: "registrar of the court"."""
    head = re.split(r"\s(?:of|for|at|in|with)\s", name)[0].split()[-1:]
    return name[:1].islower() and bool(
        {*head} & (words_of("titles") | words("offices", "roles") | words("persons", "roles"))
    )


def is_many(name: str, printed: str) -> bool:
    """Whether a name taken for a person's is the plural of a common noun: "Herders", "Exiles"."""
    singular = name.casefold().removesuffix("s")
    common = words("persons", "roles") | words("occupations", "roles") | words("unnamed", "roles")
    plural = singular != name.casefold() and (
        singular in common or printed.startswith((f"{name} from ", f"{name} who "))
    )
    return " " not in name and (plural or _PLURAL.fullmatch(name) is not None)
