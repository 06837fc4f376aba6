"""What makes articles reports of one event: names, and not a headline that is printed of many places."""

from sayso.audit.events import events
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
