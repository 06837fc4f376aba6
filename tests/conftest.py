"""What several tests need: a small article read by hand, and where the measuring corpora may lie."""

import importlib.util
import os
from pathlib import Path
from types import ModuleType

import pytest

from sayso.ingest.article import Article
from sayso.model import to_quads
from sayso.read.reading import Entity, Figure, Reading, Role, Statement
from sayso.store import Dataset, Entry

ROOT = Path(__file__).resolve().parent.parent
TEXT = "Minister Ana Ruiz, citing the Coast Guard, said at least 40 people had drowned. “We mourn,” she added."


def span(words: str, text: str = TEXT) -> tuple[int, int]:
    """The one place in the text where these words stand."""
    assert text.count(words) == 1, words
    return text.index(words), text.index(words) + len(words)


@pytest.fixture
def article() -> Article:
    return Article(
        "ferry.txt", TEXT, ((0, len(TEXT)),), title="Ferry sinks", published="2024-05-03", publisher="The Quay"
    )


@pytest.fixture
def reading(article: Article) -> Reading:
    """Read by hand: a chain of two, a figure, and a direct quotation."""
    content = (span("at least 40 people had drowned"),)
    minister, guard = (span("Minister Ana Ruiz"),), (span("the Coast Guard"),)
    return Reading(
        article,
        statements=(
            Statement("s0", minister, (span("said"),), content, "agent/ana-ruiz", relays="s0-1", origin="named"),
            Statement("s0-1", guard, (span("citing"),), content, "mention/coast-guard-26", origin="named"),
            Statement(
                "s80", (span("she"),), (span("added"),), (span("“We mourn,”"),), "agent/ana-ruiz", manner="direct"
            ),
        ),
        figures=(Figure("f48", span("at least 40 people"), "killed", 40, None, "at-least", statement="s0"),),
        entities=(
            Entity(
                "agent/ana-ruiz",
                "Person",
                "Ana Ruiz",
                (Role("Minister", span("Minister")),),
                (span("Ana Ruiz"), span("she")),
            ),
            Entity("mention/coast-guard-26", "Organization", "Coast Guard", (), (span("Coast Guard"),)),
        ),
    )


@pytest.fixture
def dataset(reading: Reading) -> Dataset:
    """A dataset in memory that holds what was read by hand."""
    made = Dataset.in_memory()
    made.put(Entry("/news/ferry.txt", "ferry.txt", reading.article.key, "", "hand"), to_quads(reading, made.iris))
    return made


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The folder of the measuring corpora; the test is skipped where it is absent."""
    folder = Path(os.environ.get("SAYSO_CORPORA", ROOT.parent / "shared" / "corpora"))
    if not folder.is_dir():
        pytest.skip(f"the measuring corpora are not at {folder}; set SAYSO_CORPORA to where they are")
    return folder


@pytest.fixture(scope="session")
def make_gold() -> ModuleType:
    """scripts/make_gold.py, which finds the words of hand-made gold in its texts."""
    spec = importlib.util.spec_from_file_location("make_gold", ROOT / "scripts" / "make_gold.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
