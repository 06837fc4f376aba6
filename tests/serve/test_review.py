"""A review: decisions are recorded, survive another reading of the same text, measure the reader and become gold."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import NamedNode
from starlette.testclient import TestClient

from sayso.model import to_quads
from sayso.namespaces import DEFAULT_BASE
from sayso.read.reading import Figure, Reading, Statement
from sayso.serve.application import make_app
from sayso.serve.engine import Limits, LocalBackend
from sayso.serve.review.keeper import Keeper
from sayso.serve.site import Site
from sayso.store import Dataset, Entry
from sayso.store.reference import reference_graphs
from sayso.validate import validate

ROOT = Path(__file__).parents[2]
SCORER = Path(os.environ.get("SAYSO_CORPORA", ROOT.parent / "shared" / "corpora")).parent / "score" / "score.py"
LIMITS = Limits(seconds=5, megabytes=5, memory=1024, workers=1)
Post = Callable[..., str]


def put(folder: Path, reading: Reading) -> None:
    """Store what was read, in place of what was read before."""
    with Dataset.open(folder, write=True) as dataset:
        dataset.set_reference({"ontology": reference_graphs(dataset.iris)["ontology"]})
        entry = Entry("/news/ferry.txt", "ferry.txt", reading.article.key, "0", "0")
        dataset.put(entry, to_quads(reading, dataset.iris))


@contextmanager
def serving(folder: Path, token: str = "", host: str = "http://127.0.0.1:8000") -> Iterator[TestClient]:
    site = Site(LocalBackend(folder, DEFAULT_BASE, LIMITS), LIMITS, "sayso", "Ada Roe", Keeper(token))
    with TestClient(make_app(site), base_url=host) as client:
        yield client


def mark_of(html: str) -> str:
    return re.findall(r'name="mark" value="(\w+)"', html)[0]


def decide(client: TestClient, key: str, action: str, part: str = "", **fields: str) -> str:
    """Send a form of the page; the page that comes back."""
    mark = mark_of(client.get(f"/review/{key}").text)
    answer = client.post(f"/review/{key}", data={"mark": mark, "action": action, "part": part, **fields})
    assert answer.status_code == 200, answer.text
    return answer.text


@pytest.fixture
def folder(tmp_path: Path, reading: Reading) -> Path:
    put(tmp_path / "store", reading)
    return tmp_path / "store"


def test_decisions_are_records_with_author_date_and_reason(folder: Path, reading: Reading) -> None:
    key, text = reading.article.key, reading.article.text
    with serving(folder) as client:
        decide(client, key, "confirm", "s0")
        decide(client, key, "reject", "s80", reason="a song")
        html = decide(
            client,
            key,
            "correct",
            "f48",
            content="40 people",
            what="missing",
            low="40",
            high="40",
            bound="exactly",
            chain="Coast Guard",
        )
        assert "0 undecided" in html
        rows = client.get("/questions/which-reviews-are-there.json").json()["results"]["bindings"]
    assert [(r["outcome"]["value"], r["by"]["value"]) for r in rows] == [
        ("confirmed", "Ada Roe"),
        ("rejected", "Ada Roe"),
        ("corrected", "Ada Roe"),
    ]
    assert rows[1]["reason"]["value"] == "a song"
    right = json.loads(rows[2]["should_read_as"]["value"])
    assert text[slice(*right["content"][0])] == "40 people" and right["what"] == "missing"
    with Dataset.open(folder) as dataset:
        recorded = list(dataset.quads([NamedNode(dataset.iris.graph("review"))]))
        article = list(dataset.quads([NamedNode(dataset.iris.article_graph(key))]))
    report = validate([*recorded, *article], text)
    assert report.focus_nodes["Review"] == 3 and not report.findings


def test_a_review_is_honest_about_what_it_does_not_know_and_then_measures(folder: Path, reading: Reading) -> None:
    key = reading.article.key
    with serving(folder) as client:
        decide(client, key, "confirm", "s0")
        assert "No article has been reviewed in full" in client.get("/review").text
        assert decide_status(client, key, "complete") == 400
        decide(client, key, "reject", "s80")
        decide(
            client,
            key,
            "miss",
            kind="statement",
            source="she",
            cue="added",
            content="We mourn",
            chain="Ana Ruiz",
            manner="direct",
        )
        decide(client, key, "confirm-rest")
        html = decide(client, key, "complete")
        assert "Reviewed in full by Ada Roe" in html
        overview = client.get("/review").text
    assert re.search(r"statements.*?100 %.*?\(2 of 2\).*?100 %.*?\(2 of 2\)", overview, re.DOTALL)


def decide_status(client: TestClient, key: str, action: str, **fields: str) -> int:
    mark = mark_of(client.get(f"/review/{key}").text)
    return client.post(f"/review/{key}", data={"mark": mark, "action": action, **fields}).status_code


def test_a_rejected_and_a_missed_one_cost_the_reader(folder: Path, reading: Reading) -> None:
    key = reading.article.key
    with serving(folder) as client:
        decide(client, key, "reject", "s80")
        decide(client, key, "miss", kind="figure", content="drowned", what="wounded", low="2", high="2")
        decide(client, key, "confirm-rest")
        decide(client, key, "complete")
        overview = client.get("/review").text
    assert re.search(r"statements.*?50 %.*?\(1 of 2\).*?100 %.*?\(1 of 1\)", overview, re.DOTALL)
    assert re.search(r"figures.*?100 %.*?\(1 of 1\).*?50 %.*?\(1 of 2\)", overview, re.DOTALL)


def test_decisions_survive_another_reading_and_say_when_they_no_longer_apply(folder: Path, reading: Reading) -> None:
    key, text = reading.article.key, reading.article.text
    with serving(folder) as client:
        decide(client, key, "confirm", "s0")
        decide(client, key, "reject", "s80")
        decide(client, key, "confirm", "f48")
        decide(client, key, "miss", kind="figure", content="drowned", what="wounded", low="2", high="2")
    first = reading.statements[0]
    at = text.index("drowned")
    later = replace(
        reading,
        statements=(replace(first, id="s9", relays=None),),
        figures=(Figure("f88", (at, at + 7), "wounded", 2, 2, "exactly"),),
    )
    put(folder, later)
    with serving(folder) as client:
        html = client.get(f"/review/{key}").text
        assert re.search(r'id="s9" class="decided is-confirmed"', html), "found again under another name"
        assert "settled: the reader no longer finds it" in html
        assert "settled: the reader now says so itself" in html
        assert "no longer applicable: the reader no longer finds anything there" in html
        assert re.search(r"<td>1</td><td></td>", client.get("/review").text.replace("\n", ""))


def test_the_gold_has_the_form_that_scores_readers(folder: Path, reading: Reading) -> None:
    key, text = reading.article.key, reading.article.text
    with serving(folder) as client:
        decide(client, key, "confirm-rest")
        decide(client, key, "complete")
        gold = client.get("/review/gold.json").json()
    (article,) = gold["articles"].values()
    assert article["file"] == "ferry.txt"
    told = article["attributions"][0]
    assert [text[slice(*told[role])] for role in ("source", "cue", "content")] == [
        "Minister Ana Ruiz",
        "said",
        "at least 40 people had drowned",
    ]
    assert told["chain"] == ["Ana Ruiz", "Coast Guard"]
    assert article["figures"] == [
        {
            "evidence": [text.index("at least"), text.index(" had drowned")],
            "kind": "killed",
            "low": 40,
            "high": None,
            "qualifier": "at-least",
            "root": ["Ana Ruiz", "Coast Guard"],
        }
    ]
    sample = json.loads((Path(__file__).parents[2] / "sample" / "gold.json").read_text(encoding="utf-8"))
    shaped = next(iter(sample["articles"].values()))
    assert set(shaped) <= set(article) and set(shaped["attributions"][0]) <= set(told)


@pytest.mark.skipif(not SCORER.exists(), reason="score.py is no part of the repository; see scripts/measure_reading.py")
@pytest.mark.parametrize(("rejected", "f1"), [("", 100.0), ("s80", 66.7)])
def test_score_py_reads_the_gold(folder: Path, reading: Reading, tmp_path: Path, rejected: str, f1: float) -> None:
    key = reading.article.key
    with serving(folder) as client:
        if rejected:
            decide(client, key, "reject", rejected)
        decide(client, key, "confirm-rest")
        decide(client, key, "complete")
        (tmp_path / "gold.json").write_text(client.get("/review/gold.json").text, encoding="utf-8")
    (tmp_path / "ferry.txt").write_text(reading.article.text, encoding="utf-8")
    (tmp_path / "readings.jsonl").write_text(json.dumps(reading.to_json()) + "\n", encoding="utf-8")
    command = [sys.executable, SCORER, "statements", tmp_path / "readings.jsonl", "--gold", tmp_path / "gold.json"]
    done = subprocess.run(
        [*map(str, command), "--text", str(tmp_path), "--json"], capture_output=True, text=True, check=True
    )
    scores = json.loads(done.stdout)
    assert {scores[m][2] for m in ("source span", "cue span", "content span", "who said what", "kept")} == {f1}


def test_what_was_decided_can_be_taken_back(folder: Path, reading: Reading) -> None:
    key = reading.article.key
    with serving(folder) as client:
        decide(client, key, "reject", "s80")
        html = decide(client, key, "withdraw", standing="0")
        assert "3 undecided" in html
        decide(client, key, "confirm-rest")
        decide(client, key, "complete")
        assert "Reviewed in full" not in decide(client, key, "reopen")


@pytest.mark.parametrize(
    ("action", "fields", "told"),
    [
        ("correct", {"part": "s0", "content": "5-999"}, "does not lie in the text"),
        ("correct", {"part": "s0", "content": "e"}, "times in the text"),
        ("correct", {"part": "f48", "content": "0-5", "what": "killed", "low": "many"}, "is no number"),
        ("correct", {"part": "f48", "content": "0-5"}, "what the figure counts"),
        ("confirm", {"part": "s999"}, "no such thing"),
        ("miss", {"kind": "statement"}, "select them"),
        ("dance", {}, "no such thing"),
    ],
)
def test_a_decision_that_makes_no_sense_is_told(
    folder: Path, reading: Reading, action: str, fields: dict[str, str], told: str
) -> None:
    with serving(folder) as client:
        key = reading.article.key
        mark = mark_of(client.get(f"/review/{key}").text)
        answer = client.post(f"/review/{key}", data={"mark": mark, "action": action, **fields})
        assert answer.status_code == 400
        assert told in re.findall(r'role="alert">(.*?)</p>', answer.text)[0]


def test_no_other_site_can_decide(folder: Path, reading: Reading) -> None:
    key = reading.article.key
    with serving(folder) as client:
        mark = mark_of(client.get(f"/review/{key}").text)
        assert client.post(f"/review/{key}", data={"action": "confirm", "part": "s0"}).status_code == 403
        client.cookies.clear()
        assert client.post(f"/review/{key}", data={"mark": mark, "action": "confirm", "part": "s0"}).status_code == 403
        assert "access-control-allow-origin" not in client.get("/review").headers
        assert "SameSite=strict" in client.get("/review").headers["set-cookie"]
    with serving(folder, host="http://attacker.example:8000") as client:
        assert client.get("/review").status_code == 403


def test_away_from_this_machine_a_token_is_needed(folder: Path) -> None:
    with serving(folder, token="letmein", host="http://news.example") as client:
        assert client.get("/review").status_code == 401
        assert client.post("/review/login", data={"token": "guess"}).status_code == 401
        assert "You decide as" in client.post("/review/login", data={"token": "letmein"}).text
        assert client.get("/review").status_code == 200


def test_nobody_reviews_where_nobody_was_named(client: TestClient) -> None:
    assert client.get("/review").status_code == 404
    assert client.post("/review/a1", data={"action": "confirm"}).status_code == 404


def test_two_names_are_judged_one_by_a_person(folder: Path, reading: Reading) -> None:
    other = Reading(replace(reading.article, title="Later", text=reading.article.text.replace("Ruiz", "Ruis")))
    entity = replace(reading.entities[0], id="agent/ana-ruis", label="Ana Ruis")
    statement = Statement("s0", reading.statements[0].source, (), reading.statements[0].content, "agent/ana-ruis")
    with Dataset.open(folder, write=True) as dataset:
        read = replace(other, statements=(statement,), entities=(entity,))
        dataset.put(Entry("/b", "b", read.article.key, "0", "0"), to_quads(read, dataset.iris))
    with serving(folder) as client:
        mark = mark_of(client.get(f"/review/{reading.article.key}").text)
        data = {
            "mark": mark,
            "one": "agent/ana-ruiz",
            "other": "agent/ana-ruis",
            "verdict": "same",
            "reason": "one minister",
        }
        answer = client.post("/review/same", data=data, follow_redirects=False)
        assert answer.status_code == 303, answer.text
        ask = "ASK { GRAPH <graph/decisions> { ?d <https://w3id.org/sayso/ns#judgedBy> 'Ada Roe' } }"
        assert client.get("/sparql", params={"query": ask}).json()["boolean"] is True
