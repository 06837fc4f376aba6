"""What has been told so far at any place of the article: sentences, quotations, who was named and who spoke."""

import re
from bisect import bisect_right, insort
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from sayso.ingest.article import Span
from sayso.read.actor import Actor
from sayso.read.cast import Cast, Mention
from sayso.read.quotation import Quotation

_REMEMBERED = 40
_WORD = re.compile(r"[^\W\d_][\w-]*")


@dataclass(frozen=True, slots=True)
class Printed:
    """The words of an article as printed: those without a capital, how often each has one, and which ``within`` a
    sentence.
    """

    uncapitalised: frozenset[str]
    capitalised: Counter[str]
    within: frozenset[str]


class Discourse:
    """The article as it unfolds: answers what stands before an offset, and remembers who spoke."""

    def __init__(
        self, cast: Cast, paragraphs: Sequence[Span], sentences: Sequence[Span], quoted: Sequence[Quotation]
    ) -> None:
        self.cast, self.text = cast, cast.text
        self._paragraphs = [start for start, _ in paragraphs]
        self._starts = [start for start, _ in sentences]
        self._ends = [end for _, end in sentences]
        self._quoted = quoted
        self._quote_starts = [quotation.start for quotation in quoted]
        self._heard: list[tuple[int, Actor]] = []
        self._spoke_at: set[tuple[int, Actor]] = set()

    def in_story(self, offset: int) -> bool:
        """Whether a sentence of the article's body holds an offset."""
        at = self.sentence(offset)
        return at >= 0 and offset < self._ends[at]

    def sentence(self, offset: int) -> int:
        """The number of the sentence that holds an offset."""
        return bisect_right(self._starts, offset) - 1

    def sentence_start(self, offset: int) -> int:
        """Where the sentence begins that holds an offset."""
        return self._starts[max(0, self.sentence(offset))] if self._starts else 0

    def in_one_paragraph(self, one: int, other: int) -> bool:
        """Whether one paragraph holds both offsets."""
        return bisect_right(self._paragraphs, one) == bisect_right(self._paragraphs, other)

    @cached_property
    def printed(self) -> Printed:
        """The words of the story by how they are printed."""
        found = list(_WORD.finditer(self.text))
        capital = [match for match in found if match.group()[0].isupper()]
        starts = {start + lead for start in self._starts for lead in (0, 1)}
        return Printed(
            frozenset(match.group() for match in found if match.group()[0].islower()),
            Counter(match.group() for match in capital),
            frozenset(match.group() for match in capital if match.start() not in starts),
        )

    def quote(self, offset: int) -> int | None:
        """The number of the quotation that holds an offset."""
        at = bisect_right(self._quote_starts, offset) - 1
        return at if at >= 0 and offset < self._quoted[at].end else None

    def hear(self, actor: Actor, source: Span, within: bool = False) -> None:
        """Remember that an actor spoke, whom a source means; ``within`` another's words nobody stands out by it."""
        insort(self._heard, (source[0], actor), key=lambda heard: heard[0])
        if within:
            return
        named = [start for start, _, held in self.cast.within(*source) if held is actor]
        self._spoke_at |= {(start, actor) for start in (source[0], *named)}

    def spoke_at(self, offset: int, actor: Actor) -> bool:
        """Whether a mention that begins there is of the one who speaks."""
        return (offset, actor) in self._spoke_at

    def heard(self, before: int) -> list[Actor]:
        """Those who spoke before an offset, the latest first."""
        at = bisect_right(self._heard, before - 1, key=lambda heard: heard[0])
        return [actor for _, actor in self._heard[max(0, at - _REMEMBERED) : at][::-1]]

    def spoke_in(self, offset: int) -> Actor | None:
        """The last one who spoke in the sentence that holds an offset."""
        here = self.sentence(offset)
        end = self._ends[here] if here >= 0 else offset
        last = bisect_right(self._heard, end, key=lambda heard: heard[0]) - 1
        return self._heard[last][1] if last >= 0 and self.sentence(self._heard[last][0]) == here else None

    def recent(self, offset: int) -> Iterator[Mention]:
        """The mentions before an offset, the latest first."""
        return iter(self.cast.before(offset))

    def begins_sentence(self, offset: int) -> bool:
        """Whether nothing but a determiner, a quotation mark or a title stands before it in its sentence."""
        lead = self.text[self.sentence_start(offset) : offset].strip(" “\"'‘(-–—")
        return len(lead.split()) <= 3 and not any(mark in lead for mark in ",;:")
