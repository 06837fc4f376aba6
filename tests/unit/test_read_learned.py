"""The learned reader: what it finds, that it is the same however it is asked, and what completes it."""

import pytest

from sayso.ingest.article import Article, Span
from sayso.read.attribution import Attribution
from sayso.read.learned import LearnedAttributor
from sayso.read.learned.attributor import shipped_model
from sayso.read.learned.completion import completed
from sayso.read.learned.telling import act_of

STORY = (
    "Bridge closed after flood\n\n"
    "The harbour authority said on Monday that two bridges would stay closed until the water falls.\n\n"
    "“We will not take the risk,” its director, Ana Roe, told reporters. “Nobody crosses.”\n\n"
    "According to the fire service, 40 people had to leave their homes. Shopkeepers want the road reopened.\n"
)


def attributions(text: str) -> list[Attribution]:
    return LearnedAttributor().attribute(Article("-", text, ((0, len(text)),)))


def printed(text: str, spans: tuple[Span, ...]) -> str:
    return " … ".join(text[start:end] for start, end in spans)


def test_speech_is_found_with_its_source_and_content() -> None:
    found = {printed(STORY, a.cue): a for a in attributions(STORY) if a.act == "speech"}
    assert printed(STORY, found["According to"].source) == "the fire service"
    assert printed(STORY, found["According to"].content) == "40 people had to leave their homes"
    assert printed(STORY, found["said"].source) == "The harbour authority"
    assert "We will not take the risk" in printed(STORY, found["told"].content)


def test_the_same_text_reads_the_same_alone_and_after_others() -> None:
    alone = shipped_model().read(STORY, [(0, len(STORY))])
    shipped_model().read(STORY * 3, [(0, 3 * len(STORY))])
    assert shipped_model().read(STORY, [(0, len(STORY))]) == alone != []


def test_only_the_body_is_read() -> None:
    start = STORY.index("According")
    assert all(a.start >= start for a in shipped_model().read(STORY, [(start, len(STORY))]))


@pytest.mark.parametrize(
    "text", ["", "Hi.", "said said said", "ALL CAPITALS, THEY SAID", "e\u0301🙂 قال الوزير", "a" * 30_000, "\r\n" * 500]
)
def test_odd_texts_are_read_and_spans_stay_inside(text: str) -> None:
    for attribution in attributions(text):
        for start, end in (*attribution.source, *attribution.cue, *attribution.content):
            assert 0 <= start < end <= len(text)


@pytest.mark.parametrize(
    ("cue", "act"),
    [
        ("said", "speech"),
        ("according to", "speech"),
        ("estimate", "speech"),
        ("wants", "attitude"),
        ("fears", "attitude"),
    ],
)
def test_the_cue_tells_speech_from_attitude(cue: str, act: str) -> None:
    text = f"The mayor {cue} so"
    assert act_of(text, ((0, 9),), ((10, 10 + len(cue)),)) == act


def test_where_nobody_speaks_there_is_no_speech() -> None:
    assert act_of("It was said", (), ((7, 11),)) == "attitude"


NUMBER = "Rains came. The guard said 12 homes fell."
TOLD = Attribution(((12, 21),), ((22, 26),), ((27, 40),))


def test_a_number_left_without_a_source_is_given_one() -> None:
    elsewhere = Attribution(((0, 5),), ((6, 10),), ((6, 10),))
    assert completed(NUMBER, [elsewhere], [TOLD]) == [elsewhere, TOLD]
    assert completed(NUMBER.replace("12", "no"), [elsewhere], [TOLD]) == [elsewhere]


def test_what_the_model_found_is_not_told_twice() -> None:
    other_cue = Attribution(((12, 21),), ((0, 5),), ((27, 38),))
    assert completed(NUMBER, [other_cue], [TOLD]) == [other_cue]


def test_speech_that_opens_the_content_of_other_speech_is_added() -> None:
    text = "She said that they had told her that it rained"
    outer = Attribution(((0, 3),), ((4, 8),), ((9, 46),))
    inner = Attribution(((14, 18),), ((23, 27),), ((37, 46),))
    assert completed(text, [outer], [inner]) == [outer, inner]
