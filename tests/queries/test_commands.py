"""The commands query, questions and export, as a person types them."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pyoxigraph import RdfFormat, parse

from sayso.cli import cli
from sayso.namespaces import DEFAULT_BASE
from sayso.query import questions
from sayso.store import Dataset

HARBOUR = Path(__file__).parent / "data" / "harbour.trig"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("harbour") / "store"
    with Dataset.open(folder, write=True) as dataset:
        dataset.store.load(path=str(HARBOUR), format=RdfFormat.TRIG)
    return folder


def run(folder: Path, *words: str, width: int = 120) -> Result:
    return CliRunner(env={"COLUMNS": str(width), "SAYSO_STORE": str(folder)}).invoke(cli, words)


def test_a_table_fits_the_terminal_and_says_what_it_leaves_out(folder: Path) -> None:
    result = run(folder, "query", "figures-about-one-event", "--param", "about=soldiers")
    lines = result.stdout.splitlines()
    assert lines[0].split() == ["date", "words", "kind", "low", "high", "chain", "outlet", "headline"]
    assert lines[1].startswith("2030-05-01  about 600 soldiers   killed")
    assert max(map(len, lines)) <= 120
    assert "2 rows; not shown: article, figure (IRIs: use --format csv or json)" in result.stderr


def test_a_narrow_terminal_gets_one_record_below_the_other(folder: Path) -> None:
    result = run(folder, "query", "figures-of-a-kind-over-time", "--param", "kind=missing", width=70)
    assert "chain       Mayor Ruiz <- Eva Holm <- Oskar Lind" in result.stdout
    assert "figure      article/a4#f50" in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 70


def test_no_rows_is_said_on_stderr(folder: Path) -> None:
    result = run(folder, "query", "figures-about-one-event", "--param", "about=unicorns")
    assert (result.stdout, result.stderr.split(":")[0]) == ("", "no rows")


def test_csv_json_and_turtle_hold_the_same_rows(folder: Path) -> None:
    question = ("query", "who-relays-whom", "--format")
    rows = list(csv.DictReader(io.StringIO(run(folder, *question, "csv").stdout)))
    bindings = json.loads(run(folder, *question, "json").stdout)["results"]["bindings"]
    assert [row["relayer"] for row in rows] == ["Ana Berg", "Eva Holm", "Mayor Ruiz"]
    assert [{name: term["value"] for name, term in row.items()} for row in bindings] == rows
    turtle = parse(run(folder, *question, "ttl").stdout.encode(), format=RdfFormat.TURTLE)
    values = sorted(q.object.value for q in turtle if q.predicate.value.endswith("result-set#value"))
    assert values == sorted(value for row in rows for value in row.values())


def test_questions_lists_every_one_and_describes_one(folder: Path) -> None:
    listed = run(folder, "questions").stdout
    assert all(f"  {q.name} " in listed for q in questions())
    told = run(folder, "questions", "who-said-what-about").stdout
    assert (
        'sayso query who-said-what-about --param who="National Intelligence Service" --param about="soldiers"' in told
    )


def test_a_parameter_without_a_value_is_misuse(folder: Path) -> None:
    result = run(folder, "query", "who-denies-what", "--param", "about")
    assert result.exit_code == 2
    assert "write it as --param who=Lee" in result.stderr


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["query", "who-denies-what"], 0),
        (["query", "who-denies"], 2),
        (["query", "who-said-what-about"], 2),
        (["query", "attribution-as-prov", "--format", "csv"], 2),
        (["query", "who-denies-what", "--store", "nowhere"], 3),
    ],
)
def test_exit_codes(folder: Path, words: list[str], code: int) -> None:
    store = [] if "--store" in words else ["--store", str(folder)]
    program = "from sayso.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", program, *words, *store], capture_output=True, check=False, cwd=folder)
    assert done.returncode == code
    assert b"Traceback" not in done.stderr


def test_export_writes_a_file_and_leaves_no_part_behind(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "harbour.nq"
    result = run(folder, "export", "--format", "nquads", "--output", str(target))
    assert result.exit_code == 0
    graphs = {q.graph_name.value for q in parse(path=str(target), format=RdfFormat.N_QUADS)}
    records = {"judgements", "decisions", "identities", "review", "comparisons"}
    wanted = {f"article/a{n}" for n in (1, 2, 3, 4)} | records
    assert graphs == {f"{DEFAULT_BASE}graph/{name}" for name in wanted}, "the gazetteer is not exported"
    assert [path.name for path in tmp_path.iterdir()] == ["harbour.nq"]
    assert target.read_bytes() == run(folder, "export", "--format", "nquads").stdout_bytes
