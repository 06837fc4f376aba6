"""A model's quotes are found where they stand, and nowhere else."""

import pytest

from sayso.ingest.article import Article
from sayso.read.attribution import Attribution
from sayso.read.served.answer import MalformedError, Quoted, parse
from sayso.read.served.passages import Passage, passages
from sayso.read.served.placing import Placed, place
from sayso.read.served.prompt import INSTRUCTIONS
from sayso.read.served.quotes import Words
from sayso.read.served.server import Server


def placed(text: str, *statements: Quoted) -> Placed:
    return place(Passage.of(text, [(0, len(text))]), statements)


def shown(text: str, found: Attribution) -> tuple[str, str, str]:
    source, cue, content = (" / ".join(text[a:b] for a, b in role) for role in (found.source, found.cue, found.content))
    return source, cue, content


@pytest.mark.parametrize(
    ("text", "quote", "found"),
    [
        ("The bridge is closed.", "bridge is", ["bridge is"]),
        ("The bridge\n  is closed.", "The bridge is", ["The bridge\n  is"]),
        ("“We tried,” she said.", '"We tried,"', ["“We tried,”"]),
        ("“We tried,” she said.", "We tried,", ["We tried,"]),
        ("It isn’t so.", "isn't", ["isn’t"]),
        ("He called it «a farce».", "called it a farce.", ["called it «a farce»."]),
        ("No, no, no.", "no", ["no", "no"]),
        ("The others left.", "he", []),
        ("The bridge is closed.", "The bridge is open", []),
        ("The bridge is closed.", "the bridge", []),
        ("A cafe\u0301 burned.", "A cafe", []),
        ("Ministry: 5,000 displaced", ":", [":"]),
        ("“” .", "“”", []),
        ("他说桥已关闭。", "桥已关闭", ["桥已关闭"]),
    ],
)
def test_where_a_quote_stands(text: str, quote: str, found: list[str]) -> None:
    assert [text[a:b] for a, b in Words(text).occurrences(quote)] == found


def test_of_several_places_the_one_is_taken_that_stands_with_the_rest() -> None:
    text = "Ana said no. Bo and Ana said yes. “It rained,” Bo said."
    outcome = placed(text, Quoted(("Bo",), ("said",), ("“It rained,”",)))
    assert [a.start for a in outcome.attributions] == [34]
    assert outcome.attributions[0].source == ((47, 49),)


def test_what_is_said_twice_alike_is_found_twice_in_order() -> None:
    text = "“No,” he said. Rain fell on the town. “No,” he said."
    said = Quoted(("he",), ("said",), ("“No,”",))
    assert [a.content for a in placed(text, said, said).attributions] == [((0, 5),), ((38, 43),)]


def test_an_interrupted_content_has_two_spans() -> None:
    text = "“We tried,” Ruiz said, “and we failed.” Then “we failed” again."
    outcome = placed(text, Quoted(("Ruiz",), ("said",), ("“We tried,”", "“and we failed.”")))
    assert shown(text, outcome.attributions[0]) == ("Ruiz", "said", "“We tried,” / “and we failed.”")


@pytest.mark.parametrize(
    ("statement", "missing", "dropped", "left"),
    [
        (Quoted(("The mayor",), ("claimed",), ("it rained",)), 1, 0, ("The mayor", "", "it rained")),
        (Quoted(("A minister",), ("said",), ("it rained",)), 1, 1, None),
        (Quoted(("The mayor",), ("said",), ("it snowed",)), 1, 1, None),
        (Quoted(("The mayor",), ("said",), ("it rained", "and snowed")), 1, 0, ("The mayor", "said", "it rained")),
        (Quoted(("The mayor",), ("said",), ()), 0, 1, None),
        (Quoted((), (), ("it rained",)), 0, 0, ("", "", "it rained")),
    ],
)
def test_what_is_not_in_the_text_is_counted_and_never_guessed(
    statement: Quoted, missing: int, dropped: int, left: tuple[str, str, str] | None
) -> None:
    text = "The mayor said it rained."
    outcome = placed(text, statement)
    assert (outcome.missing, outcome.dropped) == (missing, dropped)
    assert [shown(text, a) for a in outcome.attributions] == ([left] if left else [])


def test_a_quote_that_runs_over_an_advert_leaves_the_advert_out() -> None:
    text = "Ana said it rained. Buy now! It also snowed."
    passage = Passage.of(text, [(0, 19), (29, 44)])
    [found] = place(passage, [Quoted(("Ana",), ("said",), ("it rained. It also snowed.",))]).attributions
    assert shown(text, found) == ("Ana", "said", "it rained. / It also snowed.")


def test_passages_are_cut_between_paragraphs_and_inside_one_between_sentences() -> None:
    text = "One is here.\n\nTwo is here.\n\nThree is here. Four is here.\n\nAn advert."
    article = Article("-", text, ((0, 56),))
    cut = [[text[a:b] for a, b in passage.pieces] for passage in passages(article, longest=26)]
    assert cut == [["One is here.", "Two is here."], ["Three is here."], ["Four is here."]]


def test_half_a_surrogate_pair_can_be_sent_and_moves_no_offset() -> None:
    passage = Passage.of("\ud83d Ana said no.", [(0, 14)])
    assert passage.text.encode() and passage.text[2:5] == "Ana"


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "[]",
        "{",
        "}{",
        '{"statements": {}}',
        '{"statements": ["x"]}',
        '{"statements": [{"content": [1]}]}',
        "[" * 9999,
        '{"a":' * 9999 + "}",
    ],
)
def test_a_malformed_answer_says_what_is_wrong(answer: str) -> None:
    with pytest.raises(MalformedError, match=r"^(it|a statement|a role) "):
        parse(answer)


def test_an_answer_is_read_in_the_forms_that_models_give() -> None:
    fenced = '```json\n{"statements": [{"source": null, "cue": "said", "content": ["a", " "], "act": "other"}]}\n```'
    assert parse(fenced) == [Quoted((), ("said",), ("a",), "speech")]


def test_the_example_in_the_instructions_is_well_formed() -> None:
    assert parse(INSTRUCTIONS.split("nothing else:\n")[1].split("\nIf there")[0])[0].cue == ("said",)


def test_a_key_is_never_shown() -> None:
    server = Server("http://user:word@host:8000/v1?token=abc", "small", "secret-key-1")
    assert "secret" not in repr(server) and server.hide("key secret-key-1") == "key [key]"
    assert server.host == "host:8000"
    assert Server("http://host", "small", "none").hide("none of it") == "none of it"
