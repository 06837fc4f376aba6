"""What figures have to do with one another, and whom a figure without a noun counts: by hand, over many topics."""

import pytest

from sayso.ingest.article import Article
from sayso.read.figures import find_figures
from sayso.read.reading import Figure
from sayso.read.sentences import sentences


def read(text: str) -> dict[str, Figure]:
    body = ((0, len(text)),)
    figures = find_figures(Article("-", text, body, published="2024-06-12"), sentences(text, body))
    return {text[slice(*f.span)]: f for f in figures}


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("The fleet had 470 casualties, including about 60 deaths.", "about 60 deaths", "470 casualties"),
        ("The crash hurt 40 passengers, 12 of them badly.", "12 of them", "40 passengers"),
        ("It freed 212 miners, among them 34 women and 11 boys.", "11 boys", "212 miners"),
        ("Fever killed 62 of the 1,120 pupils.", "62", "the 1,120 pupils"),
        ("Some 640 nurses fell ill. Of those, 14 have died.", "14", "Some 640 nurses fell ill"),
        ("Raiders took 251 herders hostage. Of the 251, 116 are still missing.", "116", "251 herders"),
        ("About 30 cooks were hurt. Ten of the wounded were flown out.", "Ten of the wounded", "About 30 cooks"),
        ("Only 10 of the town’s 8,000 inhabitants stayed.", "Only 10", "8,000 inhabitants"),
    ],
)
def test_a_part_leads_to_its_whole(text: str, part: str, whole: str) -> None:
    figures = read(text)
    assert figures[part].included_in == figures[whole].id


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The blast killed seven people, including two cooks, and hurt 14.", "14"),
        ("Two guards were killed and 12 others were hurt.", "12 others"),
        ("Of 212 people on board, 16 swam ashore.", "212 people"),
    ],
)
def test_what_is_no_part(text: str, words: str) -> None:
    assert read(text)[words].included_in is None


@pytest.mark.parametrize(
    ("text", "more", "base"),
    [
        ("The army sent 500 men. An additional 300 followed.", "An additional 300", "500 men"),
        ("Cholera killed 40 people. Another 12 people died on Sunday.", "Another 12 people", "40 people"),
        (
            "The flood displaced 900 families, and 200 more families were displaced later.",
            "200 more families",
            "900 families",
        ),
    ],
)
def test_an_addition_leads_to_what_it_adds_to(text: str, more: str, base: str) -> None:
    figures = read(text)
    assert figures[more].adds_to == figures[base].id


@pytest.mark.parametrize(
    ("text", "share", "base", "low", "high"),
    [
        (
            "Some 1,200 dockers were wounded. A quarter of the wounded were women.",
            "A quarter",
            "Some 1,200 dockers",
            300,
            300,
        ),
        ("It hurt 200 men, 12 of them badly. Half of the wounded left.", "Half", "200 men", 100, 100),
        ("Two-thirds of the 900 patients were children.", "Two-thirds", "the 900 patients", 600, 600),
        ("At least 500 pupils were infected. About 40% of them died.", "About 40%", "At least 500 pupils", 200, None),
        ("Nearly half of the 3,000 hostages are free.", "Nearly half", "the 3,000 hostages", None, 1500),
    ],
)
def test_a_share_comes_to_a_part_of_its_base(
    text: str, share: str, base: str, low: int | None, high: int | None
) -> None:
    figures = read(text)
    found = figures[share]
    assert (found.share_of, found.derived_low, found.derived_high) == (figures[base].id, low, high)


def test_a_share_of_what_no_figure_counts_is_not_derived() -> None:
    [figure] = read("A third of voters stayed at home.").values()
    assert (figure.share_of, figure.derived_low, figure.derived_high) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "words", "counts"),
    [
        ("Some 300 Danish soldiers were killed and 2,700 hurt.", "2,700 hurt", "danish-soldiers"),
        ("A total of 110 Danish soldiers were sent. Some 30 were killed.", "Some 30", "danish-soldiers"),
        ("The fire hurt 40 guests, 12 of them badly.", "12 of them", "guests"),
        ("It killed 18 villagers including one child and hurt 22.", "22", "villagers"),
        ("There were 600 civilian deaths.", "600 civilian deaths", "civilians"),
        ("There were 40 deaths among the crew.", "40 deaths", "crew"),
        ("The bodies of 23 migrants were found.", "23 migrants", "migrants"),
        ("Nine persons drowned.", "Nine persons", "people"),
    ],
)
def test_a_figure_counts_those_meant(text: str, words: str, counts: str) -> None:
    assert read(text)[words].counts == f"group/{counts}"


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("The raid did not kill 40 rebels.", True),
        ("The 40 rebels were never captured.", True),
        ("Not only 40 rebels were killed.", False),
        ("No fewer than 40 rebels were killed.", False),
    ],
)
def test_what_did_not_happen_is_negated(text: str, negated: bool) -> None:
    [figure] = read(text).values()
    assert figure.negated is negated


@pytest.mark.parametrize(
    ("text", "cumulative"),
    [
        ("The death toll rose to 58.", True),
        ("So far 300 people were rescued.", True),
        ("The raid took the number of those arrested to 58.", True),
        ("On Monday 58 died.", False),
    ],
)
def test_a_running_total_is_told_apart(text: str, cumulative: bool) -> None:
    [figure] = read(text).values()
    assert figure.cumulative is cumulative


def test_a_part_holds_when_its_whole_does() -> None:
    figures = read("In May floods killed 40 herders, including six boys.")
    assert {(f.from_, f.until) for f in figures.values()} == {("2024-05", "2024-05")}


@pytest.mark.parametrize(
    ("text", "words", "additional"),
    [
        ("Norland sent an additional 300 troops.", "an additional 300 troops", True),
        ("Twelve more miners died.", "Twelve more miners", True),
        ("The raid killed 14 guards and another 5 died later.", "another 5", True),
        ("The raid killed 14 guards and hurt another 30.", "another 30", False),
        ("More than 300 troops were sent.", "More than 300 troops", False),
    ],
)
def test_what_comes_on_top_of_others_is_marked_even_alone(text: str, words: str, additional: bool) -> None:
    assert read(text)[words].additional is additional
