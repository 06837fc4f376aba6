"""The article's own description: headline, date, outlet, authors, and the digest of its text."""

from pyoxigraph import Literal, NamedNode

from sayso.model.sheet import Sheet
from sayso.model.terms import date_literal, node, number_literal, web_address
from sayso.namespaces import slug


def describe_article(sheet: Sheet) -> None:
    """Write what is known about the article; what the page did not state stays out."""
    article, subject = sheet.article, sheet.subject
    sheet.add(subject, "rdf:type", node("schema:NewsArticle"))
    sheet.add(subject, "sayso:textDigest", article.digest)
    sheet.add(subject, "sayso:textLength", number_literal(len(article.text)))
    if article.title:
        sheet.add(subject, "schema:headline", article.title)
    if article.published:
        sheet.add(subject, "schema:datePublished", date_literal(article.published))
    if article.language:
        sheet.add(subject, "schema:inLanguage", article.language)
    if article.url:
        sheet.add(subject, "schema:url", _address(article.url))
    _describe_publication(sheet)


def _describe_publication(sheet: Sheet) -> None:
    article, subject = sheet.article, sheet.subject
    if article.publisher:
        outlet = NamedNode(f"{sheet.iris.base}outlet/{slug(article.publisher)}")
        sheet.add(subject, "schema:publisher", outlet)
        sheet.add(outlet, "rdf:type", node("sayso:Outlet"))
        sheet.add(outlet, "schema:name", article.publisher)
    for name in article.authors:
        author = sheet.part(f"author-{slug(name)}")
        sheet.add(subject, "schema:author", author)
        sheet.add(author, "rdf:type", node("schema:Person"))
        sheet.add(author, "schema:name", name)


def _address(url: str) -> NamedNode | Literal:
    try:
        return web_address(url)
    except ValueError:  # kept as printed: nothing that the page said is lost
        return Literal(url)
