"""What a page says of itself: JSON-LD first, then OpenGraph, meta tags, and what its markup labels."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sayso.ingest.dates import from_epoch, parse_date
from sayso.ingest.header import split_names
from sayso.ingest.language import language_of_tag
from sayso.ingest.page import squeeze
from sayso.ingest.records import whole

_ARTICLES = re.compile(r"(?:\w*NewsArticle|Article|BlogPosting|LiveBlogPosting|Report|SocialMediaPosting|\w+Article)")
_TITLE = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "parsely-title", "headline")
_DATE = (
    *("article:published_time", "og:article:published_time", "datepublished", "date", "pubdate", "publishdate"),
    *("publish-date", "publish_date", "publication_date", "article.published", "dc.date.issued", "dcterms.issued"),
    *("dc.date", "dcterms.date", "dc.date.created", "dcterms.created", "citation_publication_date", "citation_date"),
    *("parsely-pub-date", "sailthru.date", "originalpublicationdate", "article_date_original", "article:published"),
)
_PUBLISHER = (
    *("og:site_name", "application-name", "publisher", "dc.publisher"),
    *("citation_publisher", "citation_journal_title"),
)
_AUTHOR = (
    *("article:author", "og:article:author", "author", "byl", "dc.creator", "dcterms.creator", "citation_author"),
    *("parsely-author", "sailthru.author", "article.author"),
)
_TIMES = (
    "//*[@itemprop='datePublished']",
    "//article//header//time[@datetime] | //article//time[@pubdate] | //time[contains(@class,'publish')]",
    "//article//time[@datetime]",
    "//main//time[@datetime] | //header//time[@datetime]",
    "//time[@datetime]",
)
_BYLINES = (
    "//*[@itemprop='author']//*[@itemprop='name'] | //*[@itemprop='author'][not(.//*)]",
    "//article//a[@rel='author'] | //a[@rel='author']",
    "//*[contains(concat(' ',normalize-space(@class),' '),' byline ')"
    " or contains(concat(' ',normalize-space(@class),' '),' author ')]",
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of an article beside its text; None and empty where nothing is stated."""

    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    language: str | None = None

    def over(self, other: "Facts") -> "Facts":
        """These facts, with the other's where these are silent."""
        return Facts(
            self.title or other.title,
            self.published or other.published,
            self.publisher or other.publisher,
            self.authors or other.authors,
            self.url or other.url,
            self.language or other.language,
        )


def facts_from(stated: Mapping[str, Any]) -> Facts:
    """Facts from values as JSON holds them: strings, numbers, lists, objects with a name.

    >>> facts_from({"title": "Port  reopens", "published": "3 May 2025", "publisher": {"name": "The Quay"}})
    Facts(title='Port reopens', published='2025-05-03', publisher='The Quay', authors=(), url=None, language=None)
    """
    return Facts(
        title=_name(stated.get("title")),
        published=_date(stated.get("published")),
        publisher=_name(stated.get("publisher")),
        authors=_people(stated.get("authors")),
        url=_web_address(stated.get("url")),
        language=language_of_tag(_name(stated.get("language"))),
    )


def page_facts(tree: Any) -> Facts:
    """Everything that the page states of its article, each fact from the most explicit place."""
    stated = _from_json_ld(tree).over(_from_meta(tree))
    elements = Facts(
        title=_heading(tree, stated.publisher),
        published=next((d for path in _TIMES for e in tree.xpath(path) if (d := _date_of(e))), None),
        authors=next((n for path in _BYLINES if (n := _people([_words(e) for e in tree.xpath(path)[:8]]))), ()),
        language=language_of_tag(tree.get("lang")),
    )
    found = stated.over(elements)
    title = _without_site(found.title, found.publisher)
    return Facts(title).over(found)


def article_body(tree: Any) -> str:
    """The text that JSON-LD gives for the article, where it gives one."""
    body = next((node["articleBody"] for node in _article_nodes(tree) if node.get("articleBody")), "")
    return body if isinstance(body, str) else ""


def _from_json_ld(tree: Any) -> Facts:
    found = Facts()
    for node in _article_nodes(tree):
        found = found.over(
            facts_from(
                {
                    "title": node.get("headline") or node.get("name"),
                    "published": node.get("datePublished") or node.get("dateCreated"),
                    "publisher": node.get("publisher") or node.get("sourceOrganization") or node.get("provider"),
                    "authors": node.get("author") or node.get("creator"),
                    "url": node.get("url") or node.get("mainEntityOfPage"),
                    "language": node.get("inLanguage"),
                }
            )
        )
    return found


def _article_nodes(tree: Any) -> list[dict[str, Any]]:
    """The JSON-LD object that is the article, if any, with references by @id resolved one step."""
    nodes = [node for script in tree.xpath("//script[@type]") for node in _script_nodes(script)]
    known = {node["@id"]: node for node in reversed(nodes) if isinstance(node.get("@id"), str) and len(node) > 1}

    def resolve(value: Any) -> Any:
        if isinstance(value, list):
            return [resolve(item) if isinstance(item, dict) else item for item in value]
        key = value.get("@id") if isinstance(value, dict) else None
        return known.get(key, value) if isinstance(key, str) else value

    found = [
        {k: resolve(v) if k in ("author", "creator", "publisher") else v for k, v in node.items()}
        for node in nodes
        if any(_ARTICLES.fullmatch(kind) for kind in _types(node))
    ]
    return sorted(found, key=lambda node: "headline" not in node)[:1]


def _script_nodes(script: Any) -> Iterator[dict[str, Any]]:
    if "ld+json" not in (script.get("type") or "").lower():
        return
    raw = re.sub(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$", "", script.text or "")
    try:
        todo = [json.loads(raw, strict=False)]
    except (ValueError, RecursionError):
        return
    seen = 0
    while todo and (seen := seen + 1) < 2000:
        value = todo.pop(0)
        if isinstance(value, dict):
            yield value
        todo += value if isinstance(value, list) else value.values() if isinstance(value, dict) else []


def _types(node: Mapping[str, Any]) -> list[str]:
    kinds = node.get("@type")
    return [k.rsplit("/", 1)[-1] for k in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(k, str)]


def _from_meta(tree: Any) -> Facts:
    stated: dict[str, list[str]] = {}
    for meta in tree.xpath("//meta[@content]"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        if words := squeeze(meta.get("content")):
            stated.setdefault(name, []).append(words)

    def first(names: Iterable[str]) -> Iterator[list[str]]:
        return (stated[name] for name in names if name in stated)

    canonical = [link.get("href") for link in tree.xpath("//link[@rel='canonical'][@href]")]
    return Facts(
        title=next((values[0] for values in first(_TITLE)), None),
        published=next((d for values in first(_DATE) if (d := _date(values[0]))), None),
        publisher=next((values[0] for values in first(_PUBLISHER) if "://" not in values[0]), None),
        authors=next((n for values in first(_AUTHOR) if (n := _people(values))), ()),
        url=next((url for link in [*stated.get("og:url", []), *canonical] if (url := _web_address(link))), None),
        language=next((tag for v in first(("content-language", "og:locale")) if (tag := language_of_tag(v[0]))), None),
    )


def _heading(tree: Any, publisher: str | None) -> str | None:
    headings = [w for e in tree.xpath("//article//h1") or tree.xpath("//h1") if (w := _words(e))]
    if len(headings) == 1:
        return headings[0]
    title = next((w for e in tree.xpath("//head/title") if (w := _words(e))), None)
    return _without_site(title, publisher)


def _without_site(title: str | None, publisher: str | None) -> str | None:
    """The title without the name of the site behind a bar or a dash."""
    if title and publisher:
        head, bar, tail = title.rpartition(next((bar for bar in (" | ", " – ", " — ", " - ") if bar in title), "\0"))
        if bar and squeeze(tail).casefold().removeprefix("the ") == publisher.casefold().removeprefix("the "):
            return head.strip()
    return title


def _date_of(element: Any) -> str | None:
    stated = (element.get("datetime"), element.get("content"), _words(element))
    return next((date for value in stated if (date := _date(value))), None)


def _date(value: Any) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, int | float) and not isinstance(value, bool):
        return from_epoch(value)
    return parse_date(value) if isinstance(value, str) else None


def _people(value: Any) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    found: list[str] = []
    for one in values:
        name = _name(one)
        if not name or "://" in name or "@" in name or len(name) > 400:
            continue
        split = split_names(name) if isinstance(one, str) else (name,)
        found += split or ((re.sub(r"^[Bb]y\s+", "", name),) if len(name) < 80 else ())
    return tuple(dict.fromkeys(found))


def _name(value: Any) -> str | None:
    """The words of a string, or of what is called name in an object."""
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("name") or value.get("@id")
    return (squeeze(whole(value)) or None) if isinstance(value, str) else None


def _web_address(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    words = value.strip() if isinstance(value, str) else ""
    return words if re.fullmatch(r"https?://[^\s<>\"{}|\\^`]{3,2000}", words) else None


def _words(element: Any) -> str:
    return squeeze(element.text_content())
