"""Turns: interviews and transcripts, in which a label before each paragraph says who speaks."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.ingest.article import Span
from sayso.read.attribution import Attribution
from sayso.read.lexicon import words

_WORD = r"[^\W\d_][\w’'.\-]*"
_LABEL = re.compile(
    r"(?:[-•*–]\s+)?[\"“”'‘]?(?P<bold>\*\*|__|\[)?"
    rf"(?P<label>(?:Question|Answer|Q|A)\d{{0,3}}|{_WORD}(?:\s{_WORD}){{0,5}})"
    r"(?:\s\([^()]{1,60}\))?(?:\*\*|__|\])?(?P<mark>[:.]|(?<=\*)|(?<=_))(?:\*\*|__|\])?(?=\s|$)"
)
_ASKING = frozenset({"q", "question"})
_ANSWERING = frozenset({"a", "answer"})
_PARTICLES = words("name_particles")
_LONGEST_LABEL = 45
_MOST_PARAGRAPHS = 5
"""A turn runs on over no more paragraphs than this; what is longer is narration again."""
_FEWEST_TURNS = 3
"""So many times must one label follow another where nobody asks a question."""

CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Turn:
    """A paragraph that opens with a label: who speaks, the mark behind it, and what is said first.

    ``at`` is the index of the paragraph with the label, ``first`` of that with the first words said.
    """

    at: int
    first: int
    label: Span
    mark: Span | None
    said: Span
    name: str


def turns(text: str, paragraphs: Sequence[Span]) -> list[Attribution]:
    r"""What each turn says, from its label to the next one; empty where no conversation is laid out.

    >>> text = "Q: Will it rain?\nA: No.\nQ: Why?\nA: Look up."
    >>> lines = [(0, 16), (17, 23), (24, 31), (32, 43)]
    >>> [text[slice(*a.content[0])] for a in turns(text, lines)]
    ['Will it rain?', 'No.', 'Why?', 'Look up.']
    """
    opened = [turn for i in range(len(paragraphs)) if (turn := _turn(text, paragraphs, i))]
    speakers = _speakers(text, opened)
    spoken = [turn for turn in opened if turn.name in speakers]
    following = [*spoken[1:], None]
    return [
        _attribution(turn, list(_runs_on(text, paragraphs, turn, after.at if after else turn.first + 1)))
        for turn, after in zip(spoken, following, strict=False)
    ]


def _turn(text: str, paragraphs: Sequence[Span], at: int) -> Turn | None:
    start, end = paragraphs[at]
    found = _LABEL.match(text, start, min(end, start + _LONGEST_LABEL * 3))
    if not found:
        return None
    label = " ".join(found["label"].split())
    lettered = re.sub(r"\d+$", "", label).casefold()
    if lettered not in _ASKING | _ANSWERING:
        if found["mark"] == "." or len(label) > _LONGEST_LABEL or not _is_name(label):
            return None
        lettered = label.casefold()
    words_from = _skip_space(text, found.end(), end)
    mark = found.span("mark") if found["mark"] else None
    if words_from < end:
        return Turn(at, at, found.span("label"), mark, (words_from, end), lettered)
    if at + 1 < len(paragraphs):  # a label alone on its line speaks through the next one
        return Turn(at, at + 1, found.span("label"), mark, paragraphs[at + 1], lettered)
    return None


def _skip_space(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _is_name(label: str) -> bool:
    """Whether every word could be part of a name, and the label names no field of a form.

    >>> _is_name("Maren Oduya"), _is_name("JS"), _is_name("The group was diverse"), _is_name("Monday")
    (True, True, False, False)
    """
    parts = label.split()
    capital = all(not word[0].islower() or word.casefold() in _PARTICLES for word in parts)
    return capital and not (len(parts) == 1 and label.casefold() in words("time_words") | words("form_fields"))


def _speakers(text: str, opened: Sequence[Turn]) -> frozenset[str]:
    """The labels of a conversation: they come again and again in turn, or one asks what the next line answers."""
    counted = Counter(turn.name for turn in opened)
    names = frozenset(counted)
    again = frozenset(name for name in names if counted[name] > 1)
    if names & _ASKING and names & _ANSWERING:
        return names & (_ASKING | _ANSWERING) | again
    asked = [turn for turn in opened if text[slice(*turn.said)].rstrip("\"”’'»*_ ").endswith("?")]
    answered = [pair for pair in pairwise(opened) if pair[0] in asked and _answers(*pair)]
    if answered or (asked and again and len(names) > 1 and len(opened) > 3):
        return again | {turn.name for pair in answered for turn in pair}
    in_turn = sum(_answers(*pair) and {t.name for t in pair} <= again for pair in pairwise(opened))
    return again if len(again) > 1 and in_turn >= _FEWEST_TURNS else frozenset()


def _answers(one: Turn, other: Turn) -> bool:
    return other.at == one.first + 1 and other.name != one.name


def _runs_on(text: str, paragraphs: Sequence[Span], turn: Turn, end: int) -> Iterator[Span]:
    """The labelled words, and the paragraphs behind them before that with index ``end``."""
    yield turn.said
    following = paragraphs[turn.first + 1 : end]
    if len(following) <= _MOST_PARAGRAPHS:
        yield from (p for p in following if text[p[1] - 1] in ".?!…\"”’'»)*_")


def _attribution(turn: Turn, said: list[Span]) -> Attribution:
    cue = (turn.mark,) if turn.mark else ()
    return Attribution((turn.label,), cue, tuple(said), "speech", CONFIDENCE, "direct")
