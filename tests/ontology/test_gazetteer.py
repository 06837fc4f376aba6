"""The gazetteer: every entry has one name, links lead to entries, and the Turtle is what the tables say."""

import subprocess
import sys

import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.namespace import SKOS

from sayso.namespaces import PREFIXES
from sayso.resources import resource

BASE = "https://example.org/"
SAYSO, SCHEMA = Namespace(PREFIXES["sayso"]), Namespace(PREFIXES["schema"])
FOLDER = resource("ontology") / "gazetteer"


@pytest.fixture(scope="module")
def gazetteer() -> Graph:
    graph = Graph()
    for file in sorted(FOLDER.glob("*.ttl")):
        graph.parse(file, publicID=BASE)
    assert len(graph)
    return graph


def test_every_entry_has_one_name(gazetteer: Graph) -> None:
    entries = set(gazetteer.subjects(RDF.type))
    assert entries
    assert [e for e in entries if len(list(gazetteer.objects(e, SCHEMA.name))) != 1] == []


def test_links_lead_to_entries(gazetteer: Graph) -> None:
    entries = set(gazetteer.subjects(RDF.type))
    links = [o for p in (SAYSO.country, SAYSO.seat, SAYSO.partOf) for o in gazetteer.objects(None, p)]
    assert links
    assert [link for link in links if link not in entries] == []


def test_a_state_is_a_government_and_a_place_with_a_seat(gazetteer: Graph) -> None:
    state, place = URIRef(BASE + "agent/south-korea"), URIRef(BASE + "place/south-korea")
    assert (state, SAYSO.country, place) in gazetteer
    assert (state, SAYSO.demonym, Literal("South Korean")) in gazetteer
    assert (gazetteer.value(state, SAYSO.seat), SCHEMA.name, Literal("Seoul")) in gazetteer
    assert str(gazetteer.value(place, SCHEMA.sameAs)).endswith("/country/KOR")


def test_there_is_an_entry_for_every_state(gazetteer: Graph) -> None:
    assert len(set(gazetteer.subjects(RDF.type, SCHEMA.Country))) == 197


def test_defence_ministries_of_two_states_are_two_agents(gazetteer: Graph) -> None:
    ministries = set(gazetteer.subjects(SAYSO.bodyKind, Literal("defence ministry")))
    assert len({gazetteer.value(m, SAYSO.country) for m in ministries}) == len(ministries) > 60


def test_a_name_that_several_agents_bear_is_an_acronym(gazetteer: Graph) -> None:
    bearers: dict[str, set[str]] = {}
    for predicate in (SCHEMA.name, SKOS.altLabel):
        for entry, name in gazetteer.subject_objects(predicate):
            if not str(entry).startswith(BASE + "place/"):
                bearers.setdefault(str(name), set()).add(str(entry))
    assert bearers
    assert [name for name, entries in bearers.items() if len(entries) > 1 and not name.isupper()] == []


def test_no_place_is_part_of_itself_however_far_up(gazetteer: Graph) -> None:
    for place, within in gazetteer.subject_objects(SAYSO.partOf):
        assert place not in set(gazetteer.transitive_objects(within, SAYSO.partOf)), place


def test_the_turtle_is_what_the_tables_say() -> None:
    script = FOLDER.parent.parent / "scripts" / "make_gazetteer.py"
    made = subprocess.run([sys.executable, script, "--check"], capture_output=True, text=True, check=False)
    assert (made.returncode, made.stdout) == (0, ""), made.stdout + made.stderr
