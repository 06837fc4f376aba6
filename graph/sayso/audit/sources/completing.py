"""Completes roots that an article leaves open from what stands around: its subject, its whole, a document's author."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from sayso.audit.sources.continuing import carried_on, gapped, is_contrasted
from sayso.audit.sources.giving import giver
from sayso.audit.sources.handing import handed
from sayso.audit.sources.relaying import relayed
from sayso.audit.speakers.naming import SEVERAL, Naming
from sayso.audit.speakers.offices import is_institution, words_of
from sayso.audit.telling import Root, Telling
from sayso.namespaces import slug

_NAME = r"([A-Z][\w’'-]*(?:\s+(?:(?:of|and|for)\s+(?:the\s+)?)?[A-Z][\w-]+)*)"
_WORK = (
    r"(?:report|study|model|survey|estimate|assessment|statement|bulletin|records|database|tally|list|analysis|poll|census"
    r"|document|dossier|paper|memo|note|letter|order|images|imagery|pictures|footage|photographs"
    r"|team|panel|task force|register|figures|data)"
)
_MADE_BY = re.compile(rf"\b{_WORK}\b(?:\s[\w-]+){{0,3}}?\s(?:by|from|of|at|that|which)\s(?:the\s)?{_NAME}")
_OWN_WORK = re.compile(rf"^(?:the\s)?([\w’' -]+?)['’]s?\s(?:own\s)?(?:[\w-]+\s)?{_WORK}\b", re.IGNORECASE)
_TOLD_TO = re.compile(r"\s(?:have\s|had\s)?told\s(?:the\s)?([\w’' -]{3,60}?)\s(?:on\s\w+day\s)?(?:that|how|they|it)\b")
_IT = frozenset(("it", "they"))
_PERSONS = frozenset(("he", "she"))
_BEHIND = 90


def completed(told: Sequence[Telling], names: Naming) -> list[Telling]:
    """The tellings of one article, in the order given; ``names`` are those of the event."""
    found: dict[tuple[str, ...], Telling] = {}
    for telling in sorted(told, key=lambda t: (t.span, t.identity)):
        before = [found[t.identity] for t in told if t.identity in found and t.span < telling.span]
        root = _handed(telling, names) or _relayed(telling, names) or _root(telling, before, names)
        found[telling.identity] = replace(telling, root=root) if root else telling
    return [found[t.identity] for t in told]


def _handed(telling: Telling, names: Naming) -> Root | None:
    speaks = telling.root.status in ("named", "unnamed") and not telling.headline
    found = handed(telling, names) if speaks else None
    return _because(found[0], telling, found[1]) if found else None


def _relayed(telling: Telling, names: Naming) -> Root | None:
    found = relayed(telling, names) if not telling.headline else None
    return _because(found[0], telling, found[1]) if found else None


def _root(telling: Telling, before: Sequence[Telling], names: Naming) -> Root | None:
    status = telling.root.status
    continued = bool(telling.chain) and (not telling.chain[-1].source or is_contrasted(telling))
    if not telling.headline and (told := gapped(telling, names)):
        return replace(told[0], reason=told[1], via=told[0].via | {told[0].key})  # not of whom the sentence names first
    if telling.headline or (status == "named" and not continued):
        return None
    cites = status == "not stated" and telling.chain and telling.root.name.casefold() not in _IT | _PERSONS | {""}
    open_ = not cites or telling.chain[-1].source[:1] > (telling.span,)  # "the union put it at 40, Reuters reported"
    given = giver(telling, names) if status != "unnamed" and open_ else None
    if given:
        return _because(given[0], telling, given[1])
    if status == "unnamed":
        return _author(telling, names) or _heard(telling, names)
    if status == "named":
        return None
    return _whole(telling, before) or _meant(telling, before, names) or _carried_on(telling, names)


def _carried_on(telling: Telling, names: Naming) -> Root | None:
    nobody = all(not link.speaker and not link.source for link in telling.chain)
    found = carried_on(telling, names) if nobody else None
    return _because(found[0], telling, found[1]) if found else None


def _author(telling: Telling, names: Naming) -> Root | None:
    """The body whose report, model, team or records the source is."""
    for name, is_new, what in _authors(telling):
        known = _called(name, telling, names)
        if known is None and is_new:
            known = Root(f"name:{telling.event}|{slug(name)}", name, "named")
        if known:
            return _because(known, telling, f"{telling.root.name} {what} {known.name}")
    return None


def _authors(telling: Telling) -> Iterator[tuple[str, bool, str]]:
    """Each body that words give as the author, whether it may be one that nobody names elsewhere, and as what."""
    source = telling.root.name
    if made := _MADE_BY.search(_phrase(telling)):
        yield made[1], made[1].split()[-1].casefold() in words_of("institutions"), "is the work of"
    if scholars := _scholars().match(source):
        yield scholars["body"], scholars["body"][0].isupper(), "count for"
    if kept := _kept().fullmatch(source.split(",")[0]):
        yield kept["body"], True, "is the work of"
    if owned := _scholars_of().match(source):
        yield owned["body"], False, "count for"
    if own := _OWN_WORK.match(source):
        yield own[1], is_institution(own[1]), "is the work of"


@cache
def _scholars() -> re.Pattern[str]:
    return re.compile(
        rf"(?i:(?:the\s)?(?:{'|'.join(sorted(words_of('scholars')))}))\s(?:at|of|from|with)\s(?:the\s)?(?P<body>[A-Z].+)"
    )


@cache
def _scholars_of() -> re.Pattern[str]:
    return re.compile(
        r"(?:[Tt]he\s)?(?P<body>[\w&’' -]+?)['’]s?\s(?!officials|sources|employees|workers|members)[a-z]+s$"
    )


@cache
def _kept() -> re.Pattern[str]:
    """A document told by the body that wrote it: "a treasury document seen by the paper"."""
    bodies = "|".join(sorted(words_of("institutions"), key=len, reverse=True))
    return re.compile(
        rf"(?:[Aa]n?|[Tt]he)\s(?:internal\s|confidential\s|secret\s|leaked\s)?(?P<body>(?:[a-z]+\s)?(?:{bodies}))\s"
        r"(?:document|paper|report|memo|data|figures|records|statement|letter|note)s?(?:\s(?:seen|obtained|read|leaked)\s.*)?"
    )


def _heard(telling: Telling, names: Naming) -> Root | None:
    """The same root, passed on by the body to which it was told ("survivors told the coast guard that …")."""
    told = _TOLD_TO.match(_after_source(telling))
    body = _called(told[1], telling, names) if told else None
    return replace(telling.root, via=telling.root.via | {body.key}) if body else None


def _whole(telling: Telling, before: Sequence[Telling]) -> Root | None:
    """The root of the figure that it is a part of, told in the same sentence."""
    for other in before:
        if other.iri == telling.included_in and other.sentence == telling.sentence and other.root.status == "named":
            return _because(other.root, telling, f"a part of what {other.root.name} counted")
    return None


def _meant(telling: Telling, before: Sequence[Telling], names: Naming) -> Root | None:
    """Whom "it said" or "she said" means: who spoke last in the same paragraph."""
    word = telling.root.name.casefold()
    if word not in _IT | _PERSONS:
        return None
    start, at = telling.sentence[0], min((a for link in telling.chain[-1:] for a, _ in link.source), default=0)
    if word == "they" and (opens := SEVERAL.match(telling.article.text, start, at)):
        known = names.who(opens[0], telling.article, start)
        body = known or Root(f"name:{telling.event}|{slug(opens[0].casefold())}", opens[0].casefold(), "named")
        return _because(body, telling, f"“{telling.root.name}” is {body.name}")
    if word == "it" and start < at and (subject := names.who("it", telling.article, at)):
        return _because(subject, telling, f"“{telling.root.name}” is {subject.name}")
    for other in reversed(before):
        person = bool(other.chain) and other.chain[-1].kind == "Person"
        between = telling.article.text[other.span[1] : telling.span[0]]
        if other.root.status == "named" and "\n\n" not in between and person == (word in _PERSONS):
            return _because(other.root, telling, f"“{telling.root.name}” is {other.root.name}")
    return None


def _called(phrase: str, telling: Telling, names: Naming) -> Root | None:
    """The body that a phrase of the sentence calls, or whoever it speaks for."""
    body = names.bodies.called(phrase, telling.article, telling.span[0])
    return names.behind(body) if body else None


def _because(root: Root, telling: Telling, reason: str) -> Root:
    return replace(root, reason=reason, via=root.via | telling.root.via | {root.key})


def _phrase(telling: Telling) -> str:
    """The words that name the end of the chain, with what its sentence says behind them."""
    printed = " ".join(telling.article.text[a:b] for link in telling.chain[-1:] for a, b in link.source)
    return printed + _after_source(telling)


def _after_source(telling: Telling) -> str:
    spans = [span for link in telling.chain[-1:] for span in link.source]
    if not spans:
        return ""
    end = spans[-1][1]
    return re.split(r"[.;\n]", telling.article.text[end : end + _BEHIND])[0]
