"""Where a figure counts, as its clause tells it: places by name, a site, a level from town to nation."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType

from sayso.audit.speakers.offices import is_company
from sayso.audit.telling import Source, Telling, Where
from sayso.audit.told.clauses import Clause
from sayso.audit.wording import first, patterns, words
from sayso.ingest.article import Span
from sayso.namespaces import slug

_NAME = r"[A-Z][\w’'-]+(?: (?:[A-Z][\w’'-]+|al-\w+))*"
_SIDE = r"(?:(?:north|south|east|west|central|upper|lower|mid|neighbouring|neighboring|nearby|far)[a-z-]*\s+){0,2}"
_LEVEL = (
    r"(?:town|city|village|district|province|region|area|governorate|valley|port|county|state|island|capital|municipality"
    r"|hamlet|settlement|suburb|neighbourhood|commune|peninsula)"
)
_ALL = r"(?:the\s+|all of\s+)?"
_PLACE = re.compile(
    rf"\b(?:in|at|near|across|around|outside|inside|off|on the outskirts of|throughout|into|through|over"
    rf"|fled|fleeing|left|leaving|leave|entered|entering|reached|crossed"
    rf"|(?:fled|fleeing|flee|driven|evacuated|displaced|removed|escaped|moved)\s+from)\s+{_ALL}"
    rf"(?:(?:[A-Za-z-]+\s+){{0,3}}{_LEVEL}\s+of\s+)?{_SIDE}({_NAME})(?:,\s(?:in\s)?{_SIDE}({_NAME})(?=[,.]))?",
)
_OWN_SITE = re.compile(
    rf"\b(?:at|in) (?:its|their|his|her) ({_NAME})"
    r"(?= (?:works|plants?|factory|mines?|mill|yards?|shops?|stores?|offices?|site))"
)
_WHERE = re.compile(
    rf"\b(?:to|into|in|at|near|on|of|hit|struck|reached|around)\s+{_ALL}(?:[a-z]+\s+of\s+)?{_SIDE}({_NAME})"
    rf"(?:\s{_LEVEL})?(?:\s(?:on|late|early|last|this)\s[\w\s]{{1,20}})?(?:,[^,.;\n]{{1,40}})?,\swhere\b"
)
_SETTLED = (
    r"(?:villages|towns|hamlets|districts?|suburbs|cities|provinces|counties|communities|settlements|islands|camps|areas"
    r"|places|regions|neighbourhoods|municipalities|surroundings|surrounding area|countryside)"
)
_AND_MORE = re.compile(
    rf"(?:\s{_LEVEL})?(?:,\s{_NAME})*,?\sand\s(?:in\s|at\s)?((?:[a-z]+\s){{0,3}}{_SETTLED}\b(?:\sof\s{_NAME})?"
    rf"|(?:the\s)?{_NAME}(?=[.,;]|\s(?:on|since|by|over|this|last|after|during|between|from|in)\b))"
    r"(?!\s(?:were|was|are|is|had|have|has|said|burned|lost|remained?)\b)"
)
_CLAUSE_END = re.compile(r"[;,]\s|\b(?:and|as|while|after|but)\b")
_AT = re.compile(rf"\bat\s+(?:the\s+)?({_NAME})")
_OPENING = re.compile(
    rf"(?<![^\s“\"])(?:In|At|Across|Throughout|Near|Around|Outside|Inside|Off|Over)\s+{_ALL}(?:[a-z]+\s+(?:of\s+)?){{0,3}}({_NAME})"
)
_OF_LEVEL = re.compile(rf"\b{_LEVEL}\s+of\s+({_NAME})")
_SITE = re.compile(
    r"\b(?:[Aa]t|[Aa]cross|[Ii]n|[Tt]hroughout)\s+((?:the|its|all|their)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:works|plants?|factory|factories|mines?|sites?|shops?|stores?|branches|hospitals?|schools?|camps?"
    r"|prisons?))\b"
)
_ALONE = re.compile(
    r"(?:[\w’'-]+ )?\b(?!(?:he|she|it|they|we|you|who|him|her|them|i) )[\w’'-]+ alone\b|\belsewhere\b", re.IGNORECASE
)
_NAMED_ALONE = re.compile(rf"({_NAME}) alone")
_NO_PLACE = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October"
    r"|November|December|President|Minister|General|Governor|Mayor|Christmas|Easter|Ramadan|Eid"
)
_LANGUAGE = re.compile(r"[A-Z][a-z]{2,}(?:ish|ese)$")  # told in English
_ADJECTIVE = re.compile(r"(?:an|i|ish|ese)$")
_HELD = re.compile(r"-(?:led|held|backed|controlled|majority|run)\b")
_NOUN_BEHIND = re.compile(
    r" (?!(?:valley|pass|strait|bay|gorge|plateau|plain"
    r"|on|in|at|and|or|to|by|as|of|for|from|since|after|before|when|where|while|during|with|had|has|have|was|were"
    r"|is|are|said|over|late|early|last|this|that|who|which|alone|killed|killing)\b)[A-Za-z]"
)
_SHORT, _NEXT = 5, 20
_LETTERS = 5
_PROPER = re.compile(r"(?<![.!?”\"]\s)(?<!^)(?<!\n)\b[A-Z][\w’'-]+")
_GENERIC = frozenset(
    (
        "the",
        "its",
        "all",
        "their",
        "port",
        "san",
        "santa",
        "new",
        "north",
        "south",
        "east",
        "west",
        "saint",
        "cape",
        "lake",
    )
)
_APPOSED = rf"(?:,\s(?:a|an|the)\s(?:[a-z-]+\s){{0,2}}{_LEVEL})?"
_LIES_IN = re.compile(
    rf"\b(?:in|at|near|outside|off) ({_NAME}){_APPOSED}\sin\s(?:the\s)?{_SIDE}({_NAME})"
    rf"|\bin ({_NAME}),\s{_SIDE}({_NAME})(?=[,.])"
    rf"|\b{_LEVEL}\sof\s({_NAME})\sin\s(?:the\s)?{_SIDE}({_NAME})"
)
_ADJECTIVE_BEFORE = re.compile(rf"\b([A-Z][\w-]+)\s(?:[a-z-]+\s){{0,2}}{_LEVEL}\sof\s({_NAME})")
_BACK = re.compile(rf"\bthe ({_LEVEL})\b", re.IGNORECASE)
_TOWNS = ("town", "city", "village", "port", "capital")
_REACHES = ("town", "province", "several", "nation")


def where(text: str, clause: Clause, span: Span, nations: Mapping[str, str] = MappingProxyType({})) -> Where:
    """What a clause says about where its figure counts, outside the words that say who told it.

    ``nations`` maps lower-case names of states to one key each.

    >>> text = "Police said 12 people died in Asvere, northern Velmora, on Monday."
    >>> where(text, Clause((0, 66)), (12, 21)).names
    ('Asvere', 'Velmora')
    """
    printed = clause.text(text)
    scene = _scene_of(text, clause, span)
    if scene:
        clause = replace(clause, span=(scene.end(), clause.span[1]))
    shapes = (_PLACE, _OPENING, _OF_LEVEL, _OWN_SITE)
    names = [name for pattern in shapes for name in _told(text, clause, pattern, span)]
    if scene:
        names.insert(0, scene[1])
    names = names or _opening(text, clause)
    site = next((m[1] for m in _SITE.finditer(printed)), "")
    alone = next((m[0] for m in _ALONE.finditer(printed) if not first("days", m[0])), "")
    names += [m[1] for m in _NAMED_ALONE.finditer(alone) if _is_place(m[1])]
    mentions = frozenset(token for m in _PROPER.finditer(printed) for token in tokens(m[0]))
    at = frozenset(token for m in _AT.finditer(printed) if _is_building(m[1]) for token in tokens(m[1]))
    opens = _OPENING.match(text, clause.span[0], span[0])
    fronted = tokens(opens[1]) if opens and not clause.is_taken(opens.span(1)) else frozenset()
    if not opens and names == (before := _opening(text, clause)):
        fronted = frozenset(token for name in before for token in tokens(name))
    said_at = fronted if opens and _speaks_next(text, clause, opens) else frozenset()
    states = frozenset(token for name in names if name.casefold() in nations for token in tokens(name))
    level, beside = _level(text, clause, span), _and_more(text, clause)
    return Where(tuple(dict.fromkeys(names)), site, level, alone, at, fronted, mentions, states, beside, said_at)


def _speaks_next(text: str, clause: Clause, opens: re.Match[str]) -> bool:
    """Whether the speaker follows the place that a sentence opens with: "In Esara, the governor said ..."."""
    return any(text[opens.end(1) : start].strip(" ,") == "" for start, _ in clause.taken if start >= opens.end(1))


def _opening(text: str, clause: Clause) -> list[str]:
    """The place that the sentence opens with, where a clause behind tells none: "In Marl a house burned and ..."."""
    breaks = [text.rfind(end, 0, clause.span[0]) + len(end) for end in ("\n", ". ") if end in text[: clause.span[0]]]
    start = max(breaks, default=0)
    found = _OPENING.match(text, start, clause.span[0])
    if not found or clause.is_taken(found.span(1)) or ";" in text[start : clause.span[0]]:
        return []
    return [found[1]] if _is_place(found[1], text[found.end(1) : found.end(1) + _NEXT]) else []


def _scene_of(text: str, clause: Clause, span: Span) -> re.Match[str] | None:
    """The place that a figure is told of by "where": "to neighbouring Katuro district, where 12 people died"."""
    start = max(text.rfind("\n", 0, span[0]), text.rfind(". ", 0, span[0])) + 1
    found = [m for m in _WHERE.finditer(text, start, span[0]) if _is_place(m[1]) and not clause.is_taken(m.span(1))]
    return found[-1] if found and not _CLAUSE_END.search(text, found[-1].end(), span[0]) else None


def _level(text: str, clause: Clause, span: Span) -> str:
    """How far the words nearest to a figure say that it reaches: town, province or nation; else empty.

    What stands beside them in one phrase ("the town of Asvere in the province") may be narrower.
    """
    found = [
        (min(abs(m.start() - span[1]), abs(span[0] - m.end())), at, m.span())
        for at, name in enumerate(_REACHES)
        for pattern in patterns(name)
        for m in pattern.finditer(text, *clause.span)
        if not clause.is_taken(m.span())
    ]
    if not found:
        return ""
    _, nearest, (start, end) = min(found)
    beside = [at for _, at, (a, b) in found if not _CLAUSE_END.search(text, min(end, b), max(start, a))]
    return _REACHES[min((nearest, *beside))]


def _and_more(text: str, clause: Clause) -> str:
    """What a clause names with its place, so that the figure is of both: "in Asvere and two villages nearby"."""
    found = (
        _AND_MORE.match(text, m.end(1))
        for pattern in (_PLACE, _OF_LEVEL)
        for m in pattern.finditer(text, *clause.span)
        if not clause.is_taken(m.span(1)) and _is_place(m[1], text[m.end(1) : m.end(1) + _NEXT])
    )
    return next((more[1] for more in found if more and not clause.is_taken(more.span(1))), "")


def _told(text: str, clause: Clause, pattern: re.Pattern[str], span: Span) -> Iterable[str]:
    """The names that a pattern finds in a clause: what stands behind the figure before what stands before it."""
    start, end = clause.span
    found = [m for m in pattern.finditer(text, start, end) if not clause.is_taken(m.span(1))]
    for match in sorted(found, key=lambda m: (m.start() < span[0], m.start())):
        for name in match.groups():
            if name and _is_place(name, text[match.end(1) : match.end(1) + _NEXT]):
                yield re.split(r"['’]s\s+", name)[-1]


def _is_place(name: str, behind: str = "") -> bool:
    """Whether a name behind "in" or "at" is that of a place, and no day, body or adjective ("in Turkish waters")."""
    adjective = _ADJECTIVE.search(name) and _NOUN_BEHIND.match(behind)
    named_else = _NO_PLACE.search(name) or is_company(name) or name.endswith(("’s", "'s")) or _HELD.search(name)
    named_else = named_else or _LANGUAGE.fullmatch(name)
    return not named_else and not adjective and not (name.isupper() and len(name) < _SHORT)


def _is_building(name: str) -> bool:
    """Whether a name is that of a works, a hospital or the like, and no town's: by its last word, or by a plural."""
    last = name.rsplit(maxsplit=1)[-1].casefold()
    return last in words("buildings") or (last.endswith("s") and " " in name)


def place_before(text: str, clause: Clause, span: Span, saying: Sequence[Span] = ()) -> str:
    """The place that "there" or "in the town" means: the last one that the article names before; else empty.

    "In the province" means the last one that is called one.

    >>> text = "Fever broke out in Asvere. Nine people had died there, a doctor said."
    >>> place_before(text, Clause((27, 70)), (27, 48))
    'Asvere'
    """
    if not (back := first("back", clause.text(text))):
        return ""
    found = [*_PLACE.finditer(text, 0, span[0]), *_OPENING.finditer(text, 0, span[0])]
    level = _BACK.search(back)
    if level and level[1].lower() not in _TOWNS:
        called = re.compile(rf"\b{level[1]}\s+of\s+({_NAME})|\b({_NAME})\s+{level[1]}\b")
        found = list(called.finditer(text, 0, span[0]))
        return next((m[1] or m[2] for m in reversed(found)), "")
    taken = Clause(span, () if back.lower().startswith("there") else tuple(saying))
    told = [m for m in found if not taken.is_taken(m.span(1)) and _is_place(m[1])]
    return max(told, key=lambda match: match.start())[1] if told else ""


def own_place(text: str, clause: Clause) -> bool:
    """Whether the figure is of the source's own country, told as "in its own towns"."""
    return bool(first("own", clause.text(text)))


@lru_cache(maxsize=4096)
def tokens(name: str) -> frozenset[str]:
    """The words of a name that tell it from others, by their first letters, which a place shares with its adjective.

    >>> sorted(tokens("the Port of Asvere")), tokens("Velmoran") == tokens("Velmora")
    (['asver'], True)
    """
    folded = slug(name.removesuffix("’s").removesuffix("'s")) if name else ""
    return frozenset(token[:_LETTERS] for token in folded.split("-") if len(token) > 2 and token not in _GENERIC)


@lru_cache(maxsize=4096)
def setting(article: Source) -> frozenset[str]:
    """The words printed with a capital in the headline and the first paragraph: what an article is about."""
    lead = article.text.removeprefix(article.title).strip().partition("\n")[0]
    return frozenset(
        token for m in re.finditer(r"\b[A-Z][\w’'-]+", f"{article.title} {lead}") for token in tokens(m[0])
    )


@lru_cache(maxsize=4096)
def names_printed(article: Source) -> frozenset[str]:
    """The words of all names that an article prints, headline included."""
    printed = f"{article.title}\n{article.text}"
    return frozenset(token for m in re.finditer(r"\b[A-Z][\w’'-]+", printed) for token in tokens(m[0]))


def placed(tellings: Sequence[Telling]) -> list[Telling]:
    """The tellings with the narrowest places that each tells, and what holds those by the articles of its event."""
    articles: dict[str, set[Source]] = defaultdict(set)
    for telling in tellings:
        articles[telling.event].add(telling.article)
    holds = {event: containment(found) for event, found in articles.items()}
    return [replace(t, where=_inmost(t.where, holds[t.event])) for t in tellings]


def _inmost(told: Where, holds: Mapping[str, frozenset[str]]) -> Where:
    """The narrowest of the places told; one that is told as Asvere of "the Asvere plant in Velmora" is one of them."""
    names = frozenset(token for name in told.names for token in tokens(name))
    inner = names | {token for token in told.mentions if holds.get(token, frozenset()) & names}
    outer = frozenset(token for name in inner for token in holds.get(name, frozenset()))
    return replace(told, inmost=frozenset(inner - outer) or names, within=outer - inner | (outer & names))


def containment(articles: Iterable[Source]) -> Mapping[str, frozenset[str]]:
    """The words of the places that each place lies in, as articles say: "in Asvere, northern Velmora"."""
    found: dict[str, set[str]] = defaultdict(set)
    for article in articles:
        for inner, outer in _lies_in(article):
            found[inner] |= outer
    return {inner: frozenset(outer) for inner, outer in found.items()}


@lru_cache(maxsize=4096)
def _lies_in(article: Source) -> tuple[tuple[str, frozenset[str]], ...]:
    found = []
    for match in _ADJECTIVE_BEFORE.finditer(article.text):  # "the Velmoran town of Asvere"
        found += [(token, tokens(match[1]) - tokens(match[2])) for token in tokens(match[2])]
    for match in _LIES_IN.finditer(article.text):
        inner, outer = (name for name in match.groups() if name)
        if not _NO_PLACE.search(inner) and not _NO_PLACE.search(outer):
            found += [(token, tokens(outer) - tokens(inner)) for token in tokens(inner)]
    return tuple(found)
