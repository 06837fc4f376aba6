"""Dates resolved against the day of publication, Wednesday 12 June 2024."""

import pytest

from sayso.read.dates import Dated, find_dates

ANCHOR = "2024-06-12"


def dates(text: str, anchor: str | None = ANCHOR) -> list[Dated]:
    return find_dates(text, (0, len(text)), anchor)


@pytest.mark.parametrize(
    ("text", "start", "end", "relation"),
    [
        ("on April 30, 2023", "2023-04-30", "2023-04-30", "on"),
        ("on 3 May 2021", "2021-05-03", "2021-05-03", "on"),
        ("Sat 3 Feb 2018", "2018-02-03", "2018-02-03", "on"),
        ("on 2022-11-05", "2022-11-05", "2022-11-05", "on"),
        ("on May 3", "2024-05-03", "2024-05-03", "on"),
        ("on 20 December", "2023-12-20", "2023-12-20", "on"),
        ("in January 2025", "2025-01", "2025-01", "on"),
        ("in December", "2023-12", "2023-12", "on"),
        ("in May", "2024-05", "2024-05", "on"),
        ("in 2019", "2019", "2019", "on"),
        ("in late 2019", "2019", "2019", "on"),
        ("in the fall of 2022", "2022", "2022", "on"),
        ("since December", "2023-12", None, "since"),
        ("since the war broke out in March 2011", "2011-03", None, "since"),
        ("since she won a vote in 1996", "1996", "1996", "on"),
        ("until March", None, "2024-03", "until"),
        ("by March", None, "2024-03", "by"),
        ("as of 2 June", "2024-06-02", "2024-06-02", "as of"),
        ("between January and March", "2024-01", "2024-03", "between"),
        ("between January and March 2025", "2025-01", "2025-03", "between"),
        ("between December and February", "2023-12", "2024-02", "between"),
        ("from 2015 to 2018", "2015", "2018", "between"),
        ("on Saturday", "2024-06-08", "2024-06-08", "on"),
        ("on Wednesday", "2024-06-12", "2024-06-12", "on"),
        ("last Wednesday", "2024-06-05", "2024-06-05", "on"),
        ("next Friday", "2024-06-14", "2024-06-14", "on"),
        ("yesterday", "2024-06-11", "2024-06-11", "on"),
        ("last week", "2024-06-03", "2024-06-09", "on"),
        ("They fell this week", "2024-06-10", "2024-06-12", "on"),
        ("Every child gets a book this week", "2024-06-10", "2024-06-16", "on"),
        ("last month", "2024-05", "2024-05", "on"),
        ("last year", "2023", "2023", "on"),
        ("three days ago", "2024-06-09", "2024-06-09", "on"),
        ("two months ago", "2024-04", "2024-04", "on"),
        ("in the past 24 hours", "2024-06-11", "2024-06-12", "on"),
        ("over the last two weeks", "2024-05-29", "2024-06-12", "on"),
        ("in the past year", "2023-06", "2024-06", "on"),
        ("in the past decade", "2014", "2024", "on"),
        ("in recent weeks", None, None, "on"),
        ("in the past few days", None, None, "on"),
        ("since last June", "2023-06", None, "since"),
        ("last March", "2024-03", "2024-03", "on"),
        ("next March", "2025-03", "2025-03", "on"),
        ("in March last year", "2023-03", "2023-03", "on"),
        ("in September of last year", "2023-09", "2023-09", "on"),
        ("between January and March this year", "2024-01", "2024-03", "between"),
        ("this Friday", "2024-06-14", "2024-06-14", "on"),
        ("at the end of May", "2024-05", "2024-05", "on"),
        ("at the beginning of 2023", "2023", "2023", "on"),
        ("by the end of the year", None, "2024", "by"),
        ("since the start of the year", "2024", None, "since"),
        ("in the first half of 2022", "2022-01", "2022-06", "on"),
        ("in the second quarter of last year", "2023-04", "2023-06", "on"),
        ("in the first quarter", "2024-01", "2024-03", "on"),
        ("in the first three months of 2024", "2024-01", "2024-03", "on"),
        ("last summer", "2023", "2023", "on"),
        ("this spring", "2024", "2024", "on"),
        ("over the weekend", "2024-06-08", "2024-06-09", "on"),
        ("from Monday to Friday", "2024-06-03", "2024-06-07", "between"),
        ("from 3 to 7 May", "2024-05-03", "2024-05-07", "between"),
        ("May 3-7", "2024-05-03", "2024-05-07", "on"),
        ("3-7 May 2021", "2021-05-03", "2021-05-07", "on"),
        ("in 2015-16", "2015", "2016", "on"),
        ("in the 1990s", "1990", "1999", "on"),
        ("overnight", "2024-06-11", "2024-06-12", "on"),
        ("last night", "2024-06-11", "2024-06-11", "on"),
        ("this morning", "2024-06-12", "2024-06-12", "on"),
        ("the day before yesterday", "2024-06-10", "2024-06-10", "on"),
        ("on Christmas Day", "2023-12-25", "2023-12-25", "on"),
        ("on New Year’s Eve 2019", "2019-12-31", "2019-12-31", "on"),
        ("in the 24 hours to Monday", "2024-06-09", "2024-06-10", "on"),
        ("in the week to May 5", "2024-04-28", "2024-05-05", "on"),
        ("in the year to March", "2023-04", "2024-03", "on"),
        ("in the six months to June", "2024-01", "2024-06", "on"),
        ("as of 9 a.m. on Tuesday", "2024-06-11", "2024-06-11", "as of"),
        ("as of last week", "2024-06-03", "2024-06-09", "as of"),
        ("since the invasion in February 2022", "2022-02", None, "since"),
        ("no later than May 2023", None, "2023-05", "by"),
        ("prior to 2019", None, "2019", "until"),
        ("on 25.12.2023", "2023-12-25", "2023-12-25", "on"),
        ("on 12/5/2024", None, None, "on"),
        ("on 11/06/2024", "2024-06-11", "2024-06-11", "on"),
    ],
)
def test_a_date_is_resolved_as_precisely_as_it_is_told(text: str, start: str, end: str, relation: str) -> None:
    [found] = dates(text)
    assert (found.start, found.end, found.relation) == (start, end, relation)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("On 3 May it shook again, a day earlier than feared", "2024-05-02"),
        ("On 3 May and the following day it shook", "2024-05-04"),
        ("In May it shook, two months later it burned", "2024-07"),
        ("It shook the previous day", None),
        ("In May it shook and the next day it burned", None),
    ],
)
def test_a_date_told_from_another_needs_that_one(text: str, start: str | None) -> None:
    assert dates(text)[-1].start == start


@pytest.mark.parametrize(
    "text",
    [
        "on Monday",
        "in December",
        "last year",
        "in the past 24 hours",
        "on May 3",
        "yesterday",
        "overnight",
        "last summer",
        "over the weekend",
        "by the end of the year",
        "in the first quarter",
        "on Boxing Day",
    ],
)
def test_without_an_anchor_a_date_is_found_but_not_resolved(text: str) -> None:
    [found] = dates(text, None)
    assert (found.start, found.end) == (None, None)


def test_a_date_that_is_complete_needs_no_anchor() -> None:
    [found] = dates("on 3 May 2021", None)
    assert (found.start, found.precision) == ("2021-05-03", "day")


@pytest.mark.parametrize(
    "text",
    [
        "It may rain",
        "They march on",
        "killed 2014 people",
        "2,019 votes",
        "the 31st Brigade",
        "August Wilson wrote",
        "in the first half they led",
        "1-0 at half time",
        "room 2015-A",
        "31 February",
    ],
)
def test_what_only_looks_like_a_date(text: str) -> None:
    assert [d for d in dates(text) if d.precision in ("day", "year")] == []
    assert not text.startswith(("It", "They")) or dates(text) == []


def test_the_span_is_the_words_of_the_date() -> None:
    text = "They met in Oslo on 3 May 2021."
    [found] = dates(text)
    assert text[slice(*found.span)] == "3 May 2021"


@pytest.mark.parametrize("anchor", ["2024-06-12T08:00:00+02:00", "2024-06-12"])
def test_a_time_of_day_in_the_anchor_does_not_matter(anchor: str) -> None:
    [found] = dates("on Monday", anchor)
    assert found.start == "2024-06-10"


@pytest.mark.parametrize("anchor", ["2024", "2024-06", "not a date"])
def test_a_coarse_anchor_resolves_no_weekday(anchor: str) -> None:
    [found] = dates("on Monday", anchor)
    assert found.start is None


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Ministers will meet on Monday.", "Monday", "2024-06-17"),
        ("The bridge should reopen by Friday.", "Friday", "/2024-06-14"),
        ("Rescue work will go on until Saturday.", "Saturday", "/2024-06-15"),
        ("He said the talks would resume on Thursday.", "Thursday", "2024-06-13"),
        ("Two more ships are due to leave on Sunday.", "Sunday", "2024-06-16"),
        ("The committee is expected to report before the end of August.", "August", "/2024-08"),
        ("The inquiry is to report in September.", "September", "2024-09"),
        ("The law takes effect on July 1.", "July 1", "2024-07-01"),
        ("On Monday the court will hear the appeal.", "Monday", "2024-06-17"),
        ("The council meets on Friday to decide.", "Friday", "2024-06-14"),
        ("He resigned on Monday.", "Monday", "2024-06-10"),
        ("She said on Monday that she would resign.", "Monday", "2024-06-10"),
        ("The man who will lead the party won on Sunday.", "Sunday", "2024-06-09"),
        ("The talks would have begun on Monday.", "Monday", "2024-06-10"),
        ("He will be buried on Friday.", "Friday", "2024-06-14"),
        ("The minister had promised in May to pay.", "May", "2024-05"),
        ("He may have died on Sunday.", "Sunday", "2024-06-09"),
        ("The minister told reporters on Tuesday she would step down.", "Tuesday", "2024-06-11"),
        ("Monday’s attack killed six.", "Monday", "2024-06-10"),
        ("Last Wednesday’s attack killed six.", "Last Wednesday", "2024-06-05"),
        ("The dead of last March’s flood were named.", "last March", "2024-03"),
        ("December’s quake killed 40.", "December", "2023-12"),
        ("Last week’s vote was close.", "Last week", "2024-06-03/2024-06-09"),
        ("They have been there since the spring.", "spring", "2024/"),
        ("He was freed in the autumn.", "autumn", "2023"),
        ("The fall of the town in May shocked them.", "fall", ""),
        ("Some 40 arrived a fortnight ago.", "a fortnight ago", "2024-05-27/2024-06-02"),
        ("It rose to 300, up from 120 a week earlier.", "a week earlier", "2024-06-03/2024-06-09"),
        ("Twice as many as a year earlier.", "a year earlier", "2023"),
        ("Exports were 4 per cent higher than a month before.", "a month before", "2024-05"),
        ("He drowned, and two days earlier his brother had died.", "two days earlier", ""),
        ("Between March and the end of May, 40 died.", "March", "2024-03/2024-05"),
        ("From January until the end of April it lost 30 tanks.", "January", "2024-01/2024-04"),
        ("Every child gets a book this week.", "this week", "2024-06-10/2024-06-16"),
        ("Nine people were killed this week.", "this week", "2024-06-10/2024-06-12"),
        ("The vote will take place next month.", "next month", "2024-07"),
        ("He goes on trial on June 20.", "June 20", "2024-06-20"),
        ("A ceasefire ends at midnight on Saturday.", "Saturday", "2024-06-15"),
        ("She has until Friday to leave.", "Friday", "/2024-06-14"),
        ("They were given until the end of July to leave.", "July", "/2024-07"),
        ("The school has been shut since Monday and will open on Thursday.", "Thursday", "2024-06-13"),
        ("It was the worst since 1931.", "1931", "1931/"),
        ("The strike, now in its third week, began on May 27.", "May 27", "2024-05-27"),
        ("The ministry said it would publish the list by mid-July.", "mid-July", "/2024-07"),
        ("He died on the night of June 3.", "June 3", "2024-06-03"),
        ("In the early hours of Sunday a bomb went off.", "Sunday", "2024-06-09"),
        ("It happened late on Tuesday.", "Tuesday", "2024-06-11"),
        ("Police were called at 3 a.m. on Tuesday.", "Tuesday", "2024-06-11"),
        ("The figures cover the period from April 1 to May 31.", "April 1", "2024-04-01/2024-05-31"),
        ("The report covers January through March.", "January", "2024-01/2024-03"),
        ("The 12 months to the end of March were the driest.", "March", "2023-04/2024-03"),
        ("Over the past three days 40 died.", "past three days", "2024-06-09/2024-06-12"),
        ("He has been held for the last six months.", "last six months", "2023-12/2024-06"),
        ("Earlier this month 12 died.", "this month", "2024-06"),
        ("Later this year the mine will close.", "this year", "2024"),
        ("In the last week of May 40 died.", "May", "2024-05"),
        ("Two weeks after the quake they came.", "Two weeks", ""),
        ("On New Year’s Day 12 died.", "New Year’s Day", "2024-01-01"),
        ("Elections are planned for November.", "November", "2024-11"),
        ("The lease runs out in October.", "October", "2024-10"),
        ("The tax rises in January.", "January", "2025-01"),
    ],
)
def test_the_clause_tells_whether_a_date_lies_ahead_or_behind(text: str, words: str, value: str) -> None:
    start = text.index(words)
    on = (d for d in dates(text) if d.span[0] < start + len(words) and start < d.span[1])
    told = next(((d.start or "", d.end or "") for d in on), ("", ""))
    assert ("/".join(told) if told[0] != told[1] else told[0]) == value
