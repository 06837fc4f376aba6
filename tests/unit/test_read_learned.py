"""The learned reader: what it finds, that it is the same however it is asked, and what completes it."""

from dataclasses import replace

import pytest

from sayso.ingest.article import Article, Span
from sayso.read.attribution import Attribution
from sayso.read.learned import LearnedAttributor
from sayso.read.learned.attributor import shipped_model
from sayso.read.learned.completion import completed
from sayso.read.learned.mending import mended
from sayso.read.learned.placing import carried_on
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
    ("cue", "leaning", "act"),
    [
        ("said", 0.5, "speech"),
        ("estimates", 0.5, "speech"),
        ("wants", 0.5, "attitude"),
        ("grilled", 4.0, "speech"),
        ("says", -1.0, "attitude"),
    ],
)
def test_the_model_tells_speech_from_attitude_and_must_be_surer_of_words_unknown(
    cue: str, leaning: float, act: str
) -> None:
    text = f"The mayor {cue} so"
    assert act_of(text, ((0, 9),), ((10, 10 + len(cue)),), leaning) == act


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("The video shows a crowd.", "The video", "shows"),
        ("The arrest of the three men has revealed a rift.", "The arrest of the three men", "has revealed"),
        ("The ministry did not respond to questions.", "The ministry", "did not respond to"),
        ("The ministry has neither confirmed nor denied it.", "The ministry", "has neither confirmed nor denied"),
        ("The firm gave no figure for the dead.", "The firm", "gave no figure for"),
        ("Roe spoke twice, suggesting that she had won.", "Roe", "suggesting"),
        ("This article explores the causes.", "This article", "explores"),
        ("Families were told that it was safe.", "", "were told"),
    ],
)
def test_what_shows_what_is_left_unsaid_and_the_writers_own_words_are_no_speech(
    text: str, source: str, cue: str
) -> None:
    said_by = ((0, len(source)),) if source else ()
    at = text.index(cue)
    assert act_of(text, said_by, ((at, at + len(cue)),), 9.0) == "attitude"


def test_a_document_speaks() -> None:
    assert act_of("The survey shows a drop.", ((0, 10),), ((11, 16),), 9.0) == "speech"


def test_a_report_that_names_no_source_is_speech() -> None:
    assert act_of("It was announced that it rained", (), ((3, 16),), 9.0) == "speech"


NUMBER = "Rains came. The guard said 12 homes fell."
TOLD = Attribution(((12, 21),), ((22, 26),), ((27, 40),))


def test_a_number_left_without_a_source_is_given_one() -> None:
    text = "Rains came. The guard found 12 homes fell."
    told = replace(TOLD, cue=((22, 27),), content=((28, 41),))
    elsewhere = Attribution(((0, 5),), ((6, 10),), ((6, 10),))
    assert completed(text, [elsewhere], [told]) == [elsewhere, told]
    assert completed(text.replace("12", "no"), [elsewhere], [told]) == [elsewhere]


def test_plain_saying_is_added_where_the_model_is_silent_and_only_there() -> None:
    text = NUMBER.replace("12", "no")
    assert completed(text, [], [TOLD]) == [TOLD]
    assert completed(text, [], [replace(TOLD, confidence=0.6)]) == []
    touching = Attribution(((12, 21),), ((36, 40),), ((0, 10),))
    assert completed(text, [touching], [TOLD]) == [touching]


def test_a_source_that_the_model_left_out_is_lent_by_a_rule() -> None:
    found = replace(TOLD, source=(), act="attitude", confidence=0.8)
    assert completed(NUMBER, [found], [TOLD]) == [replace(TOLD, confidence=0.8)]


def test_who_is_spoken_to_is_not_who_speaks() -> None:
    text = "Families were told that it was safe. Families were told by Roe that it was safe."
    first = Attribution(((0, 8),), ((9, 18),), ((24, 35),))
    second = Attribution(((37, 45),), ((46, 55),), ((68, 79),))
    assert list(mended(text, [first, second])) == [replace(first, source=(), act="attitude"), second]


def test_who_quotes_somebody_as_saying_something_quotes_all_of_it() -> None:
    text = "Lumen quoted the envoy as saying that he left."
    said = Attribution(((0, 5),), ((26, 32),), ((33, 45),))
    half = Attribution(((0, 5),), ((6, 12),), ((13, 22),))
    (whole,) = mended(text, [half, said])
    assert (printed(text, whole.cue), printed(text, whole.content)) == ("quoted", "the envoy as saying that he left")


def test_whom_a_sentence_without_a_marked_source_quotes_is_quoted_by_its_subject() -> None:
    text = "State television quoted the envoy as saying that he left."
    (found,) = mended(text, [Attribution((), ((17, 23),), ((24, 56),), "attitude")])
    assert (printed(text, found.source), found.act) == ("State television", "speech")


def test_two_who_speak_are_told_apart_where_one_says_what_the_other_told() -> None:
    text = "Ana Roe says the port told a court that it knew."
    outer, inner = mended(text, [Attribution(((0, 7), (13, 21)), ((22, 26),), ((35, 47),))])
    assert (printed(text, outer.source), printed(text, outer.cue)) == ("Ana Roe", "says")
    assert (printed(text, outer.content), printed(text, inner.source)) == (
        "the port told a court that it knew",
        "the port",
    )


def test_a_source_ends_with_its_sentence() -> None:
    text = "“No,” said Rolf Steen. Steen told us yes."
    before, after = mended(
        text,
        [Attribution(((11, 28),), ((6, 10),), ((0, 5),)), Attribution(((11, 28),), ((29, 33),), ((37, 40),))],
    )
    assert (printed(text, before.source), printed(text, after.source)) == ("Rolf Steen", "Steen")


def test_a_headline_is_not_what_a_later_source_says() -> None:
    text = "Toll climbs to 9\n\nIt rose to 9, Roe said."
    found = Attribution(((32, 35),), ((36, 40),), ((0, 16), (18, 30)))
    assert [a.content for a in mended(text, [found])] == [((18, 30),)]


def test_quotations_go_on_in_their_paragraph_by_a_rule_of_the_same_cue() -> None:
    text = "“It rained,” Roe said. “It snowed.”"
    found = Attribution(((13, 16),), ((17, 21),), ((0, 12),))
    whole = replace(found, content=((0, 12), (23, 35)))
    assert completed(text, [found], [whole]) == [whole]


def test_who_told_the_speaker_is_found_inside_a_quotation() -> None:
    text = "“A guard told me there were ten more,” Roe said."
    found = Attribution(((39, 42),), ((43, 47),), ((0, 38),))
    assert [printed(text, a.source) for a in completed(text, [found], [])] == ["A guard", "Roe"]


def test_an_offer_is_no_speech_but_an_offer_to_do_something_is() -> None:
    text = "The port offered 40 rooms. The port offered to pay 40."
    thing = Attribution(((0, 8),), ((9, 16),), ((17, 25),))
    deed = Attribution(((27, 35),), ((36, 43),), ((44, 53),))
    assert completed(text, [], [thing, deed]) == [deed]


def test_plain_words_of_the_next_paragraph_are_no_content_but_a_quotation_is() -> None:
    text = "Roe said it rained\n\nIt rained\n\n“It rained”"
    found = Attribution(((0, 3),), ((4, 8),), ((9, 18), (20, 29), (31, 42)))
    assert [a.content for a in mended(text, [found])] == [((9, 18), (31, 42))]


@pytest.mark.parametrize(("opening", "closing"), ["‘’", "«»", "„“", "‹›", "''", '""', "“”"])
def test_quotations_are_read_alike_in_every_style(opening: str, closing: str) -> None:
    text = STORY.replace("“", opening).replace("”", closing)
    (found,) = [a for a in attributions(text) if printed(text, a.cue) == "told"]
    assert "We will not take the risk" in printed(text, found.content)
    assert "Ana Roe" in printed(text, found.source)


def test_what_the_model_found_is_not_told_twice() -> None:
    other_cue = Attribution(((12, 21),), ((0, 5),), ((27, 38),))
    assert completed(NUMBER, [other_cue], [TOLD]) == [other_cue]


def test_a_deed_that_opens_the_content_of_other_speech_is_no_speech() -> None:
    text = "She said that they had found 14 boats adrift"
    outer = Attribution(((0, 3),), ((4, 8),), ((9, 44),))
    deed = Attribution(((14, 18),), ((23, 28),), ((29, 44),))
    assert completed(text, [outer], [deed]) == [outer]


def test_plain_words_of_the_sentence_before_are_not_told_by_who_closes_the_next() -> None:
    text = "The port gave five coins to each. Two were sick, the clinic said."
    told = Attribution(((49, 59),), ((60, 64),), ((0, 47),))
    [found] = mended(text, [told])
    assert [text[slice(*span)] for span in found.content] == ["Two were sick"]


def test_a_second_clause_that_is_said_belongs_to_what_is_said() -> None:
    text = "She said that eight were dead, two of them nurses, and that 15 were lost."
    told = Attribution(((0, 3),), ((4, 8),), ((9, 29),))
    [found] = mended(text, [told])
    assert text[slice(*found.content[0])] == text[9:-1]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("The dam leaked, Roe said, but the gates had been shut.", ["The dam leaked", "the gates had been shut"]),
        ("The dam leaked, Roe said on Monday, and it would be drained.", ["The dam leaked", "it would be drained"]),
        ("The dam leaked, Roe said, and left the room.", ["The dam leaked"]),
        ("The dam leaked, Roe said, but the mayor said it had been mended.", ["The dam leaked"]),
        ("The dam leaked, Roe said. It had been built in 1961.", ["The dam leaked"]),
    ],
)
def test_what_and_or_but_joins_behind_a_source_is_said_too(text: str, contents: list[str]) -> None:
    [found] = carried_on(text, [Attribution(((16, 19),), ((20, 24),), ((0, 14),))])
    assert [text[a:b] for a, b in found.content] == contents


def test_a_source_is_no_part_of_what_it_says() -> None:
    text = "The dam leaked, its engineer, Roe, said."
    [found] = carried_on(text, [Attribution(((16, 33),), ((35, 39),), ((0, 33),))])
    assert printed(text, found.content) == "The dam leaked"


def test_speech_that_opens_the_content_of_other_speech_is_added() -> None:
    text = "She said that they had told her that it rained"
    outer = Attribution(((0, 3),), ((4, 8),), ((9, 46),))
    inner = Attribution(((14, 18),), ((23, 27),), ((37, 46),))
    assert completed(text, [outer], [inner]) == [outer, inner]
