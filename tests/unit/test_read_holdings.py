"""Who tells a bare number is the subject of the verb that gives it, whatever stands between."""

import pytest

from sayso.ingest.article import Article
from sayso.read import read
from sayso.read.rules import RuleAttributor


def told(text: str) -> list[tuple[str, str]]:
    """Source and content of each attribution."""
    found = RuleAttributor().attribute(Article("-", text, ((0, len(text)),)))
    return [(text[slice(*a.source[0])] if a.source else "", text[slice(*a.content[0])]) for a in found]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The bar association had got to 26 by Friday.", ("The bar association", "to 26 by Friday")),
        ("The interior ministry remains at five.", ("The interior ministry", "at five")),
        ("Police stand by 23.", ("Police", "by 23")),
        ("The union's list has 17.", ("The union's", "17")),
        ("The police toll stands unchanged at 32.", ("The police", "unchanged at 32")),
        ("The union, the Red Star, spoke of 15.", ("The union, the Red Star", "15")),
        ("Frontline Watch, which buys satellite pictures, sees two.", ("Frontline Watch", "two")),
        ("The clinic has narrowed its range to between 20 and 24.", ("The clinic", "its range to between 20 and 24")),
        ("Nurses at the South Clinic arrive at about 40.", ("Nurses at the South Clinic", "at about 40")),
        ("A farmer who watched from a field counted more than 40.", ("A farmer", "more than 40")),
        ("On Thursday the ombudswoman still insisted on 40.", ("the ombudswoman", "40")),
        ("A driver at the last checkpoint talked about 60 dead.", ("A driver at the last checkpoint", "about 60 dead")),
        ("The opposition names 71, and the army concedes 33.", ("the army", "33")),
        ("Police in Niger State say 163 girls were seized.", ("Police in Niger State", "163 girls were seized")),
        (
            "The harbour's figure, 34 as of Friday, leaves out the crew.",
            ("The harbour's", "34 as of Friday, leaves out the crew"),
        ),
        ("Her count was 25; the Youth Assembly's was 41.", ("the Youth Assembly's", "41")),
        (
            "The Youth Assembly, for its part, has collected the names of 34 people.",
            ("The Youth Assembly", "the names of 34 people"),
        ),
        ("The firm is safe, said the port, which on Thursday had counted 51.", ("which", "51")),
        ("The prefecture puts the dead at fewer than 15.", ("The prefecture", "the dead at fewer than 15")),
        (
            "Nobody was hurt, according to that day's report by Vostergo.",
            ("that day's report by Vostergo", "Nobody was hurt"),
        ),
    ],
)
def test_the_subject_tells_the_number(text: str, wanted: tuple[str, str]) -> None:
    assert wanted in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The army has 40 tanks.",
        "The Greens have 12.",
        "The Farmers’ List has 43.",
        "The river stands at 9 metres.",
        "Uptake stood at 81.3% last year.",
        "He counted to ten.",
        "The firm raised its prices to 40 crowns.",
        "The police freed 12.",
        "It stands at 221.",
        "The road goes with 40 bends.",
    ],
)
def test_what_tells_of_things_is_no_statement(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A blast killed 19 people, Governor Lirny said. Four were children.", "Lirny"),
        ("Police in Niger State say 163 girls were seized.", "Police in Niger State"),
        ("Police in Ohio State say 163 girls were seized.", "Police in Ohio State"),
        ("St Monica's Hospital said it had admitted 58 people.", "St Monica's Hospital"),
        ("Save the Bay, a charity, says that 80 birds have died.", "Save the Bay"),
        ("The charity Soins aux Lacs counted 47 hurt.", "Soins aux Lacs"),
        ("Magistrate Ana Sen said 18 people died; her office now speaks of 31.", "Ana Sen"),
        ("A driver talked about 60 dead.", "A driver"),
        ("The mayor spoke of 31 dead. A forensic team that opened the pit found 27.", "A forensic team"),
        ("The junta puts at 22 the number of its soldiers killed.", "junta"),
        ("The Monitor updated to 18 its toll for the number of rebels killed.", "Monitor"),
        ("An earlier count by the Harbour Board stood at 74 dead.", "Harbour Board"),
        ("By the union's count 14,000 nurses walked out.", "union"),
        ("The airline, which flies to many cities, will lay off 1,900 people, it announced.", "airline"),
        ("The Herald says four ministers have left; the Tribune makes it three.", "Tribune"),
        ("The navy ended its search on Thursday and raised the number of men killed to eight.", "navy"),
        (
            "Ana Holm, of the Desert Monitor, said 29 died. The hauliers' union spoke of 55 trucks burnt.",
            "hauliers' union",
        ),
        ("The mayor said 30 died. Nurses at the clinic wept on Monday. They counted 40 bodies.", "Nurses"),
        ("The union said 30 died. The mayor wept. They spoke of 40 hurt.", "union"),
        ("Missing: the Rangers were searching for 14 men. Their list stood at 11.", "Rangers"),
        ("At the gate the parents' association has pinned up a list, with 78 names.", "parents' association"),
        ("Eleven suspects are in custody, the prosecutor's office let it be known.", "prosecutor's office"),
        ("Dead: 13, according to the coroner; 14, according to the Medical Board.", "Medical Board"),
    ],
)
def test_the_last_figure_is_told_by(text: str, speaker: str) -> None:
    reading = read(Article("-", text, ((0, len(text)),)))
    statement = next(s for s in reading.statements if s.id == reading.figures[-1].statement)
    assert next(e.label for e in reading.entities if e.id == statement.speaker) == speaker
