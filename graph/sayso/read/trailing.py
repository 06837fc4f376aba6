"""What trails behind an inserted source: "40 fell, the army said on Monday, bringing the total to 90"."""

import re
from collections.abc import Iterable

from sayso.ingest.article import Span
from sayso.read.reading import Statement

_WHEN = (
    r"(?:\s+(?:on|in|at|by|late|early|earlier|last|this|the|a|an|of|his|her|its|their|today|yesterday|morning|afternoon|evening"
    r"|night|week|month|year|statement|update|interview|briefing|news|press|conference|telephone|phone|[A-Z]\w+|\d{1,4}))*"
)
_AGAIN = (
    r"bringing|taking|raising|pushing|putting|lifting|leaving|making|including|adding|updating|revising|up|down|compared|against"
    r"|an?\s+(?:\w+\s+)?(?:rise|fall|drop|increase|decrease|jump|decline|loss|gain)|with|(?:of|among)\s+(?:whom|which|them|these|those)"
    r"|(?:most|all|half|some|many|none|few|one)\s+of|and\s+(?:\w+ed|drove|left|hurt|sent|made|put|cost|cut|took|lost|shot|held)"
)
_TRAILS = re.compile(rf"{_WHEN},?\s+(?P<link>{_AGAIN})\b")
_OWN_ACCOUNT = re.compile(rf"{_WHEN},?\s+(?P<link>after|as|because|since)\b")
_SPEAKING_OF_ITSELF = re.compile(r"(?:it|he|she|they)", re.IGNORECASE)


def trailed(text: str, figure: Span, sentence: Span, statements: Iterable[Statement]) -> tuple[Statement, Span] | None:
    """Whose words a figure carries on that stands behind them and their source in one sentence, and from where.

    ``None`` where nothing shows it: behind "said" a writer may well go on in a voice of their own.
    """
    told = [(_end(s), s) for s in statements if _is_inserted(s, sentence) and _end(s) <= figure[0]]
    if not told:
        return None
    end, nearest = max(told, key=lambda pair: pair[0])
    itself = any(_SPEAKING_OF_ITSELF.fullmatch(text, *span) for span in nearest.source)
    found = _TRAILS.match(text, end, sentence[1]) or (_OWN_ACCOUNT.match(text, end, sentence[1]) if itself else None)
    if found is None or found.start("link") > figure[0]:
        return None
    return nearest, (found.start("link"), sentence[1])


def _end(statement: Statement) -> int:
    return max(end for _, end in (*statement.source, *statement.cue))


def _is_inserted(statement: Statement, sentence: Span) -> bool:
    """Whether what is said stands before its source and cue, all of them in the sentence."""
    if statement.act != "speech" or not (statement.source and statement.cue and statement.content):
        return False
    start = min(statement.source[0][0], statement.cue[0][0])
    return sentence[0] <= start < sentence[1] and statement.content[-1][1] <= start
