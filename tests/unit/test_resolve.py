"""Who is who across articles: spellings of one name are judged the same; nothing else is."""

import pytest

from sayso.namespaces import DataIris
from sayso.resolve import Agent, judge


def person(name: str, number: int) -> Agent:
    return Agent(f"https://x.example/agent/{number}", "schema:Person", (name,))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Olena Zelenskyy", "Olena Zelensky"), ("Pak Jong-un", "Pak Jong Un"), ("José Núñez", "Jose Nunez")],
)
def test_spellings_of_one_name_are_the_same(one: str, other: str) -> None:
    (judgement,) = judge([person(one, 1), person(other, 2)])
    assert {judgement.left_value, judgement.right_value} == {one, other}
    assert 0 < judgement.score <= 1 and "transliteration" in judgement.reason


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("72nd Mechanised Brigade", "73rd Mechanised Brigade"),
        ("Zelensky", "Zelenskyy"),  # a bare surname says too little
        ("Ana Ruiz", "Ann Ruiz"),
    ],
)
def test_other_names_are_not_joined(one: str, other: str) -> None:
    assert judge([person(one, 1), person(other, 2)]) == []


def test_agents_of_different_classes_are_never_joined() -> None:
    outlet = Agent("https://x.example/outlet/1", "sayso:Outlet", ("Ana Ruiz",))
    assert judge([person("Ana Ruiz", 1), outlet]) == []


def test_judgements_do_not_depend_on_the_order_of_agents() -> None:
    agents = [person("Olena Zelenskyy", 1), person("Olena Zelensky", 2), person("Ivan Petrov", 3)]
    assert judge(agents) == judge(agents[::-1])
    assert len({str(q) for j in judge(agents) for q in j.quads(DataIris())}) == 8
