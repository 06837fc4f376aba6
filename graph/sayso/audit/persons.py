"""Persons who are told by their surname alone: they are the one of that surname whom the article names in full."""

from collections import defaultdict
from collections.abc import Sequence

from sayso.audit.telling import Link, Telling


def by_surname(told: Sequence[Telling]) -> dict[str, str]:
    """Keys for statements of persons under a surname that one person of the article, else of the event, bears."""
    here: dict[tuple[str, str], set[str]] = defaultdict(set)
    anywhere: dict[str, set[str]] = defaultdict(set)
    short: list[tuple[Link, str]] = []
    for telling in told:
        for link in telling.chain:
            words = link.speaker.split()
            if link.kind != "Person" or not link.key or not words:
                continue
            if len(words) > 1:
                here[telling.article.iri, words[-1]].add(link.key)
                anywhere[words[-1]].add(link.key)
            else:
                short.append((link, telling.article.iri))
    found = {}
    for link, article in short:
        keys = here.get((article, link.speaker)) or anywhere.get(link.speaker, set())
        if len(keys) == 1:
            found[link.iri] = next(iter(keys))
    return found
