"""How much of one's spans another's share, in characters."""

from sayso.read.reading import Spans


def length(spans: Spans) -> int:
    """The characters that the spans hold."""
    return sum(end - start for start, end in spans)


def shared(one: Spans, other: Spans) -> int:
    """The characters that both hold.

    >>> shared(((0, 4), (8, 12)), ((2, 9),))
    3
    """
    return sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in other)
