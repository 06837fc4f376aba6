"""The article: canonical text, what is known about it, and which spans of it are the story."""

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property

Span = tuple[int, int]
"""Half-open ``(start, end)`` in Unicode code points of the canonical text."""


@dataclass(frozen=True)
class Article:
    """One version of one article.

    ``text`` is the canonical text into which every offset points. ``body`` lists the spans that are
    the story, in order; boilerplate lies outside. ``published`` is an ISO 8601 date or date-time as
    precise as the page says, without invention. ``location`` is where it was read from (a path or
    URL, with ``#LINE`` for a line of JSON Lines): a later version from there replaces this one.
    """

    file: str
    text: str
    body: tuple[Span, ...]
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    language: str | None = None
    location: str = ""

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the canonical text in UTF-8, as ``sha256:<64 hex digits>``."""
        return "sha256:" + hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def key(self) -> str:
        """32 hex digits that name this version: its text and what identifies its publication.

        Two outlets that print the same wire copy are two articles; the same page saved twice is one.
        """
        facts = [self.digest, self.title, self.published, self.publisher, list(self.authors), self.url]
        canonical = json.dumps(facts, ensure_ascii=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode("ascii")).hexdigest()[:32]
