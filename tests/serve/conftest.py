"""A small store, served in this process: four invented articles, and one more with its text and hostile names."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat
from starlette.testclient import TestClient

from sayso.ingest.article import Article
from sayso.model import to_quads
from sayso.namespaces import DEFAULT_BASE, DataIris
from sayso.read.reading import Entity, Figure, Reading, Role, Statement
from sayso.serve.application import make_app
from sayso.serve.engine import Limits, LocalBackend
from sayso.serve.site import Site
from sayso.store import Dataset
from sayso.store.reference import reference_graphs

HARBOUR = Path(__file__).parent.parent / "queries" / "data" / "harbour.trig"
SCRIPT = "<script>alert(1)</script>"
LIMITS = Limits(seconds=2.0, megabytes=1, memory=1024, workers=1, waiting=200)


def hostile_reading() -> Reading:
    """An article whose every word tries to leave its place on the page."""
    text = f"{SCRIPT} \"'><img src=x onerror=alert(2)> said 7 </p> people 😀 fell."
    article = Article("evil.txt", text, ((0, len(text)),), title=f"{SCRIPT} & more", publisher='"><b>Evil</b>')
    speaker = "agent/evil"
    content = ((text.index("7 <"), len(text)),)
    return Reading(
        article,
        statements=(
            Statement("s0", ((0, len(SCRIPT)),), ((text.index("said"), text.index("said") + 4),), content, speaker),
        ),
        figures=(Figure("f9", (text.index("7 <"), text.index(" fell")), "killed", 7, 7, "exactly", statement="s0"),),
        entities=(
            Entity(speaker, "Person", SCRIPT, (Role("javascript:alert(3)", (0, len(SCRIPT))),), ((0, len(SCRIPT)),)),
        ),
    )


def plain_reading() -> Reading:
    """An article that gives a figure on nobody's word."""
    text = "A bridge fell in Eastport on Monday. 40 people were hurt in the fall."
    article = Article(
        "bridge.txt", text, ((0, len(text)),), title="Bridge falls", published="2030-07-01", publisher="Bay"
    )
    return Reading(article, figures=(Figure("f37", (37, 56), "wounded", 40, 40, "exactly"),))


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("served") / "store"
    with Dataset.open(folder, write=True) as dataset:
        dataset.store.load(path=str(HARBOUR), format=RdfFormat.TRIG)
        dataset.store.extend(reference_graphs(DataIris(DEFAULT_BASE))["ontology"])
        dataset.store.extend(to_quads(hostile_reading(), dataset.iris))
        dataset.store.extend(to_quads(plain_reading(), dataset.iris))
    return folder


@pytest.fixture(scope="session")
def client(store: Path) -> Iterator[TestClient]:
    site = Site(LocalBackend(store, DEFAULT_BASE, LIMITS), LIMITS)
    with TestClient(make_app(site), base_url="http://127.0.0.1:8000", raise_server_exceptions=True) as client:
        yield client


@pytest.fixture(scope="session")
def evil_key() -> str:
    return hostile_reading().article.key
