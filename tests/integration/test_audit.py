"""The audit of the sample corpus as a user meets it: every planted case is found, and nothing else."""

import json
import re
import subprocess
import sys
import tomllib
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import NamedNode

from sayso.audit import Evidence, audit, look_at
from sayso.audit.selection import Selection
from sayso.audit.telling import Telling
from sayso.errors import QuestionError
from sayso.namespaces import term
from sayso.pipeline import Settings, build
from sayso.resources import resource
from sayso.store import Dataset

EXPECTED = tomllib.loads((Path(__file__).parent.parent / "data" / "audit" / "sample.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("audit") / "store"
    with Dataset.open(folder, write=True) as dataset:
        build([str(resource("sample/articles"))], dataset, settings=Settings(workers=1))
    return folder


@pytest.fixture(scope="module")
def evidence(store: Path) -> Evidence:
    with Dataset.open(store) as dataset:
        return look_at(dataset.store, dataset.iris)


def sayso(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sayso", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")


def told(evidence: Evidence, verdict: str) -> set[tuple[str, str]]:
    """The pairs with a verdict, each end as number and kind; of an altered one, its words and its outlet."""

    def end(telling: Telling) -> str:
        return f"{telling.amount} {telling.kind}"

    found = (c for c in evidence.compared.comparisons if c.verdict == verdict)
    if verdict == "alters":
        return {(end(c.left), f"{c.right.words}, {c.right.article.name}") for c in found}
    return {(end(c.left), end(c.right)) for c in found}


def pairs(case: dict[str, list[list[str]]], *names: str) -> set[tuple[str, ...]]:
    return {tuple(item) for name in names for item in case.get(name, [])}


@pytest.mark.parametrize("verdict", sorted(EXPECTED["verdicts"]))
def test_every_planted_case_is_found_and_nothing_else(evidence: Evidence, verdict: str) -> None:
    found, case = told(evidence, verdict), EXPECTED["verdicts"][verdict]
    assert pairs(case, "planted") - found == set()
    assert found - pairs(case, "planted", "true", "unread") == set()


def test_one_briefing_told_by_two_mouths_is_one_source(evidence: Evidence) -> None:
    told_of = [t for t in evidence.tellings if t.low == t.high == 4700 and t.kind == "casualties" and len(t.chain) > 1]
    assert {t.root.name for t in told_of} == {"National Intelligence Service (South Korea)"}


def test_wire_copy_is_seen(evidence: Evidence) -> None:
    outlets = {evidence.gathered.articles[iri].outlet for iri in evidence.copied}
    assert outlets == {"Port Alder Gazette", "Westbank Mirror"}


def test_unnamed_sources_of_two_articles_are_never_one(evidence: Evidence) -> None:
    keys = [(t.root.key, t.article.iri) for t in evidence.tellings if t.root.status == "unnamed"]
    assert keys and len({key for key, _ in keys}) == len(set(keys))


def test_roots_are_counted(evidence: Evidence) -> None:
    found = {(e.title, q.kind): q.summary for e in audit(evidence).events for q in e.questions}
    for case in EXPECTED["roots"]:
        assert found[case["event"], case["kind"]] == case["summary"]


def test_grave_findings_are_the_planted_ones_and_what_else_is_true(evidence: Evidence) -> None:
    found = {(f.rule, f.article.name, f.words) for f in audit(evidence).findings if f.severity != "low"}
    case = EXPECTED["findings"]
    assert pairs(case, "planted") - found == set()
    assert found - pairs(case, "planted", "true", "unread") == set()


def test_comparisons_are_in_a_graph_of_their_own(store: Path, evidence: Evidence) -> None:
    with Dataset.open(store) as dataset:
        graph = NamedNode(dataset.iris.graph("comparisons"))
        kind, class_ = NamedNode(term("rdf:type")), NamedNode(term("sayso:Comparison"))
        found = list(dataset.store.quads_for_pattern(None, kind, class_, graph))
    assert len(found) == len(evidence.comparisons) > len(evidence.claims) > 0


def test_a_denial_contradicts_what_it_denies(evidence: Evidence) -> None:
    denied = {(c.left.root.name, c.right.root.name) for c in evidence.claims if c.verdict == "contradicts"}
    assert ("Lena Fourcade", "ministry of health") in denied


def test_a_narrow_audit_keeps_its_verdicts(evidence: Evidence) -> None:
    found = audit(evidence, Selection(kind="killed", about="ferry"))
    assert [len(event.articles) for event in found.events] == [3]
    assert [c.verdict for c in found.events[0].comparisons].count("contradicts") == 1


def test_what_fits_nothing_is_named_with_what_is_near(evidence: Evidence) -> None:
    with pytest.raises(QuestionError, match="did you mean kursk"):
        audit(evidence, Selection(about="Kurks"))


def test_the_text_has_tables_verdicts_and_findings(store: Path) -> None:
    done = sayso("audit", "--store", store, "--about", "ferry")
    assert done.returncode == 1, done.stderr
    assert (
        "killed: 3 articles, 2 roots" in done.stdout and "contradicts" in done.stdout and "[118 people]" in done.stdout
    )
    assert sayso("audit", "--store", store, "--about", "ferry", "--severity", "none").returncode == 0


def test_a_misspelt_word_is_misuse(store: Path) -> None:
    done = sayso("audit", "--store", store, "--about", "Kurks")
    assert done.returncode == 2 and done.stdout == "" and done.stderr.count("\n") == 1


def schema_errors(value: Any, schema: dict[str, Any], root: dict[str, Any], path: str = "$") -> list[str]:
    """What a value lacks by the part of JSON Schema that the schema uses."""
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rpartition("/")[2]]
    kinds = {"object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "null": type(None)}
    allowed = schema.get("type", [])
    allowed = [allowed] if isinstance(allowed, str) else allowed
    if allowed and not any(isinstance(value, kinds[kind]) for kind in allowed):
        return [f"{path}: {value!r} is no {allowed}"]
    found = [f"{path}: {value!r} is not allowed"] if value not in schema.get("enum", [value]) else []
    if isinstance(value, dict):
        properties = schema.get("properties", {})
        found += [f"{path}: lacks {name}" for name in schema.get("required", ()) if name not in value]
        found += [f"{path}: {name} is not in the schema" for name in value if name not in properties]
        for name in value.keys() & properties.keys():
            found += schema_errors(value[name], properties[name], root, f"{path}.{name}")
    if isinstance(value, list):
        for n, item in enumerate(value):
            found += schema_errors(item, schema.get("items", {}), root, f"{path}[{n}]")
    return found


def test_the_json_fits_its_schema_and_is_the_same_every_time(store: Path) -> None:
    done = sayso("audit", "--store", store, "--format", "json", "--severity", "none")
    schema = json.loads(resource("ontology/audit.schema.json").read_text(encoding="utf-8"))
    assert schema_errors(json.loads(done.stdout), schema, schema) == []
    assert sayso("audit", "--store", store, "--format", "json", "--severity", "none").stdout == done.stdout


class Page(HTMLParser):
    """The addresses, links and tags of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if name in ("href", "src"):
                self.links.append(value or "")


def test_the_page_stands_alone_and_every_link_leads_to_a_sentence(store: Path) -> None:
    done = sayso("audit", "--store", store, "--format", "html", "--severity", "none")
    page = Page(done.stdout)
    assert len(page.ids) == len(set(page.ids))
    assert page.links and all(link.startswith("#") and link[1:] in page.ids for link in page.links)
    assert "script" not in page.tags and "link" not in page.tags and "img" not in page.tags
    assert page.tags.count("svg") >= 5 and page.tags.count("caption") == page.tags.count("table") > 5
    assert "url(" not in done.stdout and re.search(r'<html lang="en">', done.stdout)


def test_a_review_that_comes_late_and_starts_elsewhere_is_of_the_event_that_it_tells_of(evidence: Evidence) -> None:
    titles = Counter(telling.event for telling in evidence.tellings)
    largest = titles.most_common(1)[0][0]
    told = {telling.article.outlet for telling in evidence.tellings if telling.event == largest}
    assert "The Quayside Review" in told and len(told) >= 7
