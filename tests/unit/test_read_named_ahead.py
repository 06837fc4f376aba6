"""A body that an article leads with and names in a sentence after it is one body."""

import pytest

from sayso.ingest.article import Article
from sayso.read import read

LEAD = "Air strikes killed at least 43 people in a border town, {said}. {named} said 12 children were among the dead."


def speakers(text: str) -> list[str]:
    reading = read(Article("-", text, ((0, len(text)),)))
    labels = {entity.id: entity.label for entity in reading.entities}
    return [labels.get(statement.speaker or "", "") for statement in reading.statements]


@pytest.mark.parametrize(
    ("said", "named", "name"),
    [
        ("a monitoring group said", "The Valdian Centre for Human Rights", "Valdian Centre for Human Rights"),
        ("a monitor said", "The Orvel Observatory", "Orvel Observatory"),
        ("according to a rights group", "The Karsan Documentation Network", "Karsan Documentation Network"),
        ("an aid organisation said", "The Brisland Relief Committee", "Brisland Relief Committee"),
    ],
)
def test_the_body_of_the_lead_is_the_one_named_next(said: str, named: str, name: str) -> None:
    assert speakers(LEAD.format(said=said, named=named)) == [name, name]


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("a monitoring group said", "The defence ministry of Norland"),
        ("a monitor said", "The Northern Herald"),
        ("a doctor said", "The Valdian Centre for Human Rights"),
        ("two monitoring groups said", "The Valdian Centre for Human Rights"),
        ("the company said", "The Valdian Centre for Human Rights"),
    ],
)
def test_a_source_of_another_kind_keeps_its_words(said: str, named: str) -> None:
    first, second = speakers(LEAD.format(said=said, named=named))
    assert first != second


def test_where_two_can_be_meant_neither_is() -> None:
    found = speakers(
        "Police shot 11 people, a rights group said. The Orvel Rights Centre said 9 were students. "
        "The Human Rights Network said 30 were hurt."
    )
    assert found[0] == "a rights group"
