"""Roots on small articles written by hand: what rests on one word, what is copied, and what has no end."""

from dataclasses import replace

from sayso.audit.comparing.standing import groups, relate, told_in_words
from sayso.audit.sources.roots import settle
from sayso.audit.telling import Link, Source, Telling


def article(name: str, day: str = "2025-05-01") -> Source:
    return Source(f"article/{name}", name.title(), name.title(), day)


def told(name: str, *speakers: Link, number: float = 40, kind: str = "killed", day: str = "2025-05-01") -> Telling:
    return Telling(
        f"article/{name}#f{number:g}-{len(speakers)}", article(name, day), f"{number:g}", kind, number, number,
        chain=speakers, event="one", told_on=day,
    )  # fmt: skip


def who(name: str, kind: str = "Person", country: str = "") -> Link:
    key = "" if kind == "UnnamedSource" else f"agent/{name}"
    return Link(f"s/{name}", name, key, kind, country)


NIS = who("NIS", "Organization", "place/kr")


def test_two_mouths_of_one_briefing_are_one_root() -> None:
    found = groups(settle([told("wire", who("Lee"), NIS), told("ledger", who("Kim"), NIS)]), {})
    assert told_in_words(found) == "2 articles, 1 root"
    assert found[0].reasons == ("shared named root: NIS",)


def test_two_bodies_are_two_roots_and_an_unnamed_source_is_undetermined() -> None:
    tellings = [told("a", NIS), told("b", who("MoD", "Organization")), told("c", who("a diplomat", "UnnamedSource"))]
    assert told_in_words(groups(settle(tellings), {})) == "3 articles, 2 roots, 1 undetermined"


def test_unnamed_sources_of_two_articles_are_never_one() -> None:
    tellings = [told(name, replace(who("an official", "UnnamedSource"), iri=f"s/{name}")) for name in ("a", "b")]
    assert told_in_words(groups(settle(tellings), {})) == "2 articles, 0 roots, 2 undetermined"


def test_a_speaker_who_names_nobody_here_passes_on_whom_he_names_there() -> None:
    first, second = settle([told("wire", who("Lee"), NIS), told("wire", who("Lee"), number=18_000, kind="deployed")])
    assert (first.root.name, second.root.name) == ("NIS", "NIS")
    assert second.root.reason == "Lee passes on NIS in this article"


def test_a_headline_without_a_source_rests_on_that_of_the_body() -> None:
    headline, _ = settle([replace(told("wire"), headline=True), told("wire", who("Lee"), NIS)])
    assert headline.root.name == "NIS" and "attributes the same figure" in headline.root.reason


def test_a_state_stands_for_its_body() -> None:
    seoul = who("South Korea", "Government", "place/kr")
    assert [t.root.name for t in settle([told("a", seoul), told("b", NIS)])] == ["NIS", "NIS"]


def test_an_outlet_that_is_cited_rests_on_what_its_own_report_rests_on() -> None:
    cited = settle([told("post", NIS), told("echo", who("Post", "Outlet"))])
    assert cited[1].root.name == "NIS" and cited[1].root.reason == "outlet citing outlet: Post"


def test_an_outlet_whose_report_is_not_there_is_no_root() -> None:
    assert told_in_words(groups(settle([told("echo", who("Post", "Outlet"))]), {})) == (
        "1 article, 0 roots, 1 undetermined"
    )


def test_a_circle_of_outlets_is_one_and_undetermined() -> None:
    found = groups(settle([told("post", who("Echo", "Outlet")), told("echo", who("Post", "Outlet"))]), {})
    assert told_in_words(found) == "2 articles, 0 roots, 1 undetermined"
    assert "circular" in found[0].reasons[0]


def test_wire_copy_adds_nothing() -> None:
    tellings = settle([told("a"), told("b")])
    copied = {"article/a": "article/a", "article/b": "article/a"}
    assert told_in_words(groups(tellings, copied)) == "2 articles, 0 roots, 1 undetermined"
    assert relate(*tellings, copied).standing == "dependent"


def test_a_relay_that_leaves_the_unnamed_end_out_depends_on_it() -> None:
    survivors = who("survivors", "UnnamedSource")
    guard = who("coast guard", "Organization")
    assert relate(*settle([told("a", guard, survivors), told("b", guard)]), {}).standing == "dependent"
