"""What makes articles reports of one event: names, and not a headline that is printed of many places."""

import random

from hypothesis import given
from hypothesis import strategies as st

from sayso.audit.events.clustering import merged
from sayso.audit.events.events import events
from sayso.audit.telling import Source

HEADLINE = "Police and organisers far apart on size of march"


def report(place: str, union: str, day: int, headline: str = HEADLINE) -> Source:
    text = f"On Sunday people marched in {place}. The crowd was led by {union} of {place}, police in {place} said."
    return Source(f"x:{place}{day}", headline, "The Daily", f"2025-05-{day:02}", text=text)


def test_reports_of_one_place_are_of_one_event() -> None:
    found = events(
        [report("Orvel", "Tenants", 4), report("Orvel", "Tenants", 5, "Thousands join march for lower rents")]
    )
    assert len(set(found.values())) == 1


def test_one_headline_over_two_places_is_two_events() -> None:
    found = events([report("Orvel", "Tenants", 4), report("Brusk", "Lodgers", 5)])
    assert len(set(found.values())) == 2


def test_an_event_is_known_again_however_many_articles_stand_between() -> None:
    places = [report(f"{name}burg", name, 5) for name in ("Alda", "Benn", "Corv", "Dema", "Elst")]
    found = events([report("Orvel", "Tenants", 4), *places, report("Orvel", "Tenants", 6)])
    assert found["x:Orvel4"] == found["x:Orvel6"]
    assert len(set(found.values())) == 6


def test_what_a_report_recalls_at_its_end_does_not_make_it_of_that_event() -> None:
    older = report("Orvel", "Tenants", 4, "March in Orvel")
    background = " The mayor of Brusk spoke to the council there on Monday about water." * 8
    recalled = "x " + background + " In Orvel the Tenants had marched."
    newer = Source("x:brusk", "Brusk council hears of water", "The Daily", "2025-05-05", text=recalled)
    assert len(set(events([older, newer]).values())) == 2


PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 8), st.integers(0, 8)).filter(lambda pair: pair[0] < pair[1]), st.floats(0.01, 1)
)


@given(PAIRS)
def test_every_item_is_in_one_group_and_groups_are_joined_by_what_is_alike(pairs: dict[tuple[int, int], float]) -> None:
    groups = merged(pairs, 9, 0.3)
    assert sorted(item for group in groups for item in group) == list(range(9))
    for group in groups:
        inside = [v for (a, b), v in pairs.items() if a in group and b in group]
        assert len(group) == 1 or max(inside) >= 0.3


@given(PAIRS, st.randoms(use_true_random=False))
def test_the_order_of_pairs_does_not_matter(pairs: dict[tuple[int, int], float], chance: random.Random) -> None:
    shuffled = list(pairs.items())
    chance.shuffle(shuffled)
    assert merged(dict(shuffled), 9, 0.3) == merged(pairs, 9, 0.3)
