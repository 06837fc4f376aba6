"""Reviewed articles as gold: the form in which readers are scored, one article a file name."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from sayso.serve.review.item import Item, Spans


def gold_article(file: str, items: Iterable[Item]) -> dict[str, Any]:
    """One article reviewed in full. A role that is interrupted is given from its first to its last character.

    A role that is absent is the empty span at 0; ``spans`` keeps every piece.
    """
    ordered = sorted(items, key=lambda item: item.content)
    return {
        "file": file,
        "attributions": [_attribution(item) for item in ordered if item.kind == "statement"],
        "figures": [_figure(item) for item in ordered if item.kind == "figure"],
        "ignore": [],
        "boilerplate_from": None,
    }


def _attribution(item: Item) -> dict[str, Any]:
    hulls = {role: _hull(getattr(item, role)) for role in ("source", "cue", "content")}
    spans = {role: [list(span) for span in getattr(item, role)] for role in hulls}
    return {**hulls, "chain": list(item.chain) or ["not stated"], "manner": item.manner or "indirect", "spans": spans}


def _figure(item: Item) -> dict[str, Any]:
    return {
        "evidence": _hull(item.content),
        "kind": item.what,
        "low": _number(item.low),
        "high": _number(item.high),
        "qualifier": item.bound or None,
        "root": list(item.chain) or None,
    }


def _hull(spans: Spans) -> list[int]:
    return [min(a for a, _ in spans), max(b for _, b in spans)] if spans else [0, 0]


def _number(text: str) -> int | float | None:
    if not text:
        return None
    number = Decimal(text)
    return int(number) if number == number.to_integral_value() else float(number)
