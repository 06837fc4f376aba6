"""Laws of every Reading, whatever the text holds."""

import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.ingest.article import Article, Span
from sayso.model import to_quads
from sayso.namespaces import DataIris
from sayso.read import read
from sayso.read.gazetteer import Gazetteer, load_gazetteer
from sayso.read.reading import Reading
from sayso.read.sentences import paragraphs, sentences
from sayso.validate import validate

_WORDS = (
    "said told according_to citing reports that the minister Ana Roe Roe’s U.S. NIS (NIS)"
    ' “ ” " ‘ ’ , . : ? - \n \r\n \n\n and by he they who Ministry of Defence Russia Moscow’s'
    " at_least 40 1.5_million people killed denied has been to on_Monday highly_likely SAID briefing spy_agency"
    " 😀 e\u0301 محمد 北京 был \u2028 \u00a0 ß İ"
)
PIECES = [piece.replace("_", " ") for piece in _WORDS.split(" ")]
TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
    st.text(max_size=200),
)
KNOWN: Gazetteer = load_gazetteer()


def reading_of(text: str, body: tuple[Span, ...] | None = None) -> Reading:
    return read(Article("-", text, body if body is not None else ((0, len(text)),), published="2024-05-03"), KNOWN)


def spans_of(reading: Reading) -> list[Span]:
    spans = [span for e in reading.entities for span in e.mentions] + [f.span for f in reading.figures]
    for s in reading.statements:
        spans += [*s.source, *s.cue, *s.content, *(s.hedge or ())]
    return spans


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_every_span_lies_in_the_text_and_holds_something(text: str) -> None:
    reading = reading_of(text)
    assert all(0 <= start < end <= len(text) for start, end in spans_of(reading))


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_every_reading_makes_a_graph_that_conforms(text: str) -> None:
    reading = reading_of(text)
    report = validate(to_quads(reading, DataIris()), text)
    assert report.conforms, "\n".join(map(str, report.violations))


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_ids_are_unique_and_every_reference_has_an_end(text: str) -> None:
    reading = reading_of(text)
    statements = [s.id for s in reading.statements]
    figures = [f.id for f in reading.figures]
    entities = {e.id for e in reading.entities}
    assert len(set(statements)) == len(statements) and len(set(figures)) == len(figures)
    assert len(entities) == len(reading.entities)
    assert {s.relays for s in reading.statements} - {None} <= set(statements)
    assert {f.statement for f in reading.figures} - {None} <= set(statements)
    assert {s.speaker for s in reading.statements} - {None} <= entities
    assert all(re.fullmatch(r"s\d+[a-z]*(-\d+)?", name) for name in statements)


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_the_same_text_gives_the_same_reading(text: str) -> None:
    assert reading_of(text) == reading_of(text)


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.integers(0, 50), st.integers(0, 50))
def test_nothing_outside_the_body_is_read(text: str, a: int, b: int) -> None:
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    reading = reading_of(text, ((start, end),))
    assert all(start <= first and last <= end for first, last in spans_of(reading))


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_sentences_cover_every_word_once_and_in_order(text: str) -> None:
    whole = [(0, len(text))]
    cut = sentences(text, whole)
    assert cut == sorted(cut) and all(one[1] <= other[0] for one, other in pairwise(cut))
    kept = "".join("".join(text[a:b].split()) for a, b in cut)
    assert kept == "".join("".join(text[a:b].split()) for a, b in paragraphs(text, whole)) == "".join(text.split())


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(["Ana Roe said it rained.", "Officials said 40 people left."]), min_size=1, max_size=8))
def test_line_ends_do_not_change_what_was_said(lines: list[str]) -> None:
    unix, windows = reading_of("\n\n".join(lines)), reading_of("\r\n\r\n".join(lines))
    shown = [[[r.article.text[a:b] for a, b in s.content] for s in r.statements] for r in (unix, windows)]
    assert shown[0] == shown[1] and shown[0]
