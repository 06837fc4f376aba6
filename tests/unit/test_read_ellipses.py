"""Numbers whose noun is left out, and what tells what they count."""

import pytest

from sayso.ingest.article import Article
from sayso.read.figures import find_figures
from sayso.read.sentences import sentences

ROWS = [
    ("The police put its dead at 44.", [("killed", 44)]),
    ("The wounded now number 300.", [("wounded", 300)]),
    ("He went to hut number 300.", []),
    ("The death toll rose. It now stands at 61.", [("killed", 61)]),
    ("The number of people hurt rose on Monday. It had climbed to 51 by night.", [("wounded", 51)]),
    ("The tower is old. It now stands at 61 metres.", []),
    ("The quake killed 40 people. It now stands at 61 metres.", [("killed", 40)]),
    ("Dead: 34.", [("killed", 34)]),
    ("Injured: 120", [("wounded", 120)]),
    ("Confirmed missing: at least 12", [("missing", 12)]),
    ("Rooms: 12", []),
    ("The clinic recorded 40 deaths, up from 25 a year earlier.", [("killed", 40), ("killed", 25)]),
    ("Survivors numbered 31.", [("rescued", 31)]),
    ("More than 200 of the enemy were killed.", [("killed", 200)]),
    ("The death toll went up to 55.", [("killed", 55)]),
    ("Killed were 12 soldiers and three officers.", [("killed", 12), ("killed", 3)]),
    ("They sent 300 soldiers. Another 20 would follow.", [("deployed", 300), ("deployed", 20)]),
    ("The flood killed 300 people. 40 of the 300 were children.", [("killed", 300), ("killed", 40)]),
    ("Rebels said 14 soldiers were killed; the army said 6.", [("killed", 14), ("killed", 6)]),
    ("He was asked for a number. The judge said 6.", []),
]


@pytest.mark.parametrize(("text", "wanted"), ROWS, ids=[text[:40] for text, _ in ROWS])
def test_a_number_without_a_noun(text: str, wanted: list[tuple[str, int]]) -> None:
    body = ((0, len(text)),)
    found = find_figures(Article("-", text, body), sentences(text, body))
    assert [(f.kind, f.low) for f in found] == wanted
