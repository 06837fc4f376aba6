"""Tools that no one here wrote: found where ``make interop`` installs them, or the test is skipped with the reason."""

import io
import os
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad

from sayso.export import Format, export
from sayso.ingest.article import Article
from sayso.model import to_quads
from sayso.pipeline import build
from sayso.read.reading import Entity, Figure, Reading, Role, Statement
from sayso.resources import resource
from sayso.store import Dataset, Entry

HERE = Path(__file__).parent
JAVA = Path("/usr/share/java")
JENA_JARS = (
    "commons-cli", "commons-codec", "commons-compress", "commons-csv", "commons-io", "commons-lang3", "dexx",
    "gson", "guava", "failureaccess", "httpclient", "httpclient-cache", "httpcore", "jackson-annotations",
    "jackson-core", "jackson-databind", "jsonld-java", "jakarta.json-api", "protobuf", "slf4j-api",
    "slf4j-nop", "thrift", "titanium-json-ld",
)  # fmt: skip
Run = Callable[..., str]
AWKWARD = (
    "🛰️ “Nur 12½ %”, sagte Μαρία Παπαδοπούλου <b>\\u0041</b>; l'État « répond » : O’Neill & Søn\tquoted 李明.\r\n"
    "At least 2.5 tonnes were “lost”, \u202bقال المتحدث\u202c said."
)


@dataclass(frozen=True)
class Exported:
    """A dataset in files of every format, with the quads that they must hold."""

    dataset: Dataset
    folder: Path
    quads: frozenset[Quad]

    def file(self, form: str) -> Path:
        return self.folder / f"graph.{form}"


def run(*command: str | Path, timeout: float = 120, **options: object) -> str:
    """What a program prints; a failure shows what it complained of."""
    done = subprocess.run([*map(str, command)], capture_output=True, timeout=timeout, check=False, **options)  # type: ignore[call-overload]
    assert done.returncode == 0, done.stderr.decode(errors="replace")[-2000:]
    return str(done.stdout.decode("utf-8"))


@pytest.fixture(scope="session", name="run")
def _run() -> Run:
    return run


@pytest.fixture(scope="session")
def program() -> Callable[[str, str], str]:
    """Finds a program, or skips."""

    def find(name: str, package: str) -> str:
        found = shutil.which(name)
        if found is None:
            pytest.skip(f"{name} is not installed (Debian: {package}); run make interop")
        return found

    return find


@pytest.fixture(scope="session")
def node(program: Callable[[str, str], str]) -> Run:
    """Runs one of the scripts beside this file."""
    node_js = program("node", "nodejs")
    if not (HERE / "node" / "node_modules").is_dir():
        pytest.skip("the npm packages are not installed; run make interop")
    return lambda script, *arguments: run(node_js, HERE / "node" / script, *arguments)


@pytest.fixture(scope="session")
def jena(program: Callable[[str, str], str], tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Runs a command class of Apache Jena, as riotcmd.riot."""
    java = program("java", "default-jre-headless")
    core = JAVA / "jena-core.jar"
    if not core.exists():
        pytest.skip("Apache Jena is not installed (Debian: libapache-jena-java); run make interop")
    mended = tmp_path_factory.mktemp("jena")
    with zipfile.ZipFile(core) as jar:  # Debian moved these classes, and left the name by which they are looked up
        for name in (n for n in jar.namelist() if n.startswith("org/apache/jena/ext/xerces/") and n[-1] != "/"):
            target = mended / name.removeprefix("org/apache/jena/ext/")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(jar.read(name))
    jars = [path for path in sorted(JAVA.glob("jena-*.jar")) if not path.stem[-1].isdigit()]
    jars += [JAVA / f"{name}.jar" for name in JENA_JARS if (JAVA / f"{name}.jar").exists()]
    path = os.pathsep.join(map(str, [mended, *jars]))
    return lambda command, *arguments: run(java, "-cp", path, command, *arguments)


@pytest.fixture(scope="session")
def sample() -> Iterator[Dataset]:
    """The sample corpus, built in memory."""
    with Dataset.in_memory() as dataset:
        build([str(resource("sample") / "articles")], dataset)
        assert len(dataset.article_keys()) == 15
        yield dataset


@pytest.fixture(scope="session")
def awkward() -> Dataset:
    """One article, read by hand, of what breaks writers: scripts, quotes, markup, astral characters, line ends."""
    text = AWKWARD

    def span(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    article = Article(
        "awkward.txt",
        text,
        ((0, len(text)),),
        title='He said: "no\\way"\n<b>& more</b> 🛰️',
        published="2024",
        publisher="Ñandú & Søns’ “Post”",
        url="https://beispiel.example/straße?q=a%20b&c='d'",
    )
    said = (span("Nur 12½ %"),)
    maria = "agent/μαρια-παπαδοπουλου"
    statements = (
        Statement(
            "s0", (span("Μαρία Παπαδοπούλου"),), (span("sagte"),), said, "agent/μαρια-παπαδοπουλου", relays="s0-1"
        ),
        Statement("s0-1", (span("李明"),), (span("quoted"),), said, "agent/李明", certainty="likely"),
        Statement("s9", (), (span("said"),), (span("At least 2.5 tonnes were “lost”"),), None, origin="not stated"),
    )
    figures = (
        Figure(
            "f1",
            span("At least 2.5 tonnes"),
            "lost",
            2.5,
            None,
            "at-least",
            unit="tonne",
            as_of="2024-02",
            statement="s9",
        ),
    )
    entities = (
        Entity(maria, "Person", "Μαρία Παπαδοπούλου", (Role("l'État", span("l'État")),), (span("Μαρία Παπαδοπούλου"),)),
        Entity("agent/李明", "Person", '李明 "Bob" O’Neill\\', (), (span("李明"),)),
    )
    dataset = Dataset.in_memory("https://bücher.example/id/")
    reading = Reading(article, statements=statements, figures=figures, entities=entities)
    dataset.put(Entry("/a.txt", "a.txt", article.key, "", "hand"), to_quads(reading, dataset.iris))
    return dataset


@pytest.fixture(scope="session", params=["sample", "awkward"])
def exported(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Exported:
    """Both datasets, in files of every RDF format."""
    dataset: Dataset = request.getfixturevalue(request.param)
    return _write_all(dataset, tmp_path_factory.mktemp(request.param))


@pytest.fixture(scope="session")
def write_all() -> Callable[[Dataset, Path], Exported]:
    return _write_all


def _write_all(dataset: Dataset, folder: Path) -> Exported:
    graphs = dataset.exported_graphs()
    forms: tuple[Format, ...] = ("turtle", "trig", "nquads", "jsonld")
    for form in forms:
        out = io.BytesIO()
        export(dataset.store, form, out, graphs=graphs, base=dataset.iris.base)
        (folder / f"graph.{form}").write_bytes(out.getvalue())
    quads = frozenset(q for g in graphs for q in dataset.store.quads_for_pattern(None, None, None, g))
    assert len(quads) > 50 and all(isinstance(quad.graph_name, NamedNode) for quad in quads)
    return Exported(dataset, folder, quads)
