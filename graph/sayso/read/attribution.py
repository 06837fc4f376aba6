"""An attribution: source, cue and content as spans, and what any finder of attributions must offer."""

from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from sayso.ingest.article import Article
from sayso.read.cost import Cost
from sayso.read.reading import Act, Manner, Spans


@dataclass(frozen=True, slots=True)
class Attribution:
    """One source, its cue and its content, before anyone knows who the source is.

    Source or cue may be empty: "it was announced that", or a quotation that runs on without a cue.
    ``manner`` is set where something other than quotation marks tells it, as in an interview, and ``reason`` where
    something other than a missing cue or source makes it a conclusion.
    """

    source: Spans
    cue: Spans
    content: Spans
    act: Act = "speech"
    confidence: float = 1.0
    manner: Manner | None = None
    reason: str | None = None

    @property
    def start(self) -> int:
        """Offset of the first character of its earliest span."""
        return min(start for spans in (self.source, self.cue, self.content) for start, _ in spans)

    @property
    def end(self) -> int:
        """Offset behind the last character of its latest span."""
        return max(end for spans in (self.source, self.cue, self.content) for _, end in spans)


class Attributor(Protocol):
    """Finds the attributions of an article, in the order of the text."""

    def attribute(self, article: Article) -> list[Attribution]:
        """All attributions inside the article's body."""
        ...


@dataclass(frozen=True, slots=True)
class Account:
    """What went wrong in finding attributions without stopping it, and what it cost."""

    warnings: tuple[str, ...] = ()
    cost: Cost = field(default=Cost())


@runtime_checkable
class Accountable(Protocol):
    """An attributor that has more to tell than attributions."""

    def account(self) -> Account:
        """Of all it was asked since it was last asked for an account; asking begins a new one."""
        ...
