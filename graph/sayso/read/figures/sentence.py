"""The tokens of one sentence together with the lexicon, for looking around in."""

from collections.abc import Sequence

from sayso.read.figures.coding import Coding
from sayso.read.figures.kinds import Lexicon
from sayso.read.figures.tokens import Token


class Sentence:
    """The tokens of one sentence, looked up past either end without error."""

    __slots__ = ("_mentioned", "coding", "dated", "illness", "lexicon", "tokens")

    def __init__(
        self,
        tokens: Sequence[Token],
        lexicon: Lexicon,
        illness: bool = False,
        coding: Coding | None = None,
        dated: frozenset[int] = frozenset(),
    ) -> None:
        """``illness``: whether the article is about a disease; ``coding``: what plurals count for.

        ``dated`` are the tokens that belong to dates.
        """
        self.dated = dated
        self.illness = illness
        self.coding = coding
        self.tokens = tokens
        self.lexicon = lexicon
        self._mentioned: dict[str, bool] = {}

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
            if kind := self.lexicon.phrases.get(self.lows(i, n)):
                return kind, n
        return None

    def isin(self, i: int, name: str) -> bool:
        """Whether the token belongs to a word list of ``lexicon/counting.toml``."""
        return self.low(i) in self.lexicon.sets[name]

    def mentions(self, name: str) -> bool:
        """Whether any token of the sentence belongs to a word list."""
        if name not in self._mentioned:
            listed = self.lexicon.sets[name]
            self._mentioned[name] = any(token.low in listed for token in self.tokens)
        return self._mentioned[name]
