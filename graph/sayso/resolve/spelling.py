"""What stays of a name when the habits of spelling and transliteration are taken away."""

import re

from sayso.namespaces import slug

_MARKS = ((re.compile(r"(?:iy|yy|ii|ij|yi)\b"), "y"), (re.compile(r"\bthe-"), ""))
_SOUNDS = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"\bye", "e"),
        (r"\bx|x", "ks"),
        (r"ou|oo", "u"),
        (r"kh|h(?=h)", "h"),
        (r"ph", "f"),
        (r"w", "v"),
        (r"ck|q|c(?=[aoukrlt])", "k"),
        (r"dzh|dj", "j"),
        (r"iy(?=[aeou])|y(?=[aeou])", "i"),
        (r"[ei]y\b", "y"),
        (r"ei\b", "y"),
        (r"(?<=o)ff\b", "v"),
    )
)
_NUMBER = re.compile(r"\d+|\b[ivx]+\b")


def spelling(name: str) -> str:
    """A name without marks, hyphens and the commonest differences in how its ending is spelt.

    >>> spelling("Olena Zelenskyy"), spelling("Olena Zelenskiy"), spelling("The Kim Jong-un")
    ('olena-zelensky', 'olena-zelensky', 'kim-jong-un')
    """
    key = slug(name)
    for pattern, plain in _MARKS:
        key = pattern.sub(plain, key)
    return key


def sound(name: str) -> str:
    """A name reduced further, to what systems of transliteration agree on; words run together.

    >>> sound("Sergei Khodakov") == sound("Sergey Hodakov"), sound("Bashar Younes") == sound("Bashar Yunes")
    (True, True)
    """
    key = spelling(name)
    for pattern, plain in _SOUNDS:
        key = pattern.sub(plain, key)
    return key.replace("-", "")


def numbers(name: str) -> tuple[str, ...]:
    """The numbers in a name: two units, or two popes, that differ in one are never the same.

    >>> numbers("72nd Brigade"), numbers("Storm Corps"), numbers("Paul VI")
    (('72',), (), ('vi',))
    """
    return tuple(_NUMBER.findall(slug(name)))
