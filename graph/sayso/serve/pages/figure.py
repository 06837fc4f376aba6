"""The page of a figure: on whose word, and beside others of its kind, by the source at the root of each."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from sayso.namespaces import term
from sayso.query import find_question
from sayso.query.answer import plain
from sayso.serve.addresses import Addresses
from sayso.serve.engine.tasks import Ask, Excerpt
from sayso.serve.pages.questions import sparql_of
from sayso.serve.pages.reading import ArticleView, Counted
from sayso.serve.pages.rendering import page
from sayso.serve.pages.table import table_of
from sayso.serve.pages.timeline import Dot, timeline
from sayso.serve.site import site_of

_APART = ("different-scope", "not-comparable")
"""Verdicts that only say that two figures have nothing to do with each other."""


async def figure_page(request: Request, article: ArticleView, figure: Counted) -> Response:
    """A figure with the others of its kind that count the same or hold for the same place."""
    site = site_of(request)
    about = figure.counts or figure.place
    asked = {"kind": term(f"kind:{figure.kind}"), "words": about}
    found, compared = await site.answers(
        Ask.about("find-figures", asked), Ask("comparisons-of-a-figure", (("item", figure.iri),))
    )
    comparisons = _comparisons(compared, figure.iri, site.addresses)
    return page(
        request,
        "figure.html",
        article=article,
        figure=figure,
        about=about,
        table=table_of(replace(found, rows=found.rows[:100]), site.addresses),
        total=found.total,
        timeline=timeline(dots_of(found), figure.iri),
        comparisons=[c for c in comparisons if c["verdict"] not in _APART],
        apart=[c for c in comparisons if c["verdict"] in _APART],
        asked=urlencode({key: value for key, value in asked.items() if value}),
        sparql=sparql_of(find_question("find-figures"), asked, site),
    )


def _comparisons(found: Excerpt, this: str, addresses: Addresses) -> list[dict[str, str]]:
    """Each comparison with the other of the two."""
    told = []
    for row in (dict(zip(found.columns, map(plain, row), strict=True)) for row in found.rows):
        side = "compared" if row["reference"] == this else "reference"
        other = {"words": row[f"{side}_value"], "outlet": row[f"{side}_outlet"], "address": addresses.of(row[side])}
        told.append({"verdict": row["verdict"], "reason": row["reason"], **other})
    return told


@dataclass(frozen=True)
class _Row:
    date: str
    printed: str
    low: str
    high: str
    speaker: str
    root: str
    outlet: str
    figure: str


def dots_of(found: Excerpt) -> list[Dot]:
    """Figures as dots on the lane of the source at the root of each."""
    names = ("date", "printed", "low", "high", "speaker", "root", "outlet_name", "figure")
    at = [found.columns.index(name) for name in names]
    rows = (_Row(*(plain(row[place]) for place in at)) for row in found.rows)
    return [
        Dot(
            row.root or row.speaker or f"{row.outlet or 'an outlet'}, own voice",
            row.date,
            row.low,
            row.high,
            row.printed,
            row.figure,
        )
        for row in rows
    ]
