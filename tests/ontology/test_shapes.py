"""The shapes: every example conforms, and every rule has a broken file that fails for that rule and no other."""

import re
from pathlib import Path

import pyshacl
import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse
from rdflib import RDF, SH, Graph, URIRef
from rdflib.collection import Collection
from rdflib.namespace import SKOS

from sayso.namespaces import PREFIXES, term
from sayso.resources import resource
from sayso.validate import validate
from sayso.validate.graphs import to_graph
from sayso.validate.shapes import NAMESPACE, Shapes

ONTOLOGY = resource("ontology")
EXAMPLES = sorted((ONTOLOGY / "examples").glob("*.ttl"))
BROKEN = sorted((Path(__file__).parent.parent / "data" / "broken").glob("*.ttl"))
BESIDE_SHACL = {"Article", "Article-text", "Evidence-slice", "Figure-words", "Node-type"}
SHAPES = Graph()
for _file in sorted((ONTOLOGY / "shapes").glob("*.ttl")):
    SHAPES.parse(_file)


def rules() -> set[str]:
    """The names of all shapes that carry a message of their own."""
    return {str(shape).removeprefix(NAMESPACE) for shape in SHAPES.subjects(SH.message)}


def load(file: Path) -> tuple[list[Quad], str]:
    """The quads of a file and the text of its article."""
    quads = list(parse(path=str(file), format=RdfFormat.TURTLE, base_iri="https://example.org/"))
    texts = [
        q.object.value
        for q in quads
        if q.predicate.value == term("schema:articleBody") and isinstance(q.object, Literal)
    ]
    assert len(texts) == 1
    return quads, texts[0]


def test_there_are_examples_broken_files_and_rules() -> None:
    assert EXAMPLES and BROKEN and rules()


def test_every_rule_has_its_broken_file() -> None:
    assert {file.stem for file in BROKEN} == rules() | BESIDE_SHACL


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_an_example_conforms(file: Path) -> None:
    report = validate(*load(file))
    assert report.findings == ()
    assert report.focus_nodes["Article"] == 1


def test_every_shape_looks_at_some_example() -> None:
    counts = [validate(*load(file)).focus_nodes for file in EXAMPLES]
    assert {name: max(count[name] for count in counts) > 0 for name in counts[0]} == dict.fromkeys(counts[0], True)


@pytest.mark.parametrize("file", BROKEN, ids=lambda file: file.stem)
def test_a_broken_file_fails_for_its_rule_and_no_other(file: Path) -> None:
    report = validate(*load(file))
    assert {finding.shape for finding in report.findings} == {file.stem}


def test_every_message_is_a_sentence_that_says_why() -> None:
    messages = [str(message) for message in SHAPES.objects(None, SH.message)]
    assert messages
    assert [m for m in messages if not re.fullmatch(r"[A-Z][^.]{50,}\.", m)] == []


def test_no_shape_is_blank_and_every_rule_has_a_severity() -> None:
    for shape in (*SHAPES.subjects(SH.path), *SHAPES.objects(None, SH.property)):
        assert isinstance(shape, URIRef)
    assert all(SHAPES.value(shape, SH.severity) for shape in SHAPES.subjects(SH.message))


@pytest.mark.parametrize("name", ["act", "basis", "bound", "certainty", "manner", "origin", "stance"])
def test_a_shape_allows_the_concepts_of_its_vocabulary(name: str) -> None:
    vocabulary = Graph().parse(ONTOLOGY / "vocabularies" / f"{name}.ttl")
    path = URIRef(PREFIXES["sayso"] + name)
    named = [s for s in SHAPES.subjects(SH.path, path) if SHAPES.value(s, SH.message)]
    assert len(named) == 1
    allowed = SHAPES.value(named[0], SH["in"])
    assert allowed is not None
    assert set(Collection(SHAPES, allowed)) == set(vocabulary.subjects(RDF.type, SKOS.Concept))


@pytest.mark.parametrize("name", ["kind", "unit"])
def test_a_vocabulary_that_users_extend_is_known_by_its_scheme(name: str, tmp_path: Path) -> None:
    own = tmp_path / "own.ttl"
    own.write_text(
        f"<https://x.example/own> <{SKOS.inScheme}> <{PREFIXES[name]}> ; a <{SKOS.Concept}> .", encoding="utf-8"
    )
    quads, text = load(ONTOLOGY / "examples" / "figure.ttl")
    predicate, concept = term(f"sayso:{name}"), NamedNode("https://x.example/own")
    changed = [Quad(q.subject, q.predicate, concept if q.predicate.value == predicate else q.object) for q in quads]
    assert {f.shape for f in validate(changed, text).findings} == {f"Figure-{name}"}
    assert validate(changed, text, Shapes.shipped((own,))).findings == ()


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_an_example_has_no_blank_node(file: Path) -> None:
    assert all(isinstance(q.subject, NamedNode) and isinstance(q.object, NamedNode | Literal) for q in load(file)[0])


@pytest.mark.parametrize("file", [f for f in BROKEN if f.stem not in BESIDE_SHACL], ids=lambda file: file.stem)
def test_the_findings_are_those_of_a_plain_run_of_pyshacl(file: Path) -> None:
    quads, text = load(file)
    graph = Graph()
    for triple in to_graph(quads, Shapes.shipped().hierarchy):
        graph.add(triple)
    _, results, _ = pyshacl.validate(graph, shacl_graph=SHAPES)
    assert isinstance(results, Graph)
    plain = {
        (str(results.value(r, SH.sourceShape)).removeprefix(NAMESPACE), str(results.value(r, SH.focusNode)))
        for r in results.objects(None, SH.result)
    }
    assert plain == {(finding.shape, finding.focus) for finding in validate(quads, text).findings}
