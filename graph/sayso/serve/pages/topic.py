"""A topic or event: what each outlet prints about it, side by side."""

from collections import defaultdict
from dataclasses import dataclass

from pyoxigraph import NamedNode
from starlette.requests import Request
from starlette.responses import Response

from sayso.query import find_question
from sayso.query.answer import Term, plain
from sayso.serve.addresses import Addresses
from sayso.serve.engine.tasks import Ask, Excerpt
from sayso.serve.pages.figure import dots_of
from sayso.serve.pages.questions import sparql_of
from sayso.serve.pages.rendering import page
from sayso.serve.pages.timeline import timeline
from sayso.serve.pages.wording import numbers, readable
from sayso.serve.requests import known, query_of
from sayso.serve.site import site_of

Row = dict[str, Term | None]
_OUTLETS = 12
_EACH = 12
_PARAMETERS = ("words", "kind", "since", "until")


@dataclass(frozen=True)
class Entry:
    """A line in the column of an outlet: when, who said it, on whose word, and what."""

    date: str
    speaker: str
    speaker_address: str
    root: str
    words: str
    address: str
    number: str = ""
    kind: str = ""


@dataclass
class Column:
    """What one outlet prints; the first few entries are shown."""

    outlet: str
    figures: list[Entry]
    statements: list[Entry]

    @property
    def size(self) -> int:
        """How much it prints about the topic."""
        return len(self.figures) + len(self.statements)


async def topic(request: Request) -> Response:
    """``/topic?words=…``."""
    site = site_of(request)
    params = known(query_of(request), _PARAMETERS)
    columns: list[Column] = []
    drawing, told = None, (0, 0)
    if "words" in params:
        of_statements = {name: value for name, value in params.items() if name != "kind"}
        figures, statements = await site.answers(
            Ask.about("find-figures", params), Ask.about("find-statements", of_statements)
        )
        columns = _columns(figures, statements, site.addresses)
        drawing, told = timeline(dots_of(figures)) if "kind" in params else None, (figures.total, statements.total)
    (kinds,) = await site.answers(Ask("which-kinds-of-figures"))
    return page(
        request,
        "topic.html",
        params=params,
        columns=columns[:_OUTLETS],
        left_out=max(0, len(columns) - _OUTLETS),
        each=_EACH,
        told=told,
        timeline=drawing,
        kinds=[plain(row[0]) for row in kinds.rows],
        sparql=sparql_of(find_question("find-figures"), params, site),
    )


def _columns(figures: Excerpt, statements: Excerpt, addresses: Addresses) -> list[Column]:
    columns: dict[str, Column] = defaultdict(lambda: Column("", [], []))
    for row in _rows(figures):
        entry = _entry(row, plain(row["printed"]), row["figure"], addresses)
        columns[plain(row["outlet_name"])].figures.append(entry)
    for row in _rows(statements):
        entry = _entry(row, plain(row["content"]), row["statement"], addresses)
        columns[plain(row["outlet_name"])].statements.append(entry)
    for outlet, column in columns.items():
        column.outlet = outlet or "outlet not stated"
    return sorted(columns.values(), key=lambda column: (-column.size, column.outlet))


def _rows(found: Excerpt) -> list[Row]:
    return [dict(zip(found.columns, row, strict=True)) for row in found.rows]


def _entry(row: Row, words: str, item: Term | None, addresses: Addresses) -> Entry:
    agent = row["agent"]
    return Entry(
        plain(row["date"]),
        plain(row["speaker"]),
        addresses.of(agent.value) if isinstance(agent, NamedNode) else "",
        plain(row["root"]),
        words,
        addresses.of(item.value) if isinstance(item, NamedNode) else "",
        numbers(plain(row["low"]), plain(row["high"])) if "low" in row else "",
        readable(plain(row["counted_as"])) if "counted_as" in row else "",
    )
