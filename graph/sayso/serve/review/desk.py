"""What a reviewer has before them: one article with its reading, all that was decided on it, and what that means."""

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.query.answer import plain
from sayso.serve.engine.tasks import Ask
from sayso.serve.pages.article import load_article
from sayso.serve.pages.reading import ArticleView
from sayso.serve.review.item import Item, items_of
from sayso.serve.review.measure import Score, score
from sayso.serve.review.record import Review, reviews_of
from sayso.serve.review.standing import Reviewed, apply
from sayso.serve.site import Site


@dataclass(frozen=True)
class Desk:
    """An article under review."""

    article: ArticleView
    items: dict[str, Item]
    reviewed: Reviewed

    def score(self, kind: str) -> Score:
        """How well the reader did on it; meaningful once the review is complete."""
        return score(self.items.values(), self.reviewed.right, self.article.text, kind)


@dataclass(frozen=True)
class Ledger:
    """The reviews by the digest of their text, and the article that has each text now."""

    reviews: dict[str, list[Review]]
    articles: dict[str, str]


async def desk_of(site: Site, iri: str) -> Desk:
    """One article. Raises RefusedError where the store has none of that IRI."""
    article = await load_article(site, iri)
    (answer,) = await site.answers(Ask("which-reviews-are-there"))
    items = items_of(article)
    own = [review for review in reviews_of(answer) if review.digest == article.digest]
    return Desk(article, items, apply(own, items, article.text))


async def ledger_of(site: Site) -> Ledger:
    """All reviews, and where their texts are now."""
    answer, texts = await site.answers(Ask("which-reviews-are-there"), Ask("which-texts-are-there"))
    by_text: dict[str, list[Review]] = {}
    for review in reviews_of(answer):
        by_text.setdefault(review.digest, []).append(review)
    articles = {plain(digest): plain(article) for digest, article in texts.rows if plain(digest) in by_text}
    return Ledger(by_text, articles)


async def desks(site: Site) -> list[Desk]:
    """Every article that somebody has reviewed and that the store still holds, by headline."""
    ledger = await ledger_of(site)
    found = [await desk_of(site, iri) for iri in sorted(set(ledger.articles.values()))]
    return sorted(found, key=lambda desk: (desk.article.headline, desk.article.iri))


def total(found: Iterable[Desk], kind: str) -> Score:
    """The scores of the articles that have been reviewed in full, together."""
    return sum((desk.score(kind) for desk in found if desk.reviewed.complete), Score())
