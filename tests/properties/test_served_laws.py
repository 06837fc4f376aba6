"""Laws of reading through a model, whatever it answers."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.ingest.article import Article
from sayso.read import read
from sayso.read.attribution import Attribution
from sayso.read.gazetteer import load_gazetteer
from sayso.read.served.answer import MalformedError, Quoted, parse
from sayso.read.served.passages import Passage, passages
from sayso.read.served.placing import place
from sayso.read.served.quotes import MARKS, Words

PIECES = [
    "said",
    "he",
    "the",
    "“",
    "”",
    "'",
    '"',
    " ",
    "\n",
    "\n\n",
    "Ana Roe",
    "No",
    ",",
    ".",
    "e\u0301",
    "😀",
    "北京",
    "40",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=80)
QUOTES = st.one_of(st.lists(st.sampled_from(PIECES), max_size=4).map("".join), st.text(max_size=8))


@st.composite
def answers(draw: st.DrawFn) -> tuple[str, list[Quoted]]:
    """A text, and what a model may say of it: words of the text, words much like them, and words of its own."""
    text = draw(TEXTS)
    ends = st.integers(0, len(text))
    stretch = st.tuples(ends, ends).map(lambda span: text[min(span) : max(span)])
    alike = stretch.map(lambda words: " ".join(words.split()).replace("“", '"').replace("”", '"'))
    role = st.lists(st.one_of(stretch, alike, QUOTES), max_size=3).map(lambda quotes: tuple(filter(str.strip, quotes)))
    return text, draw(
        st.lists(st.builds(Quoted, role, role, role, st.sampled_from(["speech", "attitude"])), max_size=6)
    )


def bare(words: str) -> str:
    return "".join(sign for sign in words if not sign.isspace() and sign not in MARKS)


@settings(max_examples=500, deadline=None)
@given(TEXTS, QUOTES)
def test_a_quote_is_found_only_where_its_words_stand(text: str, quote: str) -> None:
    for start, end in Words(text).occurrences(quote):
        assert 0 <= start < end <= len(text)
        assert bare(text[start:end]) == bare(quote)


@settings(max_examples=300, deadline=None)
@given(TEXTS.filter(bare), st.data())
def test_words_of_the_text_are_found_again_with_other_marks_and_spaces(text: str, data: st.DataObject) -> None:
    words = text.split()
    start = data.draw(st.integers(0, len(words) - 1))
    quote = "\n".join(words[start : data.draw(st.integers(start + 1, len(words)))])
    changed = quote.replace("“", '"').replace("”", '"').replace("'", "’")
    if any(sign.isalnum() for sign in quote):
        assert Words(text).occurrences(changed)


@settings(max_examples=500, deadline=None)
@given(answers())
def test_every_located_span_holds_words_that_the_model_gave(answer: tuple[str, list[Quoted]]) -> None:
    text, statements = answer
    passage = Passage.of(text, [(0, len(text))])
    for told in statements:
        outcome = place(passage, [told])
        assert len(outcome.attributions) + outcome.dropped == 1
        for found in outcome.attributions:
            assert found.content and bool(found.source) == bool(told.source)
            for quotes, role in ((told.source, found.source), (told.cue, found.cue), (told.content, found.content)):
                assert all(one[1] <= other[0] for one, other in pairwise(role))
                held = [bare(text[start:end]) for start, end in role]
                assert all(0 <= start < end <= len(text) for start, end in role)
                assert all(any(bare(q) in words for q in quotes) for words in held)
                if len(quotes) == 1 and held:
                    assert held == [bare(quotes[0])]


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.integers(1, 60))
def test_passages_hold_every_word_of_the_story_once_and_in_order(text: str, longest: int) -> None:
    cut = list(passages(Article("-", text, ((0, len(text)),)), longest))
    assert "".join("".join(p.text.split()) for p in cut) == "".join(text.split()).replace("\ud800", "\ufffd")
    for passage in cut:
        spans = passage.in_article((0, len(passage.text)))
        assert spans == passage.pieces


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60) | st.text(alphabet='{}[]":, abstatements', max_size=60))
def test_any_answer_is_either_read_or_called_malformed(answer: str) -> None:
    try:
        assert isinstance(parse(answer), list)
    except MalformedError as error:
        assert str(error)


class _Placing:
    """An attributor that places what it was given."""

    def __init__(self, statements: list[Quoted]) -> None:
        self.statements = statements

    def attribute(self, article: Article) -> list[Attribution]:
        found = [a for p in passages(article) for a in place(p, self.statements).attributions]
        return sorted(found, key=lambda a: a.start)


@settings(max_examples=300, deadline=None)
@given(answers())
def test_the_stages_around_it_take_whatever_was_placed(answer: tuple[str, list[Quoted]]) -> None:
    text, statements = answer
    reading = read(Article("-", text, ((0, len(text)),)), load_gazetteer(), _Placing(statements))
    ids = [s.id for s in reading.statements]
    assert len(set(ids)) == len(ids)
    assert {s.relays for s in reading.statements} - {None} <= set(ids)
    for s in reading.statements:
        for start, end in (*s.source, *s.cue, *s.content, *(s.hedge or ())):
            assert 0 <= start < end <= len(text)
