"""On whose word each telling rests: the end of its chain, completed from its article and from outlets that it cites."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from sayso.audit.sources.citations import Citations
from sayso.audit.sources.completing import completed
from sayso.audit.speakers.naming import Naming
from sayso.audit.speakers.offices import words_of
from sayso.audit.speakers.outlets import counted_itself, is_outlet, is_outlet_name, known_as, own_key
from sayso.audit.speakers.spoken import Spoken
from sayso.audit.telling import Link, Root, Telling, outlet_slug
from sayso.audit.told.amounts import nominal, same_number
from sayso.namespaces import slug
from sayso.read.lexicon import words

_PRONOUNS = frozenset(("he", "she", "they", "it", "we", "i", "you", "who", "one", "others", "this", "that"))
_PRESENT = re.compile(
    r"\b(?:attended|present at|briefed (?:at|in|by|on)|took part in|was at|sat in on)\b"
    r"|\b(?:briefing|session|hearing)\b"
)
_ADDRESSES = re.compile(
    r"\s(?:(?:had|has|have|once|never|also)\s)*(?:told|informed|assured|promised|warned|notified)\s"
)


_ITS_PEOPLE = re.compile(r"(?:[Ii]ts|[Tt]heir)\s(?:[\w-]+\s){0,2}[a-z]+s\b")
_OWN_BODY = re.compile(r"(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)\s[a-z]+")
_TWO = 2

Chains = Mapping[str, Sequence[tuple[Link, ...]]]


def outlets_of(tellings: Iterable[Telling]) -> frozenset[str]:
    """The outlets that print the tellings, by slug."""
    return frozenset(outlet_slug(t.article.outlet) for t in tellings if t.article.outlet)


def settle(
    tellings: Sequence[Telling],
    chains: Chains = MappingProxyType({}),
    outlets: frozenset[str] | None = None,
    nations: Mapping[str, str] = MappingProxyType({}),
) -> list[Telling]:
    """The same tellings with their roots, in the same order; ``chains`` are all chains of each article.

    ``outlets`` are all of the store, where not all of its tellings are given; ``nations`` maps lower-case names and
    demonyms of states to one key each.

    A chain that stops short is completed from its own article: from a statement in which the same speaker
    names who is behind it, or from another place where the article attributes the same figure. A figure that
    an outlet is cited for rests on what that outlet's own report rests on, where the store has it.
    """
    tellings = [replace(t, chain=_same_speaker(t)) for t in tellings]
    outlets = outlets_of(tellings) if outlets is None else outlets
    by_event: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        by_event[telling.event].append(telling)
    settled: dict[tuple[str, ...], Telling] = {}
    for event, spoken in _spoken(tellings, chains).items():
        once = _of_event(by_event[event], Naming(spoken, outlets, nations), chains, outlets)
        if gave := _giving(once):  # bodies that give a number speak, though no statement of theirs is read
            once = _of_event(by_event[event], Naming([*spoken, *gave], outlets, nations), chains, outlets)
        settled |= {telling.identity: telling for telling in once}
    return _first_told(_stands_for(Citations([settled[t.identity] for t in tellings]).resolved()))


def _of_event(tellings: Sequence[Telling], names: Naming, chains: Chains, outlets: frozenset[str]) -> list[Telling]:
    """The tellings of one event with the roots that their own articles tell."""
    by_article: dict[str, list[Telling]] = defaultdict(list)
    for telling in (_renamed(t, names.links) for t in tellings):
        rooted = replace(telling, root=_root(telling, outlets, names.goes_back))
        by_article[telling.article.iri].append(_spoken_for(rooted, names.speaks_for))
    heard = [
        _renamed_chain(chain, names.links)
        for article, told in by_article.items()
        for chain in chains.get(article, ())
        if not _is_addressed(chain, told[0].article.text)
    ]
    passed_on = _bodies_behind(heard)
    settled: list[Telling] = []
    for told in by_article.values():
        behind = {key: root for key, root in (passed_on | _behind(told)).items() if key not in names.in_office}
        first = completed([replace(t, root=_complete(t.root, behind)) for t in told], names)
        first = [replace(t, root=_attended(t, first)) for t in first]
        settled += [replace(t, root=_borrowed(t, first)) for t in first]
    return settled


def _giving(told: Iterable[Telling]) -> list[Spoken]:
    """Where bodies stand that give a number and are known by that alone."""
    found = {}
    for telling in told:
        root = telling.root
        if root.status == "named" and root.key == f"name:{telling.event}|{slug(root.name)}":
            at = telling.article.text.rfind(root.name, 0, telling.sentence[1])
            link = Link(f"{telling.iri}#gives", root.name, f"name:{slug(root.name)}", "Organization")
            spoken = Spoken(replace(link, source=((at, at + len(root.name)),)), telling.article, telling.event)
            found[link.iri] = spoken if at >= 0 else Spoken(link, telling.article, telling.event, root.name)
    return list(found.values())


def _spoken(tellings: Sequence[Telling], chains: Chains) -> dict[str, list[Spoken]]:
    """Every speaker of each event: of its figures and claims, and of all else that its articles report."""
    found: dict[str, dict[str, Spoken]] = defaultdict(dict)
    articles = {}
    for telling in tellings:
        articles[telling.article.iri] = (telling.article, telling.event)
        for link in telling.chain:
            found[telling.event][link.iri] = Spoken(link, telling.article, telling.event)
    for iri, (article, event) in articles.items():
        for chain in chains.get(iri, ()):
            for link in chain:
                found[event].setdefault(link.iri, Spoken(link, article, event))
    for _, event in articles.values():
        found[event] = found[event]
    return {event: list(spoken.values()) for event, spoken in found.items()}


def _same_speaker(telling: Telling) -> tuple[Link, ...]:
    """The chain with "it" and "they" as the speaker before them: "the board said it had counted 12"."""
    chain: list[Link] = []
    for link in telling.chain:
        printed = " ".join(telling.article.text[a:b] for a, b in link.source).casefold()
        outer = chain[-1] if chain else None
        same = outer if outer and outer.is_named and printed in ("it", "they", "itself") else link
        chain.append(replace(link, speaker=same.speaker, key=same.key, kind=same.kind, country=same.country))
    return tuple(chain)


def _renamed(telling: Telling, links: Mapping[str, Link]) -> Telling:
    return replace(telling, chain=_renamed_chain(telling.chain, links))


def _renamed_chain(chain: Sequence[Link], links: Mapping[str, Link]) -> tuple[Link, ...]:
    return tuple(links.get(link.iri, link) for link in chain)


def _spoken_for(telling: Telling, speaks_for: Mapping[str, Root]) -> Telling:
    """The telling with the body as root in the place of whoever speaks for it."""
    root = telling.root
    via = root.via | {speaks_for[link.iri].key for link in telling.chain if link.iri in speaks_for}
    body = speaks_for.get(telling.chain[-1].iri) if telling.chain and root.status != "not stated" else None
    body = body or _own_body(telling, speaks_for)
    if body is None or body.key == root.key:
        return replace(telling, root=replace(root, via=via))
    reason = f"{root.name} speaks for {body.name}"
    return replace(telling, root=replace(body, reason=reason, via=via))


def _own_body(telling: Telling, speaks_for: Mapping[str, Root]) -> Root | None:
    """The body of whoever speaks, where that one tells of "the alliance" or "their mission" that it counted."""
    if len(telling.chain) < _TWO:
        return None
    outer, last = telling.chain[-2:]
    printed = " ".join(telling.article.text[a:b] for a, b in last.source)
    nouns = words_of("kinds") | words_of("company") | words_of("broad") | words_of("parts")
    if _OWN_BODY.fullmatch(printed) and printed.split()[-1] in nouns:
        return speaks_for.get(outer.iri)
    counting = last.kind == "UnnamedSource" and {*printed.casefold().split()[-1:]} & words_of("counters")
    its = last.kind == "UnnamedSource" and (_ITS_PEOPLE.match(printed) or _is_document(printed))
    body = (counting or its) and outer.kind == "Organization" and outer.is_named and not is_outlet_name(outer.speaker)
    return Root(outer.key, outer.speaker, "named", country=outer.country) if body else None


def _is_document(printed: str) -> bool:
    """Whether words name a document or pictures, that of whoever tells of them: "satellite images analysed by it"."""
    head = re.split(r"\s(?:of|by|from|in|analysed|analyzed|seen|taken|that|which)\b", printed.casefold())[0]
    return bool({*head.split()[-1:]} & (words("documents", "roles") | words_of("pictures")))


def _stands_for(tellings: Sequence[Telling]) -> list[Telling]:
    """A state named for one of its bodies ("Seoul") rests on that body, where another article names it."""
    bodies: dict[tuple[str, str, str, float], set[Root]] = defaultdict(set)
    for t in tellings:
        if t.root.status == "named" and t.root.country and not t.root.is_government:
            bodies[t.event, t.kind, t.root.country, nominal(t)].add(replace(t.root, reason="", via=frozenset()))

    def body_behind(t: Telling) -> Telling:
        known = bodies.get((t.event, t.kind, t.root.country, nominal(t)), set()) if t.root.is_government else set()
        if len(known) != 1:
            return t
        body = next(iter(known))
        reason = f"{t.root.name} stands for {body.name}, as other articles say"
        return replace(t, root=replace(body, reason=reason, via=t.root.via | {body.key}))

    return [body_behind(t) for t in tellings]


def _first_told(tellings: Sequence[Telling]) -> list[Telling]:
    first: dict[tuple[object, ...], str] = {}
    for telling in tellings:
        account = (telling.root.key, telling.event, telling.kind, telling.low, telling.high)
        first[account] = min(first.get(account, telling.told_on), telling.told_on)
    return [replace(t, first_told=first[t.root.key, t.event, t.kind, t.low, t.high]) for t in tellings]


def _root(telling: Telling, outlets: frozenset[str], goes_back: Mapping[str, str]) -> Root:
    chain, here = telling.chain, f"at:{telling.iri}"
    via = frozenset(link.key for link in chain if link.is_named)
    if counted := _own_count(telling, outlets):
        return counted
    if not chain:
        own = f"voice:{outlet_slug(telling.article.outlet) or telling.article.iri}|{telling.event}"
        return Root(own, telling.article.name, "not stated", "the article speaks in its own voice")
    last = chain[-1]
    if not last.speaker or last.speaker.casefold() in _PRONOUNS:
        return Root(here, last.speaker, "not stated", "the article does not say who it was", via)
    if not last.is_named:
        same = goes_back.get(last.iri, last.iri)
        return Root(f"at:{same}", last.speaker, "unnamed", f"“{last.speaker}” has no name", via)
    if is_outlet(last, outlets):
        here = f"cited:{known_as(last.speaker)}|{telling.event}"
        return Root(here, last.speaker, "not stated", f"{last.speaker} is cited without its source", via)
    return Root(
        last.key, last.speaker, "named", f"named: {last.speaker}", via, last.country,
        last.kind == "Government",
    )  # fmt: skip


def _own_count(telling: Telling, outlets: frozenset[str]) -> Root | None:
    """The outlet as the root of what it counted itself: the one that a telling cites, else the one that tells it."""
    chain = telling.chain
    if chain and chain[-1].is_named and not is_outlet(chain[-1], outlets):
        return None
    cited = [link.speaker for link in reversed(chain) if is_outlet(link, outlets)]
    outlet = next(iter([*cited, telling.article.outlet]))
    if not outlet or not counted_itself(telling, outlet):
        return None
    via = frozenset(link.key for link in chain if link.is_named)
    return Root(own_key(outlet), outlet, "named", f"{outlet} counted it", via)


def _behind(told: Iterable[Telling]) -> dict[str, Root]:
    """Whom each person of an article passes on, by the person's key; one who passes on several is left out."""
    found: dict[str, set[Root]] = defaultdict(set)
    for telling in told:
        addressed = _is_addressed(telling.chain, telling.article.text)
        if telling.root.status == "named" and len(telling.chain) > 1 and not addressed:
            for link in telling.chain[:-1]:
                if link.is_named and link.kind == "Person":
                    found[link.key].add(replace(telling.root, reason="", via=frozenset()))
    return {key: next(iter(roots)) for key, roots in found.items() if len(roots) == 1}


def _is_addressed(chain: Sequence[Link], text: str) -> bool:
    """Whether the end of a chain tells others something ("the police had told her"): they are no part of it."""
    source = chain[-1].source if chain else ()
    return bool(source) and _ADDRESSES.match(text, source[-1][1]) is not None


def _bodies_behind(chains: Iterable[tuple[Link, ...]]) -> dict[str, Root]:
    """The body that each person of an article passes on in whatever they say; several are left out."""
    found: dict[str, set[Root]] = defaultdict(set)
    for chain in chains:
        last = chain[-1]
        if len(chain) > 1 and last.is_named and last.kind in ("Organization", "MilitaryUnit") and last.act == "speech":
            root = Root(last.key, last.speaker, "named", "", frozenset(), last.country)
            for link in chain[:-1]:
                if link.is_named and link.kind == "Person":
                    found[link.key].add(root)
    return {key: next(iter(roots)) for key, roots in found.items() if len(roots) == 1}


def _complete(root: Root, behind: Mapping[str, Root]) -> Root:
    deeper = behind.get(root.key)
    if deeper is None or deeper.key == root.key:
        return root
    reason = f"{root.name} passes on {deeper.name} in this article"
    return replace(deeper, reason=reason, via=root.via | {deeper.key})


def _attended(telling: Telling, told: Sequence[Telling]) -> Root:
    """For an unnamed source who was at a session or briefing: the one body that the article has tell something."""
    root = telling.root
    printed = " ".join(telling.article.text[a:b] for link in telling.chain[-1:] for a, b in link.source)
    bodies = {
        t.root.key: t.root for t in told if t.root.status == "named" and t.root.country and not t.root.is_government
    }
    if root.status != "unnamed" or not _PRESENT.search(printed) or len(bodies) != 1:
        return root
    body = next(iter(bodies.values()))
    return replace(body, reason=f"shared occasion: {root.name} heard {body.name}", via=root.via | {body.key})


def _borrowed(telling: Telling, told: Sequence[Telling]) -> Root:
    """The root that the same article gives for the same number elsewhere, where this place gives less."""
    root = telling.root
    for other in told:
        if other.iri == telling.iri or other.root.key == root.key or not same_number(telling, other):
            continue
        open_ = root.status == "not stated" or (telling.headline and root.status == "unnamed" and not other.headline)
        cites = bool(other.chain) and not telling.chain
        if other.kind == telling.kind and open_ and (other.root.status != "not stated" or cites):
            return replace(other.root, reason=f"the article attributes the same figure to {other.root.name}")
        if root.is_government and other.root.country == root.country and not other.root.is_government:
            return replace(other.root, reason=f"{root.name} stands for {other.root.name}, as the article says")
        if root.status == "named" and root.key in other.root.via and other.root.status == "named":
            return replace(other.root, reason=f"{root.name} passes on {other.root.name} in this article")
    return root
