"""What the reports of an event teach of its words: the same number on the same word in two reports counts one thing.

"Put on coaches to reception centres" and "bussed away to distant towns" share no word. Where one body tells 780 of
both, they say the same, and other numbers told in either wording can be compared.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from sayso.audit.telling import Telling
from sayso.audit.told.amounts import nominal, same_number
from sayso.audit.told.dates import may_be_within
from sayso.audit.told.topics import may_mean, of_kind
from sayso.audit.wording import words

_LEAST = 13
"""The least number that two reports hardly tell of two things by chance; shares are too few for that."""
_DAYS = 3


def taught(tellings: Iterable[Telling]) -> list[Telling]:
    """The same tellings in the same order, with the words of their paraphrases."""
    tellings = list(tellings)
    alike: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, telling in enumerate(tellings):
        if telling.root.status == "named" and telling.unit != "percent" and nominal(telling) >= _LEAST:
            alike[telling.event, telling.unit, telling.root.key, nominal(telling)].append(at)
    found = list(tellings)
    for places in alike.values():
        for at in (at for at in places if tellings[at].kind in words("vague_kinds")):
            others = [tellings[other] for other in places if _is_paraphrase(tellings[at], tellings[other])]
            called = (t.topic | t.other_words | of_kind(t.kind) for t in others)
            found[at] = replace(tellings[at], other_words=tellings[at].other_words.union(*called))
    return found


def _is_paraphrase(one: Telling, other: Telling) -> bool:
    """Whether two reports tell one number of one noun, or with none, within a few days."""
    nouns = {one.population.noun, other.population.noun} - {"", "person"}
    near = may_be_within(one.told_on, other.told_on, _DAYS) and one.article.iri != other.article.iri
    return near and may_mean(one, other) and same_number(one, other) and len(nouns) < 2
