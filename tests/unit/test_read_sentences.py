import pytest

from sayso.read.quotation import Quotation, manner, quotations
from sayso.read.sentences import paragraphs, sentences


def cut(text: str) -> list[str]:
    return [text[a:b] for a, b in sentences(text, [(0, len(text))])]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It rained. It snowed.", ["It rained.", "It snowed."]),
        ("The U.S. envoy met Gen. Roe at 5 p.m. in Rome.", ["The U.S. envoy met Gen. Roe at 5 p.m. in Rome."]),
        ("He lives in the U.S. The rest left.", ["He lives in the U.S.", "The rest left."]),
        ("“Why?” she asked. “No.” He left.", ["“Why?” she asked.", "“No.”", "He left."]),
        ("No. 5 won. No. That is all.", ["No. 5 won.", "No.", "That is all."]),
        ("One line\nAnother line", ["One line", "Another line"]),
        ("One.\r\n\r\nTwo.", ["One.", "Two."]),
        ("no punctuation at all", ["no punctuation at all"]),
        ("雨が降った。雪も降った。", ["雨が降った。", "雪も降った。"]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text: str, wanted: list[str]) -> None:
    assert cut(text) == wanted


def test_only_the_body_is_cut() -> None:
    text = "Menu. Story one. Share this."
    assert [text[a:b] for a, b in sentences(text, [(6, 16)])] == ["Story one."]


def test_a_hard_wrapped_paragraph_is_one() -> None:
    lines = [
        "The minister told the assembled reporters on Monday",
        "that the river had risen by two metres in the night",
    ]
    text = "\n".join(lines * 3) + "\n\nThe end."
    assert len(paragraphs(text, [(0, len(text))])) == 2


def test_no_sentence_is_endless() -> None:
    text = "word " * 4_000
    assert max(end - start for start, end in sentences(text, [(0, len(text))])) <= 4_000


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('He said "no" and "yes".', ['"no"', '"yes"']),
        ("It's the soldiers' fault, it isn't ours.", []),
        ("She called it ‘a mess’ today.", ["‘a mess’"]),
        ("„Nein“, sagte er, «non», dit-elle.", ["„Nein“", "«non»"]),
        ("“He said ‘go’ and left,” she said.", ["“He said ‘go’ and left,”"]),
        ("He said “we will not go. And then he left.", ["“we will not go."]),
    ],
)
def test_quotations_of_every_style(text: str, wanted: list[str]) -> None:
    assert [text[q.start : q.end] for q in quotations(text, [(0, len(text))])] == wanted


def test_a_quotation_reopened_in_the_next_paragraph_stays_open() -> None:
    text = "“First part.\n“Second part,” he said."
    found = quotations(text, paragraphs(text, [(0, len(text))]))
    assert [(text[q.start : q.end], q.closed) for q in found] == [("“First part.", False), ("“Second part,”", True)]


def test_manner_follows_the_quotation_marks() -> None:
    text = "“Yes,” he said, and it was “good” news."
    quoted = [Quotation(0, 6), Quotation(27, 33)]
    assert manner(((0, 6),), quoted, text) == "direct"
    assert manner(((20, 38),), quoted, text) == "mixed"
    assert manner(((7, 14),), quoted, text) == "indirect"
