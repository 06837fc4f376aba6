"""Places: names and the places that they mean, up to the country."""

import pytest

from sayso.ingest import article_from_text
from sayso.read import load_gazetteer, read
from sayso.read.places import locate, place_entry, wholes, world

KNOWN = load_gazetteer()


def test_the_world_has_the_regions_of_every_country_and_its_large_cities() -> None:
    entries = [entry for found in world().values() for entry in found]
    assert len(entries) > 8000
    assert len({entry.id for entry in entries}) == len(entries)
    for entry in entries:
        assert [w.id for w in wholes(KNOWN, entry)], entry
        country = list(wholes(KNOWN, entry))[-1]
        assert KNOWN.get(country.id) is not None, entry


@pytest.mark.parametrize(
    ("text", "name", "place", "inside"),
    [
        ("in Kharkiv", "Kharkiv", "place/kharkiv", ["place/kharkiv-region", "place/ukraine"]),
        ("in Kharkiv oblast", "Kharkiv oblast", "place/kharkiv-region", ["place/ukraine"]),
        (
            "in Porto Alegre",
            "Porto Alegre",
            "place/porto-alegre-brazil",
            ["place/rio-grande-do-sul-brazil", "place/brazil"],
        ),
        ("in Ethiopia’s Tigray", "Ethiopia’s Tigray", "place/tigray", ["place/ethiopia"]),
        (
            "in Portland, Oregon",
            "Portland",
            "place/portland-united-states",
            ["place/oregon-united-states", "place/united-states"],
        ),
        ("in Nowhereville, Bavaria", "Nowhereville", "place/bavaria", ["place/germany"]),
        ("in Pyongyang", "Pyongyang", "place/pyongyang", ["place/north-korea"]),
    ],
)
def test_a_name_means_a_place(text: str, name: str, place: str, inside: list[str]) -> None:
    at = text.index(name)
    found = locate(KNOWN, text, (at, at + len(name)))
    entry = place_entry(KNOWN, found)
    assert entry is not None
    assert (found, [w.id for w in wholes(KNOWN, entry)]) == (place, inside)


@pytest.mark.parametrize("name", ["Birmingham", "Nowhereville", "Monday"])
def test_a_name_of_several_places_or_none_is_not_guessed(name: str) -> None:
    assert locate(KNOWN, name, (0, len(name))) is None


def test_of_several_places_the_one_in_the_country_that_the_text_names_is_meant() -> None:
    text = "A fire in Birmingham hurt nine. Police in the United Kingdom are looking into it."
    assert locate(KNOWN, text, (10, 20)) == "place/birmingham-united-kingdom"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Six miners died near Wroclaw.", None),
        ("A bomb in Homs killed 12 bakers.", "place/homs"),
        ("In Homs, 12 bakers died.", "place/homs"),
        ("Shells on Kharkiv hurt nine cooks, the mayor of Oslo said.", "place/kharkiv"),
        ("Nine cooks were hurt in the town of Smallford in Bavaria.", "place/bavaria"),
        ("Floods killed 40 people in western Norway.", "place/norway"),
    ],
)
def test_a_figure_holds_where_its_clause_says(text: str, place: str | None) -> None:
    [figure] = [f for f in read(article_from_text(text)).figures if f.unit == "person"]
    if place:
        assert figure.place == place


def test_a_place_is_described_with_all_that_contain_it() -> None:
    entities = {e.id: e for e in read(article_from_text("Floods in Porto Alegre displaced 3,000 families.")).entities}
    assert entities["place/porto-alegre-brazil"].part_of == ("place/rio-grande-do-sul-brazil", "place/brazil")
    assert entities["place/rio-grande-do-sul-brazil"].part_of == ("place/brazil",)
    assert "place/brazil" in entities


def test_a_capital_that_announces_is_its_government_and_a_city_otherwise() -> None:
    reading = read(article_from_text("Pyongyang announced on Monday that floods killed 40 farmers in Pyongyang."))
    [statement] = reading.statements
    [figure] = reading.figures
    assert (statement.speaker, figure.place) == ("agent/north-korea", "place/pyongyang")
