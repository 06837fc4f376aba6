"""Figures, by hand: sentences of our own over many topics, each with all the figures it reports."""

import pytest

from sayso.ingest.article import Article
from sayso.read.figures import find_figures
from sayso.read.reading import Figure
from sayso.read.sentences import sentences


def read(text: str, published: str | None = "2024-06-12") -> list[Figure]:
    body = ((0, len(text)),)
    return find_figures(Article("-", text, body, published=published), sentences(text, body))


def brief(figure: Figure) -> str:
    low = "" if figure.low is None else f"{figure.low:g}" if isinstance(figure.low, float) else str(figure.low)
    high = "" if figure.high is None else f"{figure.high:g}" if isinstance(figure.high, float) else str(figure.high)
    unit = "" if figure.unit == "person" else f" {figure.unit}"
    return f"{figure.kind} {low}..{high} {figure.bound}{unit}"


CASES: dict[str, list[tuple[str, list[str]]]] = {
    "earthquake": [
        (
            "The tremor killed at least 212 people and injured more than 3,000.",
            ["killed 212.. at-least", "wounded 3000.. more-than"],
        ),
        ("Rescuers pulled 17 villagers from the ruins.", ["rescued 17..17 exactly"]),
        ("Crews rescued 17 miners overnight.", ["rescued 17..17 exactly"]),
        ("The death toll rose to 1,450 on Sunday.", ["killed 1450..1450 exactly"]),
        ("The number of sailors who drowned off Orrin rose to 31.", ["killed 31..31 exactly"]),
        ("The number of children rescued remained 12.", ["rescued 12..12 exactly"]),
        ("Clerks put the number of people who marched on Friday at 8,000.", ["protesters 8000..8000 exactly"]),
        ("The number of houses that stood empty rose to 31.", ["other 31..31 exactly item"]),
        ("He saw at least 5,000 people at Sunday's rally.", ["protesters 5000.. at-least"]),
        ("He met 50 people at the march's end.", ["people 50..50 exactly"]),
        ("Some three dozen hikers are still missing.", ["missing 36..36 about"]),
        ("Nearly half a million people were left homeless.", ["displaced ..500000 nearly"]),
        ("The quake, which had a magnitude of 6.8, destroyed 900 houses.", ["other 900..900 exactly item"]),
    ],
    "protest": [
        ("Tens of thousands of teachers marched through the capital.", ["protesters 10000.. thousands"]),
        (
            "Police arrested 64 demonstrators, including nine minors.",
            ["arrested 64..64 exactly", "arrested 9..9 exactly"],
        ),
        (
            "Organisers said up to 20,000 people had attended; police put the crowd at fewer than 8,000.",
            ["protesters ..20000 up-to", "protesters ..8000 fewer-than"],
        ),
        ("Two officers were hurt when stones were thrown.", ["wounded 2..2 exactly"]),
        ("A crowd of 5,000 gathered outside the palace.", ["protesters 5000..5000 exactly"]),
    ],
    "shipwreck": [
        (
            "Eleven people drowned and four were rescued when the ferry sank.",
            ["killed 11..11 exactly", "rescued 4..4 exactly"],
        ),
        ("The bodies of 23 migrants have been recovered.", ["killed 23..23 exactly"]),
        ("Of the 120 passengers, 97 survived.", ["people 120..120 exactly", "people 97..97 exactly"]),
        ("Coast guards said 15 to 20 sailors were missing.", ["missing 15..20 between"]),
        ("One woman died in hospital.", ["killed 1..1 exactly"]),
    ],
    "epidemic": [
        (
            "Health officials reported 310 new cases of cholera and 12 deaths.",
            ["infected 310..310 exactly", "killed 12..12 exactly"],
        ),
        ("About 2.3 million people have been infected with the virus.", ["infected 2300000..2300000 about"]),
        ("The number of infections is approaching 4,000.", ["infected ..4000 nearly"]),
        ("Forty-two patients tested positive, and two have died.", ["infected 42..42 exactly", "killed 2..2 exactly"]),
        ("More than 90 per cent of nurses are vaccinated.", ["share 90.. more-than percent"]),
    ],
    "war": [
        (
            "The brigade lost 250 men: 60 dead and 190 wounded.",
            ["casualties 250..250 exactly", "killed 60..60 exactly", "wounded 190..190 exactly"],
        ),
        ("Almost 700 fighters have been killed or wounded since March.", ["casualties ..700 nearly"]),
        (
            "The general sent 3,500 troops to the border, bringing the total to about 9,000.",
            ["deployed 3500..3500 exactly", "deployed 9000..9000 about"],
        ),
        ("At least 80 conscripts stationed near the river were captured in May.", ["captured 80.. at-least"]),
        ("Between 400 and 500 soldiers surrendered.", ["captured 400..500 between"]),
        (
            "Gunners fired 120 shells and destroyed six tanks.",
            ["munitions 120..120 exactly item", "equipment 6..6 exactly item"],
        ),
        ("Three gunmen killed 14 worshippers.", ["people 3..3 exactly", "killed 14..14 exactly"]),
        ("An airstrike left ten civilians dead and 31 injured.", ["killed 10..10 exactly", "wounded 31..31 exactly"]),
        ("Hundreds of families have fled the town.", ["displaced 100.. hundreds"]),
        ("Rebels Suffer 900 Casualties In Failed Assault", ["casualties 900..900 exactly"]),
        ("ARMY SAYS 45 REBELS KILLED IN RAID", ["killed 45..45 exactly"]),
        (
            "The army claims that casualties are estimated at around 1,300, including some 200 fatalities.",
            ["casualties 1300..1300 about", "killed 200..200 about"],
        ),
        ("Of the wounded, roughly 350 were flown home.", ["repatriated 350..350 about"]),
    ],
    "accident and crime": [
        ("The bus plunged into a ravine, killing 19 passengers and the driver.", ["killed 19..19 exactly"]),
        ("Gunmen kidnapped 30 schoolgirls.", ["captured 30..30 exactly"]),
        ("Two workers were killed and dozens more hurt in the blast.", ["killed 2..2 exactly", "wounded 12.. dozens"]),
        ("Firefighters evacuated an estimated 1,100 residents.", ["evacuated 1100..1100 about"]),
    ],
    "money and shares": [
        ("The bank lent $2.4 billion to the ministry.", ["money 2400000000..2400000000 exactly usd"]),
        ("Repairs will cost between €10 million and €12 million.", ["money 10000000..12000000 between eur"]),
        ("It promised 500,000 Egyptian pounds to each family.", ["money 500000..500000 exactly egp"]),
        ("A quarter of the prisoners were ill.", ["share 25..25 exactly percent"]),
        ("Prices rose 3.5%.", ["share 3.5..3.5 exactly percent"]),
    ],
    "joined and nested": [
        ("At least 18 farmers including women and children were killed.", ["killed 18.. at-least"]),
        ("Four nurses were among 11 people killed.", ["killed 4..4 exactly", "killed 11..11 exactly"]),
        ("The collapse left “nearly 50” guests dead.", ["killed ..50 nearly"]),
        ("More than a quarter of a million people have been uprooted.", ["displaced 250000.. more-than"]),
        ("Nearly 8 in 10 tenants said so.", ["share ..80 nearly percent"]),
        (
            "The storm killed 14 fishermen from the island and five tourists.",
            ["killed 14..14 exactly", "killed 5..5 exactly"],
        ),
        ("Six people were killed in the mine including two boys.", ["killed 6..6 exactly", "killed 2..2 exactly"]),
        ("It hurt a teacher and 19 others.", ["wounded 19..19 exactly"]),
        ("Ten of those killed were children.", ["killed 10..10 exactly"]),
        ("The mayor gave a toll of 20.", ["killed 20..20 exactly"]),
        ("Six climbers from one club were rescued.", ["rescued 6..6 exactly"]),
        ("At least 70 police and army recruits have died.", ["killed 70.. at-least"]),
        (
            "Officials put the number of injured at 4,000 and the number of dead at 310.",
            ["wounded 4000..4000 exactly", "killed 310..310 exactly"],
        ),
    ],
    "taken up": [
        (
            "Some 40 sailors drowned. The governor stood by his figure of 41.",
            ["killed 40..40 about", "killed 41..41 exactly"],
        ),
        ("Losses are heavy: casualties may exceed 3,000.", ["casualties 3000.. more-than"]),
        ("Divers pulled four boys alive from the wreck.", ["rescued 4..4 exactly"]),
    ],
    "near misses of a kind": [
        ("Nine houses used as stables near the river were also destroyed.", ["other 9..9 exactly item"]),
        ("Nine houses stood near the river.", ["other 9..9 exactly item"]),
        (
            "The number of hikers and skiers killed on (Friday) in the high valleys of the north has risen to 39.",
            ["killed 39..39 exactly"],
        ),
        ("At least one student died during protests.", ["killed 1.. at-least"]),
        ("Trucks reached two besieged towns.", []),
        ("In all, 374 people were recorded killed.", ["killed 374..374 exactly"]),
        ("It injured six members of one family.", ["wounded 6..6 exactly"]),
        ("Some 700 got injured.", ["wounded 700..700 about"]),
        ("The death toll could reach dozens of villagers.", ["killed 12.. dozens"]),
    ],
    "stripped of punctuation": [
        ("3 sailors killed 12 injured in harbour blast", ["killed 3..3 exactly", "wounded 12..12 exactly"]),
        ("Raiders killed 14 herders 5 traders on Monday", ["killed 14..14 exactly", "killed 5..5 exactly"]),
        ("We left in time said Anna 55 who had three sons", ["people 3..3 exactly"]),
    ],
    "not counts": [
        ("A 34-year-old man met the 155th Brigade in Room 12 on 3 May 2021.", []),
        ("Jane Roe, 34, won 3-1 on Channel 4 after 24 hours.", []),
        ("The 170mm guns are 15 kilometres away, 10 degrees colder.", []),
        ("Resolution 2254 and Article 5 were cited in 2016.", []),
        ("One of the sides said no one had come.", []),
        ("Call 555-0199-22 at 9:30 or meet at 12 Main Street.", []),
        ("The Su-35 and the T-72 were shown twice in two days.", []),
    ],
}
ROWS = [(topic, text, wanted) for topic, rows in CASES.items() for text, wanted in rows]


def test_the_table_covers_many_topics() -> None:
    assert len(ROWS) >= 30
    assert len(CASES) >= 6


@pytest.mark.parametrize(("topic", "text", "wanted"), ROWS, ids=[text[:40] for _, text, _ in ROWS])
def test_a_sentence_yields_its_figures(topic: str, text: str, wanted: list[str]) -> None:
    assert [brief(f) for f in read(text)] == wanted


def test_the_span_holds_bound_number_and_noun() -> None:
    text = "In all, at least 100 deaths were recorded, and an additional 3,000 young conscripts were sent."
    assert [text[slice(*f.span)] for f in read(text)] == ["at least 100 deaths", "an additional 3,000 young conscripts"]


def test_the_population_is_named_in_the_plural() -> None:
    assert [f.counts for f in read("One Danish soldier was killed and two Danish soldiers were hurt.")] == [
        "group/danish-soldiers",
        "group/danish-soldiers",
    ]


def test_the_place_is_that_of_the_clause() -> None:
    first, second = read("Six miners died in the Lower Silesia region and 40 guards were sent to it.")
    assert (first.place, second.place) == ("place/lower-silesia-region", None)


def test_a_gazetteer_decides_on_places() -> None:
    text = "Six miners died near Oppeln."
    body = ((0, len(text)),)
    article = Article("-", text, body)
    [figure] = find_figures(
        article, sentences(text, body), locate=lambda t, span: f"place/{t[slice(*span)].lower()}-pl"
    )
    assert figure.place == "place/oppeln-pl"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("About 70 hikers have died since February.", ("2024-02", None, None)),
        ("Some 70 hikers died between January and March 2023.", ("2023-01", "2023-03", None)),
        ("In 2021, floods killed 70 hikers.", ("2021", "2021", None)),
        ("Some 70 hikers were killed on Monday.", ("2024-06-10", "2024-06-10", None)),
        ("The flood killed 70 hikers by April.", (None, "2024-04", None)),
        ("The toll stood at 70 as of 2 June.", (None, None, "2024-06-02")),
        ("Fighting killed 70 rebels in the past 24 hours.", ("2024-06-11", "2024-06-12", None)),
        ("On Monday, the ministry said 70 hikers had died.", (None, None, None)),
        ("The ministry said floods killed 70 hikers, a spokesman said on Monday.", (None, None, None)),
    ],
)
def test_the_period_is_as_precise_as_the_text(text: str, wanted: tuple[str | None, str | None, str | None]) -> None:
    [figure] = read(text)
    assert (figure.from_, figure.until, figure.as_of) == wanted


def test_without_an_anchor_nothing_is_resolved() -> None:
    [figure] = read("Some 70 hikers were killed on Monday.", published=None)
    assert (figure.from_, figure.until, figure.as_of) == (None, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "AT LEAST 20 PEOPLE WERE KILLED",
        "At least 20 people were killed\r\nin a market",
        "At least ٢٠ people were killed",
        "Sat 3 Feb 2018 At least 20 people were killed a monitor said",
    ],
)
def test_rough_text_is_read_all_the_same(text: str) -> None:
    assert [brief(f) for f in read(text)] == ["killed 20.. at-least"]
