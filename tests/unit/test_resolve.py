"""Who is who across articles: what the rules judge, what people decide, and who then stands for whom."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Store

from sayso.errors import JudgementError
from sayso.namespaces import DataIris
from sayso.resolve import Agent, Judgement, decision_quads, decisions_of, identities, judge
from sayso.resolve.decisions import with_decision, without_decision

PERSON, BODY, UNIT = "schema:Person", "schema:Organization", "sayso:MilitaryUnit"


def agent(name: str, number: int, kind: str = PERSON, **more: tuple[str, ...]) -> Agent:
    return Agent(f"https://x.example/agent/{number}", kind, (name, *more.pop("also", ())), **more)


def bound(name: str, role: str, day: str) -> Agent:
    return Agent("https://x.example/article/1#roe", PERSON, (name,), (role,), (day,))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Olena Zelenskyy", "Olena Zelensky"),
        ("Pak Jong-un", "Pak Jong Un"),
        ("José Núñez", "Jose Nunez"),
        ("Sergei Khodakov", "Sergey Hodakov"),
        ("Yevgeny Maslow", "Evgeny Maslov"),
        ("Yousouf Kharoub", "Yusuf Harub"),
    ],
)
def test_spellings_of_one_name_are_the_same(one: str, other: str) -> None:
    (judgement,) = judge([agent(one, 1), agent(other, 2)])
    assert {judgement.left_value, judgement.right_value} == {one, other}
    assert judgement.verdict == "same" and 0 < judgement.score <= 1
    assert "transliteration" in judgement.reason and judgement.by == "rule"


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("72nd Mechanised Brigade", "73rd Mechanised Brigade", UNIT),
        ("72nd Mechanised Brigade", "73rd Mechanised Brigade", PERSON),
        ("Zelensky", "Zelenskyy", PERSON),  # a bare surname says too little
        ("Ana Ruiz", "Pia Ruiz", PERSON),
        ("Pope Paul V", "Pope Paul VI", PERSON),
        ("Ministry of Defence", "Ministry of Défence", BODY),  # which country's, nobody knows
    ],
)
def test_other_names_are_not_judged(one: str, other: str, kind: str) -> None:
    assert judge([agent(one, 1, kind), agent(other, 2, kind)]) == []


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [("R. Adams", "Ruth Adams", "initial"), ("Ana Kowalczyk", "Anna Kowalczyk", "resemble")],
)
def test_what_only_resembles_is_left_to_a_person(one: str, other: str, reason: str) -> None:
    (judgement,) = judge([agent(one, 1), agent(other, 2)])
    assert judgement.verdict == "unsure" and reason in judgement.reason and judgement.score < 0.9


def test_a_body_under_the_acronym_that_an_article_introduces_is_the_same() -> None:
    full = agent("Northern Relief Agency", 1, BODY, also=("NRA",))
    (judgement,) = judge([full, agent("NRA", 2, BODY)])
    assert (judgement.verdict, judgement.left_value, judgement.right_value) == ("same", "Northern Relief Agency", "NRA")


def test_initials_alone_are_unsure_and_two_that_fit_are_nothing() -> None:
    one, two = agent("Northern Relief Agency", 1, BODY), agent("National Rail Authority", 3, BODY)
    assert [j.verdict for j in judge([one, agent("NRA", 2, BODY)])] == ["unsure"]
    assert judge([one, agent("NRA", 2, BODY), two]) == []


def test_two_that_are_one_thing_elsewhere_are_the_same() -> None:
    there = ("https://elsewhere.example/7",)
    one, other = agent("Landeswehr", 1, BODY, elsewhere=there), agent("State Guard", 2, BODY, elsewhere=there)
    assert [(j.verdict, j.score) for j in judge([one, other])] == [("same", 1.0)]


@pytest.mark.parametrize(
    ("role", "day", "verdicts"),
    [("MP", "2030-05-03", ["unsure"]), ("MP", "2030-06-03", []), ("singer", "2030-05-03", [])],
)
def test_a_surname_with_a_role_in_the_same_days_is_unsure(role: str, day: str, verdicts: list[str]) -> None:
    full = agent("Ana Roe", 1, roles=("lawmaker",), days=("2030-05-01",))
    assert [j.verdict for j in judge([full, bound("Roe", role, day)])] == verdicts


def test_agents_of_different_classes_are_never_joined() -> None:
    assert judge([agent("Ana Ruiz", 1), agent("Ana Ruiz", 2, "sayso:Outlet")]) == []


def test_judgements_do_not_depend_on_the_order_of_agents() -> None:
    agents = [agent("Olena Zelenskyy", 1), agent("Olena Zelensky", 2), agent("Ivan Petrov", 3), agent("I. Petrov", 4)]
    assert len({tuple(judge(order)) for order in permutations(agents)}) == 1
    assert len({str(q) for j in judge(agents[:2]) for q in j.quads(DataIris())}) == 9


def decision(left: str, right: str, verdict: str, by: str = "Ada Roe") -> Judgement:
    left, right = sorted((left, right))
    return Judgement(left, right, 1.0, "seen", left.upper(), right.upper(), verdict, by, "2030-05-01")  # type: ignore[arg-type]


PAIRS = st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")).filter(lambda pair: pair[0] != pair[1])
JUDGEMENTS = st.lists(
    st.builds(
        lambda pair, verdict, by: decision(*pair, verdict, by),
        PAIRS,
        st.sampled_from(["same", "different", "unsure"]),
        st.sampled_from(["Ada Roe", "rule"]),
    ),
    max_size=8,
)


@given(JUDGEMENTS, st.randoms())
def test_identities_do_not_depend_on_order_and_people_keep_apart(judgements: list[Judgement], random: object) -> None:
    found = identities(judgements, set("abcdef"))
    shuffled = list(judgements)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert identities(shuffled, set("abcdef")) == found
    assert not set(found) & set(found.values())  # who stands for others stands for itself
    for judged in judgements:
        if judged.verdict == "different" and judged.by != "rule":
            assert found.get(judged.left, judged.left) != found.get(judged.right, judged.right)


def test_same_goes_on_through_others_and_unsure_does_not() -> None:
    chain = [decision("a", "b", "same", "rule"), decision("b", "c", "same"), decision("c", "d", "unsure")]
    assert identities(chain, set("abcd")) == {"b": "a", "c": "a"}
    assert identities(chain, set("acd")) == {"c": "a"}  # b is told of no more
    assert identities(chain, set("abcd"), known={"c"}) == {"a": "c", "b": "c"}


def test_a_person_outweighs_a_rule() -> None:
    assert identities([decision("a", "b", "same", "rule"), decision("a", "b", "different")], set("ab")) == {}
    assert identities([decision("a", "b", "different", "rule"), decision("a", "b", "same")], set("ab")) == {"b": "a"}


def test_decisions_come_back_from_the_graph_as_they_were_recorded() -> None:
    iris, store = DataIris(), Store()
    decided = [decision("x:a", "x:b", "same"), decision("x:b", "x:c", "different")]
    store.extend(decision_quads(decided, iris))
    assert decisions_of(store, iris) == decided


def test_a_decision_that_goes_against_another_is_refused_with_what_to_take_back() -> None:
    held = [decision("a", "b", "same"), decision("b", "c", "same")]
    with pytest.raises(JudgementError, match=r"same by Ada Roe on 2030-05-01 .*--take-back"):
        with_decision(held, decision("a", "b", "different"))
    with pytest.raises(JudgementError, match="through others"):
        with_decision(held, decision("a", "c", "different"))
    with pytest.raises(JudgementError, match="kept apart through others"):
        with_decision([held[0], decision("b", "c", "different")], decision("a", "c", "same"))
    assert without_decision(held, ("a", "b"), "same") == held[1:]
    with pytest.raises(JudgementError, match="nobody has judged"):
        without_decision(held, ("a", "c"), "same")
