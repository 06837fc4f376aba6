"""Layout: interviews, signatures and headlines, where no verb says who speaks."""

import pytest

from sayso import read as sayso_read
from sayso.ingest.article import Article
from sayso.read.attribution import Attribution
from sayso.read.layout import laid_out


def told(text: str, *known: Attribution) -> list[tuple[str, str]]:
    """Source and content, as printed, of what layout attributes."""
    found = laid_out(Article("-", text, ((0, len(text)),)), known)
    return [
        (" … ".join(text[a:b] for a, b in one.source), " … ".join(text[a:b] for a, b in one.content)) for one in found
    ]


INTERVIEWS = {
    "Q and A": (
        "A talk with the harbour master\n\nQ: Is the bridge safe?\n\nA: No. It has not been safe for years.\n",
        [("Q", "Is the bridge safe?"), ("A", "No. It has not been safe for years.")],
    ),
    "numbered, with full stops": (
        "Q1. Who pays?\nA1. The city.\nQ2. When?\nA2. In May.\n",
        [("Q1", "Who pays?"), ("A1", "The city."), ("Q2", "When?"), ("A2", "In May.")],
    ),
    "words": ("Question: Who pays?\nAnswer: The city.\n", [("Question", "Who pays?"), ("Answer", "The city.")]),
    "initials": (
        "JT: Did you see it?\nMR: I did.\nJT: And then?\nMR: I ran.\n",
        [("JT", "Did you see it?"), ("MR", "I did."), ("JT", "And then?"), ("MR", "I ran.")],
    ),
    "full names": (
        "Ana Roe: Did you see it?\n\nBen van Dam (laughs): I did.\n",
        [("Ana Roe", "Did you see it?"), ("Ben van Dam", "I did.")],
    ),
    "capitals": (
        "HOST: Did you see it?\nDR. ROE: I did.\nHOST: And then?\n",
        [("HOST", "Did you see it?"), ("DR. ROE", "I did."), ("HOST", "And then?")],
    ),
    "bold labels": (
        "**Herald:** Did you see it?\n\n**Roe**: I did.\n\n**Herald:** And?\n",
        [("Herald", "Did you see it?"), ("Roe", "I did."), ("Herald", "And?")],
    ),
    "an answer of two paragraphs": (
        "Herald: Did you see it?\n\nRoe: I did.\n\nIt was at noon.\n\nHerald: And?\n\nRoe: I ran.\n",
        [
            ("Herald", "Did you see it?"),
            ("Roe", "I did. … It was at noon."),
            ("Herald", "And?"),
            ("Roe", "I ran."),
        ],
    ),
    "labels alone on their lines": (
        "Herald:\nDid you see it?\n\nRoe:\nI did.\n",
        [("Herald", "Did you see it?"), ("Roe", "I did.")],
    ),
    "nobody asks": (
        "Herald: You spoke of 600.\n\nRoe: That was in May.\n\nHerald: The guild says more.\n\nRoe: It errs.\n",
        [
            ("Herald", "You spoke of 600."),
            ("Roe", "That was in May."),
            ("Herald", "The guild says more."),
            ("Roe", "It errs."),
        ],
    ),
    "another script": ("ליאור: ראית?\nדנה: כן.\n", [("ליאור", "ראית?"), ("דנה", "כן.")]),
    "Windows line ends": ("Q: Why?\r\n\r\nA: Rain.\r\n", [("Q", "Why?"), ("A", "Rain.")]),
}


@pytest.mark.parametrize(("text", "expected"), INTERVIEWS.values(), ids=INTERVIEWS)
def test_each_turn_of_an_interview_is_said_by_its_label(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "When: Monday at 9\nWhere: Town Hall\nWhy: The budget\n",
        "North: 12 dead\nSouth: 3 dead\nEast: none\n",
        "Monday: rain\nTuesday: sun\nMonday: rain again\n",
        "The group was diverse: some swam, some did not.\n\nHe had a plan: leave.\n",
    ],
)
def test_lists_and_plain_colons_are_no_interview(text: str) -> None:
    assert told(text) == []


INTERVIEW = (
    "The keeper\n\nMira Oduya has kept the light for 30 years.\n\nDid you see it sink?\n\nI did.\n\nIt took an hour.\n"
    "\nAnd whom did you tell?\n\nMy sister told the guard.\n\nThis interview has been edited.\n"
)


def test_an_interview_without_labels_is_answered_by_the_one_whom_it_introduces() -> None:
    assert told(INTERVIEW) == [
        ("Mira Oduya", "I did. … It took an hour."),
        ("Mira Oduya", "My sister told the guard."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        INTERVIEW.replace("for 30 years", "for 30 years. Jon Aske has helped her"),
        INTERVIEW.replace("you", "they"),
        INTERVIEW.replace("I did", "They did").replace("My sister", "A sister"),
        INTERVIEW.replace("Mira Oduya has", "We have"),
    ],
    ids=["two are introduced", "nobody is addressed", "no first person", "nobody is introduced"],
)
def test_questions_alone_make_no_interview(text: str) -> None:
    assert told(text) == []


def test_a_label_is_no_part_of_the_source_behind_it() -> None:
    text = "Herald: Officials say no.\n\nRoe: Why?\n\nHerald: They fear rain.\n\nRoe: So do I.\n"
    found = Attribution(((0, 17),), ((18, 21),), ((22, 24),))
    assert ("Officials", "no") in told(text, found)


def test_others_words_and_own_thoughts_inside_a_turn_stay_and_the_speakers_own_words_are_not_told_twice() -> None:
    text = "Q: Who knew?\nA: I think many did. The mayor said it was known. I say no.\n"
    mayor, own, said = text.index("The mayor"), text.index("I think"), text.index("I say")
    inner = Attribution(((mayor, mayor + 9),), ((mayor + 10, mayor + 14),), ((mayor + 15, mayor + 27),))
    thought = Attribution(((own, own + 1),), ((own + 2, own + 7),), ((own + 8, own + 16),), "attitude")
    again = Attribution(((said, said + 1),), ((said + 2, said + 5),), ((said + 6, said + 8),))
    assert told(text, thought, inner, again) == [
        ("Q", "Who knew?"),
        ("A", "I think many did. The mayor said it was known. I say no."),
        ("I", "many did"),
        ("The mayor", "it was known"),
    ]


def test_who_thinks_in_a_turn_is_who_speaks_there() -> None:
    text = (
        "Mira Oduya: Who knew?\n\nJon Aske: I think many did.\n\nMira Oduya: Why?\n\nJon Aske: I hope they tell us.\n"
    )
    reading = sayso_read(text)
    names = {e.id: e.label for e in reading.entities}
    assert {names[s.speaker or ""] for s in reading.statements} == {"Mira Oduya", "Jon Aske"}


def test_a_turn_is_direct_speech() -> None:
    text = "Q: Who knew?\nA: All.\n"
    assert {a.manner for a in laid_out(Article("-", text, ((0, len(text)),)), [])} == {"direct"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We were never asked at all.” — Ana Roe, teacher", ("Ana Roe, teacher", "“We were never asked at all.”")),
        ('"We were never asked at all."\n-- Ana Roe', ("Ana Roe", '"We were never asked at all."')),
        ("“They lied to every one of us.”― Ben Dam.", ("Ben Dam", "“They lied to every one of us.”")),
    ],
)
def test_a_signature_says_whose_quotation_it_is(text: str, expected: tuple[str, str]) -> None:
    assert told("Readers write\n\n" + text) == [expected]


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Ministry: 5,000 killed", ("Ministry", "5,000 killed")),
        ("Health officials: second wave likely", ("Health officials", "second wave likely")),
        ("Five killed in quake: police", ("police", "Five killed in quake")),
        ("Ferry was overloaded – coastguard", ("coastguard", "Ferry was overloaded")),
        ("Study: Sleep helps memory", ("Study", "Sleep helps memory")),
        ("NATO: 40 ships sent north", ("NATO", "40 ships sent north")),
        ("Roe: I will not resign", ("Roe", "I will not resign")),
    ],
)
def test_a_headline_says_who_speaks_by_a_mark(headline: str, expected: tuple[str, str]) -> None:
    assert told(headline + "\n\nIt rained.\n") == [expected]


@pytest.mark.parametrize(
    "headline",
    [
        "Kharkiv: what we know so far",
        "Norway: 12 dead in avalanche",
        "Counting the fallen: a talk with Maren Oduya",
        "Live: Storm reaches the coast",
        "Exclusive: “They knew”",
        "Rain, wind – and hope",
    ],
)
def test_a_topic_or_rubric_does_not_speak(headline: str) -> None:
    assert told(headline + "\n\nIt rained.\n") == []


def test_a_name_in_a_headline_speaks_if_it_is_heard_in_the_story() -> None:
    text = "Ruiz: no second wave\n\nJoan Ruiz said there was none.\n"
    at = text.index("Joan")
    heard = Attribution(((at, at + 9),), ((at + 10, at + 14),), ((at + 15, at + 29),))
    assert told(text)[:1] == []
    assert told(text, heard)[0] == ("Ruiz", "no second wave")
