"""Joins cues, sources and contents into attributions, unit by unit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from sayso.ingest.article import Article
from sayso.read.attribution import Attribution
from sayso.read.lexicon import noun_cues, table, words
from sayso.read.reading import Act, Spans
from sayso.read.rules.contents import Range, content_after, content_before, subject_content
from sayso.read.rules.cuefinder import CueHit, find_cues
from sayso.read.rules.phrases import abstract, appositive, nominal, phrase_after, phrase_before
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
        speech = _headline(unit) or _speaker_label(unit)
        here = [speech] if speech else list(_attributions(unit))
        page.found += here
        quoted = [token for token in unit.tokens if token.kind == "q"]
        spoken = [k for k, a in enumerate(here) if a.source and _quotes(a, quoted)]
        if here:
            page.speaking = len(page.found) - len(here) + spoken[-1] if spoken else None
        elif not quoted:
            page.speaking = None


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
        done.append(attribution)
        yield attribution


def _inside_relative(unit: Unit, hit: CueHit) -> bool:
    return unit.lower(hit.first - 1) == "to" and unit.lower(hit.first - 2) not in ("on",)


def _make(
    unit: Unit, hit: CueHit, source: Range | None, *contents: Range | None, sure: float = 0.9
) -> Attribution | None:
    held = [c for c in contents if c]
    if not held or (source and abstract(unit, *source)):
        return None
    act: Act = "attitude" if hit.cue.act == "attitude" else "speech"
    cue = (unit.between(hit.core, hit.last),)
    spans: Spans = tuple(unit.between(*c) for c in held)
    said_by: Spans = (unit.between(*source),) if source else ()
    return Attribution(said_by, cue, spans, act, sure if source else sure - 0.3)


def _active(unit: Unit, hit: CueHit, floor: int, done: list[Attribution]) -> Attribution | None:
    before = hit.first - 1
    if before >= 0 and (unit.kind(before) == "q" or unit.lower(before) == ","):
        inverted = _inverted(unit, hit, floor)
        if inverted:
            return inverted
    source = _source_of(unit, hit, floor, done)
    if isinstance(source, Attribution):
        content, _ = content_after(unit, hit, False)
        made = _make(unit, hit, None, content)
        return replace(made, source=source.source, confidence=0.7) if made else None
    return _with_content(unit, hit, source, floor) if source else None


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
    opener = unit.lower(0)
    short = comma <= 2
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
    if "c" not in hit.cue.frames or unit.kind(hit.last + 1) == "q":
        return None
    end = phrase_after(unit, hit.last + 1)
    if end is None or unit.lower(end + 1) in (
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


def _source_of(unit: Unit, hit: CueHit, floor: int, done: list[Attribution]) -> Range | Attribution | None:
    before = hit.first - 1
    if before < 0:
        return None
    word = unit.lower(before)
    if word in (",", ")", "—", "–"):
        end = appositive(unit, before, floor) if word != ")" else _before_bracket(unit, before)
        first = phrase_before(unit, end, floor) if end is not None else None
        if end is not None and first is not None:
            explained = unit.lower(end + 2) not in ("who", "which", "citing", "speaking", "whose")
            return (first, before - 1 if explained and word == "," else end if word != ")" else before)
        return done[-1] if done and word == "," else None
    if word in ("and", "but", "or"):
        return done[-1] if done else _subject(unit)
    if word in ("who", "which", "that") and before > 0:
        end = before - 2 if unit.lower(before - 1) == "," else before - 1
        first = phrase_before(unit, end, floor) if end >= 0 and nominal(unit, end) else None
        return (first, end) if first is not None else (before, before) if word == "who" else None
    relative = _before_relative(unit, before, floor)
    if relative:
        return relative
    first = phrase_before(unit, before, floor)
    return (first, before) if first is not None and first <= before else None


def _before_relative(unit: Unit, before: int, floor: int) -> Range | None:
    """The phrase that "who" explains where its clause runs up to the cue: "an officer who may not speak said"."""
    for k in range(before, max(floor, before - 15), -1):
        if unit.kind(k) != "w" or unit.lower(k) in ("that", "which"):
            return None
        if unit.lower(k) == "who":
            first = phrase_before(unit, k - 1, floor) if nominal(unit, k - 1) else None
            return (first, k - 1) if first is not None else None
    return None


def _before_bracket(unit: Unit, closing: int) -> int | None:
    for j in range(closing - 1, max(-1, closing - 12), -1):
        if unit.lower(j) == "(":
            return j - 1
    return None


def _subject(unit: Unit) -> Range | None:
    """The noun phrase with which the unit opens."""
    i = 0
    if unit.lower(0) in words("prepositions"):
        comma = next((k for k in range(min(15, len(unit.tokens))) if unit.lower(k) == ","), None)
        i = comma + 1 if comma is not None else 0
    end = phrase_after(unit, i)
    return (i, end) if end is not None and end >= i else None


def _participle(unit: Unit, hit: CueHit, floor: int, done: list[Attribution]) -> Attribution | None:
    if hit.cue.lemma in ("cite", "quote", "read", "refer") or hit.first == 0:
        return None
    if unit.lower(hit.core) in _REMARKS and not _reporting(unit, hit.first - 1, floor):
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
        _make(unit, hit, _subject(unit), content, sure=0.6) if before in (",", "and", "by", "while", "after") else None
    )


def _reporting(unit: Unit, end: int, floor: int) -> bool:
    """Whether the phrase before a participle is itself a report: "reports from officials indicating"."""
    first = phrase_before(unit, end, floor) if unit.kind(end) == "w" and nominal(unit, end) else None
    return first is not None and any(unit.lower(k) in noun_cues() for k in range(first, end + 1))


def _passive(unit: Unit, hit: CueHit, floor: int, done: list[Attribution]) -> Attribution | None:
    by = next((k for k in range(hit.last + 1, hit.last + 4) if unit.lower(k) == "by"), None)
    end = phrase_after(unit, by + 1) if by is not None else None
    told = "c" in hit.cue.frames and hit.cue.lemma not in ("ask", "question", "tell")
    if by is not None and end is not None and told and hit.first < hit.core:
        return _make(unit, hit, (by + 1, end), subject_content(unit, hit), sure=0.7)
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
    source = (hit.last + 1, end)
    opening = hit.first == 0 or (hit.first <= 2 and unit.lower(hit.first - 1) in ("and", "but", ","))
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


def _headline(unit: Unit) -> Attribution | None:
    """A headline colon: "Ministry: 5,000 killed"."""
    if unit.paragraph > 0 or not unit.tokens or unit.lower(len(unit.tokens) - 1) in (".", "!"):
        return None
    return _labelled(unit, 6)


def _speaker_label(unit: Unit) -> Attribution | None:
    """A label before a quotation: "Minister: “We will not.”"."""
    colon = next((k for k in range(min(8, len(unit.tokens))) if unit.lower(k) == ":"), None)
    return _labelled(unit, 7) if colon is not None and unit.kind(colon + 1) == "q" and not find_cues(unit) else None


def _labelled(unit: Unit, longest: int) -> Attribution | None:
    colon = next((k for k in range(min(longest + 1, len(unit.tokens))) if unit.lower(k) == ":"), None)
    if not colon or colon + 2 >= len(unit.tokens) or phrase_after(unit, 0) != colon - 1:
        return None
    said = unit.between(colon + 1, len(unit.tokens) - 1)
    return Attribution((unit.between(0, colon - 1),), (unit.between(colon, colon),), (said,), "speech", 0.5)


_BY_VOICE = {
    "active": _active,
    "passive": _passive,
    "participle": _participle,
    "according": _according,
    "noun": _noun,
}
