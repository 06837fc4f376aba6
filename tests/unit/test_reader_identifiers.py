"""Statements have names of their own, and chains an end, whatever an attributor finds."""

import re

from sayso.ingest.article import Article
from sayso.read import read
from sayso.read.attribution import Attribution
from sayso.read.reading import Reading


class Given:
    """An attributor that finds what it was given."""

    def __init__(self, *attributions: Attribution) -> None:
        self.attributions = attributions

    def attribute(self, article: Article) -> list[Attribution]:
        return list(self.attributions)


def reading_of(text: str, *attributions: Attribution) -> Reading:
    return read(Article("-", text, ((0, len(text)),)), attributor=Given(*attributions))


def test_sixty_statements_of_one_source_have_sixty_names() -> None:
    text = "Ana Roe spoke. " + "She said one. " * 60
    said = [Attribution(((0, 7),), ((at + 4, at + 8),), ((at + 9, at + 12),)) for at in range(15, len(text), 14)]
    names = [s.id for s in reading_of(text, *said).statements]
    assert len(set(names)) == 60 and all(re.fullmatch(r"s0[a-z]*", name) for name in names)


def test_two_readings_of_one_interrupted_quotation_are_one_statement_that_relays_nobody() -> None:
    text = "“We tried,” Roe said, “and failed.”"
    source, cue = ((12, 15),), ((16, 20),)
    statements = reading_of(
        text, Attribution(source, cue, ((0, 11), (22, 35))), Attribution(source, cue, ((0, 2), (22, 35)))
    ).statements
    assert [(s.id, s.relays) for s in statements] == [("s0", None)]
