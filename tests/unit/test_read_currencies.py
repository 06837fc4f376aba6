"""Currencies by their names: which country's, and what is none."""

import pytest

from sayso.ingest import article_from_text
from sayso.read.figures import find_figures
from sayso.read.page import Page


@pytest.mark.parametrize(
    ("amount", "unit"),
    [
        ("5 million Ugandan shillings", "ugx"),
        ("90 million shillings", "xxx"),
        ("12 billion tenge", "kzt"),
        ("3 billion South Korean won", "krw"),
        ("3 billion North Korean won", "kpw"),
        ("5 billion Korean won", "krw"),
        ("3 million CFA francs", "xxx"),
        ("3 million West African CFA francs", "xof"),
        ("40 New Zealand dollars", "nzd"),
        ("3,000 Sri Lankan rupees", "lkr"),
        ("70 new shekels", "ils"),
        ("300 Kuwaiti dinars", "kwd"),
        ("40 euros", "eur"),
    ],
)
def test_a_currency_is_known_by_its_name(amount: str, unit: str) -> None:
    article = article_from_text(f"The repair cost {amount}.")
    [figure] = find_figures(article, Page.of(article).sentences)
    assert (figure.kind, figure.unit) == ("money", unit)


@pytest.mark.parametrize(
    "text", ["Thirteen lions sat on 3 gold medals.", "He is shy of the 1,237 mark.", "It ran 9 dong."]
)
def test_other_words_are_no_currency(text: str) -> None:
    article = article_from_text(text)
    assert not [f for f in find_figures(article, Page.of(article).sentences) if f.kind == "money"]
