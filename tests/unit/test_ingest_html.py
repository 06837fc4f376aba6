"""Web pages: the article without its surroundings, and what the page says of itself, most explicit first."""

import pytest

from sayso.errors import Rejected
from sayso.ingest import Article, Document, to_article

STORY = (
    "<p>The minister, <b>Ana</b> <a href='/r'>Ruiz</a>, said the port was <i>un</i>usually busy on Monday morning.</p>"
    "<p>&ldquo;Ships came in&rdquo; at noon, the harbour master said &amp; the crews agreed with him.</p>"
    "<p>The ministry did not answer questions about the cost of the works on Tuesday.</p>"
)
TEXT = (
    "The minister, Ana Ruiz, said the port was unusually busy on Monday morning.\n\n"
    "“Ships came in” at noon, the harbour master said & the crews agreed with him.\n\n"
    "The ministry did not answer questions about the cost of the works on Tuesday."
)
JSON_LD = (
    '<script type="application/ld+json">{"@graph": [{"@id": "#q", "@type": "Organization", "name": "The Quay"},'
    '{"@type": ["NewsArticle"], "headline": "Port reopens", "datePublished": "2025-05-03T10:00:00Z",'
    '"author": [{"@type": "Person", "name": "Jane Doe"}, "John Roe"], "publisher": {"@id": "#q"},'
    '"mainEntityOfPage": {"@id": "https://quay.example/port"}, "inLanguage": "en-GB"}]}</script>'
)
OPEN_GRAPH = (
    '<meta property="og:title" content="Port open"><meta property="og:site_name" content="The Pier">'
    '<meta property="article:published_time" content="2025-05-04">'
    '<meta property="og:url" content="https://pier.example/p">'
)
META = (
    '<meta name="author" content="By Ann Poe"><meta name="date" content="2025-05-05">'
    '<meta name="publisher" content="X">'
)


def page(head: str = "", body: str = f"<article>{STORY}</article>", attributes: str = "") -> bytes:
    return f"<!DOCTYPE html><html {attributes}><head>{head}</head><body>{body}</body></html>".encode()


def ingest(data: bytes) -> Article:
    article = to_article(Document("a.html", "/a.html", data, "html"))
    assert not isinstance(article, Rejected), article
    return article


def test_the_text_is_the_title_and_the_paragraphs() -> None:
    body = f"<nav><a>Home</a> <a>World</a></nav><article><h1>Port reopens</h1>{STORY}</article><footer>Imprint</footer>"
    assert ingest(page("<title>Port reopens | The Quay</title>", body)).text == f"Port reopens\n\n{TEXT}"


def test_a_page_without_a_title_has_none() -> None:
    article = ingest(page())
    assert (article.title, article.text, article.body) == (None, TEXT, ((0, len(TEXT)),))


def test_json_ld_comes_first() -> None:
    article = ingest(page(META + OPEN_GRAPH + JSON_LD))
    assert (article.title, article.published) == ("Port reopens", "2025-05-03T10:00:00+00:00")
    assert (article.publisher, article.authors) == ("The Quay", ("Jane Doe", "John Roe"))
    assert (article.url, article.language) == ("https://quay.example/port", "en")


def test_opengraph_comes_before_meta_tags() -> None:
    article = ingest(page(META + OPEN_GRAPH))
    assert (article.title, article.published, article.publisher) == ("Port open", "2025-05-04", "The Pier")
    assert (article.authors, article.url) == (("Ann Poe",), "https://pier.example/p")


def test_markup_speaks_where_the_head_is_silent() -> None:
    body = (
        '<article><h1>Port reopens</h1><p class="byline">By Jane Doe</p>'
        f'<time datetime="2025-05-03T10:00+02:00">Saturday</time>{STORY}</article>'
    )
    article = ingest(page(body=body, attributes='lang="fr-FR"'))
    assert (article.authors, article.published, article.language) == (("Jane Doe",), "2025-05-03T10:00:00+02:00", "fr")


def test_broken_json_ld_is_passed_over() -> None:
    article = ingest(page('<script type="application/ld+json">{"@type": </script>' + OPEN_GRAPH))
    assert article.title == "Port open"


def test_no_date_is_invented() -> None:
    assert ingest(page("<title>Port reopens</title>")).published is None


def test_links_after_the_story_are_no_part_of_it() -> None:
    tail = "<p>You might also like</p><p><a>Storm hits coast</a></p>"
    article = ingest(page(body=f"<article>{STORY}{tail}</article>"))
    told = "".join(article.text[a:b] for a, b in article.body)
    assert "Storm" not in told and told.startswith("The minister") and "on Tuesday." in told


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("Shift_JIS", "cp932"), ("windows-1251", "cp1251"), ("iso-8859-1", "cp1252"), ("", "cp1252")],
)
def test_a_declared_charset_is_believed(declared: str, encoding: str) -> None:
    words = {
        "cp932": "大臣は月曜日に港が再開したと述べた。",
        "cp1251": "Министр сообщил, что порт снова открыт для всех судов. ",
    }
    story = words.get(encoding, "“The café is open again,” the minister said on Monday – and all agreed. ")
    markup = f"<html><head><meta charset='{declared}'></head><body><article><p>{story * 6}</p></article></body></html>"
    assert ingest(markup.encode(encoding)).text == (story * 6).strip()


def test_a_false_declaration_does_not_spoil_utf8() -> None:
    assert (
        "“Ships"
        in ingest(page('<meta charset="iso-8859-1">', f"<article>{STORY}</article>".replace("&ldquo;", "“"))).text
    )


def test_an_xml_declaration_counts() -> None:
    markup = f'<?xml version="1.0" encoding="windows-1252"?><html><body><article>{STORY}</article></body></html>'
    assert ingest(markup.replace("&ldquo;", "“").encode("cp1252")).text == TEXT


@pytest.mark.parametrize("depth", [5, 100, 50_000])
def test_deep_nesting_is_read_or_refused(depth: int) -> None:
    outcome = to_article(Document("a.html", "/a", page(body="<div>" * depth + STORY + "</div>" * depth), "html"))
    assert isinstance(outcome, Rejected) == (depth > 1000)
