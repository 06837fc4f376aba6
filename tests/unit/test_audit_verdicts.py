"""Verdicts on pairs of figures that were written by hand, and laws that hold for every pair."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.audit.comparing.comparison import compare
from sayso.audit.telling import Link, Period, Root, Source, Telling
from sayso.audit.told.clauses import Clause
from sayso.audit.told.populations import population
from sayso.audit.told.topics import topic

CASES = tomllib.loads((Path(__file__).parent.parent / "data" / "audit" / "pairs.toml").read_text(encoding="utf-8"))
BOUNDS = {"": "exactly", "~": "about", ">": "more-than", ">=": "at-least", "<=": "at-most", "<~": "up-to"}
VALUE = re.compile(r"(~|>=|<=|<~|>|)(\d+)(?:-(\d+))?")


def telling(name: str, *, value: str, root: str, day: str, event: str, kind: str, **more: Any) -> Telling:
    sign, first, second = VALUE.fullmatch(value).groups()  # type: ignore[union-attr]
    number = float(first)
    low = None if sign in ("<=", "<~") else number
    high = float(second) if second else None if sign in (">", ">=") else number
    status = "unnamed" if more.get("unnamed") else "named"
    via = more.get("via", "")
    chain = [Link(f"{name}-via", via, f"agent/{via}")] if via else []
    key = f"at:{name}" if status == "unnamed" else f"agent/{root}"
    chain.append(Link(f"{name}-root", root, "" if status == "unnamed" else key))
    keys = frozenset(link.key for link in chain if link.key)
    said = more.get("said", "")
    return Telling(
        name, Source(f"article/{name}", name, name, day), value, kind, low, high, "between" if second else BOUNDS[sign],
        kinds=frozenset({"casualties"}) if kind in ("killed", "wounded") else frozenset(),
        population=population(value, more.get("who", ""), {}), place_name=more.get("place", ""),
        period=Period(more.get("since", ""), more.get("until", ""), "", more.get("window", "")),
        additional=more.get("additional", False), chain=tuple(chain), certainty=more.get("certainty", ""),
        told_on=said or day, said_on=said, first_told=said or day, event=event,
        topic=topic(more.get("sentence", ""), Clause((0, 200)), (0, 0)),
        root=Root(key, root, status, "named", keys),
    )  # fmt: skip


def pair(case: dict[str, Any]) -> tuple[Telling, Telling]:
    return tuple(telling(side, **(CASES["default"] | case[side])) for side in ("left", "right"))  # type: ignore[return-value]


def named(case: dict[str, Any]) -> str:
    return f"{case['verdict']}-{case['left']['value']}-{case['right']['value']}".replace(" ", "-")


@pytest.mark.parametrize("case", CASES["pair"], ids=named)
def test_a_pair_gets_its_verdict_with_what_changed_or_is_missing(case: dict[str, Any]) -> None:
    found = compare(*pair(case))
    assert found.verdict == case["verdict"], found.reason
    assert {change.what for change in found.changes} == set(case.get("changes", []))
    assert set(found.missing) == set(case.get("missing", []))
    assert found.reason


def test_every_verdict_has_cases() -> None:
    verdicts = [case["verdict"] for case in CASES["pair"]]
    assert min(verdicts.count(verdict) for verdict in set(verdicts)) >= 3
    assert len(set(verdicts)) == 8


TELLINGS = st.builds(
    lambda name, sign, number, kind, root, day: telling(
        name, value=f"{sign}{number}", root=root, day=f"2025-05-{day:02}", event="one", kind=kind
    ),
    st.uuids().map(str), st.sampled_from(sorted(BOUNDS)), st.integers(1, 9_000),
    st.sampled_from(["killed", "casualties", "people"]), st.sampled_from(["NIS", "police"]), st.integers(1, 20),
)  # fmt: skip


@given(TELLINGS, TELLINGS)
def test_a_verdict_does_not_depend_on_which_comes_first(one: Telling, other: Telling) -> None:
    assert compare(one, other) == compare(other, one)


@given(TELLINGS)
def test_a_figure_never_contradicts_itself(one: Telling) -> None:
    assert compare(one, one).verdict in ("restates", "not comparable")
