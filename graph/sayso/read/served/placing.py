"""Places a model's quotes in the text that it was asked about; what cannot be found there is counted, never guessed."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.ingest.article import Span
from sayso.read.attribution import Attribution
from sayso.read.reading import Spans
from sayso.read.served.answer import Quoted
from sayso.read.served.passages import Passage
from sayso.read.served.quotes import Words, gap, nearest, overlap

_OVERLAP = 200
_SURE, _WITHOUT_CUE = 0.8, 0.6  # a model gives no measured confidence: these only rank its statements


@dataclass(frozen=True, slots=True)
class Placed:
    """The attributions of a passage; how many quotes were not found, and how many statements that cost."""

    attributions: tuple[Attribution, ...]
    missing: int = 0
    dropped: int = 0


def place(passage: Passage, statements: Sequence[Quoted]) -> Placed:
    """Each statement with the spans of its quotes.

    One whose content is not found is dropped. So is one whose source is not found, since without it the
    statement would pass for one without a source. One whose cue is not found is kept without.
    """
    words, taken = Words(passage.text), set[Span]()
    found: dict[Attribution, None] = {}
    missing = dropped = 0
    for statement in statements:
        candidates = [[words.occurrences(q) for q in role] for role in _roles(statement)]
        missing += sum(not places for role in candidates for places in role)
        source, cue, content = ([places for places in role if places] for role in candidates)
        if not content or (statement.source and not source):
            dropped += 1
            continue
        spans = _together(source, cue, content, taken)
        taken.update(spans[2])
        said_by, said, what = (_merged(passage, role) for role in spans)
        found[Attribution(said_by, said, what, statement.act, _SURE if said else _WITHOUT_CUE)] = None
    return Placed(tuple(found), missing, dropped)


def _roles(statement: Quoted) -> tuple[tuple[str, ...], ...]:
    return statement.source, statement.cue, statement.content


def _together(
    sources: list[list[Span]], cues: list[list[Span]], contents: list[list[Span]], taken: set[Span]
) -> tuple[list[Span], list[Span], list[Span]]:
    """For each quote one of the places where it stands, so that the statement stands close together.

    Where several do equally well, the first that no statement has taken yet: a model answers in order.
    """

    def spread(first: Span) -> tuple[bool, int, Span]:
        cue = nearest(cues[0], first, [first], _OVERLAP) if cues else first
        source = nearest(sources[0], cue, [first, cue], _OVERLAP) if sources else cue
        return first in taken, gap(cue, first) + gap(source, cue), first

    content = _in_row(contents[1:], min(contents[0], key=spread), [])
    cue = _in_row(cues[1:], nearest(cues[0], content[0], content, _OVERLAP), content) if cues else []
    beside = cue[0] if cue else content[0]
    source = (
        _in_row(sources[1:], nearest(sources[0], beside, content + cue, _OVERLAP), content + cue) if sources else []
    )
    return source, cue, content


def _in_row(rest: list[list[Span]], first: Span, avoided: list[Span]) -> list[Span]:
    """The first part and, for each further one, its nearest place that is still free, rather behind than before."""
    row = [first]
    for places in rest:
        behind = [span for span in places if span[0] >= row[-1][1]]
        row.append(nearest(behind or places, row[-1], avoided + row, _OVERLAP))
    return row


def _merged(passage: Passage, spans: list[Span]) -> Spans:
    """Spans of the article, in order; those that overlap in the passage become one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and overlap(merged[-1], span):
            merged[-1] = (merged[-1][0], max(merged[-1][1], span[1]))
        else:
            merged.append(span)
    return tuple(piece for span in merged for piece in passage.in_article(span))
