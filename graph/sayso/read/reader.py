"""The whole reading: attributions become statements with speakers, chains, stances and certainty."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from sayso.ingest.article import Article, Span
from sayso.read.actor import Actor
from sayso.read.attribution import Account, Accountable, Attribution, Attributor
from sayso.read.cast import Cast
from sayso.read.chains import link_in, nested, with_origins
from sayso.read.dates import find_dates
from sayso.read.discourse import Discourse
from sayso.read.entities import entities
from sayso.read.figures import find_figures
from sayso.read.gazetteer import Gazetteer, load_gazetteer
from sayso.read.occasion import occasion
from sayso.read.places import locate
from sayso.read.quotation import Quotation, manner, quotations
from sayso.read.readers import DEFAULT_READER, attributor_named
from sayso.read.reading import Figure, Reading, Spans, Statement
from sayso.read.sentences import paragraphs, split_paragraph
from sayso.read.speakers import Speakers
from sayso.read.stance import certainty, stance

_NEAR = 30
_AROUND = 400
_LOOK_BACK = 50


def read(article: Article, gazetteer: Gazetteer | None = None, attributor: Attributor | None = None) -> Reading:
    """Who said what in one article, on whose word, with the figures and everyone named.

    The same article, gazetteer and attributor give the same Reading. Only text inside
    ``article.body`` is read. Without a gazetteer the one that comes with sayso is used, without an
    attributor that of the default reader.
    """
    known = gazetteer if gazetteer is not None else load_gazetteer()
    page = _Page.of(article)
    cast = Cast(article.text, page.paragraphs, known)
    finder = attributor or attributor_named(DEFAULT_READER)
    attributions = finder.attribute(article)
    account = finder.account() if isinstance(finder, Accountable) else Account()
    sources = [(a.source[0][0], a.source[-1][1]) for a in attributions if a.source]
    speakers = Speakers(Discourse(cast, page.sentences, page.quoted), sources)
    statements = _statements(page, attributions, speakers)
    speakers.finish()
    unnamed = frozenset(actor.id for actor in cast.actors if actor.type == "UnnamedSource")
    statements = list(with_origins(statements, unnamed))
    figures = list(_carried(find_figures(article, page.sentences, partial(locate, known)), statements))
    everyone = tuple(entities(cast, figures))
    return Reading(article, tuple(statements), tuple(figures), everyone, account.warnings, account.cost)


@dataclass(frozen=True)
class _Page:
    """The article with what its stages share: its sentences and quotations."""

    text: str
    published: str | None
    paragraphs: list[Span]
    sentences: list[Span]
    starts: list[int]
    quoted: list[Quotation]
    quote_starts: list[int]

    @staticmethod
    def of(article: Article) -> "_Page":
        stories = paragraphs(article.text, article.body)
        sentences = [s for p in stories for s in split_paragraph(article.text, p)]
        quoted = quotations(article.text, stories)
        starts = [start for start, _ in sentences]
        quote_starts = [quotation.start for quotation in quoted]
        return _Page(article.text, article.published, stories, sentences, starts, quoted, quote_starts)

    def sentence(self, offset: int) -> Span:
        """The sentence that holds an offset, or of a very long one what stands near."""
        if not self.sentences:
            return 0, 0
        start, end = self.sentences[max(0, bisect_right(self.starts, offset) - 1)]
        return max(start, offset - _AROUND), min(end, offset + _AROUND)

    def quotations_near(self, spans: Spans) -> Sequence[Quotation]:
        """The quotations that touch the stretch from the first span to the last."""
        first = max(0, bisect_right(self.quote_starts, spans[0][0]) - 1)
        last = bisect_right(self.quote_starts, spans[-1][1])
        return self.quoted[first:last]


def _statements(page: _Page, attributions: Sequence[Attribution], speakers: Speakers) -> list[Statement]:
    inner = nested(attributions)
    ids = _ids(attributions, inner)
    made: list[Statement] = []
    for i, attribution in enumerate(attributions):
        statement = _statement(page, attribution, ids[i], speakers.speaker(attribution.source))
        origin = ids[inner[i]] if i in inner else None
        link = link_in(page.text, page.sentence(_anchor(attribution)), attribution)
        if link:
            relayed = Attribution((link.source,), (link.cue,), attribution.content, "speech", attribution.confidence)
            name = f"{ids[i]}-{2 if origin else 1}"
            behind = _statement(page, relayed, name, speakers.speaker(relayed.source))
            made.append(replace(behind, occasion=link.occasion, relays=origin))
            origin = behind.id
        statement = replace(statement, relays=origin)
        made.append(statement)
    return sorted(made, key=lambda s: (_first(s), s.id))


def _ids(attributions: Sequence[Attribution], inner: dict[int, int]) -> list[str]:
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


def _statement(page: _Page, attribution: Attribution, name: str, speaker: Actor | None) -> Statement:
    text = page.text
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
        said_on=_said_on(page, anchor, attribution),
        basis="stated" if attribution.cue else "inferred",
        occasion=occasion(text, page.sentence(anchor), attribution.content),
    )


def _said_on(page: _Page, anchor: int, attribution: Attribution) -> str | None:
    """The date of the saying: one that stands close behind the cue or opens its sentence, outside the content."""
    sentence = page.sentence(anchor)
    end = max(e for _, e in attribution.cue) if attribution.cue else anchor
    for dated in find_dates(page.text, sentence, page.published):
        start, stop = dated.span
        near = end <= start <= end + _NEAR or start - sentence[0] <= 4
        outside = not any(a < stop and start < b for a, b in (*attribution.content, *attribution.source))
        if near and outside and dated.relation == "on" and dated.start == dated.end:
            return dated.start
    return None


def _anchor(attribution: Attribution) -> int:
    return (attribution.cue or attribution.source or attribution.content)[0][0]


def _beside(attribution: Attribution) -> Span:
    """The stretch from source to cue, where a hedge on the saying itself may stand."""
    if not attribution.cue:
        return (0, 0)
    start, end = attribution.cue[0][0], attribution.cue[-1][1]
    near = [s for s in attribution.source if abs(s[0] - start) < 120]
    return min([start, *(s[1] for s in near if s[1] <= start)]), end


def _first(statement: Statement) -> int:
    return min(start for spans in (statement.source, statement.cue, statement.content) for start, _ in spans)


def _carried(figures: Iterable[Figure], statements: Sequence[Statement]) -> Iterator[Figure]:
    """Each figure with the innermost statement whose content covers it; a relay carries what it relays."""
    relayed = {s.relays for s in statements}
    holders = sorted((a, b, s.id) for s in statements if s.id not in relayed for a, b in s.content)
    starts = [start for start, _, _ in holders]
    for figure in figures:
        at = bisect_right(starts, figure.span[0])
        covering = [(b - a, name) for a, b, name in holders[max(0, at - _LOOK_BACK) : at] if figure.span[0] < b]
        yield replace(figure, statement=min(covering)[1]) if covering else figure
