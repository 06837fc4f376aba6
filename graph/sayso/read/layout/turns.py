"""Turns: interviews and transcripts, in which a label before each paragraph says who speaks."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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
_PARTICLES = frozenset("de da del della der den di du la le van von bin ibn al el ben of the and for".split())
_LONGEST_LABEL = 45
_MOST_PARAGRAPHS = 5
"""A turn runs on over no more paragraphs than this; what is longer is narration again."""

CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Turn:
    """A paragraph that opens with a label: who speaks, the mark behind it, and what is said."""

    label: Span
    mark: Span | None
    said: Span
    name: str


def turns(text: str, paragraphs: Sequence[Span]) -> list[Attribution]:
    """What each turn says, from its label to the next one; empty where no conversation is laid out.

    >>> text = "Q: Will it rain?\\nA: No.\\nQ: Why?\\nA: Look up."
    >>> lines = [(0, 16), (17, 22), (23, 30), (31, 41)]
    >>> [text[slice(*a.content[0])] for a in turns(text, lines)]
    ['Will it rain?', 'No.', 'Why?', 'Look up.']
    """
    opened = {i: turn for i, paragraph in enumerate(paragraphs) if (turn := _turn(text, paragraph))}
    spoken = {i: turn for i, turn in opened.items() if turn.name in _speakers(text, opened)}
    return [_attribution(turn, list(_runs_on(text, paragraphs, i, spoken))) for i, turn in spoken.items()]


def _turn(text: str, paragraph: Span) -> Turn | None:
    found = _LABEL.match(text, *paragraph)
    if not found:
        return None
    label = " ".join(found["label"].split())
    lettered = re.sub(r"\d+$", "", label).casefold() in _ASKING | _ANSWERING
    if found["mark"] == "." and not lettered:
        return None
    if not lettered and not (_is_name(label) and len(label) <= _LONGEST_LABEL):
        return None
    start = found.end() + len(text[found.end() : paragraph[1]]) - len(text[found.end() : paragraph[1]].lstrip())
    mark = found.span("mark") if found["mark"] else None
    name = re.sub(r"\d+$", "", label).casefold() if lettered else label.casefold()
    return Turn(found.span("label"), mark, (start, paragraph[1]), name)


def _is_name(label: str) -> bool:
    """Whether every word could be part of a name, and the label names no field of a form.

    >>> _is_name("Maren Oduya"), _is_name("JS"), _is_name("The group was diverse"), _is_name("Monday")
    (True, True, False, False)
    """
    parts = label.split()
    capital = all(not word[0].islower() or word.casefold() in _PARTICLES for word in parts)
    return capital and not (len(parts) == 1 and label.casefold() in words("time_words") | words("form_fields"))


def _speakers(text: str, opened: dict[int, Turn]) -> frozenset[str]:
    """The labels of a conversation: they come again and again, or one asks what the next line answers."""
    counted = Counter(turn.name for turn in opened.values())
    names = frozenset(counted)
    if names & _ASKING and names & _ANSWERING:
        return names & (_ASKING | _ANSWERING) | {name for name in names if counted[name] > 1}
    asked = {i for i, turn in opened.items() if _asks(text, turn)}
    answered = {i + 1 for i in asked if i + 1 in opened and opened[i + 1].name != opened[i].name}
    again = [name for name, count in counted.items() if count > 1]
    if answered or (asked and again and len(names) > 1 and sum(counted.values()) > 3):
        pair = {opened[i].name for j in answered for i in (j - 1, j)}
        return frozenset(pair | set(again))
    return frozenset()


def _asks(text: str, turn: Turn) -> bool:
    return text[slice(*turn.said)].rstrip("\"”’'»*_ ").endswith("?")


def _runs_on(text: str, paragraphs: Sequence[Span], at: int, spoken: dict[int, Turn]) -> Iterator[Span]:
    """The rest of the labelled paragraph, and those behind it up to the next turn."""
    said = spoken[at].said
    if said[0] < said[1]:
        yield said
    later = [i for i in spoken if i > at]
    limit = later[0] if later else (at + 1 if said[0] < said[1] else at + 2)
    following = paragraphs[at + 1 : limit]
    if len(following) > _MOST_PARAGRAPHS:
        following = following[: 0 if said[0] < said[1] else 1]
    yield from (p for p in following if text[p[1] - 1] in ".?!…\"”’'»)*_")


def _attribution(turn: Turn, said: list[Span]) -> Attribution:
    cue = (turn.mark,) if turn.mark else ()
    return Attribution((turn.label,), cue, tuple(said), "speech", CONFIDENCE, "direct")
