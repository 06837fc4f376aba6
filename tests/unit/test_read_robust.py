"""Texts of every sort: short, shouted, foreign, without punctuation, written from right to left."""

import pytest

from sayso import read

GERMAN = "Der Minister sagte am Montag, die Straße zum Hafen sei wieder frei. " * 4
CHINESE = "王毅表示，双方应加强合作。外交部发言人在例行记者会上说，中方坚决反对。"
SAID = "The mayor, Ana Roe, said on Monday that 41 people had died."


@pytest.mark.parametrize("text", [GERMAN, CHINESE, "Министр заявил в понедельник, что погиб 41 человек. " * 4])
def test_another_language_is_told(text: str) -> None:
    assert any("English" in warning for warning in read(text).warnings)


@pytest.mark.parametrize(
    "text", [SAID, SAID.upper(), SAID * 5, "Hello", "", "41", SAID.replace(",", "").replace(".", "")]
)
def test_english_is_read_without_a_word_about_it(text: str) -> None:
    assert read(text).warnings == ()


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (SAID, "Ana Roe"),
        (SAID.upper(), "ANA ROE"),
        (SAID.replace(" said", "\r\n said").replace("\r\n", " "), "Ana Roe"),
        ("Storm\r\n\r\n" + SAID + "\r\n", "Ana Roe"),
        ("😀 " + SAID.replace("Ana Roe", "Zoe\u0301 Roe\u0301") + " 👩‍👩‍👧‍👦", "Zoe\u0301 Roe\u0301"),
        (SAID.replace("Ana Roe", "محمد علي"), "محمد علي"),
        (SAID.replace("The mayor, Ana Roe,", "דנה לוי"), "דנה לוי"),
    ],
)
def test_the_source_is_sliced_whole(text: str, source: str) -> None:
    reading = read(text)
    sources = [text[a:b] for s in reading.statements for a, b in s.source if s.act == "speech"]
    assert any(source in printed for printed in sources)


def test_many_turns_are_read_in_time_that_grows_with_them() -> None:
    reading = read("Q: Who?\nA: No.\n" * 300)
    assert len(reading.statements) == 600
