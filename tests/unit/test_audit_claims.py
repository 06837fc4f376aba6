"""Claims without a number, on pairs written by hand: repeated, denied, without the hedge, quoted otherwise."""

import pytest

from sayso.audit.claims.comparing import compare_claim, compare_claims
from sayso.audit.findings.claims import claim_findings
from sayso.audit.telling import CLAIM, Link, Root, Source, Telling


def claim(
    name: str, words: str, who: str = "mayor", *, stance: str = "asserts", certainty: str = "", said: str = "",
    manner: str = "direct",
) -> Telling:  # fmt: skip
    link = Link(f"s/{name}", who, f"agent/{who}", "Person", stance=stance, manner=manner)
    root = Root(link.key, who, "named", f"named: {who}", frozenset({link.key}))
    return Telling(
        f"c/{name}", Source(f"a/{name}", name, name, "2025-05-02"), words, CLAIM, None, None, chain=(link,),
        certainty=certainty, said_on=said, told_on=said or "2025-05-02", event="one", root=root,
    )  # fmt: skip


CLOSES = "the bridge will close for repairs on Monday"
FIRE = "the fire began in the kitchen of the hotel"
DENIAL = claim("b", "that the pump was ever condemned", "ministry", stance="denies")
PAIRS = [
    ("restates", claim("a", CLOSES), claim("b", "that the bridge would close on Monday for repairs")),
    ("contradicts", claim("a", "The pump was condemned in May", "doctor"), DENIAL),
    ("alters", claim("a", FIRE, certainty="likely"), claim("b", FIRE)),
    (None, claim("a", CLOSES), claim("b", "the bridge will not close for repairs on Monday")),
    (None, claim("a", CLOSES), claim("b", "the school will open again after the holidays")),
    (None, claim("a", CLOSES), claim("b", CLOSES, "engineer")),
    (None, claim("a", "8,000 people sang in the old town hall"), claim("b", "9,000 people sang in the old town hall")),
    ("restates", claim("a", "no lock of the canal was open"), claim("b", "Not one lock of the canal was open")),
    (None, claim("a", "the pump was condemned", stance="denies"), DENIAL),
]


@pytest.mark.parametrize(("verdict", "left", "right"), PAIRS)
def test_a_pair_of_claims_gets_its_verdict(verdict: str | None, left: Telling, right: Telling) -> None:
    for one, other in ((left, right), (right, left)):
        found = compare_claim(one, other, {})
        assert (found.verdict if found else None) == verdict


def test_only_claims_that_share_words_are_compared() -> None:
    told = [
        claim("a", "the bridge will close for repairs on Monday"),
        claim("b", "the bridge will close on Monday for repairs"),
    ]
    told += [claim(f"x{n}", f"{n}alpha {n}beta {n}gamma {n}delta") for n in range(50)]
    assert [c.verdict for c in compare_claims(told, {})] == ["restates"]


def test_a_quotation_in_other_words_is_a_finding() -> None:
    left = claim("a", "“We dug with roasting tins until the soldiers came to the valley.”")
    right = claim("b", "“We dug with kitchen tins until the soldiers came to the valley.”")
    comparison = compare_claim(left, right, {})
    assert comparison is not None
    assert [f.rule for f in claim_findings([comparison])] == ["quotation differs"]


def test_a_quotation_cut_short_is_none() -> None:
    left = claim("a", "“We dug with roasting tins until the soldiers came to the valley.”")
    comparison = compare_claim(left, claim("b", "“We dug with roasting tins until the soldiers came”"), {})
    assert comparison is not None and list(claim_findings([comparison])) == []


def test_days_on_which_outlets_disagree_are_a_finding() -> None:
    comparison = compare_claim(claim("a", CLOSES, said="2025-05-01"), claim("b", CLOSES, said="2025-05-02"), {})
    assert comparison is not None
    assert [f.rule for f in claim_findings([comparison])] == ["dates differ"]
