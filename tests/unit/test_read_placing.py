"""What is said where its speaker stands within it, behind it, or past a semicolon."""

import pytest

from sayso.ingest.article import Article
from sayso.read.readers import attributor_named


def said(text: str) -> list[tuple[str, str]]:
    found = attributor_named("learned").attribute(Article("-", text, ((0, len(text)),)))
    return [
        (" ".join(text[a:b] for a, b in one.source), " … ".join(text[a:b] for a, b in one.content)) for one in found
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Six men were killed in the ambush near Tessalik, the army said in the statement that Roe read on Friday.",
            [("the army", "Six men were killed in the ambush near Tessalik")],
        ),
        ("The army said in the statement that six men were killed.", [("The army", "that six men were killed")]),
        ("The dam, said the engineer, had been leaking.", [("the engineer", "The dam … had been leaking")]),
        ("Some 40 homes, the prefect said on Tuesday, were lost.", [("the prefect", "Some 40 homes … were lost")]),
        ("By its account of Saturday, 480 people had been held.", [("its", "480 people had been held")]),
        ("On the army's reckoning, 12 villages fell.", [("the army's", "12 villages fell")]),
        ("The number was put at 30 by the prefect.", [("the prefect", "The number was put at 30")]),
        ("The figure of 40 was given to the Echo by an aide.", [("an aide", "The figure of 40 was given to the Echo")]),
        ("The ministry has a lower figure: 12 dead.", [("The ministry", "12 dead")]),
        ("The prize was given to 30 students by the mayor.", []),
        ("The men were put on two buses by the police.", []),
        (
            "The miners said the lift had stuck; the company denied that the lift had stuck.",
            [("The miners", "the lift had stuck"), ("the company", "that the lift had stuck")],
        ),
    ],
)
def test_whose_words_they_are(text: str, wanted: list[tuple[str, str]]) -> None:
    assert said(text) == wanted
