"""What we write is read alike by parsers of other houses: the same quads, term for term."""

from collections.abc import Callable
from typing import Any

import pytest
from pyoxigraph import DefaultGraph, Quad, RdfFormat, parse

pytestmark = pytest.mark.interop

QUAD_FORMATS = ("trig", "nquads")
FORMATS = ("turtle", *QUAD_FORMATS)
OXIGRAPH = {
    "turtle": RdfFormat.TURTLE,
    "trig": RdfFormat.TRIG,
    "nquads": RdfFormat.N_QUADS,
    "jsonld": RdfFormat.JSON_LD,
}


def expected(exported: Any, form: str) -> set[Quad]:
    """The quads of the dataset; Turtle has no graphs, so there all lie in the default one."""
    if form != "turtle":
        return set(exported.quads)
    return {Quad(q.subject, q.predicate, q.object, DefaultGraph()) for q in exported.quads}


def quads(nquads: str) -> set[Quad]:
    return set(parse(nquads.encode(), format=RdfFormat.N_QUADS))


@pytest.mark.parametrize("form", [*OXIGRAPH])
def test_oxigraph(exported: Any, form: str) -> None:
    assert set(parse(path=str(exported.file(form)), format=OXIGRAPH[form])) == expected(exported, form)


@pytest.mark.parametrize("form", FORMATS)
def test_raptor(exported: Any, program: Callable[[str, str], str], run: Any, form: str) -> None:
    rapper = program("rapper", "raptor2-utils")
    assert quads(run(rapper, "-q", "-i", form, "-o", "nquads", exported.file(form))) == expected(exported, form)


@pytest.mark.parametrize("form", FORMATS)
def test_serd(exported: Any, program: Callable[[str, str], str], run: Any, form: str) -> None:
    serdi = program("serdi", "serdi")
    assert quads(run(serdi, "-i", form, "-o", "nquads", exported.file(form))) == expected(exported, form)


@pytest.mark.parametrize("form", FORMATS)
def test_n3_js(exported: Any, node: Any, form: str) -> None:
    assert quads(node("parse.cjs", form, exported.file(form))) == expected(exported, form)


def test_jsonld_js(exported: Any, node: Any) -> None:
    assert quads(node("jsonld.cjs", exported.file("jsonld"))) == expected(exported, "jsonld")


@pytest.mark.parametrize("form", [*FORMATS, "jsonld"])
def test_jena(exported: Any, jena: Any, form: str) -> None:
    syntax = "jsonld10" if form == "jsonld" else form  # Debian lacks what its JSON-LD 1.1 needs; ours is 1.0 as well
    read = jena("riotcmd.riot", f"--syntax={syntax}", "--output=nquads", exported.file(form))
    assert quads(read) == expected(exported, form)
