"""Whether two phrases may call one body, by their sort, their owners and how far they reach; and offices by title."""

import pytest

from sayso.audit.speakers.offices import name_of
from sayso.audit.speakers.titles import of_name, of_title, without_title
from sayso.audit.speakers.within import body_called, body_counting

ONE = [
    ("North Holme's health ministry", "the health ministry of North Holme"),
    ("the ministry of the interior", "the interior ministry"),
    ("Ministry of Defence of Tarvia", "Tarvia's defence ministry"),
    ("Haiti's national police", "Haiti's police"),
    ("the state police command", "the police"),
    ("Kordofan Lawyers' Committee", "the Lawyers' Committee of Kordofan"),
    ("the health service of Potosi department", "Potosi's departmental health service"),
    ("the prefecture of the Nord department", "the Nord prefecture"),
    ("the election board", "the electoral board"),
]
TWO = [
    ("North Holme's health ministry", "South Holme's health ministry"),
    ("Tarvia's army", "Ostrand's army"),
    ("police in Galt", "police in Tarn"),
    ("the health ministry", "the interior ministry"),
    ("the provincial health office", "the national health office"),
    ("the port authority", "the health authority"),
    ("the maritime prefecture", "the Nord prefecture"),
    ("the Farmers' League of Orn", "the Farmers' League of Tarn"),
]


def may_be_one(left: str, right: str) -> bool:
    one, other = name_of(left, left), name_of(right, right)
    return one.sort == other.sort and one.may_be(other)


@pytest.mark.parametrize(("left", "right"), ONE)
def test_phrases_of_one_sort_whose_owners_and_reach_go_together_may_call_one_body(left: str, right: str) -> None:
    assert may_be_one(left, right)
    assert may_be_one(right, left)


@pytest.mark.parametrize(("left", "right"), TWO)
def test_another_owner_another_reach_or_another_sort_is_another_body(left: str, right: str) -> None:
    assert not may_be_one(left, right)
    assert not may_be_one(right, left)


def test_a_title_tells_an_office_with_its_reach_and_its_place() -> None:
    assert of_title("the provincial governor") == "provincial governor's office"
    assert of_title("The harbour master of Port Else") == "master's office of Port Else"
    assert of_title("a mayor") == of_title("the baker") == ""
    assert of_name("Governor Ana Roe's office") == "governor's office"
    assert without_title("Prefect Luc Marchand") == "Luc Marchand"


def test_a_body_stands_in_the_phrase_of_those_who_count_for_it() -> None:
    assert body_counting("Investigators with the Treaty Monitoring Office") == "Treaty Monitoring Office"
    assert body_counting("UN monitors") == "UN"
    assert body_counting("Belmoran doctors") == body_counting("Residents of Port Sauda") == ""
    assert body_called("medical charity Ponts sans Fin") == "Ponts sans Fin"
