"""The whole reading: attributions become statements with speakers, chains, stances and certainty."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from sayso.ingest.article import Article
from sayso.ingest.language import is_foreign
from sayso.read.attribution import Account, Accountable, Attributor
from sayso.read.cast import Cast
from sayso.read.chains import with_origins
from sayso.read.continuation import had_from, told_on
from sayso.read.entities import entities
from sayso.read.figures import Coding, find_figures
from sayso.read.gazetteer import Gazetteer, load_gazetteer
from sayso.read.named_ahead import named_ahead
from sayso.read.page import Page
from sayso.read.places import locate
from sayso.read.readers import DEFAULT_READER, attributor_named
from sayso.read.reading import Figure, Reading, Statement
from sayso.read.statements import first_offset, statements_of

_LOOK_BACK = 50
_BOUND = re.compile(r"(?:about|of|to|with|over)\s+")


def read(
    article: Article,
    gazetteer: Gazetteer | None = None,
    attributor: Attributor | None = None,
    coding: Coding | None = None,
) -> Reading:
    """Who said what in one article, on whose word, with the figures and everyone named.

    The same article, gazetteer, attributor and coding give the same Reading. Only text inside
    ``article.body`` is read. Without a gazetteer the one that comes with sayso is used, without an
    attributor that of the default reader, without a coding profile the default one.
    """
    known = gazetteer if gazetteer is not None else load_gazetteer()
    page = Page.of(article)
    cast = Cast(article.text, page.paragraphs, known)
    finder = attributor or attributor_named(DEFAULT_READER)
    attributions = finder.attribute(article)
    account = finder.account() if isinstance(finder, Accountable) else Account()
    statements = named_ahead(statements_of(page, attributions, cast), cast)
    figures = list(find_figures(article, page.sentences, partial(locate, known), coding))
    statements += told_on(page, statements, figures)
    figures = list(_carried(article.text, figures, statements))
    unnamed = frozenset(actor.id for actor in cast.actors if actor.type == "UnnamedSource")
    statements = sorted(with_origins(had_from(statements, figures), unnamed), key=lambda s: (first_offset(s), s.id))
    everyone = tuple(entities(cast, figures))
    warnings = (*account.warnings, *_foreign(article))
    return Reading(article, tuple(statements), tuple(figures), everyone, warnings, account.cost)


def _foreign(article: Article) -> Iterator[str]:
    if is_foreign(" ".join(article.text[start:end] for start, end in article.body)):
        yield "this does not look like English, which is what sayso reads: much may be missed or misread"


def _carried(text: str, figures: Iterable[Figure], statements: Sequence[Statement]) -> Iterator[Figure]:
    """Each figure with the innermost statement whose content covers it; a relay carries what it relays."""
    relayed = {s.relays for s in statements}
    holders = sorted((a, b, s.id) for s in statements if s.id not in relayed for a, b in s.content)
    starts = [start for start, _, _ in holders]
    for figure in figures:
        at = bisect_right(starts, figure.span[0])
        covering = [(b - a, name) for a, b, name in holders[max(0, at - _LOOK_BACK) : at] if figure.span[0] < b]
        if not covering and at < len(holders) and _BOUND.fullmatch(text, figure.span[0], holders[at][0]):
            covering = [(0, holders[at][2])]  # a content may begin behind the bound: "talked about | 60 dead"
        yield replace(figure, statement=min(covering)[1]) if covering else figure
