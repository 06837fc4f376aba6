"""A bare number that a clause tells takes up an earlier figure; an hour, an age, a score or a name does not."""

import pytest

from sayso.ingest.article import Article
from sayso.read.figures import find_figures
from sayso.read.sentences import sentences

KILLED, VILLAGES = "The council says 60 people died. ", "The army took three villages. "


def figures(text: str) -> list[tuple[str, float | None, bool]]:
    """Kind, number, and whether it is a part of another."""
    body = ((0, len(text)),)
    found = find_figures(Article("-", text, body), sentences(text, body))
    return [(f.kind, f.low if f.low is not None else f.high, f.included_in is not None) for f in found]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (KILLED + "The church lists 48.", ("killed", 48, False)),
        (KILLED + "The union stands by 75.", ("killed", 75, False)),
        (KILLED + "The bishop reckons with 70 to 80.", ("killed", 70, False)),
        (KILLED + "Parliament was told no more than 48 today.", ("killed", 48, False)),
        (KILLED + "The ministry's count, 48 as of Friday, leaves out the river.", ("killed", 48, False)),
        ("Dead: 13, according to the coroner; 14, according to the army.", ("killed", 14, False)),
        ("The dead have no agreed number. The bar had got to 16 by Friday.", ("killed", 16, False)),
        ("He spoke of 12 soldiers dead, and the rebels of up to 150.", ("killed", 150, False)),
        ("Marn said 45 soldiers had come home, Halm that 120 of hers had.", ("repatriated", 120, False)),
        ("Some 12,000 people voted. For the 9,000 with dual papers that was new.", ("people", 9000, False)),
        ("A blast killed 19 men. Four were miners.", ("killed", 4, False)),
        ("Five died in the crash. One of them, the clinic said, was a nurse.", ("killed", 1, True)),
        ("Of the injured in the clinic, six were on ventilators.", ("wounded", 6, False)),
        (VILLAGES + "The rebels concede one.", ("other", 1, False)),
        ("She put the population of the camp before the raid at 1,000.", ("people", 1000, False)),
        ("She put the homes destroyed at 610.", ("other", 610, False)),
        ("Mould was found in eleven of fourteen samples.", ("other", 14, False)),
        ("Rockets hit two depots.", ("other", 2, False)),
    ],
)
def test_a_bare_number_takes_up_a_figure(text: str, wanted: tuple[str, float, bool]) -> None:
    assert figures(text)[-1] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The trial opens at ten.",
        "The boat passed and came back around eleven.",
        "Its driver was 44.",
        "Marn Keel is 61.",
        "The youngest of them was 48.",
        "At 61 she still works.",
        "Those under 50 go free.",
        "Flat 48 was empty, flat 50 too.",
        "Bus 48 no longer stops there.",
        "The house split 48 to 40.",
        "They won 50 – 48.",
        "It fell to minus 48.",
        "Shops may choose another one.",
    ],
)
def test_an_hour_an_age_a_score_or_a_name_counts_nobody(text: str) -> None:
    assert len(figures(KILLED + text)) == 1
