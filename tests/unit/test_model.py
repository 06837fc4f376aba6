"""A Reading becomes quads that say the same, with evidence that slices to its words."""

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from sayso.model import to_quads
from sayso.model.terms import date_literal, node, number_literal, web_address
from sayso.namespaces import DataIris
from sayso.read.reading import Reading

IRIS = DataIris("https://data.example/")


def objects(quads: list[Quad], subject: str, predicate: str) -> set[str]:
    return {q.object.value for q in quads if q.subject.value.endswith(subject) and q.predicate == node(predicate)}


def test_the_chain_is_two_statements_that_make_the_same_claims(reading: Reading) -> None:
    quads = to_quads(reading, IRIS)
    assert {iri.rpartition("#")[2] for iri in objects(quads, "#s0", "sayso:relays")} == {"s0-1"}
    assert objects(quads, "#s0", "sayso:saidBy") == {"https://data.example/agent/ana-ruiz"}
    assert objects(quads, "#s0", "sayso:claims") == objects(quads, "#s0-1", "sayso:claims")
    assert len(objects(quads, "#s0-1", "sayso:claims")) == 2  # the words and the figure


def test_an_agent_known_by_a_part_of_a_name_belongs_to_its_article(reading: Reading) -> None:
    (speaker,) = objects(to_quads(reading, IRIS), "#s0-1", "sayso:saidBy")
    assert speaker == f"https://data.example/article/{reading.article.key}#coast-guard-26"


def test_an_open_end_has_no_triple_and_the_words_stay_as_printed(reading: Reading) -> None:
    quads = to_quads(reading, IRIS)
    assert objects(quads, "#f48", "sayso:low") == {"40"}
    assert objects(quads, "#f48", "sayso:high") == set()
    assert objects(quads, "#f48", "sayso:words") == {"at least 40 people"}


def test_every_quote_is_the_slice_at_its_position(reading: Reading) -> None:
    quads = to_quads(reading, IRIS)
    selectors = [q.subject.value for q in quads if q.object == node("oa:TextPositionSelector")]
    assert len(selectors) > 8
    for selector in selectors:
        (start,), (end,) = (objects(quads, selector, edge) for edge in ("oa:start", "oa:end"))
        (exact,) = objects(quads, selector.replace("#position", "#quote"), "oa:exact")
        assert exact == reading.article.text[int(start) : int(end)]


def test_no_blank_nodes_and_the_text_in_a_graph_of_its_own(reading: Reading) -> None:
    quads = to_quads(reading, IRIS)
    assert not [q for q in quads if isinstance(q.subject, BlankNode) or isinstance(q.object, BlankNode)]
    graphs = {q.graph_name.value for q in quads if q.predicate == node("schema:articleBody")}
    assert graphs == {IRIS.text_graph(reading.article.key)}
    assert Literal(reading.article.text) in {q.object for q in quads}


def test_the_same_reading_gives_the_same_quads_in_the_same_order(reading: Reading) -> None:
    assert to_quads(reading, IRIS) == to_quads(reading, IRIS) == sorted(to_quads(reading, IRIS), key=str)


def test_dates_are_as_precise_as_they_are_printed() -> None:
    names = [date_literal(iso).datatype.value.rpartition("#")[2] for iso in ("2024", "2024-05", "2024-05-03")]
    assert names == ["gYear", "gYearMonth", "date"]
    assert date_literal("2024-05-03T09:30:00+00:00").datatype.value.endswith("dateTime")


def test_numbers_never_come_in_exponent_form() -> None:
    assert [number_literal(n).value for n in (1e6, 1.5e-7, 2.50)] == ["1000000", "0.00000015", "2.5"]


def test_a_web_address_with_forbidden_characters_is_encoded() -> None:
    assert web_address("https://news.example/a b|c") == NamedNode("https://news.example/a%20b%7Cc")
