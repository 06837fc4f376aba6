"""Laws of ingest: bytes never break it, spans slice the story in order, the same input gives the same article."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import Rejected
from sayso.ingest import Article, Document, article_from_text, parse_date, to_article

LINES = st.sampled_from(
    [
        "Port reopens",
        "By Jane Doe",
        "Published: 3 May 2025",
        "GENEVA, May 3 (Quay Wire) - Ships came in.",
        "The minister said on Monday that the port was open again.",
        "Read more",
        "Storm Hits Coast",
        "Share | Tweet | Print",
        "",
        "\r",
        "© 2025",
    ]
)
TEXTS = st.lists(LINES | st.text(max_size=30), max_size=12).map("\n".join)


@given(TEXTS)
def test_spans_are_ordered_and_lie_inside_the_text(text: str) -> None:
    article = article_from_text(text)
    edges = [edge for span in article.body for edge in span]
    assert edges == sorted(edges) and all(0 <= edge <= len(article.text) for edge in edges)
    assert all(article.text[a:b].strip() for a, b in article.body)


@given(TEXTS)
def test_the_same_text_gives_the_same_article(text: str) -> None:
    first, second = article_from_text(text), article_from_text(text)
    assert (first, first.key) == (second, second.key)


@given(st.text(st.characters(exclude_characters="\ufeff", exclude_categories=("Cs", "Cc")), min_size=1, max_size=200))
def test_utf8_text_is_never_changed(text: str) -> None:
    article = to_article(Document("a", "/a", text.encode(), "text"))
    assert isinstance(article, Rejected) == (not text.strip())
    assert isinstance(article, Rejected) or article.text == text


@given(st.binary(max_size=300), st.sampled_from(["text", "html", "json"]))
def test_no_bytes_raise(data: bytes, media: str) -> None:
    outcome = to_article(Document("a", "/a", data, media))  # type: ignore[arg-type]
    assert isinstance(outcome, Article | Rejected)


@given(st.dates(date(1000, 1, 1), date(2999, 12, 31)))
def test_iso_dates_are_fixed_points(day: date) -> None:
    assert parse_date(day.isoformat()) == day.isoformat()


@given(st.text(max_size=120))
def test_dates_parse_or_do_not(words: str) -> None:
    found = parse_date(words)
    assert found is None or parse_date(found) == found


@pytest.mark.parametrize(
    "piece", ["A", "a ", "A. B, ", "By ", "(Aa", "<p", "1 ", "May 3, ", "-- ", "share ", "x\n\n", "/A "]
)
def test_two_million_characters_are_read_in_about_a_second(piece: str) -> None:
    started = time.process_time()
    article_from_text(piece * (2_000_000 // len(piece)))
    assert time.process_time() - started < 5
