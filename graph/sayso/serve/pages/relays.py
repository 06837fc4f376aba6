"""The source graph as a drawing: who passes on (left) the words of whom (right), the line as thick as often."""

from collections import Counter
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from sayso.query import find_question
from sayso.query.answer import plain
from sayso.serve.addresses import Addresses
from sayso.serve.engine.tasks import Ask, Excerpt
from sayso.serve.pages.questions import sparql_of
from sayso.serve.pages.rendering import page
from sayso.serve.pages.table import table_of
from sayso.serve.site import site_of

_DRAWN = 40
_ROW = 30


@dataclass(frozen=True)
class Stop:
    """A source at its place on one side."""

    y: int
    name: str
    address: str
    count: int


@dataclass(frozen=True)
class Drawing:
    """Both sides from top to bottom, and the lines between: heights, thickness, what the line says."""

    height: int
    left: tuple[Stop, ...]
    right: tuple[Stop, ...]
    lines: tuple[tuple[int, int, float, str], ...]


async def relays(request: Request) -> Response:
    """``/relays``."""
    site = site_of(request)
    (found,) = await site.answers(Ask("who-passes-on-whom"))
    return page(
        request,
        "relays.html",
        drawing=drawing_of(found, site.addresses),
        drawn=min(_DRAWN, found.total),
        total=found.total,
        table=table_of(found, site.addresses),
        sparql=sparql_of(find_question("who-passes-on-whom"), {}, site),
    )


def drawing_of(found: Excerpt, addresses: Addresses) -> Drawing:
    """The links that are passed along most."""
    links = [tuple(map(plain, row)) for row in found.rows[:_DRAWN]]
    names = {row[4]: row[0] for row in links} | {row[5]: row[1] for row in links}
    left, right = Counter[str](), Counter[str]()
    for row in links:
        left[row[4]] += int(row[2])
        right[row[5]] += int(row[2])

    def side(counts: Counter[str]) -> dict[str, Stop]:
        ranked = sorted(counts.items(), key=lambda item: (-item[1], names[item[0]]))
        return {
            iri: Stop(_ROW * place + _ROW, names[iri], addresses.of(iri), count)
            for place, (iri, count) in enumerate(ranked)
        }

    ends = side(left), side(right)
    most = max((int(row[2]) for row in links), default=1)
    lines = tuple(
        (ends[0][row[4]].y, ends[1][row[5]].y, round(1 + 9 * int(row[2]) / most, 1), f"{row[0]} ← {row[1]}: {row[2]}")
        for row in links
    )
    height = _ROW * (max(len(ends[0]), len(ends[1]), 1) + 1)
    return Drawing(height, tuple(ends[0].values()), tuple(ends[1].values()), lines)
