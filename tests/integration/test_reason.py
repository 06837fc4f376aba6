"""``sayso reason`` on the store of the sample: the PROV view is there, and a contradiction is told."""

import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, QuerySolutions

from sayso.namespaces import term
from sayso.pipeline import build
from sayso.resources import resource
from sayso.store import Dataset

PROV_ALONE = """
PREFIX prov: <http://www.w3.org/ns/prov#>
SELECT ?said ?who ?first WHERE {
  ?said a prov:Entity ; prov:wasAttributedTo ?who ; prov:hadPrimarySource ?first .
  ?who a prov:Agent . ?first prov:wasAttributedTo ?origin .
}
"""


def reason(store: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sayso", "reason", "--store", str(store)]
    return subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = tmp_path_factory.mktemp("reason") / "store"
    with Dataset.open(store, write=True) as dataset:
        build([str(resource("sample/articles/03-example-wire.txt"))], dataset)
    return store


def test_a_client_that_knows_prov_alone_gets_speakers_and_primary_sources(folder: Path) -> None:
    with Dataset.open(folder) as dataset:
        rows = dataset.store.query(PROV_ALONE, use_default_graph_as_union=True)
        assert isinstance(rows, QuerySolutions)
        found = {str(row["said"]) for row in rows}
    assert found


def test_reasoning_again_gives_the_same_graph_and_counts_it(folder: Path) -> None:
    with Dataset.open(folder) as dataset:
        before = set(dataset.quads([NamedNode(dataset.iris.graph("inferred"))]))
    done = reason(folder)
    assert done.returncode == 0, done.stderr
    assert "prov:wasAttributedTo" in done.stdout and "0 contradictions" in done.stderr
    with Dataset.open(folder) as dataset:
        assert set(dataset.quads([NamedNode(dataset.iris.graph("inferred"))])) == before != set()


def test_a_contradiction_is_a_finding_and_the_exit_code_says_so(folder: Path) -> None:
    with Dataset.open(folder, write=True) as dataset:
        relays = NamedNode(term("sayso:relays"))
        link = next(dataset.store.quads_for_pattern(None, relays, None))
        back = Quad(link.object, relays, link.subject, link.graph_name)
        dataset.store.add(back)
    done = reason(folder)
    assert done.returncode == 1
    assert "violation: asymmetric-property at “" in done.stderr and "is a mistake" in done.stderr
    command = [sys.executable, "-m", "sayso", "validate", "--store", str(folder)]
    validated = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    assert validated.returncode == 1 and "asymmetric-property" in validated.stderr
    with Dataset.open(folder, write=True) as dataset:
        dataset.store.remove(back)
    assert reason(folder).returncode == 0
