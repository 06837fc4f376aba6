"""From the fields of a form to a decision, with the text at hand to check what was typed."""

import re
from decimal import Decimal, InvalidOperation

from sayso.serve.engine.tasks import RefusedError
from sayso.serve.requests import Pairs, first
from sayso.serve.review.item import Item, Spans
from sayso.serve.review.record import Outcome

_SPANS = re.compile(r"\s*\d+\s*-\s*\d+(?:[\s,;]+\d+\s*-\s*\d+)*\s*")
_ARROW = re.compile(r"\s*(?:←|<-|<)\s*")
ACTIONS: dict[str, Outcome] = {
    "confirm": "confirmed",
    "reject": "rejected",
    "correct": "corrected",
    "miss": "missed",
    "withdraw": "withdrawn",
    "complete": "complete",
}


def item_from(pairs: Pairs, kind: str, text: str) -> Item:
    """What the form says is right. Raises RefusedError that names the field which cannot be so."""
    chain = tuple(name for name in _ARROW.split(first(pairs, "chain").strip()) if name)
    content = spans_from(first(pairs, "content"), text, "what is said" if kind == "statement" else "the figure")
    if not content:
        raise RefusedError(400, "Say which words it is about: select them in the text.")
    if kind == "statement":
        source, cue = (spans_from(first(pairs, role), text, role) for role in ("source", "cue"))
        return Item("statement", content, source, cue, chain, first(pairs, "manner"))
    if kind != "figure":
        raise RefusedError(400, "A decision is about a statement or a figure.")
    low, high = (_number(first(pairs, end), end) for end in ("low", "high"))
    what = first(pairs, "what").strip()
    if not what:
        raise RefusedError(400, "Say what the figure counts, such as killed.")
    return Item("figure", content, (), (), chain, "", what, low, high, first(pairs, "bound").strip())


def spans_from(told: str, text: str, name: str) -> Spans:
    """Spans as ``12-34 40-50``, or the words themselves where they stand once. Raises RefusedError otherwise.

    >>> spans_from("4-8", "Two died.", "what is said"), spans_from("died", "Two died.", "what is said")
    (((4, 8),), ((4, 8),))
    """
    if not told.strip():
        return ()
    if _SPANS.fullmatch(told):
        numbers = [int(number) for number in re.findall(r"\d+", told)]
        spans = tuple(sorted(zip(numbers[::2], numbers[1::2], strict=True)))
        if any(not 0 <= start < end <= len(text) for start, end in spans):
            raise RefusedError(400, f"{name}: {told} does not lie in the text, which has {len(text)} characters.")
        return spans
    words = told.strip()
    if text.count(words) != 1:
        raise RefusedError(400, f"{name}: “{words}” stands {text.count(words)} times in the text; select the words.")
    return ((text.index(words), text.index(words) + len(words)),)


def _number(told: str, end: str) -> str:
    plain = told.replace(",", "").replace(" ", "").strip()
    try:
        number = Decimal(plain) if plain else None
    except InvalidOperation:
        number = Decimal("NaN")
    if number is not None and not number.is_finite():
        raise RefusedError(400, f"{end}: {told!r} is no number; leave it empty where the words leave that end open.")
    return plain
