"""Things of any sort are counted, and numbers whose noun stands before take it up."""

import pytest

from sayso.ingest.article import Article
from sayso.read.figures import find_figures
from sayso.read.sentences import sentences

Row = tuple[str, float | None, str, str | None]


def figures(text: str) -> list[Row]:
    article = Article("-", text, ((0, len(text)),))
    found = find_figures(article, sentences(text, [(0, len(text))]))
    return [(f.kind, f.low if f.low is not None else f.high, f.unit, f.counts) for f in found]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The survey counted 14 swarms.", [("other", 14, "item", "group/swarms")]),
        ("Some 2,900 schools remained closed.", [("other", 2900, "item", "group/schools")]),
        ("The party won 43 seats.", [("other", 43, "item", "group/seats")]),
        ("The number of jobs lost so far is 860.", [("other", 860, "item", "group/jobs")]),
        (
            "She won 12 of the 20 races.",
            [("other", 12, "item", "group/races"), ("other", 20, "item", "group/races")],
        ),
        ("He said 40 of the schools could reopen in May.", [("other", 40, "item", "group/schools")]),
        ("The raiders stole 300 sheep.", [("other", 300, "item", "group/sheep")]),
        ("Pilots sprayed 24,300 litres of pesticide.", [("other", 24300, "litre", "group/pesticide")]),
        ("Agents were kept out of 410 polling stations.", [("other", 410, "item", "group/polling-stations")]),
        ("Before Saturday 2,410 Ostrelis had been freed.", [("people", 2410, "person", "group/ostrelis")]),
        ("The gunfight had lasted about 14 hours.", [("other", 14, "hour", None)]),
        ("A gas alarm had been ringing for 40 minutes before the blast.", [("other", 40, "minute", None)]),
        ("The train was travelling at 118 kilometres an hour.", [("other", 118, "kilometre-per-hour", None)]),
        ("On Monday it was 45.6 degrees in Bari.", [("other", 45.6, "degree-celsius", None)]),
        ("Waves of four metres were measured at the cape.", [("other", 4, "metre", None)]),
        ("The fire burned 62,000 hectares.", [("other", 62000, "hectare", None)]),
        ("They seized two tonnes of explosives.", [("munitions", 2, "tonne", "group/explosives")]),
        ("Output fell by 9,000 barrels of crude.", [("other", 9000, "barrel", "group/crude")]),
        ("Shelling hurt 22 Lebanese.", [("wounded", 22, "person", "group/lebanese")]),
        ("Customs found 2.5 metric tonnes of cocaine.", [("other", 2.5, "tonne", "group/cocaine")]),
    ],
)
def test_things_of_any_sort_are_counted(text: str, wanted: list[Row]) -> None:
    assert figures(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The two sides met for nine days.",
        "A helicopter dropped two barrels.",
        "Trucks reached two besieged towns.",
        "They won three Emmys.",
        "Its two owners could see it in three ways.",
        "They won 3-1 and lie 12 points behind.",
        "He lives 40 kilometres away, at number 12.",
        "She farms a 40 hectare plot.",
        "The Senate rose 300 points.",
        "Chapter 11 of the list names nobody.",
        "Police arrived within 20 minutes, and ten minutes later the roof fell.",
        "The shop is open for 24 hours a day.",
        "Trains have stopped for three days.",
    ],
)
def test_what_counts_nothing_is_left_out(text: str) -> None:
    assert [row for row in figures(text) if row[0] == "other" and row[2] != "person"] == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Locusts stripped 62,000 hectares. The office now puts it at 71,000.", ("other", 71000, "hectare", None)),
        ("The chain has 128 shops. It said 31 of them would close.", ("other", 31, "item", "group/shops")),
        ("The firm owes 340 million pounds, including 95 million to banks.", ("money", 95000000, "gbp", None)),
        ("Damage came to 9 million euros. Insurers put it at 2.5 million.", ("money", 2500000, "eur", None)),
        ("The ward treated 43 people at three sites, six of them minors.", ("people", 6, "person", "group/minors")),
        ("The airport lost 143 flights, 61 of them abroad.", ("other", 61, "item", "group/flights")),
        ("The clinic discharged 12 patients and has 25 left.", ("people", 25, "person", "group/patients")),
        ("The bank let 1,020 clerks go. The union said it was 980 so far.", ("people", 980, "person", "group/clerks")),
        ("The council said 40 percent had voted. The mission put it at 36.", ("share", 36, "percent", None)),
        (
            "The march drew 50,000 protesters and 64 people were arrested. Police still say 35,000.",
            ("protesters", 35000, "person", "group/protesters"),
        ),
    ],
)  # fmt: skip
def test_a_number_takes_up_what_was_counted_before_it(text: str, wanted: Row) -> None:
    assert figures(text)[-1] == wanted


def test_a_number_that_is_known_again_is_not_told_twice() -> None:
    assert [row[1] for row in figures("Floods hit 300 farms. Of the 300, 40 were abandoned.")].count(300) == 1


def test_a_headline_may_end_with_what_became_of_those_counted() -> None:
    assert figures("Measles returns: three children in hospital") == [("infected", 3, "person", "group/children")]
