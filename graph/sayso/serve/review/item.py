"""One thing that a reading says or should say about a place in a text: a statement or a figure, as JSON."""

import json
from dataclasses import dataclass
from typing import Any, Literal

from sayso.serve.pages.reading import ArticleView, Counted, Span, Told

Spans = tuple[Span, ...]
Kind = Literal["statement", "figure"]
ROLES = ("source", "cue", "content")
_TEXTS = ("manner", "what", "low", "high", "bound")


@dataclass(frozen=True, slots=True)
class Item:
    """A statement, or a figure whose words are its ``content``; ``chain`` names who told it, outermost first.

    ``what`` is the kind of a figure, ``bound`` its bound; ``low`` and ``high`` are numbers as text, empty where open.
    """

    kind: Kind
    content: Spans
    source: Spans = ()
    cue: Spans = ()
    chain: tuple[str, ...] = ()
    manner: str = ""
    what: str = ""
    low: str = ""
    high: str = ""
    bound: str = ""

    def to_json(self) -> str:
        """The item as JSON; what is empty is left out.

        >>> Item("figure", ((37, 55),), what="wounded", low="40").to_json()
        '{"kind": "figure", "content": [[37, 55]], "what": "wounded", "low": "40"}'
        """
        return json.dumps(
            {name: value for name in self.__slots__ if (value := getattr(self, name))}, ensure_ascii=False
        )

    @classmethod
    def from_json(cls, text: str) -> "Item":
        """The item that was written. Raises ValueError where it is none."""
        told: dict[str, Any] = json.loads(text)
        source, cue, content = (tuple((int(a), int(b)) for a, b in told.get(role, ())) for role in ROLES)
        manner, what, low, high, bound = (str(told.get(name, "")) for name in _TEXTS)
        chain = tuple(map(str, told.get("chain", ())))
        return cls(told["kind"], content, source, cue, chain, manner, what, low, high, bound)


def items_of(article: ArticleView) -> dict[str, Item]:
    """What the reading says, by the name of the part: the statements that no other passes on, and the figures."""
    statements = {told.id: _statement(told) for told in article.outermost}
    figures = {figure.id: _figure(figure) for figure in article.figures if figure.span}
    return {**statements, **figures}


def _statement(told: Told) -> Item:
    source, cue, content = (told.spans[role] for role in ROLES)
    return Item("statement", content, source, cue, _names(told.chain), told.manner)


def _figure(figure: Counted) -> Item:
    assert figure.span
    chain = _names(figure.chain)
    return Item(
        "figure", (figure.span,), chain=chain, what=figure.kind, low=figure.low, high=figure.high, bound=figure.bound
    )


def _names(chain: tuple[Any, ...]) -> tuple[str, ...]:
    return tuple(link.speaker for link in chain)
