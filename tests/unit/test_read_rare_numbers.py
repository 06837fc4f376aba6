"""Numbers and shares in rarer print: "fifty-odd", "a score of", "200 000", "six villagers in ten", "by a fifth"."""

import pytest

from sayso.ingest.article import Article
from sayso.read.figures import find_figures
from sayso.read.sentences import sentences

ROWS = [
    ("Six villagers in ten had fled.", [("share", 60, 60)]),
    ("One child in five is hungry.", [("share", 20, 20)]),
    ("Five soldiers died in ten attacks.", [("killed", 5, 5), ("other", 10, 10)]),
    ("Two men in five cars were killed.", [("killed", 2, 2), ("equipment", 5, 5)]),
    ("A fifth of them were women.", [("share", 20, 20)]),
    ("Rents fell by at least a fifth.", [("share", 20, None)]),
    ("Of the 90 dead, two thirds were women.", [("killed", 90, 90), ("share", 66.7, 66.7)]),
    ("Over half are closed.", [("share", 50, None)]),
    ("The walls of the old quarters of the town fell.", []),
    ("Some 50-odd people were killed.", [("killed", 50, 50)]),
    ("Fifty-odd teachers were arrested.", [("arrested", 50, 50)]),
    ("He said 200-plus people were killed.", [("killed", 200, None)]),
    ("A score of men were killed.", [("killed", 20, 20)]),
    ("A score of 80 was set.", []),
    ("Some 200 000 people fled.", [("displaced", 200000, 200000)]),
    ("Some 1 250 300 people fled.", [("displaced", 1250300, 1250300)]),
    ("On May 20 300 people were killed.", [("killed", 300, 300)]),
]


@pytest.mark.parametrize(("text", "wanted"), ROWS, ids=[text[:40] for text, _ in ROWS])
def test_rare_print(text: str, wanted: list[tuple[str, float, float | None]]) -> None:
    body = ((0, len(text)),)
    found = find_figures(Article("-", text, body), sentences(text, body))
    assert [(f.kind, f.low, f.high) for f in found] == wanted
