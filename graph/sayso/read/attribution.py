"""An attribution: source, cue and content as spans, and what any finder of attributions must offer."""

from dataclasses import dataclass
from typing import Protocol

from sayso.ingest.article import Article
from sayso.read.reading import Act, Spans


@dataclass(frozen=True, slots=True)
class Attribution:
    """One source, its cue and its content, before anyone knows who the source is.

    Source or cue may be empty: "it was announced that", or a quotation that runs on without a cue.
    """

    source: Spans
    cue: Spans
    content: Spans
    act: Act = "speech"
    confidence: float = 1.0

    @property
    def start(self) -> int:
        """Offset of the first character of its earliest span."""
        return min(start for spans in (self.source, self.cue, self.content) for start, _ in spans)


class Attributor(Protocol):
    """Finds the attributions of an article, in the order of the text."""

    def attribute(self, article: Article) -> list[Attribution]:
        """All attributions inside the article's body."""
        ...
