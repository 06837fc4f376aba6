"""Whose word it is when a spokesman or the head of a body speaks: that of the body."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from sayso.audit.offices import is_company
from sayso.audit.telling import Link, Root, Telling
from sayso.namespaces import slug

_ROLE = (
    r"(?:spokes(?:man|woman|person)|(?:chief|managing|executive) (?:executive|director)(?: officer)?"
    r"|head|director(?:[- ]general)?|chair(?:man|woman|person)?|president|secretary[- ]general)"
)
_BARE_CHIEF = re.compile(
    r"(?:^|[|,]\s*|\b(?:the|its|company)\s+)(?:chief executive|managing director|chief (?:financial|operating) officer"
    r"|finance director|chairman|chairwoman|CEO)(?: officer)?\b(?!\s+(?:of|for|at)\b)",
    re.IGNORECASE,
)
_SPOKESMAN = re.compile(
    r"\bspokes(?:man|woman|person)\s+(?:for|of)\s+((?:the\s+)?[A-Z][\w&’'-]*(?:\s+(?:(?:of|and|for)\s+)?[A-Z][\w&-]*)*)"
)
_MINISTRY = re.compile(r"([a-z]+) ministry\b|\bministry of ([a-z]+)")
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_HELD = 1_000
"""Names and bodies that are remembered: an article asks for the same ones for each of its figures."""


def bodies_of(tellings: Sequence[Telling]) -> dict[str, dict[str, Root]]:
    """The bodies of each event by their names in lower case: those that speak themselves, else through a spokesman."""
    found: dict[str, dict[str, Root]] = defaultdict(dict)
    for telling in tellings:
        for link in telling.chain:
            if link.is_named and link.kind not in ("Government", "Outlet", "JointSource") and link.speaker:
                name = _ARTICLE.sub("", link.speaker)
                root = Root(link.key, link.speaker, "named", country=link.country)
                found[telling.event].setdefault(name.casefold(), root)
    for telling in tellings:
        for link in telling.chain:
            if link.kind == "UnnamedSource" and (named := _SPOKESMAN.search(link.speaker)):
                name = _ARTICLE.sub("", named[1])
                root = Root(f"name:{telling.event}|{slug(name)}", name, "named")
                found[telling.event].setdefault(name.casefold(), root)
    return dict(found)


def spoken_for(tellings: Sequence[Telling]) -> list[Telling]:
    """The tellings with the body as root in the place of whoever speaks for it, in all articles of the event.

    One who is said to speak for two bodies keeps their own word.
    """
    bodies = bodies_of(tellings)
    behind: dict[tuple[str, str], dict[str, Root]] = defaultdict(dict)
    for telling in tellings:
        if body := _body_behind(telling, bodies.get(telling.event, {})):
            behind[telling.event, telling.root.key][body.key] = body
    return [_replaced(t, tuple(behind.get((t.event, t.root.key), {}).values())) for t in tellings]


def _replaced(telling: Telling, bodies: tuple[Root, ...]) -> Telling:
    if len(bodies) != 1:
        return telling
    root, body = telling.root, bodies[0]
    reason = f"{root.name} speaks for {body.name}"
    return replace(telling, root=replace(body, reason=reason, via=root.via | {body.key}))


def _body_behind(telling: Telling, bodies: Mapping[str, Root]) -> Root | None:
    last = telling.chain[-1] if telling.chain else None
    if last is None or last.kind not in ("Person", "UnnamedSource") or telling.root.status == "not stated":
        return None
    printed = _said_of(last, telling.article.text)
    folded = printed.casefold()
    named = sorted((name for name in bodies if name in folded), key=len, reverse=True)
    body = next((bodies[name] for name in named if _heads(printed, name)), None)
    ministries = {root.key: root for name, root in sorted(bodies.items()) if _is_minister(printed, name)}
    if body is None and len(ministries) == 1:  # of two countries' ministers nobody knows which it is
        body = next(iter(ministries.values()))
    companies = {root.key: root for root in bodies.values() if is_company(root.name)}
    if body is None and len(companies) == 1 and _BARE_CHIEF.search(printed):  # of two companies nobody knows which
        body = next(iter(companies.values()))
    return body if body and body.key != telling.root.key else None


def _said_of(link: Link, text: str) -> str:
    """The phrase that names a speaker; of a person, also what stands beside the name wherever the article gives it."""
    printed = " ".join(text[a:b] for a, b in link.source)
    if link.kind != "Person" or not link.speaker:
        return printed
    return " | ".join((printed, *_beside(link.speaker, text)))


@lru_cache(maxsize=_HELD)
def _beside(speaker: str, text: str) -> tuple[str, ...]:
    """Each place of a text that gives the name, with the words around it."""
    name = re.escape(speaker)
    around = rf"(?:[\w&’'-]+\s+){{0,6}}{name}(?:,\s[^.;\n]{{0,80}})?|[^.;\n]{{0,120}},\s{name}\b"
    return tuple(found[0] for found in re.finditer(around, text))


def _is_minister(printed: str, body: str) -> bool:
    """Whether the phrase names the minister of a ministry: "interior minister" of "Tarvia's interior ministry"."""
    office = _MINISTRY.search(body)
    what = (office[1] or office[2]) if office else ""
    named = rf"\b(?<!deputy ){what} minister\b|\bminister of {what}\b"
    return bool(what) and what in printed.casefold() and re.search(named, printed, re.IGNORECASE) is not None


def _heads(printed: str, body: str) -> bool:
    """Whether the phrase gives somebody an office that speaks for a body."""
    return _offices_of(body).search(printed) is not None


@lru_cache(maxsize=_HELD)
def _offices_of(body: str) -> re.Pattern[str]:
    name = re.escape(body)
    before = rf"\b{_ROLE}\s+(?:for|of|at)\s+(?:the\s+)?{name}\b"
    behind = rf"\b{name}(?:['’]s?)?\s+{_ROLE}\b"
    its = rf"\b{name}\b[^.;|]{{0,80}}\bits\s+{_ROLE}\b"
    return re.compile(f"{before}|{behind}|{its}", re.IGNORECASE)
