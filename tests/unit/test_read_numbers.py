"""The number grammar and its bounds."""

import pytest

from sayso.read.figures.bounds import bounded, limits
from sayso.read.figures.coding import profile
from sayso.read.figures.numbers import Number, number_at
from sayso.read.figures.tokens import tokens


def number(text: str, coding: str | None = None) -> Number | None:
    found = tokens(text, 0, len(text))
    starts = (number_at(found, i, profile(coding)) for i in range(len(found)))
    return next((n for n in starts if n), None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4,700", 4700),
        ("4700", 4700),
        ("1.5 million", 1_500_000),
        ("$3bn", 3_000_000_000),
        ("£73million", 73_000_000),
        ("250k", 250_000),
        ("4 thousand", 4000),
        ("٤٬٧٠٠", 4700),
        ("10\u00a0000", 10_000),
        ("two", 2),
        ("twenty-one", 21),
        ("twenty one", 21),
        ("NINETY-TWO", 92),
        ("a hundred", 100),
        ("one hundred and five", 105),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("three dozen", 36),
        ("half a million", 500_000),
        ("a quarter of a million", 250_000),
        ("one and a half million", 1_500_000),
        ("a million and a half", 1_500_000),
        ("two hundred thousand", 200_000),
        ("three million four hundred thousand and twelve", 3_400_012),
        ("twelve hundred", 1200),
    ],
)
def test_a_single_number(text: str, value: float) -> None:
    found = number(text)
    assert found is not None
    assert (found.low, found.high, found.plural) == (value, value, None)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("10-12,000", 10_000, 12_000),
        ("10,000 to 12,000", 10_000, 12_000),
        ("3–5", 3, 5),
        ("two or three", 2, 3),
        ("two to three million", 2_000_000, 3_000_000),
        ("between 10 and 12", 10, 12),
        ("from 400 to 500", 400, 500),
        ("1.2-1.4 million", 1_200_000, 1_400_000),
        ("between 100 and about 120", 100, 120),
    ],
)
def test_a_range(text: str, low: float, high: float) -> None:
    found = number(text)
    assert found is not None
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize("text", ["rose from 400 to 500", "12 and 40", "3-1", "won 5 - 7"])
def test_what_is_not_a_range(text: str) -> None:
    found = number(text)
    assert found is not None
    assert not found.ranged


@pytest.mark.parametrize(
    ("text", "acled", "ucdp", "size"),
    [
        ("dozens", 12, 24, "dozens"),
        ("scores", 20, 40, "scores"),
        ("hundreds", 100, 200, "hundreds"),
        ("tens of thousands", 10_000, 20_000, "thousands"),
        ("hundreds of thousands", 100_000, 200_000, "thousands"),
        ("several hundred", 300, 300, "hundreds"),
    ],
)
def test_a_plural_counts_by_its_coding_profile(text: str, acled: int, ucdp: int, size: str) -> None:
    one, other = number(text, "ACLED"), number(text, "UCDP")
    assert one is not None
    assert other is not None
    assert (one.low, other.low, one.plural) == (acled, ucdp, size)


@pytest.mark.parametrize(
    "text", ["G7", "170mm", "155th", "Su-35", "34-year-old", "9:30", "half asleep", "an hour", "9/11"]
)
def test_codes_and_other_words_are_no_numbers(text: str) -> None:
    assert number(text) is None


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("600", "exactly"),
        ("some 600", "about"),
        ("an estimated 600", "about"),
        ("600 or so", "about"),
        ("closer to 600", "about"),
        ("at least 600", "at-least"),
        ("no fewer than 600", "at-least"),
        ("600 or more", "at-least"),
        ("at least some 600", "at-least"),
        ("well over 600", "more-than"),
        ("upwards of 600", "more-than"),
        ("no more than 600", "at-most"),
        ("as many as 600", "up-to"),
        ("just under 600", "nearly"),
        ("fewer than 600", "fewer-than"),
        ("between 500 and 600", "between"),
        ("about 500 to 600", "between"),
        ("hundreds", "hundreds"),
        ("a further 600", "exactly"),
    ],
)
def test_the_bound_is_that_of_the_words_around(text: str, bound: str) -> None:
    found = number(text)
    assert found is not None
    assert bounded(tokens(text, 0, len(text)), found).bound == bound


@pytest.mark.parametrize(
    ("bound", "wanted"),
    [
        ("about", (5, 6)),
        ("exactly", (5, 6)),
        ("between", (5, 6)),
        ("at-least", (5, None)),
        ("more-than", (5, None)),
        ("dozens", (5, None)),
        ("at-most", (None, 6)),
        ("up-to", (None, 6)),
        ("nearly", (None, 6)),
        ("fewer-than", (None, 6)),
    ],
)
def test_a_bound_sets_the_limits(bound: str, wanted: tuple[int | None, int | None]) -> None:
    assert limits(bound, 5, 6) == wanted


def test_an_addition_is_told_apart() -> None:
    text = "an additional 3,000"
    found = number(text)
    assert found is not None
    assert bounded(tokens(text, 0, len(text)), found).added


@pytest.mark.parametrize("text", ["5 " + "million " * 500, "two " + "hundred " * 500, "1" * 500, "1," * 500])
def test_absurd_numbers_do_no_harm(text: str) -> None:
    found = number(text)
    assert found is None or found.high < 10**40
