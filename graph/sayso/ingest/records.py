"""JSON and JSON Lines: which objects are articles, what they are called, and what their keys say."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from sayso.ingest.document import UnreadableError

_TEXT = ("text", "body", "content", "articleBody", "article_body", "full_text")
_TITLE = ("title", "headline")
_PUBLISHED = ("published", "datePublished", "published_at", "publishedAt", "publication_date", "date", "pubDate")
_PUBLISHER = ("publisher", "source", "outlet", "site", "site_name")
_AUTHORS = ("authors", "author", "byline", "creator")
_URL = ("url", "link", "canonical_url")
_ID = re.compile(r"[^\s#/\\\x00-\x1f\x7f]{1,80}")


def parse_json(data: bytes | str) -> Any:
    """The JSON value; half a surrogate pair becomes U+FFFD. Raises UnreadableError where it is broken."""
    try:
        value = json.loads(data)
    except UnicodeDecodeError as error:
        raise UnreadableError("it is not in UTF-8, as JSON must be") from error
    except RecursionError as error:
        raise UnreadableError("its JSON is nested too deeply") from error
    except ValueError as error:
        where = f"line {error.lineno}, column {error.colno}" if isinstance(error, json.JSONDecodeError) else error
        raise UnreadableError(f"it is not valid JSON ({where})") from error
    return value


def records_in(value: Any) -> Iterator[Any]:
    """The records that a JSON value holds: itself, its items, or those of its one list of articles."""
    if isinstance(value, dict) and not _first(value, _TEXT):
        lists = [value[key] for key in ("articles", "items", "records", "data") if isinstance(value.get(key), list)]
        value = lists[0] if lists else value
    yield from value if isinstance(value, list) else [value]


def record_name(record: Any) -> str | None:
    """The id of a record where it has one that can stand in a name.

    >>> record_name({"id": 17}), record_name({"id": "a b"})
    ('17', None)
    """
    found = record.get("id") if isinstance(record, dict) else None
    name = str(found) if isinstance(found, str | int) and not isinstance(found, bool) else ""
    return name if _ID.fullmatch(name) else None


def text_of(record: Mapping[str, Any]) -> str:
    """The words of the article; a list of paragraphs is joined by blank lines."""
    value = _first(record, _TEXT)
    if isinstance(value, list):
        value = "\n\n".join(part for part in value if isinstance(part, str))
    return whole(value) if isinstance(value, str) else ""


def known_facts(record: Mapping[str, Any]) -> dict[str, Any]:
    """What a record or a sidecar says of its article: title, published, publisher, authors, url, language."""
    return {
        "title": _first(record, _TITLE),
        "published": _first(record, _PUBLISHED),
        "publisher": _first(record, _PUBLISHER),
        "authors": _first(record, _AUTHORS),
        "url": _first(record, _URL),
        "language": _first(record, ("language", "lang", "inLanguage")),
    }


def whole(text: str) -> str:
    """The text with U+FFFD for every half of a surrogate pair."""
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _first(record: Mapping[str, Any], keys: tuple[str, ...]) -> Any:
    return next((record[key] for key in keys if record.get(key)), None)
