"""Speakers whose label says less or more than the text at its place: a name given later, a headline before it."""

import re
from dataclasses import replace

from sayso.audit.speakers.spoken import Spoken
from sayso.audit.wording import compiled
from sayso.namespaces import slug

_CALLS_HIMSELF = re.compile(
    r"(?:An?|One|The)\s[\w\s-]{2,40}?,?\s(?:who\s|that\s|which\s)?(?:(?:called|calls?|calling|identified|identifies|identifying|named|introduced|introducing|described)"
    r"\s(?:(?:him|her|it)self|themselves)\s(?:only\s)?(?:as\s|by\s)?(?:the\sname\s)?"
    r"|(?:gave|giving|gives)\s(?:his|her|their)\sname\s(?:only\s)?as\s)([A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*)"
)
_PERSONS = ("he", "she", "they")
_RUN_ON = re.compile(r".*\S\sThe\s([a-z].*)")


def without_headline(one: Spoken) -> Spoken:
    """The speaker under the name of the body that opens the text, where the end of a headline runs into the label."""
    found = _RUN_ON.fullmatch(one.link.speaker)
    return replace(one, link=replace(one.link, speaker=found[1], key=f"name:{slug(found[1])}")) if found else one


def named_by_self(one: Spoken) -> Spoken:
    """The speaker under the name that "a man", or "he" who is that man, gives himself in the text."""
    if not one.link.source or one.link.kind not in ("UnnamedSource", "Organization"):
        return one
    name = _CALLS_HIMSELF.match(one.article.text, one.at)
    if one.printed.casefold() in _PERSONS and one.link.speaker:
        called = compiled(re.escape(one.link.speaker)).finditer(one.before)
        told = (_CALLS_HIMSELF.match(one.before, found.start()) for found in called)
        name = next(filter(None, told), None)
    if name is None:
        return one
    kind = "Group" if re.search(r"\b(?:itself|themselves)\b", name[0]) else "Person"
    return replace(one, link=replace(one.link, speaker=name[1], key=f"name:{slug(name[1])}", kind=kind))
