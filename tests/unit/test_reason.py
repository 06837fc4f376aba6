"""What follows: the root of a chain of any depth, and part-of over several steps."""

from pyoxigraph import RdfFormat, Store

from sayso.namespaces import PREFIXES, DataIris
from sayso.reason import infer

IRIS = DataIris("https://x.example/")
TURTLE = "".join(f"@prefix {p}: <{iri}> .\n" for p, iri in PREFIXES.items())


def store(trig: str) -> Store:
    filled = Store()
    filled.load(TURTLE + trig, RdfFormat.TRIG, base_iri=IRIS.base)
    return filled


def inferred(trig: str, predicate: str) -> set[tuple[str, str]]:
    quads = infer(store(trig), IRIS)
    local = lambda iri: iri.removeprefix(IRIS.base)  # noqa: E731
    return {(local(q.subject.value), local(q.object.value)) for q in quads if q.predicate.value.endswith(predicate)}


CHAIN = """<graph/article/1> {
  <a#1> a sayso:Statement ; sayso:saidBy <agent/outlet> ; sayso:relays <a#2> .
  <a#2> a sayso:Statement ; sayso:saidBy <agent/governor> ; sayso:relays <a#3> .
  <a#3> a sayso:Statement ; sayso:saidBy <agent/team> .
}"""


def test_the_root_source_is_the_last_speaker_of_the_chain() -> None:
    assert inferred(CHAIN, "rootSource") == {("a#1", "agent/team"), ("a#2", "agent/team"), ("a#3", "agent/team")}


def test_a_loop_of_relays_has_no_root() -> None:
    loop = "<graph/article/1> { <a#1> a sayso:Statement ; sayso:saidBy <agent/x> ; sayso:relays <a#1> }"
    assert inferred(loop, "rootSource") == set()


def test_part_of_is_transitive_across_graphs_and_says_nothing_new_about_what_is_asserted() -> None:
    places = "<g/1> { <p/village> sayso:partOf <p/district> } <g/2> { <p/district> sayso:partOf <p/country> }"
    assert inferred(places, "partOf") == {("p/village", "p/country")}


def test_inferring_twice_gives_the_same() -> None:
    filled = store(CHAIN)
    first = infer(filled, IRIS)
    filled.extend(first)
    assert infer(filled, IRIS) == first != []
