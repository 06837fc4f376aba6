"""Figures that a clause denies, parts told by their gravity, shares of a whole that opens the sentence."""

import pytest

from sayso.ingest.article import Article
from sayso.read.figures import find_figures
from sayso.read.reading import Figure
from sayso.read.sentences import sentences


def read(text: str) -> list[Figure]:
    body = ((0, len(text)),)
    return find_figures(Article("-", text, body), sentences(text, body))


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("The governor rejected claims that 40 people were killed.", True),
        ("It is not true that 40 people were killed.", True),
        ("Reports of 40 dead are false.", True),
        ("Reports of 40 dead are not wrong.", False),
        ("The governor repeated claims that 40 people were killed.", False),
        ("The club rejected the offer, and 40 people were hurt.", False),
    ],
)
def test_a_report_called_false_is_negated(text: str, negated: bool) -> None:
    [figure] = read(text)
    assert figure.negated is negated


def test_a_graver_part_is_included() -> None:
    whole, part = read("The blast wounded 40 people, 12 seriously.")
    assert part.included_in == whole.id


def test_a_share_of_the_whole_that_opens_the_sentence() -> None:
    whole, share = read("Of the 200 patients, 40 per cent were children.")
    assert (share.share_of, share.derived_low) == (whole.id, 80)


def test_who_kills_is_not_killed() -> None:
    assert [f.kind for f in read("Ten rebels killed at least 12 farmers.")] == ["people", "killed"]
