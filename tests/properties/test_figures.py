"""Laws of the figure and date readers, on generated text."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sayso.ingest.article import Article
from sayso.read.dates import find_dates
from sayso.read.figures import find_figures
from sayso.read.figures.numbers import number_at
from sayso.read.figures.tokens import tokens
from sayso.read.sentences import sentences

WORDS = st.sampled_from(
    [
        "at",
        "least",
        "about",
        "between",
        "10",
        "12,000",
        "and",
        "or",
        "to",
        "of",
        "the",
        "some",
        "three",
        "dozen",
        "dozens",
        "hundreds",
        "million",
        "killed",
        "wounded",
        "dead",
        "soldiers",
        "people",
        "were",
        "have",
        "been",
        "injuring",
        "including",
        "34",
        ",",
        ".",
        ";",
        "-",
        "–",
        "$5",
        "percent",
        "%",
        "Friday",
        "since",
        "March",
        "2021",
        "toll",
        "rose",
        "North",
        "Korean",
        "NATO",
        "one",
        "more",
        "than",
        "half",
        "a",
        "left",
        "two",
        "who",
        "had",
        "in",
        "Paris",
        '"said"',
        "3-1",
        "٣",
        "Été",
        "10-12,000",
        "deaths",
        "missing",
        "of",
    ]
)
TEXTS = st.one_of(
    st.lists(WORDS, max_size=40).map(" ".join),
    st.lists(WORDS, max_size=20).map("\r\n".join),
    st.lists(WORDS, max_size=40).map(lambda words: " ".join(words).upper()),
    st.text(max_size=200),
)
_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def in_words(n: int) -> str:
    """An integer below a thousand million as English prints it."""
    for scale, name in ((10**6, "million"), (1000, "thousand")):
        if n >= scale:
            rest = n % scale
            joint = " and " if 0 < rest < 100 else " "
            return f"{in_words(n // scale)} {name}" + (f"{joint}{in_words(rest)}" if rest else "")
    if n >= 100:
        return f"{_ONES[n // 100]} hundred" + (f" and {in_words(n % 100)}" if n % 100 else "")
    if n >= 20:
        return _TENS[n // 10] + (f"-{_ONES[n % 10]}" if n % 10 else "")
    return _ONES[n]


@given(TEXTS, st.sampled_from([None, "2024-06-12", "2024"]))
def test_figures_slice_and_their_limits_are_in_order(text: str, published: str | None) -> None:
    body = ((0, len(text)),)
    spans = sentences(text, body)
    figures = find_figures(Article("-", text, body, published=published), spans)
    assert len({f.id for f in figures}) == len(figures)
    assert [f.span[0] for f in figures] == sorted(f.span[0] for f in figures)
    ids = {f.id for f in figures}
    for figure in figures:
        links = {figure.included_in, figure.adds_to, figure.share_of} - {None}
        assert links <= ids - {figure.id}
        assert figure.derived_low is None or figure.share_of
        start, end = figure.span
        assert any(a <= start < end <= b for a, b in spans)
        assert text[start:end].strip() == text[start:end]
        assert figure.low is not None or figure.high is not None
        assert figure.low is None or figure.high is None or figure.low <= figure.high


PHRASES = st.sampled_from(
    ["on Monday", "in March", "in 2019", "last week", "overnight", "since May", "by the end of June", "in the 1990s",
     "the next day", "from 3 to 7 May", "last summer", "in the past year", "in the year to March", "on 3 May 2021"]
)  # fmt: skip
PRECISE = {"day": 10, "week": 10, "month": 7, "season": 4, "year": 4}


@given(PHRASES, st.dates(date(1950, 1, 1), date(2050, 1, 1)))
def test_a_date_is_never_more_precise_than_its_words_and_never_ends_before_it_starts(text: str, anchor: date) -> None:
    for dated in find_dates(text, (0, len(text)), anchor.isoformat()):
        for end in (dated.start, dated.end):
            assert end is None or len(end) <= PRECISE.get(dated.precision, 10)
        if dated.start and dated.end:
            assert dated.start[: len(dated.end)] <= dated.end[: len(dated.start)]


@given(PHRASES)
def test_without_an_anchor_only_complete_dates_are_resolved(text: str) -> None:
    found = find_dates(text, (0, len(text)), None)
    assert all(d.start is None and d.end is None for d in found) or any(c.isdigit() for c in text)


@given(TEXTS)
def test_dates_slice_and_stay_in_their_sentence(text: str) -> None:
    for dated in find_dates(text, (0, len(text)), "2024-06-12"):
        start, end = dated.span
        assert 0 <= start < end <= len(text)


@given(st.integers(min_value=0, max_value=10**12))
def test_an_integer_in_digits_is_read_back(n: int) -> None:
    for printed in (str(n), f"{n:,}"):
        found = number_at(tokens(printed, 0, len(printed)), 0)
        assert found is not None
        assert (found.low, found.high) == (n, n)


@given(st.integers(min_value=0, max_value=10**9 - 1))
def test_an_integer_in_words_is_read_back(n: int) -> None:
    printed = in_words(n)
    found = number_at(tokens(printed, 0, len(printed)), 0)
    assert found is not None
    assert (found.low, found.high, found.last) == (n, n, len(tokens(printed, 0, len(printed))))


@given(st.integers(min_value=2, max_value=10**9 - 1))
def test_a_figure_is_the_same_in_words_and_in_digits(n: int) -> None:
    told = []
    for printed in (f"{n:,}", in_words(n)):
        text = f"The flood killed {printed} villagers."
        [figure] = find_figures(Article("-", text, ((0, len(text)),)), [(0, len(text))])
        told.append((figure.kind, figure.low, figure.high, figure.bound, figure.counts))
    assert told[0] == told[1]


@given(st.integers(min_value=2, max_value=10**6))
def test_a_figure_holds_the_number_that_was_printed(n: int) -> None:
    text = f"The flood killed {n:,} villagers."
    [figure] = find_figures(Article("-", text, ((0, len(text)),)), [(0, len(text))])
    assert (figure.kind, figure.low, figure.high) == ("killed", n, n)
