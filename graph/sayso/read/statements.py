"""Attributions become statements with speakers, chains, stances and certainty."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.ingest.article import Span
from sayso.read.attribution import Attribution
from sayso.read.cast import Cast
from sayso.read.chains import nested
from sayso.read.discourse import Discourse
from sayso.read.occasion import occasion
from sayso.read.page import Page
from sayso.read.quotation import manner
from sayso.read.reading import Statement
from sayso.read.relays import Link, links_in
from sayso.read.reported import straightened
from sayso.read.said_on import said_on
from sayso.read.speakers import Speakers
from sayso.read.stance import certainty, stance

_UNCUED = "it stands beside its source without a word of saying"
_UNSOURCED = "its words are quoted without a source and a word of saying"


def statements_of(page: Page, attributions: Sequence[Attribution], cast: Cast) -> list[Statement]:
    """A statement for every attribution and every source that it cites, joined into chains, in order of the text."""
    told, quoted = straightened(page.text, page.sentences, attributions)
    sources = [(a.source[0][0], a.source[-1][1]) for a in told if a.source]
    speakers = Speakers(Discourse(cast, page.paragraphs, page.sentences, page.quoted), sources)
    links, inner = _links(page, told, quoted, speakers), nested(page.text, told)
    names = _names(told, inner)
    made: list[Statement] = []
    for i, attribution in enumerate(told):
        deepest = names[inner[i]] if i in inner else None
        chain = _chained(names[i], len(links.get(i, ())), deepest)
        for link, name, relays in zip((None, *links.get(i, ())), chain, (*chain[1:], deepest), strict=True):
            within = link is not None or i in inner.values()
            made.append(replace(_told(page, attribution, link, name, speakers, within=within), relays=relays))
    speakers.finish()
    return sorted(_of_others(made), key=lambda s: (first_offset(s), s.id))


def _of_others(made: Sequence[Statement]) -> Iterator[Statement]:
    """Without those that tell what their teller did: nobody relays themselves ("it said it had counted")."""
    by_id = {statement.id: statement for statement in made}
    again = {
        outer.relays
        for outer in made
        if outer.relays and outer.speaker and by_id[outer.relays].speaker == outer.speaker and outer.source
    }
    for statement in made:
        link = statement.relays
        while link in again:
            link = by_id[link].relays if link else None
        if statement.id not in again:
            yield statement if link == statement.relays else replace(statement, relays=link)


def first_offset(statement: Statement) -> int:
    """Offset of the first character of its earliest span."""
    return min(start for spans in (statement.source, statement.cue, statement.content) for start, _ in spans)


def _links(
    page: Page, told: Sequence[Attribution], quoted: Mapping[int, Link], speakers: Speakers
) -> dict[int, list[Link]]:
    """Index of an attribution -> whom it cites: as saying, and otherwise in its sentence."""
    by_sentence: dict[Span, list[int]] = {}
    for i, attribution in enumerate(told):
        by_sentence.setdefault(page.sentence_of(_anchor(attribution)), []).append(i)
    found = {i: [link] for i, link in quoted.items()}
    for sentence, held in by_sentence.items():
        for k, links in links_in(page.text, sentence, [told[i] for i in held], speakers.can_speak).items():
            known = found.setdefault(held[k], [])
            known += [link for link in links if all(link.source != other.source for other in known)]
    return found


def _chained(name: str, cited: int, deepest: str | None) -> list[str]:
    """The name of a statement and those of the ones that it cites, none like that of the one at the end."""
    first = 2 if deepest == f"{name}-1" else 1
    return [name, *(f"{name}-{first + k}" for k in range(cited))]


def _told(
    page: Page, attribution: Attribution, link: Link | None, name: str, speakers: Speakers, *, within: bool
) -> Statement:
    """The statement of an attribution, or with ``link`` that of the one whom it cites for the same content."""
    if link is None:
        return _statement(page, attribution, name, speakers, within=within)
    cited = Attribution((link.source,), (link.cue,), attribution.content, "speech", attribution.confidence)
    return replace(_statement(page, cited, name, speakers, within=within), occasion=link.occasion)


def _names(attributions: Sequence[Attribution], inner: dict[int, int]) -> list[str]:
    """``s`` and the first offset; a relayed statement is named after the one that relays it."""
    taken: set[str] = set()
    ids = [""] * len(attributions)
    relayed = set(inner.values())
    for i, attribution in enumerate(attributions):
        if i in relayed:
            continue
        name, again = f"s{attribution.start}", 0
        while name in taken:
            again += 1
            name = f"s{attribution.start}{_letters(again)}"
        taken.add(name)
        ids[i] = name
        at, depth = i, 1
        while at in inner and not ids[inner[at]]:
            at = inner[at]
            ids[at] = f"{name}-{depth}"
            depth += 1
    return [name or f"s{attributions[i].start}r" for i, name in enumerate(ids)]


def _letters(number: int) -> str:
    """1 is a, 26 is z, 27 is aa.

    >>> _letters(1), _letters(27), _letters(702), _letters(703)
    ('a', 'aa', 'zz', 'aaa')
    """
    more, last = divmod(number - 1, 26)
    return (_letters(more) if more else "") + chr(ord("a") + last)


def _statement(page: Page, attribution: Attribution, name: str, speakers: Speakers, *, within: bool) -> Statement:
    text, direct = page.text, attribution.manner == "direct"
    speaker = speakers.speaker(attribution.source, attribution.content, direct, within)
    anchor = _anchor(attribution)
    sure, hedge = certainty(text, attribution.content, _beside(attribution))
    return Statement(
        id=name,
        source=attribution.source,
        cue=attribution.cue,
        content=attribution.content,
        speaker=speaker.id if speaker else None,
        act=attribution.act,
        manner=attribution.manner or manner(attribution.content, page.quotations_near(attribution.content), text),
        stance=stance(text, attribution.cue, attribution.content),
        confidence=round(attribution.confidence, 3),
        certainty=sure,
        hedge=hedge,
        said_on=said_on(page, anchor, attribution),
        basis="stated" if attribution.cue else "inferred",
        reason=_reason(attribution),
        occasion=occasion(text, page.sentence(anchor), attribution.content),
    )


def _reason(attribution: Attribution) -> str | None:
    """What an attribution that no cue tells was concluded from."""
    if attribution.cue:
        return None
    return attribution.reason or (_UNCUED if attribution.source else _UNSOURCED)


def _anchor(attribution: Attribution) -> int:
    return (attribution.cue or attribution.source or attribution.content)[0][0]


def _beside(attribution: Attribution) -> Span:
    """The stretch from source to cue, where a hedge on the saying itself may stand."""
    if not attribution.cue:
        return (0, 0)
    start, end = attribution.cue[0][0], attribution.cue[-1][1]
    near = [s for s in attribution.source if abs(s[0] - start) < 120]
    return min([start, *(s[1] for s in near if s[1] <= start)]), end
