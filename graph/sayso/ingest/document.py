"""The document: one article as bytes, found but not yet decoded, extracted or understood."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

Media = Literal["text", "html", "json"]
MAX_BYTES = 20_000_000
"""The largest document that is read; a file of JSON Lines may be larger, none of its lines may."""


@dataclass(frozen=True)
class Document:
    """The bytes of one article and where they lie; ``sidecar`` is what a file beside it says of it.

    ``file`` is its short name (``003.txt``, ``day.jsonl#17``), ``location`` where it was read from, in
    full. Of JSON the data is one object in UTF-8, whatever file it stood in.
    """

    file: str
    location: str
    data: bytes
    media: Media
    sidecar: Mapping[str, Any] | None = None


class UnreadableError(ValueError):
    """The bytes are no article that can be read; the text says why, for the person who gave them."""
