"""What verb and circumstances tell of those counted, where the verb alone does not."""

import pytest

from sayso.ingest.article import Article
from sayso.read.figures import find_figures
from sayso.read.sentences import sentences

TOLD = [
    ("Some 300 villagers had been moved to schools and sports halls.", "evacuated"),
    ("The army moved 4,000 residents to shelters by noon.", "evacuated"),
    ("Around 80 patients were taken out on buses on Tuesday.", "evacuated"),
    ("The guards moved 80 prisoners to a school.", "captured"),
    ("The teacher took 30 children to a church.", "evacuated"),
    ("The country took back 240 of its nationals.", "repatriated"),
    ("Norland sent back 300 refugees last week.", "repatriated"),
    ("The ministry returned 55 migrants to their country.", "repatriated"),
    ("They handed over 30 prisoners at the border.", "repatriated"),
    ("Some 120 volunteers were fighting the flames.", "deployed"),
    ("A hundred medics were flown in from the capital.", "deployed"),
    ("Thirty soldiers fought at the bridge.", "people"),
    ("A trawler took aboard 23 migrants.", "rescued"),
    ("There were 12 survivors.", "rescued"),
    ("Nine students were shot outside the school.", "wounded"),
    ("Nine students were shot and later died.", "people"),
    ("Thirty people were treated for cuts and frostbite.", "wounded"),
    ("Thirty others suffered from suffocation.", "wounded"),
    ("Cholera is back. The clinic was treating 40 people.", "infected"),
    ("The mayor spoke. Cholera was on his mind. The clinic was treating 40 people.", "people"),
    ("Cholera is back. Cholera spreads, and the clinic was treating 40 people.", "infected"),
    ("Eleven miners were still held in the camp.", "captured"),
    ("Fourteen workers are still trapped.", "missing"),
    ("Some 2,000 civilians are still trapped in the besieged town.", "people"),
    ("Another 600 were moved to a sports hall.", "evacuated"),
    ("About 3,000 people, many of them elderly, had been moved to schools.", "evacuated"),
    ("Fifty families crossed back into Norland.", "repatriated"),
    ("The fire was being fought by 300 volunteers.", "deployed"),
    ("A fishing boat picked up 31 people.", "rescued"),
    ("Police picked up 31 people.", "arrested"),
    ("Divers pulled two boys from the river.", "rescued"),
    ("Norland pulled 900 troops out of the valley.", "people"),
    ("The rebels still hold 20 soldiers.", "captured"),
    ("Fourteen people have not been accounted for.", "missing"),
    ("Of the dead, 30 have been identified.", "killed"),
    ("Police identified 30 suspects.", "people"),
    ("The remains of 17 sailors were found.", "killed"),
]


@pytest.mark.parametrize(("text", "kind"), TOLD, ids=[text[:40] for text, _ in TOLD])
def test_the_clause_tells_the_kind(text: str, kind: str) -> None:
    body = ((0, len(text)),)
    assert [f.kind for f in find_figures(Article("-", text, body), sentences(text, body))] == [kind]


def test_over_after_a_verb_of_giving_bounds_nothing() -> None:
    text = "The guards handed over 30 prisoners; over 40 prisoners stayed."
    body = ((0, len(text)),)
    bounds = [f.bound for f in find_figures(Article("-", text, body), sentences(text, body))]
    assert bounds == ["exactly", "more-than"]
