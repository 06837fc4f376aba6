"""Words a second of processor time: the default reader, the rules alone, and a spaCy pipeline to compare with.

    .venv/bin/python tests/benchmarks/reading_speed.py

Reads plain news, every tenth report of fa-kes (the sample's articles where the corpora are not there), ROUNDS times in
one process on one core, each reader in the same run, and writes the medians to docs/measurements.md. spaCy is no
dependency: where it is installed, a blank English pipeline with a tagger and a parser of the usual small size, set up
and not trained, stands in for the speed of such a pipeline; it reads nothing.
"""

import resource
import statistics
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from time import process_time

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

from measurements import reports, table, write_section  # noqa: E402
from sayso.ingest import Document, article_from_text, documents, to_article  # noqa: E402
from sayso.ingest.article import Article  # noqa: E402
from sayso.read import read  # noqa: E402
from sayso.read.readers import attributor_named  # noqa: E402

ROUNDS = 3


def news() -> tuple[str, list[Article]]:
    """What is read, in words, and the articles."""
    if texts := reports(10):
        return "every tenth report of fa-kes", [article_from_text(text) for text in texts]
    return "the sample articles, four times", sample()


def sample() -> list[Article]:
    found = (to_article(d) for d in documents([str(ROOT / "sample" / "articles")]) if isinstance(d, Document))
    return [article for article in found if isinstance(article, Article)] * 4


def spacy_pipeline() -> Callable[[Article], object] | None:
    """A blank pipeline with a token encoder, a tagger and a parser, or None without spaCy."""
    if find_spec("spacy") is None:
        return None
    import spacy
    from spacy.tokens import Doc
    from spacy.training import Example

    pipeline = spacy.blank("en")
    for name in ("tagger", "parser"):
        pipeline.add_pipe(name)
    doc = Doc(pipeline.vocab, words=["Rain", "fell"], heads=[1, 1], deps=["nsubj", "ROOT"], tags=["NN", "VBD"])
    pipeline.initialize(lambda: [Example(pipeline.make_doc("Rain fell"), doc)])
    return lambda article: pipeline(article.text)


def measure(name: str, work: Callable[[Article], object], articles: list[Article]) -> list[str]:
    work(articles[0])
    speeds = []
    for _ in range(ROUNDS):
        started = process_time()
        for article in articles:
            work(article)
        speeds.append(sum(len(a.text.split()) for a in articles) / (process_time() - started))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return [name, f"{statistics.median(speeds):,.0f}", f"{memory:,.0f}"]


def main() -> None:
    what, articles = news()
    rows = []
    for name in ("rules", "learned"):
        finder = attributor_named(name)
        rows.append(measure(f"{name}: attributions alone", finder.attribute, articles))
        rows.append(measure(f"{name}: the whole Reading", lambda a, f=finder: read(a, attributor=f), articles))
    pipeline = spacy_pipeline()
    if pipeline:
        rows.append(measure("spaCy, blank, untrained: tagger and parser", pipeline, articles))
    else:
        print("spaCy is not installed: left out", file=sys.stderr)
    words = sum(len(a.text.split()) for a in articles)
    body = (
        f"{words:,} words, {what}; median of {ROUNDS} rounds, one process, processor time of all its "
        "threads. Memory is the peak so far, in the order of the table.\n\n"
    ) + table(["reader", "words a second", "peak memory, MB"], rows)
    write_section("Speed of reading", "python tests/benchmarks/reading_speed.py", body)


if __name__ == "__main__":
    main()
