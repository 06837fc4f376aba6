"""The marks on verdicts of fa-kes: found again on later audits, counted, and whole."""

import tomllib
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from eventful_days import OUTLETS, Report, drawn_days, eventful_days, rare_names, reports_about
from verdict_marks import ELSE, Count, Draw, Mark, Pair, counts, draws_in, errors, grouping, line, marked

MARKS = Path(__file__).resolve().parents[1] / "data" / "gold" / "fa-kes-verdicts.toml"
VERDICTS = {
    "restates", "agrees", "contradicts", "supersedes", "refines", "alters", "different-scope", "not-comparable",
}  # fmt: skip
PAIR = Pair(("7", (10, 20)), ("8", (0, 9)), "agrees")


def told_by(outlet: str, day: str, town: str, number: int = 0) -> Report:
    return Report(f"{outlet}{day}{number}", outlet, day, f"A market in {town} burned down on Monday. Nobody was hurt.")


def quiet(count: int) -> list[Report]:
    """Reports of other days, so that a town of a few reports is rare."""
    return [told_by("herald", f"{1900 + n}-01-01", f"Port{n}x") for n in range(count)]


def test_a_day_is_eventful_where_four_outlets_print_a_rare_name_that_day_or_the_next() -> None:
    told = [told_by(outlet, "2021-03-04", "Velmora") for outlet in ("post", "mail", "wire")]
    later = told_by("voice", "2021-03-05", "Velmora")
    assert [day.day for day in eventful_days([*quiet(200), *told, later])] == ["2021-03-04"]
    assert eventful_days([*quiet(200), *told]) == []
    assert eventful_days([*quiet(200), *told, told_by("voice", "2021-03-06", "Velmora")]) == []


def test_four_reports_of_one_outlet_are_no_four_outlets() -> None:
    assert eventful_days([*quiet(200), *(told_by("post", "2021-03-04", "Velmora", n) for n in range(OUTLETS))]) == []


def test_days_in_a_row_with_one_name_are_one_event_told_by_its_fullest_day() -> None:
    first = [told_by(outlet, "2021-03-04", "Velmora") for outlet in ("post", "mail", "wire", "voice")]
    second = [told_by(outlet, "2021-03-05", "Velmora") for outlet in ("post", "mail", "wire", "times")]
    third = [told_by("globe", "2021-03-06", "Velmora")]
    [day] = eventful_days([*quiet(300), *first, *second, *third])
    assert (day.day, day.outlets, day.reports) == ("2021-03-04", 5, 8)
    assert len(reports_about(day, [*first, *second, *third])) == 8


def test_words_that_many_reports_print_and_names_of_days_are_no_rare_names() -> None:
    names = rare_names([*quiet(50), told_by("post", "2021-03-04", "Velmora")])
    assert names["post2021-03-040"] == {"velmora"}


def test_days_are_drawn_alike_whatever_the_order_of_the_reports() -> None:
    towns = [("2021-03-04", "Velmora"), ("2021-05-04", "Ostrel"), ("2021-07-04", "Dolmen")]
    told = [told_by(o, day, town) for day, town in towns for o in ("post", "mail", "wire", "voice")]
    reports = [*quiet(400), *told]
    days = drawn_days(reports, 7, 2)
    assert len(days) == 2
    assert days == drawn_days(reports[::-1], 7, 2)


def test_a_line_is_read_back_as_the_pair_that_it_tells() -> None:
    page = f'[[draw]]\ncommit = "c"\npairs = [\n{line(PAIR)}\n]\n'
    assert draws_in(tomllib.loads(page)) == [Draw("c", (Mark(PAIR, "agrees"),))]


@pytest.mark.parametrize(
    ("pair", "is_found"),
    [
        (Pair(("8", (0, 9)), ("7", (10, 20)), "refines"), True),
        (Pair(("7", (12, 25)), ("8", (8, 12)), "agrees"), True),
        (Pair(("7", (20, 25)), ("8", (0, 9)), "agrees"), False),
        (Pair(("7", (10, 20)), ("9", (0, 9)), "agrees"), False),
        (Pair(("7", (10, 20)), ("8", (0, 9)), "agrees", is_claim=True), False),
    ],
    ids=["the other way round", "other ends", "words behind", "another report", "a claim on the same words"],
)
def test_a_mark_is_found_again_by_words_that_overlap_on_both_sides(pair: Pair, is_found: bool) -> None:
    assert (pair in marked([pair], [Mark(PAIR, "restates")])) is is_found


def test_of_two_marks_the_one_on_the_same_words_is_taken() -> None:
    wider = Mark(Pair(("7", (5, 12)), ("8", (0, 9)), "agrees"), "refines")
    exact = Mark(PAIR, "restates")
    assert marked([PAIR], [wider, exact])[PAIR] == exact


def test_of_two_marks_on_the_same_words_the_later_is_taken() -> None:
    later = Mark(Pair(PAIR.left, PAIR.right, "refines"), "restates", "headline")
    assert marked([PAIR], [Mark(PAIR, "restates", "root"), later])[PAIR] == later


def test_verdicts_are_counted_by_what_is_right_and_not_by_what_was_told_then() -> None:
    now = [Pair(("7", (10, 20)), ("8", (0, 9)), "restates"), Pair(("7", (30, 40)), ("8", (0, 9)), "agrees")]
    found = marked(now, [Mark(PAIR, "restates", "root")])
    assert counts(now, found) == [Count("restates", 1, 1, 1), Count("agrees", 1, 0, 0)]
    assert errors(found) == {}


def test_an_error_keeps_its_class_only_as_long_as_the_verdict_is_the_same() -> None:
    mark = Mark(PAIR, "restates", "root")
    other = Pair(PAIR.left, PAIR.right, "contradicts")
    assert errors({PAIR: mark, other: mark}) == {ELSE: Counter({"contradicts": 1}), "root": Counter({"agrees": 1})}


def test_reports_that_are_not_in_the_store_are_not_counted_as_missed() -> None:
    assert grouping([["a", "b"]], {"a": "1"}, {"a": "fire", "b": "fire"}) == (0, 0, 0)


def test_the_marks_are_whole() -> None:
    page = tomllib.loads(MARKS.read_text(encoding="utf-8"))
    marks = [mark for draw in draws_in(page) for mark in draw.marks]
    assert marks
    assert {m.pair.told for m in marks} | {m.right for m in marks} <= VERDICTS
    assert {m.pair.left[0] for m in marks} | {m.pair.right[0] for m in marks} <= page["events"].keys()
    assert all(bool(m.error) == (m.right != m.pair.told) for m in marks), (
        "a wrong verdict has a class, a right one none"
    )
    assert all(a < b for m in marks for _, (a, b) in (m.pair.left, m.pair.right))
    assert len({m.pair for m in marks}) == len(marks)


def test_whoever_marks_a_pair_again_finds_the_same_right() -> None:
    right: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for draw in draws_in(tomllib.loads(MARKS.read_text(encoding="utf-8"))):
        for mark in draw.marks:
            right[mark.pair.left, mark.pair.right, mark.pair.is_claim].add(mark.right)
    assert {len(verdicts) for verdicts in right.values()} == {1}
