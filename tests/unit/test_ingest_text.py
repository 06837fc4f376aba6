"""Plain text: decoded and otherwise unchanged; the header, the dateline and the wrapping lie outside the body."""

from typing import Any

import pytest

from sayso.errors import Rejected
from sayso.ingest import Article, Document, article_from_text, parse_date, to_article

STORY = "The minister said on Monday that the port was open again."
MORE = "Ships came in from the sea at noon, the harbour master said."


def told(text: str, **known: Any) -> str:
    """The body of a text, its spans parted by a bar."""
    article = article_from_text(text, **known)
    return "|".join(article.text[a:b].strip() for a, b in article.body)


def from_bytes(data: bytes) -> Article:
    article = to_article(Document("a.txt", "/a.txt", data, "text"))
    assert not isinstance(article, Rejected), article
    return article


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("2025-05-03", "2025-05-03"),
        ("2025-04-30T05:12:00Z", "2025-04-30T05:12:00+00:00"),
        ("2025-05-01T07:10:00.123+02:00", "2025-05-01T07:10:00+02:00"),
        ("2025-06-24T18:00", "2025-06-24T18:00:00"),
        ("May 3, 2025", "2025-05-03"),
        ("Saturday, 3rd of May 2025", "2025-05-03"),
        ("12 Mar. 2024, 09:30", "2024-03-12T09:30:00"),
        ("May 3, 2025 at 9:30 p.m. GMT", "2025-05-03T21:30:00+00:00"),
        ("Wed, 30 Apr 2025 05:12:00 +0000", "2025-04-30T05:12:00+00:00"),
        ("3 May 2025 17:27 NZST", "2025-05-03T17:27:00"),
        ("May 3, 2025 10:00 EST", "2025-05-03T10:00:00-05:00"),
        ("30/04/2024", "2024-04-30"),
        ("04/30/2024", "2024-04-30"),
        ("03/04/2024", None),
        ("03.04.2024", None),
        ("31 Feb 2024", None),
        ("May 2025", "2025-05"),
        ("2025", "2025"),
        ("May 3", None),
        ("Monday", None),
        ("2025-13-01", None),
        ("", None),
    ],
)
def test_printed_dates_are_as_precise_as_printed(words: str, date: str | None) -> None:
    assert parse_date(words) == date


def test_a_byte_order_mark_is_dropped_and_nothing_else_is_changed() -> None:
    text = "Port reopens\r\n\r\nCafe\u0301 “open”,\r\nhe said.\r\n"
    assert from_bytes(b"\xef\xbb\xbf" + text.encode()).text == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-32"])
def test_western_encodings_are_told_apart(encoding: str) -> None:
    text = "“The café is open,” the minister said – and José agreed with her on Monday.\n" * 3
    data = text.encode(encoding)
    if encoding == "utf-32":
        data = b"\xff\xfe\x00\x00" + text.encode("utf-32-le")
    assert from_bytes(data).text == text


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "utf-16-le"])
def test_cyrillic_encodings_are_told_apart(encoding: str) -> None:
    text = "Министр сообщил в понедельник, что порт снова открыт. Суда вошли в гавань в полдень.\n" * 5
    assert from_bytes(text.encode(encoding)).text == text


def test_one_scratched_byte_does_not_cost_the_encoding() -> None:
    data = ("“Open,” she said – again and again. " * 20).encode() + b"\x80 end."
    assert from_bytes(data).text.startswith("“Open,” she said – again")


@pytest.mark.parametrize(
    ("line", "fact"),
    [
        ("Published: 12 Mar. 2024, 09:30", {"published": "2024-03-12T09:30:00"}),
        ("Date: 3 May 2025", {"published": "2025-05-03"}),
        ("Updated: May 4, 2025", {"published": "2025-05-04"}),
        ("Published May 3, 2025 | Updated May 4, 2025", {"published": "2025-05-03"}),
        ("May 3, 2025", {"published": "2025-05-03"}),
        ("By Jane Doe", {"authors": ("Jane Doe",)}),
        ("By Jane Doe and John Roe in Geneva", {"authors": ("Jane Doe", "John Roe")}),
        ("By Jane Doe, The Quay Courier", {"authors": ("Jane Doe",), "publisher": "The Quay Courier"}),
        ("By Jane Doe, Staff Writer | 3 May 2025", {"authors": ("Jane Doe",), "published": "2025-05-03"}),
        ("Source: The Quay", {"publisher": "The Quay"}),
        ("URL: https://quay.example/port", {"url": "https://quay.example/port"}),
    ],
)
def test_header_lines_are_read_and_left_out(line: str, fact: dict[str, Any]) -> None:
    text = f"Port reopens\n{line}\n\n{STORY}\n"
    article = article_from_text(text)
    assert {name: getattr(article, name) for name in fact} == fact
    assert (article.title, told(text)) == ("Port reopens", f"Port reopens|{STORY}")


@pytest.mark.parametrize(
    ("lead", "publisher", "published"),
    [
        ("GENEVA, May 3 (Quay Wire) - ", "Quay Wire", "2025-05-03"),
        ("KYIV (Example Wire) — ", "Example Wire", "2025"),
        ("Port Alder, 3 May (Quay Wire) – ", "Quay Wire", "2025-05-03"),
        ("GENEVA — ", None, "2025"),
        ("(Quay Wire) - ", "Quay Wire", "2025"),
    ],
)
def test_datelines_are_read_and_left_out(lead: str, publisher: str | None, published: str) -> None:
    article = article_from_text(lead + STORY, published="2025")
    assert (article.publisher, article.published) == (publisher, published)
    assert told(lead + STORY) == STORY


def test_a_month_and_day_without_a_year_stay_open() -> None:
    assert article_from_text(f"GENEVA, May 3 (Quay Wire) - {STORY}").published is None


@pytest.mark.parametrize(
    ("lead", "date"),
    [
        ("Sun 16 Apr 2017 ", "2017-04-16"),
        ("Friday 5 May 2017 17:27 ", "2017-05-05T17:27:00"),
        ("May 5, 2017 - ", "2017-05-05"),
    ],
)
@pytest.mark.parametrize("story", [STORY, "NATO met.", "Nine ships came in."])
def test_a_date_at_the_front_of_the_story_dates_it(lead: str, date: str, story: str) -> None:
    article = article_from_text(lead + story)
    assert article.published == date
    assert told(article.text) == story


@pytest.mark.parametrize(
    "text",
    [
        f"{STORY}\n{MORE}",
        f"By Monday the port was open.\n{MORE}",
        f"3 May 2025 was a good day for the port of Geneva.\n{MORE}",
        "The minister said on Monday that the port was\nopen again. Ships came in.",
        f"“We are open,” said the minister\n{MORE}",
    ],
)
def test_sentences_are_no_headers(text: str) -> None:
    article = article_from_text(text)
    assert (article.title, article.published, article.authors) == (None, None, ())
    assert article.body == ((0, len(text)),)


def test_what_is_given_wins_over_what_the_text_says() -> None:
    article = article_from_text(
        f"By Jane Doe\nDate: 1 May 2025\n\n{STORY}", published="3 May 2025", authors=["Ann Poe"]
    )
    assert (article.published, article.authors, article.file) == ("2025-05-03", ("Ann Poe",), "-")


@pytest.mark.parametrize(
    "tail",
    [
        "You Might Also Like:\nStorm Hits the Coast\nNine Held After Raid",
        "Related articles\n• Storm hits coast",
        "Read more: Storm hits coast",
        "Most read\n1. Storm hits coast\n2. Nine held",
        "Recommended\nStorm hits coast",
        "Share this story: Post Mail",
        "Share on Facebook | X | WhatsApp",
        "Follow us on Telegram",
        "Subscribe to our newsletter for the best of the week.",
        "Sign up for our newsletter",
        "ADVERTISEMENT",
        "© 2025 The Quay. All rights reserved.",
        "This site uses cookies. By continuing you agree to their use.",
        "Photo: Jane Doe / Quay Pictures",
        "(Reporting by Jane Doe in Geneva; editing by John Roe)",
        "Home | World | Sport | Weather",
    ],
)
def test_wrapping_is_cut_at_the_end_and_in_the_middle(tail: str) -> None:
    assert told(f"{STORY}\n\n{tail}\n") == STORY
    assert told(f"{STORY}\n\n{tail}\n\n{MORE}") == f"{STORY}|{MORE}"


@pytest.mark.parametrize(
    "sentence",
    [
        "Parents should read more to their children, the minister said on Monday.",
        "Related offences were recorded in nine towns, police said.",
        "Share prices fell by 9 per cent on Monday, the exchange said.",
        "Comments by the minister angered the port, officials said.",
        "The recommended dose is two, doctors said.",
        "Cookies were handed out to the crew, he said.",
        "Images of the port were shown to reporters on Monday.",
    ],
)
def test_sentences_that_look_like_wrapping_stay(sentence: str) -> None:
    assert told(f"{STORY}\n\n{sentence}\n\n{MORE}") == f"{STORY}\n\n{sentence}\n\n{MORE}"


def test_english_is_recognised() -> None:
    assert article_from_text(STORY).language == "en"
    assert article_from_text("Der Minister sagte am Montag, der Hafen sei wieder offen.").language is None
