"""Values as people read them."""

from decimal import Decimal, InvalidOperation


def readable(name: str) -> str:
    """A local name as words.

    >>> readable("at-least"), readable("UnnamedSource")
    ('at least', 'unnamed source')
    """
    spaced = "".join(f" {c.lower()}" if c.isupper() and at else c.lower() for at, c in enumerate(name))
    return spaced.replace("-", " ").replace("_", " ")


def numbers(low: str, high: str) -> str:
    """A range as people write it; empty where both ends are open.

    >>> numbers("100", ""), numbers("600", "600"), numbers("10000", "12000"), numbers("", "1500")
    ('≥ 100', '600', '10,000–12,000', '≤ 1,500')
    """
    least, most = _grouped(low), _grouped(high)
    if least == most:
        return least
    return f"≥ {least}" if not most else f"≤ {most}" if not least else f"{least}–{most}"


def _grouped(number: str) -> str:
    try:
        return f"{Decimal(number):,}" if number else ""
    except InvalidOperation:
        return number


def plural(count: int | str, one: str, many: str = "") -> str:
    """A count with its noun.

    >>> plural(1, "article"), plural("1200", "body", "bodies")
    ('1 article', '1,200 bodies')
    """
    number = int(count)
    return f"{number:,} {one if number == 1 else many or one + 's'}"
