"""Joins cues, sources and contents into attributions, unit by unit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from sayso.ingest.article import Article
from sayso.read.attribution import Attribution
from sayso.read.lexicon import table, words
from sayso.read.overlap import shared
from sayso.read.reading import Act, Spans
from sayso.read.rules.contents import Range, content_after, content_before, subject_content
from sayso.read.rules.counts import counts
from sayso.read.rules.cuefinder import CueHit, find_cues
from sayso.read.rules.labels import headline_colon, speaker_label
from sayso.read.rules.phrases import abstract, appositive, nominal, phrase_after, phrase_before
from sayso.read.rules.sources import reporting, source_of, subject
from sayso.read.rules.units import Token, Unit, units

_CLAUSE_OPENERS = frozenset(
    ["that", "as", "but", "and", "or", "because", "while", "when", "if", "although", "though", "whereas"]
)
_REPORTED_PASSIVE = frozenset(
    [
        "say",
        "believe",
        "report",
        "expect",
        "think",
        "allege",
        "claim",
        "understand",
        "know",
        "fear",
        "rumour",
        "announce",
    ]
)
_PLAIN_SPEECH = frozenset(["say", "add", "tell", "report", "announce", "state"])
_REMARKS = frozenset(table("cues")["nouns"]["remarks"].split())


@dataclass
class _Page:
    """What was read so far: the attributions, and the one whose direct speech may run on."""

    found: list[Attribution] = field(default_factory=list)
    speaking: int | None = None
    paragraph: int = -1


class RuleAttributor:
    """Reads attributions by rule; meets the ``Attributor`` protocol."""

    def attribute(self, article: Article) -> list[Attribution]:
        """All attributions inside the article's body, in the order of the text."""
        page = _Page()
        for unit in units(article):
            if unit.paragraph != page.paragraph:
                page.paragraph = unit.paragraph
            self._read(unit, page)
        return sorted(page.found, key=lambda a: a.start)

    def _read(self, unit: Unit, page: _Page) -> None:
        if _quotation_alone(unit):
            _run_on(unit, page)
            return
        speech = headline_colon(unit) or speaker_label(unit)
        here = [speech] if speech else list(_attributions(unit))
        here = [_before_teller(unit, a, here) for a in here]
        told = list(counts(unit))
        here = [a for a in here if not any(_told_before(a, other) for other in told)]
        counted = [a for a in told if not any(shared(a.cue, known.cue) for known in here)]
        here += [_before_another(unit, a, here) for a in counted]
        page.found += here
        quoted = [token for token in unit.tokens if token.kind == "q"]
        spoken = [k for k, a in enumerate(here) if a.source and _quotes(a, quoted)]
        if here:
            page.speaking = len(page.found) - len(here) + spoken[-1] if spoken else None
        elif not quoted:
            page.speaking = None


def _told_before(attribution: Attribution, counted: Attribution) -> bool:
    """Whether a count has the same cue, and its source before a clause, or behind a passive, that was taken for it."""
    if not (attribution.source and counted.source):
        return False
    before, behind = counted.source[-1][1] < attribution.source[0][0], counted.source[0][0] > counted.cue[-1][1]
    passive = behind and attribution.source[0][0] < attribution.cue[0][0] and shared(attribution.cue, counted.cue) > 0
    return passive or (before and attribution.cue == counted.cue)


def _quotation_alone(unit: Unit) -> bool:
    kinds = {token.kind for token in unit.tokens}
    return "q" in kinds and "w" not in kinds


def _quotes(a: Attribution, quoted: Sequence[Token]) -> bool:
    return any(t.start < end and start < t.end for t in quoted for start, end in a.content)


def _run_on(unit: Unit, page: _Page) -> None:
    """A quotation without a cue of its own goes on with the last speaker's."""
    if page.speaking is None:
        return
    quoted = tuple((t.start, t.end) for t in unit.tokens if t.kind == "q")
    before = page.found[page.speaking]
    page.found[page.speaking] = replace(before, content=before.content + quoted)


def _attributions(unit: Unit) -> Iterator[Attribution]:
    done: list[Attribution] = []
    floor = 0
    for hit in find_cues(unit):
        attribution = _BY_VOICE[hit.voice](unit, hit, floor, done)
        if attribution is None or _inside_relative(unit, hit):
            continue
        if done and attribution.source and attribution.source == done[-1].source:
            done[-1] = _up_to(unit, done[-1], hit.first - 1)
        done.append(attribution)
    yield from done


def _up_to(unit: Unit, attribution: Attribution, joint: int) -> Attribution:
    """Without what its source says by the next verb, behind "and": "put the cost at $3m and denied"."""
    stop, content = unit.tokens[joint].start, attribution.content
    joins = unit.lower(joint) in ("and", "but", "or", ",")
    if not joins or not content or not content[-1][0] < stop < content[-1][1]:
        return attribution
    start = content[-1][0]
    kept = unit.text[start:stop].rstrip(" ,")
    return replace(attribution, content=(*content[:-1], (start, start + len(kept)))) if kept else attribution


def _before_teller(unit: Unit, told: Attribution, others: Sequence[Attribution]) -> Attribution:
    """Without who tells of the whole behind it: "the rebels say they killed 60, the agency reports"."""
    if not told.source or not told.cue or len(told.content) != 1:
        return told
    first, behind = told.source[0][0], told.cue[-1][1]
    tellers = [a for a in others if a is not told and a.source and a.content]
    return _before_another(unit, told, [a for a in tellers if a.content[0][0] <= first and a.source[0][0] > behind])


def _before_another(unit: Unit, counted: Attribution, others: Sequence[Attribution]) -> Attribution:
    """Without the source and cue of those who tell of the count: "police counted 40 cars, the Echo reported"."""
    start, end = counted.content[0]
    behind = (min(a.source[0][0], a.cue[0][0]) for a in others if a.source and a.cue)
    stop = min((at for at in behind if start < at < end), default=end)
    kept = unit.text[start:stop].rstrip(" ,")
    return replace(counted, content=((start, start + len(kept)),)) if kept else counted


def _inside_relative(unit: Unit, hit: CueHit) -> bool:
    return unit.lower(hit.first - 1) == "to" and unit.lower(hit.first - 2) not in ("on",)


def _make(
    unit: Unit, hit: CueHit, source: Range | None, *contents: Range | None, sure: float = 0.9
) -> Attribution | None:
    held = [c for c in contents if c]
    if not held or (source and (abstract(unit, *source) or _is_number(unit, hit, source))):
        return None
    act: Act = "attitude" if hit.cue.act == "attitude" else "speech"
    cue = (unit.between(hit.core, hit.last),)
    spans: Spans = tuple(unit.between(*c) for c in held)
    said_by: Spans = (unit.between(*source),) if source else ()
    return Attribution(said_by, cue, spans, act, sure if source else sure - 0.3)


def _is_number(unit: Unit, hit: CueHit, source: Range) -> bool:
    """Whether the cue is no verb but the noun of what was taken for its source: "has a lower figure: 12"."""
    return unit.lower(hit.core) in ("figure", "count", "estimate") and unit.lower(source[0]) in ("a", "an", "another")


def _active(unit: Unit, hit: CueHit, floor: int, done: list[Attribution]) -> Attribution | None:
    before = hit.first - 1
    if hit.cue.lemma in ("quote", "cite") and _as_saying(unit, hit.last):
        return None
    if before >= 0 and (unit.kind(before) == "q" or unit.lower(before) == ","):
        inverted = _inverted(unit, hit, floor)
        if inverted:
            return inverted
    source = source_of(unit, hit, floor, done)
    if isinstance(source, Attribution):
        content, _ = content_after(unit, hit, False)
        made = _make(unit, hit, None, content)
        return replace(made, source=source.source, confidence=0.7) if made else None
    return _with_content(unit, hit, source, floor) if source else None


def _as_saying(unit: Unit, last: int) -> bool:
    """Whether "as saying" follows, which then is the cue: "quoted the governor as saying"."""
    return any(unit.lower(k) == "as" and unit.lower(k + 1) == "saying" for k in range(last + 1, last + 25))


def _with_content(unit: Unit, hit: CueHit, source: Range, floor: int) -> Attribution | None:
    """Source and cue are known: the content stands behind them, before them, or on both sides."""
    opens = source[0] - 1
    leads = opens >= 0 and (unit.kind(opens) == "q" or unit.lower(opens) in (",", "—", "–", "--"))
    comma_first = leads and not _introductory(unit, opens)
    after, _ = content_after(unit, hit, comma_first)
    if after:
        split = comma_first and unit.kind(after[0]) == "q" and _quote_ends(unit, opens)
        return _make(unit, hit, source, content_before(unit, source[0]) if split else None, after)
    if "c" not in hit.cue.frames or opens < 0 or unit.lower(opens) in _CLAUSE_OPENERS - {"and", "but"}:
        return None
    unpunctuated = hit.cue.lemma in _PLAIN_SPEECH and unit.lower(hit.first - 1) not in ("which", "that", "who")
    if not comma_first and not unpunctuated:
        return None
    return _make(unit, hit, source, content_before(unit, source[0], floor), sure=0.9 if comma_first else 0.6)


def _quote_ends(unit: Unit, i: int) -> bool:
    return unit.kind(i) == "q" or unit.kind(i - 1) == "q"


def _introductory(unit: Unit, comma: int) -> bool:
    """Whether what ends at ``comma`` only introduces the sentence: "In May,", "However,", "Asked why,"."""
    if unit.kind(comma) == "q" or unit.kind(comma - 1) == "q":
        return False
    first = next((k for k in range(comma) if unit.kind(k) == "w"), 0)
    opener = unit.lower(first)
    short = comma - first <= 2
    adverbial = opener in words("prepositions") | {
        "asked",
        "meanwhile",
        "however",
        "citing",
        "speaking",
        "when",
        "as",
        "while",
        "if",
    }
    return short or (adverbial and comma < 25) or opener.endswith("ing")


def _inverted(unit: Unit, hit: CueHit, floor: int) -> Attribution | None:
    """Content first, then cue, then source: "..., said the minister"."""
    if not nominal(unit, hit.last + 1) and unit.lower(hit.last + 1) not in words("determiners") | words("possessives"):
        return None
    if "c" not in hit.cue.frames or hit.cue.lemma == "tell" or unit.kind(hit.last + 1) == "q":
        return None
    end = phrase_after(unit, hit.last + 1)
    if (
        end is None
        or all(unit.numbered(k) for k in range(hit.last + 1, end + 1))
        or unit.lower(end + 1)
        in (
            "that",
            "is",
            "was",
            "has",
            "had",
            "would",
            "will",
            "have",
            "are",
            "were",
        )
    ):
        return None
    quoted = _quote_ends(unit, hit.first - 1)
    if (
        not quoted
        and unit.lower(end + 1) not in (".", ",", "", "on", "in")
        and unit.lower(end + 1) not in words("time_words")
    ):
        return None
    if not quoted and appositive(unit, hit.first - 1, floor) is not None and unit.lower(end + 1) not in (".", ""):
        return None
    nxt = next((k for k in (end + 1, end + 2) if unit.kind(k) == "q"), None)
    again = (nxt, nxt) if quoted and nxt is not None else None
    return _make(unit, hit, (hit.last + 1, end), content_before(unit, hit.first, floor), again)


def _participle(unit: Unit, hit: CueHit, floor: int, done: list[Attribution]) -> Attribution | None:
    if hit.cue.lemma in ("cite", "quote", "read", "refer") or hit.first == 0:
        return None
    if unit.lower(hit.core) in _REMARKS and not reporting(unit, hit.first - 1, floor):
        return None
    content, _ = content_after(unit, hit, False)
    if content is None:
        return None
    before = unit.lower(hit.first - 1)
    if nominal(unit, hit.first - 1) and unit.kind(hit.first - 1) == "w":
        first = phrase_before(unit, hit.first - 1, floor)
        return _make(unit, hit, (first, hit.first - 1) if first is not None else None, content, sure=0.7)
    if done:
        made = _make(unit, hit, None, content)
        return replace(made, source=done[-1].source, confidence=0.8) if made else None
    return (
        _make(unit, hit, subject(unit), content, sure=0.6)
        if before in (",", "and", "by", "while", "after", "as")
        else None
    )


def _passive(unit: Unit, hit: CueHit, floor: int, done: list[Attribution]) -> Attribution | None:
    by = next((k for k in range(hit.last + 1, hit.last + 4) if unit.lower(k) == "by"), None)
    end = phrase_after(unit, by + 1) if by is not None else None
    told = "c" in hit.cue.frames and hit.cue.lemma not in ("ask", "question", "tell")
    if by is not None and end is not None and told and hit.first < hit.core:
        that = content_after(unit, replace(hit, last=end), False)[0] if unit.lower(end + 1) == "that" else None
        return _make(unit, hit, (by + 1, end), that or subject_content(unit, hit), sure=0.7)
    if by is not None and end is not None and told and unit.lower(hit.core - 1) == "as":
        return _opening(unit, hit, end, (by + 1, end), floor)
    if hit.cue.lemma not in _REPORTED_PASSIVE or by is not None:
        return None
    if unit.lower(hit.last + 1) == "that":
        after, _ = content_after(unit, hit, False)
        return _make(unit, hit, None, after, sure=0.7)
    if unit.lower(hit.last + 1) != "to" or hit.first == hit.core:
        return None
    first = phrase_before(unit, hit.first - 1, floor)
    rest = content_after(unit, replace(hit, cue=replace(hit.cue, frames="t")), False)[0]
    subject = (first, hit.first - 1) if first is not None else None
    return _make(unit, hit, None, subject, rest, sure=0.6) if rest else None


def _according(unit: Unit, hit: CueHit, floor: int, done: list[Attribution]) -> Attribution | None:
    end = phrase_after(unit, hit.last + 1)
    if end is None:
        return None
    return _opening(unit, hit, end, (hit.last + 1, end), floor)


def _opening(unit: Unit, hit: CueHit, end: int, source: Range, floor: int) -> Attribution | None:
    """With what follows, where they open the sentence ("According to the army, …"), else with what precedes."""
    opening = hit.first <= 1 or (hit.first <= 2 and unit.lower(hit.first - 1) in ("and", "but", ","))
    if not opening:
        return _make(unit, hit, source, content_before(unit, hit.first, floor))
    comma = next((k for k in range(end + 1, min(end + 40, len(unit.tokens))) if unit.lower(k) == ","), None)
    if comma is None or comma + 1 >= len(unit.tokens):
        return None
    content, _ = content_after(unit, replace(hit, last=comma), False)
    return _make(unit, hit, source, content)


def _noun(unit: Unit, hit: CueHit, floor: int, done: list[Attribution]) -> Attribution | None:
    source: Range | None = None
    after = hit.last + 1
    if unit.lower(after) in ("from", "by", "in"):
        end = phrase_after(unit, after + 1)
        if end is not None:
            source, after = (after + 1, end), end + 1
    elif unit.lower(hit.core - 1).endswith(("'s", "s'")):
        first = phrase_before(unit, hit.core - 1, floor)
        source = (first, hit.core - 1) if first is not None else None
    elif unit.lower(hit.core - 1) in ("his", "her", "their", "its"):
        source = (hit.core - 1, hit.core - 1)
    content, _ = content_after(unit, replace(hit, last=after - 1, cue=replace(hit.cue, frames="c")), False)
    return _make(unit, hit, source, content, sure=0.6)


_BY_VOICE = {
    "active": _active,
    "passive": _passive,
    "participle": _participle,
    "according": _according,
    "noun": _noun,
}
