"""A speaker where an article names it: the link of a chain with the text around the words that name it."""

from dataclasses import dataclass
from functools import cached_property

from sayso.audit.telling import Link, Source

_ENDS = (". ", ".” ", '." ', "\n")


@dataclass(frozen=True)
class Spoken:
    """A link of a chain in its article; ``event`` is what the article is about, ``words`` what is not as printed."""

    link: Link
    article: Source
    event: str = ""
    words: str = ""

    @cached_property
    def printed(self) -> str:
        """The words that name the speaker, in the last line that they stand in; empty where nothing does."""
        return self.words or " ".join(self.article.text[a:b] for a, b in self.link.source if a >= self._line)

    @property
    def is_split(self) -> bool:
        """Whether what was taken for the words that name it runs over the end of a line."""
        return bool(self.link.source) and self.link.source[0][0] < self._line

    @cached_property
    def _line(self) -> int:
        """Where the last line begins on which words name it."""
        end = self.link.source[-1][0] if self.link.source else 0
        return self.article.text.rfind("\n", 0, end) + 1

    @property
    def at(self) -> int:
        """Where those words begin."""
        return self.link.source[0][0] if self.link.source else 0

    @property
    def before(self) -> str:
        """The text of the article up to there."""
        return self.article.text[: self.at]

    @cached_property
    def sentence(self) -> str:
        """The sentence that names the speaker."""
        text = self.article.text
        return text[opening(text, self.at) : closing(text, self.at)]


def opening(text: str, at: int) -> int:
    """Where the sentence of an offset begins."""
    return max(0, *(text.rfind(end, 0, at) + len(end) for end in _ENDS if text.rfind(end, 0, at) >= 0), 0)


def closing(text: str, at: int) -> int:
    """Where the sentence of an offset ends."""
    return min((found for end in _ENDS if (found := text.find(end, at)) >= 0), default=len(text))
