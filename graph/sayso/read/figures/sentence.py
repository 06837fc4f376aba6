"""The tokens of one sentence together with the lexicon, for looking around in."""

from collections.abc import Sequence

from sayso.read.figures.coding import Coding
from sayso.read.figures.kinds import Lexicon
from sayso.read.figures.tokens import Token


class Sentence:
    """The tokens of one sentence, looked up past either end without error."""

    __slots__ = ("coding", "dated", "lexicon", "scenes", "tokens", "words")

    def __init__(
        self,
        tokens: Sequence[Token],
        lexicon: Lexicon,
        coding: Coding | None = None,
        dated: frozenset[int] = frozenset(),
        scenes: frozenset[str] = frozenset(),
    ) -> None:
        """``coding``: what plurals count for; ``dated``: the tokens that belong to dates.

        ``scenes``: what the article is about, of those in ``circumstances.toml``, and "illness".
        """
        self.scenes = scenes
        self.words = frozenset(token.low for token in tokens)
        self.dated = dated
        self.coding = coding
        self.tokens = tokens
        self.lexicon = lexicon

    def low(self, i: int) -> str:
        """The token at ``i`` in lower case, empty outside the sentence."""
        return self.tokens[i].low if 0 <= i < len(self.tokens) else ""

    def form(self, i: int) -> str:
        """word, number, code or mark; empty outside the sentence."""
        return self.tokens[i].form if 0 <= i < len(self.tokens) else ""

    def lows(self, i: int, n: int) -> tuple[str, ...]:
        """Up to ``n`` tokens from ``i`` on."""
        return tuple(t.low for t in self.tokens[max(0, i) : max(0, i + n)])

    def phrase_kind(self, i: int) -> tuple[str, int] | None:
        """The kind that a set phrase at ``i`` tells ("lost their lives"), and how many tokens it has."""
        for n in self.lexicon.phrase_lengths.get(self.low(i), ()):
            found = self.lows(i, n)  # shorter at the end of the sentence
            if kind := self.lexicon.phrases.get(found):
                return kind, len(found)
        return None

    def isin(self, i: int, name: str) -> bool:
        """Whether the token belongs to a word list of ``lexicon/counting.toml``."""
        return self.low(i) in self.lexicon.sets[name]

    def mentions(self, name: str) -> bool:
        """Whether any token of the sentence belongs to a word list."""
        return not self.words.isdisjoint(self.lexicon.sets[name])
