"""Who is meant: names, titles, acronyms, descriptions, pronouns, and chains, in small made-up articles."""

from pathlib import Path

import pytest

from sayso.ingest.article import Article
from sayso.read import read
from sayso.read.gazetteer import Gazetteer, gazetteer_from
from sayso.read.reading import Entity, Reading, Statement
from sayso.read.rules import RuleAttributor

KNOWN = """
@prefix schema: <https://schema.org/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix sayso: <https://w3id.org/sayso/ns#> .
<agent/norland> a sayso:Government ; schema:name "Norland" ; sayso:demonym "Norlandic" ;
    sayso:country <place/norland> ; sayso:seat <place/nordby> .
<agent/sudland> a sayso:Government ; schema:name "Sudland" ; sayso:demonym "Sudlandic" ; sayso:country <place/sudland> .
<place/norland> a schema:Place ; schema:name "Norland" .
<place/sudland> a schema:Place ; schema:name "Sudland" .
<place/nordby> a schema:Place ; schema:name "Nordby" ; sayso:partOf <place/norland> .
<agent/ministry-of-defence-norland> a schema:Organization ; schema:name "Ministry of Defence (Norland)" ;
    sayso:country <place/norland> ; sayso:bodyKind "defence ministry", "ministry" ;
    skos:altLabel "Norlandic Ministry of Defence" ; schema:sameAs <https://example.org/q1> .
<agent/ministry-of-defence-sudland> a schema:Organization ; schema:name "Ministry of Defence (Sudland)" ;
    sayso:country <place/sudland> ; sayso:bodyKind "defence ministry", "ministry" .
<agent/northern-watch-service> a schema:Organization ; schema:name "Northern Watch Service" ; skos:altLabel "NWS" ;
    sayso:country <place/norland> ; sayso:bodyKind "intelligence service", "spy agency" .
"""


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    path: Path = tmp_path_factory.mktemp("gazetteer") / "known.ttl"
    path.write_text(KNOWN, encoding="utf-8")
    return gazetteer_from([path])


def told(text: str, gazetteer: Gazetteer) -> Reading:
    """Read with attributions by rule, which are exact on texts this short: the speakers are what is tested."""
    return read(Article("-", text, ((0, len(text)),)), gazetteer, RuleAttributor())


def speakers(text: str, gazetteer: Gazetteer) -> list[str | None]:
    return [s.speaker for s in told(text, gazetteer).statements]


def entity(reading: Reading, name: str) -> Entity:
    [found] = [e for e in reading.entities if e.id == name]
    return found


def roles(reading: Reading, name: str) -> list[str]:
    return [role.words for role in entity(reading, name).roles]


def test_a_role_in_capitals_and_in_small_letters_is_one(gazetteer: Gazetteer) -> None:
    text = "Norland's Foreign Minister Ana Roe left. Ana Roe, the foreign minister, said that all was well."
    assert roles(read(Article("-", text, ((0, len(text)),)), gazetteer), "agent/ana-roe") == ["Foreign Minister"]


def test_a_person_keeps_titles_as_roles_and_is_found_by_surname(gazetteer: Gazetteer) -> None:
    text = "Army spokesperson Major General Ana Roe said it rained. Roe added that it was cold. She said no."
    reading = told(text, gazetteer)
    assert [s.speaker for s in reading.statements] == ["agent/ana-roe"] * 3
    assert roles(reading, "agent/ana-roe") == ["Army spokesperson", "Major General"]


def test_an_apposition_is_a_role(gazetteer: Gazetteer) -> None:
    reading = told("MP Bo Li-park, a member of the harbour committee, said it rained. Li-park said no.", gazetteer)
    assert roles(reading, "agent/bo-li-park") == ["MP", "member of the harbour committee"]
    assert len(reading.statements) == 2


def test_a_family_name_put_first_is_the_same_person(gazetteer: Gazetteer) -> None:
    assert speakers("Lawmaker Hwang Da-som said it rained. Hwang said no.", gazetteer) == ["agent/hwang-da-som"] * 2


@pytest.mark.parametrize("name", ["Conor O’Neill-Núñez", "Ngũgĩ wa Thiong’o", "Μαρία Παπαδοπούλου", "José de la Cruz"])
def test_names_of_any_form(name: str, gazetteer: Gazetteer) -> None:
    reading = told(f"Minister {name} said it rained.", gazetteer)
    [statement] = reading.statements
    assert statement.speaker is not None and statement.speaker.startswith("agent/")
    assert entity(reading, statement.speaker).label == name


def test_an_acronym_in_brackets_names_the_same_body(gazetteer: Gazetteer) -> None:
    text = "The Harbour Rescue Institute (HRI) said it rained. The HRI said no. The institute said yes."
    assert speakers(text, gazetteer) == ["agent/harbour-rescue-institute"] * 3


def test_bodies_of_one_kind_from_two_countries_stay_apart(gazetteer: Gazetteer) -> None:
    text = "Norland's defence ministry said it won. The Sudlandic defence ministry said it won. The ministry said no."
    norland, sudland, last = speakers(text, gazetteer)
    assert (norland, sudland) == ("agent/ministry-of-defence-norland", "agent/ministry-of-defence-sudland")
    assert last == sudland


def test_a_body_unknown_to_the_gazetteer_carries_its_country(gazetteer: Gazetteer) -> None:
    text = "Norland's Health Ministry said it won. Sudland's Health Ministry said it won."
    assert speakers(text, gazetteer) == ["agent/health-ministry-norland", "agent/health-ministry-sudland"]


def test_a_country_and_the_kind_of_body_lead_to_the_gazetteer(gazetteer: Gazetteer) -> None:
    text = "Norland's spy agency said it rained. Norlandic intelligence said no."
    assert speakers(text, gazetteer) == ["agent/northern-watch-service"] * 2


def test_a_capital_that_speaks_is_its_government(gazetteer: Gazetteer) -> None:
    reading = told("Nordby said it rained. It was cold in Nordby.", gazetteer)
    assert reading.statements[0].speaker == "agent/norland"
    assert entity(reading, "place/nordby").mentions == ((38, 44),)


def test_two_named_together_are_a_group_of_this_article(gazetteer: Gazetteer) -> None:
    [speaker] = speakers("Both Norland and Sudland said it rained.", gazetteer)
    assert speaker == "mention/both-norland-and-sudland-0"


@pytest.mark.parametrize("who", ["Officials", "Western analysts", "Two residents", "A source"])
def test_a_source_without_a_name_stays_with_its_mention(who: str, gazetteer: Gazetteer) -> None:
    reading = told(f"{who} said it rained.", gazetteer)
    [statement] = reading.statements
    assert statement.speaker is not None and statement.speaker.startswith("mention/") and statement.origin == "unnamed"
    assert entity(reading, statement.speaker).type == "UnnamedSource"


def test_a_bare_surname_is_bound_to_its_article(gazetteer: Gazetteer) -> None:
    assert speakers("Mr Okafor said it rained. Okafor said no.", gazetteer) == ["mention/okafor-3"] * 2


def test_the_official_goes_back_to_an_official(gazetteer: Gazetteer) -> None:
    first, second = speakers("A senior official said it rained. The official said no.", gazetteer)
    assert first == second


def test_a_lawmaker_named_later_is_that_lawmaker(gazetteer: Gazetteer) -> None:
    text = "It rained, a lawmaker said Monday.\nMP Ana Roe said it was cold."
    assert speakers(text, gazetteer) == ["agent/ana-roe"] * 2


def chain(reading: Reading) -> list[Statement]:
    by_id = {s.id: s for s in reading.statements}
    [first] = [s for s in reading.statements if s.relays]
    return [first, by_id[first.relays or ""]]


def test_citing_makes_a_chain_with_its_occasion(gazetteer: Gazetteer) -> None:
    text = "Citing a briefing by the Northern Watch Service (NWS), MP Ana Roe said that 40 people had fled."
    outer, inner = chain(told(text, gazetteer))
    assert (outer.speaker, inner.speaker) == ("agent/ana-roe", "agent/northern-watch-service")
    assert (inner.id, inner.occasion, inner.content) == (f"{outer.id}-1", "briefing", outer.content)
    assert outer.origin == "named"


def test_speech_within_speech_is_a_chain(gazetteer: Gazetteer) -> None:
    outer, inner = chain(told("Senator Ana Roe said aid workers had told her that the wells were dry.", gazetteer))
    assert outer.speaker == "agent/ana-roe" and outer.origin == "unnamed"
    assert inner.speaker is not None and inner.speaker.startswith("mention/aid-workers")


def test_a_chain_of_three_keeps_every_link(gazetteer: Gazetteer) -> None:
    text = "News agency Velp quoted the governor, Ana Roe, as saying that a field team had reported at least 41 dead."
    reading = told(text, gazetteer)
    by_id = {s.id: s for s in reading.statements}
    [velp] = [e.id for e in reading.entities if e.label == "Velp"]
    [first] = [s for s in reading.statements if s.speaker == velp]
    second = by_id[first.relays or ""]
    third = by_id[second.relays or ""]
    assert (second.speaker, third.relays, first.origin) == ("agent/ana-roe", None, "unnamed")
    assert third.speaker is not None and third.speaker.startswith("mention/a-field-team")


def test_who_quotes_behind_what_is_said_tells_all_of_it(gazetteer: Gazetteer) -> None:
    text = "The tunnel will stay shut until June, Channel Velp quoted the roads office as saying on Tuesday."
    outer, inner = chain(told(text, gazetteer))
    assert [text[slice(*span)] for span in outer.content] == ["The tunnel will stay shut until June"]
    assert inner.relays is None


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The firm denied that it knew.", "denies"),
        ("The firm confirmed that it knew.", "confirms"),
        ("The firm claimed that it knew.", "alleges"),
        ("The firm estimated that it lost 40 ships.", "estimates"),
        ("The firm warned that it would close.", "warns"),
        ("The firm declined to comment.", "declines"),
        ("The firm has neither confirmed nor denied the loss.", "declines"),
        ("The firm said that it knew.", "asserts"),
    ],
)
def test_stance_follows_the_cue(text: str, stance: str, gazetteer: Gazetteer) -> None:
    assert [s.stance for s in told(text, gazetteer).statements][-1] == stance


@pytest.mark.parametrize(
    ("hedge", "certainty"),
    [("highly likely", "highly-likely"), ("unlikely", "unlikely"), ("almost certain", "almost-certain")],
)
def test_a_hedge_gives_certainty_with_its_words(hedge: str, certainty: str, gazetteer: Gazetteer) -> None:
    text = f"The firm said it was {hedge} to close."
    [statement] = told(text, gazetteer).statements
    assert statement.certainty == certainty
    assert [text[a:b] for a, b in statement.hedge or ()] == [hedge]


def test_the_day_of_saying_is_read_against_the_day_of_publication(gazetteer: Gazetteer) -> None:
    text = "The firm said on Thursday that it knew."
    reading = read(Article("-", text, ((0, len(text)),), published="2024-05-03"), gazetteer)
    assert [s.said_on for s in reading.statements] == ["2024-05-02"]


def test_a_figure_belongs_to_the_innermost_statement(gazetteer: Gazetteer) -> None:
    reading = told("Forty ships left on Monday.\nMP Ana Roe said that at least 40 people had drowned.", gazetteer)
    carried = {f.kind: f.statement for f in reading.figures}
    assert carried["killed"] == reading.statements[0].id
    assert None in carried.values()
