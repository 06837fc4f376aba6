"""The page of an article: its text with everything marked that it reports, and who said it on whose word."""

from pyoxigraph import Triple
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sayso.query import find_question
from sayso.query.answer import plain
from sayso.serve.engine import RefusedError
from sayso.serve.engine.tasks import Ask
from sayso.serve.pages.figure import figure_page
from sayso.serve.pages.marking import paragraphs
from sayso.serve.pages.questions import sparql_of
from sayso.serve.pages.reading import ArticleView, article_view
from sayso.serve.pages.rendering import page
from sayso.serve.pages.thing import thing_page
from sayso.serve.site import Site, site_of


async def article_page(request: Request, key: str) -> Response:
    """``/article/KEY``."""
    site = site_of(request)
    view = await load_article(site, f"{site.base}article/{key}")
    return page(request, "article.html", article=view, paragraphs=paragraphs(view), sparql=_sparql(site, view))


def _sparql(site: Site, view: ArticleView) -> str:
    return sparql_of(find_question("what-an-article-says"), {"article": view.iri}, site)


async def part_page(request: Request, key: str, part: str) -> Response:
    """``/article/KEY/PART``: a figure or a source known in this article alone; a statement is shown in its text."""
    site = site_of(request)
    view = await load_article(site, f"{site.base}article/{key}")
    if any(told.id == part for told in view.statements):
        return RedirectResponse(f"/article/{key}#{part}", status_code=303)
    for figure in view.figures:
        if figure.id == part:
            return await figure_page(request, view, figure)
    return await thing_page(request, f"{view.iri}#{part}")


async def load_article(site: Site, iri: str) -> ArticleView:
    """The view of an article. Raises RefusedError where the store has none of that IRI."""
    graph, text = await site.answers(
        Ask("everything-in-an-article", (("article", iri),)), Ask("the-text-of-an-article", (("article", iri),))
    )
    triples: tuple[Triple, ...] = graph.graph or ()
    if not triples:
        raise RefusedError(404, "The store holds no article of that name.")
    words = plain(text.rows[0][0]) if text.rows else ""
    return article_view(iri, triples, words, site.addresses)
