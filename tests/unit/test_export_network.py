"""The network: outlets publish articles, articles quote sources, sources relay one another."""

import io
from collections.abc import Callable, Sequence
from typing import IO

import networkx
import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from sayso.export.network import network, write_gexf, write_graphml
from sayso.namespaces import term
from sayso.store import Dataset

Write = Callable[[Store, Sequence[NamedNode], IO[bytes]], None]


def edges(made: "networkx.DiGraph[str]") -> set[tuple[str, str, str, int, int]]:
    labels = networkx.get_node_attributes(made, "label")
    return {
        (labels[a], edge["relation"], labels[b], edge["statements"], edge["articles"])
        for a, b, edge in made.edges(data=True)
    }


EXPECTED = {
    ("The Quay", "publishes", "Ferry sinks", 0, 1),
    ("Ferry sinks", "quotes", "Ana Ruiz", 2, 1),
    ("Ana Ruiz", "relays", "Coast Guard", 1, 1),
}


def test_who_publishes_quotes_and_relays_whom(dataset: Dataset) -> None:
    made = network(dataset.store, dataset.exported_graphs())
    assert edges(made) == EXPECTED
    types = {node["label"]: node["type"] for _, node in made.nodes(data=True)}
    assert types == {
        "The Quay": "Outlet",
        "Ferry sinks": "NewsArticle",
        "Ana Ruiz": "Person",
        "Coast Guard": "Organization",
    }


@pytest.mark.parametrize(("write", "read"), [(write_graphml, networkx.read_graphml), (write_gexf, networkx.read_gexf)])
def test_networkx_reads_back_what_was_written(
    dataset: Dataset, write: Write, read: "Callable[[IO[bytes]], networkx.DiGraph[str]]"
) -> None:
    out = io.BytesIO()
    write(dataset.store, dataset.exported_graphs(), out)
    made = read(io.BytesIO(out.getvalue()))
    assert edges(made) == EXPECTED
    assert {node["iri"] for _, node in made.nodes(data=True)} == set(network(dataset.store, dataset.exported_graphs()))


@pytest.mark.parametrize("write", [write_graphml, write_gexf])
def test_a_name_that_xml_cannot_hold_is_cleaned_and_no_clock_is_written(dataset: Dataset, write: Write) -> None:
    name, ana = NamedNode(term("schema:name")), NamedNode(dataset.iris.base + "agent/ana-ruiz")
    (quad,) = dataset.store.quads_for_pattern(ana, name, None, None)
    dataset.store.remove(quad)
    dataset.store.add(Quad(ana, name, Literal('Ana\x00 <Ruiz> & "Co"\x0b'), quad.graph_name))
    out = io.BytesIO()
    write(dataset.store, dataset.exported_graphs(), out)
    assert b"Ana &lt;Ruiz&gt; &amp; " in out.getvalue()
    assert b"date=" not in out.getvalue()
