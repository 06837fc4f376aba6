"""The ontology under HermiT, a complete OWL 2 DL reasoner: consistent, and no class that nothing can be of.

Needs owlready2 (``pip install 'sayso[reasoner]'``), which brings HermiT along, and Java.
"""

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, parse, serialize

from sayso.model import to_quads
from sayso.namespaces import DataIris, term
from sayso.read.articles import read_articles
from sayso.read.reading import Reading
from sayso.resources import resource
from sayso.store.reference import ontology_files

owlready2 = pytest.importorskip("owlready2", reason="owlready2 is not installed: pip install 'sayso[reasoner]'")
if shutil.which("java") is None:
    pytest.skip("HermiT needs Java, which is not installed", allow_module_level=True)

BASE = "https://x.example/"
IMPORTS = term("owl:imports")


def ontology() -> list[Quad]:
    return [q for file in ontology_files() for q in turtle(file) if q.predicate.value != IMPORTS]


def turtle(file: Path) -> Iterable[Quad]:
    return parse(path=str(file), format=RdfFormat.TURTLE, base_iri=BASE, rename_blank_nodes=True)


def examples() -> list[Quad]:
    return [q for file in sorted(resource("ontology/examples").glob("*.ttl")) for q in turtle(file)]


def sample() -> list[Quad]:
    readings = [r for r in read_articles([str(resource("sample/articles"))]) if isinstance(r, Reading)]
    return [q for reading in readings for q in to_quads(reading, DataIris(BASE))]


def unsatisfiable(quads: Iterable[Quad], folder: Path) -> list[str]:
    """The classes that nothing can be of. Raises OwlReadyInconsistentOntologyError."""
    file = folder / "whole.nt"
    file.write_bytes(serialize([q.triple for q in quads], format=RdfFormat.N_TRIPLES) or b"")
    world = owlready2.World()
    world.get_ontology(file.as_uri()).load()
    owlready2.sync_reasoner(world, infer_property_values=False, debug=0, ignore_unsupported_datatypes=True)
    return sorted(class_.iri for class_ in world.inconsistent_classes())


def test_the_ontology_is_consistent_and_every_class_can_have_members(tmp_path: Path) -> None:
    assert unsatisfiable(ontology(), tmp_path) == []


def test_the_examples_and_the_sample_are_consistent_with_it(tmp_path: Path) -> None:
    facts = [*examples(), *sample()]
    assert len(facts) > 10_000
    assert unsatisfiable([*ontology(), *facts], tmp_path) == []


def test_a_contradiction_would_be_noticed(tmp_path: Path) -> None:
    both = NamedNode(BASE + "both")
    wrong = [Quad(both, NamedNode(term("rdf:type")), NamedNode(term(c))) for c in ("sayso:Claim", "sayso:Statement")]
    with pytest.raises(owlready2.OwlReadyInconsistentOntologyError):
        unsatisfiable([*ontology(), *wrong], tmp_path)


def test_a_class_that_nothing_can_be_of_would_be_noticed(tmp_path: Path) -> None:
    empty, wider = NamedNode(BASE + "Empty"), NamedNode(term("rdfs:subClassOf"))
    wrong = [Quad(empty, wider, NamedNode(term(c))) for c in ("sayso:Claim", "sayso:Statement")]
    wrong.append(Quad(empty, NamedNode(term("rdf:type")), NamedNode(term("owl:Class"))))
    assert str(empty.value) in unsatisfiable([*ontology(), *wrong], tmp_path)


def test_the_owl_api_finds_nothing_outside_owl_2_rl_and_dl(tmp_path: Path) -> None:
    if shutil.which("javac") is None:
        pytest.skip("the OWL API's profile checker is called from Java source, which needs a JDK")
    file = tmp_path / "whole.ttl"
    file.write_bytes(serialize([q.triple for q in ontology()], format=RdfFormat.TURTLE) or b"")
    hermit = Path(owlready2.__file__).parent / "hermit" / "HermiT.jar"
    checker = Path(__file__).parent.parent / "data" / "java" / "Profile.java"
    done = subprocess.run(["java", "-cp", hermit, checker, file], capture_output=True, text=True, check=True)
    *violations, counted = done.stdout.splitlines()
    assert violations == []
    assert int(counted.split()[0]) > 100
