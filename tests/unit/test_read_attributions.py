"""Who said what in single sentences: source, cue and content as printed."""

import pytest

from sayso.ingest.article import Article
from sayso.read.attribution import Attribution
from sayso.read.rules import RuleAttributor


def read(text: str) -> list[Attribution]:
    return RuleAttributor().attribute(Article("-", text, ((0, len(text)),)))


def shown(text: str) -> list[tuple[str, str, str]]:
    def words(spans: tuple[tuple[int, int], ...]) -> str:
        return " / ".join(text[a:b] for a, b in spans)

    return [(words(a.source), words(a.cue), words(a.content)) for a in read(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The mayor said that the bridge is closed.", ("The mayor", "said", "the bridge is closed")),
        ("The bridge is closed, the mayor said.", ("the mayor", "said", "The bridge is closed")),
        ("The bridge is closed, said Mayor Ana Ruiz.", ("Mayor Ana Ruiz", "said", "The bridge is closed")),
        ("“It is closed,” she said.", ("she", "said", "“It is closed,”")),
        ("“It is closed,” said Ruiz, who leads the town.", ("Ruiz", "said", "“It is closed,”")),
        ("Ruiz told reporters on Monday that it is closed.", ("Ruiz", "told", "it is closed")),
        ("According to the mayor, the bridge is closed.", ("the mayor", "According to", "the bridge is closed")),
        ("The bridge is closed, according to the mayor.", ("the mayor", "according to", "The bridge is closed")),
        ("The ministry reported 300 deaths.", ("The ministry", "reported", "300 deaths")),
        ("The army reported at least 40 dead.", ("The army", "reported", "at least 40 dead")),
        ("The army told lawmakers of 40 losses.", ("The army", "told", "40 losses")),
        ("The envoy spoke of 40 losses.", ("The envoy", "spoke of", "40 losses")),
        ("Officials accused the firm of fraud.", ("Officials", "accused", "the firm of fraud")),
        ("The firm declined to comment.", ("The firm", "declined", "to comment")),
        ("The loss was confirmed by the firm.", ("the firm", "confirmed", "The loss was confirmed")),
        ("The firm's claim that it was safe surprised us.", ("The firm's", "claim", "it was safe surprised us")),
        ("Reports from aid workers that wells are dry spread.", ("aid workers", "Reports", "wells are dry spread")),
        ("The guild's own count of the lost is 94.", ("The guild's", "count", "94")),
        ("By the guild's count, 40 boats sank.", ("the guild's", "count", "40 boats sank")),
        ("Some 40 boats sank by the guild's estimate.", ("the guild's", "estimate", "Some 40 boats sank")),
        ("Police counted eleven boats.", ("Police", "counted", "eleven boats")),
        ("The ministry gave its losses as 95 dead.", ("The ministry", "gave", "its losses as 95 dead")),
        ("Polls by the Orlo institute gave her 41 percent.", ("Polls by the Orlo institute", "gave", "her 41 percent")),
        ("The mayor put the cost at $3m and denied it.", ("The mayor", "put", "the cost at $3m")),
        ("The port appealed on Tuesday for $3m.", ("The port", "appealed on Tuesday for", "$3m")),
        ("The WHO appealed for $25 million.", ("The WHO", "appealed for", "$25 million")),
        ("The ministry has raised the death toll.", ("The ministry", "raised", "the death toll")),
        ("The clerk, Prof. Ana Roe, told us it is shut.", ("The clerk, Prof. Ana Roe", "told", "it is shut")),
        ("The envoy had confirmed to him that it is shut.", ("The envoy", "confirmed", "it is shut")),
    ],
)
def test_forms_of_attribution(text: str, wanted: tuple[str, str, str]) -> None:
    assert shown(text)[0] == wanted


def test_what_is_said_ends_before_those_who_tell_of_it() -> None:
    found = shown("The rebels say they lost 60 boats, the Echo reports.")
    assert ("The rebels", "say", "they lost 60 boats") in found
    assert ("the Echo", "reports", "The rebels say they lost 60 boats") in found


def test_a_count_ends_before_those_who_tell_of_it() -> None:
    assert ("Police", "counted", "40 burned cars") in shown("Police counted 40 burned cars, the Echo reported.")


def test_an_interrupted_quotation_has_two_contents() -> None:
    text = "“We tried,” Ruiz said, “and we failed.”"
    [found] = read(text)
    assert [text[a:b] for a, b in found.content] == ["“We tried,”", "“and we failed.”"]


def test_a_quotation_runs_on_with_its_speaker() -> None:
    [found] = read("“We tried,” Ruiz said. “It did not help. Nothing did.”")
    assert len(found.content) == 2


def test_a_participle_shares_the_source() -> None:
    text = "“We tried,” Ruiz said, adding that it was late."
    assert shown(text)[1] == ("Ruiz", "adding", "it was late")


def test_a_headline_colon_is_a_cue() -> None:
    assert shown("Ministry: 5,000 people displaced\nThe rain went on.") == [("Ministry", ":", "5,000 people displaced")]


def test_a_headline_says_it_last() -> None:
    assert shown("Bridge Closed for Months, Says Mayor\nRain went on.") == [
        ("Mayor", "Says", "Bridge Closed for Months")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "An estimated 40 people left.",
        "The reported sum was small.",
        "The report was long.",
        "He left.",
        "He counted to ten.",
        "The ministry raised the number of buses to 40.",
        "The storm raised the death toll.",
    ],
)
def test_what_only_looks_like_speech_is_left_alone(text: str) -> None:
    assert shown(text) == []


def test_belief_is_an_attitude() -> None:
    assert [a.act for a in read("The agency believes the dam will hold. The mayor said no.")] == ["attitude", "speech"]


def test_nothing_outside_the_body_is_read() -> None:
    text = "Ana said it rained. You may also like: Bo said it snowed."
    found = RuleAttributor().attribute(Article("-", text, ((0, 19),)))
    assert [text[slice(*a.source[0])] for a in found] == ["Ana"]
