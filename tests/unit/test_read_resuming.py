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
        ("She said that three camps were being built.", ("other", 3, False)),
        ("The air force fired 142 drones. Of the drones, 118 were shot down.", ("munitions", 118, False)),
        (KILLED + "A woman counted, she says, no more than 80.", ("killed", 80, False)),
        (KILLED + "No more than 900 are left in camps.", ("people", 900, False)),
        ("That brings those wounded in the fire to 41.", ("wounded", 41, False)),
        ("The number of men missing after the flood in Pedra fell to 73.", ("missing", 73, False)),
        ("The marchers in Harun numbered 8,000.", ("protesters", 8000, False)),
        ("The clinic has beds for 200 now.", ("people", 200, False)),
        ("The ferry was licensed to carry 300.", ("people", 300, False)),
        ("Homes: the port's count of 610 stands.", ("other", 610, False)),
        ("Missing: the army says 17.", ("missing", 17, False)),
        ("She gave a new figure of the dead on Monday, 126, after a check.", ("killed", 126, False)),
        ("Some 6,000 people have crossed. On Sunday alone some 1,900 came.", ("people", 1900, False)),
        ("Nine boats came in and one of them rammed the ship.", ("equipment", 1, True)),
        ("She put the attackers at 150 or more.", ("people", 150, False)),
        ("They put at 22 the number of soldiers killed.", ("killed", 22, False)),
        ("Engineers cleared 640 mines; at least 1,000 remain.", ("munitions", 1000, False)),
        ("The report names 46 wells. The firm says the number is nine.", ("other", 9, False)),
        ("They evacuated three villages.", ("other", 3, False)),
        ("The union says 5,000 joined the walkout. Managers say fewer than 900 did.", ("protesters", 900, False)),
        ("Some 900 soldiers remained in Vaskan hands.", ("captured", 900, False)),
        ("Thirty inmates were injured, she said, along with eight guards.", ("wounded", 8, False)),
        ("They added that 140 of those who crossed were wounded.", ("wounded", 140, False)),
        ("Nobody knows how many fled. The Red Cross guesses 40,000.", ("displaced", 40000, False)),
        ("Its figure for closed bridges was revised from 12 to 19.", ("other", 19, False)),
        ("The monitor logged 117 strikes, of which 41 hit schools.", ("other", 41, True)),
        ("They have reached 17 of the 23 villages.", ("other", 23, False)),
        (KILLED + "That compares with 40 a day earlier.", ("killed", 40, False)),
        ("One of the three gunmen was killed, the other two got away.", ("people", 2, False)),
        ("In Ardal 23 homes were lost and 80 damaged.", ("other", 80, False)),
        ("Some 4,000 cattle had died in storms.", ("other", 4000, False)),
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
        "Prices: a loaf now costs 48.",
        "The film of '48 was shown.",
        "There are two questions to answer.",
        "It has two doors.",
    ],
)
def test_an_hour_an_age_a_score_or_a_name_counts_nobody(text: str) -> None:
    assert len(figures(KILLED + text)) == 1


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("The number of local nurses hurt rose to 12.", "group/local-nurses"),
        ("She said 31 children fell ill, and put the number of patients in hospital at 54.", "group/patients"),
        ("The number of dead rose to 12.", None),
    ],
)
def test_a_toll_counts_those_whom_it_names(text: str, group: str | None) -> None:
    body = ((0, len(text)),)
    assert find_figures(Article("-", text, body), sentences(text, body))[-1].counts == group


@pytest.mark.parametrize(
    "text",
    [
        "Two boats were sunk, one of them built in 1974.",
        "It took 150 guests, and its hull was inspected in March 2024.",
    ],
)
def test_the_date_of_something_else_is_not_that_of_a_count(text: str) -> None:
    body = ((0, len(text)),)
    found = find_figures(Article("-", text, body), sentences(text, body))
    assert [(f.from_, f.until) for f in found if f.low in (2, 150)] == [(None, None)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They said 59 people had been killed, correcting the 38 it had given earlier.", ("killed", 38, 38)),
        ("Police arrested 40 people, not the 70 they had claimed.", ("arrested", 70, 70)),
        ("The mayor put the dead at 59, more than the 38 announced on Monday.", ("killed", 38, 38)),
        ("It gave its own dead as 41.", ("killed", 41, 41)),
        ("The town's population had fallen to 40,000.", ("people", 40000, 40000)),
        ("The regiment lost 14 men and 60 were wounded.", ("killed", 14, 14)),
        ("The army lost 90 men, 40 of them wounded.", ("casualties", 90, 90)),
        ("Some 200 migrants were pushed over the border at night.", ("repatriated", 200, 200)),
    ],
)
def test_a_number_is_told_by_what_stands_beside_it(text: str, wanted: tuple[str, int, int]) -> None:
    found = find_figures(Article("-", text, ((0, len(text)),)), [(0, len(text))])
    assert wanted in [(f.kind, f.low, f.high) for f in found]


def test_those_who_were_not_identified_are_counted() -> None:
    text = "The clinic took in 19 wounded. Seven of them had not been identified."
    found = find_figures(Article("-", text, ((0, len(text)),)), [(0, 30), (31, len(text))])
    assert [(f.low, f.negated) for f in found] == [(19, False), (7, False)]
