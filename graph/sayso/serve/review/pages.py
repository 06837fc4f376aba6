"""The pages of a review: what was reviewed and how well the reader did, one article at the desk, and the gold."""

import json
from collections.abc import Callable
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sayso.query.answer import plain
from sayso.serve.engine.tasks import Ask, RefusedError
from sayso.serve.pages.marking import paragraphs
from sayso.serve.pages.rendering import page
from sayso.serve.requests import Pairs, body_of, first, media_type_of, pairs_of
from sayso.serve.review.desk import Desk, desk_of, desks, ledger_of, total
from sayso.serve.review.forms import ACTIONS, item_from
from sayso.serve.review.gold import gold_article
from sayso.serve.review.keeper import Keeper
from sayso.serve.review.record import Review
from sayso.serve.review.sameness import decide_sameness
from sayso.serve.site import Site, site_of
from sayso.store import Dataset

_LONGEST = 64 * 1024


async def overview(request: Request) -> Response:
    """``/review``."""
    site, keeper = site_of(request), keeper_of(request)
    session = keeper.admit(request)
    found, ledger = await desks(site), await ledger_of(site)
    gone = [review for digest, held in ledger.reviews.items() if digest not in ledger.articles for review in held]
    scores = {kind: total(found, kind) for kind in ("statement", "figure")}
    complete = [desk for desk in found if desk.reviewed.complete]
    shown = page(request, "review.html", desks=found, complete=complete, gone=gone, scores=scores)
    return keeper.remember(shown, session)


async def at_desk(request: Request) -> Response:
    """``GET /review/KEY``."""
    keeper = keeper_of(request)
    session = keeper.admit(request)
    desk = await _desk(request)
    return keeper.remember(_shown(request, desk, keeper.form_mark(session)), session)


async def decide(request: Request) -> Response:
    """``POST /review/KEY``: one decision; then the page again."""
    site, keeper = site_of(request), keeper_of(request)
    session = keeper.admit(request)
    pairs = await form_of(request)
    keeper.check_form(session, pairs)
    desk = await _desk(request)
    try:
        reviews = _decisions(desk, pairs, site.reviewer)
    except RefusedError as error:
        return keeper.remember(_shown(request, desk, keeper.form_mark(session), str(error)), session)
    await site.backend.change(_recording(reviews))
    anchor = f"#{first(pairs, 'part')}" if first(pairs, "part") else "#decisions"
    return RedirectResponse(f"/review/{desk.article.key}{anchor}", status_code=303)


async def same(request: Request) -> Response:
    """``POST /review/same``: two names belong to one, or do not."""
    site, keeper = site_of(request), keeper_of(request)
    session = keeper.admit(request)
    pairs = await form_of(request)
    keeper.check_form(session, pairs)
    return await decide_sameness(request, site, pairs)


async def gold(request: Request) -> Response:
    """``/review/gold.json``: the articles reviewed in full, for scoring readers."""
    keeper_of(request).admit(request)
    return Response(await gold_text(site_of(request)), media_type="application/json")


async def gold_text(site: Site) -> str:
    """The gold as JSON; an article whose file nobody knows goes by its key."""
    (files,) = await site.answers(Ask("what-files-brought-articles"))
    names = {plain(article): plain(file) for file, article in files.rows}
    articles = {}
    for desk in await desks(site):
        if desk.reviewed.complete:
            file = names.get(desk.article.iri, f"{desk.article.key}.txt")
            articles[file] = gold_article(file, desk.reviewed.right)
    return json.dumps({"aliases": {}, "articles": articles}, ensure_ascii=False, indent=1) + "\n"


async def login(request: Request) -> Response:
    """``/review/login``: the token for a session."""
    keeper = keeper_of(request)
    if request.method != "POST":
        return page(request, "login.html", wrong=False)
    pairs = await form_of(request)
    if not keeper.knows(first(pairs, "token")):
        return page(request, "login.html", wrong=True, status=401)
    return keeper.remember(RedirectResponse("/review", status_code=303), keeper.new_session())


def keeper_of(request: Request) -> Keeper:
    """Who guards the decisions. Raises RefusedError where nobody reviews here."""
    keeper = site_of(request).keeper
    if keeper is None:
        raise RefusedError(404, "Nobody reviews here: start the server with --review NAME.")
    return keeper


async def form_of(request: Request) -> Pairs:
    """The fields of the form that was posted."""
    if media_type_of(request) != "application/x-www-form-urlencoded":
        raise RefusedError(415, "Decisions are posted as a form.")
    return pairs_of(await body_of(request, _LONGEST))


async def _desk(request: Request) -> Desk:
    site = site_of(request)
    return await desk_of(site, f"{site.base}article/{request.path_params['key']}")


def _shown(request: Request, desk: Desk, mark: str, problem: str = "") -> Response:
    return page(
        request,
        "desk.html",
        status=400 if problem else 200,
        desk=desk,
        article=desk.article,
        paragraphs=paragraphs(desk.article),
        mark=mark,
        problem=problem,
        scores={kind: desk.score(kind) for kind in ("statement", "figure")},
    )


def _decisions(desk: Desk, pairs: Pairs, by: str) -> list[Review]:
    """What the form decides. Raises RefusedError where that makes no sense."""
    action, part = first(pairs, "action"), first(pairs, "part")
    now, reason = (
        datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z"),
        first(pairs, "reason").strip(),
    )
    article = desk.article

    def made(outcome: str, of: str, **told: object) -> Review:
        return Review(ACTIONS[outcome], article.iri, article.digest, of, by, now, reason, **told)  # type: ignore[arg-type]

    if action == "confirm-rest":
        return [made("confirm", f"{article.iri}#{name}", read=desk.items[name]) for name in desk.reviewed.undecided]
    if action == "complete":
        if desk.reviewed.undecided:
            raise RefusedError(400, f"{len(desk.reviewed.undecided)} things are still undecided.")
        return [made("complete", article.iri)]
    if action == "reopen":
        return [made("withdraw", article.iri)]
    if action == "miss":
        return [made("miss", article.iri, right=item_from(pairs, first(pairs, "kind"), article.text))]
    if action == "withdraw" and (number := first(pairs, "standing")).isdecimal():
        held = desk.reviewed.standings[int(number) : int(number) + 1]
        return [made("withdraw", s.review.of, read=s.review.read, right=s.review.right) for s in held]
    if action not in ("confirm", "reject", "correct") or part not in desk.items:
        raise RefusedError(400, "There is no such thing to decide on in this article.")
    read = desk.items[part]
    right = item_from(pairs, read.kind, article.text) if action == "correct" else None
    return [made(action, f"{article.iri}#{part}", read=read, right=right)]


def _recording(reviews: list[Review]) -> Callable[[Dataset], None]:
    def change(dataset: Dataset) -> None:
        dataset.record(quad for review in reviews for quad in review.quads(dataset.iris))

    return change
