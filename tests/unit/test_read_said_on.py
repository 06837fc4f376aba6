"""When something was said, told by <s>source</s>, <c>cue</c> and <q>content</q>; published on 12 June 2024."""

import re

import pytest

from sayso.ingest.article import Article
from sayso.read.attribution import Attribution
from sayso.read.page import Page
from sayso.read.said_on import said_on

ROWS = [
    ("<s>The mayor</s> <c>said</c> on Monday that <q>the bridge was safe</q>.", "2024-06-10"),
    ("<s>The mayor</s> on Monday <c>announced</c> <q>a new bridge</q>.", "2024-06-10"),
    ("On 3 May <s>the mayor</s> <c>said</c> <q>the bridge was safe</q>.", "2024-05-03"),
    ("In a statement on Friday, <s>the mayor</s> <c>said</c> <q>the bridge was safe</q>.", "2024-06-07"),
    ("Late on Friday <s>the mayor</s> <c>said</c> <q>the bridge was safe</q>.", "2024-06-07"),
    ("It was so on Monday, when <s>the mayor</s> <c>said</c> <q>the bridge was safe</q>.", "2024-06-10"),
    ("<q>The bridge is safe</q>, <c>according to</c> <s>a survey released on Monday</s>.", "2024-06-10"),
    ("<q>The bridge is safe</q>, <c>according to</c> <s>a survey of those who drove there on Monday</s>.", None),
    ("<s>The mayor</s> <c>said</c> <q>the bridge fell on Monday</q>.", None),
    ("<s>The mayor</s>, who was hurt when it fell on Monday, <c>said</c> <q>the bridge was safe</q>.", None),
    ("Since Monday <s>the mayor</s> has <c>said</c> <q>the bridge was safe</q>.", None),
]
_MARK = re.compile(r"</?([sqc])>")


def marked(printed: str) -> tuple[str, dict[str, tuple[int, int]]]:
    """The text without its marks, and where the marked stretches stand in it."""
    text, ends = "", {"s": [], "c": [], "q": []}
    for k, part in enumerate(_MARK.split(printed)):
        if k % 2:
            ends[part].append(len(text))
        else:
            text += part
    return text, {name: (a, b) for name, (a, b) in ends.items()}


@pytest.mark.parametrize(("printed", "day"), ROWS, ids=[row[0][:50] for row in ROWS])
def test_the_date_of_the_saying_is_not_that_of_what_is_said(printed: str, day: str | None) -> None:
    text, at = marked(printed)
    page = Page.of(Article("-", text, ((0, len(text)),), title=None, published="2024-06-12"))
    told = Attribution((at["s"],), (at["c"],), (at["q"],))
    assert said_on(page, at["c"][0], told) == day
