"""Speech or attitude, told by the words of a cue.

PolNeAR does not label acts, so two lists do, hand-made from the most frequent heads of the cues of
its training articles: `speech.txt` (saying, writing, asking, reporting; what documents, polls and
figures show) and `attitude.txt` (wanting, believing, planning, supporting, expecting, seeing).
A cue with no listed word trains nothing; the model learns from the rest and goes by context.
"""

from collections.abc import Sequence
from pathlib import Path


def read_words(name: str) -> frozenset[str]:
    """The words of a list beside this file."""
    return frozenset((Path(__file__).parent / name).read_text(encoding="utf-8").split())


SPEECH, ATTITUDE = read_words("speech.txt"), read_words("attitude.txt")


def act_of(words: Sequence[str]) -> bool | None:
    """True for speech, False for attitude, None if no word tells; the last listed word decides.

    >>> act_of(["have", "said"]), act_of(["hopes"]), act_of(["in"])
    (True, False, None)
    """
    if "according" in words or not any(word.isalnum() for word in words):
        return True
    told = [word in SPEECH for word in words if word in SPEECH or word in ATTITUDE]
    return told[-1] if told else None
