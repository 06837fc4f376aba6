"""The front page, and search over articles, sources, statements and figures at once."""

from starlette.requests import Request
from starlette.responses import Response

from sayso.query.answer import plain
from sayso.serve.engine.tasks import Ask
from sayso.serve.pages.rendering import page
from sayso.serve.pages.table import table_of
from sayso.serve.requests import first, query_of
from sayso.serve.site import Site, site_of

_SHOWN = 8
_FOUND = (
    ("articles", "Articles", "find-articles"),
    ("sources", "Sources", "find-sources"),
    ("statements", "Statements", "find-statements"),
    ("figures", "Figures", "find-figures"),
)


async def home(request: Request) -> Response:
    """What there is, and the ways into it."""
    site = site_of(request)
    counts, kinds, outlets, newest, links = await site.answers(
        Ask("how-much-is-there"),
        Ask("which-kinds-of-figures"),
        Ask("which-outlets-are-there"),
        Ask("find-articles", count=_SHOWN),
        Ask("who-passes-on-whom", count=_SHOWN),
    )
    return page(
        request,
        "home.html",
        counts={plain(part): plain(count) for part, count in counts.rows},
        kinds=[(plain(row[0]), plain(row[1])) for row in kinds.rows[:12]],
        outlets=[(plain(row[0]), plain(row[1]), site.addresses.of(plain(row[4]))) for row in outlets.rows[:12]],
        newest=table_of(newest, site.addresses),
        links=table_of(links, site.addresses),
    )


async def search(request: Request) -> Response:
    """What has the words in it, by sort of thing, the first few of each."""
    site, words = site_of(request), first(query_of(request), "words").strip()
    return page(request, "search.html", words=words, found=await _found(site, words) if words else [])


async def _found(site: Site, words: str) -> list[dict[str, object]]:
    asked = [Ask(name, (("words", words),), count=_SHOWN) for _, _, name in _FOUND]
    answers = await site.answers(*asked)
    return [
        {"list": where, "heading": heading, "total": answer.total, "table": table_of(answer, site.addresses)}
        for (where, heading, _), answer in zip(_FOUND, answers, strict=True)
    ]
