"""Exports: the same graph comes back from every format, and the same graph gives the same bytes."""

import csv
import io
from typing import IO

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, parse
from rdflib.compare import isomorphic

from sayso.export import FORMATS, Format, export
from sayso.namespaces import DEFAULT_BASE, term

B = DEFAULT_BASE
QUADS: dict[str, RdfFormat] = {"trig": RdfFormat.TRIG, "nquads": RdfFormat.N_QUADS, "jsonld": RdfFormat.JSON_LD}
SMALL = f"""
@prefix sayso: <https://w3id.org/sayso/ns#> .
@prefix kind: <https://w3id.org/sayso/kind/> .
@prefix schema: <https://schema.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@base <{B}> .
<graph/article/a1> {{
  <article/a1> a schema:NewsArticle ; schema:headline "Ferry sinks" ; schema:datePublished "2030-05-02"^^xsd:date .
  <article/a1#s9> a sayso:Statement ; sayso:saidBy <agent/ana-berg> ; sayso:confidence 0.9 .
  <article/a1#s10> a sayso:Statement ; sayso:saidBy <agent/ana-berg> .
  <article/a1#f3> a sayso:Figure ; sayso:reportedIn <article/a1> ; sayso:words "40, or \\"so\\"" ; sayso:low 40 ;
    sayso:kind kind:killed .
  <agent/ana-berg> a schema:Person ; schema:name "Ana Berg" .
}}
<graph/article/a2> {{
  <article/a2> a schema:NewsArticle ; schema:headline "Later" .
  <agent/ana-berg> a schema:Person ; schema:name "Ana Berg" .
}}
<graph/gazetteer> {{ <agent/ana-berg> schema:alternateName "Берг"@ru }}
"""


def loaded(quads: IO[bytes] | str) -> Store:
    store = Store()
    store.load(quads if isinstance(quads, str) else quads.read(), format=RdfFormat.TRIG)
    return store


def written(store: Store, form: Format) -> bytes:
    out = io.BytesIO()
    graphs = [g for g in store.named_graphs() if isinstance(g, NamedNode)]
    export(store, form, out, graphs=graphs, base=B)
    return out.getvalue()


@pytest.fixture
def small() -> Store:
    return loaded(SMALL)


@pytest.mark.parametrize("form", sorted(QUADS))
def test_named_graphs_come_back(small: Store, form: Format) -> None:
    assert set(parse(written(small, form), format=QUADS[form])) == set(small)


def test_turtle_is_the_union_of_the_graphs_to_another_parser(small: Store) -> None:
    graph = rdflib.Graph().parse(data=written(small, "turtle"), format="turtle")
    expected = rdflib.Graph()
    for line in {str(quad.triple) + " .\n" for quad in small}:
        expected.parse(data=line, format="nt")
    assert len(graph) == 18
    assert isomorphic(graph, expected)


@pytest.mark.parametrize(("form", "name"), [("trig", "trig"), ("nquads", "nquads"), ("jsonld", "json-ld")])
def test_another_parser_reads_the_same_dataset(small: Store, form: Format, name: str) -> None:
    dataset = rdflib.Dataset().parse(data=written(small, form), format=name)
    assert isinstance(dataset, rdflib.Dataset)
    for graph in small.named_graphs():
        assert isinstance(graph, NamedNode)
        count = len(list(small.quads_for_pattern(None, None, None, graph)))
        assert len(dataset.graph(rdflib.URIRef(graph.value))) == count > 0


@pytest.mark.parametrize("form", FORMATS)
def test_bytes_do_not_depend_on_the_order_of_loading(small: Store, form: Format) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow", reason="the extra 'tables' is not installed")
    other = Store()
    for quad in sorted(small, key=str, reverse=True):
        other.add(quad)
    assert written(other, form) == written(small, form)


def test_turtle_reads_well(small: Store) -> None:
    text = written(small, "turtle").decode()
    assert f"# Ferry sinks, 2030-05-02\n@base <{B}article/a1> .\n\n<> a schema:NewsArticle ;\n    schema:head" in text
    assert text.index("<#s9> a") < text.index("<#s10> a") < text.index("<#f3> a") < text.index("# Later")
    assert "<#s9> a sayso:Statement ;\n    sayso:saidBy agent:ana-berg ;\n    sayso:confidence 0.9 ." in text
    assert 'sayso:words "40, or \\"so\\"" ;\n    sayso:kind kind:killed ;\n    sayso:low 40 .' in text
    assert text.count('schema:name "Ana Berg"') == 1, "what articles share stands once, at the end"
    assert text.index("# Later") < text.index("agent:ana-berg a schema:Person")


def test_a_new_link_moves_no_block(small: Store) -> None:
    before = written(small, "turtle").decode().split("\n\n")
    graph = NamedNode(B + "graph/article/a2")
    small.add(
        Quad(NamedNode(B + "article/a2"), NamedNode(term("schema:about")), NamedNode(B + "agent/ana-berg"), graph)
    )
    after = written(small, "turtle").decode().split("\n\n")
    assert len(before) == len(after)
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 1


def test_only_the_graphs_named_are_written(small: Store) -> None:
    out = io.BytesIO()
    export(small, "nquads", out, graphs=[NamedNode(B + "graph/gazetteer")], base=B)
    assert out.getvalue().decode().splitlines() == [
        f'<{B}agent/ana-berg> <https://schema.org/alternateName> "Берг"@ru <{B}graph/gazetteer> .'
    ]


def test_csv_has_one_row_a_figure(small: Store) -> None:
    rows = list(csv.DictReader(io.StringIO(written(small, "csv").decode())))
    assert [(row["figure"], row["words"], row["low"], row["high"], row["published"]) for row in rows] == [
        (f"{B}article/a1#f3", '40, or "so"', "40", "", "2030-05-02")
    ]


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
PIECES = [*"abé0-_.:/?'()~,;=@$&+*!", "%27", ".."]
LOCAL = st.lists(st.sampled_from(PIECES), max_size=8).map("".join)
IRI = st.builds(
    lambda path, fragment: B + path + fragment,
    LOCAL | st.just("article/a"),
    st.one_of(st.just(""), LOCAL.map(lambda f: "#" + f)),
)
OTHER_IRI = st.sampled_from(["https://schema.org/a.b", "https://schema.org/", "https://w3id.org/sayso/kind/1"])
LITERAL = st.one_of(
    TEXT.map(Literal),
    TEXT.map(lambda text: Literal(text, language="en")),
    st.tuples(
        st.sampled_from(["1", "-0", "+7", "1.", ".5", "1.50", "1e3", "x", "true"]),
        st.sampled_from(["xsd:integer", "xsd:decimal", "xsd:double", "xsd:boolean", "xsd:gYear"]),
    ).map(lambda pair: Literal(pair[0], datatype=NamedNode(term(pair[1])))),
)
NODE = st.one_of(IRI, OTHER_IRI).map(NamedNode)


@given(st.lists(st.tuples(NODE, NODE, st.one_of(NODE, LITERAL)), min_size=1, max_size=6))
def test_any_terms_come_back_from_every_format(triples: list[tuple[NamedNode, NamedNode, NamedNode | Literal]]) -> None:
    graphs = [NamedNode(B + "graph/gazetteer"), NamedNode(B + "graph/article/a")]
    store = Store()
    store.extend(Quad(*triple, graph) for triple in triples for graph in graphs)
    expected = set(store)
    for form in ("trig", "nquads", "jsonld"):
        assert set(parse(written(store, form), format=QUADS[form])) == expected, form  # type: ignore[arg-type]
    union = {quad.triple for quad in parse(written(store, "turtle"), format=RdfFormat.TURTLE)}
    assert union == {quad.triple for quad in expected}
