"""Completes what the model found with what the rules find, where it is known to miss.

A source that it leaves out though it stands before the cue. A number without a source, since a figure that nobody
seems to have said is the costliest miss in an audit; what somebody believes of a number is an estimate that was told.
Speech that opens the content of other speech ("she said they had told her"), which the corpus that it learned from
leaves flat. A plain verb of saying, a verb of counting or a quotation about which it finds nothing; a quotation that
follows in the same paragraph; whom a speaker says in quotation marks to have been told by. Taking in everything
the rules find costs more on annotated news than it gives.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from sayso.read.attribution import Attribution
from sayso.read.chains import opens
from sayso.read.learned.informing import informs
from sayso.read.learned.mending import mended
from sayso.read.learned.placing import goes_on
from sayso.read.learned.telling import is_unspoken
from sayso.read.lexicon import table
from sayso.read.overlap import length, shared
from sayso.read.rules.counts import COMES, REVISED
from sayso.read.rules.holdings import COUNTED, HOLDING, OWN_COUNTS
from sayso.read.rules.reckonings import GIVES, NUMBERS, PUTS
from sayso.read.rules.tellings import tellings
from sayso.read.stance import cue_of

_REACH = 20_000
"""Characters before an attribution among which those may begin that overlap with it."""

_SURE = 0.7
"""Confidence of a rule from which its word counts where the model is silent."""

_RECKONING = frozenset(("believe", "reckon", "think"))
_COUNT = re.compile(r"(?<![\w.,])(?!(?:19|20)\d\d(?![\d.,]))\d[\d.,]*")
"""A number that is no year."""

_TOLD_BARE = re.compile(rf"(?:[a-z]+\s+){{0,9}}?(?:\d|(?:{'|'.join(sorted(NUMBERS))})\b)")
_BESIDE = 3
"""Characters at the most between a semicolon and whoever tells the clause behind it."""
_NAMING = frozenset(["call", "label", "dub", "brand"])
_MARKS = "“„«‘\"'"


def completed(text: str, found: Sequence[Attribution], by_rule: Sequence[Attribution]) -> list[Attribution]:
    """``found``, completed by those of ``by_rule`` that fill a gap and contradict none of it, in the order of cues.

    >>> told = Attribution(((0, 4),), ((5, 9),), ((10, 19),))
    >>> completed("They said 12 homes.", [], [told]) == completed("They said 12 homes.", [told], [told]) == [told]
    True
    """
    told = (replace(a, act="speech") if _reckons(text, a) else a for a in mended(text, by_rule))
    spoken = [
        _before_others(text, a, found) for a in told if a.act == "speech" and not is_unspoken(text, a.source, a.cue)
    ]
    found = [_up_to_semicolon(text, a, spoken) for a in found]
    given = [goes_on(text, a) for a in _sourced(text, found, spoken)]
    sourced = _quoting_on(text, given, spoken)
    ordered = sorted(sourced, key=lambda a: a.start)
    starts = [attribution.start for attribution in ordered]
    added = [a for a in spoken if _fills_gap(text, a, _near(ordered, starts, a))]
    whole = [*sourced, *added]
    return sorted((*whole, *tellings(text, whole)), key=lambda a: (a.cue or a.source or a.content)[0])


def _before_others(text: str, attribution: Attribution, found: Sequence[Attribution]) -> Attribution:
    """Without those who tell of it behind its content: "the rebels say they killed 60, the agency reports"."""
    if not attribution.source or not attribution.cue or len(attribution.content) != 1:
        return attribution
    start, end = attribution.content[0]
    tellers = (min(a.source[0][0], a.cue[0][0]) for a in found if a.source and a.cue and a.content)
    stop = min((at for at in tellers if attribution.cue[-1][1] < at and start < at < end), default=end)
    kept = text[start:stop].rstrip(" ,")
    behind = text[start + len(kept) : stop].startswith(",") and not text[end:].lstrip(" .")[:1].islower()
    whole = any(a.source and a.source[0][0] == stop and a.content[-1][1] <= stop for a in found)
    return replace(attribution, content=((start, start + len(kept)),)) if kept and behind and whole else attribution


def _up_to_semicolon(text: str, attribution: Attribution, by_rule: Sequence[Attribution]) -> Attribution:
    """Without the clause that another tells behind a semicolon: "said dogs had been used; the police denied it"."""
    if not attribution.content or not attribution.cue or attribution.content[-1][0] < attribution.cue[-1][1]:
        return attribution
    start, end = attribution.content[-1]
    part = text.find(";", start, end)
    told = any(a.source and a.cue and 0 <= a.source[0][0] - part <= _BESIDE and a.cue[-1][1] < end for a in by_rule)
    if part < 0 or not told or any(mark in text[start:end] for mark in _MARKS):
        return attribution
    return replace(attribution, content=(*attribution.content[:-1], (start, part)))


def _reckons(text: str, attribution: Attribution) -> bool:
    """Whether it is a belief about a number, such as an agency's: an estimate that was told."""
    known = cue_of(text, attribution.cue) if attribution.source and attribution.cue else None
    if known is None or known.lemma not in _RECKONING:
        return False
    return any(_COUNT.search(text, start, end) for start, end in attribution.content)


def _sourced(text: str, found: Sequence[Attribution], by_rule: Sequence[Attribution]) -> list[Attribution]:
    """Each with the source, and so the act, that a rule gives to its cue, where the model saw none."""
    sure = sorted((a.cue[0], a.source, a.content) for a in by_rule if a.source and a.cue and a.confidence >= _SURE)
    starts = [cue[0] for cue, _, _ in sure]

    def with_source(attribution: Attribution) -> Attribution:
        if attribution.source or not attribution.cue:
            return attribution
        start, end = attribution.cue[0][0], attribution.cue[-1][1]
        here = sure[bisect_left(starts, start) : bisect_left(starts, end)]
        if not here:
            return attribution
        _, source, content = here[0]
        (first, last), known = (content[0][0], content[-1][1]), attribution.content
        numbered = not _COUNT.search(text, known[0][0], known[-1][1]) and _COUNT.search(text, first, last)
        whole = numbered and first <= known[0][0] and known[-1][1] <= last
        return replace(attribution, source=source, act="speech", content=content if whole else known)

    return [with_source(attribution) for attribution in found]


def _quoting_on(text: str, found: Sequence[Attribution], by_rule: Sequence[Attribution]) -> list[Attribution]:
    """Each with the quotations that, by a rule of the same cue, follow in its paragraph and that nobody else tells."""
    told = tuple(span for a in found for span in a.content)
    more = {r.cue[0]: r.content for r in by_rule if r.cue and len(r.content) > 1}

    def quoting_on(attribution: Attribution) -> Attribution:
        if not attribution.cue or not attribution.content:
            return attribution
        behind = max(attribution.content[-1][1], attribution.cue[-1][1])
        following = tuple(
            span
            for span in more.get(attribution.cue[-1], ())
            if span[0] >= behind and text[span[0]] in _MARKS and "\n" not in text[behind : span[0]]
        )
        return replace(attribution, content=attribution.content + tuple(s for s in following if not shared((s,), told)))

    return [quoting_on(attribution) for attribution in found]


def _fills_gap(text: str, attribution: Attribution, near: Sequence[Attribution]) -> bool:
    if _labelled(text, attribution) or _offers(text, attribution):
        return False
    if any(shared(attribution.cue, known.cue) for known in near):
        return False
    if attribution.cue and any(opens(text, attribution, known) for known in near):
        return informs(text, attribution)
    if _numbered(text, attribution) or _counted(text, attribution) or _quoted(text, attribution):
        return not any(_tell_the_same(attribution, known) for known in near)
    return _plain(text, attribution) and not any(_touch(attribution, known) for known in near)


def _numbered(text: str, attribution: Attribution) -> bool:
    known = cue_of(text, attribution.cue) if attribution.cue else None
    naming = known is not None and known.lemma in _NAMING
    return not naming and any(c.isdigit() for start, end in attribution.content for c in text[start:end])


def _labelled(text: str, attribution: Attribution) -> bool:
    """Whether a colon alone attributes plain words: layout knows better who speaks by a label."""
    return bool(attribution.cue) and text[slice(*attribution.cue[0])] == ":" and not _quoted(text, attribution)


def _offers(text: str, attribution: Attribution) -> bool:
    """Whether somebody offers something, which is an act: no more than that is said."""
    offered = any(text[start:end].casefold() in ("offer", "offers", "offered") for start, end in attribution.cue)
    return offered and not text.startswith("to ", attribution.content[0][0])


def _counted(text: str, attribution: Attribution) -> bool:
    """Whether a verb of counting tells it: "counted eleven dead", "raised the death toll", "put its losses at nine"."""
    cues = {text[start:end].casefold() for start, end in attribution.cue}
    held = attribution.confidence > _SURE and any(_TOLD_BARE.match(text, *part) for part in attribution.content)
    return bool(cues & (COUNTED | REVISED | PUTS | GIVES | COMES)) or (
        held and bool(cues & (HOLDING | OWN_COUNTS | {"was", "is"}))
    )


def _quoted(text: str, attribution: Attribution) -> bool:
    return text[attribution.content[0][0]] in _MARKS


def _plain(text: str, attribution: Attribution) -> bool:
    """Whether a named source says something by a verb that tells of nothing else."""
    printed = " ".join(text[start:end] for start, end in attribution.cue).casefold()
    if not attribution.source or attribution.confidence < _SURE or printed.endswith("ing"):
        return False
    known = cue_of(text, attribution.cue)
    return printed == "according to" or (known is not None and known.lemma in table("cues")["nouns"]["plain"].split())


def _near(ordered: Sequence[Attribution], starts: Sequence[int], attribution: Attribution) -> Sequence[Attribution]:
    """Those that may overlap with it."""
    begun = ordered[bisect_left(starts, attribution.start - _REACH) : bisect_right(starts, attribution.end)]
    return [known for known in begun if known.end > attribution.start]


def _tell_the_same(one: Attribution, other: Attribution) -> bool:
    """Whether they share so much content that they are one statement read in two ways."""
    return shared(one.content, other.content) > 0.3 * min(length(one.content), length(other.content))


def _touch(one: Attribution, other: Attribution) -> int:
    return shared((*one.source, *one.cue, *one.content), (*other.source, *other.cue, *other.content))
