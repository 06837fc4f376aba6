"""Where something was said, as printed: a briefing, an interview, a post on X."""

import re

from sayso.ingest.article import Span

_OCCASION = re.compile(
    r"\b(?:in|during|at|after|following|via|by|on|to|citing|told)\s+(?:an?|the|his|her|its|their|this|[\w-]+['’]s)?\s*(?:[\w-]+\s+){0,3}?"
    r"(?P<occasion>(?:press|news)\s+(?:conference|briefing)|briefing|press\s+release|interview|(?:video\s+)?address|"
    r"(?:social\s+media\s+|Facebook\s+|Telegram\s+)?post(?:\s+on\s+(?:X|Facebook|Telegram|Twitter|Instagram|social\s+media))?"
    r"|video(?:\s+(?:shared|posted|published)\s+on\s+(?:X|Facebook|Telegram|Twitter|Instagram))?"
    r"|statement|speech|testimony|hearing|tweet|memo|phone\s+call|rally|debate|town\s+hall|podcast)\b",
    re.IGNORECASE,
)
_PLATFORM = re.compile(r"\b(?:wrote|said|posted|shared)\s+on\s+(?P<platform>X|Telegram|Facebook|Twitter|Instagram)\b")


def occasion(text: str, sentence: Span, content: tuple[Span, ...]) -> str | None:
    """The occasion named in the sentence outside the content.

    >>> occasion("He said at a news conference in Rome that no.", (0, 45), ((42, 44),))
    'news conference'
    """
    for pattern, group in ((_OCCASION, "occasion"), (_PLATFORM, "platform")):
        for found in pattern.finditer(text, *sentence):
            start, end = found.span(group)
            if not any(a < end and start < b for a, b in content):
                words = " ".join(found.group(group).split())
                return words if group == "occasion" else f"post on {words}"
    return None
