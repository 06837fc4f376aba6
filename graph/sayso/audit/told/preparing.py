"""From what was gathered to tellings: every figure with its chain, and what the words around it say."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sayso.audit.speakers.offices import name_of
from sayso.audit.telling import CLAIM, Link, Period, Population, Source, Telling
from sayso.audit.told.clauses import Clause, clause_of, cues_of, of_the_total
from sayso.audit.told.context import (
    gathering,
    happened_day,
    happens_often,
    hedge,
    is_additional,
    is_named_by,
    is_updated,
    names_a_day,
    names_a_month,
    night,
    occurrence,
    recalled,
    said_day,
    since_day,
    talks_of_the_number,
    untold,
    window,
)
from sayso.audit.told.gathering import Gathered, RawFigure
from sayso.audit.told.inheriting import inherited
from sayso.audit.told.placing import own_place, place_before, placed, where
from sayso.audit.told.populations import fights, is_bystander, is_of_bodies, noun_before, population, with_rare
from sayso.audit.told.predicates import predicate_of
from sayso.audit.told.saying import days_told, with_days
from sayso.audit.told.sides import KINDS as SIDED
from sayso.audit.told.sides import opponents, with_side
from sayso.audit.told.topics import of_kinds, topic
from sayso.ingest.article import Span
from sayso.read.sentences import sentences
from sayso.read.stance import certainty

_LISTED = re.compile(r"\b(?:list|lists|listed|register|roll|names of)\b", re.IGNORECASE)  # names are people then
_NAMES_OF = re.compile(r" of (?:the |those )?((?:[a-z]+ )?[a-z]+s|people|men|women|children)\b")
_NOBODY = ("anyone", "anybody", "nobody", "no one", "no-one", "someone", "somebody", "everyone", "everybody")
_YEAR = len("2025")  # nobody says when something was said by its year
_DID_IT = re.compile(
    r"\b(?:kill|wound|injur|captur|arrest|detain|destroy|neutrali[sz])(?:ed|ing|es?|s) (?:[a-z]+ ){0,3}$", re.IGNORECASE
)
_VERB = 40
_MOST = 2
_MODAL = re.compile(r"\b(?:could|might|may)\b(?! not\b)")


def prepare(gathered: Gathered, event: Mapping[str, str]) -> list[Telling]:
    """Every telling, in the order of articles and text; a figure told through two chains gives two.

    ``event`` maps articles to events. ``root`` is not settled yet: that needs all tellings (see ``roots``).
    """
    by_article: dict[str, list[RawFigure]] = defaultdict(list)
    for figure in gathered.figures:
        if figure.article in gathered.articles and not figure.negated:
            by_article[figure.article].append(figure)
    saying, said = _saying(gathered), days_told(gathered)
    told: list[Telling] = []
    for article, figures in sorted(by_article.items()):
        own = opponents([*_of_article(gathered, figures, saying[article], event.get(article, article))])
        told += inherited(with_days(own, said.get(article, ())))
    return _with_rare(placed(told))


def _with_rare(tellings: Sequence[Telling]) -> list[Telling]:
    """The tellings, with the populations marked that one article of an event alone speaks of."""
    by_event: dict[str, list[int]] = defaultdict(list)
    for at, telling in enumerate(tellings):
        by_event[telling.event].append(at)
    found = list(tellings)
    for places in by_event.values():
        articles = {tellings[at].article for at in places}
        odd = set(_lone_fighters([(at, tellings[at]) for at in places]))
        marked = with_rare([tellings[at].population for at in places], articles)
        for at, population_ in zip(places, marked, strict=True):
            stands_out = population_.rare or at in odd
            found[at] = replace(tellings[at], population=replace(population_, rare=stands_out))
    return found


def _lone_fighters(told: Sequence[tuple[int, Telling]]) -> Iterable[int]:
    """Of the tellings of one event those of fighters, where most sources count people who do not fight."""
    fighting: dict[str, set[str]] = defaultdict(set)
    others: dict[str, set[str]] = defaultdict(set)
    for _, telling in told:
        noun = telling.population.noun
        source = telling.chain[-1].speaker if telling.chain else telling.article.iri
        if telling.kind in SIDED and fights(noun):
            fighting[telling.kind].add(source)
        elif telling.kind in SIDED and is_bystander(noun):
            others[telling.kind].add(source)
    for at, telling in told:
        few, many = len(fighting[telling.kind]), len(others[telling.kind])
        if fights(telling.population.noun) and few and many >= _MOST * few:
            yield at


def _saying(gathered: Gathered) -> dict[str, list[Span]]:
    """Where each article tells who said something: the sources and cues of all its statements, in order."""
    found: dict[str, set[Span]] = defaultdict(set)
    for iri, link in gathered.links.items():
        article = gathered.articles.get(gathered.home[iri])
        found[gathered.home[iri]] |= {*link.source, *(cues_of(article.text, link) if article else ())}
    return defaultdict(list, {article: sorted(spans) for article, spans in found.items()})


def prepare_claims(gathered: Gathered, event: Mapping[str, str]) -> list[Telling]:
    """Every other claim that is said, as a telling without a number, in the order of articles and statements."""
    found = []
    for article, chains in sorted(gathered.chains().items()):
        source = gathered.articles.get(article)
        for whole in chains if source else ():
            assert source is not None
            chain = _of_somebody(whole)
            if not _is_said(chain[0]) or chain[0].iri not in gathered.claims or not chain[0].content:
                continue
            claim, words = gathered.claims[chain[0].iri]
            said_on = next((link.said_on for link in reversed(chain) if link.said_on), "")
            found.append(
                Telling(
                    claim, source, words, CLAIM, None, None,
                    span=(chain[0].content[0][0], chain[0].content[-1][1]),
                    sentence=(chain[0].content[0][0], chain[0].content[-1][1]),
                    chain=chain, certainty=next((link.certainty for link in chain if link.certainty), "")
                    or (certainty(source.text, chain[0].content, (0, 0))[0] or "")
                    or ("possible" if _MODAL.search(words) else ""),
                    occasion=next((link.occasion for link in chain if link.occasion), ""),
                    told_on=said_on or source.published[:10], said_on=said_on, event=event.get(article, article),
                )
            )  # fmt: skip
    return found


def _of_somebody(chain: tuple[Link, ...]) -> tuple[Link, ...]:
    """The chain without an end that is nobody: "denied that anyone had reported cracks" rests on who denies."""
    end = len(chain)
    while end > 1 and chain[end - 1].speaker.casefold() in _NOBODY:
        end -= 1
    return chain[:end]


def _is_said(link: Link) -> bool:
    """Whether a statement is one for an audit: said, or thought or rejected, which an outlet may tell as if said."""
    return link.act == "speech" or link.stance in ("believes", "denies", "expects")


def _of_article(
    gathered: Gathered, figures: Sequence[RawFigure], saying: Sequence[Span], event: str
) -> Iterable[Telling]:
    article = gathered.articles[figures[0].article]
    bounds = sentences(article.text, [(0, len(article.text))])
    wholes = {f.iri: f.low if f.low is not None else f.high for f in figures}
    for figure in figures:
        at = _sentence(bounds, figure.span)
        carried = gathered.carried.get(figure.iri, ())
        for chain in _distinct([gathered.chain(statement) for statement in carried]) or [()]:
            yield _told(gathered, figure, chain, at, event, wholes=wholes, saying=saying)


def _told(
    gathered: Gathered,
    figure: RawFigure,
    chain: tuple[Link, ...],
    at: Span,
    event: str,
    *,
    wholes: Mapping[str, float | None],
    saying: Sequence[Span],
) -> Telling:
    article = gathered.articles[figure.article]
    text = article.text
    content = tuple(span for link in chain for span in link.content)
    clause = clause_of(text, at, figure.span, chain, saying)
    said_on = next((link.said_on for link in reversed(chain) if len(link.said_on) > _YEAR), "")
    said_on = said_on or said_day(text[slice(*at)], article.published)
    period = _period(figure, article, clause, at)
    if text and period.since and period.since == period.until and talks_of_the_number(text[slice(*clause.span)]):
        said_on, period = said_on or period.since, replace(period, since="", until="")
    said_on = "" if article.published and said_on[:10] > article.published[:10] else said_on
    period = _night_before(period, said_on, text[slice(*clause.span)])
    told = where(text, clause, figure.span, gathered.nations)
    back = () if told.names else tuple(filter(None, (place_before(text, clause, figure.span, saying),)))
    told = replace(told, names=tuple(dict.fromkeys(filter(None, (figure.place_name, *told.names, *back)))))
    place = next(iter(told.names), "") or told.site
    if not place and chain and own_place(text, clause):
        place = _owner(chain[-1], text)
        told = replace(told, names=tuple(filter(None, (place,))))
    counted = population(figure.words, figure.counts, gathered.nations, text[figure.span[1] : at[1]])
    if not counted.noun and (noun := noun_before(text[clause.span[0] : figure.span[0]])):
        counted = replace(counted, noun=noun, words=counted.words or noun)
    if counted.owned and _DID_IT.search(text, max(clause.span[0], figure.span[0] - _VERB), figure.span[0]):
        counted = replace(counted, owned=False)  # "killed 48 of its members": not those of whoever did
    if figure.kind in SIDED or counted.owned:
        counted = with_side(counted, text, at[0], figure.span)
    if figure.unit == "person" and (told_of := predicate_of(text, figure.span, at[1])):
        counted = replace(counted, noun=told_of, words=told_of, part=False)
    says = topic(text, clause, figure.span, figure.unit, f"{counted.words} {counted.noun}")
    if listed := counted.noun == "name" and _LISTED.search(text, *at) is not None:
        whom = _NAMES_OF.match(text, figure.span[1])
        counted = population("", whom[1], gathered.nations) if whom else Population()
        says &= of_kinds()
    kind, unit = ("people", "person") if listed else _kind_and_unit(figure, counted)
    if is_of_bodies(f"{figure.words} {counted.noun}", text[slice(*clause.span)]):
        counted = replace(counted, noun="body handled", words="bodies")
    return Telling(
        figure.iri,
        article,
        figure.words,
        kind,
        figure.low,
        figure.high,
        figure.bound,
        unit,
        gathered.kinds.get(kind, frozenset()),
        figure.span,
        at,
        counted,
        figure.place,
        place,
        gathered.wholes.get(figure.place, frozenset()),
        period,
        bool(figure.adds_to) or (bool(text) and is_additional(text, figure.span, figure.kind)),
        chain,
        next((link.certainty for link in chain if link.certainty), "") or hedge(text, content or (at,), figure.span),
        next((link.occasion for link in chain if link.occasion), "") or gathering(text, (at,)),
        said_on or article.published[:10],
        said_on,
        said_on or article.published[:10],
        bool(article.title) and figure.span[1] <= len(article.title) + 2 and text.startswith(article.title),
        event,
        included_in=figure.included_in,
        whole=wholes.get(figure.included_in),
        is_updated=is_updated(text, at),
        happened_on=happened_day(text, Clause(at, clause.taken), said_on, article.published),
        where=told,
        untold=untold(text, at) or ("period" if happens_often(text, at, article.title) and not told.names else ""),
        occurrence=occurrence(text, at, article.title, figure.span),
        recalled=recalled(text, at, figure.span, article.published),
        topic=says,
    )


def _night_before(period: Period, said_on: str, clause: str) -> Period:
    """The period without a night that ends after it was told of: the night before the printing is a later one."""
    is_later = bool(said_on and period.since) and period.until[:10] > said_on[:10]
    return replace(period, since="", until="") if is_later and "night" in clause else period


def _period(figure: RawFigure, article: Source, clause: Clause, at: Span) -> Period:
    """The time over which a figure counts; none that is of the sentence before, or when it was said."""
    text, published = article.text, article.published
    own = (clause if of_the_total(text, clause) else Clause(at, clause.taken)).text(text)
    since = figure.since or since_day(clause.text(text), published)
    told = Period(since, figure.until, figure.as_of, window(text, clause, published, since))
    closed = bool(text and told.since and told.until)
    if closed and (not names_a_day(own) or is_named_by(own, told.since)):
        return replace(told, since="", until="")
    if closed and len(told.since) == len("2025-01") and not names_a_month(own):
        return replace(told, since="", until="")
    if told.since or told.until or told.window:
        return told
    since, until = night(own, published)
    return replace(told, since=since, until=until)


def _kind_and_unit(figure: RawFigure, counted: Population) -> tuple[str, str]:
    """The kind and the unit of a figure: bodies are of the dead; fighters who took part in anything do not protest."""
    if figure.unit == "item" and counted.noun in ("body", "corpse"):
        return "killed", "person"
    return "people" if figure.kind == "protesters" and fights(counted.noun) else figure.kind, figure.unit


def _owner(link: Link, text: str) -> str:
    """The country or town of a body, as its name tells it."""
    printed = " ".join(text[a:b] for a, b in link.source)
    return next(iter(sorted(name_of(printed, link.speaker).names)), "").title()


def _sentence(bounds: Sequence[Span], span: Span) -> Span:
    """The sentence in which a span begins; the span itself where the text is not known."""
    at = bisect_right(bounds, (span[0], 1 << 60)) - 1
    return bounds[at] if at >= 0 and bounds[at][0] <= span[0] < bounds[at][1] else span


def _distinct(chains: Iterable[tuple[Link, ...]]) -> list[tuple[Link, ...]]:
    """The chains, each way of speakers once: the one with most links first."""
    found: dict[tuple[str, ...], tuple[Link, ...]] = {}
    for chain in sorted(chains, key=lambda c: (-len(c), [link.iri for link in c])):
        keys = tuple(link.key or link.iri for link in chain)
        if not any(keys == known[: len(keys)] or keys == known[-len(keys) :] for known in found):
            found.setdefault(keys, chain)
    return list(found.values())
