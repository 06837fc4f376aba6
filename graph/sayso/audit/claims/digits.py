"""Whether the numbers printed in two claims are others."""

import re

_DIGITS = re.compile(r"\d[\d,.]*\d|\d")
_YEAR = re.compile(r"(?:19|20)\d\d")


def numbers_differ(left: str, right: str) -> bool:
    """Whether two claims give other numbers, or one of them a year that the other has not.

    >>> numbers_differ("two of 40 boats", "38 boats"), numbers_differ("40 boats", "boats")
    (True, False)
    """
    one, other = (frozenset(_DIGITS.findall(words)) for words in (left, right))
    return bool(one and other) and (not (one <= other or other <= one) or any(map(_YEAR.fullmatch, one ^ other)))
