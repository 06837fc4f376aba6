"""A cheap guess at the language of a text, and the reading of language tags."""

import re

_ENGLISH = re.compile(
    r"the|of|and|to|in|a|that|is|was|for|on|with|as|by|he|it|at|from|his|said|were|are|be|has|had|have"
)
_ENOUGH = 24
"""Words from which a text tells its language, and letters from which it tells its script."""
_LAST_LATIN = "\u024f"
_TAG = re.compile(r"([a-zA-Z]{2,3})(?:[-_].*)?")


def language_of_tag(tag: object) -> str | None:
    """The language that a tag such as ``en-GB`` names.

    >>> language_of_tag("en-GB"), language_of_tag("x-default")
    ('en', None)
    """
    found = _TAG.fullmatch(tag.strip()) if isinstance(tag, str) and len(tag) < 40 else None
    return found[1].lower() if found else None


def guess_language(text: str) -> str | None:
    """``en`` where stop words of English are as frequent as they are in English, else None.

    >>> guess_language("The minister said on Monday that the road to the port was open.")
    'en'
    >>> guess_language("Der Minister sagte am Montag, die Straße sei wieder frei.") is None
    True
    """
    words = re.findall(r"[^\W\d_]+", text[:20_000].lower())
    return "en" if sum(_ENGLISH.fullmatch(word) is not None for word in words) > len(words) / 5 else None


def is_foreign(text: str) -> bool:
    """Whether a text is long enough to tell, and has hardly any of the words that English cannot do without.

    >>> is_foreign("Der Minister sagte am Montag, die Straße zum Hafen sei wieder frei. " * 4)
    True
    >>> is_foreign("Storm hits coast")
    False
    """
    found = re.findall(r"[^\W\d_]+", text[:20_000].lower())
    letters = "".join(found)
    if len(letters) >= _ENOUGH and sum(letter > _LAST_LATIN for letter in letters) > len(letters) / 2:
        return True
    return len(found) >= _ENOUGH and sum(_ENGLISH.fullmatch(word) is not None for word in found) < len(found) / 16
