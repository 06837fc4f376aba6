"""Times what reading adds to finding statements: figures with dates and places, and who is who.

    .venv/bin/python scripts/measure_speed.py       writes its section of docs/measurements.md

Processor time over every sixth text of PolNeAR dev and the three articles, the best of two rounds, one process.
"""

from collections.abc import Callable
from functools import partial
from time import process_time

from measurements import corpora, table, write_section
from sayso.ingest import article_from_text
from sayso.ingest.article import Article
from sayso.read import load_gazetteer, read
from sayso.read.attribution import Attributor
from sayso.read.figures import find_figures
from sayso.read.page import Page
from sayso.read.places import locate
from sayso.read.readers import attributor_named

ROUNDS = 2
EVERY = 6


def articles() -> list[Article]:
    files = [
        *sorted((corpora() / "polnear" / "dev" / "text").glob("*.txt"))[::EVERY],
        *sorted((corpora() / "articles").glob("*.txt")),
    ]
    return [article_from_text(file.read_bytes().decode("utf-8")) for file in files]


def best(work: Callable[[Article], object], texts: list[Article]) -> float:
    """The least seconds of processor time that a round over all texts took."""
    taken = []
    for _ in range(ROUNDS):
        started = process_time()
        for text in texts:
            work(text)
        taken.append(process_time() - started)
    return min(taken)


def figures_of(article: Article) -> object:
    known = load_gazetteer()
    return find_figures(article, Page.of(article).sentences, partial(locate, known))


def whole(article: Article, attributor: Attributor) -> object:
    return read(article, load_gazetteer(), attributor)


def main() -> None:
    texts, rows = articles(), []
    figures_of(texts[0])
    figures = best(figures_of, texts)
    for name in ("learned", "rules"):
        attributor = attributor_named(name)
        attributor.attribute(texts[0])
        statements = best(attributor.attribute, texts)
        everything = best(partial(whole, attributor=attributor), texts)
        added = everything - statements
        rows.append(
            [
                name,
                f"{statements:.2f}",
                f"{figures:.2f}",
                f"{max(0.0, added - figures):.2f}",
                f"{100 * added / statements:.0f} %",
            ]
        )
    words = sum(len(text.text.split()) for text in texts)
    header = [
        "reader",
        "statements, s",
        "figures, dates and places, s",
        "who is who and chains, s",
        "added to statements",
    ]
    body = f"{len(texts)} texts, {words:,} words; seconds of processor time, the best of {ROUNDS} rounds.\n\n"
    write_section("What reading figures and names adds", "python scripts/measure_speed.py", body + table(header, rows))


if __name__ == "__main__":
    main()
