"""Validation of one article: what it counts, what it finds, and what it says about it."""

import pickle
from dataclasses import replace

import pytest
from pyoxigraph import Quad

from sayso.ingest.article import Article
from sayso.model import to_quads
from sayso.namespaces import DataIris, term
from sayso.read.reading import Entity, Figure, Reading, Role, Statement
from sayso.validate import Finding, Report, validate

TEXT = "Captain Ruth Adams said that about 40 passengers were hurt. 🚢 She thanked the crew."


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


@pytest.fixture
def reading() -> Reading:
    article = Article("ferry.txt", TEXT, ((0, len(TEXT)),), title="Ferry hits pier", published="2024-05-04")
    statement = Statement(
        "s0",
        (span("Ruth Adams"),),
        (span("said"),),
        (span("about 40 passengers were hurt"),),
        "agent/ruth-adams",
        origin="named",
    )
    figure = Figure("f21", span("about 40 passengers"), "wounded", 40, 40, "about", statement="s0")
    mentions = (span("Ruth Adams"), span("She"))
    return Reading(
        article,
        (statement,),
        (figure,),
        (Entity("agent/ruth-adams", "Person", "Ruth Adams", (Role("Captain", span("Captain")),), mentions),),
    )


def without(quads: list[Quad], predicate: str) -> list[Quad]:
    left = [quad for quad in quads if quad.predicate.value != term(predicate)]
    assert len(left) < len(quads)
    return left


def test_a_sound_article_conforms_and_says_how_much_was_looked_at(reading: Reading) -> None:
    report = validate(to_quads(reading, DataIris()), TEXT)
    assert report.findings == () and report.conforms
    counted = {name: count for name, count in report.focus_nodes.items() if count}
    assert counted == {
        "Agent": 1, "Article": 1, "Claim": 2, "Evidence": 6, "Figure": 1, "Mention": 2,
        "Position": 6, "Quote": 6, "Role": 1, "Statement": 1,
    }  # fmt: skip
    assert report.focus_nodes["Place"] == 0


def test_a_finding_names_the_article_the_words_and_the_reason(reading: Reading) -> None:
    report = validate(without(to_quads(reading, DataIris()), "sayso:stance"), TEXT)
    assert not report.conforms
    (finding,) = report.violations
    assert (finding.severity, finding.shape, finding.path) == ("violation", "Statement-stance", "sayso:stance")
    assert finding.words == "about 40 passengers were hurt"
    assert finding.title == "Ferry hits pier"
    assert finding.article == DataIris().article(reading.article.key)
    assert finding.focus == DataIris().part(reading.article.key, "s0")
    assert "needs one stance" in finding.message
    assert "“about 40 passengers were hurt”" in str(finding)


def test_nothing_to_look_at_is_a_violation() -> None:
    report = validate([], "")
    assert [finding.shape for finding in report.violations] == ["Article"]
    assert set(report.focus_nodes.values()) == {0}


def test_a_text_that_has_shifted_is_found_at_every_span(reading: Reading) -> None:
    report = validate(to_quads(reading, DataIris()), " " + TEXT)
    found = [finding.shape for finding in report.violations]
    assert found.count("Evidence-slice") == 6 and found.count("Article-text") == 2


def test_offsets_count_code_points(reading: Reading) -> None:
    crew = Entity("agent/crew", "Organization", "the crew", mentions=(span("the crew"),))
    after_the_emoji = replace(reading, entities=(*reading.entities, crew))
    assert validate(to_quads(after_the_emoji, DataIris()), TEXT).conforms


def test_a_span_beyond_the_text_is_a_violation(reading: Reading) -> None:
    quads = to_quads(reading, DataIris())
    shortened = validate(quads, TEXT[:10])
    assert "no stretch of a text of 10 characters" in next(
        f.message for f in shortened.violations if f.shape == "Evidence-slice"
    )


def test_a_warning_is_found_and_does_not_keep_the_article_out(reading: Reading) -> None:
    hedged = replace(reading.statements[0], certainty="likely")
    report = validate(to_quads(replace(reading, statements=(hedged,)), DataIris()), TEXT)
    assert [(finding.severity, finding.shape) for finding in report.findings] == [("warning", "Statement-hedged")]
    assert report.conforms


def test_the_same_graph_gives_the_same_report_in_any_order(reading: Reading) -> None:
    quads = without(to_quads(reading, DataIris()), "sayso:reportedIn")
    assert validate(quads, TEXT) == validate(quads[::-1], TEXT)
    assert len(validate(quads, TEXT).findings) > 3


def test_reports_add_up_and_travel_between_processes() -> None:
    finding = Finding("violation", "Claim-words", "urn:c", "A claim needs its words.")
    whole = Report((finding,), {"Claim": 2}) + Report((), {"Article": 1, "Claim": 1})
    assert whole.violations == (finding,) and dict(whole.focus_nodes) == {"Article": 1, "Claim": 3}
    assert pickle.loads(pickle.dumps(whole)) == whole
    assert whole + Report() == whole
